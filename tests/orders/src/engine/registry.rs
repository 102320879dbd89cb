//! The things and the threads of an order, as they come up.

use super::model::{Id, Ident, Model, Place, Thing, Tid};
use super::state::State;
use super::thread::Thread;

impl State {
    /// A new thing.
    pub fn thing(&mut self, kind: &'static str, model: Model) -> Id {
        let number = 1 + self.things.iter().filter(|t| t.kind == kind).count();
        let version = 0;
        self.things.push(Thing {
            kind,
            number,
            version,
            model,
        });
        self.things.len() - 1
    }

    /// The thing that carries this identity, which is a new one at its first use.
    pub fn id(&mut self, ident: &Ident, place: Place, kind: &'static str, model: Model) -> Id {
        let (serial, id) = ident.get();
        if serial == self.serial {
            return id;
        }
        if serial != 0 && kind != "condvar" && self.carried.is_none() {
            self.carried = Some((kind, place));
        }
        let id = self.thing(kind, model);
        ident.set(self.serial, id);
        id
    }

    /// A new thread, with a name that no other has.
    pub fn thread(&mut self, name: Option<&str>, starter: Option<Tid>, place: Place) -> Tid {
        let tid = self.threads.len();
        let wanted = name.map_or_else(|| format!("thread-{tid}"), str::to_string);
        let same = |name: &str| self.threads.iter().any(|thread| thread.name == name);
        let mut name = wanted.clone();
        let mut number = 2;
        while same(&name) {
            name = format!("{wanted} ({number})");
            number += 1;
        }
        self.threads.push(Thread::new(name, starter, place));
        tid
    }
}
