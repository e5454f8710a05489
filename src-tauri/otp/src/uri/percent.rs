//! Percent-encoding ([RFC 3986 section 2.1]) of one piece that was split off before.
//!
//! [RFC 3986 section 2.1]: https://www.rfc-editor.org/rfc/rfc3986#section-2.1

use zeroize::Zeroizing;

/// A piece of the path: `+` is a plus.
pub(super) fn decode_path(piece: &str) -> String {
    text(bytes(piece, false))
}

/// A piece of the query: `+` is a space, as forms write it.
pub(super) fn decode_query(piece: &str) -> String {
    text(bytes(piece, true))
}

/// The secret: `+` is a plus, and so is refused later, since it is not base32.
pub(super) fn decode_secret(piece: &str) -> Zeroizing<String> {
    let bytes = Zeroizing::new(bytes(piece, false));
    Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned())
}

/// Writes everything but letters, digits and `-._~` as `%XX`.
pub(super) fn encode_into(output: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            output.push(char::from(byte));
        } else {
            output.push('%');
            output.push(char::from(HEX[usize::from(byte >> 4)]));
            output.push(char::from(HEX[usize::from(byte & 0xf)]));
        }
    }
}

/// A `%` that no two hexadecimal digits follow stands for itself.
fn bytes(piece: &str, plus_is_space: bool) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(piece.len());
    let mut rest = piece.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        decoded.push(match (first, after) {
            (b'%', [high, low, after @ ..]) => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => {
                    rest = after;
                    high << 4 | low
                }
                _ => b'%',
            },
            (b'+', _) if plus_is_space => b' ',
            _ => *first,
        });
    }
    decoded
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|value| u8::try_from(value).ok())
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_once_and_keeps_a_bad_percent() {
        for (piece, path, query) in [
            ("Rock%26Roll", "Rock&Roll", "Rock&Roll"),
            ("a+b", "a+b", "a b"),
            ("a%2Bb", "a+b", "a+b"),
            ("100%", "100%", "100%"),
            ("%zz%4", "%zz%4", "%zz%4"),
            ("%2525", "%25", "%25"),
            ("B%C3%BCro Z\u{fc}rich", "Büro Zürich", "Büro Zürich"),
            ("%E9", "\u{fffd}", "\u{fffd}"),
        ] {
            assert_eq!(decode_path(piece), path);
            assert_eq!(decode_query(piece), query);
        }
    }
}
