//! Which result belongs to which item.

use trial::{Outcome, equal, within};

use super::super::exercise::in_parallel;
use super::count::Count;
use super::{LIMIT, MOMENT};

/// Each item waits for the next one, so they end in the contrary order.
pub fn results_are_in_the_order_of_the_items() -> Outcome {
    within(LIMIT, "It has not ended.", || {
        let ended = Count::new();
        let came = in_parallel(4, &[0, 1, 2, 3], |&item| {
            // Whoever has them one by one is told so by another check.
            ended.reaches(3 - item, MOMENT);
            ended.set(|ended| ended + 1);
            item
        });
        let look = "They have ended in the contrary order. How do you know whose result it is?";
        equal("the results of 0, 1, 2, 3", came, vec![0, 1, 2, 3], look)
    })??;
    for (count, threads) in (0..10).flat_map(|count| (1..5).map(move |threads| (count, threads))) {
        shares_are_joined_as_they_were_cut(count, threads)?;
    }
    Ok(())
}

/// Whoever loses some is told so by another check.
fn shares_are_joined_as_they_were_cut(count: usize, threads: usize) -> Outcome {
    let came = within(LIMIT, "It has not ended.", move || {
        let items: Vec<usize> = (0..count).collect();
        in_parallel(threads, &items, |&item| item)
    })?;
    let mut sorted = came.clone();
    sorted.sort_unstable();
    let what = format!("the results of {count} items, in their order, on {threads} threads");
    let look = "The results of each thread are joined to those of the one before it. Were the items \
                dealt out like cards, or cut into shares?";
    equal(&what, came, sorted, look)
}
