//! What the scheduler sees, in words.

use super::failure::{Kind, Trouble};
use super::model::{Id, Model, Place, Tid, Wait};
use super::state::State;
use std::panic::Location;

/// The file's name and the line.
pub(crate) fn spot(place: &Location) -> String {
    let name = place.file().rsplit(['/', '\\']).next();
    format!("{}:{}", name.unwrap_or_default(), place.line())
}

impl State {
    /// "the lock", or "lock 2" if there are several.
    pub fn name(&self, id: Id) -> String {
        let kind = self.things[id].kind;
        match self
            .things
            .iter()
            .filter(|thing| thing.kind == kind)
            .count()
        {
            1 => format!("the {kind}"),
            _ => format!("{kind} {}", self.things[id].number),
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

    fn holders(&self, id: Id) -> Vec<(Tid, Place)> {
        match &self.things[id].model {
            Model::Lock { holder } => holder.iter().copied().collect(),
            Model::Shared { writer, readers } => readers.iter().chain(writer).copied().collect(),
            _ => Vec::new(),
        }
    }

    fn held(&self, id: Id, me: Tid) -> String {
        let holders = self.holders(id);
        let names = holders.iter().map(|(tid, place)| match *tid == me {
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
        match &self.threads[tid].wait {
            Wait::Nothing => "its turn".to_string(),
            Wait::Lock(id) | Wait::Read(id) | Wait::Write(id) => self.held(*id, tid),
            Wait::Notice { lock, .. } if self.threads[tid].noticed => self.held(*lock, tid),
            Wait::Notice { condvar, .. } => format!("a notification of {}", name(condvar)),
            Wait::Item(id) => format!("an item in {}{}", name(id), self.ends_of(*id, true)),
            Wait::Room(id) => format!("room in {}{}", name(id), self.ends_of(*id, false)),
            Wait::Taken(id, _) => format!("somebody who takes its item out of {}", name(id)),
            Wait::End(other) => format!("{} to end", self.threads[*other].name),
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
            Wait::Made(id) => self.made(*id, tid),
        }
    }

    fn made(&self, id: Id, me: Tid) -> String {
        let name = self.name(id);
        match &self.things[id].model {
            Model::Once { maker: Some(tid) } if *tid == me => {
                format!("{name}, which it is making itself")
            }
            Model::Once { maker: Some(tid) } => {
                format!("{name}, which {} is making", self.threads[*tid].name)
            }
            _ => name,
        }
    }

    fn ends_of(&self, id: Id, senders: bool) -> String {
        match &self.things[id].model {
            Model::Channel(channel) if senders => match channel.senders {
                1 => " (a sender still exists)".to_string(),
                n => format!(" ({n} senders still exist)"),
            },
            _ => " (a receiver still exists)".to_string(),
        }
    }

    /// Where a thread stands: "worker-1 waits for an item in the channel, and holds the lock".
    fn stands(&self, tid: Tid) -> String {
        let thread = &self.threads[tid];
        let name = &thread.name;
        match &thread.panicked {
            Some(message) => return format!("{name} has ended with a panic: {message}"),
            None if thread.ended => return format!("{name} has ended"),
            None => {}
        }
        let ids = 0..self.things.len();
        let holds = ids.filter(|id| self.holders(*id).iter().any(|(holder, _)| *holder == tid));
        let holds: Vec<String> = holds.map(|id| self.name(id)).collect();
        let mut text = match self.could_go_on(tid) {
            true => format!("{name} can go on"),
            false => format!("{name} waits for {}", self.waits_for(tid)),
        };
        text += &format!(" ({})", spot(thread.place));
        if !holds.is_empty() {
            text += &format!(", and holds {}", holds.join(" and "));
        }
        text
    }

    pub fn trouble(&self, kind: Kind, sentence: String) -> Trouble {
        let ends = (0..self.threads.len())
            .map(|tid| self.stands(tid))
            .collect();
        Trouble {
            kind,
            sentence,
            ends,
        }
    }
}
