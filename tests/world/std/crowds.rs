//! Which clients come, and when.

use crate::kinds::{
    any, asks, drips, leaves, panics, silent, sleeps, sleeps_or_asks, up_to, uploads,
};
use crate::plan::{Plan, Theme, ms};
use crate::scripts::Script;
use orders::walk::Dice;
use std::ops::Range;
use std::time::Duration;

/// All clients of a plan.
pub fn of(plan: &Plan, dice: &mut Dice) -> Vec<Script> {
    let any = |dice: &mut Dice| (0..1 + dice.below(5)).map(|_| any(plan, dice)).collect();
    let start = up_to(1_000, dice) + ms(1);
    match plan.theme {
        Theme::LastDescriptor => all_silent(plan.descriptors - 8, start, dice),
        // The silent have them all, and nobody keeps a worker busy.
        Theme::FewDescriptors if dice.once_in(2) => {
            let mut scripts = all_silent(plan.descriptors - 7, start, dice);
            add(&mut scripts, 1..5, dice, asks);
            started(scripts, dice, start + ms(100))
        }
        _ => {
            let some = any(dice);
            let scripts = themed(plan, dice, some);
            started(scripts, dice, start)
        }
    }
}

fn themed(plan: &Plan, dice: &mut Dice, mut scripts: Vec<Script>) -> Vec<Script> {
    let all = &mut scripts;
    match plan.theme {
        Theme::Crowd => {
            let most = if dice.once_in(8) { 600 } else { 60 };
            let start = up_to(1_500, dice);
            add(all, 10..most, dice, |dice| Script {
                start,
                ..asks(dice)
            });
        }
        Theme::FewDescriptors => {
            add(all, 3..18, dice, silent);
            add(all, 4..20, dice, sleeps_or_asks);
        }
        Theme::BusyWorkers | Theme::ShortStop => {
            add(all, 3..12, dice, sleeps);
            add(all, 1..7, dice, leaves);
        }
        Theme::Uploads => add(all, 1..5, dice, |dice| uploads(plan, dice)),
        Theme::Drips => add(all, 1..5, dice, |dice| drips(plan, dice)),
        Theme::Panics => add(all, 1..10, dice, panics),
        Theme::AllSorts | Theme::LastDescriptor => {}
    }
    scripts
}

/// Some more of a kind.
fn add(
    scripts: &mut Vec<Script>,
    count: Range<usize>,
    dice: &mut Dice,
    kind: impl Fn(&mut Dice) -> Script,
) {
    let count = count.start + dice.below(count.end - count.start);
    scripts.extend((0..count).map(|_| kind(dice)));
}

fn all_silent(count: usize, start: Duration, dice: &mut Dice) -> Vec<Script> {
    let mut one = silent(dice);
    one.start = start;
    vec![one; count]
}

/// Who has no time yet comes at any time, or with others.
fn started(mut scripts: Vec<Script>, dice: &mut Dice, together: Duration) -> Vec<Script> {
    for script in scripts.iter_mut().filter(|script| script.start.is_zero()) {
        script.start = match dice.once_in(2) {
            true => together + up_to(100, dice),
            false => up_to(2_000, dice),
        };
    }
    scripts
}
