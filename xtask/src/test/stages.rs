//! What `cargo xtask test` runs, in this order: what is quick and tells most comes first.

use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::thread::{self, JoinHandle};

use anyhow::{Result, anyhow};

use super::count::Count;
use crate::browsers::Browsers;
use crate::process::{cargo, command, tee};
use crate::{content, dist, npm, project, size};

/// Something that can be run by itself.
pub struct Stage {
    /// What it is called on the command line.
    pub name: &'static str,
    /// What it does.
    pub what: &'static str,
    /// Whether it works on dist/.
    pub needs_dist: bool,
    /// Runs it with the arguments for its program.
    pub run: fn(&Prepared, &[String]) -> Result<Count>,
}

/// Every stage.
pub const STAGES: [Stage; 9] = [
    Stage { name: "format", what: "rustfmt", needs_dist: false, run: format },
    Stage { name: "lints", what: "clippy, every warning an error", needs_dist: false, run: lints },
    Stage { name: "pure", what: "the pure part builds without the interface", needs_dist: false, run: pure },
    Stage { name: "native", what: "the tests that need no browser", needs_dist: false, run: native },
    Stage { name: "fuzz", what: "a minute of damaged links", needs_dist: false, run: fuzz },
    Stage { name: "content", what: "what people read", needs_dist: false, run: check_content },
    Stage { name: "dist", what: "the folder to publish", needs_dist: false, run: build_dist },
    Stage { name: "size", what: "against budget.toml", needs_dist: true, run: measure },
    Stage { name: "browser", what: "Chromium and Firefox", needs_dist: true, run: browser },
];

/// The features that the native tests see.
const FEATURES: [&str; 2] = ["--features", "authoring,prerender"];

/// What is installed while earlier stages run.
pub struct Prepared {
    browsers: Mutex<Option<JoinHandle<Result<Browsers>>>>,
}

impl Prepared {
    /// Begins with what the stages will need.
    pub fn begin(stages: &[&'static Stage]) -> Prepared {
        let wanted = stages.iter().any(|stage| stage.name == "browser");
        let browsers = wanted.then(|| thread::spawn(|| npm::install().and_then(|()| Browsers::find())));
        Prepared { browsers: Mutex::new(browsers) }
    }

    fn browsers(&self) -> Result<Browsers> {
        let thread = self.browsers.lock().ok().and_then(|mut thread| thread.take());
        let found = thread.and_then(|thread| thread.join().ok());
        found.unwrap_or_else(|| Err(anyhow!("the browsers were not looked for")))
    }
}

fn format(_: &Prepared, _: &[String]) -> Result<Count> {
    check(cargo().args(["fmt", "--all", "--check"]))
}

fn lints(_: &Prepared, _: &[String]) -> Result<Count> {
    let mut clippy = cargo();
    clippy.args(["clippy", "--locked", "--quiet", "--workspace", "--all-targets"]).args(FEATURES);
    check(clippy.args(["--", "--deny", "warnings"]))
}

fn pure(_: &Prepared, _: &[String]) -> Result<Count> {
    check(cargo().args(["check", "--locked", "--quiet", "--lib", "--no-default-features"]))
}

fn native(_: &Prepared, arguments: &[String]) -> Result<Count> {
    let mut tests = cargo();
    tests
        .args(["test", "--locked", "--quiet", "--no-fail-fast", "--workspace"])
        .args(FEATURES)
        .args(arguments);
    let (success, output) = tee(&mut tests)?;
    Ok(Count::of_cargo(&output).ended(success))
}

/// Arguments are those of `fuzz-link`, such as `--seed N`.
fn fuzz(_: &Prepared, arguments: &[String]) -> Result<Count> {
    let mut links = cargo();
    links.args(["run", "--locked", "--quiet", "--profile", "fuzz", "--package", "fuzz-link", "--"]);
    check(links.args(arguments))
}

fn check_content(_: &Prepared, _: &[String]) -> Result<Count> {
    content::check().map(|()| Count::PASSED)
}

fn build_dist(_: &Prepared, _: &[String]) -> Result<Count> {
    dist::build(dist::Mode::Release)?.write(&project::dist())?;
    Ok(Count::PASSED)
}

fn measure(_: &Prepared, _: &[String]) -> Result<Count> {
    let within = size::report(&project::dist())? == ExitCode::SUCCESS;
    Ok(if within { Count::PASSED } else { Count::FAILED })
}

/// Side by side, each browser in a process of its own; their words are kept apart.
fn browser(prepared: &Prepared, arguments: &[String]) -> Result<Count> {
    let browsers = prepared.browsers()?;
    let run = |name: &str| {
        let mut node = command("node");
        node.args(["--test-reporter=spec"]);
        let is_flag = |argument: &&String| argument.starts_with('-');
        node.args(arguments.iter().filter(is_flag));
        node.arg("tests/browser/all.mjs").args(arguments.iter().filter(|argument| !is_flag(argument)));
        browsers.tell(&mut node);
        node.env("BROWSERS", name).output()
    };
    thread::scope(|scope| {
        let both = ["chromium", "firefox"].map(|name| scope.spawn(move || run(name)));
        let mut count = Count::default();
        for one in both {
            let output = one.join().map_err(|_| anyhow!("a browser run panicked"))??;
            let said = String::from_utf8_lossy(&output.stdout);
            print!("{said}{}", String::from_utf8_lossy(&output.stderr));
            count += Count::of_node(&said).ended(output.status.success());
        }
        Ok(count)
    })
}

/// A check that passes or not.
fn check(command: &mut Command) -> Result<Count> {
    Ok(if command.status()?.success() { Count::PASSED } else { Count::FAILED })
}
