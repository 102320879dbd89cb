//! Exercise 04c: threads that borrow.
//!
//! A page is made of many parts, and each takes a while. Make them on several threads at once. The
//! parts stay where they are, and so does what the work needs: this work ends, so its threads may
//! borrow.
//!
//!     let parts = vec!["news".to_string(), "weather".to_string(), "sports".to_string()];
//!     let template = read_template();
//!     let made = in_parallel(2, &parts, |part| fill(&template, part));
//!     // made[0] is the news, and `parts` and `template` are still ours
//!
//! Check it with: cargo test --test ex04c

/// Does `work` on each item, with at most `threads` (1 or more) items in work at once. If the items can
/// be shared out evenly among so many threads, as many are in work at once, however many processors
/// there are. The results are in the order of the items. Whoever waits keeps no processor busy: it
/// sleeps until another thread wakes it.
///
/// # Panics
/// If `work` does on an item, with what that panic said.
pub fn in_parallel<'a, T: Sync, R: Send>(
    threads: usize,
    items: &'a [T],
    work: impl Fn(&'a T) -> R + Sync,
) -> Vec<R> {
    let _ = (threads, items, work);
    todo!("share the items among threads, and collect the results")
}
