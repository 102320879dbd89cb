//! How what happens in a time line looks.

use super::span::Span;
use super::svg::Svg;

/// The shortest wait that is drawn, in milliseconds.
const SHORTEST: f64 = 10.0;

/// How a kind of span looks. None is told from another by its colour alone.
pub enum Look {
    /// A bar with this class.
    Bar(&'static str),
    /// A bar in the colour and with the edge of its worker.
    Worker,
    /// An empty bar with a dashed edge. Too short a wait to see (see `SHORTEST`) is not drawn.
    Wait,
    /// A hatched bar, for a wait of another kind.
    Hatch,
    /// A thin bar along the lower edge of the row.
    Strip(&'static str),
    Dot,
    Cross,
}

pub struct Kind {
    pub what: &'static str,
    pub look: Look,
    /// What it means, for the legend; empty where the picture says it itself.
    pub legend: &'static str,
}

impl Kind {
    pub const fn new(what: &'static str, look: Look, legend: &'static str) -> Kind {
        Kind { what, look, legend }
    }

    /// Whether a span is of this kind, and long enough to be drawn.
    pub fn is_seen(&self, span: &Span) -> bool {
        let is_long = span.to - span.from >= SHORTEST;
        let is_wait = matches!(self.look, Look::Wait | Look::Hatch);
        span.what == self.what && (is_long || !is_wait)
    }
}

impl Look {
    /// Draws it there, and says whether a text may stand in it. `row` is for [`Look::Worker`].
    pub fn paint(&self, svg: &mut Svg, row: &str, bar: [f64; 4]) -> bool {
        let [x, y, width, height] = bar;
        match self {
            Look::Bar(class) => svg.rect(class, bar),
            Look::Worker => svg.rect(&format!("fig-{row}"), bar), // `fig-worker-1` and so on
            Look::Wait => svg.rect("fig-wait", bar),
            Look::Hatch => svg.hatch(bar),
            Look::Strip(class) => svg.rect(class, [x, y + height + 3.0, width, 5.0]),
            Look::Dot => svg.dot(x, y + height / 2.0),
            Look::Cross => svg.cross(x, y + height / 2.0),
        }
        !matches!(self, Look::Strip(_) | Look::Dot | Look::Cross)
    }

    /// Where it stands in the legend, in a line that begins at `y`.
    pub fn swatch(&self, y: f64) -> [f64; 4] {
        match self {
            Look::Strip(_) => [4.0, y + 2.0, 26.0, 3.0], // the strip comes below that
            Look::Dot | Look::Cross => [17.0, y + 3.0, 0.0, 14.0],
            _ => [4.0, y + 3.0, 26.0, 14.0],
        }
    }

    /// Whether a text in it needs a plain ground.
    pub fn is_uneven(&self) -> bool {
        matches!(self, Look::Hatch)
    }
}
