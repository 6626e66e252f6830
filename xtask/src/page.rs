//! index.html.

use anyhow::{Result, bail};

use crate::asset::Asset;
use crate::content::Compiled;

/// What the page refers to.
pub struct Parts<'a> {
    /// The one script.
    pub script: &'a Asset,
    /// The one style sheet.
    pub styles: &'a Asset,
    /// The module.
    pub wasm: &'a Asset,
    /// The picture in the tab.
    pub icon: &'a Asset,
    /// The content of each language, the default one first.
    pub content: &'a [Language],
    /// A script that only `serve` adds.
    pub reload: Option<&'a Asset>,
}

/// One language, and where its texts are.
pub struct Language {
    /// What stands in the page itself.
    pub compiled: Compiled,
    /// What is read at the start.
    pub json: Asset,
    /// What is read when the stepper is first needed.
    pub stepper: Asset,
}

/// Fills the template. Nothing is inline: the page's own Content-Security-Policy forbids it.
pub fn render(template: &str, parts: &Parts) -> Result<String> {
    let Some(Language { compiled: default, json: default_json, .. }) = parts.content.first() else {
        bail!("content/ has no language")
    };
    let join = |part: fn(&Compiled) -> &str| -> String {
        parts.content.iter().map(|language| part(&language.compiled)).collect::<Vec<_>>().join("\n")
    };
    let mut page = template.to_owned();
    for (marker, html) in [
        ("<!--head-->", default.head.clone()),
        ("<!--assets-->", assets(parts, default_json)),
        ("<!--start-screen-->", default.start_screen.clone()),
        ("<!--loader-messages-->", join(|compiled| &compiled.loader_messages)),
        ("<!--no-script-->", join(|compiled| &compiled.no_script)),
    ] {
        if page.matches(marker).count() != 1 {
            bail!("index.html must have {marker} once");
        }
        page = page.replace(marker, &html);
    }
    Ok(page)
}

/// The loader learns from its own tag where everything is; relative, so that the folder works under any path.
fn assets(parts: &Parts, default_json: &Asset) -> String {
    let mut script = format!(r#"<script id="samenscan-loader" defer src="{}""#, parts.script.name);
    script += &format!(r#" data-wasm="{}""#, parts.wasm.name);
    let languages: Vec<_> =
        parts.content.iter().map(|language| language.compiled.language.as_str()).collect();
    script += &format!(r#" data-languages="{}""#, languages.join(" "));
    for Language { compiled: Compiled { language, .. }, json, stepper } in parts.content {
        script += &format!(
            r#" data-content-{language}="{}" data-stepper-{language}="{}""#,
            json.name, stepper.name
        );
    }
    script += "></script>";
    let mut lines = vec![
        format!(r#"<link rel="icon" type="image/svg+xml" href="{}">"#, parts.icon.name),
        format!(r#"<link rel="stylesheet" href="{}">"#, parts.styles.name),
        format!(r#"<link rel="preload" as="fetch" crossorigin href="{}">"#, parts.wasm.name),
        format!(r#"<link rel="preload" as="fetch" crossorigin href="{}">"#, default_json.name),
        script,
    ];
    if let Some(reload) = parts.reload {
        lines.push(format!(r#"<script defer src="{}"></script>"#, reload.name));
    }
    lines.join("\n")
}
