//! Why a picture, a code or an entry gives no account.

use keytick_qr::PictureError;

/// A reason, for one picture, one QR code, one line or one entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The picture cannot be read.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// It is a key, but not one that can be used.
    #[error(transparent)]
    Key(#[from] keytick_otp::Error),
    /// A vault cannot keep it.
    #[error(transparent)]
    Account(#[from] keytick_accounts::Error),
    /// The picture is fine, but there is no QR code in it.
    #[error("no QR code in the picture")]
    NoCode,
    /// Plain text: neither a key nor an address.
    #[error("not a sign-in key")]
    NotAKey,
    /// A web address. It is only ever shown.
    #[error("a web address, not a sign-in key: {address}")]
    WebAddress {
        /// Its scheme, host and path; never what follows, nor a password before the host.
        address: String,
    },
    /// The QR code sets up approval in one maker's own app. It holds a one-time ticket from
    /// which only that app gets a key.
    #[error("a code only for {app}")]
    OtherApp {
        /// The app's name.
        app: &'static str,
    },
    /// The QR code signs in with a passkey on a phone, or makes one there.
    #[error("a passkey code, not a sign-in key")]
    Passkey,
    /// A link meant for Apple's own Passwords app.
    #[error("a link for Apple Passwords")]
    ApplePasswords,
    /// A transfer code of Google Authenticator that cannot be decoded.
    #[error("the Google Authenticator transfer code is damaged")]
    MigrationDamaged,
    /// One entry in a transfer code cannot be decoded.
    #[error("an entry of the Google Authenticator transfer code is damaged")]
    MigrationEntryDamaged,
    /// Some of the codes over which Google Authenticator spread a transfer were not given.
    #[error("missing of the {total} parts: {parts}")]
    MigrationPartsMissing {
        /// The parts, counted from 1: `2`, or `1, 4–6`.
        parts: String,
        /// How many parts that is.
        missing: u32,
        /// How many parts the transfer has.
        total: u32,
    },
    /// The file is locked and no password was given.
    #[error("the file is locked with a password")]
    PasswordNeeded,
    /// The password does not open the file.
    #[error("not the password of this file")]
    WrongPassword,
    /// The file is of the format, but broken.
    #[error("the file is damaged: {what}")]
    Damaged {
        /// Which part, in the format's own words; never content.
        what: &'static str,
    },
    /// An entry is of another shape than the format's.
    #[error("the entry is damaged")]
    EntryDamaged,
    /// An entry does not say how its codes are made, where the format has no usual value.
    #[error("the entry has no {field}")]
    SettingMissing {
        /// Which setting: `algorithm`, `digits`, `period`, `counter`.
        field: &'static str,
    },
    /// A newer version of the other program wrote it.
    #[error("version {found} of the format, where {newest} is the newest known")]
    NewerVersion {
        /// The file's.
        found: String,
        /// The newest known here.
        newest: u64,
    },
    /// Its key derivation asks for more memory than is reasonable.
    #[error("opening the file would need {needs_mib} MiB, at most {limit_mib} MiB are allowed")]
    TooCostly {
        /// What it asks for, in MiB.
        needs_mib: u64,
        /// What is allowed, in MiB.
        limit_mib: u64,
    },
    /// Its key derivation would take longer than is reasonable.
    #[error("opening the file would take {seconds} s, at most {limit_seconds} s are allowed")]
    TooSlow {
        /// What it is expected to take.
        seconds: u64,
        /// What is allowed.
        limit_seconds: u64,
    },
    /// The file, or what it unpacks to, is too large.
    #[error("more than {limit_mb} MB")]
    TooLarge {
        /// What is allowed, in millions of bytes.
        limit_mb: u64,
    },
    /// The file has too many entries.
    #[error("more than {limit} entries")]
    TooMany {
        /// How many are allowed.
        limit: usize,
    },
    /// An archive in an archive in an archive.
    #[error("archives too deep in each other")]
    TooDeep,
    /// A person stopped it.
    #[error("stopped")]
    Cancelled,
    /// The file is of this kind, which holds its keys in a way that only its maker can read.
    #[error("cannot be read by other programs: {id}")]
    Closed {
        /// The message that says so and how to export differently.
        id: &'static str,
    },
    /// A newer Keytick wrote it.
    #[error("written by a newer version")]
    TooNew,
    /// A name is too long for a QR code.
    #[error("the name is too long for a QR code: {name}")]
    NameTooLong {
        /// The account's names.
        name: String,
    },
    /// This format is only read.
    #[error("the format is not written")]
    NotWritten,
    /// This format has no password.
    #[error("the format has no password")]
    PlainOnly,
    /// This format is only written with a password.
    #[error("the format needs a password")]
    EncryptedOnly,
    /// What was written does not read back as it was.
    #[error("what was written reads back differently")]
    Changed,
    /// A file without a byte.
    #[error("the file is empty")]
    Empty,
    /// No format known.
    #[error("not a file of a known program")]
    Unknown,
    /// An entry of a type that makes no codes known here.
    #[error("unknown type: {found}")]
    UnknownType {
        /// The type, as the file has it.
        found: String,
    },
    /// An entry without a key.
    #[error("no key")]
    NoKey,
    /// An entry that the other program had in its trash.
    #[error("in the other program's trash")]
    InTrash,
    /// An mOTP entry without the PIN that its codes need.
    #[error("its PIN is not in the file")]
    NoPin,
}

/// Every id that [`Error::id`] can give and that is not of another crate.
pub const ERROR_IDS: &[&str] = &[
    "formats-no-code",
    "formats-not-a-key",
    "formats-web-address",
    "formats-other-app",
    "formats-passkey",
    "formats-apple-passwords",
    "formats-migration-damaged",
    "formats-migration-entry-damaged",
    "formats-migration-parts-missing",
    "formats-password-needed",
    "formats-wrong-password",
    "formats-damaged",
    "formats-entry-damaged",
    "formats-setting-missing",
    "formats-newer-version",
    "formats-too-costly",
    "formats-too-slow",
    "formats-too-large",
    "formats-too-many",
    "formats-too-deep",
    "formats-cancelled",
    "formats-too-new",
    "formats-name-too-long",
    "formats-not-written",
    "formats-plain-only",
    "formats-encrypted-only",
    "formats-changed",
    "formats-empty",
    "formats-unknown",
    "formats-unknown-type",
    "formats-no-key",
    "formats-in-trash",
    "formats-no-pin",
    "formats-aegis-no-password",
    "formats-google-encrypted",
    "formats-keepass-version",
    "formats-bitwarden-account-restricted",
    "formats-proton-pass-pgp",
    "formats-winauth-elsewhere",
];

impl Error {
    /// The error's stable name, which is also the id of its message. That of a picture or a
    /// key is the name of the error inside.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Picture(error) => error.id(),
            Self::Key(error) => error.id(),
            Self::Account(error) => error.id(),
            Self::NoCode => "formats-no-code",
            Self::NotAKey => "formats-not-a-key",
            Self::WebAddress { .. } => "formats-web-address",
            Self::OtherApp { .. } => "formats-other-app",
            Self::Passkey => "formats-passkey",
            Self::ApplePasswords => "formats-apple-passwords",
            Self::MigrationDamaged => "formats-migration-damaged",
            Self::MigrationEntryDamaged => "formats-migration-entry-damaged",
            Self::MigrationPartsMissing { .. } => "formats-migration-parts-missing",
            Self::PasswordNeeded => "formats-password-needed",
            Self::WrongPassword => "formats-wrong-password",
            Self::Damaged { .. } => "formats-damaged",
            Self::EntryDamaged => "formats-entry-damaged",
            Self::SettingMissing { .. } => "formats-setting-missing",
            Self::NewerVersion { .. } => "formats-newer-version",
            Self::TooCostly { .. } => "formats-too-costly",
            Self::TooSlow { .. } => "formats-too-slow",
            Self::TooLarge { .. } => "formats-too-large",
            Self::TooMany { .. } => "formats-too-many",
            Self::TooDeep => "formats-too-deep",
            Self::Cancelled => "formats-cancelled",
            Self::Closed { id } => id,
            Self::TooNew => "formats-too-new",
            Self::NameTooLong { .. } => "formats-name-too-long",
            Self::NotWritten => "formats-not-written",
            Self::PlainOnly => "formats-plain-only",
            Self::EncryptedOnly => "formats-encrypted-only",
            Self::Changed => "formats-changed",
            Self::Empty => "formats-empty",
            Self::Unknown => "formats-unknown",
            Self::UnknownType { .. } => "formats-unknown-type",
            Self::NoKey => "formats-no-key",
            Self::InTrash => "formats-in-trash",
            Self::NoPin => "formats-no-pin",
        }
    }

    /// What the error's message has to be filled in with.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Picture(error) => error.params(),
            Self::Key(error) => error.params(),
            Self::Account(error) => error.params(),
            Self::WebAddress { address } => vec![("address", address.clone())],
            Self::OtherApp { app } => vec![("app", (*app).to_owned())],
            Self::MigrationPartsMissing {
                parts,
                missing,
                total,
            } => vec![
                ("parts", parts.clone()),
                ("missing", missing.to_string()),
                ("total", total.to_string()),
            ],
            Self::Damaged { what } => vec![("what", (*what).to_owned())],
            Self::SettingMissing { field } => vec![("field", (*field).to_owned())],
            Self::NewerVersion { found, newest } => {
                vec![("found", found.clone()), ("newest", newest.to_string())]
            }
            Self::TooCostly {
                needs_mib,
                limit_mib,
            } => vec![
                ("needs", needs_mib.to_string()),
                ("limit", limit_mib.to_string()),
            ],
            Self::TooSlow {
                seconds,
                limit_seconds,
            } => vec![
                ("needs", seconds.to_string()),
                ("limit", limit_seconds.to_string()),
            ],
            Self::TooLarge { limit_mb } => vec![("limit", limit_mb.to_string())],
            Self::NameTooLong { name } => vec![("name", name.clone())],
            Self::TooMany { limit } => vec![("limit", limit.to_string())],
            Self::UnknownType { found } => vec![("found", found.clone())],
            Self::PasswordNeeded
            | Self::EntryDamaged
            | Self::WrongPassword
            | Self::Cancelled
            | Self::Closed { .. }
            | Self::Empty
            | Self::Unknown
            | Self::NoKey
            | Self::InTrash
            | Self::NoPin
            | Self::NoCode
            | Self::NotAKey
            | Self::Passkey
            | Self::ApplePasswords
            | Self::MigrationDamaged
            | Self::MigrationEntryDamaged
            | Self::TooDeep
            | Self::TooNew
            | Self::NotWritten
            | Self::PlainOnly
            | Self::EncryptedOnly
            | Self::Changed => Vec::new(),
        }
    }
}
