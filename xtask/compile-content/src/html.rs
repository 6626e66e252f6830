//! The parts of index.html that are words and not the application's own.

use html_escape::encode_safe;
use samenscan::content::Content;

/// The title and the description.
pub fn head(content: &Content) -> String {
    let texts = &content.texts;
    let (name, tagline) = (texts.app_name(), texts.app_tagline());
    let (name, tagline) = (encode_safe(name), encode_safe(tagline));
    format!("<title>{name}: {tagline}</title>\n<meta name=\"description\" content=\"{tagline}\">")
}

/// What the loader can have to say. It shows one of the failures; loader.css hides the one
/// that waits, for ten seconds.
pub fn loader_messages(content: &Content) -> String {
    let texts = &content.texts;
    let messages = [
        ("network", texts.loader_failed_network()),
        ("missing", texts.loader_failed_missing()),
        ("blocked", texts.loader_failed_blocked()),
        ("file", texts.loader_failed_file()),
        ("crash", texts.loader_failed_crash()),
    ];
    let language = encode_safe(&*content.language.code);
    let mut html = format!("<div lang=\"{language}\">\n");
    html += &format!("<p class=\"loader-waiting\">{}</p>\n", encode_safe(texts.loader_waiting()));
    for (name, text) in messages {
        html += &format!("<p data-failure=\"{name}\" hidden>{}</p>\n", encode_safe(text));
    }
    html +=
        &format!("<button type=\"button\" hidden>{}</button>\n</div>", encode_safe(texts.loader_reload()));
    html
}

/// What to do where scripts are switched off.
pub fn no_script(content: &Content) -> String {
    let language = encode_safe(&*content.language.code);
    format!("<p lang=\"{language}\">{}</p>", encode_safe(content.texts.loader_no_script()))
}
