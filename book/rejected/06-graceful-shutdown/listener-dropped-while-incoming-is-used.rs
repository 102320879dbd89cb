use std::io;
use std::net::TcpListener;

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    let mut clients = listener.incoming();
    if let Some(stream) = clients.next() {
        println!("served {:?}", stream?);
    }
    // Ctrl-C: newcomers are refused, and those in the backlog are still served.
    drop(listener);
    for stream in clients {
        println!("served {:?}", stream?);
    }
    Ok(())
}
