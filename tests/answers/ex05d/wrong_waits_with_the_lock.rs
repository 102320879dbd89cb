use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Values by their keys, each computed when it is first asked for.
pub struct Cache<K, V> {
    cells: Mutex<HashMap<K, Arc<OnceLock<V>>>>,
}

impl<K: Hash + Eq + Clone, V: Clone> Cache<K, V> {
    pub fn new() -> Cache<K, V> {
        Cache {
            cells: Mutex::new(HashMap::new()),
        }
    }

    pub fn get(&self, key: K, compute: impl FnOnce() -> V) -> V {
        let mut cells = self.cells.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(cell) = cells.get(&key) {
            // Somebody has begun: this one has nothing to do but to wait.
            return cell.get_or_init(compute).clone();
        }
        let cell = Arc::clone(cells.entry(key).or_default());
        drop(cells);
        cell.get_or_init(compute).clone()
    }
}
