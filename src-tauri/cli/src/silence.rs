//! Keeps the terminal from showing what is typed, from before the question is seen until
//! the answer is in. The reader of passwords does so too, but only after its question, and
//! a quick typist (or a program that types) is quicker.

#[cfg(unix)]
pub(crate) use unix::Silence;

#[cfg(not(unix))]
pub(crate) struct Silence;

#[cfg(not(unix))]
impl Silence {
    /// Where the reader of passwords has to be enough.
    pub(crate) fn begin() -> Option<Self> {
        None
    }
}

#[cfg(unix)]
mod unix {
    use std::fs::File;

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    /// A terminal that shows nothing until this is dropped.
    pub(crate) struct Silence {
        terminal: File,
        before: Termios,
    }

    impl Silence {
        /// Without a terminal there is nothing to silence.
        pub(crate) fn begin() -> Option<Self> {
            let terminal = File::open("/dev/tty").ok()?;
            let before = tcgetattr(&terminal).ok()?;
            let mut silent = before.clone();
            // Ctrl C too goes to the reader: ending here would leave the terminal silent.
            silent.local_modes -= LocalModes::ECHO | LocalModes::ISIG;
            tcsetattr(&terminal, OptionalActions::Now, &silent).ok()?;
            Some(Self { terminal, before })
        }
    }

    impl Drop for Silence {
        fn drop(&mut self) {
            // A terminal that has gone needs no repair.
            let _ = tcsetattr(&self.terminal, OptionalActions::Now, &self.before);
        }
    }
}
