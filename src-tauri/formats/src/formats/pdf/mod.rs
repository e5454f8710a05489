//! A PDF with QR codes: a printed sheet, a web page saved as PDF, a scan.
//!
//! Every page is drawn and looked at like any other picture. A file may be made to take for
//! ever or to break the program that reads it, so that happens on a thread of its own, with
//! bounds for pages, pixels and time.

mod canvas;
mod draw;

use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::Duration;

use keytick_qr::Picture;
use zeroize::Zeroizing;

use crate::{Error, Format, Import, Pictures, Probe, Progress, Reading, Source};

pub(crate) const FORMAT: Format = Format {
    id: "pdf",
    name: "PDF with QR codes",
    help: "format-pdf-help",
    extensions: &["pdf"],
    reads_encrypted: true,
    detect,
    read: Some(read),
    write: None,
};

const MAX_PAGES: usize = 200;

/// How long one page may take to draw.
const LONGEST_PAGE: Duration = Duration::from_secs(20);
/// How often it is asked whether a person has had enough.
const BEAT: Duration = Duration::from_millis(50);

/// Readers of PDF look for the mark in the first 1,024 bytes: mail programs put things
/// before it.
fn detect(probe: &Probe) -> bool {
    const MARK: &[u8] = b"%PDF-";
    let bytes = probe.bytes();
    let start = &bytes[..bytes.len().min(1024)];
    start.windows(MARK.len()).any(|window| window == MARK)
}

/// What the thread that draws says.
enum Said {
    /// How many pages there are.
    Pages(usize),
    /// The next page.
    Page(Picture),
    Refused(Error),
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let file = Arc::new(Zeroizing::new(source.bytes.to_vec()));
    let password = Zeroizing::new(reading.password.unwrap_or_default().to_owned());
    // Room for one page: no more are drawn ahead than are looked at.
    let (say, said) = sync_channel(1);
    let drawing = thread::Builder::new().stack_size(STACK).spawn(move || {
        // Nobody listens any more where it was cancelled; then there is nothing to draw for.
        let _ = draw::pages(&file, &password, &mut |what| say.send(what).is_ok());
    });
    drawing.map_err(|_| DAMAGED)?;
    let pages = match next(&said, reading)? {
        Said::Pages(pages) => pages,
        Said::Page(_) => return Err(DAMAGED),
        Said::Refused(Error::PasswordNeeded) => {
            // Without a password this says that one is needed.
            reading.password()?;
            return Err(Error::WrongPassword);
        }
        Said::Refused(error) => return Err(error),
    };
    look_at(pages, source, &said, reading)
}

/// Looks for codes on every page. A page that breaks does not lose those before it.
fn look_at(
    pages: usize,
    source: &Source,
    said: &Receiver<Said>,
    reading: &Reading,
) -> Result<Import, Error> {
    let mut pictures = Pictures::new();
    let (mut has_code, mut broken) = (false, None);
    for page in 0..pages {
        (reading.progress)(Progress::Entries {
            done: page as u64,
            total: pages as u64,
        });
        let picture = match next(said, reading) {
            Ok(Said::Page(picture)) => picture,
            Err(Error::Cancelled) => return Err(Error::Cancelled),
            _ => {
                broken = Some(page + 1);
                break;
            }
        };
        let codes = keytick_qr::read(&picture);
        if !codes.is_empty() {
            pictures.add(source.name, Ok(&picture), &codes);
            has_code = true;
        }
    }
    let mut import = Import::from(pictures.finish());
    match (has_code, broken) {
        (true, Some(page)) => {
            import.entry(&format!("{}: page {page}", source.name), Err(DAMAGED));
            Ok(import)
        }
        (true, None) => Ok(import),
        (false, Some(_)) => Err(DAMAGED),
        (false, None) => Err(Error::NoCode),
    }
}

/// Fonts and forms in each other take more than the usual.
const STACK: usize = 16 * 1024 * 1024;

const DAMAGED: Error = Error::Damaged { what: "pdf" };

/// Waits for what the thread says next. One that broke says nothing any more.
fn next(said: &Receiver<Said>, reading: &Reading) -> Result<Said, Error> {
    let beats = LONGEST_PAGE.as_millis() / BEAT.as_millis();
    for _ in 0..beats {
        match said.recv_timeout(BEAT) {
            Ok(what) => return Ok(what),
            Err(RecvTimeoutError::Disconnected) => return Err(DAMAGED),
            Err(RecvTimeoutError::Timeout) if (reading.cancelled)() => {
                return Err(Error::Cancelled);
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
    Err(DAMAGED)
}

#[cfg(test)]
mod tests;
