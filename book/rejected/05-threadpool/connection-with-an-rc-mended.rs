use std::io;
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

struct Connection {
    stream: TcpStream,
    greeting: Arc<str>, // one text for all connections
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    let text: Arc<str> = Arc::from("served");
    for stream in listener.incoming() {
        let (stream, greeting) = (stream?, Arc::clone(&text));
        let connection = Connection { stream, greeting };
        thread::spawn(move || serve(connection));
    }
    Ok(())
}

fn serve(connection: Connection) {
    println!("{} {:?}", connection.greeting, connection.stream);
}
