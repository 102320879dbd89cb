//! The clients: a thread each, which does what its script says.

use crate::backlog::connect;
use crate::conn::CLIENT;
use crate::judge::{End, Facts, judge};
use crate::report::broken;
use crate::scripts::{Leaves, Reads, Script};
use crate::start::start;
use crate::system::with;
use crate::wire;
use orders::{thread, walk};
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// Nobody waits so long.
const FOR_EVER: Duration = Duration::from_secs(100);

pub fn begin(scripts: Vec<Script>) {
    for (number, script) in scripts.into_iter().enumerate() {
        start(&format!("client-{}", number + 1), move || {
            live(&script);
            with(|system| {
                system.clients -= 1;
                system.arrivals.changed();
            });
        });
    }
}

fn live(script: &Script) {
    pause(script.start);
    let address = find_server();
    let mut facts = Facts::default();
    match address.and_then(|address| connect(address, None)) {
        Ok(conn) => facts.conn = conn,
        Err(_) if with(|system| system.stop_at().is_some()) => return,
        Err(error) => return broken(&format!("{} cannot connect: {error}", script.name)),
    }
    facts.connected_at = walk::now();
    facts.is_newcomer = with(|system| system.stop_at().is_some());
    let peer = with(|system| system.conns[facts.conn].peer);
    walk::say(None, || format!("connects as {peer}: {}", script.name));
    send_all(script, &mut facts);
    if !leaves(script, facts.conn) {
        facts.end = read_all(script, &mut facts);
        facts.ended_at = walk::now();
        if let Err(wrong) = judge(script, &facts) {
            return broken(&format!("{peer}, {}: {wrong}", script.name));
        }
        pause(script.lingers);
        walk::point();
        wire::close(facts.conn, CLIENT, false);
    }
}

/// Where the server listens, as soon as it does.
fn find_server() -> io::Result<SocketAddr> {
    loop {
        walk::point();
        match with(|system| system.listening.address()) {
            Some(address) => return address,
            None => thread::sleep(Duration::from_millis(1)),
        }
    }
}

fn pause(time: Duration) {
    if !time.is_zero() {
        thread::sleep(time);
    }
}

fn send_all(script: &Script, facts: &mut Facts) {
    for (number, (wait, bytes)) in script.pieces.iter().enumerate() {
        pause(*wait);
        if script.attentive && wire::peek(facts.conn, CLIENT).is_ok() {
            break;
        }
        walk::point();
        let mut rest = &bytes[..];
        while !rest.is_empty() {
            match wire::write(facts.conn, CLIENT, rest, None) {
                Ok(count) => rest = &rest[count..],
                Err(_) => return, // what is to be read says more
            }
        }
        facts.sent_at = walk::now();
        if script.head == Some(number + 1) {
            facts.whole_at = Some(walk::now());
        }
    }
    if script.ends {
        walk::point();
        let _ = wire::shutdown(facts.conn, CLIENT, None);
    }
}

/// Whether it has left without a look at the reply.
fn leaves(script: &Script, conn: usize) -> bool {
    let (after, hard) = match script.leaves {
        Leaves::AtTheEnd => return false,
        Leaves::After(time) => (time, false),
        Leaves::Resets(time) => (time, true),
    };
    pause(after);
    walk::point();
    wire::close(conn, CLIENT, hard);
    true
}

fn read_all(script: &Script, facts: &mut Facts) -> End {
    let (first, size, wait) = match script.reads {
        Reads::AtOnce => (Duration::ZERO, 100_000, Duration::ZERO),
        Reads::Slowly(size, wait) => (Duration::ZERO, size, wait),
        Reads::Never(time) => (time, 100_000, Duration::ZERO),
    };
    let mut buffer = vec![0; size];
    pause(first);
    loop {
        pause(wait);
        walk::point();
        let limit = Some(walk::now() + FOR_EVER);
        match wire::read(facts.conn, CLIENT, &mut buffer, limit) {
            Ok(0) => return End::Said,
            Ok(count) => facts.received.extend(&buffer[..count]),
            Err(error) if error.kind() == ErrorKind::WouldBlock => return End::Never,
            Err(_) => return End::Reset,
        }
    }
}

/// Waits until the last one has left.
pub fn wait_for_all() {
    loop {
        let (left, changed) = with(|system| (system.clients, Arc::clone(&system.arrivals)));
        if left == 0 {
            return;
        }
        changed.wait(None);
    }
}
