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
    for connection in waiting.extract_if(.., |connection| connection.is_ready()) {
        println!("served {connection:?}");
    }
}
