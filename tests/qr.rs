//! QR codes, read back by another program (rqrr) from the drawing as a browser paints it.

use proptest::prelude::*;
use rqrr::PreparedImage;
use samenscan::export::qr::{Code, code};

/// The light modules around a code that ISO/IEC 18004 asks for.
const QUIET: usize = 4;

/// The dark modules of a drawing, painted rectangle by rectangle: `Mx yhWv1h-Wz`.
fn paint(code: &Code) -> Vec<Vec<bool>> {
    let across = code.across as usize;
    let mut dark = vec![vec![false; across]; across];
    for rectangle in code.path.split_terminator('z') {
        let rest = rectangle.strip_prefix('M').expect("a rectangle begins with a move");
        let (place, size) = rest.split_once('h').expect("it goes to the right");
        let (x, y) = place.split_once(' ').expect("two numbers");
        let (width, back) = size.split_once("v1h-").expect("one down and back again");
        assert_eq!(width, back);
        let [x, y, width] = [x, y, width].map(|number| number.parse::<usize>().expect("a whole number"));
        dark[y][x..x + width].fill(true);
    }
    dark
}

/// What the other program reads from it, three pixels a module.
fn read(code: &Code) -> String {
    const PIXELS: usize = 3;
    let dark = paint(code);
    let across = dark.len() * PIXELS;
    let mut image = PreparedImage::prepare_from_greyscale(across, across, |x, y| {
        if dark[y / PIXELS][x / PIXELS] { 0 } else { 255 }
    });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code is seen");
    grids[0].decode().expect("a code that can be read").1
}

#[test]
fn a_link_is_read_back_with_room_around_it() {
    let address = "https://www.example.org/school/samenscan/#r1-0U7JEf1PbrGFYLY7PgA9bPXY";
    let code = code(address).expect("a code");
    assert_eq!(read(&code), address);
    for (y, row) in paint(&code).into_iter().enumerate() {
        for (x, dark) in row.into_iter().enumerate() {
            let inside = |place| (QUIET..code.across as usize - QUIET).contains(&place);
            assert!(!dark || inside(x) && inside(y), "{x} {y} is dark");
        }
    }
}

#[test]
fn a_text_that_paper_cannot_hold_has_no_code() {
    // The largest code of version 25 with correction M: 997 bytes (ISO/IEC 18004, table 7).
    let most = code(&"x".repeat(997)).expect("a code");
    assert_eq!(most.across as usize, 117 + 2 * QUIET);
    assert_eq!(read(&most), "x".repeat(997));
    assert_eq!(code(&"x".repeat(998)), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_address_is_read_back(path in "[a-z0-9./-]{1,60}", link in "[prmb]1-[0-9A-Za-z]{16,600}") {
        let address = format!("https://{path}#{link}");
        prop_assert_eq!(read(&code(&address).expect("a code")), address);
    }
}
