//! How a seed makes a plan.

use crate::crowds;
use crate::plan::Theme::{self, *};
use crate::plan::{Output, Plan, Times, ms};
use crate::signals::{SIGHUP, SIGINT, SIGTERM};
use orders::walk::Dice;
use std::ffi::c_int;
use std::time::Duration;

/// Each comes as often as it stands here.
const THEMES: [Theme; 10] = [
    AllSorts,
    AllSorts,
    Crowd,
    FewDescriptors,
    LastDescriptor,
    BusyWorkers,
    Uploads,
    Drips,
    Panics,
    ShortStop,
];

impl Plan {
    pub fn new(seed: u64) -> Plan {
        // The schedule has the seed itself.
        let dice = &mut Dice::new(!seed);
        let theme = THEMES[dice.below(THEMES.len())];
        let mut plan = Plan {
            seed,
            theme,
            address: ["127.0.0.1:7878", "127.0.0.1:0", "0.0.0.0:0", "[::]:8080"][dice.below(4)],
            times: times(theme, dice),
            output: output(dice),
            descriptors: match theme {
                FewDescriptors => 11 + dice.below(12),
                // Seven that the server needs, one for the next client, and these.
                LastDescriptor => 8 + 2 + dice.below(5),
                _ if dice.once_in(20) => 9 + dice.below(3),
                _ => 1_000,
            },
            room: [300, 1_000, 5_000, 60_000][dice.below(4)],
            short: [0, 0, 2, 5][dice.below(4)],
            aborts: dice.once_in(2),
            once_in: [4, 20, 100, 100_000][dice.below(4)],
            hangup_is_ignored: dice.once_in(4),
            scripts: Vec::new(),
            signals: Vec::new(),
        };
        plan.scripts = crowds::of(&plan, dice);
        plan.signals = signals(&plan, dice);
        plan
    }
}

fn times(theme: Theme, dice: &mut Dice) -> Times {
    let mut around = |millis: u64| ms(millis / 2 + dice.below(millis as usize) as u64);
    let drain = around(if theme == Uploads { 2_000 } else { 1_000 });
    Times {
        request: around(if theme == FewDescriptors {
            2_400
        } else {
            1_200
        }),
        reply: around(800),
        drain,
        sleep: around(700),
        stop: match theme {
            ShortStop => around(800),
            _ => ms(30_000),
        },
    }
}

fn output(dice: &mut Dice) -> Output {
    let from = ms(dice.below(2_000) as u64);
    match dice.below(12) {
        0 | 1 => Output::Blocks(from, None),
        2 => Output::Blocks(from, Some(from + ms(dice.below(3_000) as u64))),
        3 => Output::Closed(from),
        _ => Output::IsRead,
    }
}

/// One at least, or the world would not end.
fn signals(plan: &Plan, dice: &mut Dice) -> Vec<(Duration, c_int)> {
    let at = ms(match dice.below(6) {
        0 => dice.below(5),
        _ => 100 + dice.below(2_400),
    } as u64);
    // Somebody who comes exactly then.
    let starts: Vec<Duration> = plan.scripts.iter().map(|script| script.start).collect();
    let at = match (plan.theme, dice.below(3)) {
        (Uploads | LastDescriptor, 0 | 1) => {
            starts[starts.len() - 1] + ms(110 + dice.below(100) as u64)
        }
        (_, 0) => starts[dice.below(starts.len())],
        _ => at,
    };
    let number = [SIGINT, SIGINT, SIGTERM, SIGHUP][dice.below(4)];
    let mut signals = vec![(at, number)];
    if number == SIGHUP && plan.hangup_is_ignored {
        signals.push((at + ms(dice.below(500) as u64), SIGINT));
    } else if dice.once_in(12) {
        signals.push((at + ms(dice.below(1_000) as u64), SIGTERM));
    }
    signals
}
