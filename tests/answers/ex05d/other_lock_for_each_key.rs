use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

/// Values by their keys, each computed when it is first asked for.
pub struct Cache<K, V> {
    cells: Mutex<HashMap<K, Arc<Mutex<Option<V>>>>>,
}

impl<K: Hash + Eq + Clone, V: Clone> Cache<K, V> {
    pub fn new() -> Cache<K, V> {
        Cache {
            cells: Mutex::new(HashMap::new()),
        }
    }

    pub fn get(&self, key: K, compute: impl FnOnce() -> V) -> V {
        let cell = self.cell(key);
        // After a panic it is `None`, as before: nothing is half-done.
        let mut value = cell.lock().unwrap_or_else(PoisonError::into_inner);
        value.get_or_insert_with(compute).clone()
    }

    /// The place of this key's value, which may be empty.
    fn cell(&self, key: K) -> Arc<Mutex<Option<V>>> {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(cells.entry(key).or_default())
    }
}
