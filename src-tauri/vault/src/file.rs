//! A whole vault file as bytes: built and opened with the vault's key, checked without it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::check::Check;
use crate::fault::Fault;
use crate::frame::{self, Frame};
use crate::header::Header;
use crate::keys::Key;
use crate::{cipher, payload};

const HEADER_INFO: &[u8] = b"hdr/1";
const PAYLOAD_INFO: &[u8] = b"pay/1";

/// A file that is ready to be saved.
pub(crate) struct Built {
    pub(crate) bytes: Vec<u8>,
    pub(crate) trailer: [u8; frame::TRAILER],
}

/// Builds the file for a header and its payload, or says what is over the limits.
pub(crate) fn build(header: &Header, key: &Key, content: &[u8]) -> Result<Built, &'static str> {
    let json = header.to_json()?;
    let padded = payload::padded_len(content.len()).ok_or("payload")?;
    Ok(seal(header, key, &json, padded, |bytes| {
        payload::append(bytes, content, padded);
    }))
}

/// Seals a header's text and the plain text of `size` bytes that `append` adds.
pub(crate) fn seal(
    header: &Header,
    key: &Key,
    json: &[u8],
    size: usize,
    append: impl FnOnce(&mut Vec<u8>),
) -> Built {
    let section = size + cipher::TAG;
    let around = frame::PRELUDE + frame::MAC + frame::TRAILER;
    // One buffer of the full size: the plain text is encrypted where it lies, and growing
    // would leave copies of it behind.
    let mut bytes = Vec::with_capacity(around + json.len() + section);
    frame::append_prelude(&mut bytes, header.minor, json.len(), section);
    bytes.extend_from_slice(json);
    let mac = header_mac(header, key, &bytes)
        .finalize()
        .into_bytes()
        .into();
    let aad = Frame::before_payload(&bytes, &mac);
    bytes.extend_from_slice(&mac);
    let start = bytes.len();
    append(&mut bytes);
    let payload_key = key.derive(&header.payload_salt, PAYLOAD_INFO);
    let tag = cipher::encrypt(&payload_key, &header.nonce, &aad, &mut bytes[start..]);
    bytes.extend_from_slice(&tag);
    let trailer = frame::append_trailer(&mut bytes);
    Built { bytes, trailer }
}

/// Every check that needs no key.
pub(crate) fn parse(bytes: &[u8]) -> Result<(Frame<'_>, Header), Fault> {
    let frame = Frame::parse(bytes)?;
    let header = Header::parse(frame.header, frame.version.1)?;
    Ok((frame, header))
}

/// Every check that needs the vault's key; returns the payload's content.
pub(crate) fn open(frame: &Frame, header: &Header, key: &Key) -> Result<Zeroizing<Vec<u8>>, Fault> {
    let tampered = |check| Fault::Tampered { check };
    header_mac(header, key, frame.authenticated)
        .verify(frame.mac.into())
        .map_err(|_| tampered(Check::HeaderMac))?;
    let aad = Frame::before_payload(frame.authenticated, frame.mac);
    let payload_key = key.derive(&header.payload_salt, PAYLOAD_INFO);
    let mut plain = Zeroizing::new(frame.payload.to_vec());
    let length = cipher::decrypt(&payload_key, &header.nonce, &aad, &mut plain)
        .map_err(|_| tampered(Check::Payload))?;
    plain.truncate(length);
    let content = payload::content(&plain)?;
    plain.copy_within(content.clone(), 0);
    plain.truncate(content.len());
    Ok(plain)
}

fn header_mac(header: &Header, key: &Key, authenticated: &[u8]) -> Hmac<Sha256> {
    let key = key.derive(header.vault_id.as_bytes(), HEADER_INFO);
    <Hmac<Sha256> as KeyInit>::new_from_slice(key.as_bytes())
        .expect("HMAC takes keys of any length")
        .chain_update(authenticated)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::header::tests::header;
    use crate::random;

    #[test]
    fn a_file_is_built_in_a_buffer_that_never_grows() {
        let key = Key::generate(&mut random::system).unwrap();
        let built = build(&header(), &key, &[7; 100]).unwrap();
        assert_eq!(built.bytes.capacity(), built.bytes.len());
    }
}
