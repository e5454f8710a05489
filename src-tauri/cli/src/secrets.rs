//! Where passwords and keys come from: a line of standard input, a file, or a hidden
//! prompt. Never from an argument, which other users of the machine can read.

use std::fs;
use std::io::{self, BufRead as _, IsTerminal as _, Read as _, Write as _};
use std::path::Path;

use keytick_texts::text;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::silence::Silence;

/// No password, key or link is longer, and a source without an end has one.
const LONGEST_LINE: u64 = 64 * 1024;
/// Links for a full vault, and room to spare.
const LONGEST_LIST_MB: u64 = 16;

/// The next line of standard input, without its end. `what` names it in errors, as the
/// message `cli-what-<what>`.
pub(crate) fn line_from_stdin(what: &'static str) -> Result<Zeroizing<String>, Error> {
    let line = bytes_of_line(io::stdin().lock()).map_err(Error::Input)?;
    if line.is_empty() {
        return Err(Error::InputEnded(what));
    }
    without_end(&line)
}

/// All that is left on standard input.
pub(crate) fn rest_of_stdin() -> Result<Zeroizing<String>, Error> {
    let mut bytes = Zeroizing::new(Vec::with_capacity(4096));
    let longest = LONGEST_LIST_MB * 1_000_000;
    let mut input = io::stdin().lock().take(longest + 1);
    input.read_to_end(&mut bytes).map_err(Error::Input)?;
    match input.limit() {
        0 => Err(Error::InputTooLong(LONGEST_LIST_MB)),
        _ => utf8(&bytes),
    }
}

/// The first line of a file.
pub(crate) fn line_from_file(path: &Path) -> Result<Zeroizing<String>, Error> {
    let file = fs::File::open(path).map(io::BufReader::new);
    let line = file.and_then(bytes_of_line).map_err(|reason| Error::File {
        path: path.to_owned(),
        reason,
    })?;
    without_end(&line)
}

/// Asks on the terminal, without showing what is typed.
pub(crate) fn hidden(prompt: &str, what: &'static str) -> Result<Zeroizing<String>, Error> {
    if !a_person_is_there() {
        return Err(Error::NoTerminal(what));
    }
    let prompt = format!("{} ", text(prompt, &[]));
    let _silence = Silence::begin();
    match rpassword::prompt_password(prompt) {
        Ok(secret) => Ok(Zeroizing::new(secret)),
        Err(reason) if reason.kind() == io::ErrorKind::Interrupted => Err(Error::Interrupted),
        Err(reason) if reason.kind() == io::ErrorKind::UnexpectedEof => Err(Error::Interrupted),
        Err(_) => Err(Error::NoTerminal(what)),
    }
}

/// Asks a question that only a clear yes answers with yes.
pub(crate) fn agreed(question: &str) -> Result<(), Error> {
    if !a_person_is_there() {
        return Err(Error::NoTerminalToAsk);
    }
    let mut err = io::stderr().lock();
    let shown = write!(err, "{question} ").and_then(|()| err.flush());
    shown.map_err(|_| Error::NoTerminalToAsk)?;
    let answer = answer().map_err(|_| Error::NoTerminalToAsk)?;
    let answer = answer.trim().to_lowercase();
    let yes = text("cli-answers-yes", &[]);
    match yes.split_whitespace().any(|word| word == answer) {
        true => Ok(()),
        false => Err(Error::Declined),
    }
}

/// The answer comes from the terminal even where standard input brings something else.
fn answer() -> io::Result<String> {
    let mut line = String::new();
    if io::stdin().is_terminal() {
        io::stdin().lock().read_line(&mut line)?;
    } else {
        let terminal = if cfg!(windows) { "CONIN$" } else { "/dev/tty" };
        io::BufReader::new(fs::File::open(terminal)?).read_line(&mut line)?;
    }
    Ok(line)
}

/// A prompt makes sense where a person sees it or types into it.
pub(crate) fn a_person_is_there() -> bool {
    io::stderr().is_terminal() || io::stdin().is_terminal()
}

fn bytes_of_line(source: impl io::BufRead) -> io::Result<Zeroizing<Vec<u8>>> {
    // Room for most from the start: a vector that grows leaves copies behind.
    let mut line = Zeroizing::new(Vec::with_capacity(4096));
    source.take(LONGEST_LINE).read_until(b'\n', &mut line)?;
    Ok(line)
}

fn without_end(line: &[u8]) -> Result<Zeroizing<String>, Error> {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    utf8(line.strip_suffix(b"\r").unwrap_or(line))
}

fn utf8(bytes: &[u8]) -> Result<Zeroizing<String>, Error> {
    let text = std::str::from_utf8(bytes).map_err(|_| Error::InputNotText)?;
    Ok(Zeroizing::new(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{bytes_of_line, without_end};

    #[test]
    fn a_line_ends_before_its_end_of_line_and_keeps_its_spaces() {
        for text in ["  pass word ", "  pass word \n", "  pass word \r\nmore"] {
            let line = bytes_of_line(text.as_bytes()).unwrap();
            assert_eq!(*without_end(&line).unwrap(), "  pass word ");
        }
    }
}
