//! Damage everywhere: every bit of a small vault, every length, always refused by the right
//! check.

use std::fs::File;

use keytick_vault::{Credential, LockedVault, RecoveryKey};

use crate::support::{folder, overwrite, password, path_in};
use crate::writer::{PASSWORD, RECOVERY, Writer, make_trailer_good, password_slot, recovery_slot};

/// A vault with a recovery and a password slot; opened with the recovery key, which costs
/// no time.
fn small() -> Vec<u8> {
    Writer::with(|writer| {
        let slots = [recovery_slot(1), password_slot(2, (19 * 1024, 1, 1))];
        writer.header["slots"] = slots.into();
    })
}

/// Tries files one after the other and tells the class of the refusal, or none.
struct Trial {
    folder: tempfile::TempDir,
    file: File,
    recovery: RecoveryKey,
}

impl Trial {
    fn new() -> Self {
        let folder = folder();
        Self {
            file: File::create(path_in(&folder)).unwrap(),
            folder,
            recovery: RecoveryKey::parse(RECOVERY).unwrap(),
        }
    }

    fn class(&mut self, bytes: &[u8]) -> Option<&'static str> {
        let recovery = self.recovery.clone();
        self.class_with(bytes, Credential::Recovery(&recovery))
    }

    fn class_with(&mut self, bytes: &[u8], credential: Credential) -> Option<&'static str> {
        overwrite(&mut self.file, bytes);
        let opened =
            LockedVault::open(&path_in(&self.folder)).and_then(|locked| locked.unlock(credential));
        opened
            .err()
            .map(|error| error.class().expect("refused by a check"))
    }
}

/// Where the header ends and where the payload begins.
fn borders(vault: &[u8]) -> (usize, usize) {
    let header = u32::from_be_bytes(vault[12..16].try_into().unwrap());
    (24 + header as usize, 24 + header as usize + 32)
}

#[test]
fn every_flipped_bit_is_damage() {
    let (vault, mut trial) = (small(), Trial::new());
    assert_eq!(trial.class(&vault), None);
    for bit in 0..vault.len() * 8 {
        let mut flipped = vault.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let expected = match bit / 8 {
            0..8 => "magic",
            12..24 => "length",
            _ => "trailer",
        };
        assert_eq!(trial.class(&flipped), Some(expected), "bit {bit}");
    }
}

#[test]
fn every_flipped_bit_under_a_good_trailer_is_found_by_a_deeper_check() {
    let (vault, mut trial) = (small(), Trial::new());
    let (header_end, payload_start) = borders(&vault);
    for bit in 0..(vault.len() - 32) * 8 {
        let mut flipped = vault.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        make_trailer_good(&mut flipped);
        let class = trial.class(&flipped);
        let right = match bit / 8 {
            0..8 => class == Some("magic"),
            8..10 => class == Some("version"),
            10..12 => class == Some("header-mac"),
            12..24 => class == Some("length"),
            at if at < header_end => matches!(
                class,
                Some("header" | "version" | "slot" | "password" | "header-mac")
            ),
            at if at < payload_start => class == Some("header-mac"),
            _ => class == Some("payload"),
        };
        assert!(right, "bit {bit}: {class:?}");
    }
}

#[test]
fn what_is_changed_in_the_used_slot_is_named() {
    let (vault, mut trial) = (small(), Trial::new());
    let slot = recovery_slot(1);
    for (value, expected) in [
        (&slot["commit"], "password"),
        (&slot["kdf"]["salt"], "password"),
        (&slot["wrap"]["ct"], "slot"),
    ] {
        let value = value.as_str().unwrap().as_bytes();
        // The recovery slot may share its salt with the password slot: the right one is the
        // one nearest to the slot's type.
        let slot_at = find(&vault, b"hkdf-sha256");
        let at = positions(&vault, value)
            .min_by_key(|at| at.abs_diff(slot_at))
            .unwrap();
        let mut changed = vault.clone();
        changed[at] = if changed[at] == b'0' { b'1' } else { b'0' };
        make_trailer_good(&mut changed);
        assert_eq!(trial.class(&changed), Some(expected));
    }
}

fn positions<'a>(bytes: &'a [u8], part: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    (0..bytes.len()).filter(move |at| bytes[*at..].starts_with(part))
}

fn find(bytes: &[u8], part: &[u8]) -> usize {
    positions(bytes, part).next().unwrap()
}

#[test]
fn every_truncation_is_damage() {
    let (vault, mut trial) = (small(), Trial::new());
    for length in 0..vault.len() {
        assert_eq!(trial.class(&vault[..length]), Some("length"), "{length}");
    }
}

#[test]
fn whatever_follows_the_vault_is_damage() {
    let (vault, mut trial) = (small(), Trial::new());
    for extra in [1, 31, 32, 33, 512, 4096] {
        let longer = [vault.as_slice(), &vec![0; extra]].concat();
        assert_eq!(trial.class(&longer), Some("length"), "{extra}");
    }
}

#[test]
fn parts_of_two_vaults_make_no_vault() {
    let mut trial = Trial::new();
    let (one, two) = (
        small(),
        Writer::with(|writer| {
            let slots = [recovery_slot(1), password_slot(2, (19 * 1024, 1, 1))];
            writer.header["slots"] = slots.into();
            writer.header["generation"] = 2.into();
            writer.plain[4] = b'z';
        }),
    );
    assert_eq!(one.len(), two.len());
    let (header_end, payload_start) = borders(&one);
    for (border, expected) in [(header_end, "header-mac"), (payload_start, "payload")] {
        let mut spliced = [&one[..border], &two[border..]].concat();
        assert_eq!(trial.class(&spliced), Some("trailer"));
        make_trailer_good(&mut spliced);
        assert_eq!(trial.class(&spliced), Some(expected));
    }
}

#[test]
fn every_changed_character_of_a_password_slot_is_found() {
    let vault = Writer::with(|writer| {
        writer.header["slots"] = [password_slot(2, (19 * 1024, 1, 1))].into();
    });
    let typed = password(PASSWORD);
    let mut trial = Trial::new();
    assert_eq!(trial.class_with(&vault, Credential::Password(&typed)), None);
    let (start, end) = (find(&vault, b"\"slots\""), find(&vault, b"\"vault_id\""));
    assert!(start < end, "names are in alphabetical order");
    // Every third one: each costs a key derivation.
    for at in (start..end).step_by(3) {
        let mut flipped = vault.clone();
        flipped[at] ^= 1;
        make_trailer_good(&mut flipped);
        let class = trial.class_with(&flipped, Credential::Password(&typed));
        let right = ["header", "slot", "password", "header-mac"];
        assert!(
            class.is_some_and(|class| right.contains(&class)),
            "byte {at}: {class:?}"
        );
    }
}
