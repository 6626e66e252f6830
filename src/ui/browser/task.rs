//! Long work in short turns, so that the page goes on answering.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{MessageChannel, Performance};

/// How long a turn may last, in milliseconds. A task of 50 is felt; this leaves room for slow machines, and for the
/// drawing that may follow in the same task.
const TURN: f64 = 8.0;

/// Begins work that goes on by itself.
pub fn begin(work: impl Future<Output = ()> + 'static) {
    spawn_local(work);
}

/// The turns of one piece of work.
pub struct Turns {
    /// A message to oneself is the shortest way to a next task; timers wait at least 4 ms, and a second when the page is
    /// not seen.
    channel: Option<MessageChannel>,
    clock: Option<Performance>,
    began: f64,
}

impl Turns {
    /// The first turn begins.
    pub fn begin() -> Turns {
        let clock = web_sys::window().and_then(|window| window.performance());
        let mut turns = Turns { channel: MessageChannel::new().ok(), clock, began: 0.0 };
        turns.began = turns.now();
        turns
    }

    /// Whether this turn lasted long enough.
    pub fn is_over(&self) -> bool {
        self.now() - self.began > TURN
    }

    /// Lets the page do what waits, and goes on in a new turn.
    pub async fn next(&mut self) {
        if let Some(channel) = &self.channel {
            let came = Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
            if channel.port2().post_message(&JsValue::NULL).is_ok() {
                // It cannot be refused.
                let _ = JsFuture::from(came).await;
            }
        }
        self.began = self.now();
    }

    fn now(&self) -> f64 {
        self.clock.as_ref().map_or(0.0, Performance::now)
    }
}

impl Drop for Turns {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.port1().close();
        }
    }
}
