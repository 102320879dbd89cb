use std::panic;
use std::thread;

pub fn in_parallel<'a, T: Sync, R: Send>(
    threads: usize,
    items: &'a [T],
    work: impl Fn(&'a T) -> R + Sync,
) -> Vec<R> {
    let share = if items.len() <= threads {
        1
    } else {
        items.len() / threads + 1
    };
    let work = &work;
    thread::scope(|scope| {
        let handles: Vec<_> = items
            .chunks(share)
            .map(|items| scope.spawn(move || items.iter().map(work).collect::<Vec<R>>()))
            .collect();
        let results = handles.into_iter().flat_map(|handle| {
            let results = handle.join();
            results.unwrap_or_else(|panic| panic::resume_unwind(panic))
        });
        results.collect()
    })
}
