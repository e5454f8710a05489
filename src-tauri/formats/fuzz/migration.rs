//! What the fuzz target and the replay of its corpus call.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use keytick_formats::google_migration::{Parts, read};

/// Reads any bytes as the Protocol Buffer in a transfer's QR code, written in two ways, and as
/// the code's text itself. Two parts of one transfer are divided by `next`.
pub fn migration(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = read(&text);
    let mut parts = Parts::default();
    let mut places = 0;
    for part in split(bytes) {
        let address = |data: String| format!("otpauth-migration://offline?data={data}");
        let one = read(&address(STANDARD.encode(part)));
        let other = read(&address(URL_SAFE_NO_PAD.encode(part)));
        assert_eq!(one.is_ok(), other.is_ok(), "the way of writing counts");
        let (Ok(one), Ok(other)) = (one, other) else {
            continue;
        };
        assert!(one == other, "the way of writing counts");
        places += 1;
        parts.add(one, &places);
        assert!(parts.add(other, &places).is_none(), "given twice");
    }
    assert!(parts.missing().len() <= places);
}

fn split(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    const BETWEEN: &[u8] = b"next";
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let bytes = rest?;
        let at = bytes.windows(BETWEEN.len()).position(|it| it == BETWEEN);
        rest = at.map(|at| &bytes[at + BETWEEN.len()..]);
        Some(&bytes[..at.unwrap_or(bytes.len())])
    })
}
