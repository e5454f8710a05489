//! The text in a sign-in QR code, read as sites and programs really write it.
//!
//! The shape is Google's [Key URI Format]; the tolerance comes from what authenticators meet.
//! A general URI parser is no use here, since many such texts are no valid URIs. Everything
//! is split first and each piece decoded once. What only names the account is read
//! generously; what changes the codes is read exactly or refused.
//!
//! [Key URI Format]: https://github.com/google/google-authenticator/wiki/Key-Uri-Format

mod label;
mod parameters;
mod percent;
mod query;
mod write;

use crate::error::shown;
use crate::{Error, Kind, Note, OtpKey, Secret};
use query::Query;

pub use label::Names;
pub use write::write_uri;

/// A key with what its URI says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyUri {
    /// The key.
    pub key: OtpKey,
    /// Who the account is with; empty if the URI does not say.
    pub issuer: String,
    /// Whose account it is; empty if the URI does not say.
    pub account: String,
    /// What was odd and accepted.
    pub notes: Vec<Note>,
    /// Tags that another authenticator wrote along.
    pub tags: Vec<String>,
    /// A note that another authenticator wrote along.
    pub note: String,
    /// The picture that the URI names, unopened and unchecked.
    pub icon: Option<String>,
}

impl KeyUri {
    /// Reads `otpauth://…` or `steam://…`.
    ///
    /// ```
    /// use keytick_otp::{Error, KeyUri};
    ///
    /// let read = KeyUri::parse("otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP&issuer=Acme")?;
    /// assert_eq!((read.issuer.as_str(), read.account.as_str()), ("Acme", "me"));
    ///
    /// let refused = KeyUri::parse("otpauth://totp/me?secret=JBSWY3DPEHPK3PXP&period=0");
    /// assert_eq!(refused, Err(Error::Period { found: "0".into() }));
    /// # Ok::<(), Error>(())
    /// ```
    ///
    /// # Errors
    /// One for each field: see [`Error`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        let text = text
            .trim_matches(|character: char| character.is_whitespace() || character == '\u{feff}');
        let (scheme, rest) = text.split_once(':').ok_or(Error::NotAUri)?;
        match scheme.to_ascii_lowercase().as_str() {
            "otpauth" => Self::parse_otpauth(rest.trim_start_matches('/')),
            "steam" => Self::parse_steam(rest.trim_start_matches('/')),
            "motp" => Err(Error::TypeUnsupported { name: "mOTP" }),
            other if rest.starts_with("//") && is_scheme(other) => Err(Error::Scheme {
                scheme: other.to_owned(),
            }),
            _ => Err(Error::NotAUri),
        }
    }

    /// `TYPE/LABEL?QUERY`. A raw `#` is part of a name; nobody means a fragment by it.
    fn parse_otpauth(rest: &str) -> Result<Self, Error> {
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (type_name, label) = path.split_once('/').unwrap_or((path, ""));
        let stated = parameters::Type::parse(type_name)?;
        let query = Query::split(query);
        let names = Names::of_encoded(label, query.text("issuer"));

        let mut notes = Vec::new();
        let secret = query.secret(&mut notes)?;
        let kind = parameters::kind(stated, &query, &names.issuer, &mut notes)?;
        if names.prefix_kept {
            notes.push(Note::IssuerPrefixKept);
        }
        let display = query.code_display();
        Ok(Self {
            key: OtpKey { secret, kind },
            issuer: names.issuer,
            account: names.account,
            notes,
            tags: display.tags,
            note: display.note,
            icon: query.text("image").or_else(|| query.text("icon")),
        })
    }

    /// `SECRET`, as Bitwarden and Proton write Steam keys.
    fn parse_steam(rest: &str) -> Result<Self, Error> {
        let secret = rest.split(['/', '?']).next().unwrap_or_default();
        let secret = percent::decode_secret(secret);
        let (secret, note) = Secret::from_base32(&secret)?;
        Ok(Self {
            key: OtpKey {
                secret,
                kind: Kind::Steam,
            },
            issuer: "Steam".to_owned(),
            account: String::new(),
            notes: note.into_iter().collect(),
            tags: Vec::new(),
            note: String::new(),
            icon: None,
        })
    }
}

/// Whether this is a scheme by RFC 3986, and short enough to name in a sentence.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|character: char| character.is_ascii_alphabetic())
        && text
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character))
        && shown(text) == text
}
