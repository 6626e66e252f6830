//! How fast the page is.
use anyhow::Result;
pub fn bench(_: &[String]) -> Result<()> {
    Ok(())
}
