use std::ffi::c_int;
use std::io::{self, Write};

unsafe extern "C" {
    fn signal(number: c_int, handler: extern "C" fn(c_int)) -> usize;
}

fn main() -> io::Result<()> {
    let (_reader, mut writer) = io::pipe()?;
    let handler = |_number| {
        let _ = writer.write(&[0]);
    };
    // SAFETY: the handler calls nothing but `write`.
    unsafe { signal(2, handler) };
    Ok(())
}
