//! Turns content/ into what the page loads and shows first.
//!
//! `compile-content check|compile|freeze <folder>`; `compile` writes a JSON list to standard output, one [`Compiled`]
//! for each language, the default one first. xtask runs it.

mod html;

use std::fmt::Display;
use std::path::Path;
use std::process::ExitCode;

use samenscan::content::Content;
use samenscan::content::authoring::Authored;
use samenscan::content::stepper::StepperContent;
use serde::Serialize;

/// What a page needs of one language; xtask reads it.
#[derive(Serialize)]
struct Compiled {
    language: String,
    json: String,
    later: String,
    stepper: String,
    head: String,
    start_screen: String,
    loader_messages: String,
    no_script: String,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [command, folder] = arguments.as_slice() else {
        eprintln!("compile-content check|compile|freeze <folder>");
        return ExitCode::FAILURE;
    };
    let done = Authored::read(Path::new(folder)).map_err(|problems| listed(&problems)).and_then(|authored| {
        match command.as_str() {
            "check" => check(&authored),
            "compile" => compile(&authored),
            "freeze" => authored.freeze(Path::new(folder)).map(|_| ()).map_err(|problems| listed(&problems)),
            _ => Err(format!("compile-content does not know `{command}`")),
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            eprintln!("{problems}");
            ExitCode::FAILURE
        }
    }
}

fn check(authored: &Authored) -> Result<(), String> {
    let problems = authored.check();
    if problems.is_empty() { Ok(()) } else { Err(listed(&problems)) }
}

fn compile(authored: &Authored) -> Result<(), String> {
    let contents = authored.compile().map_err(|problems| listed(&problems))?;
    let steppers = authored.compile_stepper().map_err(|problems| listed(&problems))?;
    // Both lists stand in the order of the languages.
    let languages = contents.iter().zip(&steppers);
    let compiled =
        languages.map(|(content, stepper)| compile_language(content, stepper)).collect::<Result<Vec<_>, _>>();
    let list = compiled.and_then(|compiled| serde_json::to_string(&compiled));
    println!("{}", list.map_err(|error| error.to_string())?);
    Ok(())
}

fn compile_language(content: &Content, stepper: &StepperContent) -> Result<Compiled, serde_json::Error> {
    let (first, later) = content.parted();
    Ok(Compiled {
        language: content.language.code.to_string(),
        json: serde_json::to_string(&first)?,
        later: serde_json::to_string(&later)?,
        stepper: serde_json::to_string(stepper)?,
        head: html::head(content),
        start_screen: start_screen(content),
        loader_messages: html::loader_messages(content),
        no_script: html::no_script(content),
    })
}

/// The first screen as the application itself draws it.
fn start_screen(content: &Content) -> String {
    samenscan::ui::prerender::start_screen(content)
}

fn listed(problems: &[impl Display]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
