//! The kinds of clients.

use crate::plan::{Plan, ms};
use crate::scripts::{ASKED, Expects, GET, PANIC, POST, REPLY, Reads, SLEEP, Script};
use orders::walk::Dice;
use std::time::Duration;

/// A time of up to so many milliseconds.
pub fn up_to(millis: u64, dice: &mut Dice) -> Duration {
    Duration::from_micros(dice.below(millis as usize * 1_000 + 1) as u64)
}

pub fn any(plan: &Plan, dice: &mut Dice) -> Script {
    match dice.below(14) {
        0..=3 => asks(dice),
        4 => sleeps(dice),
        5 => silent(dice),
        6 => leaves(dice),
        7 => uploads(plan, dice),
        8 | 9 => drips(plan, dice),
        10 => panics(dice),
        11 => pipelines(plan, dice),
        12 => slow_reader(plan, dice),
        _ => half(dice),
    }
}

pub fn asks(dice: &mut Dice) -> Script {
    let usual = dice.once_in(2);
    let (request, expects) = ASKED[if usual { 0 } else { dice.below(ASKED.len()) }];
    Script {
        ends: dice.once_in(6),
        lingers: up_to(if dice.once_in(6) { 2_000 } else { 1 }, dice),
        ..Script::new("a request", request, expects)
    }
}

pub fn sleeps(_: &mut Dice) -> Script {
    Script::new("a sleeper", SLEEP, Expects::Reply(200, false))
}

pub fn sleeps_or_asks(dice: &mut Dice) -> Script {
    let kind = if dice.once_in(2) { sleeps } else { asks };
    kind(dice)
}

pub fn silent(dice: &mut Dice) -> Script {
    let said: &[u8] = [b"".as_slice(), b"GET / HT"][dice.below(2)];
    Script {
        head: None,
        ..Script::new("a silent one", said, Expects::TooLate)
    }
}

pub fn half(dice: &mut Dice) -> Script {
    let after = [up_to(300, dice), up_to(300, dice)];
    let reset = dice.below(2);
    Script {
        head: None,
        leaves: Some((after[reset], reset == 1)),
        ..Script::new("half a request", b"GET / HTTP/1.1\r\nHo", Expects::Anything)
    }
}

pub fn leaves(dice: &mut Dice) -> Script {
    let after = up_to([0, 0, 300][dice.below(3)], dice);
    let leaves = Some((after, dice.once_in(4)));
    let request = [SLEEP, GET][dice.below(2)];
    Script {
        leaves,
        ..Script::new("an impatient one", request, Expects::Anything)
    }
}

pub fn panics(dice: &mut Dice) -> Script {
    Script {
        lingers: up_to(5, dice),
        ..Script::new("a bug", PANIC, Expects::Nothing)
    }
}

pub fn pipelines(plan: &Plan, dice: &mut Dice) -> Script {
    let both = [GET, POST].concat();
    // If the first comes alone, it is answered, and nobody waits for a second.
    let expects = match plan.short {
        0 => Expects::Reply(200, false),
        _ => Expects::Anything,
    };
    Script {
        lingers: plan.times.drain * if dice.once_in(3) { 2 } else { 0 },
        ..Script::new("two requests", &both, expects)
    }
}

pub fn slow_reader(plan: &Plan, dice: &mut Dice) -> Script {
    let pause = plan.times.reply.mul_f64(0.6);
    let mut script = Script::new("a slow reader", GET, Expects::Anything);
    if dice.once_in(2) {
        script.reads.0 = plan.times.reply * 3;
    } else {
        script.reads = Reads(Duration::ZERO, 700 + dice.below(2_000), pause);
        script.expects = Expects::Reply(200, false);
    }
    script
}

/// A head, and then bytes of its body: in less time than one has for that, and without a pause of
/// half a second.
pub fn uploads(plan: &Plan, dice: &mut Dice) -> Script {
    let count = 2 + dice.below(8);
    let most = plan.times.drain.mul_f64(0.7) / count as u32;
    let most = most.min(ms(400));
    let body = (0..count).map(|_| {
        let part = 0.5 + dice.below(50) as f64 / 100.0;
        (most.mul_f64(part), vec![b'x'])
    });
    // It reads when it has sent all. If there is no room for its reply, the server gives up before.
    let expects = match plan.room > REPLY {
        true => Expects::Reply(405, false),
        false => Expects::Anything,
    };
    let mut script = Script::new("an upload", POST, expects);
    script.pieces.extend(body);
    script
}

/// A request byte by byte, in time or too late.
pub fn drips(plan: &Plan, dice: &mut Dice) -> Script {
    let (request, expects) = ASKED[dice.below(4)];
    let late = dice.once_in(2);
    let all = plan.times.request.mul_f64(if late { 1.5 } else { 0.7 });
    let most = (all.as_millis() as usize / 190 + 1).max(3);
    let size = 1 + dice.below(request.len() / most);
    let count = request.len().div_ceil(size);
    let pause = all / count as u32;
    let pieces: Vec<_> = request
        .chunks(size)
        .map(|piece| (pause, piece.to_vec()))
        .collect();
    let head = (!late).then_some(pieces.len());
    Script {
        pieces,
        head,
        attentive: true,
        ..Script::new("a drip", b"", if late { Expects::TooLate } else { expects })
    }
}
