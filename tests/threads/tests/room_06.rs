//! The waiting room of step 06, as it stands, in every order; and with one fault put in, in the order
//! that shows it.

extern crate orders as std;
extern crate self as step_06_graceful_shutdown;

#[path = "room/connection.rs"]
mod connection;
mod help;
#[path = "room/promises.rs"]
mod promises;
#[allow(dead_code)] // `new` is for the server
#[path = "../../../steps/06-graceful-shutdown/src/thread_pool.rs"]
mod thread_pool;
#[path = "../../../steps/06-graceful-shutdown/src/waiting_room.rs"]
mod waiting_room;

/// Whether we stop, without signals.
mod shutdown {
    use std::sync::OnceLock;
    use std::time::Instant;

    #[derive(Default)]
    pub struct Stop(pub OnceLock<Instant>);

    impl Stop {
        pub fn requested_at(&self) -> Option<Instant> {
            self.0.get().copied()
        }
    }
}

made!("waiting_room.rs": two_seats_06 a_door_kept_06 no_last_call_06);

pub use thread_pool::ThreadPool;

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use connection::{Crowd, Door};
use help::{falls, holds};
use orders::{Explorer, Kind, Outcome};
use promises::{each_is_queued_or_let_go_once, none_lets_a_quarter_go, pool, seats_are_kept};
use shutdown::Stop;

/// What the promises open: nobody stops.
macro_rules! open {
    ($room:ident) => {
        |pool| {
            $room::open(pool, Arc::default())
                .expect("the system has threads")
                .0
        }
    };
}

type Open = fn(Arc<ThreadPool>, Arc<Stop>) -> io::Result<(Door, JoinHandle<()>)>;

/// One has been silent for long when we stop, and one comes in the time of the last call.
fn the_silent_go_after_the_last_call(open: Open) -> Outcome {
    let explorer = Explorer::new("after a stop, who is silent for half a second is let go");
    explorer.preemptions(1).explore(move || {
        let (stop, crowd) = (Arc::<Stop>::default(), Crowd::new());
        let (door, room) = open(pool(1), Arc::clone(&stop)).expect("the system has threads");
        let something = AtomicUsize::new(0);
        let pause = |millis| {
            thread::sleep(Duration::from_millis(millis));
            // A search lets nobody look again and again while nothing happens. So something does.
            something.fetch_add(1, SeqCst);
            thread::sleep(Duration::from_micros(100));
        };
        let silent = |number| (number, "silent, and we stop".to_string());
        crowd.comes(0, false, &door);
        pause(700);
        let _ = stop.0.set(Instant::now());
        pause(100);
        crowd.comes(1, false, &door);
        drop(door);
        pause(398);
        assert_eq!(crowd.let_go(), [], "not yet half a second after the stop");
        pause(3);
        assert_eq!(crowd.let_go(), [silent(0)], "then");
        pause(96);
        assert_eq!(crowd.let_go(), [silent(0)], "not yet as long after it came");
        let _ = room.join();
        assert_eq!(crowd.let_go(), [silent(0), silent(1)], "then");
    })
}

tests! {
    whoever_comes_is_queued_once_or_let_go_once:
        holds(each_is_queued_or_let_go_once(open!(waiting_room)), 261);
    none_costs_a_quarter: holds(none_lets_a_quarter_go(open!(waiting_room)), 165);
    more_than_may_wait: holds(seats_are_kept(open!(two_seats_06), 2, 2), 99);
    more_than_thousands: holds(seats_are_kept(open!(waiting_room), 4096, 2), None);
    the_last_call: holds(the_silent_go_after_the_last_call(waiting_room::open), 3);

    with_a_door_kept_the_thread_never_ends: falls(
        each_is_queued_or_let_go_once(open!(a_door_kept_06)),
        Kind::Leak,
        "waiting-room waits for an item in channel 3 (a sender still exists)",
    );
    without_a_last_call_they_go_at_once: falls(
        the_silent_go_after_the_last_call(no_last_call_06::open),
        Kind::Panic,
        "not yet half a second after the stop",
    );
}
