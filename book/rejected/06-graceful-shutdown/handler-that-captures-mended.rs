use std::ffi::c_int;
use std::io::{self, PipeWriter, Write};
use std::sync::OnceLock;

unsafe extern "C" {
    fn signal(number: c_int, handler: extern "C" fn(c_int)) -> usize;
}

static WRITER: OnceLock<PipeWriter> = OnceLock::new();

extern "C" fn handle(_number: c_int) {
    if let Some(mut writer) = WRITER.get() {
        let _ = writer.write(&[0]);
    }
}

fn main() -> io::Result<()> {
    let (_reader, writer) = io::pipe()?;
    let _ = WRITER.set(writer);
    // SAFETY: the handler calls nothing but `write`.
    unsafe { signal(2, handle) };
    Ok(())
}
