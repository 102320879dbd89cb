//! What the server finds in the standard library and in its own modules, as far as an order cannot
//! have the real one.

pub mod thread {
    //! `std::thread`, where the end of a thread is noted down.
    pub use orders::thread::*;
    use std::{io, panic};

    pub struct Builder(orders::thread::Builder, String);

    impl Builder {
        #[allow(clippy::new_without_default)] // the real one has none
        pub fn new() -> Builder {
            Builder(orders::thread::Builder::new(), String::new())
        }

        pub fn name(self, name: String) -> Builder {
            Builder(self.0.name(name.clone()), name)
        }

        #[track_caller]
        pub fn spawn(self, f: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
            let name = self.1;
            self.0.spawn(move || {
                let ended = panic::catch_unwind(panic::AssertUnwindSafe(f));
                match ended {
                    Err(payload) if !payload.is::<super::process::Exit>() => {
                        panic::resume_unwind(payload)
                    }
                    _ => super::log::line(format!("{name} ends")),
                }
            })
        }
    }
}

pub mod process {
    //! The end of the process ends only the thread here: the server is at its end already.
    pub use orders::process::*;

    pub struct Exit;

    pub fn exit(_: i32) -> ! {
        std::panic::resume_unwind(Box::new(Exit))
    }
}

pub mod io {
    //! `std::io`, where a pipe is a channel.
    pub use orders::io::*;
    use std::sync::mpsc::Receiver;

    pub struct PipeReader(pub Option<Receiver<u8>>);

    impl PipeReader {
        /// The copy is only held, to have a descriptor to spare.
        pub fn try_clone(&self) -> Result<PipeReader> {
            Ok(PipeReader(None))
        }
    }

    impl Read for PipeReader {
        fn read(&mut self, bytes: &mut [u8]) -> Result<usize> {
            let next = self.0.as_ref().and_then(|bytes| bytes.recv().ok());
            Ok(next.map_or(0, |byte| {
                bytes[0] = byte;
                1
            }))
        }
    }
}

pub mod signals {
    use std::io;

    pub fn receive() -> io::Result<io::PipeReader> {
        Ok(io::PipeReader(crate::world::world(|world| {
            world.signals.take()
        })))
    }
}

pub mod env {
    pub use orders::env::*;

    pub fn args_os() -> std::iter::Empty<std::ffi::OsString> {
        std::iter::empty()
    }
}

pub mod log {
    pub fn line(text: impl std::fmt::Display) {
        let text = text.to_string();
        crate::world::world(|world| world.notes.push(text));
    }

    pub fn start() -> std::io::Result<()> {
        Ok(())
    }

    pub fn flush() {}
}

pub mod settings {
    use std::time::Duration;

    pub static STOP_TIME: &Duration = &Duration::from_secs(30);

    pub fn read() {}
}
