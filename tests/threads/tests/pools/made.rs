//! Pools that `build.rs` has written, each with the promises.

macro_rules! pools {
    ($($folder:ident)+) => {$(
        #[allow(dead_code, clippy::all)] // a wrong one is wrong on purpose
        #[path = "pools"]
        pub mod $folder {
            include!(concat!(env!("OUT_DIR"), "/", stringify!($folder), "/thread_pool.rs"));
            #[path = "promises.rs"]
            mod promises;
            pub use promises::*;
        }
    )+};
}
