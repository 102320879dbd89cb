use std::io;
use std::net::TcpListener;

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    let mut clients = listener.incoming();
    if let Some(stream) = clients.next() {
        println!("served {:?}", stream?);
    }
    // Ctrl-C: newcomers are refused, and those in the backlog are still served.
    listener.set_nonblocking(true)?;
    while let Some(Ok(stream)) = clients.next() {
        println!("served {stream:?}");
    }
    drop(listener);
    Ok(())
}
