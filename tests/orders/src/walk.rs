//! A whole program in one order that a seed chooses. The program begins it in its `main`, and the
//! process ends with it; so a `static` of the program is new in each. What is around the program,
//! clients and a network, is made of [`Thing`]s and of threads like its own.

use crate::engine::here::enter;
use crate::engine::{
    Exec, Me, Model, Place, Rules, Schedule, State, Step, Wait, Walk, inside, panics,
};
use std::panic::{Location, PanicHookInfo};
use std::sync::Arc;
use std::time::Duration;

pub use crate::engine::dice::Dice;

/// From here on, the thread that calls is main of a walk. `fails` is told why it cannot go on, and
/// where each thread stands. `tell`: the story is kept.
#[track_caller]
pub fn begin(seed: u64, once_in: usize, tell: bool, fails: fn(&str, &[String]) -> !) {
    let rules = Rules {
        bound: None,
        steps: usize::MAX,
        may_leak: true,
        tell,
        walk: Some(Walk { once_in, fails }),
        ..Rules::default()
    };
    let mut schedule = Schedule::default();
    schedule.dice = Some(Dice::new(seed));
    let mut state = State::new(rules, 1, schedule, Location::caller());
    state.threads[0].handle = Some(std::thread::current());
    let exec = Arc::new(Exec::new(state));
    enter(Me { exec, tid: 0 });
}

fn me() -> Me {
    inside().unwrap_or_else(|| panic!("this is called before the walk begins"))
}

fn with<R>(act: impl FnOnce(&mut State) -> R) -> R {
    act(&mut me().exec.state())
}

/// What threads of a walk can wait for.
pub struct Thing(usize);

impl Thing {
    /// `kind` says in a story what it is.
    #[must_use]
    pub fn new(kind: &'static str) -> Thing {
        Thing(with(|state| state.thing(kind, Model::Plain)))
    }

    /// Whoever waits for it may look again.
    pub fn changed(&self) {
        with(|state| state.change(self.0));
    }

    /// Waits until it changes, or until that time. `false`: it is late.
    #[track_caller]
    pub fn wait(&self, until: Option<Duration>) -> bool {
        let me = me();
        let version = me.exec.state().version(self.0);
        let step = Step::at(Location::caller()).wait(Wait::Version(self.0, version));
        let changed = |state: &mut State| state.version(self.0) != version;
        me.step(step.until(until), changed) == Some(true)
    }
}

/// Here the turn may go to another thread.
#[track_caller]
pub fn point() {
    me().step(Step::at(Location::caller()), |_| ());
}

/// A line of the story.
pub fn say(place: Option<Place>, text: impl FnOnce() -> String) {
    let me = me();
    let mut state = me.exec.state();
    state.speak(me.tid, place);
    state.say(text);
}

/// How long the walk has lasted by its clock.
#[must_use]
pub fn now() -> Duration {
    with(|state| state.now)
}

/// What a panic says goes into the story.
pub fn panics(info: &PanicHookInfo<'_>) {
    panics::note(panics::message(info));
}

/// One of `0` to `most - 1`, by chance.
#[must_use]
pub fn choose(most: usize) -> usize {
    with(|state| state.run.schedule.choose(most))
}

/// Who has ended, in this order, and the panic that it ended with.
#[must_use]
pub fn ended() -> Vec<(String, Option<String>)> {
    with(|state| {
        let ended = state.ended.iter().map(|tid| &state.threads[*tid]);
        let ended = ended.map(|thread| (thread.name.clone(), thread.panicked.clone()));
        ended.collect()
    })
}

/// So far: how many steps, and all of them in one number.
#[must_use]
pub fn steps() -> (usize, u64) {
    with(|state| (state.run.steps, state.digest))
}

/// A line of the story: when, who, what, and where in the program.
pub type Line = (Duration, String, String, Option<Place>);

#[must_use]
pub fn story() -> Vec<Line> {
    with(|state| {
        let lines = state.events.iter().map(|event| {
            let name = state.threads[event.tid].name.clone();
            (event.at, name, state.with_names(&event.text), event.place)
        });
        lines.collect()
    })
}
