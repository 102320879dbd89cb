//! Clients that take their time.

use crate::plan::{Plan, ms};
use crate::scripts::{ASKED, Expects, GET, POST, REPLY, Reads, Script};
use orders::walk::Dice;
use std::time::Duration;

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
