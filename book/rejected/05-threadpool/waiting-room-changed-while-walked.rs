#[derive(Debug)]
struct Connection {
    received: Vec<u8>,
}

impl Connection {
    fn is_ready(&self) -> bool {
        !self.received.is_empty()
    }
}

fn main() {
    let texts = ["", "GET / HTTP/1.1\r\n\r\n"];
    let mut waiting = Vec::from(texts.map(|text| Connection {
        received: text.into(),
    }));
    for (seat, connection) in waiting.iter().enumerate() {
        if connection.is_ready() {
            println!("served {:?}", waiting.remove(seat));
        }
    }
}
