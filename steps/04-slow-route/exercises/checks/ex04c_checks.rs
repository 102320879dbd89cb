//! What a right answer to exercise 04c does.

use std::any::Any;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};

use trial::{Orders, Outcome, equal, in_every_order, until_all_wait};

use super::exercise::in_parallel;

const NOT_ENDED: &str = "It has not ended.";

/// So many orders are enough where only the number of threads matters.
const FEW: usize = 10;

/// Many numbers of items, on a few threads.
fn for_many(orders: usize, holds: fn(usize, usize) -> Outcome) -> Outcome {
    for (count, threads) in (0..10).flat_map(|count| (1..5).map(move |threads| (count, threads))) {
        let few = Orders::new(NOT_ENDED).few(orders);
        few.hold(move || holds(count, threads))?;
    }
    Ok(())
}

pub fn every_item_has_its_result() -> Outcome {
    for_many(FEW, results_of)?;
    in_every_order(NOT_ENDED, || results_of(3, 2))
}

/// The results borrow from the items, and the work from its surroundings.
fn results_of(count: usize, threads: usize) -> Outcome {
    let items: Vec<String> = (0..count).map(|number| format!("part {number}")).collect();
    let prefix = "part ".to_string();
    let mut came = in_parallel(threads, &items, |item| item.trim_start_matches(&prefix));
    let what = format!("the number of results of {count} items on {threads} threads");
    let look = "What becomes of the items that are left over when they are shared out?";
    equal(&what, came.len(), count, look)?;
    came.sort_unstable();
    let what = format!("the results of {count} items on {threads} threads");
    let all: Vec<&str> = "0123456789".split("").skip(1).take(count).collect();
    equal(&what, came, all, "Is each item worked on once?")
}

pub fn results_are_in_the_order_of_the_items() -> Outcome {
    for_many(1, joined_as_cut)?;
    in_every_order(NOT_ENDED, || {
        let look = "They may end in any order. How do you know whose result it is?";
        in_their_order("the results of 0, 1, 2, 3", 4, 2, look)
    })
}

fn joined_as_cut(count: usize, threads: usize) -> Outcome {
    let what = format!("the results of {count} items, in their order, on {threads} threads");
    let look = "The results of each thread are joined to those of the one before it. Were the items \
                dealt out like cards, or cut into shares?";
    in_their_order(&what, count, threads, look)
}

fn in_their_order(what: &str, count: usize, threads: usize, look: &str) -> Outcome {
    let items: Vec<usize> = (0..count).collect();
    let came = in_parallel(threads, &items, |&item| item);
    let mut sorted = came.clone();
    sorted.sort_unstable(); // whoever loses some is told so by another check
    equal(what, came, sorted, look)
}

pub fn as_many_as_allowed_are_in_work_at_once() -> Outcome {
    let stuck = "Three threads are allowed, and there are three items, each of which waits until all \
                 are in work. They never were.\n  Is a thread started before another one is joined? \
                 What does `map` do until somebody asks for its items? And who says how many threads \
                 there are: the caller, or the machine?";
    at_once(3, 3, stuck)?;
    for (threads, count) in [(3, 6), (3, 9), (3, 12), (8, 16), (40, 40)] {
        let stuck = format!(
            "{threads} threads are allowed, and there are {count} items, each of which waits until \
             {threads} are in work. They were not always.\n  {count} / {threads} leaves no rest. How \
             large is a share, and how many shares are there then?"
        );
        at_once(threads, count, &stuck)?;
    }
    Ok(())
}

fn at_once(threads: usize, count: usize, stuck: &str) -> Outcome {
    Orders::new(stuck).few(FEW).hold(move || {
        let all = Barrier::new(threads);
        in_parallel(threads, &vec![(); count], |()| all.wait().is_leader());
        Ok(())
    })
}

pub fn never_more_than_allowed() -> Outcome {
    Orders::new(NOT_ENDED).few(FEW).hold(|| {
        let [inside, most] = [const { AtomicUsize::new(0) }; 2];
        in_parallel(3, &[0; 7], |_| {
            let now = inside.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(now, Ordering::SeqCst);
            until_all_wait(); // all that can be in work are
            inside.fetch_sub(1, Ordering::SeqCst);
        });
        let what = "three threads are allowed, and there are seven items: were more than three in \
                    work at once?";
        let look = "How many threads are started? If each gets a share of the items: 7 / 3 is 2, and \
                    how many shares of 2 does it take?";
        equal(what, most.into_inner() > 3, false, look)
    })
}

pub fn what_a_panic_said_is_handed_on() -> Outcome {
    in_every_order(NOT_ENDED, || {
        let words = "part 2 is missing";
        let said = caught(words, |panic| panic.downcast_ref::<&str>().copied());
        let what = "`work` has panicked on one item of four; what its caller gets";
        let look = "`join` returns an error which holds what the panic said. Who hands it on?";
        equal(what, said, Err(Some(words)), look)?;
        let said = caught(404_u16, |panic| panic.downcast_ref::<u16>().copied());
        let what = "`work` has panicked with 404_u16, which is no text; what its caller gets";
        let look = "A panic may hold anything. Hand it on as it is: who must look into it?";
        equal(what, said, Err(Some(404)), look)
    })
}

/// What the caller of `in_parallel` catches, if one item of four panics with this.
fn caught<P: Copy + Send + Sync + 'static>(
    with: P,
    look: fn(Box<dyn Any + Send>) -> Option<P>,
) -> Result<Vec<i32>, Option<P>> {
    let work = |&item: &i32| match item {
        2 => panic::resume_unwind(Box::new(with)),
        _ => item,
    };
    panic::catch_unwind(AssertUnwindSafe(|| in_parallel(2, &[0, 1, 2, 3], work))).map_err(look)
}
