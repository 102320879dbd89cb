//! Work on all processors.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Mutex;
use std::thread;

/// What `work` makes of each item, in the same order.
pub fn map<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let count = thread::available_parallelism().map_or(2, NonZero::get);
    map_with(count, items, work)
}

/// What `work` makes of each item, in the same order, at most `count` at a time.
pub fn map_with<T: Sync, R: Send>(
    count: usize,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let no_panic = "no thread panics with it";
    let (queue, done) = (
        Mutex::new(items.iter().enumerate()),
        Mutex::new(BTreeMap::new()),
    );
    let take = || queue.lock().expect(no_panic).next();
    let worker = || {
        while let Some((number, item)) = take() {
            let result = work(item);
            done.lock().expect(no_panic).insert(number, result);
        }
    };
    thread::scope(|scope| (0..count).for_each(|_| drop(scope.spawn(worker))));
    done.into_inner().expect(no_panic).into_values().collect()
}
