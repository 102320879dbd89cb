//! The clients: a thread each, which does what its script says.

use crate::conn::CLIENT;
use crate::judge::{Facts, How, judge};
use crate::listener::connect;
use crate::process::broken;
use crate::scripts::{Reads, Script};
use crate::start::start;
use crate::system::with;
use crate::wire::End;
use orders::{thread, walk};
use std::io::{self, ErrorKind};
use std::net::SocketAddr;
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
    let stops = || with(|system| system.stop_at().is_some());
    let end = match address.and_then(|address| connect(address, None)) {
        Ok(conn) => End(conn, CLIENT),
        Err(_) if stops() => return,
        Err(error) => return broken(&format!("{} cannot connect: {error}", script.name)),
    };
    let mut facts = Facts {
        end,
        connected_at: walk::now(),
        is_newcomer: stops(),
        ..Facts::default()
    };
    let peer = end.peer();
    walk::say(None, || format!("connects as {peer}: {}", script.name));
    send_all(script, &mut facts);
    let mut hard = false;
    if let Some((after, with_a_reset)) = script.leaves {
        pause(after);
        hard = with_a_reset;
    } else {
        facts.how = read_all(script, &mut facts);
        facts.ended_at = walk::now();
        if let Err(wrong) = judge(script, &facts) {
            return broken(&format!("{peer}, {}: {wrong}", script.name));
        }
        pause(script.lingers);
    }
    walk::point();
    end.close(hard);
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
        if script.attentive && facts.end.peek().is_ok() {
            break;
        }
        walk::point();
        let mut rest = &bytes[..];
        while !rest.is_empty() {
            match facts.end.write(rest, None) {
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
        let _ = facts.end.shutdown(None);
    }
}

fn read_all(script: &Script, facts: &mut Facts) -> How {
    let Reads(first, size, wait) = script.reads;
    let mut buffer = vec![0; size];
    pause(first);
    loop {
        pause(wait);
        walk::point();
        let limit = Some(walk::now() + FOR_EVER);
        match facts.end.read(&mut buffer, limit) {
            Ok(0) => return How::Said,
            Ok(count) => facts.received.extend(&buffer[..count]),
            Err(error) if error.kind() == ErrorKind::WouldBlock => return How::Never,
            Err(_) => return How::Reset,
        }
    }
}

/// Waits until the last one has left.
pub fn wait_for_all() {
    loop {
        let (left, arrivals) = with(|system| (system.clients, system.arrivals));
        if left == 0 {
            return;
        }
        arrivals.wait(None);
    }
}
