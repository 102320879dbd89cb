//! Exercise 05d: computed once.
//!
//! Some pages are dear: they are made once, kept, and sent again and again. All workers share one
//! cache. Two of them that need the same page at the same time must not both make it; and two that
//! need different pages must not wait for each other.
//!
//!     let cache = Arc::new(Cache::new());
//!     // each worker:
//!     let page: Arc<str> = cache.get(target, || render(target));
//!
//! Check it with: cargo test --test ex05d

use std::hash::Hash;
use std::marker::PhantomData;

/// Values by their keys, each computed when it is first asked for.
pub struct Cache<K, V> {
    // Yours: what does a worker lock, and for how long? (PhantomData stands for it until then.)
    _values: PhantomData<(K, V)>,
}

impl<K: Hash + Eq + Clone, V: Clone> Cache<K, V> {
    /// An empty cache.
    pub fn new() -> Cache<K, V> {
        todo!("make an empty cache")
    }

    /// Returns the value of this key, which `compute` makes if there is none yet. Whoever asks for
    /// a key while somebody computes its value waits for that value. While it waits it keeps no
    /// processor busy: it sleeps until another thread wakes it.
    ///
    /// # Panics
    /// If `compute` does. Then the key has no value, as before, and the next who asks computes it.
    pub fn get(&self, key: K, compute: impl FnOnce() -> V) -> V {
        let _ = (key, compute);
        todo!("find the value, or compute it")
    }
}
