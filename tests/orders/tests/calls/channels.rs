//! Every stable method of channels.

use std::sync::mpsc::{self, Receiver, Sender, SyncSender};
use std::sync::mpsc::{RecvError, RecvTimeoutError, SendError, TryRecvError, TrySendError};
use std::thread;
use std::time::Duration;

const SHORT: Duration = Duration::from_millis(1);

pub fn channels() {
    let (sender, receiver): (Sender<u8>, Receiver<u8>) = mpsc::channel();
    assert_eq!(receiver.try_recv(), Err(TryRecvError::Empty));
    assert_eq!(receiver.recv_timeout(SHORT), Err(RecvTimeoutError::Timeout));
    for item in 0..6 {
        sender.clone().send(item).unwrap();
    }
    assert_eq!((receiver.recv(), receiver.try_recv()), (Ok(0), Ok(1)));
    assert_eq!(receiver.recv_timeout(SHORT), Ok(2));
    assert_eq!(receiver.iter().next(), Some(3));
    assert_eq!(IntoIterator::into_iter(&receiver).next(), Some(4));
    assert_eq!(receiver.try_iter().collect::<Vec<_>>(), [5]);
    let text = format!("{sender:?} {receiver:?}");
    assert_eq!(text, "Sender { .. } Receiver { .. }");
    drop(sender);
    assert_eq!(receiver.recv(), Err(RecvError));
    assert_eq!(receiver.try_recv(), Err(TryRecvError::Disconnected));
    let gone = Err(RecvTimeoutError::Disconnected);
    assert_eq!(receiver.recv_timeout(SHORT), gone);
    assert_eq!(receiver.into_iter().count(), 0);
}

pub fn sync_channels() {
    let (sender, receiver): (SyncSender<u8>, Receiver<u8>) = mpsc::sync_channel(1);
    sender.send(1).unwrap();
    assert_eq!(sender.try_send(2), Err(TrySendError::Full(2)));
    drop(receiver);
    assert_eq!(sender.clone().send(3), Err(SendError(3)));
    assert_eq!(sender.try_send(4), Err(TrySendError::Disconnected(4)));
    assert_eq!(format!("{sender:?}"), "SyncSender { .. }");
}

/// A channel without room: each item is handed over.
pub fn rendezvous() {
    let (sender, receiver) = mpsc::sync_channel(0);
    assert_eq!(sender.try_send(0), Err(TrySendError::Full(0)));
    let thread = thread::spawn(move || {
        sender.send(1)?;
        sender.send(2)
    });
    assert_eq!(receiver.recv(), Ok(1));
    drop(receiver);
    assert_eq!(thread.join().unwrap(), Err(SendError(2)));
}
