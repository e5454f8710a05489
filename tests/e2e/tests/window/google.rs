//! Google Authenticator's export, written by hand from its published schema, one account
//! a part: the message, its base64, its link.

use data_encoding::{BASE32_NOPAD, BASE64};

use crate::site::Site;

/// The links of an export in as many parts as there are sites.
pub fn export<const N: usize>(sites: &[Site; N]) -> [String; N] {
    std::array::from_fn(|index| {
        let mut payload = field(1, &account(&sites[index]));
        payload.extend(number(2, 1)); // version
        payload.extend(number(3, N as u8)); // batch_size
        payload.extend(number(4, index as u8)); // batch_index
        payload.extend(number(5, 77)); // batch_id
        let data = BASE64.encode(&payload);
        let data = data
            .replace('+', "%2B")
            .replace('/', "%2F")
            .replace('=', "%3D");
        format!("otpauth-migration://offline?data={data}")
    })
}

fn account(site: &Site) -> Vec<u8> {
    let secret = BASE32_NOPAD.decode(site.key.as_bytes()).expect("base32");
    [
        field(1, &secret),
        field(2, site.account.as_bytes()),
        field(3, site.issuer.as_bytes()),
        number(4, 1), // SHA-1
        number(5, 1), // six digits
        number(6, 2), // TOTP
    ]
    .concat()
}

/// A length-delimited field; all of ours are shorter than 128 bytes.
fn field(tag: u8, bytes: &[u8]) -> Vec<u8> {
    [&[tag << 3 | 2, bytes.len() as u8], bytes].concat()
}

fn number(tag: u8, value: u8) -> Vec<u8> {
    vec![tag << 3, value]
}
