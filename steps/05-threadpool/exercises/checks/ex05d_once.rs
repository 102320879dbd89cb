//! What a right answer to exercise 05d does with keys, and how often it computes.

use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use trial::{Outcome, equal, within};

use super::super::exercise::Cache;
use super::LIMIT;
use super::waiting::{first, first_of};

/// For those that cannot go on. Another check has something to say to them.
const SHORT: Duration = Duration::from_millis(250);

/// It says when it is looked for. All keys have the same hash.
#[derive(Clone)]
pub struct Key(pub u32, pub Sender<()>);

impl Key {
    /// One that nobody listens to.
    pub fn quiet(number: u32) -> Key {
        Key(number, mpsc::channel().0)
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        1.hash(state);
        let _ = self.1.send(());
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.0 == other.0
    }
}

impl Eq for Key {}

pub fn at_the_same_time() -> Outcome {
    let cache = Arc::new(Cache::new());
    let (looked_for, looks) = mpsc::channel();
    let (begin, begun) = mpsc::channel();
    let (go, gone) = mpsc::channel::<()>();
    let get = |who: &'static str, key: Sender<()>, compute: Box<dyn FnOnce() + Send>| {
        let (cache, begin) = (Arc::clone(&cache), begin.clone());
        thread::spawn(move || {
            cache.get(Key(1, key), || {
                let _ = begin.send(());
                compute();
                who
            })
        })
    };
    let wait = Box::new(move || _ = gone.recv());
    let first = get("first", mpsc::channel().0, wait);
    let _ = begun.recv();
    let second = get("second", looked_for, Box::new(|| ()));
    // The first computes until the second has looked for the key, and some time more, for one
    // that looks twice. What is right needs no such time.
    let _ = looks.recv_timeout(Duration::from_secs(1));
    let computed = begun.recv_timeout(Duration::from_millis(50)).is_ok();
    drop(go);
    let came = [first.join().ok(), second.join().ok()];
    let computed = computed || begun.try_recv().is_ok();
    let look = "It looked for the key, found nothing, and computed, too. Who tells it that somebody \
                is at it already?";
    equal("did a second worker compute, too?", computed, false, look)?;
    let look = "Both get the one value.";
    equal("what both got", came, [Some("first"); 2], look)
}

pub fn two_keys_of_one_hash() -> Outcome {
    within(LIMIT, "`get` waits for ever", || {
        let cache = Cache::new();
        let came = [1, 2].map(|number| cache.get(Key::quiet(number), || number));
        let look = "Two different keys may have the same hash. What is in the table: the key, or \
                    its hash?";
        equal("`get` of two keys with the same hash", came, [1, 2], look)
    })?
}

/// Starts four that want the value of key 1, and say when they compute it, and when they have it.
/// Returns when all have looked for it.
fn four_more(cache: &Arc<Cache<Key, u32>>) -> (Receiver<()>, Receiver<u32>) {
    let (begin, begun) = mpsc::channel();
    let (end, ended) = mpsc::channel();
    let (looked_for, looks) = mpsc::channel();
    for _ in 0..4 {
        let (cache, key) = (Arc::clone(cache), Key(1, looked_for.clone()));
        let (begin, end) = (begin.clone(), end.clone());
        let compute = move || {
            let _ = begin.send(());
            thread::sleep(Duration::from_millis(50));
            2
        };
        thread::spawn(move || end.send(cache.get(key, compute)));
    }
    for _ in 0..4 {
        let _ = looks.recv_timeout(SHORT);
    }
    thread::sleep(Duration::from_millis(50));
    (begun, ended)
}

/// Four wait for a value, and its computation panics.
pub fn one_of_those_who_waited_computes() -> Outcome {
    within(LIMIT, "`get` waits for ever", || {
        let (cache, panics, go) = first(true);
        let (begun, ended) = four_more(&cache);
        drop(go);
        let _ = panics.join();
        for _ in 0..4 {
            let _ = ended.recv_timeout(SHORT);
        }
        let computed = begun.try_iter().count();
        let look = "Four waited for a value, and its computation panicked. One of the four computes \
                    now,\n  and the others wait for that one. Do they look again when they wake up?";
        equal("did more than one compute?", computed > 1, false, look)
    })?
}

/// One computes, one waits for its value, and a third asks for another key.
pub fn whoever_waits_is_in_nobodys_way() -> Outcome {
    let sentence = "A value is computed, and a second worker waits for it. A third asks for another \
                    key, and waits, too.\n  Which lock does the second one hold while it waits?";
    within(LIMIT, sentence, || {
        let (begin, begun) = mpsc::channel();
        let cache = Arc::new(Cache::new());
        let (_first, go) = first_of(&cache, "a", false);
        let second = Arc::clone(&cache);
        thread::spawn(move || {
            let _ = begin.send(());
            second.get("a", || 2)
        });
        let _ = begun.recv();
        // So that it waits. What is right needs no such time.
        thread::sleep(Duration::from_millis(50));
        let came = cache.get("b", || 3);
        drop(go);
        equal("the value of another key", came, 3, "each key has a value")
    })?
}
