//! What the page sees: plain shapes without secrets, apart from the domain's own types.
//!
//! These are the only types that cross to the page. None of them is built from anything
//! that holds a secret by deriving; each field is copied on purpose in a `From` or a
//! function here.

mod backup;
mod code_settings;
mod damaged;
mod export;
mod lab;
mod moves;
mod part;
mod phone;
mod quick;
mod recovery_codes;
mod surroundings;

pub use backup::{BackupView, FileKind, FormatView, Taken, WriterView};
pub use code_settings::{CodeSettings, SettingsPreview};
pub use damaged::DamagedKey;
pub use export::{Exported, FieldLoss, LeftOut, Lock, Losses, Selection, Target};
pub use lab::{ClockMove, LabSite, Mark, SiteAccount, SiteLine, SiteRules, SiteState};
pub use moves::{MoveView, SiteChange, SiteView};
pub use part::Part;
pub use phone::{Diagnosis, PhoneAccount, PhoneView};
pub use quick::QuickView;
pub use recovery_codes::{
    CodeCopied, CodeFound, CodeKept, CodeOnView, CodesFound, RecoveryCodesView,
};
pub use surroundings::Surroundings;

use keytick_otp::{Algorithm, Code, OtpKey};
use serde::{Deserialize, Serialize};
use specta::Type;
use zeroize::Zeroizing;

use crate::error::UiError;

/// Which screen the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename = "Session", rename_all = "camelCase")]
pub enum SessionKind {
    /// First run: there is no vault.
    NoVault,
    /// There is a vault, and its password is asked.
    Locked,
    /// The accounts are open.
    Unlocked,
    /// There is a file that is no whole vault.
    Damaged,
    /// The vault was there since the program started, and is not there now.
    Missing,
}

/// What opens the vault, as far as a person can choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Keys {
    /// Whether the recovery key was checked by its owner.
    pub recovery_confirmed: bool,
    /// Whether the system's keychain opens the vault.
    pub keychain: bool,
    /// Whether a PIN is set on this computer.
    pub pin: bool,
}

/// What the window needs to know before anything else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Status {
    /// Which screen to show.
    pub session: SessionKind,
    /// Why the vault cannot be opened.
    pub reason: Option<UiError>,
    /// Whether the recovery key was checked by its owner.
    pub recovery_confirmed: bool,
    /// Whether it is time to remind its owner to check it.
    pub recovery_reminder: bool,
    /// Whether the system's keychain opens the vault, which is locked.
    pub keychain: bool,
    /// Whether a PIN opens the vault, which is locked.
    pub pin: bool,
    /// When the clipboard is cleared, in Unix milliseconds.
    pub clipboard_clears_at: Option<u64>,
    /// Minutes without a key or click until the vault is locked; 0: never.
    pub idle_minutes: u32,
    /// Until when no further password is tried, in Unix milliseconds.
    pub wait_until: Option<u64>,
    /// Links that another program has opened, and that wait for a review.
    pub links: usize,
}

/// What a person is told before the screens are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CaptureView {
    /// Whether the system may ask for permission.
    pub asks: bool,
    /// Whether it has a page of settings where the permission is.
    pub settings: bool,
}

/// A backup of the vault, as far as can be told without its password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VaultBackup {
    /// The file's name.
    pub name: String,
    /// When it was the vault, in Unix seconds.
    pub written_at: u64,
    /// Whether it is whole. One that is not cannot be restored.
    pub undamaged: bool,
}

/// How long guessing a password takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Level {
    /// Seconds to guess.
    TooEasy,
    /// Days to guess.
    Weak,
    /// Years to guess.
    Good,
    /// Centuries to guess.
    VeryStrong,
}

/// A password's strength.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Strength {
    /// One of four levels.
    pub level: Level,
}

/// The recovery key, once, when it is made.
#[derive(Serialize, Type)]
pub struct RecoveryKeyView {
    /// Eight groups of four characters.
    #[specta(type = Vec<String>)]
    pub groups: Vec<Zeroizing<String>>,
}

/// Which accounts are listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Filter {
    /// All of them.
    All,
    /// Favourites only.
    Favourites,
    /// Those with one tag.
    Tag {
        /// The tag's name.
        name: String,
    },
}

/// How codes are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "lowercase")]
pub enum CodeType {
    /// By the clock.
    Totp,
    /// By a counter.
    Hotp,
    /// By the clock, in Steam's five characters.
    Steam,
    /// By the clock and a PIN, in mOTP's hexadecimal digits.
    Motp,
    /// By the clock and a PIN, in Yandex's letters.
    Yandex,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// The account's id.
    pub id: String,
    /// How its codes are made.
    pub r#type: CodeType,
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Free text.
    pub note: String,
    /// The avatar's colour, 0 to 11.
    pub colour: u8,
    /// The avatar's letter.
    pub letter: String,
    /// The name of a chosen icon.
    pub icon: Option<String>,
    /// Listed first.
    pub favourite: bool,
    /// Characters of a code.
    pub digits: u8,
    /// Seconds a code is valid; none for counters.
    pub period: Option<u32>,
    /// The next counter.
    pub counter: Option<u64>,
    /// How often a code was copied.
    pub used: u64,
    /// Added in this session and not used yet.
    pub is_new: bool,
    /// How many of its recovery codes are still good; none: it has none at all.
    pub recovery_left: Option<usize>,
    /// Parts of `issuer` that match the search, as ranges of characters.
    pub issuer_matches: Vec<(usize, usize)>,
    /// Parts of `account` that match the search, as ranges of characters.
    pub account_matches: Vec<(usize, usize)>,
}

/// A tag with its accounts counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct TagView {
    /// The tag's name.
    pub name: String,
    /// Its colour, 0 to 11.
    pub colour: u8,
    /// How many accounts carry it.
    pub count: usize,
}

/// The list, and what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ListView {
    /// All accounts, whatever the search.
    pub total: usize,
    /// How many of them are favourites.
    pub favourites: usize,
    /// How many are in the trash.
    pub deleted: usize,
    /// Every tag.
    pub tags: Vec<TagView>,
    /// Accounts whose key cannot be read, as far as the search and filter leave them, by name.
    pub damaged: Vec<DamagedKey>,
    /// What the search and filter leave, in the order of the list.
    pub rows: Vec<Row>,
}

/// A code on view.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CodeView {
    /// The account's id, or the place in a review.
    pub id: String,
    /// The code; none for a counter account whose code was not asked for.
    pub code: Option<String>,
    /// The next code, only shortly before it holds.
    pub next: Option<String>,
    /// From when the code holds, in Unix seconds.
    pub valid_from: Option<u64>,
    /// Until when, exclusive.
    pub valid_to: Option<u64>,
    /// The code's counter, or the next one where no code is shown.
    pub counter: Option<u64>,
}

/// How long before its time the next code is shown, in seconds.
const NEXT_SHOWN: u64 = 5;

impl CodeView {
    /// The code of `key` at `now`; a counter's code stays hidden.
    #[must_use]
    pub fn at(id: String, key: &OtpKey, now: u64) -> Self {
        match key.kind.counter() {
            Some(counter) => Self::waiting(id, counter),
            None => Self::clocked(id, key, now),
        }
    }

    /// A counter account whose code is not on view.
    #[must_use]
    pub fn waiting(id: String, counter: u64) -> Self {
        Self {
            id,
            code: None,
            next: None,
            valid_from: None,
            valid_to: None,
            counter: Some(counter),
        }
    }

    /// Exactly this code.
    #[must_use]
    pub fn of(id: String, code: &Code) -> Self {
        Self {
            id,
            code: Some(code.text.to_string()),
            next: None,
            valid_from: code.valid.as_ref().map(|valid| valid.from),
            valid_to: code.valid.as_ref().map(|valid| valid.to),
            counter: code.counter,
        }
    }

    fn clocked(id: String, key: &OtpKey, now: u64) -> Self {
        let mut view = Self::of(id, &key.code_at(now));
        if view
            .valid_to
            .is_some_and(|to| to.saturating_sub(now) <= NEXT_SHOWN)
        {
            view.next = Some(key.next_code(now).text.to_string());
        }
        view
    }
}

/// A code that is on the clipboard now.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Copied {
    /// Seconds until the clipboard is cleared.
    pub seconds: u32,
    /// The code.
    pub code: CodeView,
}

/// What a found account is to those that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ReviewStatus {
    /// Not there yet.
    New,
    /// The same key is there.
    Duplicate,
    /// The same name with another key, or the same key with other numbers.
    Changed,
    /// It was deleted and can be restored.
    Trashed,
    /// Found twice in this review.
    Repeated,
}

/// A name that is there already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Existing {
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
}

/// One account found.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ReviewItem {
    /// Its place in the review, which names it in a choice.
    pub item: usize,
    /// What it is to the accounts that are there.
    pub status: ReviewStatus,
    /// The account that is there already.
    pub existing: Option<Existing>,
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// The avatar's letter.
    pub letter: String,
    /// The avatar's colour, 0 to 11.
    pub colour: u8,
    /// The file it was found in.
    pub source: String,
    /// The picture it was found in.
    pub picture: Option<usize>,
    /// How its codes are made.
    pub r#type: CodeType,
    /// The hash under its codes.
    pub algorithm: String,
    /// Characters of a code.
    pub digits: u8,
    /// Seconds a code is valid; none for counters.
    pub period: Option<u32>,
    /// What a person should know before adding it, as message ids.
    pub notes: Vec<String>,
    /// The tags that it brings along.
    pub tags: Vec<String>,
    /// Free text that it brings along.
    pub note: String,
    /// Whether it was a favourite where it comes from.
    pub favourite: bool,
    /// Its code now.
    pub code: CodeView,
}

/// Something that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Problem {
    /// The picture it is about.
    pub picture: Option<usize>,
    /// The file's name.
    pub name: String,
    /// Why.
    pub reason: UiError,
}

/// Everything that was found in pictures or a text, before anything is saved.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Review {
    /// Its number, which the commands about it take: a later review has another.
    pub id: u64,
    /// How many pictures were read.
    pub pictures: usize,
    /// The id of the format of the backup that was read; none for pictures and texts, or
    /// where there were several.
    pub format: Option<String>,
    /// The accounts found.
    pub items: Vec<ReviewItem>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// What was on the clipboard.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Pasted {
    /// A picture, files, or an `otpauth` address.
    Review {
        /// What was found.
        review: Review,
    },
    /// A backup that needs a password, or cannot be read.
    Backup {
        /// The backup.
        backup: BackupView,
    },
    /// Any other text, for the search field.
    Text {
        /// The text.
        text: String,
    },
    /// Nothing that can be pasted.
    Empty,
}

/// What to do with one account of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ChoiceAction {
    /// Add it.
    Add,
    /// Put it in the place of the account that is there.
    Replace,
    /// Add it beside the account that is there.
    KeepBoth,
    /// Take the account that is there out of the trash.
    Restore,
}

/// A person's word on one account of a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Choice {
    /// Its place in the review.
    pub item: usize,
    /// The site, as it shall be called.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// What to do.
    pub action: ChoiceAction,
}

/// What came into the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Added {
    /// The accounts' ids.
    pub ids: Vec<String>,
    /// The number by which this is taken back.
    pub change: u64,
}

/// The hash under a code, as a person chooses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "UPPERCASE")]
pub enum HashName {
    /// What nearly every site uses.
    Sha1,
    /// SHA-256.
    Sha256,
    /// SHA-512.
    Sha512,
}

impl From<HashName> for Algorithm {
    fn from(name: HashName) -> Self {
        match name {
            HashName::Sha1 => Self::Sha1,
            HashName::Sha256 => Self::Sha256,
            HashName::Sha512 => Self::Sha512,
        }
    }
}

/// A key typed by hand, on its way in.
#[derive(Deserialize, Type)]
pub struct TypedKey {
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// The key, in base32, or in hexadecimal for mOTP; spaces and case do not count.
    #[specta(type = String)]
    pub key: Zeroizing<String>,
    /// How codes are made.
    pub r#type: CodeType,
    /// The hash under the codes.
    pub algorithm: HashName,
    /// Characters of a code.
    pub digits: u8,
    /// Seconds a code is valid.
    pub period: u32,
    /// The next counter.
    pub counter: u64,
    /// The PIN of an mOTP or Yandex key.
    #[specta(type = String)]
    pub pin: Zeroizing<String>,
}

/// A typed key, tried out.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct KeyPreview {
    /// Its code now.
    pub code: CodeView,
    /// What a person should know before adding it, as message ids.
    pub notes: Vec<String>,
    /// What it is to the accounts that are there.
    pub status: ReviewStatus,
}

/// Everything about an account but its key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Details {
    /// The account's id.
    pub id: String,
    /// How its codes are made.
    pub r#type: CodeType,
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// Its tags.
    pub tags: Vec<String>,
    /// Free text.
    pub note: String,
    /// The chosen colour; none: it follows from the name.
    pub colour: Option<u8>,
    /// The name of the chosen icon; none: nobody chose.
    pub icon: Option<String>,
    /// Listed first.
    pub favourite: bool,
    /// The hash under its codes.
    pub algorithm: String,
    /// Characters of a code.
    pub digits: u8,
    /// Seconds a code is valid; none for counters.
    pub period: Option<u32>,
    /// The next counter.
    pub counter: Option<u64>,
    /// When it was added, in Unix seconds.
    pub created: u64,
}

/// What shall be different about an account. What is left out stays as it is, and as
/// another program may have changed it meanwhile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Type)]
#[serde(default)]
pub struct Changes {
    /// The site.
    #[specta(optional)]
    pub issuer: Option<String>,
    /// Who signs in there.
    #[specta(optional)]
    pub account: Option<String>,
    /// Its tags.
    #[specta(optional)]
    pub tags: Option<Vec<String>>,
    /// Free text.
    #[specta(optional)]
    pub note: Option<String>,
    /// The chosen colour; null: it follows from the name.
    #[serde(deserialize_with = "null_or_left_out")]
    #[specta(optional, type = Option<u8>)]
    pub colour: Option<Option<u8>>,
    /// The name of the chosen icon; null: nobody chose.
    #[serde(deserialize_with = "null_or_left_out")]
    #[specta(optional, type = Option<String>)]
    pub icon: Option<Option<String>>,
    /// Listed first.
    #[specta(optional)]
    pub favourite: Option<bool>,
    /// How its codes are made.
    #[specta(optional)]
    pub settings: Option<CodeSettings>,
}

/// What is there, be it null; what is left out never comes here.
fn null_or_left_out<'de, D: serde::Deserializer<'de>, T: Deserialize<'de>>(
    there: D,
) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(there).map(Some)
}

/// What kind of change was undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum What {
    /// Accounts came.
    Added,
    /// An account was changed.
    Edited,
    /// Accounts went to the trash.
    Removed,
    /// Accounts came back from the trash.
    Restored,
    /// An account got another place in the list.
    Moved,
    /// Accounts got a tag, or lost it.
    Tagged,
    /// An account's recovery codes were changed.
    RecoveryCodes,
}

/// A change that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Undone {
    /// What kind of change it was.
    pub what: What,
    /// How many accounts it was about.
    pub count: usize,
}

/// An account in the trash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Deleted {
    /// The account's id.
    pub id: String,
    /// The site.
    pub issuer: String,
    /// Who signs in there.
    pub account: String,
    /// When it went there, in Unix seconds.
    pub deleted_at: u64,
    /// The avatar's letter.
    pub letter: String,
    /// The avatar's colour, 0 to 11.
    pub colour: u8,
}

/// A key, shown on purpose, after the password.
#[derive(Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Revealed {
    /// The key in base32.
    #[specta(type = String)]
    pub key: Zeroizing<String>,
    /// The account's QR code, as an SVG picture.
    #[specta(type = String)]
    pub qr_svg: Zeroizing<String>,
}
