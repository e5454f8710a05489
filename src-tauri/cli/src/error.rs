//! What can go wrong, the exit code of each, and how it is told.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use keytick_texts::text;

use crate::commands::sim;
use crate::output;

/// Asked for and not achieved.
pub(crate) const FAILED: u8 = 1;
/// The command line is not one that this program knows.
pub(crate) const USAGE: u8 = 2;
/// The password is wrong.
pub(crate) const WRONG_PASSWORD: u8 = 3;
/// The vault's file is damaged or refused.
pub(crate) const REFUSED: u8 = 4;
/// The vault is busy, or was changed by another program.
pub(crate) const BUSY: u8 = 5;
/// Ended by Ctrl C.
pub(crate) const INTERRUPTED: u8 = 130;

/// Why a command did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error(transparent)]
    Accounts(#[from] keytick_accounts::Error),
    #[error(transparent)]
    Formats(#[from] keytick_formats::Error),
    #[error(transparent)]
    Otp(#[from] keytick_otp::Error),
    #[error(transparent)]
    Picture(#[from] keytick_qr::PictureError),
    #[error(transparent)]
    Sim(#[from] sim::Error),
    #[error(transparent)]
    Vault(#[from] keytick_vault::Error),

    #[error("interrupted")]
    Interrupted,
    #[error("cannot write the output: {0}")]
    Output(io::Error),
    #[error("cannot read {path}: {reason}")]
    File { path: PathBuf, reason: io::Error },
    #[error("cannot write {path}: {reason}")]
    Write { path: PathBuf, reason: io::Error },
    #[error("cannot read standard input: {0}")]
    Input(io::Error),
    #[error("standard input ended before the {0}")]
    InputEnded(&'static str),
    #[error("standard input has more than {0} MB")]
    InputTooLong(u64),
    #[error("standard input is not text")]
    InputNotText,
    #[error("no terminal to ask for the {0}")]
    NoTerminal(&'static str),
    #[error("no terminal to ask whether to go on")]
    NoTerminalToAsk,
    #[error("the two passwords differ")]
    PasswordsDiffer,
    #[error("there is no folder for the vault")]
    NoDataFolder,
    #[error("the answer was no")]
    Declined,
    #[error("not all files could be read")]
    Unread(u8),

    #[error("no code in any picture")]
    NothingFound,
    #[error("no picture could be read")]
    NothingRead,
    #[error("nothing to read in {0}")]
    EmptyFolder(PathBuf),
    #[error("no picture in this folder")]
    NoPicture,
    #[error("nothing to add")]
    NothingToAdd,
    #[error("nothing to export")]
    NothingToExport,
    #[error("neither a password nor --plain was given")]
    LockedOrPlain,
    #[error("several files need a folder")]
    NeedsFolder,
    #[error("the export would replace the vault")]
    OverVault,
    #[error("{} is no file", .0.display())]
    NotAFile(PathBuf),
    #[error("no field to change")]
    NothingToChange,
    #[error("--{field} does not go with {kind}")]
    FieldNotForType {
        field: &'static str,
        kind: &'static str,
    },
    #[error("--{0} does not go with a counter")]
    TimeForCounter(&'static str),
    #[error("no account matches {0}")]
    NoMatch(String),
    #[error("several accounts match {query}")]
    SeveralMatch {
        query: String,
        candidates: Vec<String>,
    },
    #[error("no account with id {0}")]
    UnknownId(String),
    #[error("{0} is not in the trash")]
    NotInTrash(String),
    #[error("no backup is whole")]
    NoGoodBackup,

    #[error("a transfer code, not one key")]
    Transfer,
    #[error("no clipboard")]
    NoClipboard,
    #[error("cannot copy a code that is used up")]
    NotCopied,
    #[error("the clipboard holds neither a picture nor a text")]
    ClipboardEmpty,
}

/// Every id that an error of this crate can have.
pub const ERROR_IDS: &[&str] = &[
    "cli-interrupted",
    "cli-output",
    "cli-file-not-found",
    "cli-file-forbidden",
    "cli-file-unreadable",
    "cli-file-unwritable",
    "cli-input",
    "cli-input-ended",
    "cli-input-too-long",
    "cli-input-not-text",
    "cli-no-terminal",
    "cli-no-terminal-to-ask",
    "cli-passwords-differ",
    "cli-no-data-folder",
    "cli-declined",
    "cli-unread",
    "cli-nothing-found",
    "cli-nothing-read",
    "cli-empty-folder",
    "cli-no-picture",
    "cli-nothing-to-add",
    "cli-nothing-to-change",
    "cli-nothing-to-export",
    "cli-locked-or-plain",
    "cli-needs-folder",
    "cli-over-vault",
    "cli-not-a-file",
    "cli-field-not-for-type",
    "cli-time-for-counter",
    "cli-no-match",
    "cli-several-match",
    "cli-unknown-id",
    "cli-not-in-trash",
    "cli-no-good-backup",
    "cli-otp-transfer",
    "cli-kdf-too-cheap",
    "cli-kdf-too-costly",
    "cli-no-clipboard",
    "cli-not-copied",
    "cli-clipboard-empty",
];

type Params = Vec<(&'static str, String)>;

impl Error {
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Sim(error) => error.exit_code(),
            Self::Vault(error) => vault_exit_code(error),
            Self::Accounts(
                keytick_accounts::Error::Payload(_) | keytick_accounts::Error::TooNew { .. },
            ) => REFUSED,
            Self::Formats(error) => formats_exit_code(error),
            Self::Interrupted => INTERRUPTED,
            Self::Unread(code) => *code,
            Self::InputEnded(_)
            | Self::InputTooLong(_)
            | Self::InputNotText
            | Self::NoTerminal(_)
            | Self::NoTerminalToAsk
            | Self::NothingToChange
            | Self::LockedOrPlain
            | Self::NeedsFolder
            | Self::OverVault
            | Self::NotAFile(_)
            | Self::FieldNotForType { .. }
            | Self::TimeForCounter(_) => USAGE,
            _ => FAILED,
        }
    }

    /// The message that tells a person.
    pub(crate) fn id(&self) -> &'static str {
        match self {
            Self::Accounts(error) => error.id(),
            Self::Formats(error) => error.id(),
            Self::Otp(error) => error.id(),
            Self::Picture(error) => error.id(),
            Self::Sim(error) => error.id(),
            // On the command line the numbers have names.
            Self::Vault(keytick_vault::Error::KdfTooCheap { .. }) => "cli-kdf-too-cheap",
            Self::Vault(keytick_vault::Error::KdfTooCostly { .. }) => "cli-kdf-too-costly",
            Self::Vault(error) => error.id(),
            Self::Interrupted => "cli-interrupted",
            Self::Output(_) => "cli-output",
            Self::File { reason, .. } => match reason.kind() {
                io::ErrorKind::NotFound => "cli-file-not-found",
                io::ErrorKind::PermissionDenied => "cli-file-forbidden",
                _ => "cli-file-unreadable",
            },
            Self::Write { .. } => "cli-file-unwritable",
            Self::Input(_) => "cli-input",
            Self::InputEnded(_) => "cli-input-ended",
            Self::InputTooLong(_) => "cli-input-too-long",
            Self::InputNotText => "cli-input-not-text",
            Self::NoTerminal(_) => "cli-no-terminal",
            Self::NoTerminalToAsk => "cli-no-terminal-to-ask",
            Self::PasswordsDiffer => "cli-passwords-differ",
            Self::NoDataFolder => "cli-no-data-folder",
            Self::Declined => "cli-declined",
            Self::Unread(_) => "cli-unread",
            Self::NothingFound => "cli-nothing-found",
            Self::NothingRead => "cli-nothing-read",
            Self::EmptyFolder(_) => "cli-empty-folder",
            Self::NoPicture => "cli-no-picture",
            Self::NothingToAdd => "cli-nothing-to-add",
            Self::NothingToChange => "cli-nothing-to-change",
            Self::NothingToExport => "cli-nothing-to-export",
            Self::LockedOrPlain => "cli-locked-or-plain",
            Self::NeedsFolder => "cli-needs-folder",
            Self::OverVault => "cli-over-vault",
            Self::NotAFile(_) => "cli-not-a-file",
            Self::FieldNotForType { .. } => "cli-field-not-for-type",
            Self::TimeForCounter(_) => "cli-time-for-counter",
            Self::NoMatch(_) => "cli-no-match",
            Self::SeveralMatch { .. } => "cli-several-match",
            Self::UnknownId(_) => "cli-unknown-id",
            Self::NotInTrash(_) => "cli-not-in-trash",
            Self::NoGoodBackup => "cli-no-good-backup",
            Self::Transfer => "cli-otp-transfer",
            Self::NoClipboard => "cli-no-clipboard",
            Self::NotCopied => "cli-not-copied",
            Self::ClipboardEmpty => "cli-clipboard-empty",
        }
    }

    /// The named parts of that message.
    pub(crate) fn params(&self) -> Params {
        match self {
            Self::Accounts(error) => error.params(),
            Self::Formats(error) => error.params(),
            Self::Otp(error) => error.params(),
            Self::Picture(error) => error.params(),
            Self::Sim(error) => error.params(),
            Self::Vault(error) => error.params(),
            Self::Output(reason) | Self::Input(reason) => vec![("reason", reason.to_string())],
            Self::File { reason, .. } | Self::Write { reason, .. } => {
                vec![("reason", reason.to_string())]
            }
            Self::InputEnded(what) | Self::NoTerminal(what) => {
                vec![("what", text(&format!("cli-what-{what}"), &[]))]
            }
            Self::InputTooLong(megabytes) => vec![("megabytes", megabytes.to_string())],
            Self::FieldNotForType { field, kind } => vec![
                ("field", format!("--{field}")),
                ("type", (*kind).to_owned()),
            ],
            Self::TimeForCounter(field) => vec![("field", format!("--{field}"))],
            Self::NoMatch(query) => vec![("query", query.clone())],
            Self::SeveralMatch { query, candidates } => vec![
                ("query", query.clone()),
                ("count", candidates.len().to_string()),
            ],
            Self::UnknownId(id) | Self::NotInTrash(id) => vec![("id", id.clone())],
            _ => Vec::new(),
        }
    }

    /// The file that the sentence is about, where the sentence does not name it.
    fn file(&self) -> Option<String> {
        match self {
            Self::File { path, .. }
            | Self::Write { path, .. }
            | Self::NotAFile(path)
            | Self::EmptyFolder(path) => Some(path.display().to_string()),
            _ => None,
        }
    }

    /// The whole sentence, as it also stands in JSON.
    pub(crate) fn sentence(&self) -> String {
        let params = self.params();
        output::sentence(self.id(), &borrowed(&params))
    }

    /// What to do about it, where there is something.
    pub(crate) fn hint(&self) -> Option<String> {
        if let Self::Sim(error) = self
            && let Some(hint) = error.told_hint()
        {
            return Some(output::plain(&hint));
        }
        let params = self.params();
        output::hint(self.id(), &borrowed(&params))
    }
}

/// Tells what went wrong and what to do about it.
pub(crate) fn report(error: &Error) -> ExitCode {
    if let Error::Output(reason) = error
        && reason.kind() == io::ErrorKind::BrokenPipe
    {
        // The reader has seen enough: `keytick list | head -1`.
        return ExitCode::SUCCESS;
    }
    if matches!(error, Error::Interrupted) {
        // Who presses Ctrl C knows; and the signal's own handler says nothing either.
        return ExitCode::from(INTERRUPTED);
    }
    let sentence = error.sentence();
    match error.file() {
        None => output::tell(&sentence),
        Some(file) => {
            let args = [("file", file.as_str()), ("reason", sentence.as_str())];
            output::tell(&output::sentence("cli-file-problem", &args));
        }
    }
    if let Error::SeveralMatch { candidates, .. } = error {
        for candidate in candidates {
            output::tell(candidate);
        }
    }
    if let Some(hint) = error.hint() {
        output::tell(&hint);
    }
    ExitCode::from(error.exit_code())
}

fn formats_exit_code(error: &keytick_formats::Error) -> u8 {
    use keytick_formats::Error as E;
    match error {
        E::WrongPassword => WRONG_PASSWORD,
        E::PasswordNeeded | E::PlainOnly | E::EncryptedOnly | E::NotWritten => USAGE,
        E::Damaged { .. }
        | E::TooCostly { .. }
        | E::TooSlow { .. }
        | E::TooLarge { .. }
        | E::TooMany { .. }
        | E::TooDeep
        | E::TooNew
        | E::NewerVersion { .. }
        | E::Closed { .. }
        | E::Empty
        | E::Unknown => REFUSED,
        E::Cancelled => INTERRUPTED,
        _ => FAILED,
    }
}

fn vault_exit_code(error: &keytick_vault::Error) -> u8 {
    use keytick_vault::Error as E;
    match error {
        E::WrongPassword { .. } | E::WrongRecoveryKey { .. } | E::WrongKeychainKey { .. } => {
            WRONG_PASSWORD
        }
        E::NotAFile { .. }
        | E::NotAVault { .. }
        | E::Damaged { .. }
        | E::TooNew { .. }
        | E::Tampered { .. } => REFUSED,
        E::Busy { .. } | E::OlderCopy { .. } | E::Forked { .. } | E::Replaced { .. } => BUSY,
        E::PasswordEmpty | E::PasswordTooLong | E::KdfTooCheap { .. } | E::KdfTooCostly { .. } => {
            USAGE
        }
        _ => FAILED,
    }
}

/// Message parameters as the texts take them.
pub(crate) fn borrowed<'a>(params: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    params
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect()
}
