//! Every stable method of what is replaced.

mod channels;
mod clocks;
mod locks;
mod made_once;
mod others;

/// Each call, with its name.
pub const ALL: &[(&str, fn())] = &[
    ("atomics", others::atomics),
    ("atomics_that_fetch", others::atomics_that_fetch),
    ("barriers", others::barriers),
    ("channels", channels::channels),
    ("clocks", clocks::clocks),
    ("condvar", locks::condvar),
    ("condvar_with_a_limit", locks::condvar_with_a_limit),
    ("flags_and_pointers", others::flags_and_pointers),
    ("lazy_lock", made_once::lazy_lock),
    ("mutex", locks::mutex),
    ("once", made_once::once),
    ("once_lock", made_once::once_lock),
    ("poisoned_mutex", locks::poisoned_mutex),
    ("poisoned_rwlock", locks::poisoned_rwlock),
    ("rendezvous", channels::rendezvous),
    ("rwlock", locks::rwlock),
    ("scopes", others::scopes),
    ("sync_channels", channels::sync_channels),
    ("threads", others::threads),
];
