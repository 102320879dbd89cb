use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::{Mutex, PoisonError};

/// Values by their keys, each computed when it is first asked for.
pub struct Cache<K, V> {
    parts: [Mutex<HashMap<K, V>>; 32],
    state: RandomState,
}

impl<K: Hash + Eq + Clone, V: Clone> Cache<K, V> {
    pub fn new() -> Cache<K, V> {
        Cache {
            parts: Default::default(),
            state: RandomState::new(),
        }
    }

    pub fn get(&self, key: K, compute: impl FnOnce() -> V) -> V {
        let number = self.state.hash_one(&key) as usize % self.parts.len();
        let part = self.parts[number].lock();
        let mut part = part.unwrap_or_else(PoisonError::into_inner);
        part.entry(key).or_insert_with(compute).clone()
    }
}
