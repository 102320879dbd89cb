//! Bars: a label above each, its value beside it.

use super::svg::{self, Svg, WIDTH};

pub struct Bar {
    pub class: &'static str,
    pub label: String,
    pub value: f64,
    /// The value as it is written.
    pub text: String,
    /// From the least to the most, where there were several rounds.
    pub range: Option<(f64, f64)>,
}

/// Bars that belong together, below a word.
pub type Group = (String, Vec<Bar>);

/// A value that every bar is compared with, and its name: a line across each bar.
pub type Mark = (f64, &'static str);

const LEFT: f64 = 8.0;
const BAR: f64 = 14.0;

impl Bar {
    /// A bar without a range.
    pub fn new(class: &'static str, label: &str, value: f64, text: String) -> Bar {
        let (label, range) = (label.to_string(), None);
        Bar {
            class,
            label,
            value,
            text,
            range,
        }
    }
}

/// Draws them; `legend` is a line of text below.
pub fn draw(
    mut svg: Svg,
    groups: &[Group],
    mark: Option<Mark>,
    legend: &str,
    origin: &str,
) -> String {
    let bars = || groups.iter().flat_map(|(_, bars)| bars);
    let most = bars().map(|bar| bar.range.map_or(bar.value, |(_, most)| most));
    let most = most.chain(mark.map(|(value, _)| value)).fold(0.0, f64::max);
    let unit = (WIDTH - 2.0 * LEFT) / most;
    let mut y = 4.0;
    if let Some((value, label)) = mark {
        svg.text("fig-small fig-mid", LEFT + value * unit, 16.0, label);
        y = 18.0;
    }
    for (head, bars) in groups {
        svg.text("fig-head", LEFT, y + 16.0, head);
        y = draw_group(&mut svg, bars, y + 22.0, unit, mark);
    }
    for line in svg::wrapped(legend).iter().filter(|line| !line.is_empty()) {
        y += 16.0;
        svg.text("fig-small", LEFT, y, line);
    }
    svg.finish(y + 4.0, origin)
}

/// Returns where it ends.
fn draw_group(svg: &mut Svg, bars: &[Bar], mut y: f64, unit: f64, mark: Option<Mark>) -> f64 {
    for bar in bars {
        draw_bar(svg, bar, y, unit);
        if let Some((value, _)) = mark {
            let x = LEFT + value * unit;
            let d = format!("M{x:.1} {:.1}v{:.1}", y + 17.0, BAR + 6.0);
            svg.path("fig-line fig-accent", &d);
        }
        y += BAR + 24.0;
    }
    y + 4.0
}

fn draw_bar(svg: &mut Svg, bar: &Bar, y: f64, unit: f64) {
    svg.text("fig-text", LEFT, y + 15.0, &bar.label);
    svg.text("fig-text fig-end", WIDTH - LEFT, y + 15.0, &bar.text);
    let width = (bar.value * unit).max(1.0);
    svg.rect(bar.class, [LEFT, y + 20.0, width, BAR]);
    if let Some((least, most)) = bar.range {
        let (from, to) = (LEFT + least * unit, LEFT + most * unit);
        let middle = y + 20.0 + BAR / 2.0;
        let top = middle - 4.0;
        let d = format!("M{from:.1} {middle:.1}H{to:.1}M{from:.1} {top:.1}v8M{to:.1} {top:.1}v8");
        svg.path("fig-thin", &d);
    }
}
