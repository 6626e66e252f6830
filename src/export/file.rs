//! What every JSON file of ours says first: which format it has, and which version of that.

use crate::json::Json;

/// A format of files.
pub(super) struct Format {
    /// What a file of this format says it is.
    pub(super) name: &'static str,
    /// The newest version that is read.
    pub(super) version: u32,
    /// The largest file that is read, in bytes.
    pub(super) max_bytes: usize,
}

/// Why something is no file of a format.
pub(super) enum NotOfFormat {
    /// It has more bytes.
    TooLarge,
    /// It is something else.
    NotOurs,
    /// It is of this format, but damaged.
    Broken,
    /// It has this newer version.
    Newer(u64),
}

impl Format {
    /// The tree in a file of this format.
    pub(super) fn read(&self, text: &str) -> Result<Json, NotOfFormat> {
        if text.len() > self.max_bytes {
            return Err(NotOfFormat::TooLarge);
        }
        // Editors for Windows put a byte order mark in front.
        let Ok(tree) = Json::read(text.trim_start_matches('\u{FEFF}')) else {
            return Err(if names(text, self.name) { NotOfFormat::Broken } else { NotOfFormat::NotOurs });
        };
        if tree.get("format").and_then(Json::as_str) != Some(self.name) {
            return Err(NotOfFormat::NotOurs);
        }
        match tree.get("version").and_then(Json::as_number) {
            None | Some(0) => Err(NotOfFormat::Broken),
            Some(version) if version > u64::from(self.version) => Err(NotOfFormat::Newer(version)),
            Some(_) => Ok(tree),
        }
    }
}

/// Whether a text has the name of a format somewhere: what it is about, even where the rest is broken.
fn names(text: &str, format: &str) -> bool {
    // Rather than `contains`, whose search is 0.8 kB (brotli) of module.
    text.as_bytes().windows(format.len()).any(|part| part == format.as_bytes())
}
