//! What both clocks have.

macro_rules! clock {
    ($name:ident) => {
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(std::time::$name);

        impl $name {
            #[must_use]
            pub fn checked_add(&self, duration: Duration) -> Option<$name> {
                self.0.checked_add(duration).map($name)
            }

            #[must_use]
            pub fn checked_sub(&self, duration: Duration) -> Option<$name> {
                self.0.checked_sub(duration).map($name)
            }
        }

        impl Debug for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl Add<Duration> for $name {
            type Output = $name;

            fn add(self, other: Duration) -> $name {
                $name(self.0 + other)
            }
        }

        impl AddAssign<Duration> for $name {
            fn add_assign(&mut self, other: Duration) {
                self.0 += other;
            }
        }

        impl Sub<Duration> for $name {
            type Output = $name;

            fn sub(self, other: Duration) -> $name {
                $name(self.0 - other)
            }
        }

        impl SubAssign<Duration> for $name {
            fn sub_assign(&mut self, other: Duration) {
                self.0 -= other;
            }
        }
    };
}

pub(super) use clock;
