//! The text in a file of recovery codes, before anything is looked for in it.

use zeroize::Zeroizing;

/// Bytes of a file, or of a text, at most: many times what any site hands out.
pub const TEXT_BYTES: usize = 64 * 1024;

/// The text in a downloaded file: UTF-8, or UTF-16 by its mark. None if the file is too large
/// or no text. Letters in any other encoding are lost; codes have none of those.
#[must_use]
pub fn recovery_text(bytes: &[u8]) -> Option<Zeroizing<String>> {
    if bytes.len() > TEXT_BYTES {
        return None;
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => from_utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => from_utf16(rest, u16::from_be_bytes)?,
        _ => Zeroizing::new(String::from_utf8_lossy(bytes).into_owned()),
    };
    let is_odd = |c: char| c.is_control() && !c.is_whitespace();
    (!text.chars().any(is_odd)).then_some(text)
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Option<Zeroizing<String>> {
    let (units, rest) = bytes.as_chunks::<2>();
    let units: Zeroizing<Vec<u16>> = Zeroizing::new(units.iter().copied().map(unit).collect());
    let text = String::from_utf16(&units).ok()?;
    rest.is_empty().then(|| Zeroizing::new(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: Option<&str>) {
        let text = recovery_text(bytes);
        assert_eq!(text.as_ref().map(|text| text.as_str()), expected);
    }

    #[test]
    fn a_text_is_read_in_what_systems_write() {
        check(b"1234-5678\r\n", Some("1234-5678\r\n"));
        check(b"\xff\xfe1\0\n\0", Some("1\n"));
        check(b"\xfe\xff\x001\0\n", Some("1\n"));
        check(b"gr\xfcn 1234", Some("gr\u{fffd}n 1234"));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        check(b"\x89PNG\r\n\x1a\n\0\0", None);
        check(b"\xff\xfe1", None);
        check(&vec![b'1'; TEXT_BYTES + 1], None);
    }
}
