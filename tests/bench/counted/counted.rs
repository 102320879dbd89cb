//! A library that stands before the C library of a server (`LD_PRELOAD`) and counts its calls of the
//! system, and how often it asks for memory. At its end the server writes both numbers into the file
//! that the environment variable `COUNTS` names.

use std::ffi::{CStr, c_char, c_long, c_void};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, mem};

static CALLS: AtomicUsize = AtomicUsize::new(0);
static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

#[link(name = "dl")]
unsafe extern "C" {
    fn dlsym(library: *mut c_void, name: *const c_char) -> *mut c_void;
    fn __libc_malloc(size: usize) -> *mut c_void;
    fn __libc_calloc(count: usize, size: usize) -> *mut c_void;
    fn __libc_realloc(memory: *mut c_void, size: usize) -> *mut c_void;
}

/// A call of the system: counted, and passed on to the C library. In the calling convention of Linux,
/// whoever takes fewer arguments than it is given does not see the others.
macro_rules! calls {
    ($($name:ident)*) => {$(
        #[unsafe(no_mangle)]
        extern "C" fn $name(
            a: c_long, b: c_long, c: c_long, d: c_long, e: c_long, f: c_long, g: c_long,
        ) -> c_long {
            type Call = extern "C" fn(c_long, c_long, c_long, c_long, c_long, c_long, c_long) -> c_long;
            CALLS.fetch_add(1, Ordering::Relaxed);
            let name = concat!(stringify!($name), "\0").as_bytes();
            let name = CStr::from_bytes_with_nul(name).unwrap_or(c"");
            const RTLD_NEXT: isize = -1;
            // SAFETY: the C library has a function of this name, which takes integers and pointers.
            let call = unsafe {
                mem::transmute::<*mut c_void, Call>(dlsym(RTLD_NEXT as *mut c_void, name.as_ptr()))
            };
            call(a, b, c, d, e, f, g)
        }
    )*};
}

calls! { accept4 recv send read write shutdown close ioctl fcntl setsockopt sched_yield syscall poll }

#[unsafe(no_mangle)]
extern "C" fn malloc(size: usize) -> *mut c_void {
    ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
    // SAFETY: it is the function that was asked for.
    unsafe { __libc_malloc(size) }
}

#[unsafe(no_mangle)]
extern "C" fn calloc(count: usize, size: usize) -> *mut c_void {
    ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
    // SAFETY: as above.
    unsafe { __libc_calloc(count, size) }
}

#[unsafe(no_mangle)]
extern "C" fn realloc(memory: *mut c_void, size: usize) -> *mut c_void {
    ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
    // SAFETY: as above, and `memory` comes from there.
    unsafe { __libc_realloc(memory, size) }
}

extern "C" fn write_counts() {
    let (calls, allocations) = (&CALLS, &ALLOCATIONS);
    let numbers = [calls, allocations].map(|number| number.load(Ordering::Relaxed).to_string());
    if let Some(file) = env::var_os("COUNTS") {
        let _ = fs::write(file, numbers.join(" "));
    }
}

/// What the loader runs at the end.
#[used]
#[unsafe(link_section = ".fini_array")]
static AT_THE_END: extern "C" fn() = write_counts;
