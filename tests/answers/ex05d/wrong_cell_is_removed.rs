use std::collections::HashMap;
use std::hash::Hash;
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

type Cells<K, V> = HashMap<K, Arc<Mutex<Option<V>>>>;

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
        let mut value = cell.lock().unwrap();
        let compute = || value.get_or_insert_with(compute).clone();
        let computed = panic::catch_unwind(AssertUnwindSafe(compute));
        computed.unwrap_or_else(|panic| {
            // This place is poisoned. The next one gets another.
            self.cells().remove(&key);
            panic::resume_unwind(panic)
        })
    }

    /// The place of this key's value, which may be empty.
    fn cell(&self, key: K) -> Arc<Mutex<Option<V>>> {
        Arc::clone(self.cells().entry(key).or_default())
    }

    fn cells(&self) -> MutexGuard<'_, Cells<K, V>> {
        self.cells.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
