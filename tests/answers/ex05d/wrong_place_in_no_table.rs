use std::collections::HashMap;
use std::hash::Hash;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

type Cells<K, V> = HashMap<K, Arc<OnceLock<V>>>;

/// Values by their keys, each computed when it is first asked for.
pub struct Cache<K, V> {
    cells: Mutex<Cells<K, V>>,
}

impl<K: Hash + Eq + Clone, V: Clone> Cache<K, V> {
    pub fn new() -> Cache<K, V> {
        Cache {
            cells: Mutex::new(HashMap::new()),
        }
    }

    pub fn get(&self, key: K, compute: impl FnOnce() -> V) -> V {
        let cell = self.cell(key.clone());
        let compute = || cell.get_or_init(compute).clone();
        let computed = panic::catch_unwind(AssertUnwindSafe(compute));
        computed.unwrap_or_else(|panic| {
            // There is no value, and so there need be no place.
            self.cells().remove(&key);
            panic::resume_unwind(panic)
        })
    }

    /// The place of this key's value, which may be empty.
    fn cell(&self, key: K) -> Arc<OnceLock<V>> {
        Arc::clone(self.cells().entry(key).or_default())
    }

    fn cells(&self) -> MutexGuard<'_, Cells<K, V>> {
        self.cells.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
