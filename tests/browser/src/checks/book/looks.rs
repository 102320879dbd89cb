//! Sizes, and motion.

use crate::book::{Reader, on_each_page};
use crate::look;
use crate::problems::expect_none;

const PHONE: u32 = look::WIDTHS[0];

/// On a phone everything fits, or scrolls in a place of its own.
pub fn no_page_scrolls_sideways() {
    let start = || {
        let reader = Reader::start();
        look::resize(&reader.browser, PHONE, 800);
        reader
    };
    let problems = on_each_page(start, |reader, page| {
        let themes = ["light", "navy"].into_iter();
        themes
            .flat_map(|theme| too_wide(reader, page, theme))
            .collect()
    });
    let expected = "nothing is wider than the screen";
    expect_none(
        "each page, 390 wide",
        expected,
        &problems,
        "book/assets/tour.css",
    );
}

fn too_wide(reader: &Reader, page: &str, theme: &str) -> Vec<String> {
    reader.choose_theme(theme);
    look::expect_no_overflow(&reader.browser, page, PHONE);
    let wide = reader.texts(include_str!("../../scripts/book/wide.js"));
    wide.iter()
        .map(|wide| format!(", {theme}: {wide}"))
        .collect()
}

/// Nothing moves or fades for somebody whose system says so.
pub fn nothing_moves() {
    let reader = Reader::start();
    let feature = r#"{"features":[{"name":"prefers-reduced-motion","value":"reduce"}]}"#;
    reader
        .browser
        .devtools("Emulation.setEmulatedMedia", feature);
    for page in ["05-threadpool/model.html", "index.html"] {
        reader.open(page);
        let moving = reader.texts(include_str!("../../scripts/book/moving.js"));
        expect_none(
            page,
            "no transition, no animation",
            &moving,
            "book/assets/tour.css",
        );
    }
}
