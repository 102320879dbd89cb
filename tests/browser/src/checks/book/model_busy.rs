//! The model of the pool: who waits for whom.

use super::model::Model;

/// A pool answers as many at once as it has workers, and keeps the others waiting in their order.
pub fn busy_and_free() {
    let model = Model::open();
    model.anew(4, 4, &[]);
    model.send("sleep", 4);
    model.send("hello", 1);
    model.until(5);
    model.expect("answered", "4");
    model.expect("workers", "run 5, recv, lock, lock");
    model.until(6);
    model.expect("said", "Worker 1 answers client 5.");
    model.anew(5, 4, &[]);
    model.send("sleep", 4);
    model.send("hello", 1);
    model.until(1);
    model.expect("answered", "1");
    expect_a_full_queue_to_hold_up_the_main_thread(&model);
    expect_no_queue_to_do(&model);
}

fn expect_a_full_queue_to_hold_up_the_main_thread(model: &Model) {
    model.anew(1, 1, &[]);
    model.send("sleep", 3);
    model.send("hello", 1);
    model.until(1);
    model.expect("workers", "run 1");
    model.expect("queue", "2");
    model.expect("main", "waits in execute with client 3");
    model.expect("backlog", "4");
    for (tick, answered) in [(5, "1"), (10, "2"), (15, "3"), (16, "4")] {
        model.until(tick);
        model.expect("answered", answered);
    }
}

fn expect_no_queue_to_do(model: &Model) {
    model.anew(1, 0, &[]);
    model.send("sleep", 1);
    model.send("hello", 2);
    for (tick, answered) in [(5, "1"), (6, "2"), (7, "3")] {
        model.until(tick);
        model.expect("queue", "");
        model.expect("answered", answered);
    }
}

/// A worker that keeps the lock makes the pool a pool of one; panics that nobody catches empty it.
pub fn its_two_mistakes() {
    let model = Model::open();
    model.anew(4, 4, &["keep-lock"]);
    model.send("sleep", 4);
    model.until(3);
    model.expect("workers", "run 1 keeps, lock, lock, lock");
    model.expect("holder", "Worker 1 has it");
    model.expect("queue", "2 3 4");
    for (tick, answered) in [(5, "1"), (10, "2"), (15, "3"), (20, "4")] {
        model.until(tick);
        model.expect("answered", answered);
    }
    model.anew(4, 4, &["panic-kills"]);
    model.send("panic", 4);
    model.send("hello", 1);
    model.until(1);
    model.expect("workers", "dead, dead, dead, dead");
    model.expect("lost", "5");
    model.send("hello", 1);
    model.until(2);
    model.expect("lost", "6");
    model.expect("answered", "0");
    model.anew(4, 4, &[]);
    model.send("panic", 4);
    model.send("hello", 1);
    model.until(2);
    model.expect("lost", "4");
    model.expect("answered", "1");
}
