//! Texts that are not in UTF-8, made so before any reader sees them: UTF-16, as Windows
//! writes it, by its mark; and letters of Windows-1252, as older programs and spreadsheets
//! write them. Nothing marks those, so that they are read letter by letter, and only where
//! the rest is text. Keys are in letters that are the same everywhere.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use zeroize::Zeroizing;

/// A text that was in something else than UTF-8.
pub(crate) struct Converted {
    /// It in UTF-8.
    pub(crate) bytes: Zeroizing<Vec<u8>>,
    /// Whether the file does not say how its letters are written.
    pub(crate) is_guess: bool,
}

/// The text in UTF-8; none for what is in UTF-8 already, or is no text.
pub(crate) fn to_utf8(bytes: &[u8]) -> Option<Converted> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && encoding != UTF_8
    {
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?;
        let bytes = Zeroizing::new(text.into_owned().into_bytes());
        return has_no_controls(&bytes).then_some(Converted {
            bytes,
            is_guess: false,
        });
    }
    let odd = odd_bytes(bytes);
    // Of bytes at random, half are odd.
    let is_text = odd > 0 && odd * 4 <= bytes.len() && has_no_controls(bytes);
    is_text.then(|| Converted {
        bytes: letter_by_letter(bytes, odd),
        is_guess: true,
    })
}

/// Keeps what is UTF-8, and takes every other byte for a letter of Windows-1252.
fn letter_by_letter(bytes: &[u8], odd: usize) -> Zeroizing<Vec<u8>> {
    // Room for all of it at once: a vector that grows leaves copies behind.
    const LONGEST_LETTER: usize = 3;
    let mut text = Zeroizing::new(Vec::with_capacity(bytes.len() + odd * LONGEST_LETTER));
    for chunk in bytes.utf8_chunks() {
        text.extend_from_slice(chunk.valid().as_bytes());
        let (letters, _) = WINDOWS_1252.decode_without_bom_handling(chunk.invalid());
        text.extend_from_slice(letters.as_bytes());
    }
    text
}

/// How many bytes are in no UTF-8.
fn odd_bytes(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().map(|chunk| chunk.invalid().len()).sum()
}

fn has_no_controls(bytes: &[u8]) -> bool {
    let is_control = |byte: &u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
    !bytes.iter().any(is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn converted(bytes: &[u8]) -> Option<(String, bool)> {
        to_utf8(bytes).map(|text| {
            let letters = String::from_utf8(text.bytes.to_vec()).unwrap();
            (letters, text.is_guess)
        })
    }

    #[test]
    fn utf_16_by_its_mark() {
        let expected = Some(("é€\r\n".to_owned(), false));
        assert_eq!(converted(b"\xff\xfe\xe9\0\xac\x20\r\0\n\0"), expected);
        assert_eq!(converted(b"\xfe\xff\0\xe9\x20\xac\0\r\0\n"), expected);
        // Half a letter, half a pair, and what no text holds.
        assert_eq!(converted(b"\xff\xfe\xe9\0\xac"), None);
        assert_eq!(converted(b"\xff\xfe\x00\xd8a\0"), None);
        assert_eq!(converted(b"\xff\xfea\0\0\0"), None);
    }

    #[test]
    fn single_letters_of_windows_1252_among_utf_8() {
        assert_eq!(
            converted(b"Caf\xe9 for 5 \x80, M\xc3\xbcnchen"),
            Some(("Café for 5 €, München".to_owned(), true))
        );
    }

    #[test]
    fn utf_8_and_what_is_no_text_stay_as_they_are() {
        for bytes in [
            &b""[..],
            b"plain",
            b"\xef\xbb\xbfM\xc3\xbcnchen",
            b"\0\x01caf\xe9 and more",
            b"\xe9\xe9\xe9a",
        ] {
            assert_eq!(converted(bytes), None, "{bytes:?}");
        }
    }
}
