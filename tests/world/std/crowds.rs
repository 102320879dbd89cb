//! Which clients come, and when.

use crate::kinds::{any, asks, leaves, panics, silent, sleeps, sleeps_or_asks, up_to};
use crate::plan::{Plan, Theme, ms};
use crate::scripts::Script;
use crate::slow::{drips, uploads};
use orders::walk::Dice;
use std::time::Duration;

/// All clients of a plan.
pub fn of(plan: &Plan, dice: &mut Dice) -> Vec<Script> {
    let mut scripts: Vec<Script> = (0..1 + dice.below(5)).map(|_| any(plan, dice)).collect();
    match plan.theme {
        Theme::AllSorts => {}
        Theme::Crowd => {
            let most = if dice.once_in(8) { 700 } else { 60 };
            let start = up_to(1_500, dice);
            let count = 10 + dice.below(most);
            scripts.extend((0..count).map(|_| Script {
                start,
                ..asks(dice)
            }));
            return started(scripts, dice, start);
        }
        // The silent have them all, and nobody keeps a worker busy.
        Theme::FewDescriptors if dice.once_in(2) => {
            let start = up_to(300, dice) + ms(1);
            scripts = vec![silent(dice); plan.descriptors - 7];
            scripts.iter_mut().for_each(|script| script.start = start);
            scripts.extend((0..1 + dice.below(4)).map(|_| asks(dice)));
            return started(scripts, dice, start + ms(100));
        }
        Theme::FewDescriptors => {
            let count = 3 + dice.below(15);
            scripts.extend((0..count).map(|_| silent(dice)));
            scripts.extend((0..4 + dice.below(16)).map(|_| sleeps_or_asks(dice)));
        }
        Theme::LastDescriptor => {
            let start = up_to(300, dice) + ms(1);
            scripts = vec![silent(dice); plan.descriptors - 8];
            scripts.iter_mut().for_each(|script| script.start = start);
        }
        Theme::BusyWorkers | Theme::ShortStop => {
            scripts.extend((0..3 + dice.below(9)).map(|_| sleeps(dice)));
            scripts.extend((0..1 + dice.below(6)).map(|_| leaves(dice)));
        }
        Theme::Uploads => scripts.extend((0..1 + dice.below(4)).map(|_| uploads(plan, dice))),
        Theme::Drips => scripts.extend((0..1 + dice.below(4)).map(|_| drips(plan, dice))),
        Theme::Panics => scripts.extend((0..1 + dice.below(9)).map(|_| panics(dice))),
    }
    let together = up_to(1_000, dice);
    started(scripts, dice, together)
}

/// Who has no time yet comes at any time, or with others.
fn started(mut scripts: Vec<Script>, dice: &mut Dice, together: Duration) -> Vec<Script> {
    for script in &mut scripts {
        if script.start.is_zero() {
            script.start = match dice.once_in(2) {
                true => together + up_to(100, dice),
                false => up_to(2_000, dice),
            };
        }
    }
    scripts
}
