use std::ffi::c_int;

extern "C" {
    fn signal(number: c_int, handler: extern "C" fn(c_int)) -> usize;
}

extern "C" fn handle(_number: c_int) {}

fn main() {
    // SAFETY: this is how C declares `signal`, and the handler does nothing.
    unsafe { signal(2, handle) };
}
