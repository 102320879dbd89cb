//! Who makes the next step.

use super::{ALONE, CLOCK, State, Tid, Trouble, Wait};
use std::time::Duration;

impl State {
    /// Whether the next step of this thread, which is ready, leaves all others as they are: made
    /// now or later, it comes to the same. So it is made at once, and is no choice.
    fn matters_to_nobody(&self, tid: Tid) -> bool {
        let step = &self.threads[tid].step;
        match step.wait {
            Wait::Nothing => step.at_once,
            Wait::Item(_) => !self.rules.fine && self.has_come(tid),
            Wait::Ends(_) | Wait::Round(..) | Wait::Taken(..) | Wait::Clock => true,
            _ => false,
        }
    }

    /// Chooses who goes on when `tid` has arrived or ended. `None`: all have ended.
    pub fn next(&mut self, tid: Tid) -> Result<Option<Tid>, Trouble> {
        if let Some(starter) = self.threads[tid].starter.take() {
            return Ok(Some(starter)); // it has come to its first point; who started it goes on
        }
        loop {
            let tids = 0..self.threads.len();
            let ready: Vec<Tid> = tids.filter(|tid| self.is_ready(*tid)).collect();
            if let Some(tid) = ready.iter().find(|tid| self.matters_to_nobody(**tid)) {
                return Ok(Some(*tid));
            }
            if !ready.is_empty() {
                let next = self.choose(ready);
                return match self.run.schedule.strayed {
                    true => Err(self.strayed()),
                    false => Ok(Some(next)),
                };
            }
            if self.threads.iter().all(|thread| thread.ended) {
                return Ok(None);
            }
            self.pass_time()?;
        }
    }

    fn choose(&mut self, mut ready: Vec<Tid>) -> Tid {
        let last = self.last;
        let first = ready.iter().position(|tid| *tid >= last).unwrap_or(0);
        ready.rotate_left(first);
        let mut costs = ready.first() == Some(&last);
        if costs && self.threads[last].step.yields {
            ready.rotate_left(1);
            costs = false;
        }
        if costs && ready.len() > 1 {
            if self.rules.walk.is_some() {
                self.may_lose_its_turn(&mut ready);
            } else if self
                .rules
                .bound
                .is_some_and(|most| self.run.preemptions >= most)
            {
                self.run.bounded = true;
                ready.truncate(1);
            }
        }
        let chosen = ready[self.run.schedule.choose(ready.len())];
        if costs && chosen != last {
            self.run.preemptions += 1;
        }
        self.last = chosen;
        chosen
    }

    /// Nobody is ready: the clock goes on to the next time that somebody waits for.
    fn pass_time(&mut self) -> Result<(), Trouble> {
        let tids = 0..self.threads.len();
        let back: Vec<Tid> = tids.filter(|tid| self.could_go_on(*tid)).collect();
        // Alone, it waits for nobody: it may as well have so much to do.
        let is_wrong = |tid: &&Tid| self.rules.busy_is_wrong && self.lives_with_others(**tid);
        if let Some(tid) = back.first().filter(is_wrong) {
            return Err(self.keeps_looking(*tid));
        }
        let waiting = self.threads.iter().filter(|thread| !thread.ended);
        let times = waiting.filter_map(|thread| thread.step.until);
        if let Some(next) = times.filter(|until| *until > self.now).min() {
            self.now = next;
            self.steps_at_once = 0;
            self.touch(CLOCK);
            return Ok(());
        }
        let alone = |tid: &Tid| self.threads[*tid].habits.alone;
        match back.into_iter().min_by_key(alone) {
            Some(tid) => self.let_go_on(tid),
            None => Err(self.stuck()),
        }
    }

    fn lives_with_others(&self, tid: Tid) -> bool {
        let mut threads = self.threads.iter().enumerate();
        threads.any(|(other, thread)| other != tid && !thread.ended)
    }

    /// Only threads that stand back are left: one of them has to look again.
    fn let_go_on(&mut self, tid: Tid) -> Result<(), Trouble> {
        let habits = &mut self.threads[tid].habits;
        habits.back = None;
        habits.alone += 1;
        if habits.keeps_looking_at(CLOCK) && self.nudges < 60 {
            self.now += Duration::from_millis(1 << self.nudges.min(40));
            self.nudges += 1;
            self.touch(CLOCK);
        } else if habits.alone > ALONE {
            return Err(self.livelock(tid));
        }
        Ok(())
    }
}
