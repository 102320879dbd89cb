use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Values by their keys, each computed when it is first asked for.
pub struct Cache<K, V> {
    /// `None` marks a key whose value somebody computes.
    values: Mutex<HashMap<K, Option<V>>>,
    computed: Condvar,
}

impl<K: Hash + Eq + Clone, V: Clone> Cache<K, V> {
    pub fn new() -> Cache<K, V> {
        Cache {
            values: Mutex::new(HashMap::new()),
            computed: Condvar::new(),
        }
    }

    pub fn get(&self, key: K, compute: impl FnOnce() -> V) -> V {
        let mut values = self.values();
        while let Some(entry) = values.get(&key) {
            if let Some(value) = entry {
                return value.clone();
            }
            let woken = self.computed.wait(values);
            values = woken.unwrap_or_else(PoisonError::into_inner);
        }
        values.insert(key.clone(), None);
        drop(values);
        let value = compute();
        self.values().insert(key, Some(value.clone()));
        self.computed.notify_all();
        value
    }

    fn values(&self) -> MutexGuard<'_, HashMap<K, Option<V>>> {
        self.values.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
