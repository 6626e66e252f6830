//! The first screen as HTML.

use crate::content::Content;

/// The start screen, as it stands in index.html before the module runs.
pub fn start_screen(content: &Content) -> String {
    format!("<main><h1>{}</h1></main>", content.texts.app_tagline())
}
