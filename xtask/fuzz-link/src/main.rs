//! Reads damaged links without a pause, and fails with the input when something does not hold (`fuzz/holds.rs`), when
//! it panics, or when it takes too much time or memory.
//!
//! `cargo run --profile fuzz --package fuzz-link -- [--seconds N | --inputs N] [--seed N] [--only N]`. Each input follows
//! from the seed and its number, so that one can be had again by itself. What it prints at the end tells how much
//! damage goes unnoticed.

mod bounds;
#[path = "../../../fuzz/holds.rs"]
mod holds;
mod inputs;
#[path = "../../../tests/support/random.rs"]
mod random;

use std::hash::{BuildHasher, RandomState};
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use bounds::Cost;
use inputs::{Damage, Input};
use samenscan::link::{Link, ReadError};
use samenscan::scan::StatementOrders;

const SECONDS: u64 = 60;
/// An input that takes so long will not end.
const HANGS: Duration = Duration::from_secs(20);

/// The most characters of an input that are shown.
const SHOWN: usize = 4_000;

/// The number of the input that is being read.
static READING: AtomicU64 = AtomicU64::new(0);

/// What is asked on the command line.
struct Asked {
    seconds: Option<u64>,
    inputs: Option<u64>,
    seed: Option<u64>,
    only: Option<u64>,
}

impl Asked {
    fn read(arguments: impl Iterator<Item = String>) -> Option<Asked> {
        let mut asked = Asked { seconds: None, inputs: None, seed: None, only: None };
        let mut arguments = arguments;
        while let Some(name) = arguments.next() {
            let slot = match name.as_str() {
                "--seconds" => &mut asked.seconds,
                "--inputs" => &mut asked.inputs,
                "--seed" => &mut asked.seed,
                "--only" => &mut asked.only,
                _ => return None,
            };
            *slot = Some(arguments.next()?.parse().ok()?);
        }
        Some(asked)
    }

    /// Whether there is another input to read.
    fn goes_on(&self, number: u64, start: Instant) -> bool {
        match (self.inputs, self.seconds) {
            (Some(inputs), _) => number < inputs,
            (None, seconds) => start.elapsed().as_secs() < seconds.unwrap_or(SECONDS),
        }
    }
}

fn main() -> ExitCode {
    let Some(asked) = Asked::read(std::env::args().skip(1)) else {
        eprintln!("fuzz-link [--seconds N | --inputs N] [--seed N] [--only N]");
        return ExitCode::FAILURE;
    };
    let seed = asked.seed.unwrap_or_else(|| RandomState::new().hash_one(Instant::now()) >> 16);
    let orders = holds::orders();
    println!("seed {seed}");
    thread::spawn(move || watch(seed));
    let found = match asked.only {
        Some(number) => read(&inputs::input(seed, number, &orders), &orders)
            .map(|_| ())
            .map_err(|why| (Some(number), why)),
        None => run(&asked, seed, &orders),
    };
    match found {
        Ok(()) => ExitCode::SUCCESS,
        Err((number, why)) => {
            println!("failed: {why}");
            number.into_iter().for_each(|number| tell(seed, number));
            ExitCode::FAILURE
        }
    }
}

/// The error is what does not hold, and the number of the input if it is about one.
fn run(asked: &Asked, seed: u64, orders: &StatementOrders) -> Result<(), (Option<u64>, String)> {
    let mut counts = [[0_u64; 3]; Damage::ALL.len()];
    let (mut slowest, mut largest) = ((Duration::ZERO, 0), (0, 0));
    let start = Instant::now();
    let mut number = 0;
    while asked.goes_on(number, start) {
        READING.store(number, Ordering::Relaxed);
        let input = inputs::input(seed, number, orders);
        let about = |why: String| (Some(number), why);
        let (found, mut cost) = read(&input, orders).map_err(about)?;
        if cost.time > slowest.0 {
            // Once more, so that what is told is the time of the input and not of the machine.
            cost.time = cost.time.min(read(&input, orders).map_err(about)?.1.time);
        }
        slowest = slowest.max((cost.time, number));
        largest = largest.max((cost.memory, number));
        if is_wrong(Damage::ALL[input.kind].0, &found, &input.meant) {
            return Err(about(format!("it reads as {found:?}")));
        }
        let [tried, same, other] = &mut counts[input.kind];
        *tried += 1;
        match found {
            Ok(found) if found == input.meant => *same += 1,
            Ok(_) => *other += 1,
            Err(_) => {}
        }
        number += 1;
    }
    println!("{number} inputs in {:.1} s", start.elapsed().as_secs_f64());
    println!(
        "longest {:?} (number {}), most memory {} bytes (number {})",
        slowest.0, slowest.1, largest.0, largest.1
    );
    println!("{:32} {:>10} {:>10} {:>12}", "damage", "inputs", "as meant", "as other");
    for ((_, name), [tried, same, other]) in Damage::ALL.iter().zip(counts) {
        println!("{name:32} {tried:>10} {same:>10} {other:>12}");
    }
    promised(&counts).map_err(|why| (None, why))
}

/// Whether docs/formats/link.md promises that a text reads as something else than this.
fn is_wrong(damage: Damage, found: &Result<Link, ReadError>, meant: &Link) -> bool {
    match damage {
        Damage::None => found.as_ref() != Ok(meant),
        Damage::OneChanged | Damage::Swapped => found.as_ref().is_ok_and(|found| found != meant),
        _ => false,
    }
}

/// What must hold of all inputs together.
fn promised(counts: &[[u64; 3]; Damage::ALL.len()]) -> Result<(), String> {
    for ((damage, name), [tried, same, other]) in Damage::ALL.iter().zip(counts) {
        let holds = match damage {
            // At a gap inside a link a check may hold by chance, and what is before it be a link.
            Damage::Mailed => same + 1 + tried / 1_000_000 >= *tried,
            // Else nothing got behind the check.
            Damage::WithCheck => *other > 0 || *tried < 1_000,
            _ => true,
        };
        if !holds {
            return Err(format!("{name}: {tried} inputs, {same} as meant, {other} as something else"));
        }
    }
    Ok(())
}

/// Reads one text, within its bounds; or says what does not hold.
fn read(input: &Input, orders: &StatementOrders) -> Result<(Result<Link, ReadError>, Cost), String> {
    let check = || panic::catch_unwind(AssertUnwindSafe(|| holds::check(&input.text, orders)));
    let (found, cost) = bounds::measured(check);
    let found = found.map_err(|_| "it panicked, or something does not hold: see above".to_owned())?;
    let again = || bounds::measured(check).1;
    match bounds::broken(input.text.len(), cost, again) {
        Some(why) => Err(why),
        None => Ok((found, cost)),
    }
}

/// Ends the program when one input takes too long to wait for.
fn watch(seed: u64) {
    let mut last = (READING.load(Ordering::Relaxed), Instant::now());
    loop {
        thread::sleep(Duration::from_secs(1));
        let now = READING.load(Ordering::Relaxed);
        if now != last.0 {
            last = (now, Instant::now());
        } else if last.1.elapsed() > HANGS {
            println!("failed: it was not read in {HANGS:?}");
            tell(seed, now);
            std::process::exit(1);
        }
    }
}

/// Shows an input, and how to have it again.
fn tell(seed: u64, number: u64) {
    let Input { kind, text, .. } = inputs::input(seed, number, &holds::orders());
    let shown: String = text.chars().take(SHOWN).collect();
    let more = if shown.len() < text.len() { ", of which the first" } else { "" };
    println!("{}, {} bytes{more}: {shown:?}", Damage::ALL[kind].1, text.len());
    println!("again: cargo run --profile fuzz --package fuzz-link -- --seed {seed} --only {number}");
}
