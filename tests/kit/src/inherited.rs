//! Open files that these tests were started with beside the standard streams, such as the pipe of
//! make's job server. A program under test must not inherit them: they would take places that a test
//! has counted.

/// Keeps them back from every program that is started from here on.
#[cfg(unix)]
pub fn keep_back() {
    use std::ffi::c_int;
    use std::fs;
    use std::sync::Once;

    const F_SETFD: c_int = 2;
    const FD_CLOEXEC: c_int = 1;
    static DONE: Once = Once::new();

    unsafe extern "C" {
        fn fcntl(file: c_int, command: c_int, ...) -> c_int;
    }

    DONE.call_once(|| {
        let files = fs::read_dir("/dev/fd").expect("a Unix shows a process its open files");
        let numbers = files.filter_map(|file| file.ok()?.file_name().to_str()?.parse().ok());
        for file in numbers.filter(|file| *file > 2) {
            // SAFETY: closing a file when another program starts is what the standard library does
            // with every file of ours. For a file that is closed by now, nothing happens.
            unsafe { fcntl(file, F_SETFD, FD_CLOEXEC) };
        }
    });
}

/// On Windows, the standard library passes on the standard streams and nothing else.
#[cfg(not(unix))]
pub fn keep_back() {}
