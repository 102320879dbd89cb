//! What the scheduler knows about the things that threads share, and what a thread waits for.

use std::panic::Location;
use std::sync::atomic::{AtomicU64, Ordering};

pub(crate) type Place = &'static Location<'static>;
/// A thread of one order: the first is main.
pub(crate) type Tid = usize;
/// A thing of one order, in the order in which they are first used.
pub(crate) type Id = usize;

/// Stands in each thing that is replaced: in which order it was used last, and as which thing.
/// It is filled in at the first use, because a `const fn` makes the thing, and because it moves.
#[derive(Default)]
pub(crate) struct Ident(AtomicU64);

impl Ident {
    pub const fn new() -> Ident {
        Ident(AtomicU64::new(0))
    }

    /// The number of the order and the id within it, 0 for none.
    pub fn get(&self) -> (u64, Id) {
        let both = self.0.load(Ordering::Relaxed);
        (both >> 24, (both & 0xff_ffff) as Id)
    }

    pub fn set(&self, serial: u64, id: Id) {
        self.0.store(serial << 24 | id as u64, Ordering::Relaxed);
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
    End(Tid),
    /// Of all the threads of a scope.
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
