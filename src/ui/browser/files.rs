//! Files that come in and go out.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement,
    Url,
};

use crate::app::FileProblem;

/// A file that somebody chose.
#[derive(Clone, Debug, PartialEq)]
pub struct File(web_sys::File);

impl File {
    pub(super) fn new(file: web_sys::File) -> File {
        File(file)
    }

    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        self.0.size() as u64
    }

    /// So many of its bytes from a place on, or fewer at its end; nothing when the browser cannot read it.
    pub async fn part(&self, from: u64, bytes: u64) -> Option<Vec<u8>> {
        let until = (from + bytes).min(self.size());
        let part = self.0.slice_with_f64_and_f64(from as f64, until as f64).ok()?;
        let buffer = JsFuture::from(part.array_buffer()).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }

    /// Reads the file as text and calls back. A file above `most` bytes is not read at all.
    pub fn read(&self, most: usize, done: impl FnOnce(Result<String, FileProblem>) + 'static) {
        let file = self.0.clone();
        spawn_local(async move {
            if file.size() > most as f64 {
                return done(Err(FileProblem::TooLarge));
            }
            let text = match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => String::from_utf8(Uint8Array::new(&buffer).to_vec()).ok(),
                Err(_) => None,
            };
            done(text.ok_or(FileProblem::Unreadable));
        });
    }
}

/// Offers a text as a file. Returns whether the browser took it.
pub fn download(name: &str, media_type: &str, text: &str) -> bool {
    blob(media_type, text).and_then(|blob| offer(name, &blob)).is_some()
}

/// A text that comes in parts and leaves as a file.
#[derive(Default)]
pub struct Parts(Array);

impl Parts {
    /// Adds a part.
    pub fn push(&self, part: &str) {
        self.0.push(&part.into());
    }

    /// Offers all of it as a file. Returns whether the browser took it.
    pub fn download(&self, name: &str, media_type: &str) -> bool {
        blob_of(media_type, &self.0).and_then(|blob| offer(name, &blob)).is_some()
    }
}

/// Draws an SVG picture, twice as large for sharp edges, and offers it as PNG.
pub fn download_png(name: String, svg: &str, width: u32, height: u32, done: impl Fn(bool) + Clone + 'static) {
    let failed = done.clone();
    if draw(name, svg, width * 2, height * 2, done).is_none() {
        failed(false);
    }
}

fn draw(
    name: String,
    svg: &str,
    width: u32,
    height: u32,
    done: impl Fn(bool) + Clone + 'static,
) -> Option<()> {
    let address = Url::create_object_url_with_blob(&blob("image/svg+xml", svg)?).ok()?;
    let image = HtmlImageElement::new_with_width_and_height(width, height).ok()?;
    let drawn = image.clone();
    let failed = done.clone();
    let loaded = Closure::once_into_js(move || {
        let offered = done.clone();
        if paint(&drawn, width, height, name, offered).is_none() {
            done(false);
        }
        let _ = Url::revoke_object_url(&drawn.src());
    });
    image.set_onload(Some(loaded.unchecked_ref()));
    image.set_onerror(Some(Closure::once_into_js(move || failed(false)).unchecked_ref()));
    image.set_src(&address);
    Some(())
}

fn paint(
    image: &HtmlImageElement,
    width: u32,
    height: u32,
    name: String,
    done: impl Fn(bool) + 'static,
) -> Option<()> {
    // What is made by its name is of its kind.
    let canvas: HtmlCanvasElement =
        web_sys::window()?.document()?.create_element("canvas").ok()?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    context
        .draw_image_with_html_image_element_and_dw_and_dh(
            image,
            0.0,
            0.0,
            f64::from(width),
            f64::from(height),
        )
        .ok()?;
    let offer_png = Closure::once_into_js(move |blob: JsValue| {
        done(blob.dyn_into::<Blob>().ok().and_then(|blob| offer(&name, &blob)).is_some());
    });
    canvas.to_blob(offer_png.unchecked_ref()).ok()
}

fn blob(media_type: &str, text: &str) -> Option<Blob> {
    blob_of(media_type, &Array::of1(&text.into()))
}

fn blob_of(media_type: &str, parts: &Array) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_str_sequence_and_options(parts, &options).ok()
}

fn offer(name: &str, blob: &Blob) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let address = Url::create_object_url_with_blob(blob).ok()?;
    let link: HtmlAnchorElement = document.create_element("a").ok()?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.set_hidden(true);
    let body = document.body()?;
    body.append_child(&link).ok()?;
    link.click();
    link.remove();
    // Browsers read the blob after the click returned; a minute is ample.
    let forget = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), 60_000);
    Some(())
}
