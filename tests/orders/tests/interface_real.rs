//! The calls of `interface.rs` with the real library: what they expect is what it does.

#[path = "interface/channels.rs"]
mod channels;
#[path = "interface/clocks.rs"]
mod clocks;
#[path = "interface/locks.rs"]
mod locks;
#[path = "interface/made_once.rs"]
mod made_once;
#[path = "interface/others.rs"]
mod others;

#[test]
fn the_real_library_does_what_is_expected() {
    locks::mutex();
    locks::poisoned_mutex();
    locks::poisoned_rwlock();
    locks::condvar_with_a_limit();
    channels::sync_channels();
    others::atomics_that_fetch();
    others::flags_and_pointers();
    locks::rwlock();
    locks::condvar();
    made_once::once();
    made_once::once_lock();
    made_once::lazy_lock();
    channels::channels();
    channels::rendezvous();
    others::atomics();
    others::threads();
    others::scopes();
    others::barriers();
    clocks::clocks();
}
