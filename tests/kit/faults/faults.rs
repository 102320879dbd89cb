//! A library that stands before the C library of a program under test (`LD_PRELOAD`), and lets some
//! of its calls fail. `kit` compiles it. What shall fail stands in environment variables.

use std::env;
use std::ffi::{CStr, c_char, c_int, c_void};
use std::mem;
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;
use std::time::Duration;

#[link(name = "dl")]
unsafe extern "C" {
    fn dlsym(library: *mut c_void, name: *const c_char) -> *mut c_void;
    fn __errno_location() -> *mut c_int;
}

type Accept4 = extern "C" fn(c_int, *mut c_void, *mut u32, c_int) -> c_int;
type Bind = extern "C" fn(c_int, *const c_void, u32) -> c_int;
type Recv = extern "C" fn(c_int, *mut u8, usize, c_int) -> isize;
type Send = extern "C" fn(c_int, *const u8, usize, c_int) -> isize;

static ASKED: AtomicI32 = AtomicI32::new(0);
static ACCEPTED: AtomicI32 = AtomicI32::new(0);

/// The first `ACCEPT_FAILURES` calls fail with `ACCEPT_ERROR`. Of the connections that are accepted
/// then, the first `STUFFED_CLIENTS` have a buffer that is full, until their client reads.
#[unsafe(no_mangle)]
extern "C" fn accept4(listener: c_int, peer: *mut c_void, size: *mut u32, flags: c_int) -> c_int {
    if ASKED.fetch_add(1, Ordering::Relaxed) < variable("ACCEPT_FAILURES") {
        return fail(variable("ACCEPT_ERROR"));
    }
    let accept4: Accept4 = next(c"accept4");
    let client = accept4(listener, peer, size, flags);
    if client >= 0 && ACCEPTED.fetch_add(1, Ordering::Relaxed) < variable("STUFFED_CLIENTS") {
        stuff(client);
    }
    client
}

/// Fails with `BIND_ERROR`, if that is set.
#[unsafe(no_mangle)]
extern "C" fn bind(socket: c_int, address: *const c_void, size: u32) -> c_int {
    match variable("BIND_ERROR") {
        0 => {
            let bind: Bind = next(c"bind");
            bind(socket, address, size)
        }
        error => fail(error),
    }
}

/// Takes no more than `SEND_AT_MOST` bytes at a time, if that is set, and returns so many
/// milliseconds later as `SEND_PAUSE` says.
#[unsafe(no_mangle)]
extern "C" fn send(socket: c_int, bytes: *const u8, count: usize, flags: c_int) -> isize {
    let send: Send = next(c"send");
    let sent = match variable("SEND_AT_MOST") {
        0 => send(socket, bytes, count, flags),
        most => send(socket, bytes, count.min(most as usize), flags),
    };
    pause("SEND_PAUSE");
    sent
}

/// Returns so many milliseconds later as `RECV_PAUSE` says: so slow a reader never catches up.
#[unsafe(no_mangle)]
extern "C" fn recv(socket: c_int, bytes: *mut u8, count: usize, flags: c_int) -> isize {
    let recv: Recv = next(c"recv");
    let received = recv(socket, bytes, count, flags);
    pause("RECV_PAUSE");
    received
}

/// Sends zeros without waiting, until the kernel has taken no more of them for a tenth of a second.
/// On a busy machine it may come to take more later.
fn stuff(client: c_int) {
    const DONTWAIT_NOSIGNAL: c_int = 0x4040;
    let zeros = [0; 4096];
    let mut failures = 0;
    while failures < 10 {
        if send(client, zeros.as_ptr(), zeros.len(), DONTWAIT_NOSIGNAL) > 0 {
            failures = 0;
        } else {
            failures += 1;
            thread::sleep(Duration::from_millis(10));
        }
    }
}

fn variable(name: &str) -> c_int {
    let text = env::var(name).unwrap_or_default();
    text.parse().unwrap_or(0)
}

/// The function that would have been called without this library.
fn next<F>(name: &CStr) -> F {
    const RTLD_NEXT: isize = -1;
    // SAFETY: the text ends in NUL, and the C library has every function that we stand before, and
    // declares it as we do.
    unsafe { mem::transmute_copy(&dlsym(RTLD_NEXT as *mut c_void, name.as_ptr())) }
}

fn pause(name: &str) {
    thread::sleep(Duration::from_millis(variable(name) as u64));
}

fn fail(error: c_int) -> c_int {
    // SAFETY: it returns the address of this thread's error.
    unsafe { *__errno_location() = error };
    -1
}
