//! One of every error, and what it tells: its sentence's id and values, and its class.

use std::io;
use std::path::{Path, PathBuf};

use super::{ERROR_IDS, Error};
use crate::check::Check;
use crate::step::Step;

/// An error's id, the named values beside the path in one line, and its class.
type Told = (&'static str, &'static str, Option<&'static str>);

fn path() -> PathBuf {
    "v".into()
}

fn source() -> io::Error {
    io::ErrorKind::StorageFull.into()
}

fn of_a_vault() -> Vec<(Error, Told)> {
    let (check, step) = (Check::Trailer, Step::WriteTemp);
    vec![
        (
            Error::NotFound { path: path() },
            ("vault-not-found", "", None),
        ),
        (Error::Exists { path: path() }, ("vault-exists", "", None)),
        (
            Error::BrokenLink { path: path() },
            ("vault-broken-link", "", None),
        ),
        (
            Error::NotAFile { path: path() },
            ("vault-not-a-file", "", None),
        ),
        (
            Error::FolderMissing { path: path() },
            ("vault-folder-missing", "", None),
        ),
        (
            Error::NotAVault { path: path() },
            ("vault-not-a-vault", "", Some("magic")),
        ),
        (
            Error::Damaged {
                path: path(),
                check,
                detail: "short".into(),
            },
            ("vault-damaged", "check=trailer", Some("trailer")),
        ),
        (
            Error::TooNew {
                path: path(),
                needs: "format 2.0".into(),
            },
            ("vault-too-new", "needs=format 2.0", Some("version")),
        ),
        (
            Error::Tampered {
                path: path(),
                check: Check::Payload,
            },
            ("vault-tampered", "check=payload", Some("payload")),
        ),
        (
            Error::WrongPassword { path: path() },
            ("vault-wrong-password", "", Some("password")),
        ),
        (
            Error::WrongRecoveryKey { path: path() },
            ("vault-wrong-recovery-key", "", Some("password")),
        ),
        (
            Error::WrongKeychainKey { path: path() },
            ("vault-wrong-keychain-key", "", Some("password")),
        ),
        (
            Error::WrongPin { path: path() },
            ("vault-wrong-pin", "", None),
        ),
        (
            Error::NoSlot {
                path: path(),
                kind: "recovery",
            },
            ("vault-no-slot", "kind=recovery", Some("password")),
        ),
        (
            Error::NotEnoughMemory {
                path: path(),
                mib: 512,
            },
            ("vault-not-enough-memory", "mib=512", None),
        ),
        (Error::Busy { path: path() }, ("vault-busy", "", None)),
        (
            Error::Overtaken { path: path() },
            ("vault-overtaken", "", None),
        ),
        (
            Error::NoLocks { path: path() },
            ("vault-no-locks", "", None),
        ),
        (
            Error::ReadOnly { path: path(), step },
            ("vault-read-only", "", None),
        ),
        (
            Error::NotPermitted { path: path() },
            ("vault-not-permitted", "", None),
        ),
        (
            Error::DiskFull { path: path(), step },
            ("vault-disk-full", "", None),
        ),
        (
            Error::Io {
                path: path(),
                step,
                source: source(),
            },
            ("vault-io", "step=write-temp reason=full", None),
        ),
        (
            Error::Held {
                path: path(),
                recovery: "v.recovery-2".into(),
            },
            ("vault-held", "recovery=v.recovery-2", None),
        ),
        (
            Error::NoBackup {
                path: path(),
                source: source(),
            },
            ("vault-no-backup", "reason=full", None),
        ),
        (
            Error::OldBackups {
                path: path(),
                source: source(),
            },
            ("vault-old-backups", "reason=full", None),
        ),
        (
            Error::OlderCopy {
                path: path(),
                found: 3,
                known: 5,
            },
            ("vault-older-copy", "found=3 known=5", None),
        ),
        (
            Error::Forked {
                path: path(),
                generation: 7,
            },
            ("vault-forked", "", None),
        ),
        (
            Error::Replaced { path: path() },
            ("vault-replaced", "", None),
        ),
        (
            Error::TooLarge {
                path: path(),
                what: "slots",
            },
            ("vault-too-large", "what=slots", None),
        ),
        (
            Error::ReadBack { path: path() },
            ("vault-read-back", "", None),
        ),
    ]
}

fn of_what_is_typed() -> Vec<(Error, Told)> {
    let (memory_mib, passes, product_mib) = (64, 3, 4096);
    vec![
        (Error::SealedName, ("vault-sealed-name", "", None)),
        (Error::PasswordEmpty, ("vault-password-empty", "", None)),
        (
            Error::PasswordTooLong,
            ("vault-password-too-long", "", None),
        ),
        (
            Error::RecoveryKeyLength { found: 31 },
            ("vault-recovery-key-length", "found=31", None),
        ),
        (
            Error::RecoveryKeyCharacter {
                position: 5,
                character: '!',
            },
            (
                "vault-recovery-key-character",
                "position=5 character=!",
                None,
            ),
        ),
        (
            Error::RecoveryKeyTypo,
            ("vault-recovery-key-typo", "", None),
        ),
        (
            Error::KdfTooCheap { memory_mib, passes },
            ("vault-kdf-too-cheap", "memory=64 passes=3", None),
        ),
        (
            Error::KdfTooCostly {
                memory_mib,
                passes,
                product_mib,
            },
            (
                "vault-kdf-too-costly",
                "memory=64 passes=3 product=4096",
                None,
            ),
        ),
        (Error::Random, ("vault-random", "", None)),
    ]
}

fn values(error: &Error) -> String {
    let params = error.params();
    let beside_path = params.iter().filter(|(name, _)| *name != "path");
    let texts: Vec<String> = beside_path
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    texts.join(" ")
}

#[test]
fn every_error_tells_its_sentence_and_its_class() {
    let all: Vec<_> = of_a_vault().into_iter().chain(of_what_is_typed()).collect();
    for (error, (id, params, class)) in &all {
        assert_eq!((error.id(), error.class()), (*id, *class));
        assert_eq!(values(error), *params, "{id}");
    }
    let ids: Vec<&str> = all.iter().map(|(_, (id, ..))| *id).collect();
    assert_eq!(ids, ERROR_IDS);
}

#[test]
fn errors_of_a_vault_name_it_first() {
    for (error, (id, ..)) in of_a_vault() {
        assert_eq!(error.path(), Some(Path::new("v")), "{id}");
        assert_eq!(error.params()[0], ("path", "v".to_owned()), "{id}");
    }
    for (error, (id, ..)) in of_what_is_typed() {
        assert_eq!(error.path(), None, "{id}");
    }
}
