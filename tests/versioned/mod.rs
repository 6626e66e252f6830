//! The real content as the first version that went out, whatever its version is by now.

use samenscan::content::authoring::Files;

/// The only version there was.
pub const FIRST: &str = "frozen/1.toml";

/// The real content, as if it were the first version that went out.
pub fn first_version(mut files: Files) -> Files {
    let scan = files.get_mut("scan.toml").expect("the scan");
    let version =
        scan.lines().find_map(|line| line.strip_prefix("version = ")).expect("the version").to_owned();
    *scan = renumbered(scan);
    let frozen = files.remove(&format!("frozen/{version}.toml")).expect("the current version");
    files.retain(|name, _| !name.starts_with("frozen/"));
    files.insert(FIRST.to_owned(), renumbered(&frozen));
    files
}

fn renumbered(text: &str) -> String {
    let line = |line: &str| match line.split_once(" = ") {
        Some((key @ ("version" | "wording"), _)) => format!("{key} = 1\n"),
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}
