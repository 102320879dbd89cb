//! How a page looks: on a phone and on a desk, by day and by night.

use std::fs;

use kit::fail;

use crate::base64::decode;
use crate::browser::Browser;
use crate::json::Json;
use crate::server::target_folder;

/// The least contrast of text that WCAG 2 asks for at level AA (1.4.3).
const CONTRAST: f64 = 4.5;

pub const SCHEMES: [&str; 2] = ["light", "dark"];

/// The widths of a phone and of a desktop window.
pub const WIDTHS: [u32; 2] = [390, 1280];

/// Prefers light or dark from here on.
pub fn prefer(browser: &Browser, scheme: &str) {
    let features =
        format!(r#"{{"features":[{{"name":"prefers-color-scheme","value":"{scheme}"}}]}}"#);
    browser.devtools("Emulation.setEmulatedMedia", &features);
    let query = format!("return matchMedia('(prefers-color-scheme: {scheme})').matches");
    assert_eq!(
        browser.script(&query),
        Json::Bool(true),
        "Chromium does not prefer {scheme}"
    );
}

/// Gives the page a screen of this size. A narrow one is a phone's, which heeds `viewport`.
pub fn resize(browser: &Browser, width: u32, height: u32) {
    let is_phone = width < 600;
    browser.devtools(
        "Emulation.setDeviceMetricsOverride",
        &format!(
            r#"{{"width":{width},"height":{height},"deviceScaleFactor":1,"mobile":{is_phone}}}"#
        ),
    );
}

/// Nothing is wider than the screen, and the page is as wide as this.
pub fn expect_no_overflow(browser: &Browser, name: &str, width: u32) {
    let sizes = browser.script(
        "const { scrollWidth, clientWidth } = document.documentElement; \
         return [scrollWidth, clientWidth, innerWidth];",
    );
    let [scroll, client, inner] = sizes.list() else {
        panic!("three numbers expected, not {sizes:?}");
    };
    if scroll.number() > client.number() || inner.number() != f64::from(width) {
        fail(
            &format!("the page {name} on a screen {width} wide"),
            "innerWidth as wide as the screen, and scrollWidth not above clientWidth",
            &format!("scrollWidth, clientWidth, innerWidth: {sizes:?}"),
            "viewport, overflow-wrap and widths in the style sheet",
        );
    }
}

/// Every text stands out from what is behind it.
pub fn expect_contrast(browser: &Browser, name: &str, scheme: &str) {
    if let Some(text) = faintest_text(browser) {
        fail(
            &format!("the page {name}, {scheme}"),
            &format!("a contrast of at least {CONTRAST} for every text"),
            &text,
            "the colours at the top of pages/top.html",
        );
    }
}

/// The text that stands out least, and how much, if that is not enough.
pub fn faintest_text(browser: &Browser) -> Option<String> {
    let worst = browser.script(include_str!("scripts/contrast.js"));
    let (contrast, text) = (worst.at("contrast").number(), worst.at("text").text());
    let is_enough = contrast >= CONTRAST; // which no NaN is
    (!is_enough).then(|| format!("{contrast:.2} for {text:.60?}"))
}

/// Saves a picture of the whole page, for people to look at, in `target/browser`.
pub fn save_picture(browser: &Browser, name: &str, scheme: &str, width: u32) {
    let height = browser
        .script("return document.documentElement.scrollHeight")
        .number();
    resize(browser, width, height as u32);
    let picture = browser.devtools("Page.captureScreenshot", "{}");
    let folder = target_folder().join("browser");
    let path = folder.join(format!("{name}-{scheme}-{width}.png"));
    let saved = fs::create_dir_all(path.parent().unwrap_or(&folder))
        .and_then(|()| fs::write(&path, decode(picture.at("data").text())));
    saved.unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
}
