//! The wrong ones: each is a step's file with an edit or two.

/// The name, the file, and what stands there in place of what.
pub type Wrong = (
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
);

pub const POOLS: &[Wrong] = &[
    (
        "lock_held_over_the_job",
        "thread_pool.rs",
        &[(
            "let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();\n        match job {",
            "let jobs = jobs.lock().unwrap_or_else(PoisonError::into_inner);\n        match jobs.recv() {",
        )],
    ),
    (
        "no_catch_unwind",
        "thread_pool.rs",
        &[("panic::catch_unwind(AssertUnwindSafe(job))", "vec![job()]")],
    ),
    (
        "a_sender_kept",
        "thread_pool.rs",
        &[(
            "let receiver = Arc::new(Mutex::new(receiver));\n",
            "mem::forget(sender.clone());\n        let receiver = Arc::new(Mutex::new(receiver));\n",
        )],
    ),
];

pub const ROOMS: &[Wrong] = &[
    (
        "two_seats", // not wrong: so few clients fill it
        "waiting_room.rs",
        &[("SEATS: usize = 4096", "SEATS: usize = 2")],
    ),
    (
        "a_door_kept",
        "waiting_room.rs",
        &[(
            "let thread = thread::Builder",
            "std::mem::forget(door.clone());\n    let thread = thread::Builder",
        )],
    ),
    (
        "waits_for_arrivals",
        "waiting_room.rs",
        &[("arrivals.try_iter()", "arrivals.iter()")],
    ),
    (
        "each_none_counts",
        "waiting_room.rs",
        &[("quarters = 3", "quarters -= 1")],
    ),
];

pub const ONLY_06: &[Wrong] = &[
    (
        "join_before_close",
        "thread_pool.rs",
        &[
            ("        drop(self.jobs.take());\n", ""),
            (
                "let _ = worker.join();\n        }\n",
                "let _ = worker.join();\n        }\n        drop(self.jobs.take());\n",
            ),
        ],
    ),
    (
        "no_last_call",
        "waiting_room.rs",
        &[("c.moved.max(moment).elapsed()", "c.moved.elapsed()")],
    ),
    (
        "writes_under_the_lock",
        "log.rs",
        &[
            ("drop(lines); // nobody", "// nobody"),
            (
                "lock().is_writing = false;",
                "lines.is_writing = false;\n        drop(lines);",
            ),
        ],
    ),
    (
        "told_too_early",
        "log.rs",
        &[
            ("        lock().is_writing = false;\n", ""),
            (
                "        CHANGED.notify_all();\n    }\n}\n\nfn lock",
                "        CHANGED.notify_all();\n        lock().is_writing = false;\n    }\n}\n\nfn lock",
            ),
        ],
    ),
    (
        "dropped_lines_forgotten",
        "log.rs",
        &[
            (
                "let mut lines = lock();\n        mem::swap",
                "let dropped = mem::take(&mut lock().dropped);\n        let mut lines = lock();\n        mem::swap",
            ),
            ("        let dropped = mem::take(&mut lines.dropped);\n", ""),
        ],
    ),
    ("as_it_is", "main.rs", &[MODULES, WORKERS]),
    (
        "main_keeps_its_door",
        "main.rs",
        &[MODULES, WORKERS, ("    drop(door);", "    //")],
    ),
    (
        "main_keeps_the_listener",
        "main.rs",
        &[
            MODULES,
            WORKERS,
            ("    drop(listener);", "    //"),
            ("    drop(pool);", "    drop(listener);\n    drop(pool);"),
        ],
    ),
    (
        "room_is_not_joined",
        "main.rs",
        &[MODULES, WORKERS, ("room.join();", "room;")],
    ),
    (
        "flag_after_wake_up",
        "shutdown.rs",
        &[
            (
                "            let _ = self.requested_at.set(Instant::now());\n",
                "",
            ),
            (
                "            let _ = self.wake_up.set(",
                "            let _ = self.requested_at.set(Instant::now());\n            let _ = self.wake_up.set(",
            ),
        ],
    ),
    (
        "flag_after_wake_up", // goes with that stop
        "waiting_room.rs",
        &[("use crate::shutdown", "use super::shutdown")],
    ),
];

/// The test has stand-ins for some of them.
const MODULES: (&str, &str) = (
    "mod connection;\nmod log;\nmod parse_error;\nmod reading;\nmod request;\nmod response;\nmod \
     router;\nmod settings;\nmod shutdown;\nmod signals;\nmod syntax;\nmod waiting_room;\n",
    "",
);

/// Four would do the same in far more orders.
const WORKERS: (&str, &str) = ("WORKERS: usize = 4", "WORKERS: usize = 2");
