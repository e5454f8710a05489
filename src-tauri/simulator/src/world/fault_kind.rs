//! The kinds of faults: their names, their parameters, and where in a world's life they fire.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether a broken answer comes before or after the step was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Nothing was done.
    #[default]
    Before,
    /// It was done, but the browser does not learn it.
    After,
}

/// A parameter that the QR code gets wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mismatch {
    /// The hash.
    Algorithm,
    /// The number of digits.
    Digits,
    /// The period.
    Period,
}

/// What is changed behind the person's back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tampered {
    /// One bit of the stored key.
    Secret,
    /// The stored recovery codes are exchanged for others.
    Codes,
}

/// The longest that an answer is held back; longer waits help no test.
pub(super) const LONGEST_DELAY_MS: u64 = 60_000;

/// What goes wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(
    tag = "kind",
    content = "params",
    rename_all = "snake_case",
    deny_unknown_fields
)]
pub enum FaultKind {
    /// The answer comes late.
    #[serde(rename = "delay")]
    Delay {
        /// By so many milliseconds, at most 60,000.
        ms: u64,
    },
    /// The answer is an error of HTTP.
    HttpStatus {
        /// The status, 400 to 599.
        status: u16,
        /// Whether the step is done all the same.
        #[serde(default)]
        when: When,
    },
    /// The connection is reset.
    Reset {
        /// Whether the step is done all the same.
        #[serde(default)]
        when: When,
    },
    /// The answer comes in drops.
    Drip {
        /// So many bytes a second.
        bytes_per_s: u64,
    },
    /// The session is forgotten.
    SessionDrop,
    /// The form's token is taken for a stale one.
    CsrfStale,
    /// The site's clock is wrong where it checks codes.
    ClockSkew {
        /// By so many seconds; below 0 it is behind.
        s: i64,
    },
    /// The QR code holds another key than the text beside it.
    QrWrongSecret,
    /// The QR code's label names another issuer than its parameter.
    IssuerMismatch {
        /// The issuer in the parameter.
        #[serde(default = "other_issuer")]
        issuer: String,
    },
    /// The QR code names no issuer.
    IssuerMissing,
    /// The site checks with another parameter than the QR code says.
    ParamMismatch {
        /// Which.
        param: Mismatch,
    },
    /// Codes are made with SHA-256.
    AlgSha256,
    /// Codes have eight digits.
    #[serde(rename = "digits_8")]
    Digits8,
    /// Codes last sixty seconds.
    #[serde(rename = "period_60")]
    Period60,
    /// The key is written in lower case.
    SecretLowercase,
    /// The key is written with padding.
    SecretPadded,
    /// The key is written with spaces.
    SecretSpaced,
    /// The key is written with spaces and dashes.
    SecretDashed,
    /// The key has only five bytes.
    SecretShort,
    /// The QR code is for codes by counter.
    UriHotp,
    /// The QR code has a hole that no reader can mend.
    QrDamaged,
    /// The QR code is grey on grey.
    QrLowContrast,
    /// The QR code is far too large.
    QrHuge,
    /// The QR code is far too small.
    QrSmall,
    /// A code works as often as one likes.
    AcceptReplay,
    /// Right codes are refused.
    RejectValid {
        /// So many of them.
        #[serde(default = "once")]
        n: u32,
    },
    /// Other steps are accepted than the profile says.
    Window {
        /// The first.
        lo: i64,
        /// The last.
        hi: i64,
    },
    /// Wrong codes lock the account, whatever the profile says.
    LockAfter {
        /// So many of them.
        #[serde(default = "three")]
        n: u32,
        /// For so many seconds of the world's clock.
        #[serde(default = "five_minutes")]
        hold_s: u64,
    },
    /// A recovery code works again.
    CodeNotConsumed,
    /// Mails are lost.
    MailDrop,
    /// Mails come late.
    MailDelay {
        /// By so many seconds of the world's clock.
        s: u64,
    },
    /// Mails hold another code than the site waits for.
    MailWrongCode,
    /// The virtual device is lost. Nothing happens to the site.
    LostDevice,
    /// Something stored is changed behind the person's back.
    Tamper {
        /// What.
        field: Tampered,
    },
    /// Codes are required from this moment on.
    EnforceNow,
}

fn other_issuer() -> String {
    "Somebody else".to_owned()
}

fn once() -> u32 {
    1
}

fn three() -> u32 {
    3
}

fn five_minutes() -> u64 {
    300
}

impl FaultKind {
    /// Reads a kind and its parameters. Where all of them have defaults, none need be there.
    pub(super) fn read(
        name: &str,
        params: Option<serde_json::Value>,
    ) -> Result<Self, serde_json::Error> {
        let bare = serde_json::json!({ "kind": name });
        let with = |params| serde_json::json!({ "kind": name, "params": params });
        match params {
            Some(params) => serde_json::from_value(with(params)),
            None => serde_json::from_value(bare).or_else(|error| {
                let none_needed = error.to_string().contains("missing field `params`");
                match none_needed {
                    true => serde_json::from_value(with(serde_json::json!({}))),
                    false => Err(error),
                }
            }),
        }
    }

    /// The name in the API and in events.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Delay { .. } => "delay",
            Self::HttpStatus { .. } => "http_status",
            Self::Reset { .. } => "reset",
            Self::Drip { .. } => "drip",
            Self::SessionDrop => "session_drop",
            Self::CsrfStale => "csrf_stale",
            Self::ClockSkew { .. } => "clock_skew",
            Self::QrWrongSecret => "qr_wrong_secret",
            Self::IssuerMismatch { .. } => "issuer_mismatch",
            Self::IssuerMissing => "issuer_missing",
            Self::ParamMismatch { .. } => "param_mismatch",
            Self::AlgSha256 => "alg_sha256",
            Self::Digits8 => "digits_8",
            Self::Period60 => "period_60",
            Self::SecretLowercase => "secret_lowercase",
            Self::SecretPadded => "secret_padded",
            Self::SecretSpaced => "secret_spaced",
            Self::SecretDashed => "secret_dashed",
            Self::SecretShort => "secret_short",
            Self::UriHotp => "uri_hotp",
            Self::QrDamaged => "qr_damaged",
            Self::QrLowContrast => "qr_low_contrast",
            Self::QrHuge => "qr_huge",
            Self::QrSmall => "qr_small",
            Self::AcceptReplay => "accept_replay",
            Self::RejectValid { .. } => "reject_valid",
            Self::Window { .. } => "window",
            Self::LockAfter { .. } => "lock_after",
            Self::CodeNotConsumed => "code_not_consumed",
            Self::MailDrop => "mail_drop",
            Self::MailDelay { .. } => "mail_delay",
            Self::MailWrongCode => "mail_wrong_code",
            Self::LostDevice => "lost_device",
            Self::Tamper { .. } => "tamper",
            Self::EnforceNow => "enforce_now",
        }
    }

    /// Where in a world's life it can fire.
    pub(super) const fn point(&self) -> Point {
        match self {
            Self::Delay { .. }
            | Self::HttpStatus { .. }
            | Self::Reset { .. }
            | Self::Drip { .. }
            | Self::SessionDrop
            | Self::CsrfStale
            | Self::LostDevice
            | Self::Tamper { .. }
            | Self::EnforceNow => Point::Request,
            Self::QrWrongSecret
            | Self::IssuerMismatch { .. }
            | Self::IssuerMissing
            | Self::ParamMismatch { .. }
            | Self::AlgSha256
            | Self::Digits8
            | Self::Period60
            | Self::SecretLowercase
            | Self::SecretPadded
            | Self::SecretSpaced
            | Self::SecretDashed
            | Self::SecretShort
            | Self::UriHotp
            | Self::QrDamaged
            | Self::QrLowContrast
            | Self::QrHuge
            | Self::QrSmall => Point::Provision,
            Self::ClockSkew { .. }
            | Self::AcceptReplay
            | Self::RejectValid { .. }
            | Self::Window { .. } => Point::Verify,
            Self::LockAfter { .. } => Point::Lock,
            Self::CodeNotConsumed => Point::Backup,
            Self::MailDrop | Self::MailDelay { .. } | Self::MailWrongCode => Point::Mail,
        }
    }
}

/// Where in a world's life a fault can fire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Point {
    /// When a request arrives.
    Request,
    /// When a new key is made.
    Provision,
    /// When a code of the app is checked.
    Verify,
    /// When wrong codes are counted.
    Lock,
    /// When a recovery code was right.
    Backup,
    /// When a mail is sent.
    Mail,
}

/// Every kind, its parameters and what it does, for help texts and lists.
pub const FAULT_KINDS: &[(&str, &str, &str)] = &[
    ("delay", "ms", "The answer comes late."),
    (
        "http_status",
        "status, when",
        "The answer is an error of HTTP, before or after the step is done.",
    ),
    (
        "reset",
        "when",
        "The connection is reset, before or after the step is done.",
    ),
    ("drip", "bytes_per_s", "The answer comes in drops."),
    ("session_drop", "", "The session is forgotten."),
    (
        "csrf_stale",
        "",
        "The form's token is taken for a stale one.",
    ),
    (
        "clock_skew",
        "s",
        "The site's clock is wrong where it checks codes.",
    ),
    (
        "qr_wrong_secret",
        "",
        "The QR code holds another key than the text beside it.",
    ),
    (
        "issuer_mismatch",
        "issuer",
        "The QR code's label names another issuer than its parameter.",
    ),
    ("issuer_missing", "", "The QR code names no issuer."),
    (
        "param_mismatch",
        "param",
        "The site checks with another algorithm, number of digits or period than the QR code says.",
    ),
    ("alg_sha256", "", "Codes are made with SHA-256."),
    ("digits_8", "", "Codes have eight digits."),
    ("period_60", "", "Codes last sixty seconds."),
    ("secret_lowercase", "", "The key is written in lower case."),
    ("secret_padded", "", "The key is written with padding."),
    ("secret_spaced", "", "The key is written with spaces."),
    (
        "secret_dashed",
        "",
        "The key is written with spaces and dashes.",
    ),
    ("secret_short", "", "The key has only five bytes."),
    ("uri_hotp", "", "The QR code is for codes by counter."),
    (
        "qr_damaged",
        "",
        "The QR code has a hole that no reader can mend.",
    ),
    ("qr_low_contrast", "", "The QR code is grey on grey."),
    ("qr_huge", "", "The QR code is far too large."),
    ("qr_small", "", "The QR code is far too small."),
    ("accept_replay", "", "A code works as often as one likes."),
    ("reject_valid", "n", "Right codes are refused, n of them."),
    (
        "window",
        "lo, hi",
        "Other steps are accepted than the profile says.",
    ),
    (
        "lock_after",
        "n, hold_s",
        "So many wrong codes lock the account for so long, whatever the profile says: 3 for 300 s.",
    ),
    ("code_not_consumed", "", "A recovery code works again."),
    ("mail_drop", "", "Mails are lost."),
    ("mail_delay", "s", "Mails come late, by the world's clock."),
    (
        "mail_wrong_code",
        "",
        "Mails hold another code than the site waits for.",
    ),
    (
        "lost_device",
        "",
        "The virtual device is lost; the site notices nothing.",
    ),
    (
        "tamper",
        "field",
        "The stored key or the stored recovery codes are changed behind the person's back.",
    ),
    ("enforce_now", "", "Codes are required from this moment on."),
];
