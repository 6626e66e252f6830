//! Every check and test, and how many there were.

mod count;
mod stages;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};

use count::Count;
use stages::{Prepared, STAGES, Stage};

/// Runs the stages named, or all of them, and prints how many tests ran as the last line.
///
/// What follows `--` goes to the program of the last stage.
pub fn test(arguments: &[String]) -> Result<ExitCode> {
    let (names, rest) = match arguments.iter().position(|argument| argument == "--") {
        Some(at) => (&arguments[..at], &arguments[at + 1..]),
        None => (arguments, &[] as &[String]),
    };
    let stages = chosen(names)?;
    let prepared = Prepared::begin(&stages);
    let mut total = Count::default();
    for (index, stage) in stages.iter().enumerate() {
        let last = index + 1 == stages.len();
        total += run(stage, &prepared, if last { rest } else { &[] });
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn chosen(names: &[String]) -> Result<Vec<&'static Stage>> {
    if names.is_empty() {
        return Ok(STAGES.iter().collect());
    }
    if let Some(unknown) = names.iter().find(|name| !STAGES.iter().any(|stage| stage.name == **name)) {
        let known: Vec<_> = STAGES.iter().map(|stage| stage.name).collect();
        bail!("there is no stage `{unknown}`; there are {}", known.join(", "));
    }
    // What measures or opens dist/ must not measure an old one.
    let named = |stage: &Stage| names.iter().any(|name| stage.name == *name);
    let needs_dist = STAGES.iter().any(|stage| stage.needs_dist && named(stage));
    Ok(STAGES.iter().filter(|stage| named(stage) || (needs_dist && stage.name == "dist")).collect())
}

/// A stage that can't do its work is a failure, and the next one still runs.
fn run(stage: &Stage, prepared: &Prepared, arguments: &[String]) -> Count {
    println!("\n── {}: {}", stage.name, stage.what);
    let started = Instant::now();
    let count = (stage.run)(prepared, arguments).unwrap_or_else(|error| {
        println!("error: {error:#}");
        Count::FAILED
    });
    let seconds = started.elapsed().as_secs_f32();
    println!("── {}: {} passed, {} failed, in {seconds:.1} s", stage.name, count.passed, count.failed);
    count
}
