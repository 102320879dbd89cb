//! What clients do.

use crate::plan::{Plan, Theme, ms};
use orders::walk::Dice;
use std::time::Duration;

#[derive(Clone, Debug)]
pub struct Script {
    pub name: &'static str,
    pub start: Duration,
    /// What is sent, each after a pause.
    pub pieces: Vec<(Duration, Vec<u8>)>,
    /// How many pieces a whole head needs, if it becomes whole.
    pub head: Option<usize>,
    /// Looks for a reply before each piece, and sends no more if there is one.
    pub attentive: bool,
    /// Says that it has nothing more to send.
    pub ends: bool,
    pub leaves: Leaves,
    pub reads: Reads,
    /// Stays so long when it has read all.
    pub lingers: Duration,
    pub expects: Expects,
    pub sleeps: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Leaves {
    /// When it has its reply.
    AtTheEnd,
    /// So long after it has sent all; the second resets.
    After(Duration),
    Resets(Duration),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reads {
    AtOnce,
    /// So many bytes, and a pause.
    Slowly(usize, Duration),
    /// Only after that time.
    Never(Duration),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expects {
    /// A whole reply of this status; `true`: without a body.
    Reply(u16, bool),
    /// 408, and not before its time.
    TooLate,
    /// The end without a reply.
    Nothing,
    /// Nobody knows.
    Anything,
}

/// No reply has more bytes.
pub const REPLY: usize = 4_200;

const GET: &[u8] = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n";
const SLEEP: &[u8] = b"GET /sleep HTTP/1.1\r\nHost: a\r\n\r\n";
const PANIC: &[u8] = b"GET /panic HTTP/1.1\r\nHost: a\r\n\r\n";
const POST: &[u8] = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 200\r\n\r\n";

/// What is asked, and what is answered.
const ASKED: [(&[u8], Expects); 8] = [
    (GET, Expects::Reply(200, false)),
    (
        b"HEAD / HTTP/1.1\r\nHost: a\r\n\r\n",
        Expects::Reply(200, true),
    ),
    (b"GET /nowhere HTTP/1.0\r\n\r\n", Expects::Reply(404, false)),
    (
        b"DELETE / HTTP/1.1\r\nHost: a\r\n\r\n",
        Expects::Reply(405, false),
    ),
    (b"GET / HTTP/1.1\r\n\r\n", Expects::Reply(400, false)),
    (b"\x16\x03\x01\x02\r\n\r\n", Expects::Reply(400, false)),
    (
        b"GET / HTTP/2.0\r\nHost: a\r\n\r\n",
        Expects::Reply(505, false),
    ),
    (
        b"BREW / HTTP/1.1\r\nHost: a\r\n\r\n",
        Expects::Reply(501, false),
    ),
];

impl Script {
    fn new(name: &'static str, request: &[u8], expects: Expects) -> Script {
        Script {
            name,
            start: Duration::ZERO,
            pieces: vec![(Duration::ZERO, request.to_vec())],
            head: Some(1),
            attentive: false,
            ends: false,
            leaves: Leaves::AtTheEnd,
            reads: Reads::AtOnce,
            lingers: Duration::ZERO,
            expects,
            sleeps: request.starts_with(b"GET /sleep"),
        }
    }
}

impl Script {
    pub fn asks_for_a_head(&self) -> bool {
        let sent = self.pieces.iter().flat_map(|(_, bytes)| bytes);
        sent.take(5).eq(b"HEAD ")
    }

    /// How long a reply may wait for being read.
    pub fn reading(&self, plan: &Plan) -> Duration {
        let sends: Duration = self.pieces.iter().map(|(pause, _)| *pause).sum();
        let reads = match self.reads {
            Reads::AtOnce if self.attentive => return Duration::ZERO,
            Reads::AtOnce => Duration::ZERO,
            Reads::Slowly(size, pause) => pause * (REPLY.div_ceil(size.min(plan.room)) + 2) as u32,
            Reads::Never(time) => time,
        };
        (sends + reads).min(plan.times.reply * 2 + reads)
    }
}

/// A time of up to so many milliseconds.
fn up_to(millis: u64, dice: &mut Dice) -> Duration {
    Duration::from_micros(dice.below(millis as usize * 1_000 + 1) as u64)
}

/// All clients of a plan.
pub fn of(plan: &Plan, dice: &mut Dice) -> Vec<Script> {
    let mut scripts: Vec<Script> = (0..1 + dice.below(5)).map(|_| any(plan, dice)).collect();
    match plan.theme {
        Theme::AllSorts => {}
        Theme::Crowd => {
            let most = if dice.once_in(25) { 700 } else { 60 };
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

fn any(plan: &Plan, dice: &mut Dice) -> Script {
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

fn asks(dice: &mut Dice) -> Script {
    let (request, expects) = ASKED[if dice.once_in(2) {
        0
    } else {
        dice.below(ASKED.len())
    }];
    Script {
        ends: dice.once_in(6),
        lingers: up_to(if dice.once_in(6) { 2_000 } else { 1 }, dice),
        ..Script::new("a request", request, expects)
    }
}

fn sleeps(_: &mut Dice) -> Script {
    Script::new("a sleeper", SLEEP, Expects::Reply(200, false))
}

fn sleeps_or_asks(dice: &mut Dice) -> Script {
    if dice.once_in(2) {
        sleeps(dice)
    } else {
        asks(dice)
    }
}

fn silent(dice: &mut Dice) -> Script {
    let said: &[u8] = [b"".as_slice(), b"GET / HT"][dice.below(2)];
    Script {
        head: None,
        ..Script::new("a silent one", said, Expects::TooLate)
    }
}

fn half(dice: &mut Dice) -> Script {
    let leaves = [
        Leaves::After(up_to(300, dice)),
        Leaves::Resets(up_to(300, dice)),
    ];
    Script {
        head: None,
        leaves: leaves[dice.below(2)],
        ..Script::new("half a request", b"GET / HTTP/1.1\r\nHo", Expects::Anything)
    }
}

fn leaves(dice: &mut Dice) -> Script {
    let after = up_to([0, 0, 300][dice.below(3)], dice);
    let leaves = if dice.once_in(4) {
        Leaves::Resets(after)
    } else {
        Leaves::After(after)
    };
    Script {
        leaves,
        ..Script::new(
            "an impatient one",
            [SLEEP, GET][dice.below(2)],
            Expects::Anything,
        )
    }
}

fn panics(dice: &mut Dice) -> Script {
    Script {
        lingers: up_to(5, dice),
        ..Script::new("a bug", PANIC, Expects::Nothing)
    }
}

fn pipelines(plan: &Plan, dice: &mut Dice) -> Script {
    let both = [GET, POST].concat();
    // If the first comes alone, it is answered, and nobody waits for a second.
    let expects = match plan.short {
        0 => Expects::Reply(200, false),
        _ => Expects::Anything,
    };
    Script {
        lingers: if dice.once_in(3) {
            plan.times.drain * 2
        } else {
            Duration::ZERO
        },
        ..Script::new("two requests", &both, expects)
    }
}

fn slow_reader(plan: &Plan, dice: &mut Dice) -> Script {
    let pause = plan.times.reply.mul_f64(0.6);
    let never = Reads::Never(plan.times.reply * 3);
    let (reads, expects) = match dice.once_in(2) {
        true => (never, Expects::Anything),
        false => (
            Reads::Slowly(700 + dice.below(2_000), pause),
            Expects::Reply(200, false),
        ),
    };
    Script {
        reads,
        ..Script::new("a slow reader", GET, expects)
    }
}

/// A head, and then bytes of its body: in less time than one has for that, and without a pause of
/// half a second.
fn uploads(plan: &Plan, dice: &mut Dice) -> Script {
    let count = 2 + dice.below(8);
    let most = plan.times.drain.mul_f64(0.7) / count as u32;
    let body = (0..count).map(|_| {
        (
            most.min(ms(400))
                .mul_f64(0.5 + dice.below(50) as f64 / 100.0),
            vec![b'x'],
        )
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
fn drips(plan: &Plan, dice: &mut Dice) -> Script {
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
