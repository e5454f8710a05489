//! Values that only this server can have made: tokens, cookies, what protects forms.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::guard::same;

/// The key under which a server vouches for what it gives out. It lives as long as the
/// process.
pub(crate) struct Key([u8; 32]);

/// What a tag is for, so that one never stands for another.
#[derive(Clone, Copy)]
pub(crate) enum Purpose {
    /// The control API's token.
    Token,
    /// A session in a cookie.
    Session,
    /// The cookie of somebody who is not logged in.
    Visitor,
    /// The hidden field of forms.
    Form,
    /// A login, by which its second request is known.
    Retry,
    /// The cookie of the human console.
    Lab,
}

impl Key {
    pub(crate) fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A tag of 160 bits over `parts`, in lower-case letters and digits.
    pub(crate) fn tag(&self, purpose: Purpose, parts: &[&str]) -> String {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(&[purpose as u8]);
        for part in parts {
            mac.update(&(part.len() as u64).to_be_bytes());
            mac.update(part.as_bytes());
        }
        let tag = mac.finalize().into_bytes();
        BASE32_NOPAD.encode(&tag[..20]).to_ascii_lowercase()
    }

    /// Whether `tag` is the one over `parts`.
    pub(crate) fn vouches(&self, purpose: Purpose, parts: &[&str], tag: &str) -> bool {
        same(&self.tag(purpose, parts), tag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_holds_for_its_purpose_and_parts_only() {
        let key = Key::new([7; 32]);
        let tag = key.tag(Purpose::Session, &["demo", "1"]);
        assert_eq!(tag.len(), 32);
        assert!(key.vouches(Purpose::Session, &["demo", "1"], &tag));
        assert!(!key.vouches(Purpose::Form, &["demo", "1"], &tag));
        assert!(!key.vouches(Purpose::Session, &["demo1", ""], &tag));
        assert!(!Key::new([8; 32]).vouches(Purpose::Session, &["demo", "1"], &tag));
    }
}
