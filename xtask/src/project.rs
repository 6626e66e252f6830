//! Where things are.

use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// The folder to publish.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// What the build writes on its way.
pub fn target() -> PathBuf {
    root().join("target")
}
