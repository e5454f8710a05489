//! Reading the files: with a password that is at hand, or asking a person for it, and with
//! progress where they see it.

use std::cell::Cell;
use std::io::{self, IsTerminal as _, Write as _};
use std::sync::atomic::{AtomicBool, Ordering};

use keytick_formats::{File, FileRead, Format, Progress, Reading};
use keytick_texts::text;
use zeroize::Zeroizing;

use super::report;
use crate::backup;
use crate::context::Context;
use crate::error::Error;
use crate::{output, secrets};

/// How often a person may mistype before it is an error.
const TRIES: usize = 3;

pub(super) fn open(
    files: &[File],
    format: Option<&'static Format>,
    given: Option<Zeroizing<String>>,
    key_file: Option<&[u8]>,
    context: &Context,
) -> Result<Vec<FileRead>, Error> {
    let asks = given.is_none() && io::stderr().is_terminal();
    let mut password = given;
    let mut tries = 0;
    loop {
        let password_text = password.as_ref().map(|password| password.as_str());
        let read = read(files, format, password_text, key_file, context);
        match locked(&read) {
            Some(file) if asks && tries < TRIES => {
                tries += 1;
                password = Some(ask(file)?);
            }
            _ => return Ok(read),
        }
    }
}

/// The first file that another password would open.
fn locked(read: &[FileRead]) -> Option<&FileRead> {
    use keytick_formats::Error::{PasswordNeeded, WrongPassword};
    let is_locked = |file: &&FileRead| matches!(file.result, Err(PasswordNeeded | WrongPassword));
    read.iter().find(is_locked)
}

/// Asks for the password of this file, and says whose it is: that of the other program.
fn ask(file: &FileRead) -> Result<Zeroizing<String>, Error> {
    let is_wrong = file.result == Err(keytick_formats::Error::WrongPassword);
    if let Some(refusal) = report::refusal(file).filter(|_| is_wrong || file.is_guess) {
        output::tell(&refusal.sentence);
    }
    if !file.is_guess {
        let program = file.format.map_or("", |format| format.name);
        let args = [("file", file.name.as_str()), ("program", program)];
        output::tell(&output::sentence("cli-import-locked", &args));
    }
    secrets::hidden("cli-ask-import-password", "import-password")
}

fn read(
    files: &[File],
    format: Option<&'static Format>,
    password: Option<&str>,
    key_file: Option<&[u8]>,
    context: &Context,
) -> Vec<FileRead> {
    let line = Line::new(context);
    let progress = |progress| line.show(progress);
    let mut reading = Reading {
        key_file,
        open_vault: Some(&backup::open),
        locked: Cell::new(false),
        progress: &progress,
        ..Reading::new(password)
    };
    let read = keytick_formats::read(files, format, &mut reading);
    line.clear();
    read
}

/// One line on the terminal that is written over. Nothing where nobody sees it.
struct Line {
    is_seen: bool,
    is_written: AtomicBool,
}

impl Line {
    /// What takes less needs no word.
    const WORTH_A_WORD_MS: u64 = 500;

    fn new(context: &Context) -> Self {
        Self {
            is_seen: io::stderr().is_terminal() && !context.is_quiet(),
            is_written: AtomicBool::new(false),
        }
    }

    fn show(&self, progress: Progress) {
        let Progress::Deriving {
            done,
            total,
            estimate_ms,
        } = progress
        else {
            return;
        };
        if !self.is_seen || estimate_ms < Self::WORTH_A_WORD_MS {
            return;
        }
        let percent = (u128::from(done) * 100 / u128::from(total.max(1))).to_string();
        let seconds = estimate_ms.div_ceil(1000).to_string();
        let args = [("percent", percent.as_str()), ("seconds", seconds.as_str())];
        self.write(&text("cli-import-opening", &args));
    }

    fn write(&self, text: &str) {
        const CLEARED: &str = "\r\u{1b}[2K";
        self.is_written.store(true, Ordering::Relaxed);
        let mut err = io::stderr().lock();
        let _ = write!(err, "{CLEARED}{text}").and_then(|()| err.flush());
    }

    fn clear(&self) {
        if self.is_written.load(Ordering::Relaxed) {
            self.write("");
        }
    }
}
