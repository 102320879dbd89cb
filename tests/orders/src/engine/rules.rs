//! What an exploration asks of every order.

use super::schedule::Schedule;
use super::walk::Walk;

#[derive(Clone)]
pub(crate) struct Rules {
    /// How often a thread may lose its turn though it could go on. `None`: without bound.
    pub bound: Option<usize>,
    pub steps: usize,
    /// What `available_parallelism` says.
    pub processors: usize,
    pub busy_is_wrong: bool,
    pub may_leak: bool,
    pub may_panic: bool,
    /// Each order has a process of its own: that of this test, for this promise.
    pub process: Option<(String, String)>,
    /// Giving something back is a point too: somebody might only try, and not wait.
    pub fine: bool,
    /// Write the story.
    pub tell: bool,
    /// It is no search: a seed makes the choices, and the program ends the process.
    pub walk: Option<Walk>,
}

impl Rules {
    /// What the choices of a schedule depend on, before them.
    pub fn prefix(&self) -> String {
        let bound = self
            .bound
            .map_or_else(|| "all".to_string(), |bound| bound.to_string());
        format!("{bound}{}:", if self.fine { "+" } else { "" })
    }

    /// What `prefix` and a schedule have written.
    pub fn read(&self, text: &str) -> Result<(Rules, Schedule), String> {
        let (prefix, rest) = text
            .split_once(':')
            .ok_or_else(|| format!("{text:?} has no colon"))?;
        let bound = prefix.trim_end_matches('+');
        let fine = bound.len() < prefix.len();
        let bound = match bound {
            "all" => None,
            number => Some(
                number
                    .parse()
                    .map_err(|_| format!("{number:?} is no number"))?,
            ),
        };
        Ok((
            Rules {
                bound,
                fine,
                ..self.clone()
            },
            Schedule::parse(rest)?,
        ))
    }
}
