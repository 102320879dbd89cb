//! Workers put silent clients back into the queue, but never wait for room in it.

use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;
use std::time::Duration;

enum Client {
    Silent,
    Speaks(Sender<()>),
}

/// Set when the queue is full.
static FULL: OnceLock<()> = OnceLock::new();

// ANCHOR: wrong
fn work(jobs: &Mutex<Receiver<Client>>, queue: &SyncSender<Client>) {
    loop {
        let client = jobs.lock().unwrap().recv().unwrap();
        match client {
            Client::Speaks(reply) => reply.send(()).unwrap(),
            Client::Silent => {
                FULL.wait(); // meanwhile, other clients come
                let _ = queue.try_send(Client::Silent); // if it is full, the client is let go
            }
        }
    }
}
// ANCHOR_END: wrong

fn main() {
    let (queue, jobs) = mpsc::sync_channel(2);
    let jobs = Arc::new(Mutex::new(jobs));
    for _ in 0..2 {
        let (jobs, queue) = (Arc::clone(&jobs), queue.clone());
        thread::spawn(move || work(&jobs, &queue));
    }

    let (reply, replies) = mpsc::channel();
    queue.send(Client::Silent).unwrap();
    queue.send(Client::Silent).unwrap();
    queue.send(Client::Speaks(reply.clone())).unwrap();
    queue.send(Client::Speaks(reply)).unwrap();
    println!("2 workers, each with a silent client");
    println!("2 clients that have spoken, in a queue of 2");
    FULL.set(()).unwrap();
    for number in 1..=2 {
        match replies.recv_timeout(Duration::from_millis(500)) {
            Ok(()) => println!("answered: {number}"),
            Err(_) => return println!("after half a second: nobody is answered"),
        }
    }
}
