//! `Barrier`: the last of a round lets the others go on.

use crate::engine::{Here, Known, Me, Model, Place, Step, Wait, here};
use std::panic::Location;

pub struct Barrier {
    known: Known,
    size: usize,
    pub(super) real: std::sync::Barrier,
}

#[derive(Debug)]
pub struct BarrierWaitResult {
    is_leader: bool,
}

impl Barrier {
    #[must_use]
    pub const fn new(size: usize) -> Barrier {
        let known = Known::new("barrier", || Model::Barrier {
            arrived: 0,
            round: 0,
        });
        let real = std::sync::Barrier::new(size);
        Barrier { known, size, real }
    }

    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let is_leader = match here() {
            Here::Outside => self.real.wait().is_leader(),
            Here::Over => false,
            Here::Inside(me) => self.wait_inside(&me, Location::caller()),
        };
        BarrierWaitResult { is_leader }
    }

    /// `true`: it is the last.
    fn wait_inside(&self, me: &Me, place: Place) -> bool {
        let id = self.known.id(me, place);
        let mine = me.step(Step::at(place), |state| {
            let mine = self.arrive(state.model(id));
            state.change(id);
            state.say(|| match mine {
                None => format!("is the last at #{id}#: all go on"),
                Some(_) => format!("comes to #{id}#"),
            });
            mine
        });
        let Some(Some(mine)) = mine else {
            return mine.is_some();
        };
        me.step(Step::at(place).wait(Wait::Round(id, mine)), |state| {
            state.say(|| format!("goes on from #{id}#"));
        });
        false
    }

    /// The round to wait for, which nobody has to who is the last of it.
    fn arrive(&self, model: &mut Model) -> Option<u64> {
        let Model::Barrier { arrived, round } = model else {
            return None;
        };
        *arrived += 1;
        if *arrived < self.size {
            return Some(*round);
        }
        *arrived = 0;
        *round += 1;
        None
    }
}

impl BarrierWaitResult {
    #[must_use]
    pub fn is_leader(&self) -> bool {
        self.is_leader
    }
}
