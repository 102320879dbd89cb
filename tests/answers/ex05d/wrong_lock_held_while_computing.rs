use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

/// Values by their keys, each computed when it is first asked for.
pub struct Cache<K, V> {
    values: Mutex<HashMap<K, V>>,
}

impl<K: Hash + Eq + Clone, V: Clone> Cache<K, V> {
    pub fn new() -> Cache<K, V> {
        Cache {
            values: Mutex::new(HashMap::new()),
        }
    }

    pub fn get(&self, key: K, compute: impl FnOnce() -> V) -> V {
        let mut values = self.values.lock().unwrap_or_else(PoisonError::into_inner);
        values.entry(key).or_insert_with(compute).clone()
    }
}
