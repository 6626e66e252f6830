//! index.html.

use anyhow::{Result, bail};

use crate::asset::Asset;
use crate::content::Compiled;

/// What the page refers to.
pub struct Assets<'a> {
    /// The one script.
    pub script: &'a Asset,
    /// The one style sheet.
    pub styles: &'a Asset,
    /// The style sheet that comes with a part of the module.
    pub later_styles: &'a Asset,
    /// What the first answer needs of the module.
    pub wasm: &'a Asset,
    /// What is fetched of it later.
    pub parts: &'a [Part],
    /// The picture in the tab.
    pub icon: &'a Asset,
    /// The content of each language, the default one first.
    pub content: &'a [Language],
    /// A script that only `serve` adds.
    pub reload: Option<&'a Asset>,
}

/// A part of the module, and where it is.
pub struct Part {
    /// Its name.
    pub name: String,
    /// Its files, in the order in which they are needed.
    pub files: Vec<Asset>,
}

/// One language, and where its texts are.
pub struct Language {
    /// What stands in the page itself.
    pub compiled: Compiled,
    /// What is read at the start.
    pub json: Asset,
    /// What is read with the rest of the module.
    pub later: Asset,
    /// What is read when the stepper is first needed.
    pub stepper: Asset,
}

/// Fills the template. Nothing is inline: the page's own Content-Security-Policy forbids it.
pub fn render(template: &str, assets: &Assets) -> Result<String> {
    let Some(Language { compiled: default, json: default_json, .. }) = assets.content.first() else {
        bail!("content/ has no language")
    };
    let join = |part: fn(&Compiled) -> &str| -> String {
        assets.content.iter().map(|language| part(&language.compiled)).collect::<Vec<_>>().join("\n")
    };
    let mut page = template.to_owned();
    for (marker, html) in [
        ("<!--head-->", default.head.clone()),
        ("<!--assets-->", tags(assets, default_json)),
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
fn tags(assets: &Assets, default_json: &Asset) -> String {
    let mut script = format!(r#"<script id="samenscan-loader" defer src="{}""#, assets.script.name);
    script += &format!(r#" data-wasm="{}""#, assets.wasm.name);
    let languages: Vec<_> =
        assets.content.iter().map(|language| language.compiled.language.as_str()).collect();
    script += &format!(r#" data-languages="{}""#, languages.join(" "));
    for Language { compiled: Compiled { language, .. }, json, later, stepper } in assets.content {
        script += &format!(
            r#" data-content-{language}="{}" data-later-{language}="{}" data-stepper-{language}="{}""#,
            json.name, later.name, stepper.name
        );
    }
    for Part { name, files } in assets.parts {
        let files: Vec<_> =
            [assets.later_styles].into_iter().chain(files).map(|file| file.name.as_str()).collect();
        script += &format!(r#" data-part-{name}="{}""#, files.join(" "));
    }
    script += "></script>";
    let mut lines = vec![
        format!(r#"<link rel="icon" type="image/svg+xml" href="{}">"#, assets.icon.name),
        format!(r#"<link rel="stylesheet" href="{}">"#, assets.styles.name),
        format!(r#"<link rel="preload" as="fetch" crossorigin href="{}">"#, assets.wasm.name),
        format!(r#"<link rel="preload" as="fetch" crossorigin href="{}">"#, default_json.name),
        script,
    ];
    if let Some(reload) = assets.reload {
        lines.push(format!(r#"<script defer src="{}"></script>"#, reload.name));
    }
    lines.join("\n")
}
