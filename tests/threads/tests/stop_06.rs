//! The stop of step 06 in every order: `main.rs` without its list of modules, and, as they stand, the
//! pool, the waiting room and the stop. Sockets, signals and the log are stand-ins.

extern crate self as std; // the library of `orders`, but with sockets and threads of ours
extern crate self as step_06_graceful_shutdown;

pub use orders::*;

#[path = "stop/connection.rs"]
mod connection;
mod help;
#[path = "stop/net.rs"]
pub mod net;
#[path = "../../../steps/06-graceful-shutdown/src/shutdown.rs"]
mod shutdown;
#[path = "stop/system.rs"]
mod system;
#[allow(dead_code)] // `new` is for the server
#[path = "../../../steps/06-graceful-shutdown/src/thread_pool.rs"]
mod thread_pool;
#[path = "../../../steps/06-graceful-shutdown/src/waiting_room.rs"]
mod waiting_room;
#[path = "stop/world.rs"]
mod world;

pub use system::{env, io, log, process, settings, signals, thread};
pub use thread_pool::ThreadPool;

use help::{falls, holds};
use world::stops;

/// `main.rs`, which finds the stop and the waiting room in this module.
macro_rules! server {
    ($name:ident $folder:ident $($from:ident)::+) => {
        #[allow(dead_code, clippy::all)]
        mod $name {
            use $($from)::+::{shutdown, waiting_room};
            use crate::{connection, log, settings};
            include!(concat!(env!("OUT_DIR"), "/", stringify!($folder), "/main.rs"));
            pub fn go() -> Result<(), String> {
                run()
            }
        }
    };
}

/// The stop says too late that it stops, and a waiting room that goes with it.
mod late {
    crate::made!("shutdown.rs": flag_after_wake_up_06);
    crate::made!("waiting_room.rs": asks_for_that_flag_06);
    pub use asks_for_that_flag_06 as waiting_room;
    pub use flag_after_wake_up_06 as shutdown;
}

server!(right right_06 crate);
server!(door_kept main_keeps_its_door_06 crate);
server!(listener_kept main_keeps_the_listener_06 crate);
server!(not_joined room_is_not_joined_06 crate);
server!(flag_late right_06 crate::late);

tests! {
    all_end_in_order: holds(stops(right::go), 427);
    with_the_door_kept_the_room_never_ends:
        falls(stops(door_kept::go), Kind::Deadlock, "main waits for waiting-room to end");
    with_the_listener_kept_newcomers_still_come: falls(
        stops(listener_kept::go),
        Kind::Panic,
        r#"left: ["waiting-room ends", "newcomers are refused""#,
    );
    without_a_join_the_workers_are_still_there: falls(
        stops(not_joined::go),
        Kind::Panic,
        r#"left: ["newcomers are refused", "Stopped"]"#,
    );
    woken_before_the_flag_is_set_main_accepts_for_ever:
        falls(stops(flag_late::go), Kind::Deadlock, "main waits for an item in channel 1");
}
