use std::io;
use std::net::TcpListener;

fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:7878")?;
    for stream in listener.incoming() {
        println!("Connection established! {:?}", stream?);
        // One client is enough: nobody else shall get in.
        break;
    }
    drop(listener);
    println!("That was all");
    Ok(())
}
