//! Accesses that need no more than the real library's.

/// Accesses that are as in the real library: `name: "what it does" (arguments) -> result`.
macro_rules! accesses {
    ($($name:ident: $what:literal ($($arg:ident: $type:ty),*) -> $result:ty;)+) => {$(
        #[track_caller]
        pub fn $name(&self, $($arg: $type,)* order: Ordering) -> $result {
            self.access(Location::caller(), $what, |real| real.$name($($arg,)* order))
        }
    )+};
}

pub(super) use accesses;
