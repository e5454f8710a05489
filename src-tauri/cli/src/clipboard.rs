//! The clipboard: what is on it, and a copied code that goes again.
//!
//! On Linux a program that copied must stay alive for others to paste, and everywhere
//! somebody must be there to clear. So the code is kept by a second process of this
//! program. It gets the code over a pipe, never in its arguments, which others can read.

use std::ffi::OsString;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdout, Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

use arboard::Clipboard;
use keytick_qr::Picture;
use zeroize::Zeroizing;

use crate::error::Error;

/// The first argument of the process that keeps a copied code; no command of the tree.
pub(crate) const KEEPER: &str = "--keep-clipboard";

/// What the keeper answers when all is well.
const READY: &str = "ready";
const COPIED: &str = "copied";

/// What the clipboard holds.
pub(crate) enum Pasted {
    Picture(Picture),
    Text(Zeroizing<String>),
}

/// The picture on the clipboard, or else the text.
pub(crate) fn read() -> Result<Pasted, Error> {
    let mut clipboard = Clipboard::new().map_err(|_| Error::NoClipboard)?;
    if let Ok(image) = clipboard.get_image() {
        let (width, height) = (side(image.width), side(image.height));
        let picture = Picture::from_rgba(width, height, image.bytes.into_owned())?;
        return Ok(Pasted::Picture(picture));
    }
    match clipboard.get_text() {
        Ok(text) if !text.is_empty() => Ok(Pasted::Text(Zeroizing::new(text))),
        _ => Err(Error::ClipboardEmpty),
    }
}

fn side(pixels: usize) -> u32 {
    u32::try_from(pixels).unwrap_or(u32::MAX)
}

/// The process that will keep a code on the clipboard.
pub(crate) struct Keeper {
    child: Child,
    answers: BufReader<ChildStdout>,
}

impl Keeper {
    /// Starts it, and makes sure that there is a clipboard before a code is made for it.
    pub(crate) fn start(seconds: u64) -> Result<Self, Error> {
        let program = std::env::current_exe().map_err(|_| Error::NoClipboard)?;
        let mut command = Command::new(program);
        command
            .arg(KEEPER)
            .arg(seconds.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        detach(&mut command);
        let mut child = command.spawn().map_err(|_| Error::NoClipboard)?;
        let answers = child.stdout.take().ok_or(Error::NoClipboard)?;
        let mut keeper = Self {
            child,
            answers: BufReader::new(answers),
        };
        keeper.expect(READY)?;
        Ok(keeper)
    }

    /// Copies the code, and leaves the keeper alone with it.
    pub(crate) fn copy(mut self, code: &str) -> Result<(), Error> {
        let pipe = self.child.stdin.take();
        pipe.and_then(|mut pipe| pipe.write_all(code.as_bytes()).ok())
            .ok_or(Error::NoClipboard)?;
        self.expect(COPIED)
    }

    fn expect(&mut self, word: &str) -> Result<(), Error> {
        let mut line = String::new();
        match self.answers.read_line(&mut line) {
            Ok(_) if line.trim_end() == word => Ok(()),
            _ => Err(Error::NoClipboard),
        }
    }
}

/// Ctrl C in the terminal is for the program that the person sees, not for the keeper.
fn detach(command: &mut Command) {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(command, 0);
    #[cfg(windows)]
    {
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        const CREATE_NEW_PROCESS_GROUP: u32 = 0x0000_0200;
        let flags = CREATE_NO_WINDOW | CREATE_NEW_PROCESS_GROUP;
        std::os::windows::process::CommandExt::creation_flags(command, flags);
    }
    #[cfg(not(any(unix, windows)))]
    let _ = command;
}

/// The keeper itself: takes the code from standard input, copies it, and after `seconds`
/// clears the clipboard if the code is still what it holds.
pub(crate) fn keep(seconds: Option<&OsString>) -> ExitCode {
    let seconds = seconds.and_then(|text| text.to_str()?.parse().ok());
    match seconds.and_then(|seconds| keep_for(Duration::from_secs(seconds))) {
        Some(()) => ExitCode::SUCCESS,
        None => ExitCode::FAILURE,
    }
}

fn keep_for(time: Duration) -> Option<()> {
    let mut clipboard = Clipboard::new().ok()?;
    answer(READY)?;
    let mut code = Zeroizing::new(String::new());
    io::stdin().take(64).read_to_string(&mut code).ok()?;
    if code.is_empty() {
        return None; // the other process gave up
    }
    out_of_history(clipboard.set()).text(code.as_str()).ok()?;
    answer(COPIED)?;
    thread::sleep(time);
    if clipboard.get_text().is_ok_and(|held| held == *code) {
        clipboard.clear().ok()?;
    }
    Some(())
}

fn answer(word: &str) -> Option<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{word}").and_then(|()| out.flush()).ok()
}

/// Asks clipboard histories to leave the code out.
fn out_of_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
    #[cfg(all(unix, not(target_os = "macos")))]
    let set = arboard::SetExtLinux::exclude_from_history(set);
    #[cfg(target_os = "macos")]
    let set = arboard::SetExtApple::exclude_from_history(set);
    #[cfg(windows)]
    let set = {
        let set = arboard::SetExtWindows::exclude_from_monitoring(set);
        let set = arboard::SetExtWindows::exclude_from_cloud(set);
        arboard::SetExtWindows::exclude_from_history(set)
    };
    set
}
