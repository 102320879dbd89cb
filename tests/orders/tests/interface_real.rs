//! The calls of `interface.rs` with the real library: what they expect is what it does.

mod calls;

#[test]
fn the_real_library_does_what_is_expected() {
    for (name, call) in calls::ALL {
        println!("{name}");
        call();
    }
}
