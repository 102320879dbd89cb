//! Time lines: a row for each client, thread or worker; time goes from left to right.

use super::Drawn;
use super::csv::Csv;
use super::look::Kind;
use super::span::{self, Span};
use super::svg::{self, Svg, WIDTH};

pub struct Scene {
    pub name: &'static str,
    pub title: &'static str,
    /// The rows, and a second line of text for each.
    pub rows: &'static [(&'static str, &'static str)],
    /// In the order in which they are drawn.
    pub kinds: &'static [Kind],
    /// How long the axis is at least, in seconds.
    pub seconds: f64,
}

const LEFT: f64 = 78.0;
const RIGHT: f64 = WIDTH - 12.0;
const TOP: f64 = 22.0;
const ROW: f64 = 42.0;
const BAR: f64 = 24.0;

/// Draws a recorded run.
pub fn draw(scene: &Scene, csv: &Csv) -> Result<Drawn, String> {
    let spans = span::read(csv)?;
    let seconds = spans
        .iter()
        .map(|span| span.to / 1000.0)
        .fold(scene.seconds, f64::max);
    let mut plot = Plot {
        svg: Svg::new(scene.name, scene.title),
        unit: (RIGHT - LEFT) / seconds,
        bottom: TOP + scene.rows.len() as f64 * ROW,
    };
    plot.axis(seconds);
    for span in spans.iter().filter(|span| span.row == "all") {
        plot.mark(span);
    }
    for (number, (name, detail)) in scene.rows.iter().enumerate() {
        let y = TOP + number as f64 * ROW;
        plot.name(name, detail, y);
        for kind in scene.kinds {
            let is_it = |span: &&Span| span.row == *name && kind.is_seen(span);
            let spans = spans.iter().filter(is_it);
            spans.for_each(|span| plot.span(kind, span, y));
        }
    }
    let end = plot.legend(scene.kinds, &spans);
    Ok((plot.svg.finish(end, &csv.origin), Vec::new()))
}

struct Plot {
    svg: Svg,
    /// Units a second.
    unit: f64,
    bottom: f64,
}

impl Plot {
    fn x(&self, millis: f64) -> f64 {
        LEFT + millis / 1000.0 * self.unit
    }

    /// What stands to the left of a row.
    fn name(&mut self, name: &str, detail: &str, y: f64) {
        let lift = if detail.is_empty() { 22.0 } else { 15.0 };
        self.svg.text("fig-text", 4.0, y + lift, name);
        if !detail.is_empty() {
            self.svg.text("fig-mono fig-muted", 4.0, y + 31.0, detail);
        }
    }

    fn axis(&mut self, seconds: f64) {
        let step = if seconds > 3.0 { 1.0 } else { 0.5 };
        let mut at = 0.0;
        while at <= seconds {
            let x = self.x(at * 1000.0);
            let d = format!("M{x:.1} {TOP:.1}V{:.1}", self.bottom + 4.0);
            self.svg.path("fig-grid", &d);
            let label = if at == 0.0 {
                "0 s".to_string()
            } else {
                format!("{at}")
            };
            self.svg
                .text("fig-small fig-mid", x, self.bottom + 18.0, &label);
            at += step;
        }
        let d = format!("M{LEFT:.1} {:.1}H{RIGHT:.1}", self.bottom);
        self.svg.path("fig-thin", &d);
    }

    fn span(&mut self, kind: &Kind, span: &Span, y: f64) {
        let x = self.x(span.from);
        let width = (self.x(span.to) - x).max(2.0);
        let bar = [x, y + 6.0, width, BAR];
        if !kind.look.paint(&mut self.svg, &span.row, bar) {
            return;
        }
        let needed = svg::width(kind.what) + 8.0;
        if needed < width {
            let x = x + width / 2.0;
            if kind.look.is_uneven() {
                let under = [x - needed / 2.0, y + 10.0, needed, BAR - 8.0];
                self.svg.rect("fig-box", under);
            }
            let y = y + 10.0 + BAR / 2.0;
            self.svg.text("fig-small fig-mid", x, y, kind.what);
        }
    }

    fn mark(&mut self, span: &Span) {
        let x = self.x(span.from);
        let d = format!("M{x:.1} {TOP:.1}V{:.1}", self.bottom);
        self.svg.path("fig-line fig-dash fig-accent", &d);
        let class = "fig-small fig-mid";
        self.svg.text(class, x, TOP - 6.0, &span.what);
    }

    /// Returns where it ends.
    fn legend(&mut self, kinds: &[Kind], spans: &[Span]) -> f64 {
        let mut y = self.bottom + 26.0;
        let is_drawn = |kind: &&Kind| spans.iter().any(|span| kind.is_seen(span));
        for kind in kinds.iter().filter(is_drawn) {
            if kind.legend.is_empty() {
                continue;
            }
            let swatch = kind.look.swatch(y);
            kind.look.paint(&mut self.svg, "worker-1", swatch);
            self.svg.text("fig-small", 38.0, y + 14.0, kind.legend);
            y += 20.0;
        }
        y
    }
}
