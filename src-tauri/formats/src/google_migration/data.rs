//! From the address to the bytes in it. On their way through clipboards, browsers and web
//! forms these addresses lose their padding and get their `+` turned into spaces.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use percent_encoding::percent_decode_str;
use zeroize::Zeroizing;

const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The bytes of the `data` parameter, if it is there and is base64.
pub(super) fn decode(address: &str) -> Option<Zeroizing<Vec<u8>>> {
    let (_, query) = address.split_once('?')?;
    let data = query
        .split('&')
        .filter_map(|piece| piece.split_once('='))
        .find(|(name, _)| name.trim().eq_ignore_ascii_case("data"))
        .map(|(_, value)| value)?;
    let encoded: Zeroizing<Vec<u8>> = Zeroizing::new(
        percent_decode_str(data)
            .filter_map(base64_character)
            .collect(),
    );
    let bytes = LENIENT.decode(encoded.as_slice()).ok()?;
    (!bytes.is_empty()).then(|| Zeroizing::new(bytes))
}

/// A space was a plus, the alphabet for addresses is as good as the other, and padding and
/// line breaks say nothing.
fn base64_character(byte: u8) -> Option<u8> {
    match byte {
        b' ' | b'-' => Some(b'+'),
        b'_' => Some(b'/'),
        b'=' | b'\n' | b'\r' | b'\t' => None,
        other => Some(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(data: &str, expected: Option<&[u8]>) {
        let decoded = decode(&format!("otpauth-migration://offline?data={data}"));
        assert_eq!(decoded.as_ref().map(|bytes| bytes.as_slice()), expected);
    }

    #[test]
    fn reads_every_way_in_which_the_same_bytes_arrive() {
        let bytes = Some(&b"\xfb\xef\xbe\xff\x01"[..]);
        for data in [
            "%2B%2B%2B%2B%2FwE%3D",
            "++++/wE=",
            "++++/wE",
            "    /wE",
            "%20%20%20%20/wE%3d%3D",
            "----_wE",
            "++++\r\n/wE=",
            "++++/wF=",
        ] {
            check(data, bytes);
        }
    }

    #[test]
    fn finds_the_parameter_by_its_name() {
        let address = "OTPAUTH-MIGRATION://offline?version=1&Data=AQID&data=AAAA";
        assert_eq!(*decode(address).unwrap(), [1, 2, 3]);
    }

    #[test]
    fn refuses_what_is_not_base64() {
        for data in ["", "=", "a", "!!!!", "%"] {
            check(data, None);
        }
        assert_eq!(decode("otpauth-migration://offline"), None);
        assert_eq!(decode("otpauth-migration://offline?dato=AQID"), None);
    }
}
