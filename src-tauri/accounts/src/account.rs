//! One account, and what may become one.

use std::collections::BTreeMap;
use std::fmt;

use keytick_otp::{KeyUri, OtpKey};

use crate::change::{TEXT_BYTES, check_texts};
use crate::clock::Clock;
use crate::error::Error;
use crate::recovery::{self, RecoveryCodes};
use crate::schema::Kept;
use crate::search::Names;
use crate::usage::Used;

/// Names an account for as long as it lives, on every device.
pub type Id = uuid::Uuid;

/// Where an account came from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A person added it: a screenshot, a link, a typed key.
    Person,
    /// It was in another program's backup, of this format.
    Import(String),
    /// It belongs to a practice site of the test lab, and stays out of backups by default.
    Lab,
    /// Something that a newer program knows.
    Other(String),
}

/// One account of the vault.
#[derive(Clone, PartialEq)]
pub struct Account {
    /// Its name for programs; never shown.
    pub id: Id,
    /// The secret, and how codes are made from it.
    pub key: OtpKey,
    /// The site: `Bytebase`. May be empty.
    pub issuer: String,
    /// Who signs in there: `admin@example.com`. May be empty.
    pub account: String,
    /// Free text.
    pub note: String,
    /// Names of tags, in the order in which they were given.
    pub tags: Vec<String>,
    /// One of the twelve avatar colours, 0 to 11; none: chosen from the name.
    pub colour: Option<u8>,
    /// The name of a chosen icon.
    pub icon: Option<String>,
    /// Listed before the others.
    pub favourite: bool,
    /// Its place in a person's own order.
    pub order: Option<i64>,
    /// Where it came from.
    pub origin: Origin,
    /// When it was added, in Unix seconds.
    pub created: u64,
    /// What the site gave for the day when the key is gone.
    pub recovery: RecoveryCodes,
    /// When it went to the trash, in Unix seconds.
    pub deleted_at: Option<u64>,
    /// When each field was last changed; a field that is not here is as it was created.
    pub(crate) modified: BTreeMap<Field, Clock>,
    /// Clocks of fields that this version does not know, kept as they are.
    pub(crate) other_modified: BTreeMap<String, Kept>,
    /// Fields that a newer program wrote, kept as they are.
    pub(crate) unknown: BTreeMap<String, Kept>,
    /// Its names as search sees them.
    pub(crate) names: Names,
}

/// The id alone: notes and fields of newer programs may hold what nobody should log.
impl fmt::Debug for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Account({})", self.id)
    }
}

impl Account {
    /// The avatar colour: the chosen one, or one that follows from the name and so is the
    /// same on every device.
    #[must_use]
    pub fn avatar_colour(&self) -> u8 {
        self.colour
            .unwrap_or_else(|| name_colour(&self.issuer, &self.account))
    }

    /// The avatar letter: the first letter or digit of the name; `?` where there is none.
    #[must_use]
    pub fn avatar_letter(&self) -> String {
        name_letter(&self.issuer, &self.account)
    }

    /// Takes all that is secret in it out of the safe, for work that may go on after the safe
    /// was locked.
    pub fn take_out(&mut self) {
        self.key.secret = self.key.secret.taken_out();
        self.recovery.take_out();
        let unknown = self.unknown.values_mut();
        let kept = unknown.chain(self.other_modified.values_mut());
        kept.for_each(Kept::take_out);
    }
}

/// The parts of an account that change, and are merged, one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    Key,
    Issuer,
    Account,
    Note,
    Tags,
    Colour,
    Icon,
    Favourite,
    Order,
    Recovery,
    Deleted,
}

impl Field {
    pub(crate) const ALL: [(Self, &'static str); 11] = [
        (Self::Key, "key"),
        (Self::Issuer, "issuer"),
        (Self::Account, "account"),
        (Self::Note, "note"),
        (Self::Tags, "tags"),
        (Self::Colour, "colour"),
        (Self::Icon, "icon"),
        (Self::Favourite, "favourite"),
        (Self::Order, "order"),
        (Self::Recovery, recovery::FIELD),
        (Self::Deleted, "deleted_at"),
    ];
}

/// An account that was found and may be added: from a picture, a link, a backup, by hand.
#[derive(Clone, PartialEq)]
pub struct Candidate {
    /// The secret, and how codes are made from it.
    pub key: OtpKey,
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// Free text.
    pub note: String,
    /// Names of tags.
    pub tags: Vec<String>,
    /// One of the twelve avatar colours, 0 to 11; none: chosen from the name.
    pub colour: Option<u8>,
    /// The name of an icon.
    pub icon: Option<String>,
    /// Listed before the others.
    pub favourite: bool,
    /// Its place among the candidates that are added with it, in a person's own order.
    pub order: Option<i64>,
    /// What the site gave for the day when the key is gone.
    pub recovery: RecoveryCodes,
    /// How often it was used elsewhere. It is not part of the account: who adds the
    /// candidate hands it to [`Usage::set`](crate::Usage::set).
    pub usage: Option<Used>,
    /// Where it came from.
    pub origin: Origin,
    /// What a person should know before adding it, as message ids.
    pub notes: Vec<&'static str>,
    /// The file it was found in; empty for a typed key.
    pub source: String,
}

impl Candidate {
    /// A key with its names and nothing else, added by a person.
    #[must_use]
    pub fn new(key: OtpKey, issuer: impl Into<String>, account: impl Into<String>) -> Self {
        Self {
            key,
            issuer: issuer.into(),
            account: account.into(),
            note: String::new(),
            tags: Vec::new(),
            colour: None,
            icon: None,
            favourite: false,
            order: None,
            recovery: RecoveryCodes::default(),
            usage: None,
            origin: Origin::Person,
            notes: Vec::new(),
            source: String::new(),
        }
    }

    /// The avatar colour that the account would get.
    #[must_use]
    pub fn avatar_colour(&self) -> u8 {
        self.colour
            .unwrap_or_else(|| name_colour(&self.issuer, &self.account))
    }

    /// The avatar letter that the account would get.
    #[must_use]
    pub fn avatar_letter(&self) -> String {
        name_letter(&self.issuer, &self.account)
    }

    /// Whether a vault can keep it.
    ///
    /// # Errors
    /// [`Error::TooLong`].
    pub fn check(&self) -> Result<(), Error> {
        check_texts([
            ("issuer", &self.issuer),
            ("account", &self.account),
            ("note", &self.note),
            ("tags", &self.tags.concat()),
            ("icon", self.icon.as_deref().unwrap_or_default()),
        ])
    }

    /// Leaves out the end of a note that is longer than a vault keeps: better that than the
    /// account. Tells whether it did.
    pub fn cut_note(&mut self) -> bool {
        if self.note.len() <= TEXT_BYTES {
            return false;
        }
        self.note
            .truncate(self.note.floor_char_boundary(TEXT_BYTES));
        true
    }
}

/// The names alone: notes may hold what nobody should log.
impl fmt::Debug for Candidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Candidate")
            .field("issuer", &self.issuer)
            .field("account", &self.account)
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}

impl From<KeyUri> for Candidate {
    fn from(uri: KeyUri) -> Self {
        Self {
            note: uri.note,
            tags: uri.tags,
            icon: uri.icon,
            notes: uri.notes.iter().map(|note| note.id()).collect(),
            ..Self::new(uri.key, uri.issuer, uri.account)
        }
    }
}

/// A copy, without what only counts where the account is.
impl From<&Account> for Candidate {
    fn from(account: &Account) -> Self {
        Self {
            key: account.key.clone(),
            issuer: account.issuer.clone(),
            account: account.account.clone(),
            note: account.note.clone(),
            tags: account.tags.clone(),
            colour: account.colour,
            icon: account.icon.clone(),
            favourite: account.favourite,
            order: account.order,
            recovery: account.recovery.clone(),
            usage: None,
            origin: Origin::Person,
            notes: Vec::new(),
            source: String::new(),
        }
    }
}

/// How many avatar colours there are.
const COLOURS: u32 = 12;

pub(crate) fn name_colour(issuer: &str, account: &str) -> u8 {
    let name = if issuer.is_empty() { account } else { issuer };
    // FNV-1a: the same on every machine and in every version, unlike std's hasher.
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash % COLOURS) as u8
}

fn name_letter(issuer: &str, account: &str) -> String {
    issuer
        .chars()
        .chain(account.chars())
        .find(|c| c.is_alphanumeric())
        .map_or_else(|| "?".to_owned(), |c| c.to_uppercase().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_avatar_follows_from_the_name() {
        assert_eq!(name_letter("bytebase", "x"), "B");
        assert_eq!(name_letter("", "(admin)"), "A");
        assert_eq!(name_letter("", ""), "?");
        assert_eq!(name_colour("Batch", "a"), name_colour("Batch", "b"));
        assert!(name_colour("", "") < 12);
    }
}
