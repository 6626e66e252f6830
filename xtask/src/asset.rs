//! The files of the folder to publish.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

/// A file to publish.
pub struct Asset {
    /// Its name in the folder.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Asset {
    /// A file that keeps its name.
    pub fn named(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Asset {
        Asset { name: name.into(), bytes: bytes.into() }
    }

    /// A file with a name that changes with what is in it, so that browsers may keep it for ever.
    pub fn hashed(stem: &str, extension: &str, bytes: impl Into<Vec<u8>>) -> Asset {
        let bytes = bytes.into();
        let mut hasher = DefaultHasher::new();
        bytes.hash(&mut hasher);
        let name = format!("{stem}.{:016x}.{extension}", hasher.finish());
        Asset { name, bytes }
    }
}

/// Makes a folder hold these files and no others; the last one, the page, is written when all it needs is there.
pub fn write(folder: &Path, assets: &[Asset]) -> Result<()> {
    let wrong = || format!("could not write {}", folder.display());
    fs::create_dir_all(folder).with_context(wrong)?;
    for asset in assets {
        fs::write(folder.join(&asset.name), &asset.bytes).with_context(wrong)?;
    }
    for entry in fs::read_dir(folder).with_context(wrong)? {
        let path = entry?.path();
        let kept = assets.iter().any(|asset| path.file_name().is_some_and(|name| *name == *asset.name));
        if !kept && path.is_file() {
            fs::remove_file(&path).with_context(wrong)?;
        }
    }
    Ok(())
}
