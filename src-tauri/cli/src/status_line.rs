//! One line on the terminal that is written over: how far something is. Nothing where nobody
//! sees it.

use std::cell::Cell;
use std::io::{self, IsTerminal as _, Write as _};

use crate::context::Context;

pub(crate) struct StatusLine {
    is_seen: bool,
    is_written: Cell<bool>,
}

impl StatusLine {
    pub(crate) fn new(context: &Context) -> Self {
        Self {
            is_seen: io::stderr().is_terminal() && !context.is_quiet(),
            is_written: Cell::new(false),
        }
    }

    /// Shows this in place of what was shown before.
    pub(crate) fn show(&self, text: &str) {
        if self.is_seen {
            self.is_written.set(true);
            write(text);
        }
    }

    /// Makes room for other lines.
    pub(crate) fn clear(&self) {
        if self.is_written.take() {
            write("");
        }
    }
}

fn write(text: &str) {
    const CLEARED: &str = "\r\u{1b}[2K";
    let mut err = io::stderr().lock();
    // That nobody reads it is no reason to stop.
    let _ = write!(err, "{CLEARED}{text}").and_then(|()| err.flush());
}
