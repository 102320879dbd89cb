//! What the scheduler sees, in words.

use super::{Id, Model, Place, State, Tid, Trouble, Wait};
use std::panic::Location;

/// The file's name and the line.
pub(crate) fn spot(place: &Location) -> String {
    let name = place.file().rsplit(['/', '\\']).next();
    format!("{}:{}", name.unwrap_or_default(), place.line())
}

impl State {
    /// "the lock", or "lock 2" if there are several.
    pub fn name(&self, id: Id) -> String {
        let thing = &self.things[id];
        let mut same = self.things.iter().filter(|other| other.kind == thing.kind);
        match same.nth(1) {
            None => format!("the {}", thing.kind),
            Some(_) => format!("{} {}", thing.kind, thing.number),
        }
    }

    /// The text with the names of things in it.
    pub fn with_names(&self, text: &str) -> String {
        let mut parts = text.split('#');
        let mut whole = parts.next().unwrap_or_default().to_string();
        while let Some(part) = parts.next() {
            match part.parse::<Id>() {
                Ok(id) if id < self.things.len() => {
                    whole += &self.name(id);
                    whole += parts.next().unwrap_or_default();
                }
                _ => whole = format!("{whole}#{part}"),
            }
        }
        whole
    }

    pub fn with_all_names(&self, trouble: Trouble) -> Trouble {
        Trouble {
            kind: trouble.kind,
            sentence: self.with_names(&trouble.sentence),
            ends: trouble
                .ends
                .iter()
                .map(|end| self.with_names(end))
                .collect(),
        }
    }

    fn holders(&self, id: Id) -> impl Iterator<Item = &(Tid, Place)> {
        let both = match &self.things[id].model {
            Model::Lock { writer, readers } => Some(readers.iter().chain(writer)),
            _ => None,
        };
        both.into_iter().flatten()
    }

    fn held(&self, id: Id, me: Tid) -> String {
        let names = self.holders(id).map(|(tid, place)| match *tid == me {
            true => format!("it holds itself since {}", spot(place)),
            false => format!("{} holds since {}", self.threads[*tid].name, spot(place)),
        });
        let names: Vec<String> = names.collect();
        match names.is_empty() {
            true => self.name(id),
            false => format!("{}, which {}", self.name(id), names.join(" and ")),
        }
    }

    /// What this thread waits for.
    fn waits_for(&self, tid: Tid) -> String {
        let name = |id: &Id| self.name(*id);
        match &self.threads[tid].step.wait {
            Wait::Nothing => "its turn".to_string(),
            Wait::Lock(id, _) => self.held(*id, tid),
            Wait::Notice { lock, .. } if self.threads[tid].noticed => self.held(*lock, tid),
            Wait::Notice { condvar, .. } => format!("a notification of {}", name(condvar)),
            Wait::Item(id) => format!("an item in {} ({})", name(id), self.senders(*id)),
            Wait::Room(id) => format!("room in {} (a receiver still exists)", name(id)),
            Wait::Taken(id, _) => format!("somebody who takes its item out of {}", name(id)),
            Wait::Ends(all) => {
                let all = all.iter().filter(|other| !self.threads[**other].ended);
                let all: Vec<&str> = all.map(|other| &*self.threads[*other].name).collect();
                format!("{} to end", all.join(" and "))
            }
            Wait::Token => "`unpark`".to_string(),
            Wait::Clock => "the clock".to_string(),
            Wait::Round(id, _) => format!("the others at {}", name(id)),
            Wait::Version(id, _) => match &self.things[*id].model {
                Model::Once { .. } => format!("{} to be made", name(id)),
                _ => format!("something to happen at {}", name(id)),
            },
            Wait::Made(id) => format!("{}{}", name(id), self.maker(*id, tid)),
        }
    }

    fn maker(&self, id: Id, me: Tid) -> String {
        match self.things[id].model {
            Model::Once { maker: Some(by) } if by == me => ", which it is making itself".into(),
            Model::Once { maker: Some(by) } => {
                format!(", which {} is making", self.threads[by].name)
            }
            _ => String::new(),
        }
    }

    fn senders(&self, id: Id) -> String {
        match &self.things[id].model {
            Model::Channel(channel) if channel.senders != 1 => {
                format!("{} senders still exist", channel.senders)
            }
            _ => "a sender still exists".to_string(),
        }
    }

    /// Where a thread stands: "worker-1 waits for an item in the channel, and holds the lock".
    pub fn stands(&self, tid: Tid) -> String {
        let thread = &self.threads[tid];
        let name = &thread.name;
        match &thread.panicked {
            Some(message) => return format!("{name} has ended with a panic: {message}"),
            None if thread.ended => return format!("{name} has ended"),
            None => {}
        }
        let ids = 0..self.things.len();
        let holds = ids.filter(|id| self.holders(*id).any(|(holder, _)| *holder == tid));
        let holds: Vec<String> = holds.map(|id| self.name(id)).collect();
        let mut text = match self.could_go_on(tid) {
            true => format!("{name} can go on"),
            false => format!("{name} waits for {}", self.waits_for(tid)),
        };
        text += &format!(" ({})", spot(thread.step.place));
        if !holds.is_empty() {
            text += &format!(", and holds {}", holds.join(" and "));
        }
        text
    }
}
