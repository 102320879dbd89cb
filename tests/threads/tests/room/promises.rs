//! What a waiting room promises, each tried in every order.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use crate::ThreadPool;
use crate::connection::{Crowd, Door, Seen};
use orders::real::sync::atomic::Ordering::SeqCst;
use orders::{Explorer, Outcome};

type Open = fn(Arc<ThreadPool>) -> Door;

pub fn pool(queue: usize) -> Arc<ThreadPool> {
    Arc::new(ThreadPool::with_queue(1, queue).expect("the system has threads"))
}

/// A pause in which the room, if it has clients, looks at them once.
pub fn one_look() {
    thread::sleep(Duration::from_millis(1));
}

/// One is let go or queued, one comes back, one arrives while the room looks. After the last door
/// the room's thread ends, and the pool with it: whoever still waits then is a leak.
pub fn each_is_queued_or_let_go_once(open: Open) -> Outcome {
    let explorer = Explorer::new("whoever comes is queued once or let go once");
    explorer.preemptions(1).explore(move || {
        let (crowd, door) = (Crowd::new(), open(pool(1)));
        let silent = crowd.comes(0, false, &door);
        crowd.comes(1, true, &door).store(true, SeqCst);
        one_look();
        crowd.comes(2, false, &door).store(true, SeqCst);
        let _ = door.send(None);
        silent.store(true, SeqCst);
        drop(door);
        let seen = crowd.end();
        let let_go = seen.let_go.iter().map(|(number, ..)| *number);
        let mut left: Vec<usize> = let_go.chain(seen.queued).collect();
        let mut came = seen.came;
        left.sort_unstable();
        came.sort_unstable();
        assert_eq!(left, came, "queued or let go, and came");
    })
}

/// Two failures of `accept` while four wait and two more come: a quarter goes, or two quarters
/// if the room has looked in between.
pub fn none_lets_a_quarter_go(open: Open) -> Outcome {
    let explorer = Explorer::new("`None` lets a quarter of those go who wait then");
    explorer.preemptions(1).explore(move || {
        let (crowd, door) = (Crowd::new(), open(pool(6)));
        let mut silent: Vec<_> = (0..4).map(|n| crowd.comes(n, false, &door)).collect();
        one_look();
        let _ = door.send(None);
        silent.extend((4..6).map(|n| crowd.comes(n, false, &door)));
        let _ = door.send(None);
        one_look();
        one_look();
        silent.iter().for_each(|client| client.store(true, SeqCst));
        drop(door);
        let seen = crowd.end();
        assert!(!seen.let_go.is_empty(), "nobody was let go");
        oldest_went(&seen, |waiting| waiting.div_ceil(4));
    })
}

/// As many as may wait, and then `more`.
pub fn seats_are_kept(open: Open, seats: usize, more: usize) -> Outcome {
    let explorer = Explorer::new("no more wait than there are seats").steps(100_000);
    // With thousands of clients, one order takes long enough.
    let explorer = match seats {
        0..10 => explorer.preemptions(1),
        _ => explorer.preemptions(0).orders(1),
    };
    explorer.explore(move || {
        let (crowd, door) = (Crowd::new(), open(pool(seats)));
        let come = |n| crowd.comes(n, false, &door);
        let mut silent: Vec<_> = (0..seats).map(come).collect();
        one_look();
        silent.extend((seats..seats + more).map(come));
        thread::sleep(Duration::from_millis(50));
        silent.iter().for_each(|client| client.store(true, SeqCst));
        drop(door);
        let seen = crowd.end();
        assert_eq!(seen.let_go.len(), more, "let go");
        oldest_went(&seen, |waiting| waiting - seats);
    })
}

/// Of those who waited, the first went, and as many as they should.
fn oldest_went(seen: &Seen, how_many: impl Fn(usize) -> usize) {
    for round in seen.let_go.chunk_by(|(.., one), (.., other)| one == other) {
        let (_, why, waiting) = &round[0];
        let went: Vec<usize> = round.iter().map(|(number, ..)| *number).collect();
        let oldest = &waiting[..how_many(waiting.len())];
        assert_eq!(went, oldest, "let go of {waiting:?}");
        assert_eq!(why, "others need its place");
    }
}
