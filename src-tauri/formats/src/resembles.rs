//! Which program a file may be of that no format takes for its own: for help alone. Only
//! here a name counts.

use crate::formats::{FORMATS, archive, keepass, pdf, qr_picture};
use crate::{Format, Probe, Source};

/// The format that a file's name or words point to, if they point to one.
pub(crate) fn resembles(source: &Source) -> Option<&'static Format> {
    by_extension(source).or_else(|| by_words(source))
}

/// Formats whose first bytes alone tell them: what begins otherwise is none of them,
/// whatever it is called.
const MARKED: [&Format; 4] = [
    &archive::FORMAT,
    &keepass::FORMAT,
    &pdf::FORMAT,
    &qr_picture::FORMAT,
];

fn is_contradicted(format: &Format, source: &Source) -> bool {
    let is_marked = MARKED.iter().any(|marked| marked.id == format.id);
    is_marked && !(format.detect)(&Probe::new(source.bytes))
}

/// Whether bytes that no format takes for its own may be a broken backup: they begin as data
/// does, or in a text encoding that is not read.
pub(crate) fn looks_like_data(bytes: &[u8]) -> bool {
    const UTF_16: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];
    UTF_16.iter().any(|mark| bytes.starts_with(mark))
        || matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'[' | b'<'))
}

/// Only an extension that no other program uses says anything.
fn by_extension(source: &Source) -> Option<&'static Format> {
    let (_, extension) = source.name.rsplit_once('.')?;
    let mut formats = FORMATS.iter().copied().filter(|format| {
        let own = format.extensions.iter();
        format.read.is_some()
            && own
                .into_iter()
                .any(|own| own.eq_ignore_ascii_case(extension))
    });
    let first = formats.next()?;
    let is_told = formats.next().is_none() && !is_contradicted(first, source);
    is_told.then_some(first)
}

/// A program's name in the file's name, or in its first bytes.
fn by_words(source: &Source) -> Option<&'static Format> {
    const LOOKED_AT: usize = 4096;
    let start = &source.bytes[..source.bytes.len().min(LOOKED_AT)];
    let words = [plain(source.name), plain(&String::from_utf8_lossy(start))];
    FORMATS.iter().copied().find(|format| {
        let name = plain(format.name);
        format.read.is_some() && words.iter().any(|words| words.contains(&name))
    })
}

/// Letters and digits alone, in lower case: `2FAS`, `Proton Pass` and `proton_pass` are met
/// in many spellings.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
