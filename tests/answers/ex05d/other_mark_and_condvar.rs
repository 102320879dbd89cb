use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Values by their keys, each computed when it is first asked for.
pub struct Cache<K, V> {
    /// `None` marks a key whose value somebody computes.
    values: Mutex<HashMap<K, Option<V>>>,
    computed: Condvar,
}

/// Whoever computes the value of this key. At its end, also by a panic, nobody does any more.
struct Mark<'a, K: Hash + Eq, V>(&'a Cache<K, V>, &'a K);

impl<K: Hash + Eq, V> Drop for Mark<'_, K, V> {
    fn drop(&mut self) {
        let values = self.0.values.lock();
        let mut values = values.unwrap_or_else(PoisonError::into_inner);
        if let Some(None) = values.get(self.1) {
            values.remove(self.1);
        }
        self.0.computed.notify_all();
    }
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
        let mark = Mark(self, &key);
        let value = compute();
        self.values().insert(key.clone(), Some(value.clone()));
        drop(mark);
        value
    }

    fn values(&self) -> MutexGuard<'_, HashMap<K, Option<V>>> {
        self.values.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
