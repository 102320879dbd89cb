//! The waiting room of step 05, as it stands, in every order; and with one fault put in, in the order
//! that shows it.

extern crate orders as std;
extern crate self as step_05_threadpool;

#[allow(dead_code)] // step 06 reads when a client last moved
#[path = "room/connection.rs"]
mod connection;
mod help;
#[path = "room/promises.rs"]
mod promises;
#[allow(dead_code)] // `new` is for the server
#[path = "../../../steps/05-threadpool/src/thread_pool.rs"]
mod thread_pool;
#[path = "../../../steps/05-threadpool/src/waiting_room.rs"]
mod waiting_room;

made!("waiting_room.rs": two_seats_05 a_door_kept_05 waits_for_arrivals_05);
made!("waiting_room.rs": newest_leave_05 each_none_counts_05);

pub use thread_pool::ThreadPool;

use help::{falls, holds};
use orders::Kind;
use promises::{each_is_queued_or_let_go_once, none_lets_a_quarter_go, seats_are_kept};

/// What the promises open.
macro_rules! open {
    ($room:ident) => {
        |pool| $room::open(pool).expect("the system has threads")
    };
}

tests! {
    whoever_comes_is_queued_once_or_let_go_once:
        holds(each_is_queued_or_let_go_once(open!(waiting_room)), 219);
    none_costs_a_quarter: holds(none_lets_a_quarter_go(open!(waiting_room)), 150);
    more_than_may_wait: holds(seats_are_kept(open!(two_seats_05), 2, 2), 84);
    more_than_thousands: holds(seats_are_kept(open!(waiting_room), 4096, 2), None);

    with_a_door_kept_the_thread_never_ends: falls(
        each_is_queued_or_let_go_once(open!(a_door_kept_05)),
        Kind::Leak,
        "waiting-room waits for an item in channel 3 (a sender still exists)",
    );
    whoever_waits_for_arrivals_looks_at_nobody: falls(
        each_is_queued_or_let_go_once(open!(waits_for_arrivals_05)),
        Kind::Deadlock,
        "waiting-room waits for an item in channel 3",
    );
    where_each_none_counts_half_of_them_go: falls(
        none_lets_a_quarter_go(open!(each_none_counts_05)),
        Kind::Panic,
        "let go of [0, 1, 2, 3, 4, 5]",
    );
    where_the_newest_leave_the_wrong_ones_go:
        falls(seats_are_kept(open!(newest_leave_05), 2, 2), Kind::Panic, "let go of [0, 1, 2");
}
