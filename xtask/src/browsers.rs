//! The programs that the browser tests drive.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::debian;
use crate::process::output;

/// A program, where it may be, and how to come by it.
struct Program {
    /// In words.
    what: &'static str,
    /// The environment variable that says where it is; the tests read it too.
    variable: Option<&'static str>,
    /// Its names in the search path, or whole paths.
    names: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
    /// The oldest version that will do.
    oldest: Option<u32>,
}

const PROGRAMS: [Program; 4] = [
    Program {
        what: "Chromium",
        variable: Some("CHROMIUM"),
        names: &[
            "chromium",
            "chromium-browser",
            "google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:/Program Files/Google/Chrome/Application/chrome.exe",
        ],
        package: "chromium",
        oldest: None,
    },
    Program {
        what: "Firefox",
        variable: Some("FIREFOX"),
        names: &[
            "firefox-esr",
            "firefox",
            "/Applications/Firefox.app/Contents/MacOS/firefox",
            "C:/Program Files/Mozilla Firefox/firefox.exe",
        ],
        package: "firefox-esr",
        // Version 140 does not know all that the driver asks of it.
        oldest: Some(153),
    },
    Program {
        what: "pdftotext (poppler)",
        variable: None,
        names: &["pdftotext"],
        package: "poppler-utils",
        oldest: None,
    },
    Program { what: "Java", variable: None, names: &["java"], package: "default-jre-headless", oldest: None },
];

/// Where the browsers are.
pub struct Browsers(Vec<(&'static str, PathBuf)>);

impl Browsers {
    /// Finds everything, and installs what is missing where we may.
    pub fn find() -> Result<Browsers> {
        let missing: Vec<_> = PROGRAMS.iter().filter(|program| program.find().is_none()).collect();
        if !missing.is_empty() && debian::can_install() {
            debian::install(&missing.iter().map(|program| program.package).collect::<Vec<_>>())?;
        }
        let mut browsers = Vec::new();
        for program in &PROGRAMS {
            match (program.find(), program.variable) {
                (Some(path), Some(variable)) => browsers.push((variable, path)),
                (Some(_), None) => {}
                (None, Some(variable)) => {
                    bail!(
                        "the browser tests need {}: install it, or say where it is with {variable}",
                        program.wanted()
                    )
                }
                (None, None) => bail!("the browser tests need {}: install it", program.wanted()),
            }
        }
        Ok(Browsers(browsers))
    }

    /// Tells a program where they are.
    pub fn tell(&self, command: &mut Command) {
        command.envs(self.0.iter().map(|(variable, path)| (variable, path)));
    }
}

impl Program {
    /// In words.
    fn wanted(&self) -> String {
        match self.oldest {
            Some(oldest) => format!("{} {oldest} or newer", self.what),
            None => self.what.to_owned(),
        }
    }

    /// Where it is, if it is there and new enough.
    fn find(&self) -> Option<PathBuf> {
        let program = self.place()?;
        let will_do = match self.oldest {
            None => true,
            Some(oldest) => output(Command::new(&program).arg("--version"))
                .ok()
                .and_then(|said| major(&said))
                .is_some_and(|version| version >= oldest),
        };
        will_do.then_some(program)
    }

    fn place(&self) -> Option<PathBuf> {
        if let Some(path) = self.variable.and_then(std::env::var_os) {
            return Some(path.into());
        }
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<_> = std::env::split_paths(&path).collect();
        let candidates = self.names.iter().flat_map(|name| {
            let absolute = Path::new(name).is_absolute().then(|| PathBuf::from(name));
            let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
            absolute.into_iter().chain(folders.iter().map(move |folder| folder.join(&file)))
        });
        candidates.into_iter().find(|candidate| candidate.is_file())
    }
}

/// The first number of a version, as in `Mozilla Firefox 153.7.0esr`.
fn major(said: &str) -> Option<u32> {
    let version =
        said.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
    version.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn a_version_begins_with_a_number() {
        assert_eq!(major("Mozilla Firefox 153.7.0esr"), Some(153));
        assert_eq!(major("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"), Some(156));
        assert_eq!(major("no version"), None);
    }
}
