//! What an exploration asks of every order.

use super::{Schedule, Walk};

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

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            bound: Some(2),
            steps: 20_000,
            processors: 2,
            busy_is_wrong: false,
            may_leak: false,
            may_panic: false,
            process: None,
            fine: false,
            tell: false,
            walk: None,
        }
    }
}

impl Rules {
    /// What the choices of a schedule depend on, before them.
    pub fn prefix(&self) -> String {
        let bound = self
            .bound
            .map_or("all".to_string(), |bound| bound.to_string());
        format!("{bound}{}:", if self.fine { "+" } else { "" })
    }

    /// What `prefix` and a schedule have written.
    ///
    /// # Panics
    /// If it is something else.
    pub fn read(&self, text: &str) -> (Rules, Schedule) {
        let no_order = |why: &str| -> ! { panic!("this is no order: {why}") };
        let Some((prefix, rest)) = text.split_once(':') else {
            no_order(&format!("{text:?} has no colon"));
        };
        let number = prefix.trim_end_matches('+');
        let bound = match number {
            "all" => None,
            _ => match number.parse() {
                Ok(bound) => Some(bound),
                Err(_) => no_order(&format!("{number:?} is no number")),
            },
        };
        let fine = number.len() < prefix.len();
        let rules = self.clone();
        let schedule = Schedule::parse(rest).unwrap_or_else(|why| no_order(&why));
        (
            Rules {
                bound,
                fine,
                ..rules
            },
            schedule,
        )
    }
}
