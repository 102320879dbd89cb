//! How a seed makes a plan.

use crate::crowds;
use crate::plan::Theme::{self, *};
use crate::plan::{Output, Plan, Times, ms};
use crate::signals::{SIGHUP, SIGINT, SIGTERM};
use orders::walk::Dice;
use std::ffi::c_int;
use std::time::Duration;

impl Plan {
    pub fn new(seed: u64) -> Plan {
        // The schedule has the seed itself.
        let dice = &mut Dice::new(!seed);
        let theme = match dice.below(10) {
            0 | 1 => AllSorts,
            2 => Crowd,
            3 => FewDescriptors,
            4 => LastDescriptor,
            5 => BusyWorkers,
            6 => Uploads,
            7 => Drips,
            8 => Panics,
            _ => ShortStop,
        };
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
    let twice = |is_it| if is_it { 2 } else { 1 };
    let drain = around(1_000 * twice(theme == Uploads));
    Times {
        request: around(1_200 * twice(theme == FewDescriptors)),
        reply: around(800),
        drain,
        sleep: around(700),
        stop: if theme == ShortStop {
            around(800)
        } else {
            ms(30_000)
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
    let is_early = dice.below(6) == 0;
    let at = if is_early {
        dice.below(5)
    } else {
        100 + dice.below(2_400)
    };
    // Somebody who comes exactly then.
    let start = |at: usize| plan.scripts[at].start;
    let count = plan.scripts.len();
    let at = match (plan.theme, dice.below(3)) {
        (Uploads | LastDescriptor, 0 | 1) => start(count - 1) + ms(110 + dice.below(100) as u64),
        (_, 0) => start(dice.below(count)),
        _ => ms(at as u64),
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
