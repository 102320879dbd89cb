//! The model of the pool: clients that are silent, and how it ends.

use super::model::Model;
use crate::problems::expect_none;

/// Who is here is served, newcomers are refused, and the workers end last.
pub fn ctrl_c() {
    let model = Model::open();
    model.anew(2, 4, &[]);
    model.send("sleep", 2);
    model.send("hello", 2);
    model.until(1);
    model.click("stop", 1);
    model.expect("main", "has closed the listener");
    model.send("hello", 1);
    model.expect("refused", "1");
    model.expect("said", "Client 5 is refused: nobody listens.");
    model.expect("queue", "3 4");
    model.until(5);
    model.expect("answered", "2");
    model.until(6);
    model.expect("answered", "4");
    model.expect("workers", "ended, ended");
    model.expect("main", "has ended");
    expect_the_main_thread_to_wait(&model);
    expect_an_idle_pool_to_end_at_once(&model);
}

/// A main thread that waits in `execute` closes the listener when it is through with the backlog.
fn expect_the_main_thread_to_wait(model: &Model) {
    model.anew(1, 1, &[]);
    model.send("sleep", 3);
    model.send("hello", 1);
    model.until(1);
    model.click("stop", 1);
    model.send("hello", 1);
    model.expect("refused", "0");
    model.expect("backlog", "4 5");
    model.until(15);
    model.expect("main", "has closed the listener");
    model.until(17);
    model.expect("answered", "5");
    model.expect("main", "has ended");
}

fn expect_an_idle_pool_to_end_at_once(model: &Model) {
    model.anew(4, 4, &[]);
    model.click("stop", 1);
    model.expect("workers", "ended, ended, ended, ended");
    model.expect("main", "has ended");
    model.click("step", 1);
    model.expect("tick", "Tick 0.");
}

/// They sit in the waiting room, hold up nobody, and are told 408 at their deadline.
pub fn silent_clients() {
    let model = Model::open();
    model.anew(4, 4, &[]);
    model.send("silent", 4);
    model.send("hello", 1);
    model.until(1);
    model.expect("silent", "1 2 3 4");
    model.until(2);
    model.expect("answered", "1");
    model.until(6);
    model.expect("late", "4");
    model.expect("silent", "");
}

/// Whatever is pressed: each client is somewhere, or its end was counted.
pub fn loses_nobody() {
    let model = Model::open();
    let problems = model
        .reader
        .texts(include_str!("../../scripts/book/model-sums.js"));
    let expected = "each client is counted once, one worker waits for a job, no state changes";
    expect_none(
        "window.poolModel",
        expected,
        &problems,
        "book/assets/model.js",
    );
}
