//! Other copies of a vault: beside it, in its place, and older than what was seen.
//!
//! The payloads here are words, and joining them is what a merge of sets is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use keytick_vault::{
    Credential, Error, Join, KdfCost, LockedVault, Merged, RecoveryKey, Seen, Vault, backups,
};
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::support::{folder, password, path_in, put, reload, stamp, vault_with_recovery};

fn words(payload: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(payload);
    text.split_whitespace().map(str::to_owned).collect()
}

/// What both have, and what one of them added to the ancestor's words.
fn join(it: Join<'_>) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (base, ours, theirs) = (
        words(it.base.unwrap_or_default()),
        words(it.ours),
        words(it.theirs),
    );
    let stays =
        |word: &&String| ours.contains(*word) && theirs.contains(*word) || !base.contains(*word);
    let joined: Vec<&str> = ours
        .union(&theirs)
        .filter(stays)
        .map(String::as_str)
        .collect();
    Ok(Zeroizing::new(joined.join(" ").into_bytes()))
}

fn merge(vault: &mut Vault, ours: &[u8]) -> Merged {
    vault.merge(&stamp(), ours, join).unwrap()
}

fn open(path: &Path, recovery: &RecoveryKey) -> (Vault, String) {
    let locked = LockedVault::open(path).unwrap();
    let (vault, payload) = locked.unlock(Credential::Recovery(recovery)).unwrap();
    (vault, String::from_utf8(payload.to_vec()).unwrap())
}

/// A vault with the payload `a b`, open here, and the bytes of a generation that another
/// computer made of it.
struct Forked {
    folder: TempDir,
    vault: Vault,
    recovery: RecoveryKey,
    /// What both came from, and what came of it elsewhere.
    base: Vec<u8>,
    theirs: Vec<u8>,
}

fn forked(here: &[u8], there: &[u8]) -> Forked {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"a b");
    let elsewhere = tempfile::tempdir().unwrap();
    let other = path_in(&elsewhere);
    let base = std::fs::read(path_in(&folder)).unwrap();
    std::fs::write(&other, &base).unwrap();
    put(&mut open(&other, &recovery).0, there).unwrap();
    put(&mut vault, here).unwrap();
    Forked {
        theirs: std::fs::read(&other).unwrap(),
        base,
        folder,
        vault,
        recovery,
    }
}

impl Forked {
    fn beside(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, &self.theirs).unwrap();
        path
    }
}

/// What programs that sync or copy files call what they find changed on both sides, from
/// their documents and from what people report.
const LAYOUTS: [&str; 32] = [
    // Syncthing
    "vault.sync-conflict-20261122-144400-K5DJXQB.keytick",
    "vault.sync-conflict-20261122-144400.keytick",
    // Dropbox
    "vault (Ada's conflicted copy 2026-11-22).keytick",
    "vault (Ada's conflicted copy).keytick",
    "vault (conflicted copy).keytick",
    "vault (Case Conflict).keytick",
    "vault (Ada in Konflikt stehende Kopie 2026-11-22).keytick",
    // OneDrive
    "vault-LAPTOP.keytick",
    "vault-DESKTOP-7Q2K1AB.keytick",
    "vault-LAPTOP-2.keytick",
    // Nextcloud and ownCloud
    "vault (conflicted copy 2026-11-22 144400).keytick",
    "vault_conflict-20261122-144400.keytick",
    // Google Drive, Proton Drive, MEGA, browsers
    "vault (1).keytick",
    "vault (2).keytick",
    "vault_1.keytick",
    "vault[1].keytick",
    // iCloud Drive
    "vault 2.keytick",
    "vault 3.keytick",
    // Seafile
    "vault (SFConflict ada@example.com 2026-11-22-14-44-00).keytick",
    // Synology Drive
    "vault_laptop_Nov-22-144400-2026_Conflict.keytick",
    // Box
    "vault (Ada).keytick",
    // pCloud
    "vault [conflicted].keytick",
    "vault (conflicted).keytick",
    // rclone bisync
    "vault.conflict1.keytick",
    "vault.keytick.conflict1",
    "vault.keytick..path2",
    // Resilio Sync
    "vault.Conflict.keytick",
    // Tresorit
    "vault (Ada's conflicting copy).keytick",
    // Unison
    "vault (copy conflict on 2026-11-22).keytick",
    // People, and their file managers
    "Copy of vault.keytick",
    "VAULT - Copy.keytick",
    // Keytick itself, when another program held the file
    "vault.keytick.recovery-4",
];

#[test]
fn a_copy_beside_the_vault_is_merged_whatever_it_is_called() {
    let Forked {
        folder,
        mut vault,
        recovery,
        base,
        ..
    } = forked(b"a b here", b"a there");
    let mut ours = b"a b here".to_vec();
    for (number, name) in LAYOUTS.iter().enumerate() {
        // Each is another generation from the same ancestor.
        let elsewhere = tempfile::tempdir().unwrap();
        std::fs::write(path_in(&elsewhere), &base).unwrap();
        let there = format!("a there{number}");
        put(
            &mut open(&path_in(&elsewhere), &recovery).0,
            there.as_bytes(),
        )
        .unwrap();
        let copy = folder.path().join(name);
        std::fs::copy(path_in(&elsewhere), &copy).unwrap();

        assert!(vault.has_copies(), "{name}");
        let merged = merge(&mut vault, &ours);
        let told: Vec<_> = merged.copies.iter().map(|it| it.name.as_deref()).collect();
        assert_eq!(told, [Some(*name)]);
        ours = merged.payload.unwrap().to_vec();
        assert!(!copy.exists() && !vault.has_copies(), "{name}");
        let (_, saved) = open(&path_in(&folder), &recovery);
        assert_eq!(saved.as_bytes(), ours, "{name}");
        assert!(words(&ours).contains(&format!("there{number}")), "{name}");
    }
    // `b` was taken out there and not touched here.
    assert!(!words(&ours).contains("b"));
    assert!(words(&ours).contains("here"));
}

#[test]
fn several_copies_are_merged_in_one_save_and_go_to_the_backups() {
    let mut it = forked(b"a b here", b"a b there");
    it.beside("vault (1).keytick");
    it.beside("vault 2.keytick");
    let before = it.vault.info().generation;
    let merged = merge(&mut it.vault, b"a b here");
    assert_eq!(merged.payload.unwrap().as_slice(), b"a b here there");
    assert_eq!(it.vault.info().generation, before + 1);
    let kept = backups(&path_in(&it.folder)).unwrap();
    let theirs = kept
        .iter()
        .filter(|backup| std::fs::read(&backup.path).is_ok_and(|bytes| bytes == it.theirs));
    assert_eq!(theirs.count(), 1);
    assert_eq!(merge(&mut it.vault, b"a b here there").copies, []);
}

#[test]
fn a_fork_in_the_vaults_place_is_merged() {
    let mut it = forked(b"a b here", b"a b there");
    std::fs::write(path_in(&it.folder), &it.theirs).unwrap();
    let refused = put(&mut it.vault, b"x").unwrap_err();
    assert_eq!(refused.id(), "vault-forked");
    let merged = merge(&mut it.vault, b"a b here");
    assert_eq!(merged.copies.len(), 1);
    assert_eq!(merged.copies[0].name, None);
    let (_, saved) = open(&path_in(&it.folder), &it.recovery);
    assert_eq!(saved, "a b here there");
    put(&mut it.vault, b"on").unwrap();
}

#[test]
fn a_later_generation_that_does_not_come_from_ours_is_a_fork_too() {
    let mut it = forked(b"a b here", b"a b there");
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(path_in(&elsewhere), &it.theirs).unwrap();
    let (mut other, _) = open(&path_in(&elsewhere), &it.recovery);
    put(&mut other, b"a b there twice").unwrap();
    std::fs::copy(path_in(&elsewhere), path_in(&it.folder)).unwrap();
    assert!(it.vault.has_copies());
    let merged = merge(&mut it.vault, b"a b here");
    assert_eq!(merged.payload.unwrap().as_slice(), b"a b here there twice");
}

#[test]
fn both_computers_come_to_the_same_and_then_know_it() {
    let mut it = forked(b"a b here", b"a b there");
    it.beside("vault (1).keytick");
    let _ = merge(&mut it.vault, b"a b here");
    // The other computer gets the merged file, and its own as the conflict copy.
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(path_in(&elsewhere), &it.theirs).unwrap();
    let (mut other, theirs) = open(&path_in(&elsewhere), &it.recovery);
    std::fs::copy(path_in(&it.folder), path_in(&elsewhere)).unwrap();
    assert!(!other.has_copies());
    assert_eq!(theirs, "a b there");
    assert_eq!(reload(&mut other).unwrap().unwrap(), b"a b here there");
}

#[test]
fn what_is_no_copy_of_this_vault_is_left_alone() {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"a");
    let old = std::fs::read(path_in(&folder)).unwrap();
    put(&mut vault, b"a b").unwrap();
    let foreign = tempfile::tempdir().unwrap();
    Vault::create(
        &path_in(&foreign),
        &password("hunter2"),
        KdfCost::cheap(),
        b"foreign",
        &stamp(),
    )
    .unwrap();
    let current = std::fs::read(path_in(&folder)).unwrap();
    let mut damaged = current.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    let files = [
        (
            "vault (1).keytick",
            std::fs::read(path_in(&foreign)).unwrap(),
        ),
        ("vault (2).keytick", damaged),
        // A person's own copies of this and of an earlier generation.
        ("vault-before-the-holidays.keytick", old),
        ("vault copy.keytick", current),
        ("vault.txt", b"notes".to_vec()),
        ("vault (3).keytick", Vec::new()),
    ];
    for (name, bytes) in &files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    std::fs::create_dir(folder.path().join("vault (4).keytick")).unwrap();
    let merged = merge(&mut vault, b"a b");
    assert!(merged.payload.is_none() && merged.copies.is_empty());
    assert!(!vault.has_copies());
    for (name, bytes) in &files {
        assert_eq!(
            std::fs::read(folder.path().join(name)).unwrap(),
            *bytes,
            "{name}"
        );
    }
    assert_eq!(open(&path_in(&folder), &recovery).1, "a b");
}

#[test]
fn an_error_while_merging_leaves_every_copy_where_it_was() {
    let mut it = forked(b"a b here", b"a b there");
    let copy = it.beside("vault (1).keytick");
    let before = std::fs::read(path_in(&it.folder)).unwrap();
    let refused = it
        .vault
        .merge(&stamp(), b"a b here", |_| Err(Error::SealedName));
    assert!(refused.is_err());
    assert_eq!(std::fs::read(copy).unwrap(), it.theirs);
    assert_eq!(std::fs::read(path_in(&it.folder)).unwrap(), before);
    // The next try merges it.
    assert_eq!(merge(&mut it.vault, b"a b here").copies.len(), 1);
}

#[test]
fn a_merge_opens_with_the_password_that_was_set_last() {
    let mut it = forked(b"a b here", b"a b there");
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(path_in(&elsewhere), &it.theirs).unwrap();
    let (mut other, _) = open(&path_in(&elsewhere), &it.recovery);
    let cost = KdfCost::cheap();
    other
        .set_password(&password("changed"), cost, &stamp())
        .unwrap();
    std::fs::copy(
        path_in(&elsewhere),
        it.folder.path().join("vault 2.keytick"),
    )
    .unwrap();
    let _ = merge(&mut it.vault, b"a b here");
    assert!(it.vault.verify_password(&password("changed")));
    assert!(!it.vault.verify_password(&password("hunter2")));
}

#[test]
fn an_older_copy_in_the_vaults_place_is_noticed_by_who_has_seen_a_newer_one() {
    let (folder, seen) = (folder(), folder());
    let (mut vault, recovery) = vault_with_recovery(&folder, b"a");
    assert_eq!(vault.seen(seen.path()), Seen::Newest);
    let old = std::fs::read(path_in(&folder)).unwrap();
    put(&mut vault, b"a b").unwrap();
    vault.remember(seen.path()).unwrap();
    assert_eq!(vault.seen(seen.path()), Seen::Newest);
    put(&mut vault, b"a b c").unwrap();
    assert_eq!(vault.seen(seen.path()), Seen::Newest);

    std::fs::write(path_in(&folder), old).unwrap();
    let (vault, _) = open(&path_in(&folder), &recovery);
    let older = Seen::Older {
        found: 2,
        newest: 3,
    };
    assert_eq!(vault.seen(seen.path()), older);
    // A person says that it is the one to use.
    vault.remember(seen.path()).unwrap();
    assert_eq!(vault.seen(seen.path()), Seen::Newest);
}

#[test]
fn a_program_that_was_overtaken_by_another_has_no_older_copy() {
    let (folder, seen) = (folder(), folder());
    let (slow, recovery) = vault_with_recovery(&folder, b"a");
    let (mut quick, _) = open(&path_in(&folder), &recovery);
    put(&mut quick, b"a b").unwrap();
    quick.remember(seen.path()).unwrap();
    assert_eq!(slow.seen(seen.path()), Seen::Newest);
}

#[test]
fn a_fork_in_the_vaults_place_is_noticed_by_who_has_seen_the_other() {
    let mut it = forked(b"a b here", b"a b there");
    let seen = folder();
    it.vault.remember(seen.path()).unwrap();
    std::fs::write(path_in(&it.folder), &it.theirs).unwrap();
    let (mut vault, _) = open(&path_in(&it.folder), &it.recovery);
    assert_eq!(vault.seen(seen.path()), Seen::Forked);
    put(&mut vault, b"on").unwrap();
    assert_eq!(vault.seen(seen.path()), Seen::Forked);
    // The session that has what was saved here merges, and all is in it.
    let _ = merge(&mut it.vault, b"a b here");
    assert_eq!(it.vault.seen(seen.path()), Seen::Newest);
}
