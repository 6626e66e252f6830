//! The profile as a picture that stands alone: four levels on one scale from 1 to 5.

use crate::content::Content;
use crate::scan::{BETTER_FROM, Band, STRONG_FROM, Scan};
use crate::to_text::ToText;
use crate::wording;

/// Width of the picture in pixels.
pub const WIDTH: u32 = 760;
/// Height of the picture in pixels.
pub const HEIGHT: u32 = 460;

const SCALE_LEFT: u32 = 260;
const SCALE_WIDTH: u32 = 380;
const SCALE_RIGHT: u32 = SCALE_LEFT + SCALE_WIDTH;
const FIRST_ROW: u32 = 176;
const ROW: u32 = 62;

const INK: &str = "#17212b";

// The looks of texts and lines.

const TITLE: &str = r##"font-size="24" font-weight="650" fill="#17212b" text-anchor="start""##;
const ABOUT: &str = r##"font-size="15" font-weight="400" fill="#4a5763" text-anchor="start""##;
const LEVEL: &str = r##"font-size="17" font-weight="600" fill="#17212b" text-anchor="start""##;
const VALUE: &str = r##"font-size="18" font-weight="650" fill="#17212b" text-anchor="start""##;
const STEP: &str = r##"font-size="14" font-weight="400" fill="#4a5763" text-anchor="middle""##;
const SMALL: &str = r##"font-size="13" font-weight="400" fill="#4a5763" text-anchor="start""##;
const SMALL_MIDDLE: &str = r##"font-size="13" font-weight="400" fill="#4a5763" text-anchor="middle""##;
const LEVEL_LINE: &str = r##"stroke="#d9d5cb" stroke-width="2" stroke-dasharray="none""##;
const CUT_OFF_LINE: &str = r##"stroke="#4a5763" stroke-width="2" stroke-dasharray="4 4""##;

/// Where a score in tenths stands on the scale, in thousandths of its width.
pub const fn along_scale(tenths: u8) -> u32 {
    (tenths as u32).saturating_sub(10) * 25
}

/// The profile of a scan as an SVG file.
pub fn profile(scan: &Scan, content: &Content) -> String {
    let texts = &content.texts;
    let result = scan.result(content);
    let mut picture = Picture::new(&texts.profile_title(&wording::scan_name(content, scan)));
    picture.text(32, 48, TITLE, &shorten(&wording::scan_name(content, scan), 48));
    let about = texts.result_about(
        wording::role(content, scan.role),
        wording::sector(content, scan.sector),
        wording::variant(content, scan.variant),
        &wording::date(content, scan.changed_on),
    );
    picture.text(32, 76, ABOUT, &about);
    for (tenths, name) in [(BETTER_FROM, texts.band_can_be_better()), (STRONG_FROM, texts.band_strong())] {
        let x = x_of(tenths);
        picture.line(x, 132, x, FIRST_ROW + 3 * ROW + 24, CUT_OFF_LINE);
        picture.text(x, 122, SMALL_MIDDLE, &texts.cut_off(&wording::score(content, tenths), name));
    }
    for (row, level) in (0_u32..).zip(&result.levels) {
        let y = FIRST_ROW + row * ROW;
        picture.text(32, y + 6, LEVEL, wording::level(content, level.level));
        picture.line(SCALE_LEFT, y, SCALE_RIGHT, y, LEVEL_LINE);
        match level.score {
            Some(score) => {
                picture.dot(x_of(score.tenths()), y, score.band());
                picture.text(SCALE_RIGHT + 32, y + 6, VALUE, &wording::score(content, score.tenths()));
            }
            None => {
                picture.text(SCALE_RIGHT + 32, y + 6, VALUE, "–");
                picture.text(SCALE_LEFT + SCALE_WIDTH / 2, y - 8, SMALL_MIDDLE, texts.too_few_answers());
            }
        }
    }
    let below = FIRST_ROW + 3 * ROW + 46;
    for step in 1..=5_u8 {
        picture.text(x_of(step * 10), below, STEP, &step.to_text());
    }
    picture.text(32, HEIGHT - 20, SMALL, texts.no_norms());
    picture.finish()
}

fn x_of(tenths: u8) -> u32 {
    SCALE_LEFT + SCALE_WIDTH * along_scale(tenths) / 1000
}

/// At most `most` characters, with an ellipsis where something was left out.
fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

struct Picture(String);

impl Picture {
    fn new(title: &str) -> Picture {
        let (width, height) = (WIDTH.to_text(), HEIGHT.to_text());
        let mut picture = Picture(String::with_capacity(4096));
        picture.put(&[
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" viewBox=\"0 0 ",
            &width,
            " ",
            &height,
            "\" role=\"img\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif\">\n<title>",
            &escape(title),
            "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
        ]);
        picture
    }

    fn put(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.0.push_str(part));
    }

    fn text(&mut self, x: u32, y: u32, look: &str, words: &str) {
        let (x, y) = (x.to_text(), y.to_text());
        self.put(&["<text x=\"", &x, "\" y=\"", &y, "\" ", look, ">", &escape(words), "</text>\n"]);
    }

    fn line(&mut self, x1: u32, y1: u32, x2: u32, y2: u32, look: &str) {
        let (x1, y1, x2, y2) = (x1.to_text(), y1.to_text(), x2.to_text(), y2.to_text());
        self.put(&["<path d=\"M", &x1, " ", &y1, "L", &x2, " ", &y2, "\" ", look, "/>\n"]);
    }

    /// The bands differ in shape, so that the picture reads without colour.
    fn dot(&mut self, x: u32, y: u32, band: Band) {
        let (fill, stroke) = match band {
            Band::Strong => (INK, INK),
            Band::CanBeBetter | Band::NeedsAttention => ("#ffffff", INK),
        };
        let (cx, cy) = (x.to_text(), y.to_text());
        self.put(&[
            "<circle cx=\"",
            &cx,
            "\" cy=\"",
            &cy,
            "\" r=\"10\" fill=\"",
            fill,
            "\" stroke=\"",
            stroke,
            "\" stroke-width=\"3\"/>\n",
        ]);
        if band == Band::CanBeBetter {
            self.put(&["<circle cx=\"", &cx, "\" cy=\"", &cy, "\" r=\"4\" fill=\"", INK, "\"/>\n"]);
        }
    }

    fn finish(mut self) -> String {
        self.0.push_str("</svg>\n");
        self.0
    }
}

/// Text that cannot be taken for markup. Characters that XML forbids are left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            control if control.is_control() => {}
            '\u{FFFE}' | '\u{FFFF}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}
