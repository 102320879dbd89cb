//! `OnceLock`: the real one; the scheduler knows who is making the value.

use super::made::Made;

pub struct OnceLock<T> {
    pub(super) once: Made<std::sync::OnceLock<T>>,
}

impl<T> OnceLock<T> {
    #[must_use]
    pub const fn new() -> OnceLock<T> {
        OnceLock::with(std::sync::OnceLock::new())
    }

    const fn with(real: std::sync::OnceLock<T>) -> OnceLock<T> {
        let once = Made::new("value that is made once", real, |real| real.get().is_some());
        OnceLock { once }
    }

    #[track_caller]
    pub fn get(&self) -> Option<&T> {
        self.once.look();
        self.once.real.get()
    }

    pub fn get_mut(&mut self) -> Option<&mut T> {
        self.once.real.get_mut()
    }

    #[track_caller]
    pub fn wait(&self) -> &T {
        self.once.wait();
        self.once.real.wait()
    }

    #[track_caller]
    pub fn set(&self, value: T) -> Result<(), T> {
        let _making = self.once.begin();
        self.once.real.set(value)
    }

    #[track_caller]
    pub fn get_or_init<F: FnOnce() -> T>(&self, f: F) -> &T {
        let _making = self.once.begin();
        self.once.real.get_or_init(f)
    }

    pub fn into_inner(self) -> Option<T> {
        self.once.real.into_inner()
    }

    pub fn take(&mut self) -> Option<T> {
        self.once.real.take()
    }
}

impl<T> Default for OnceLock<T> {
    fn default() -> OnceLock<T> {
        OnceLock::new()
    }
}

impl<T: Clone> Clone for OnceLock<T> {
    #[track_caller]
    fn clone(&self) -> OnceLock<T> {
        match self.get() {
            Some(value) => OnceLock::from(value.clone()),
            None => OnceLock::new(),
        }
    }
}

impl<T> From<T> for OnceLock<T> {
    fn from(value: T) -> OnceLock<T> {
        OnceLock::with(value.into())
    }
}

impl<T: PartialEq> PartialEq for OnceLock<T> {
    #[track_caller]
    fn eq(&self, other: &OnceLock<T>) -> bool {
        self.get() == other.get()
    }
}

impl<T: Eq> Eq for OnceLock<T> {}
