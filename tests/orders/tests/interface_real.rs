//! The calls of `interface.rs` with the real library: what they expect is what it does.

#[path = "interface/locks.rs"]
mod locks;
#[path = "interface/others.rs"]
mod others;

#[test]
fn the_real_library_does_what_is_expected() {
    locks::mutex();
    locks::rwlock();
    locks::condvar();
    locks::once();
    locks::once_lock();
    locks::lazy_lock();
    others::channels();
    others::rendezvous();
    others::atomics();
    others::threads();
    others::scopes();
    others::barriers();
    others::clocks();
}
