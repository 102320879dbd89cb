//! What a right answer to exercise 05d does for those who wait while somebody computes.

use std::hash::Hash;
use std::panic;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use trial::{Outcome, equal, within};

use super::super::exercise::Cache;
use super::LIMIT;
use super::once::Key;

/// One that computes the value of key 1 until the sender is dropped, and then makes 1, or panics.
type First = (Arc<Cache<Key, u32>>, JoinHandle<u32>, Sender<()>);

pub fn first(panics: bool) -> First {
    let cache = Arc::new(Cache::new());
    let (first, go) = first_of(&cache, Key::quiet(1), panics);
    (cache, first, go)
}

pub fn first_of<K: Hash + Eq + Clone + Send + 'static>(
    cache: &Arc<Cache<K, u32>>,
    key: K,
    panics: bool,
) -> (JoinHandle<u32>, Sender<()>)
where
    Cache<K, u32>: Send + Sync,
{
    let (begin, begun) = mpsc::channel();
    let (go, gone) = mpsc::channel::<()>();
    let compute = move || {
        let _ = begin.send(());
        let _ = gone.recv();
        if panics {
            panic::resume_unwind(Box::new("no such page"));
        }
        1
    };
    let inside = Arc::clone(cache);
    let first = thread::spawn(move || inside.get(key, compute));
    let _ = begun.recv();
    (first, go)
}

/// So many more that want the same value and would make 2. Returns when all have looked for it.
fn others(count: usize, cache: &Arc<Cache<Key, u32>>) -> Vec<JoinHandle<u32>> {
    let (looked_for, looks) = mpsc::channel();
    let others = (0..count).map(|_| {
        let (cache, key) = (Arc::clone(cache), Key(1, looked_for.clone()));
        thread::spawn(move || cache.get(key, || 2))
    });
    let others = others.collect();
    for _ in 0..count {
        // The limit is for one that cannot even look. Another check has something to say to it.
        let _ = looks.recv_timeout(Duration::from_millis(250));
    }
    // So that they wait. What is right needs no such time.
    thread::sleep(Duration::from_millis(50));
    others
}

pub fn all_who_wait_for_a_value_get_it() -> Outcome {
    let sentence = "Four wait for a value that a fifth computes. It is there, and not all four get \
                    it.\n  How many are woken when a value is there, and how many wait for it?";
    within(LIMIT, sentence, || {
        let (cache, first, go) = first(false);
        let others = others(4, &cache);
        drop(go);
        let mut all = vec![first.join().is_ok()];
        all.extend(others.into_iter().map(|other| other.join().is_ok()));
        let look = "One of five `get`s has panicked. Which `unwrap` may be it?";
        equal("who has got a value", all, vec![true; 5], look)
    })?
}

pub fn a_panic_while_another_waits() -> Outcome {
    let sentence = "A computation panics while another worker waits for its value, and that one \
                    waits for ever.\n  Who wakes it? And whose task is it to compute now?";
    within(LIMIT, sentence, || {
        let (cache, first, go) = first(true);
        let second = others(1, &cache).pop();
        drop(go);
        let panicked = first.join().is_err();
        let look = "Where has the panic gone?";
        equal("has the first one panicked?", panicked, true, look)?;
        let came = second.and_then(|second| second.join().ok());
        let look = "It waited while the first one computed, and that one panicked. Now it computes.\n  \
                    What does `lock` return to one who waited for it during a panic?";
        equal("what the second one got", came, Some(2), look)?;
        the_value_stays(&cache)
    })?
}

/// A waiter has computed the value of key 1 after a panic.
fn the_value_stays(cache: &Cache<Key, u32>) -> Outcome {
    let twice = [3, 4].map(|page| cache.get(Key::quiet(2), || page));
    if twice != [3, 3] {
        return Ok(()); // a cache that keeps nothing: another check says so
    }
    let look = "One computed it after the panic, and whoever asks now does not find it.\n  It has \
                put it into a place. Is that place still in the table?";
    let came = cache.get(Key::quiet(1), || 5);
    equal("the same key, once more", came, 2, look)
}
