//! Each way in which an order can fail, put in once and seen in its story.

extern crate orders as std;

use orders::{Explorer, Failure, Kind};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex, OnceLock, mpsc};
use std::thread;
use std::time::Duration;

/// Explores what must fail, and makes sure that it is this kind, told in these words, and that its
/// schedule replays it.
#[track_caller]
fn fails(
    kind: Kind,
    words: &[&str],
    scenario: impl Fn() + Clone + Send + Sync + 'static,
) -> Box<Failure> {
    let explorer = Explorer::new("all goes well");
    let failure = explorer
        .explore(scenario.clone())
        .expect_err("some order fails");
    check(&failure, kind, words);
    let again = explorer
        .replay(&failure.schedule, scenario)
        .expect_err("and fails again");
    assert_eq!(
        (&again.sentence, &again.table),
        (&failure.sentence, &failure.table)
    );
    failure
}

#[track_caller]
fn check(failure: &Failure, kind: Kind, words: &[&str]) {
    println!("{failure}");
    assert_eq!(failure.kind, kind, "{failure}");
    let story = failure.to_string();
    for words in words {
        assert!(
            story.contains(words),
            "the story does not say {words:?}: {story}"
        );
    }
}

#[test]
fn two_locks_taken_the_other_way_round() {
    let words = [
        "deadlock: main waits for lock 1, which thread-1 holds",
        "thread-1 waits for lock 2, which main holds",
        "and holds lock 1",
        "It needs 1 preemption",
    ];
    fails(Kind::Deadlock, &words, || {
        let both = Arc::new((Mutex::new(0), Mutex::new(0)));
        let other = Arc::clone(&both);
        let thread = thread::spawn(move || {
            let _b = other.1.lock().unwrap();
            let _a = other.0.lock().unwrap();
        });
        let a = both.0.lock().unwrap();
        let b = both.1.lock().unwrap();
        drop((a, b));
        thread.join().unwrap();
    });
}

#[test]
fn a_lock_taken_twice() {
    fails(
        Kind::Deadlock,
        &["which it holds itself since kinds.rs"],
        || {
            let lock = Mutex::new(0);
            let _first = lock.lock().unwrap();
            let _second = lock.lock().unwrap();
        },
    );
}

#[test]
fn a_notification_before_the_wait() {
    let words = [
        "lost wake-up: thread-1 notified the condvar when nobody waited",
        "nobody waits",
    ];
    fails(Kind::LostWakeUp, &words, || {
        let ready = Arc::new((Mutex::new(()), Condvar::new()));
        let other = Arc::clone(&ready);
        let thread = thread::spawn(move || other.1.notify_one());
        let guard = ready.0.lock().unwrap();
        drop(ready.1.wait(guard).unwrap()); // without a condition
        thread.join().unwrap();
    });
}

#[test]
fn notify_one_for_two_who_wait() {
    let words = ["deadlock: main waits for", "a notification of the condvar"];
    fails(Kind::Deadlock, &words, || {
        let open = Arc::new((Mutex::new(false), Condvar::new()));
        let wait = |open: &Arc<(Mutex<bool>, Condvar)>| {
            let open = Arc::clone(open);
            thread::spawn(move || {
                let guard = open.0.lock().unwrap();
                drop(open.1.wait_while(guard, |open| !*open).unwrap());
            })
        };
        let threads = [wait(&open), wait(&open)];
        *open.0.lock().unwrap() = true;
        open.1.notify_one();
        for thread in threads {
            thread.join().unwrap();
        }
    });
}

#[test]
fn a_flag_that_nobody_sets() {
    let words = ["livelock: main looks again and again at kinds.rs"];
    fails(Kind::Livelock, &words, || {
        let flag = AtomicBool::new(false);
        while !flag.load(SeqCst) {
            thread::yield_now();
        }
    });
}

#[test]
fn two_who_give_way_for_ever() {
    fails(Kind::Livelock, &["the threads have come to no end"], || {
        let turn = AtomicUsize::new(0);
        loop {
            turn.fetch_add(1, SeqCst);
        }
    });
}

#[test]
fn a_panic_that_needs_an_order() {
    let words = [
        "a panic in this order: main panics: assertion",
        "left: 1",
        "becomes 1",
    ];
    let failure = fails(Kind::Panic, &words, || {
        let count = Arc::new(AtomicUsize::new(0));
        let other = Arc::clone(&count);
        let add = |count: &AtomicUsize| {
            let seen = count.load(SeqCst);
            count.store(seen + 1, SeqCst);
        };
        let thread = thread::spawn(move || add(&other));
        add(&count);
        thread.join().unwrap();
        assert_eq!(count.load(SeqCst), 2);
    });
    assert_eq!(failure.preemptions, 1, "the fewest that show it");
    assert!(failure.orders > 1, "without a preemption nothing is lost");
}

#[test]
fn a_thread_that_panics_unseen() {
    let words = ["thread-1 panics, and nobody joins it: the thread fails"];
    fails(Kind::Panic, &words, || {
        drop(thread::spawn(|| panic!("the thread fails")))
    });
}

#[test]
fn a_thread_that_never_ends() {
    let words = ["leaked threads: main has ended, and thread-1 waits for an item"];
    let scenario = || {
        let (sender, receiver) = mpsc::channel::<()>();
        thread::spawn(move || receiver.recv());
        Box::leak(Box::new(sender));
    };
    fails(Kind::Leak, &words, scenario);
    Explorer::new("a program may")
        .may_leak()
        .explore(scenario)
        .unwrap();
}

#[test]
fn a_result_that_depends_on_the_order() {
    let explorer = Explorer::new("the sum is always the same");
    let outcome = explorer.same(|| {
        let last = Arc::new(Mutex::new("nobody"));
        let other = Arc::clone(&last);
        let thread = thread::spawn(move || *other.lock().unwrap() = "thread");
        *last.lock().unwrap() = "main";
        thread.join().unwrap();
        *last.lock().unwrap()
    });
    let words = ["the result depends on the order: it is \"main\" here, and \"thread\""];
    check(
        &outcome.expect_err("some order differs"),
        Kind::OtherResult,
        &words,
    );
}

#[test]
fn busy_waiting_is_seen() {
    let spins: fn(&AtomicBool) = |done| {
        while !done.load(SeqCst) {
            std::hint::spin_loop();
        }
    };
    let polls: fn(&AtomicBool) = |done| {
        while !done.load(SeqCst) {
            thread::sleep(Duration::from_millis(10));
        }
    };
    for (wait, words) in [
        (spins, "looks again and again"),
        (polls, "lets the clock wake it up"),
    ] {
        let scenario = move || {
            let done = Arc::new(AtomicBool::new(false));
            let other = Arc::clone(&done);
            let thread = thread::spawn(move || {
                thread::sleep(Duration::from_secs(1)); // a long job
                other.store(true, SeqCst);
            });
            wait(&done);
            thread.join().unwrap();
        };
        let explorer = Explorer::new("nobody keeps a processor busy");
        explorer
            .explore(scenario)
            .expect("who waits so does get on");
        let outcome = explorer.no_busy_waiting().explore(scenario);
        check(&outcome.expect_err("it is seen"), Kind::Busy, &[words]);
    }
}

#[test]
fn waiting_with_a_condvar_is_not_busy() {
    let explorer = Explorer::new("nobody keeps a processor busy").no_busy_waiting();
    let outcome = explorer.explore(|| {
        let done = Arc::new((Mutex::new(false), Condvar::new()));
        let other = Arc::clone(&done);
        let thread = thread::spawn(move || {
            thread::sleep(Duration::from_secs(1));
            *other.0.lock().unwrap() = true;
            other.1.notify_all();
        });
        let guard = done.0.lock().unwrap();
        let minute = Duration::from_secs(60);
        let waited = done.1.wait_timeout_while(guard, minute, |done| !*done);
        assert!(!waited.unwrap().1.timed_out());
        thread.join().unwrap();
    });
    outcome.unwrap();
}

#[test]
fn what_is_not_covered_is_named() {
    let words = ["not covered: std::process::exit is called"];
    fails(Kind::NotCovered, &words, || std::process::exit(0));
}

#[test]
fn what_an_earlier_order_left_is_named() {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let explorer = Explorer::new("each order starts afresh");
    let outcome = explorer.explore(|| {
        thread::spawn(|| COUNT.fetch_add(1, SeqCst));
        COUNT.fetch_add(1, SeqCst);
    });
    let words = ["not a fresh start: the atomic used at kinds.rs"];
    check(&outcome.expect_err("it is seen"), Kind::Carried, &words);
}

#[test]
fn a_program_that_decides_otherwise_is_named() {
    static REAL: orders::real::sync::atomic::AtomicUsize =
        orders::real::sync::atomic::AtomicUsize::new(0);
    let explorer = Explorer::new("the same order gives the same");
    let outcome = explorer.explore(|| {
        let value = Arc::new(AtomicUsize::new(0));
        for _ in 0..=REAL.fetch_add(1, SeqCst) % 3 {
            let value = Arc::clone(&value);
            thread::spawn(move || value.fetch_add(1, SeqCst));
        }
        value.load(SeqCst);
    });
    check(
        &outcome.expect_err("it is seen"),
        Kind::Strayed,
        &["not the same twice"],
    );
}

#[test]
fn a_value_that_needs_itself() {
    let words = ["which it is making itself"];
    fails(Kind::Deadlock, &words, || {
        let once = OnceLock::new();
        once.get_or_init(|| *once.get_or_init(|| 1));
    });
}
