//! A room for one at a time, which knows whether it was.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::thread;
use std::time::Duration;

use super::super::exercise::Semaphore;

/// How long somebody is in the room. Whoever is woken by mistake finds it occupied.
const MOMENT: Duration = Duration::from_millis(1);

/// One permit, and how many have it.
pub struct Room {
    door: Semaphore,
    inside: AtomicUsize,
    was_shared: AtomicBool,
}

impl Room {
    pub fn new() -> Arc<Room> {
        Arc::new(Room {
            door: Semaphore::new(1),
            inside: AtomicUsize::new(0),
            was_shared: AtomicBool::new(false),
        })
    }

    /// Lets one thread wait for the permit, and another give it back and take it again at once, a
    /// hundred times. Says whether both have had it, or the one that waits has panicked.
    pub fn is_shared(self: Arc<Room>) -> bool {
        let room = Arc::clone(&self);
        let waiting = thread::spawn(move || {
            loop {
                let permit = room.door.acquire();
                room.visit();
                drop(permit);
                thread::sleep(MOMENT);
            }
        });
        for _ in 0..100 {
            match self.door.try_acquire() {
                Some(_permit) => self.visit(),
                None => thread::sleep(MOMENT / 10),
            }
            if self.was_shared.load(SeqCst) || waiting.is_finished() {
                return true;
            }
        }
        false
    }

    /// Goes in, for whoever has the permit, and out.
    fn visit(&self) {
        if self.inside.fetch_add(1, SeqCst) > 0 {
            self.was_shared.store(true, SeqCst);
        }
        thread::sleep(MOMENT);
        self.inside.fetch_sub(1, SeqCst);
    }
}
