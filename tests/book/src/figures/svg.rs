//! A drawing, 360 units wide: the classes are those of book/assets/tour.css.

use std::fmt::Write;

use super::origin;

pub const WIDTH: f64 = 360.0;

/// How wide a character of the smallest text is, at the most and on average.
const CHARACTER: f64 = 6.2;

pub struct Svg {
    name: &'static str,
    title: String,
    body: String,
}

impl Svg {
    /// A drawing without anything. Its ids begin with `name`; `title` says what it shows.
    pub fn new(name: &'static str, title: &str) -> Svg {
        Svg {
            name,
            title: escape(title),
            body: String::new(),
        }
    }

    pub fn rect(&mut self, class: &str, [x, y, width, height]: [f64; 4]) {
        self.line(format!(
            r#"<rect class="{class}" x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}"/>"#
        ));
    }

    /// A hatched rectangle with a dashed edge.
    pub fn hatch(&mut self, [x, y, width, height]: [f64; 4]) {
        let name = self.name;
        self.line(format!(
            r#"<rect fill="url(#{name}-hatch)" x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}"/>"#
        ));
        self.rect("fig-wait", [x, y, width, height]);
    }

    pub fn path(&mut self, class: &str, d: &str) {
        self.line(format!(r#"<path class="{class}" d="{d}"/>"#));
    }

    pub fn dot(&mut self, x: f64, y: f64) {
        self.line(format!(
            r#"<circle class="fig-solid" cx="{x:.1}" cy="{y:.1}" r="4"/>"#
        ));
    }

    pub fn cross(&mut self, x: f64, y: f64) {
        let d = format!("M{:.1} {:.1}l10 10m0 -10l-10 10", x - 5.0, y - 5.0);
        self.path("fig-warn", &d);
    }

    pub fn text(&mut self, class: &str, x: f64, y: f64, text: &str) {
        let text = escape(text);
        self.line(format!(
            r#"<text class="{class}" x="{x:.1}" y="{y:.1}">{text}</text>"#
        ));
    }

    /// Says below everything where the numbers come from; ends the drawing.
    pub fn finish(mut self, mut y: f64, from: &str) -> String {
        for text in origin::lines(from) {
            y += 16.0;
            for part in wrapped(&text) {
                self.text("fig-small fig-muted", 4.0, y, &part);
                y += 16.0;
            }
            y -= 16.0;
        }
        let (name, title, body) = (self.name, self.title, self.body);
        format!(
            "<svg class=\"fig\" viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\" \
             aria-labelledby=\"{name}-title\" xmlns=\"http://www.w3.org/2000/svg\">\n\
             <title id=\"{name}-title\">{title}</title>\n\
             <defs><pattern id=\"{name}-hatch\" width=\"6\" height=\"6\" \
             patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <line class=\"fig-thin\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"6\"/></pattern></defs>\n\
             {body}</svg>\n",
            height = y + 8.0,
        )
    }

    fn line(&mut self, text: String) {
        writeln!(self.body, "{text}").expect("a string takes everything");
    }
}

/// How wide a text is, roughly.
pub fn width(text: &str) -> f64 {
    text.chars().count() as f64 * CHARACTER
}

/// The text in lines that fit into the drawing.
pub fn wrapped(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let last = lines.last_mut().expect("there is always one");
        if last.is_empty() {
            *last = word.to_string();
        } else if width(last) + width(word) < WIDTH - 8.0 {
            *last = format!("{last} {word}");
        } else {
            lines.push(word.to_string());
        }
    }
    lines
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
