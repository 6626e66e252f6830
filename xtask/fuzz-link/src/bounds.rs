//! How long reading may take, and how much memory.

use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use peak_alloc::PeakAlloc;
use samenscan::link::MAX_INPUT;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The longest that one text may keep a processor busy, whatever its length: some ten times what any took.
pub const TIME: Duration = Duration::from_millis(5);
/// How often a text that took too long is read again: something else may have pushed it out of the caches.
const TRIES: usize = 5;

/// The most bytes that reading a text may take at once.
pub fn memory(length: usize) -> usize {
    50_000 + 16 * length.min(MAX_INPUT)
}

/// What reading took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cost {
    /// The time.
    pub time: Duration,
    /// The most bytes at once.
    pub memory: usize,
}

/// Does something and measures it.
pub fn measured<T>(read: impl FnOnce() -> T) -> (T, Cost) {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let start = Instant::now();
    let at_work = ThreadTime::now();
    let value = read();
    let mut time = start.elapsed();
    // To ask for it takes some time too, so only where it matters.
    if time > TIME {
        time = time.min(at_work.elapsed());
    }
    (value, Cost { time, memory: MEMORY.peak_usage().saturating_sub(before) })
}

/// Which bound was broken, in words. A time counts when it is as long every time.
pub fn broken(length: usize, cost: Cost, mut again: impl FnMut() -> Cost) -> Option<String> {
    if cost.memory > memory(length) {
        return Some(format!("it took {} bytes, more than {}", cost.memory, memory(length)));
    }
    let mut least = cost.time;
    for _ in 0..TRIES {
        if least <= TIME {
            return None;
        }
        least = least.min(again().time);
    }
    (least > TIME).then(|| format!("it took {least:?}, more than {TIME:?}"))
}
