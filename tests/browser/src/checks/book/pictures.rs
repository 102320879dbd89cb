//! Pictures of the book, for people to look at.

use crate::book::{Reader, chapter_pages};
use crate::look;

/// Each page, by day and by night, on a desk and on a phone, in `target/browser/book`.
pub fn save() {
    let reader = Reader::start();
    for page in chapter_pages() {
        let name = page.trim_end_matches(".html").replace('/', "-");
        for width in look::WIDTHS {
            look::resize(&reader.browser, width, 800);
            reader.open(&page);
            for theme in ["light", "navy"] {
                reader.choose_theme(theme);
                look::save_picture(&reader.browser, &format!("book/{name}"), theme, width);
            }
        }
    }
}
