use std::sync::mpsc;

type Job = dyn FnOnce() + Send;

fn main() {
    let (jobs, receiver) = mpsc::channel::<Box<Job>>();
    let _ = jobs.send(Box::new(|| println!("served")));
    if let Ok(boxed) = receiver.recv() {
        // The box has done its duty: it came through the queue.
        let job: Job = *boxed;
        job();
    }
}
