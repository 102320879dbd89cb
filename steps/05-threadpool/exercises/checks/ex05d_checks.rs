//! What a right answer to exercise 05d does, in every order of the threads.

use std::hash::{Hash, Hasher};
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::thread;

use trial::{Crew, Outcome, equal, in_every_order, stays, until_all_wait};

use super::exercise::Cache;

type Shared = Arc<Cache<&'static str, u32>>;

/// One that begins to compute the value of a key. What this returns lets it go on, and then it makes
/// 1, or panics.
fn begin(
    key: &'static str,
    cache: &Shared,
    panics: bool,
) -> impl FnOnce() -> thread::Result<u32> + use<> {
    let (work, begun, go) = stays();
    let cache = Arc::clone(cache);
    let compute = move || {
        work(());
        if panics {
            panic::resume_unwind(Box::new("no such page"));
        }
        1
    };
    let thread = thread::spawn(move || cache.get(key, compute));
    let _ = begun.recv();
    move || {
        drop(go);
        thread.join()
    }
}

/// Others that want the value of "a" and would make 2. What each gets, and whether it has computed.
fn others(count: usize, cache: &Shared) -> Crew<(u32, bool)> {
    let cache = Arc::clone(cache);
    Crew::start(count, move || {
        let mut has_computed = false;
        let compute = || {
            has_computed = true;
            2
        };
        (cache.get("a", compute), has_computed)
    })
}

fn computed(mut others: Crew<(u32, bool)>) -> usize {
    let made = others.all();
    made.iter()
        .filter(|(_, has_computed)| *has_computed)
        .count()
}

/// All keys have the same hash.
#[derive(Clone, PartialEq, Eq)]
struct Key(u32);

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        1.hash(state);
    }
}

pub fn a_value_is_computed_once() -> Outcome {
    in_every_order("`get` waits for ever", || {
        let cache = Cache::new();
        let came = [1, 2, 3].map(|page| cache.get("/", || page));
        let look = "Each `get` computes. Is it the same place that is filled and looked at?";
        equal("`get` of one key, three times", came, [1, 1, 1], look)?;
        let other = cache.get("/news", || 4);
        equal("`get` of another key", other, 4, "each key has a value")?;
        let cache = Cache::new();
        let came = [1, 2].map(|number| cache.get(Key(number), || number));
        let look = "Two keys may have the same hash. What is in the table: the key, or its hash?";
        equal("`get` of two keys with the same hash", came, [1, 2], look)
    })?;
    what_is_kept_stays()?;
    let look = "It looked for the key, found nothing, and computed, too. Who tells it that somebody \
                is at it already?";
    in_every_order("`get` waits for a value that is there.", move || {
        let cache = Shared::new(Cache::new());
        let two = computed(others(2, &cache));
        equal("how many of two computed", two, 1, look)
    })?;
    in_every_order("`get` waits for a value that is there.", move || {
        let cache = Shared::new(Cache::new());
        let end = begin("a", &cache, false);
        let second = others(1, &cache);
        until_all_wait(); // for an hour, as the clock of an order has it
        let _ = end();
        equal("how many more computed", computed(second), 0, look)
    })
}

fn what_is_kept_stays() -> Outcome {
    let cache = Cache::new();
    let came = [true, false].map(|is_new| (0..200).all(|page| cache.get(page, || is_new)));
    let look = "A value is there from when it is computed. Who takes it away?";
    let what = "`get` of 200 keys, and once more: is each value the first one?";
    equal(what, came, [true, true], look)
}

pub fn different_values_are_computed_at_once() -> Outcome {
    let stuck = "While the value of one key is computed, another key is asked for, and so on, forty \
                 times. One of them waits for ever.\n  Which lock is held while `compute` runs? Do two \
                 keys share it?";
    in_every_order(stuck, || {
        let cache = Cache::new();
        equal("the fortieth key", chain(&cache, 40), 40, "look at `get`")
    })?;
    let stuck = "A value is computed, and a second worker waits for it. A third asks for another \
                 key, and waits, too.\n  Which lock does the second one hold while it waits?";
    in_every_order(stuck, || {
        let cache = Shared::new(Cache::new());
        let end = begin("a", &cache, false);
        let mut second = others(1, &cache);
        let came = cache.get("b", || 3);
        let _ = end();
        second.all();
        equal("the value of another key", came, 3, "each key has a value")
    })
}

/// The value of a key for which the value of the one before is needed.
fn chain(cache: &Cache<u32, u32>, key: u32) -> u32 {
    match key {
        0 => 0,
        _ => cache.get(key, || chain(cache, key - 1) + 1),
    }
}

pub fn a_panic_costs_the_key_nothing() -> Outcome {
    let stuck = "A computation has panicked, and the next `get` of this key waits for ever.\n  Who \
                 takes back what was noted when the computation began?";
    in_every_order(stuck, || {
        let cache = Cache::new();
        cache.get("/news", || 3);
        let get = |compute: fn() -> u32| {
            let caught = panic::catch_unwind(AssertUnwindSafe(|| cache.get("/", compute)));
            caught.ok()
        };
        let came = get(|| panic::resume_unwind(Box::new("no such page")));
        let look = "Where has the panic gone?";
        equal("`get` with a panic", came, None, look)?;
        let look = "It was there before another computation panicked. What does that concern it?";
        equal("`get` of another key", cache.get("/news", || 4), 3, look)?;
        let look = "A computation has panicked, and since then each `get` of this key panics, too. \
                    What does `lock` return after a panic?";
        equal("the next `get`", get(|| 5), Some(5), look)
    })?;
    let stuck = "A computation panics while another worker waits for its value, and that one waits \
                 for ever.\n  Who wakes it? And whose task is it to compute now?";
    in_every_order(stuck, || {
        let cache = Shared::new(Cache::new());
        let end = begin("a", &cache, true);
        let mut second = others(1, &cache);
        let panicked = end().is_err();
        let look = "Where has the panic gone?";
        equal("has the first one panicked?", panicked, true, look)?;
        let look = "It waited while the first one computed, and that one panicked. Now it computes.\n  \
                    What does `lock` return to one who waited for it during a panic?";
        let came: Vec<u32> = second.all().into_iter().map(|(value, _)| value).collect();
        equal("what the second one got", came, vec![2], look)?;
        let twice = [3, 4].map(|page| cache.get("c", || page));
        if twice != [3, 3] {
            return Ok(()); // a cache that keeps nothing: another check says so
        }
        let look = "One computed it after the panic, and whoever asks now does not find it.\n  It has \
                    put it into a place. Is that place still in the table?";
        let came = cache.get("a", || 5);
        equal("the same key, once more", came, 2, look)
    })?;
    one_of_those_who_waited_computes()?;
    the_right_one_is_woken()
}

/// Two wait for a value, and its computation panics.
fn one_of_those_who_waited_computes() -> Outcome {
    let stuck = "Two wait for a value, and its computation panics. They wait for ever.\n  Who wakes \
                 them? And whose task is it to compute now?";
    in_every_order(stuck, || {
        let cache = Shared::new(Cache::new());
        let end = begin("a", &cache, true);
        let others = others(2, &cache);
        let _ = end();
        let look = "Two waited for a value, and its computation panicked. One of the two computes \
                    now,\n  and the other waits for that one. Does it look again when it wakes up?";
        let both = computed(others) > 1;
        equal("did more than one compute?", both, false, look)
    })
}

/// Two keys are computed, and for each value somebody waits. One computation panics; the other one
/// ends only when whoever waited for the first has computed it.
fn the_right_one_is_woken() -> Outcome {
    let stuck = "Two keys are computed, one waits for each, and one computation panics. Whoever waited \
                 for that one waits for ever.\n  Is it the one who is woken?";
    in_every_order(stuck, || {
        let cache = Shared::new(Cache::new());
        let panic = begin("a", &cache, true);
        let end = begin("b", &cache, false);
        let waits = Arc::clone(&cache);
        let waits = thread::spawn(move || waits.get("b", || 3));
        until_all_wait();
        let mut second = others(1, &cache);
        until_all_wait();
        let _ = panic();
        second.all();
        let _ = end();
        let came = waits.join().ok();
        equal("the value of the other key", came, Some(1), "look at `get`")
    })
}

pub fn all_who_wait_for_a_value_get_it() -> Outcome {
    let stuck = "Two wait for a value that a third computes. It is there, and not both get it.\n  How \
                 many are woken when a value is there, and how many wait for it?";
    in_every_order(stuck, || {
        let cache = Shared::new(Cache::new());
        let end = begin("a", &cache, false);
        let mut others = others(2, &cache);
        let first = end().is_ok();
        let others = others.all().len() == 2;
        let look = "A `get` has panicked. Which `unwrap` may be it?";
        equal("who has got a value", (first, others), (true, true), look)
    })
}
