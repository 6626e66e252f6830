//! A text as a QR code, for paper and screens.

use crate::to_text::ToText;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// How many light modules a reader needs around the code (ISO/IEC 18004).
const QUIET: i32 = 4;
/// The largest version that is made: 117 modules across. On paper of 7 cm a module is then just over half a
/// millimetre, the least that a telephone reads without care; it holds 997 bytes.
const LARGEST: u8 = 25;

/// A QR code as a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// How many modules it is across, with the quiet zone on both sides.
    pub across: u32,
    /// The dark modules as the path of an SVG, one unit a module.
    pub path: String,
}

/// The code of a text; none when the text is too long for one that can be read from paper.
pub fn code(text: &str) -> Option<Code> {
    // Medium: a seventh of the code may be unreadable, for paper is folded and screens shine. Where it costs no larger
    // code there is more.
    let parts = [QrSegment::make_bytes(text.as_bytes())];
    let (least, most) = (Version::MIN, Version::new(LARGEST));
    let code = QrCode::encode_segments_advanced(&parts, QrCodeEcc::Medium, least, most, None, true).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let mut dark = 0;
            while code.get_module(x + dark, y) {
                dark += 1;
            }
            if dark > 0 {
                // What is dark side by side is one rectangle, one module high.
                for (step, by) in [("M", x + QUIET), (" ", y + QUIET), ("h", dark), ("v", 1), ("h", -dark)] {
                    path.push_str(step);
                    path.push_str(&by.to_text());
                }
                path.push('z');
            }
            x += dark + 1;
        }
    }
    Some(Code { across: u32::try_from(size + 2 * QUIET).ok()?, path })
}
