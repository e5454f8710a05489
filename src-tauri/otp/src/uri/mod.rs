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

use std::fmt;

use crate::error::shown;
use crate::{Error, Kind, Note, OtpKey, Secret};
use query::Query;

pub use label::Names;
pub use write::write_uri;

/// A key with what its URI says about it.
#[derive(Clone, PartialEq, Eq)]
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
    /// The name of an icon: up to 64 letters, digits, spaces and `._-`. An address of a
    /// picture is left out.
    pub icon: Option<String>,
}

impl KeyUri {
    /// Reads `otpauth://…`, `steam://…` or `motp://…`.
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
        let (scheme, rest) = split_scheme(text).ok_or(Error::NotAUri)?;
        match scheme.to_ascii_lowercase().as_str() {
            "otpauth" => Self::parse_otpauth(Otpauth::split(rest)),
            "steam" => Self::parse_steam(rest.trim_start_matches('/')),
            "motp" => Self::parse_otpauth(Otpauth::split_motp(rest)),
            other if rest.starts_with("//") && is_scheme(other) => Err(Error::Scheme {
                scheme: other.to_owned(),
            }),
            _ => Err(Error::NotAUri),
        }
    }

    /// What a person would call an otpauth key that [`KeyUri::parse`] refuses. None if it has
    /// no name, or if a secret may have got into it.
    ///
    /// ```
    /// use keytick_otp::KeyUri;
    ///
    /// let names = KeyUri::names("otpauth://totp/Acme:me?secret=JBSWY3D0");
    /// assert_eq!(names.map(|names| names.to_string()).as_deref(), Some("Acme (me)"));
    /// ```
    #[must_use]
    pub fn names(text: &str) -> Option<Names> {
        let Otpauth { names, query, .. } = Otpauth::of(text)?;
        let secret = query.secret_text().filter(|secret| !secret.is_empty())?;
        let is_named = !names.issuer.is_empty() || !names.account.is_empty();
        (is_named && !names.may_hold(&secret)).then_some(names)
    }

    /// The value of one parameter of an otpauth URI, decoded and trimmed: what a program wrote
    /// along for itself. Case makes no difference in names; the first of two counts.
    ///
    /// ```
    /// use keytick_otp::KeyUri;
    ///
    /// let uri = "otpauth://totp/me?secret=JBSWY3DPEHPK3PXP&lock=a%26b";
    /// assert_eq!(KeyUri::parameter(uri, "lock").as_deref(), Some("a&b"));
    /// assert_eq!(KeyUri::parameter(uri, "key"), None);
    /// ```
    #[must_use]
    pub fn parameter(text: &str, name: &str) -> Option<String> {
        Otpauth::of(text)?.query.value(&name.to_ascii_lowercase())
    }

    fn parse_otpauth(uri: Otpauth<'_>) -> Result<Self, Error> {
        let stated = parameters::Type::parse(uri.type_name)?;
        let Otpauth { names, query, .. } = uri;
        let mut notes = Vec::new();
        let secret = query.secret_text().ok_or(Error::SecretMissing)?;
        let secret = stated.secret(&secret, &mut notes)?;
        let kind = parameters::kind(stated, &query, &names.issuer, &mut notes)?;
        let key = OtpKey::new(secret, kind)?;
        if names.prefix_kept {
            notes.push(Note::IssuerPrefixKept);
        }
        let display = query.code_display();
        Ok(Self {
            key,
            issuer: names.issuer,
            account: names.account,
            notes,
            tags: display.tags,
            note: display.note,
            icon: query.icon(),
        })
    }

    /// `SECRET`, as Bitwarden and Proton write Steam keys. The Steam app's own links have the
    /// same scheme, and words such as `open` and `run` are base32.
    fn parse_steam(rest: &str) -> Result<Self, Error> {
        let (path, _) = rest.split_once('?').unwrap_or((rest, ""));
        let secret = path.strip_suffix('/').unwrap_or(path);
        if secret.contains('/') {
            return Err(Error::SteamLink);
        }
        let (secret, note) = Secret::from_base32(&percent::decode_secret(secret))?;
        if secret.is_short() {
            return Err(Error::SecretTooShort);
        }
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

/// All but the note, in which a person may have written anything.
impl fmt::Debug for KeyUri {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("KeyUri")
            .field("key", &self.key)
            .field("issuer", &self.issuer)
            .field("account", &self.account)
            .field("notes", &self.notes)
            .field("tags", &self.tags)
            .field("icon", &self.icon)
            .finish_non_exhaustive()
    }
}

/// The pieces of `otpauth://TYPE/LABEL?QUERY`.
struct Otpauth<'a> {
    type_name: &'a str,
    names: Names,
    query: Query<'a>,
}

impl<'a> Otpauth<'a> {
    /// Splits a whole text; none if it is neither an otpauth nor an motp URI.
    fn of(text: &'a str) -> Option<Self> {
        let (scheme, rest) = split_scheme(text)?;
        match scheme.to_ascii_lowercase().as_str() {
            "otpauth" => Some(Self::split(rest)),
            "motp" => Some(Self::split_motp(rest)),
            _ => None,
        }
    }

    /// Splits what follows the scheme. A raw `#` is part of a name; nobody means a fragment
    /// by it.
    fn split(rest: &'a str) -> Self {
        let rest = rest.trim_start_matches('/');
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (type_name, label) = path.split_once('/').unwrap_or((path, ""));
        let query = Query::split(query);
        Self {
            type_name,
            names: Names::of_encoded(label, query.text("issuer")),
            query,
        }
    }

    /// Splits `LABEL?QUERY`, which follows `motp://`.
    fn split_motp(rest: &'a str) -> Self {
        let rest = rest.trim_start_matches('/');
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let label = path.strip_suffix('/').unwrap_or(path);
        let query = Query::split(query);
        Self {
            type_name: "motp",
            names: Names::of_encoded(label, query.text("issuer")),
            query,
        }
    }
}

/// The scheme, and what follows its colon.
fn split_scheme(text: &str) -> Option<(&str, &str)> {
    text.trim_matches(|character: char| character.is_whitespace() || character == '\u{feff}')
        .split_once(':')
}

/// Whether this is a scheme by RFC 3986, and short enough to name in a sentence.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|character: char| character.is_ascii_alphabetic())
        && text
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character))
        && shown(text) == text
}
