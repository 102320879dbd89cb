use std::io;
use std::net::{TcpListener, TcpStream};
use std::rc::Rc;
use std::thread;

struct Connection {
    stream: TcpStream,
    greeting: Rc<str>, // one text for all connections
}

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    let text: Rc<str> = Rc::from("served");
    for stream in listener.incoming() {
        let (stream, greeting) = (stream?, Rc::clone(&text));
        let connection = Connection { stream, greeting };
        thread::spawn(move || serve(connection));
    }
    Ok(())
}

fn serve(connection: Connection) {
    println!("{} {:?}", connection.greeting, connection.stream);
}
