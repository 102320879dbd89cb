//! What tells a thread that keeps a processor busy from one that waits: it looks at the same thing,
//! at the same place of the program, again and again, though nothing has changed; or it lets the
//! clock wake it up for that.
//!
//! Whether a value behind a lock has changed nobody can see, only whether somebody had it with the
//! right to change it. A loop that finds an empty queue with `pop_front` has that right each time.
//! So what a thread itself did behind locks counts as a change only for a while.

use super::{Id, Place};

/// So often a thread may look at the same thing at the same place while nothing changes. Then it
/// stands back until something does: it could only see the same.
pub(crate) const PATIENCE: u32 = 4;
/// As `PATIENCE`, while only the thread itself may have changed something behind a lock.
const DOUBT: u32 = 50;
/// After so many looks of that kind, what it changes at this place tells the others nothing.
const DOUBTFUL: u32 = 10;
/// So often in a row the clock may wake a thread up for nothing; and the same with that doubt.
const IDLE: u32 = 2;
const IDLE_DOUBT: u32 = 20;
/// So often it may look while nobody else can go on, before this is called a livelock.
pub(crate) const ALONE: u32 = 200;
/// How many places a thread remembers. A loop that looks has a few.
const MEMORY: usize = 16;

/// Has another value whenever something has changed that a look of a thread could see.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Stamp {
    pub all: u64,
    /// Without what the thread itself may have changed behind locks.
    pub by_others: u64,
}

/// How often in a row the stamp was the same.
#[derive(Clone, Copy)]
struct Count {
    stamp: Stamp,
    same: u32,
    same_by_others: u32,
    doubtful: bool,
}

impl Count {
    fn new(stamp: Stamp) -> Count {
        Count {
            stamp,
            same: 1,
            same_by_others: 1,
            doubtful: false,
        }
    }

    fn again(&mut self, stamp: Stamp) {
        let one_more = |same: bool, count: u32| if same { count + 1 } else { 1 };
        self.same = one_more(stamp.all == self.stamp.all, self.same);
        let by_others = stamp.by_others == self.stamp.by_others;
        self.same_by_others = one_more(by_others, self.same_by_others);
        self.doubtful |= self.same_by_others >= DOUBTFUL;
        self.stamp = stamp;
    }

    fn exceeds(&self, surely: u32, in_doubt: u32) -> bool {
        self.same > surely || self.same_by_others > in_doubt
    }
}

#[derive(Default)]
pub(crate) struct Habits {
    looks: Vec<(Place, Id, Count)>,
    timed: Option<(Place, Count)>,
    /// It stands back until others have changed something that this thing shows.
    pub back: Option<(Id, u64)>,
    /// How often it had to go on all the same.
    pub alone: u32,
    /// Looks since the last wait with a limit.
    looked: bool,
}

impl Habits {
    /// Called before each look.
    pub fn look(&mut self, place: Place, id: Id, stamp: Stamp) {
        self.looked = true;
        let mut known = self.looks.iter_mut();
        let Some((_, _, count)) = known.find(|look| look.0 == place && look.1 == id) else {
            if self.looks.len() == MEMORY {
                self.looks.remove(0);
            }
            self.looks.push((place, id, Count::new(stamp)));
            return;
        };
        count.again(stamp);
        if count.exceeds(PATIENCE, DOUBT) {
            self.back = Some((id, stamp.by_others));
        } else if count.same_by_others == 1 {
            self.alone = 0;
        }
    }

    /// Whether what it changes through this place is more of the same.
    pub fn is_doubtful(&self, place: Place, id: Id) -> bool {
        let mut looks = self.looks.iter();
        looks.any(|look| look.0 == place && look.1 == id && look.2.doubtful)
    }

    /// Whether it keeps looking at this thing.
    pub fn keeps_looking_at(&self, id: Id) -> bool {
        let mut looks = self.looks.iter();
        looks.any(|(_, other, count)| *other == id && count.same >= PATIENCE)
    }

    /// Called before each wait that the clock can end. `itself`: the wait is a look as well.
    pub fn wait(&mut self, place: Place, stamp: Stamp, itself: bool) {
        match &mut self.timed {
            Some((before, count)) if *before == place && (itself || self.looked) => {
                count.again(stamp);
            }
            other => *other = Some((place, Count::new(stamp))),
        }
        self.looked = false;
    }

    /// Whether the clock wakes it up again and again for nothing.
    pub fn is_idle(&self) -> bool {
        self.timed
            .is_some_and(|(_, count)| count.exceeds(IDLE, IDLE_DOUBT))
    }

    pub fn is_idle_for_ever(&self) -> bool {
        self.timed
            .is_some_and(|(_, count)| count.same_by_others > ALONE)
    }
}
