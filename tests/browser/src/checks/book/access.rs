//! What axe says, and what it cannot say about colours.

use crate::book::{Reader, on_each_page};
use crate::problems::expect_none;
use crate::{axe, look};

/// The other themes differ from light in their colours alone.
const OTHER_THEMES: [&str; 4] = ["rust", "coal", "navy", "ayu"];

/// No page hinders people with other eyes or hands: in no theme, at no width.
pub fn axe_finds_nothing_serious() {
    let problems = on_each_page(Reader::start, |reader, page| {
        axe::load(&reader.browser);
        match page {
            "print.html" => problems_of_all_pages_in_one(reader),
            _ => problems(reader),
        }
    });
    let expected = "nothing of impact serious or critical";
    expect_none(
        "axe, on each page",
        expected,
        &problems,
        "book/assets, or the page",
    );
}

/// Another width may show and hide much, so all rules count there. Another theme changes colours
/// alone: axe looks at those of one dark theme, and `every_text_stands_out` at those of all five.
fn problems(reader: &Reader) -> Vec<String> {
    let mut problems = Vec::new();
    let mut add = |whose: &str, found: Vec<String>| {
        problems.extend(found.iter().map(|found| format!(", {whose}: {found}")));
    };
    look::resize(&reader.browser, look::WIDTHS[0], 800);
    reader.choose_theme("navy");
    reader.settle();
    add("navy, on a phone", axe::faint_texts(&reader.browser));
    reader.choose_theme("light");
    add("light, on a phone", axe::problems(&reader.browser));
    look::resize(&reader.browser, look::WIDTHS[1], 800);
    reader.settle();
    add("light", axe::problems(&reader.browser));
    reader.choose_theme("navy");
    add("navy", axe::faint_texts(&reader.browser));
    problems
}

/// The texts of this page are those of the others, and axe would judge them for minutes. What is new
/// is that they are together.
fn problems_of_all_pages_in_one(reader: &Reader) -> Vec<String> {
    let problems = axe::problems_but_colors(&reader.browser).into_iter();
    problems.map(|problem| format!(": {problem}")).collect()
}

/// axe does not judge texts on a pattern, such as pieces to type with their bar.
pub fn every_text_stands_out() {
    let problems = on_each_page(Reader::start, |reader, _| {
        let themes = ["light"].into_iter().chain(OTHER_THEMES);
        themes
            .filter_map(|theme| faintest_text(reader, theme))
            .collect()
    });
    expect_none(
        "each page",
        "a contrast of 4.5 for each text",
        &problems,
        "book/assets/tour.css",
    );
}

fn faintest_text(reader: &Reader, theme: &str) -> Option<String> {
    reader.choose_theme(theme);
    let text = look::faintest_text(&reader.browser)?;
    Some(format!(", {theme}: {text}"))
}
