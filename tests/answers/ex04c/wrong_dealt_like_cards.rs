use std::panic;
use std::thread;

pub fn in_parallel<'a, T: Sync, R: Send>(
    threads: usize,
    items: &'a [T],
    work: impl Fn(&'a T) -> R + Sync,
) -> Vec<R> {
    let work = &work;
    thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|first| {
                let items = items.iter().skip(first).step_by(threads);
                scope.spawn(move || items.map(work).collect::<Vec<R>>())
            })
            .collect();
        let results = handles.into_iter().flat_map(|handle| {
            let results = handle.join();
            results.unwrap_or_else(|panic| panic::resume_unwind(panic))
        });
        results.collect()
    })
}
