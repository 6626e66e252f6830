//! A page as a browser would read it, and what holds for every page.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};

/// A page.
pub struct Page {
    name: String,
    /// As it was written.
    pub html: String,
    document: Html,
}

fn selector(text: &str) -> Selector {
    Selector::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// White space is one space, as it reads on a page.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn text(element: ElementRef<'_>) -> String {
    one_line(&element.text().collect::<String>())
}

impl Page {
    /// Reads what is inside the body.
    pub fn read(name: &str, html: String) -> Page {
        let whole = format!(
            "<!DOCTYPE html><html lang=\"nl\"><head><title>x</title></head><body>{html}</body></html>"
        );
        Page { name: name.to_owned(), document: Html::parse_document(&whole), html }
    }

    fn all(&self, selected: &str) -> Vec<ElementRef<'_>> {
        self.document.select(&selector(selected)).collect()
    }

    /// How many elements there are of a kind.
    pub fn count(&self, selected: &str) -> usize {
        self.all(selected).len()
    }

    /// The texts of these elements.
    pub fn texts(&self, selected: &str) -> Vec<String> {
        self.all(selected).into_iter().map(text).collect()
    }

    /// The text of the first of these elements.
    #[track_caller]
    pub fn text_of(&self, selected: &str) -> String {
        let first = self.texts(selected).into_iter().next();
        first.unwrap_or_else(|| panic!("{}: there is no {selected} in {}", self.name, self.html))
    }

    /// Everything there is to read.
    pub fn text(&self) -> String {
        self.text_of("body")
    }

    /// An attribute of these elements, of those that have it.
    pub fn attributes(&self, selected: &str, name: &str) -> Vec<&str> {
        self.all(selected).into_iter().filter_map(|element| element.value().attr(name)).collect()
    }

    /// What holds for every page.
    #[track_caller]
    pub fn check(&self) {
        let name = &self.name;
        assert!(self.document.errors.is_empty(), "{name}: {:?}\n{}", self.document.errors, self.html);
        assert_eq!(self.count("h1"), 1, "{name}: one heading of the page");
        assert_eq!(self.count("main"), 1, "{name}");
        assert!(!self.text_of("h1").is_empty(), "{name}");
        self.check_references();
        self.check_names();
        self.check_headings();
        assert_eq!(self.count("[style]"), 0, "{name}: a strict policy forbids styles in attributes");
        assert_eq!(self.count("script, style, iframe, img, link"), 0, "{name}");
        let handlers = self.all("*").into_iter().flat_map(|element| element.value().attrs());
        let handlers = handlers.filter(|(attribute, _)| attribute.starts_with("on")).count();
        assert_eq!(handlers, 0, "{name}: no program in attributes");
        // The test's own label has braces and nothing else may.
        let text = self.html.replace("{x}", "");
        assert!(!text.contains(['{', '}']), "{name}: a word was not filled in: {text}");
    }

    /// Every id is there once, and whatever is referred to is there.
    #[track_caller]
    fn check_references(&self) {
        let name = &self.name;
        let mut ids = BTreeSet::new();
        for id in self.attributes("[id]", "id") {
            assert!(!id.is_empty() && !id.contains(char::is_whitespace), "{name}: the id '{id}'");
            assert!(ids.insert(id), "{name}: the id {id} is there twice");
        }
        for reference in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
            for value in self.attributes(&format!("[{reference}]"), reference) {
                for id in value.split_whitespace() {
                    assert!(ids.contains(id), "{name}: {reference} names {id}, which is not there");
                }
                assert!(!value.trim().is_empty(), "{name}: {reference} names nothing");
            }
        }
        for link in self.all("a") {
            let address = link.value().attr("href").unwrap_or_else(|| panic!("{name}: {}", link.html()));
            let Some(inside) = address.strip_prefix('#') else {
                // A link to elsewhere tells nobody where one comes from.
                if address.starts_with("mailto:?subject=") {
                    continue;
                }
                assert!(address.starts_with("https://"), "{name}: {address}");
                let rel = link.value().attr("rel").unwrap_or_default();
                assert!(rel.split(' ').any(|one| one == "noreferrer"), "{name}: {}", link.html());
                continue;
            };
            let known = samenscan::app::Route::parse(address).is_some() || ids.contains(inside);
            let names = || self.attributes("input[name]", "name");
            assert!(known || names().contains(&inside), "{name}: {address} leads nowhere");
        }
    }

    /// Everything that one can use has a name.
    #[track_caller]
    fn check_names(&self) {
        let name = &self.name;
        let labels = self.all("label");
        for field in self.all("input, textarea, select") {
            let inside = field.ancestors().filter_map(ElementRef::wrap);
            let around = inside.into_iter().find(|element| element.value().name() == "label");
            let id = field.value().attr("id").unwrap_or_default();
            let is_for = |label: &&ElementRef<'_>| label.value().attr("for") == Some(id);
            let label = around.or_else(|| labels.iter().find(is_for).copied());
            let label = label.unwrap_or_else(|| panic!("{name}: {} has no label", field.html()));
            assert!(!text(label).is_empty(), "{name}: the label of {} is empty", field.html());
        }
        for used in
            self.all("button, a, summary, legend, th, caption, h2, h3, h4, dt, dd, li, p.hint, p.lead")
        {
            assert!(!text(used).is_empty(), "{name}: {} has no words", used.html());
        }
        for group in self.all("fieldset") {
            let legend = group.child_elements().next().is_some_and(|first| first.value().name() == "legend");
            assert!(legend, "{name}: {} begins with no legend", group.html());
        }
        for radio in self.all("input[type=radio]") {
            let group = radio.ancestors().filter_map(ElementRef::wrap);
            let group = group.into_iter().any(|element| element.value().name() == "fieldset");
            assert!(group, "{name}: {} is in no group", radio.html());
        }
        for value in self.attributes("[aria-label]", "aria-label") {
            assert!(!value.trim().is_empty(), "{name}: an empty aria-label");
        }
        for drawing in self.all("svg") {
            let hidden = |element: ElementRef<'_>| element.value().attr("aria-hidden") == Some("true");
            let is_hidden = hidden(drawing) || drawing.ancestors().filter_map(ElementRef::wrap).any(hidden);
            let is_named = drawing.value().attr("role") == Some("img")
                && drawing.value().attr("aria-label").is_some_and(|label| !label.is_empty());
            assert!(is_hidden || is_named, "{name}: {} is neither named nor hidden", drawing.html());
        }
        for button in self.all("button") {
            assert!(button.value().attr("type").is_some(), "{name}: {} has no type", button.html());
        }
        let mut groups = BTreeSet::new();
        for radio in self.all("input[type=radio][checked]") {
            let group = radio.value().attr("name").unwrap_or_default();
            assert!(groups.insert(group.to_owned()), "{name}: two answers to {group}");
        }
    }

    /// The headings go down one step at a time.
    #[track_caller]
    fn check_headings(&self) {
        let mut before = 1;
        for heading in self.all("main h1, main h2, main h3, main h4, main h5, main h6") {
            let level: u32 = heading.value().name()[1..].parse().expect("a heading");
            assert!(level <= before + 1, "{}: {} skips a step", self.name, heading.html());
            before = level;
        }
    }
}
