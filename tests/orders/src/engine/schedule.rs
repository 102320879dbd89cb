//! The choices that make one order out of all that are possible, and the way to the next order.

use super::Dice;
use std::fmt::{self, Display, Formatter};

/// One choice: which of how many. `of` is 0 if the choice was read from a line of text.
#[derive(Clone, Copy)]
struct Choice {
    chosen: u32,
    of: u32,
}

/// The choices of one order, those to come and those that were made.
#[derive(Clone, Default)]
pub(crate) struct Schedule {
    choices: Vec<Choice>,
    made: usize,
    /// The program offered other choices than it did before, after the same ones.
    pub strayed: bool,
    /// In a walk it is these that choose.
    pub dice: Option<Dice>,
}

impl Schedule {
    /// What `Display` has written, as choices again.
    pub fn parse(text: &str) -> Result<Schedule, String> {
        let mut choices = Vec::new();
        for word in text.split('.').filter(|word| *word != "-") {
            let no_choice = || format!("{word:?} in {text:?} is no choice");
            let (chosen, of) = word.split_once('/').unwrap_or((word, "0"));
            let number = |text: &str| text.parse().map_err(|_| no_choice());
            choices.push(Choice {
                chosen: number(chosen)?,
                of: number(of)?,
            });
        }
        Ok(Schedule {
            choices,
            ..Schedule::default()
        })
    }

    /// One of `of`: as it was planned, and after the end of the plan always the first.
    pub fn choose(&mut self, of: usize) -> usize {
        if of < 2 {
            return 0;
        }
        if let Some(dice) = &mut self.dice {
            return dice.below(of);
        }
        let of = u32::try_from(of).unwrap_or(u32::MAX);
        let made = self.made;
        self.made += 1;
        let Some(choice) = self.choices.get_mut(made) else {
            self.choices.push(Choice { chosen: 0, of });
            return 0;
        };
        if choice.chosen >= of || (choice.of != 0 && choice.of != of) {
            self.strayed = true;
            return 0;
        }
        choice.of = of;
        choice.chosen as usize
    }

    /// Goes on to the next order, depth first. `false` says that there is none.
    pub fn advance(&mut self) -> bool {
        self.choices.truncate(self.made);
        self.made = 0;
        while let Some(choice) = self.choices.last_mut() {
            if choice.chosen + 1 < choice.of {
                choice.chosen += 1;
                return true;
            }
            self.choices.pop();
        }
        false
    }

    /// With the number of choices there were each time.
    pub fn in_full(&self) -> String {
        let all = self.choices.iter();
        let all = all.map(|choice| format!("{}/{}", choice.chosen, choice.of));
        joined(&all.collect::<Vec<_>>())
    }

    /// All choices have been made: this was another process.
    pub fn made(mut self) -> Schedule {
        self.made = self.choices.len();
        self
    }

    /// The same order from its start.
    pub fn again(&self) -> Schedule {
        let mut again = self.clone();
        again.choices.truncate(self.made);
        again.made = 0;
        again
    }
}

impl Display for Schedule {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let made = &self.choices[..self.made.min(self.choices.len())];
        let last = made.iter().rposition(|choice| choice.chosen > 0);
        let made = made[..last.map_or(0, |last| last + 1)].iter();
        let chosen: Vec<String> = made.map(|choice| choice.chosen.to_string()).collect();
        f.write_str(&joined(&chosen))
    }
}

fn joined(choices: &[String]) -> String {
    match choices {
        [] => "-".to_string(),
        _ => choices.join("."),
    }
}
