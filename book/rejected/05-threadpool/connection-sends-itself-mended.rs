use std::sync::mpsc::{self, Sender};

struct Connection {
    door: Sender<Connection>,
    received: Vec<u8>,
}

impl Connection {
    /// A client that keeps us waiting goes back through the door.
    fn serve(self) {
        if self.received.is_empty() {
            let door = self.door.clone();
            let _ = door.send(self);
        }
    }
}

fn main() {
    let (door, arrivals) = mpsc::channel();
    let received = Vec::new();
    Connection { door, received }.serve();
    println!("waiting: {}", arrivals.try_iter().count());
}
