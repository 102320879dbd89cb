//! What the scheduler knows about the things that threads share, and what a thread waits for.

use super::{Me, gently, inside};
use std::panic::Location;
use std::sync::atomic::{AtomicU64, Ordering};

pub(crate) type Place = &'static Location<'static>;
/// A thread of one order: the first is main.
pub(crate) type Tid = usize;
/// A thing of one order, in the order in which they are first used.
pub(crate) type Id = usize;

/// Stands in each thing that is replaced: what it is, and, filled in at its first use, in which order
/// it was used last and as which thing. A `const fn` makes it, and it moves.
pub(crate) struct Known {
    used: AtomicU64,
    pub kind: &'static str,
    /// As it is at first in each order.
    pub model: fn() -> Model,
}

impl Known {
    pub const fn new(kind: &'static str, model: fn() -> Model) -> Known {
        let used = AtomicU64::new(0);
        Known { used, kind, model }
    }

    /// The number of the order and the id within it, 0 for none.
    pub fn used(&self) -> (u64, Id) {
        let both = self.used.load(Ordering::Relaxed);
        (both >> 24, (both & 0xff_ffff) as Id)
    }

    pub fn set_used(&self, serial: u64, id: Id) {
        self.used.store(serial << 24 | id as u64, Ordering::Relaxed);
    }

    pub fn id(&self, me: &Me, place: Place) -> Id {
        me.exec.state().id(self, place)
    }

    /// For a call inside of an order: whose it is, and of which thing.
    pub fn here(&self, place: Place) -> Option<(Me, Id)> {
        let me = inside()?;
        let id = self.id(&me, place);
        Some((me, id))
    }

    /// As `here`, for `drop`.
    pub fn gently(&self, place: Place) -> Option<(Me, Id)> {
        let me = gently()?;
        let id = self.id(&me, place);
        Some((me, id))
    }
}

/// A thing that threads share.
pub(crate) struct Thing {
    /// In words: "lock", "channel".
    pub kind: &'static str,
    /// Which of its kind, from 1.
    pub number: usize,
    /// Counts what happened to it that somebody who looks could see.
    pub version: u64,
    pub model: Model,
}

pub(crate) enum Model {
    /// Who has the right to write, or who reads. A `Mutex` has no readers.
    Lock {
        writer: Option<(Tid, Place)>,
        readers: Vec<(Tid, Place)>,
    },
    /// `early`: who notified last when nobody waited.
    Condvar {
        early: Option<(Tid, Place)>,
    },
    Channel(Channel),
    Barrier {
        arrived: usize,
        round: u64,
    },
    /// A value that is made once. `maker` is making it.
    Once {
        maker: Option<Tid>,
    },
    /// The scheduler need not know more.
    Plain,
}

/// How full a channel is, and who has an end of it.
pub(crate) struct Channel {
    pub len: usize,
    pub room: Option<usize>,
    pub senders: usize,
    pub receiver: bool,
    /// How many items were taken out since the start.
    pub taken: u64,
}

impl Default for Channel {
    /// Empty, with one sender and one receiver.
    fn default() -> Channel {
        Channel {
            len: 0,
            room: None,
            senders: 1,
            receiver: true,
            taken: 0,
        }
    }
}

/// What must be true before a thread goes on.
pub(crate) enum Wait {
    Nothing,
    /// The lock, and whether for writing.
    Lock(Id, bool),
    /// A notification, and the lock again.
    Notice {
        condvar: Id,
        lock: Id,
    },
    /// An item in the channel, or that nobody can send one.
    Item(Id),
    /// Room in the channel, or that nobody can receive.
    Room(Id),
    /// That so many items have been taken out of the channel.
    Taken(Id, u64),
    /// That all of these threads have ended.
    Ends(Vec<Tid>),
    /// `unpark`.
    Token,
    /// The clock alone.
    Clock,
    /// That the round of the barrier is over.
    Round(Id, u64),
    /// That nobody is making the value.
    Made(Id),
    /// That something happens to this thing, which has this version now.
    Version(Id, u64),
}
