//! What tells a thread that keeps a processor busy from one that waits: it looks at the same thing,
//! at the same place of the program, again and again, though nothing has changed; or it lets the
//! clock wake it up for that.

use super::model::{Id, Place};

/// So often a thread may look at the same thing at the same place while nothing changes. Then it
/// stands back until something does: it could only see the same.
pub(crate) const PATIENCE: u32 = 4;
/// So often it may do so while nobody else can go on, before this is called a livelock.
pub(crate) const ALONE: u32 = 200;
/// How many places a thread remembers. A loop that looks has a few.
const MEMORY: usize = 16;

struct Look {
    place: Place,
    id: Id,
    stamp: u64,
    times: u32,
}

#[derive(Default)]
pub(crate) struct Habits {
    looks: Vec<Look>,
    /// It stands back until this thing has another stamp.
    pub back: Option<(Id, u64)>,
    /// How often it had to go on all the same.
    pub alone: u32,
    timed: Option<(Place, u64)>,
    /// How often in a row the clock woke it up for nothing.
    pub idle: u32,
    /// Looks since the last wait with a limit.
    looked: bool,
}

impl Habits {
    /// Called before each look. The stamp tells whether something has changed.
    pub fn look(&mut self, place: Place, id: Id, stamp: u64) {
        self.looked = true;
        let mut known = self.looks.iter_mut();
        let known = known.find(|look| look.id == id && look.place == place);
        let Some(look) = known else {
            if self.looks.len() == MEMORY {
                self.looks.remove(0);
            }
            let times = 1;
            self.looks.push(Look {
                place,
                id,
                stamp,
                times,
            });
            return;
        };
        if look.stamp != stamp {
            look.stamp = stamp;
            look.times = 0;
            self.alone = 0;
        }
        look.times += 1;
        if look.times > PATIENCE {
            self.back = Some((id, stamp));
        }
    }

    /// Whether it keeps looking at this thing.
    pub fn keeps_looking_at(&self, id: Id) -> bool {
        let mut looks = self.looks.iter();
        looks.any(|look| look.id == id && look.times >= PATIENCE)
    }

    /// Called before each wait that the clock can end. `itself`: the wait is a look as well.
    pub fn wait(&mut self, place: Place, changes: u64, itself: bool) {
        if self.timed == Some((place, changes)) && (itself || self.looked) {
            self.idle += 1;
        } else {
            self.idle = 0;
        }
        self.timed = Some((place, changes));
        self.looked = false;
    }
}
