use std::thread;

pub fn in_parallel<'a, T: Sync, R: Send>(
    threads: usize,
    items: &'a [T],
    work: impl Fn(&'a T) -> R + Sync,
) -> Vec<R> {
    let share = items.len().div_ceil(threads).max(1);
    let mut results: Vec<Option<R>> = items.iter().map(|_| None).collect();
    let work = &work;
    thread::scope(|scope| {
        for (items, places) in items.chunks(share).zip(results.chunks_mut(share)) {
            scope.spawn(move || {
                for (item, place) in items.iter().zip(places) {
                    *place = Some(work(item));
                }
            });
        }
    });
    results.into_iter().flatten().collect()
}
