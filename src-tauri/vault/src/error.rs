//! What can go wrong with a vault: one enum, with a stable id for every sentence that a
//! person reads.

#[cfg(test)]
mod every;
mod reason;

use std::io;
use std::path::{Path, PathBuf};

use crate::check::Check;
use crate::step::Step;
pub(crate) use reason::FormerName;
use reason::reason;

/// Why something could not be done with a vault.
///
/// No variant holds a password, a key or a byte of the payload.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no file at this path.
    #[error("cannot open vault {path}: no such file", path = path.display())]
    NotFound {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Something is already at the path of a new vault.
    #[error("cannot create vault {path}: something is there already", path = path.display())]
    Exists {
        /// The path that is taken.
        path: PathBuf,
    },
    /// The path is a link that leads nowhere, as one to a drive that is not there.
    #[error("cannot open vault {path}: it is a link that leads nowhere", path = path.display())]
    BrokenLink {
        /// The link.
        path: PathBuf,
    },
    /// The path names a folder or a device.
    #[error("cannot open vault {path}: not a file", path = path.display())]
    NotAFile {
        /// What was opened.
        path: PathBuf,
    },
    /// The folder of the vault is gone.
    #[error("cannot save vault {path}: its folder is missing", path = path.display())]
    FolderMissing {
        /// The vault.
        path: PathBuf,
    },
    /// The file is something else than a vault.
    #[error("cannot open vault {path}: not a Keytick vault", path = path.display())]
    NotAVault {
        /// The file.
        path: PathBuf,
    },
    /// The file is incomplete, changed or malformed.
    #[error("cannot open vault {path}: damaged, check {check} failed: {detail}", path = path.display(), check = check.name())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The check that failed.
        check: Check,
        /// What exactly, in words without any content of the file.
        detail: String,
    },
    /// A newer Keytick wrote the file.
    #[error("cannot open vault {path}: it needs a newer Keytick ({needs})", path = path.display())]
    TooNew {
        /// The file.
        path: PathBuf,
        /// What it needs, for example `format 2.0`.
        needs: String,
    },
    /// The file is whole, but somebody without its key changed it.
    #[error("cannot open vault {path}: it was changed by something else than Keytick, check {check} failed", path = path.display(), check = check.name())]
    Tampered {
        /// The file.
        path: PathBuf,
        /// The check that failed.
        check: Check,
    },
    /// The password is not this vault's.
    #[error("cannot open vault {path}: wrong password", path = path.display())]
    WrongPassword {
        /// The file.
        path: PathBuf,
    },
    /// The recovery key is not this vault's, or no longer.
    #[error("cannot open vault {path}: wrong recovery key", path = path.display())]
    WrongRecoveryKey {
        /// The file.
        path: PathBuf,
    },
    /// The key from the system's keychain is not this vault's, or no longer.
    #[error("cannot open vault {path}: wrong key from the keychain", path = path.display())]
    WrongKeychainKey {
        /// The file.
        path: PathBuf,
    },
    /// The PIN is not the one that was set.
    #[error("cannot open vault {path}: wrong PIN", path = path.display())]
    WrongPin {
        /// The file.
        path: PathBuf,
    },
    /// The vault has no slot of the kind that was tried.
    #[error("cannot open vault {path}: it has no {kind} slot", path = path.display())]
    NoSlot {
        /// The file.
        path: PathBuf,
        /// The slot type, for example `recovery`.
        kind: &'static str,
    },
    /// The password asks for more memory than this machine can give. Nothing is wrong with
    /// the file, so this has no [`Error::class`]; the recovery key opens it all the same.
    #[error("cannot open vault {path}: its password check needs {mib} MiB of memory", path = path.display())]
    NotEnoughMemory {
        /// The file.
        path: PathBuf,
        /// What the key derivation needs, in MiB.
        mib: u32,
    },
    /// Another program holds the vault's lock.
    #[error("cannot save vault {path}: another program is saving it", path = path.display())]
    Busy {
        /// The vault.
        path: PathBuf,
    },
    /// Another program put another file in the vault's place while this one was saved, and did
    /// so at every try. That file was not touched.
    #[error("cannot save vault {path}: other files are put in its place", path = path.display())]
    Overtaken {
        /// The vault.
        path: PathBuf,
    },
    /// The drive has no locks to give, so two programs could save at once.
    #[error("cannot save vault {path}: its drive gives no locks", path = path.display())]
    NoLocks {
        /// The vault.
        path: PathBuf,
    },
    /// The vault's file or folder may not be written.
    #[error("cannot save vault {path}: the file or its folder is read-only ({step})", path = path.display(), step = step.name())]
    ReadOnly {
        /// The vault.
        path: PathBuf,
        /// The step at which this was seen.
        step: Step,
    },
    /// The vault's file may not be read.
    #[error("cannot open vault {path}: no permission to read it", path = path.display())]
    NotPermitted {
        /// The file.
        path: PathBuf,
    },
    /// The disk or the person's share of it is full.
    #[error("cannot save vault {path}: the disk is full ({step})", path = path.display(), step = step.name())]
    DiskFull {
        /// The vault.
        path: PathBuf,
        /// The step at which this was seen.
        step: Step,
    },
    /// The operating system refused for another reason.
    #[error("cannot use vault {path}: {step} failed: {source}", path = path.display(), step = step.name())]
    Io {
        /// The vault.
        path: PathBuf,
        /// The step that failed.
        step: Step,
        /// What the system said.
        source: io::Error,
    },
    /// Another program holds the vault's file, so that no other can take its place. The new
    /// one is whole and lies beside it.
    #[error("cannot save vault {path}: another program holds the file; the new one is {recovery}", path = path.display(), recovery = recovery.display())]
    Held {
        /// The vault.
        path: PathBuf,
        /// Where the new file is.
        recovery: PathBuf,
    },
    /// The vault was saved, but the generation before could not be kept as a backup.
    #[error("saved vault {path}, but not the backup of what was there before: {source}", path = path.display())]
    NoBackup {
        /// The vault.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The vault has a new key, but backups from before, which open with what opened it then,
    /// could not be removed.
    #[error("gave vault {path} a new key, but could not remove the backups from before: {source}", path = path.display())]
    OldBackups {
        /// The vault.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// An older copy lies where the open vault was.
    #[error("cannot save vault {path}: an older copy was put in its place (generation {found}, expected {known} or later)", path = path.display())]
    OlderCopy {
        /// The vault.
        path: PathBuf,
        /// The generation of the file that is there now.
        found: u64,
        /// The generation that was last read or written.
        known: u64,
    },
    /// Another copy of the same age lies where the open vault was.
    #[error("cannot save vault {path}: a different copy was put in its place (generation {generation})", path = path.display())]
    Forked {
        /// The vault.
        path: PathBuf,
        /// The generation that both copies have.
        generation: u64,
    },
    /// Another vault lies where the open one was.
    #[error("cannot save vault {path}: another vault was put in its place", path = path.display())]
    Replaced {
        /// The path.
        path: PathBuf,
    },
    /// What should be stored is over a limit of the format.
    #[error("cannot save vault {path}: {what} over the limit of the format", path = path.display())]
    TooLarge {
        /// The vault.
        path: PathBuf,
        /// What is too large: `payload`, `header` or `slots`.
        what: &'static str,
    },
    /// A new file could not be read back as it was written.
    #[error("cannot save vault {path}: what the disk holds is not what was written", path = path.display())]
    ReadBack {
        /// The vault.
        path: PathBuf,
    },
    /// The name of a sealed file has other characters than `a-z`, `0-9` and `-`, or is taken.
    #[error("cannot use sealed file: not a usable name")]
    SealedName,
    /// The password is empty.
    #[error("the password is empty")]
    PasswordEmpty,
    /// The password is longer than 1024 bytes.
    #[error("the password is longer than 1024 bytes")]
    PasswordTooLong,
    /// A recovery key has too few or too many characters.
    #[error("the recovery key has {found} characters instead of 32")]
    RecoveryKeyLength {
        /// How many were typed, separators not counted.
        found: usize,
    },
    /// A character that no recovery key has.
    #[error("the recovery key has an unknown character at position {position}")]
    RecoveryKeyCharacter {
        /// Its position, from 1, separators not counted.
        position: usize,
        /// The character.
        character: char,
    },
    /// The check characters disagree: something is mistyped.
    #[error("the recovery key has a typing mistake")]
    RecoveryKeyTypo,
    /// Key derivation numbers under what is safe.
    #[error("the password check is too cheap: at least {memory_mib} MiB and {passes} passes")]
    KdfTooCheap {
        /// The least memory, in MiB.
        memory_mib: u32,
        /// The least number of passes.
        passes: u32,
    },
    /// Key derivation numbers over what the format allows.
    #[error(
        "the password check is too costly: at most {memory_mib} MiB and {passes} passes, and {product_mib} MiB in all passes together"
    )]
    KdfTooCostly {
        /// The most memory, in MiB.
        memory_mib: u32,
        /// The most passes.
        passes: u32,
        /// The most memory times passes, in MiB.
        product_mib: u32,
    },
    /// The operating system gave no random bytes.
    #[error("the operating system gives no random numbers")]
    Random,
}

/// Every id that [`Error::id`] can return.
pub const ERROR_IDS: &[&str] = &[
    "vault-not-found",
    "vault-exists",
    "vault-broken-link",
    "vault-not-a-file",
    "vault-folder-missing",
    "vault-not-a-vault",
    "vault-damaged",
    "vault-too-new",
    "vault-tampered",
    "vault-wrong-password",
    "vault-wrong-recovery-key",
    "vault-wrong-keychain-key",
    "vault-wrong-pin",
    "vault-no-slot",
    "vault-not-enough-memory",
    "vault-busy",
    "vault-overtaken",
    "vault-no-locks",
    "vault-read-only",
    "vault-not-permitted",
    "vault-disk-full",
    "vault-io",
    "vault-held",
    "vault-no-backup",
    "vault-old-backups",
    "vault-older-copy",
    "vault-forked",
    "vault-replaced",
    "vault-too-large",
    "vault-read-back",
    "vault-sealed-name",
    "vault-password-empty",
    "vault-password-too-long",
    "vault-recovery-key-length",
    "vault-recovery-key-character",
    "vault-recovery-key-typo",
    "vault-kdf-too-cheap",
    "vault-kdf-too-costly",
    "vault-random",
];

impl Error {
    /// The id of the sentence that a person reads.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "vault-not-found",
            Self::Exists { .. } => "vault-exists",
            Self::BrokenLink { .. } => "vault-broken-link",
            Self::NotAFile { .. } => "vault-not-a-file",
            Self::FolderMissing { .. } => "vault-folder-missing",
            Self::NotAVault { .. } => "vault-not-a-vault",
            Self::Damaged { .. } => "vault-damaged",
            Self::TooNew { .. } => "vault-too-new",
            Self::Tampered { .. } => "vault-tampered",
            Self::WrongPassword { .. } => "vault-wrong-password",
            Self::WrongRecoveryKey { .. } => "vault-wrong-recovery-key",
            Self::WrongKeychainKey { .. } => "vault-wrong-keychain-key",
            Self::WrongPin { .. } => "vault-wrong-pin",
            Self::NoSlot { .. } => "vault-no-slot",
            Self::NotEnoughMemory { .. } => "vault-not-enough-memory",
            Self::Busy { .. } => "vault-busy",
            Self::Overtaken { .. } => "vault-overtaken",
            Self::NoLocks { .. } => "vault-no-locks",
            Self::ReadOnly { .. } => "vault-read-only",
            Self::NotPermitted { .. } => "vault-not-permitted",
            Self::DiskFull { .. } => "vault-disk-full",
            Self::Io { .. } => "vault-io",
            Self::Held { .. } => "vault-held",
            Self::NoBackup { .. } => "vault-no-backup",
            Self::OldBackups { .. } => "vault-old-backups",
            Self::OlderCopy { .. } => "vault-older-copy",
            Self::Forked { .. } => "vault-forked",
            Self::Replaced { .. } => "vault-replaced",
            Self::TooLarge { .. } => "vault-too-large",
            Self::ReadBack { .. } => "vault-read-back",
            Self::SealedName => "vault-sealed-name",
            Self::PasswordEmpty => "vault-password-empty",
            Self::PasswordTooLong => "vault-password-too-long",
            Self::RecoveryKeyLength { .. } => "vault-recovery-key-length",
            Self::RecoveryKeyCharacter { .. } => "vault-recovery-key-character",
            Self::RecoveryKeyTypo => "vault-recovery-key-typo",
            Self::KdfTooCheap { .. } => "vault-kdf-too-cheap",
            Self::KdfTooCostly { .. } => "vault-kdf-too-costly",
            Self::Random => "vault-random",
        }
    }

    /// The named values of that sentence.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        let mut params = Vec::new();
        if let Some(path) = self.path() {
            params.push(("path", path.display().to_string()));
        }
        match self {
            Self::Damaged { check, .. } | Self::Tampered { check, .. } => {
                params.push(("check", check.name().to_owned()));
            }
            Self::TooNew { needs, .. } => params.push(("needs", needs.clone())),
            Self::NoSlot { kind, .. } => params.push(("kind", (*kind).to_owned())),
            Self::NotEnoughMemory { mib, .. } => params.push(("mib", mib.to_string())),
            Self::Io { step, source, .. } => {
                params.push(("step", step.name().to_owned()));
                params.push(("reason", reason(source).to_owned()));
            }
            Self::Held { recovery, .. } => {
                params.push(("recovery", recovery.display().to_string()));
            }
            Self::NoBackup { source, .. } | Self::OldBackups { source, .. } => {
                params.push(("reason", reason(source).to_owned()));
            }
            Self::OlderCopy { found, known, .. } => {
                params.push(("found", found.to_string()));
                params.push(("known", known.to_string()));
            }
            Self::TooLarge { what, .. } => params.push(("what", (*what).to_owned())),
            Self::RecoveryKeyLength { found } => params.push(("found", found.to_string())),
            Self::RecoveryKeyCharacter {
                position,
                character,
            } => {
                params.push(("position", position.to_string()));
                params.push(("character", character.to_string()));
            }
            Self::KdfTooCheap { memory_mib, passes } => {
                params.push(("memory", memory_mib.to_string()));
                params.push(("passes", passes.to_string()));
            }
            Self::KdfTooCostly {
                memory_mib,
                passes,
                product_mib,
            } => {
                params.push(("memory", memory_mib.to_string()));
                params.push(("passes", passes.to_string()));
                params.push(("product", product_mib.to_string()));
            }
            _ => {}
        }
        params
    }

    /// The check that refused the file, where this error is about a file's content:
    /// `magic`, `length`, `trailer`, `version`, `header`, `slot`, `password`, `header-mac`,
    /// `payload` or `padding`. None where it is about something else: the place, the disk, or
    /// this machine's memory.
    #[must_use]
    pub fn class(&self) -> Option<&'static str> {
        let check = match self {
            Self::NotAVault { .. } => Check::Magic,
            Self::TooNew { .. } => Check::Version,
            Self::WrongPassword { .. }
            | Self::WrongRecoveryKey { .. }
            | Self::WrongKeychainKey { .. }
            | Self::NoSlot { .. } => Check::Password,
            Self::Damaged { check, .. } | Self::Tampered { check, .. } => *check,
            _ => return None,
        };
        Some(check.name())
    }

    /// The vault that the error is about.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::NotFound { path }
            | Self::Exists { path }
            | Self::BrokenLink { path }
            | Self::NotAFile { path }
            | Self::FolderMissing { path }
            | Self::NotAVault { path }
            | Self::Damaged { path, .. }
            | Self::TooNew { path, .. }
            | Self::Tampered { path, .. }
            | Self::WrongPassword { path }
            | Self::WrongRecoveryKey { path }
            | Self::WrongKeychainKey { path }
            | Self::WrongPin { path }
            | Self::NoSlot { path, .. }
            | Self::NotEnoughMemory { path, .. }
            | Self::Busy { path }
            | Self::Overtaken { path }
            | Self::NoLocks { path }
            | Self::ReadOnly { path, .. }
            | Self::NotPermitted { path }
            | Self::DiskFull { path, .. }
            | Self::Io { path, .. }
            | Self::Held { path, .. }
            | Self::NoBackup { path, .. }
            | Self::OldBackups { path, .. }
            | Self::OlderCopy { path, .. }
            | Self::Forked { path, .. }
            | Self::Replaced { path }
            | Self::TooLarge { path, .. }
            | Self::ReadBack { path } => Some(path),
            Self::SealedName
            | Self::PasswordEmpty
            | Self::PasswordTooLong
            | Self::RecoveryKeyLength { .. }
            | Self::RecoveryKeyCharacter { .. }
            | Self::RecoveryKeyTypo
            | Self::KdfTooCheap { .. }
            | Self::KdfTooCostly { .. }
            | Self::Random => None,
        }
    }

    /// What the operating system said at `step`, in the vault's terms.
    pub(crate) fn io(step: Step, path: &Path, source: io::Error) -> Self {
        use io::ErrorKind::{
            NotFound, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem, StorageFull,
        };
        let path = path.to_owned();
        match (source.kind(), step) {
            // The file is in place, so it would be wrong to say that it could not be saved.
            (_, Step::SyncFolder) => Self::Io { path, step, source },
            (NotFound, Step::Read) => Self::NotFound { path },
            (NotFound, _) => Self::FolderMissing { path },
            (PermissionDenied, Step::Read) => Self::NotPermitted { path },
            (PermissionDenied | ReadOnlyFilesystem, _) => Self::ReadOnly { path, step },
            (StorageFull | QuotaExceeded, _) => Self::DiskFull { path, step },
            _ => Self::Io { path, step, source },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: io::ErrorKind, step: Step) -> &'static str {
        Error::io(step, Path::new("v"), kind.into()).id()
    }

    #[test]
    fn what_the_system_says_is_named_for_the_person() {
        use io::ErrorKind::*;
        assert_eq!(said(NotFound, Step::Read), "vault-not-found");
        assert_eq!(said(NotFound, Step::Lock), "vault-folder-missing");
        assert_eq!(said(PermissionDenied, Step::Read), "vault-not-permitted");
        assert_eq!(said(PermissionDenied, Step::Lock), "vault-read-only");
        assert_eq!(
            said(ReadOnlyFilesystem, Step::CreateTemp),
            "vault-read-only"
        );
        assert_eq!(said(StorageFull, Step::WriteTemp), "vault-disk-full");
        assert_eq!(said(QuotaExceeded, Step::SyncTemp), "vault-disk-full");
        assert_eq!(said(TimedOut, Step::Replace), "vault-io");
        assert_eq!(said(PermissionDenied, Step::SyncFolder), "vault-io");
    }

    #[test]
    fn ids_are_listed_once() {
        let mut ids = ERROR_IDS.to_vec();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), ERROR_IDS.len());
    }
}
