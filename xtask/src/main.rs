//! `cargo xtask`: everything that builds, serves, checks and measures samenscan.

mod asset;
mod bench;
mod browsers;
mod compact;
mod content;
mod debian;
mod dist;
mod glue;
mod npm;
mod page;
mod process;
mod project;
mod script;
mod serve;
mod size;
mod styles;
mod test;
mod toolchain;
mod wasm;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <command>

  serve [--port N]           build, serve, and rebuild and reload on change
  test [STAGE…] [-- ARG…]    run every check and test, or those of the named stages; ARGs go to the last one
  dist                       build the folder to publish: dist/
  size                       measure dist/ against budget.toml
  bench                      measure how fast dist/ loads and answers in a browser
  check-content              check content/
  freeze                     record the order of the statements of this content version in content/frozen/
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> anyhow::Result<ExitCode> {
    let Some((command, rest)) = arguments.split_first() else {
        print!("{USAGE}");
        return Ok(ExitCode::FAILURE);
    };
    match (command.as_str(), rest) {
        ("serve", rest) => serve::serve(serve::port(rest)?)?,
        ("test", rest) => return test::test(rest),
        ("dist", []) => dist::build(dist::Mode::Release)?.write(&project::dist())?,
        ("size", []) => return size::report(&project::dist()),
        ("bench", rest) => bench::bench(rest)?,
        ("check-content", []) => content::check()?,
        ("freeze", []) => content::freeze()?,
        ("help" | "--help" | "-h", _) => print!("{USAGE}"),
        _ => {
            eprint!("error: xtask does not know `{}`\n\n{USAGE}", arguments.join(" "));
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}
