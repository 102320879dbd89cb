//! What all atomics have.

/// Accesses that are as in the real library: `name: "what it does" (arguments) -> result`.
macro_rules! accesses {
    ($($name:ident: $what:literal ($($arg:ident: $type:ty),*) -> $result:ty;)+) => {$(
        #[track_caller]
        pub fn $name(&self, $($arg: $type),*) -> $result {
            self.access(Location::caller(), $what, |real| real.$name($($arg),*))
        }
    )+};
}

/// What all atomics have. `$value` is what they hold.
macro_rules! common {
    ([$($generic:ident)?] $name:ident $value:ty) => {
        pub struct $name$(<$generic>)? {
            known: crate::engine::Known,
            real: std::sync::atomic::$name$(<$generic>)?,
        }

        impl$(<$generic>)? $name$(<$generic>)? {
            #[must_use]
            pub const fn new(value: $value) -> Self {
                let real = std::sync::atomic::$name::new(value);
                $name { known: super::KNOWN, real }
            }

            pub fn get_mut(&mut self) -> &mut $value {
                self.real.get_mut()
            }

            #[must_use]
            pub const fn into_inner(self) -> $value {
                self.real.into_inner()
            }

            pub const fn as_ptr(&self) -> *mut $value {
                self.real.as_ptr()
            }

            fn access<R>(
                &self,
                place: crate::engine::Place,
                what: &'static str,
                act: impl FnOnce(&std::sync::atomic::$name$(<$generic>)?) -> R,
            ) -> R {
                let peek = |real: &std::sync::atomic::$name$(<$generic>)?| real.load(Ordering::SeqCst);
                super::access((&self.known, &self.real), place, what, peek, act)
            }

            super::common::accesses! {
                load: "reads" (order: Ordering) -> $value;
                store: "stores into" (value: $value, order: Ordering) -> ();
                swap: "swaps" (value: $value, order: Ordering) -> $value;
                compare_exchange: "compares and exchanges"
                    (current: $value, new: $value, success: Ordering, failure: Ordering)
                    -> Result<$value, $value>;
            }

            /// As in the real library. It does not fail by chance.
            #[track_caller]
            pub fn compare_exchange_weak(
                &self,
                current: $value,
                new: $value,
                success: Ordering,
                failure: Ordering,
            ) -> Result<$value, $value> {
                self.compare_exchange(current, new, success, failure)
            }

            #[track_caller]
            #[deprecated(since = "1.50.0", note = "use `compare_exchange` instead")]
            pub fn compare_and_swap(&self, current: $value, new: $value, _: Ordering) -> $value {
                let seq = Ordering::SeqCst;
                self.compare_exchange(current, new, seq, seq).unwrap_or_else(|value| value)
            }

            /// As in the real library: a read, and then an exchange.
            #[track_caller]
            pub fn fetch_update<F: FnMut($value) -> Option<$value>>(
                &self,
                set: Ordering,
                fetch: Ordering,
                mut f: F,
            ) -> Result<$value, $value> {
                let mut value = self.load(fetch);
                while let Some(next) = f(value) {
                    match self.compare_exchange(value, next, set, fetch) {
                        Err(now) => value = now,
                        done => return done,
                    }
                }
                Err(value)
            }

            /// As `try_update` of the real library, since Rust 1.95.
            #[track_caller]
            pub fn try_update(
                &self,
                set: Ordering,
                fetch: Ordering,
                f: impl FnMut($value) -> Option<$value>,
            ) -> Result<$value, $value> {
                self.fetch_update(set, fetch, f)
            }

            /// Since Rust 1.95.
            #[track_caller]
            pub fn update(
                &self,
                set: Ordering,
                fetch: Ordering,
                mut f: impl FnMut($value) -> $value,
            ) -> $value {
                self.fetch_update(set, fetch, |value| Some(f(value))).unwrap_or_else(|value| value)
            }
        }

        impl$(<$generic>)? std::fmt::Debug for $name$(<$generic>)? {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(&self.real, f)
            }
        }

        impl$(<$generic>)? From<$value> for $name$(<$generic>)? {
            fn from(value: $value) -> Self {
                $name::new(value)
            }
        }

        impl$(<$generic>)? Default for $name$(<$generic>)? {
            fn default() -> Self {
                $name::new(std::sync::atomic::$name::default().into_inner())
            }
        }
    };
}

pub(super) use {accesses, common};
