//! Other copies of a vault: beside it, in its place, and older than what was seen.
//!
//! The payloads here are words, and joining them is what a merge of sets is.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use keytick_vault::{
    Credential, Error, Join, KdfCost, KeychainKey, Left, LockedVault, Merged, RecoveryKey, Seen,
    Vault, backups,
};
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::support::{folder, password, path_in, put, reload, stamp, vault, vault_with_recovery};

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

pub fn open(path: &Path, recovery: &RecoveryKey) -> (Vault, String) {
    let locked = LockedVault::open(path).unwrap();
    let (vault, payload) = locked.unlock(Credential::Recovery(recovery)).unwrap();
    (vault, String::from_utf8(payload.to_vec()).unwrap())
}

/// A vault with the payload `a b`, open here, and the bytes of a generation that another
/// computer made of it.
pub struct Forked {
    pub folder: TempDir,
    pub vault: Vault,
    pub recovery: RecoveryKey,
    /// What both came from, and what came of it elsewhere.
    base: Vec<u8>,
    pub theirs: Vec<u8>,
}

pub fn forked(here: &[u8], there: &[u8]) -> Forked {
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
    /// What becomes of a file on another computer.
    fn elsewhere(&self, file: &[u8], change: impl FnOnce(&mut Vault)) -> Vec<u8> {
        let elsewhere = tempfile::tempdir().unwrap();
        std::fs::write(path_in(&elsewhere), file).unwrap();
        change(&mut open(&path_in(&elsewhere), &self.recovery).0);
        std::fs::read(path_in(&elsewhere)).unwrap()
    }

    pub fn beside(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, &self.theirs).unwrap();
        path
    }
}

/// What programs that sync folders call what they find changed on both sides, from their
/// documents and from what people report.
const OF_SYNC_PROGRAMS: [&str; 22] = [
    // Syncthing
    "vault.sync-conflict-20261122-144400-K5DJXQB.keytick",
    "vault.sync-conflict-20261122-144400.keytick",
    // Dropbox
    "vault (Ada's conflicted copy 2026-11-22).keytick",
    "vault (Ada's conflicted copy).keytick",
    "vault (conflicted copy).keytick",
    "vault (Case Conflict).keytick",
    "vault (Ada in Konflikt stehende Kopie 2026-11-22).keytick",
    // OneDrive, with the name that Windows gives to a computer
    "vault-DESKTOP-7Q2K1AB.keytick",
    "vault-LAPTOP-0A1B2C3D-2.keytick",
    // Nextcloud and ownCloud
    "vault (conflicted copy 2026-11-22 144400).keytick",
    "vault_conflict-20261122-144400.keytick",
    // Seafile
    "vault (SFConflict ada@example.com 2026-11-22-14-44-00).keytick",
    // Synology Drive
    "vault_laptop_Nov-22-144400-2026_Conflict.keytick",
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
    "VAULT (copy conflict on 2026-11-22).keytick",
    // Keytick itself, when another program held the file
    "vault.keytick.recovery-4",
];

/// What people and their file managers call a copy that they want to keep, and names of
/// programs that cannot be told from those.
const OF_PEOPLE: [&str; 16] = [
    "vault-2025.keytick",
    "vault-work.keytick",
    "vault-before-the-conflict.keytick",
    "vault.old.keytick",
    "vault.keytick.bak",
    "Copy of vault.keytick",
    "VAULT - Copy.keytick",
    "vault copy.keytick",
    "vault (Ada).keytick",
    "vault-desktop-backups.keytick",
    // OneDrive, with a name that a person gave to a computer
    "vault-LAPTOP.keytick",
    // Google Drive, Proton Drive, MEGA, iCloud Drive; browsers and file managers too
    "vault (1).keytick",
    "vault 2.keytick",
    "vault_1.keytick",
    "vault[1].keytick",
    "vault-LAPTOP-2.keytick",
];

#[test]
fn a_conflict_copy_of_any_sync_program_is_merged() {
    let Forked {
        folder,
        mut vault,
        recovery,
        base,
        ..
    } = forked(b"a b here", b"a there");
    let mut ours = b"a b here".to_vec();
    for (number, name) in OF_SYNC_PROGRAMS.iter().enumerate() {
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
fn a_persons_own_copy_is_left_alone_wherever_it_went() {
    let mut it = forked(b"a b here", b"a b there");
    let copies = OF_PEOPLE.map(|name| it.beside(name));
    assert!(!it.vault.has_copies());
    it.beside("vault (conflicted copy).keytick");
    // Nor is it taken for what was merged just now, and moved.
    assert_eq!(merge(&mut it.vault, b"a b here").copies.len(), 1);
    put(&mut it.vault, b"a b here there more").unwrap();
    assert_eq!(merge(&mut it.vault, b"a b here there more").copies, []);
    for copy in copies {
        assert_eq!(std::fs::read(&copy).unwrap(), it.theirs, "{copy:?}");
    }
}

#[test]
fn several_copies_are_merged_in_one_save_and_go_to_the_backups() {
    let mut it = forked(b"a b here", b"a b there");
    it.beside("vault (conflicted copy).keytick");
    it.beside("vault.conflict2.keytick");
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

#[cfg(unix)]
#[test]
fn a_copy_that_is_a_link_goes_to_the_backups_with_its_bytes() {
    let Forked {
        folder,
        mut vault,
        theirs,
        ..
    } = forked(b"a b mine", b"a b theirs");
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(path_in(&elsewhere), &theirs).unwrap();
    let link = folder
        .path()
        .join("vault.sync-conflict-20261122-144400-ABCDEFG.keytick");
    std::os::unix::fs::symlink(path_in(&elsewhere), &link).unwrap();
    assert_eq!(merge(&mut vault, b"a b mine").copies.len(), 1);
    drop(elsewhere);
    assert!(link.symlink_metadata().is_err());
    let kept = backups(&path_in(&folder)).unwrap();
    let kept = kept
        .iter()
        .map(|backup| std::fs::read(&backup.path).unwrap());
    assert_eq!(kept.filter(|bytes| *bytes == theirs).count(), 1);
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
    it.beside("vault.conflict1.keytick");
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
            "vault.conflict1.keytick",
            std::fs::read(path_in(&foreign)).unwrap(),
        ),
        ("vault.conflict2.keytick", damaged),
        // This and an earlier generation.
        ("vault.conflict3.keytick", old),
        ("vault.conflict4.keytick", current),
        ("vault.txt", b"notes".to_vec()),
        ("vault.conflict5.keytick", Vec::new()),
    ];
    for (name, bytes) in &files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    std::fs::create_dir(folder.path().join("vault.conflict6.keytick")).unwrap();
    let merged = merge(&mut vault, b"a b");
    assert!(merged.payload.is_none() && merged.copies.is_empty() && merged.left.is_empty());
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
fn a_copy_that_cannot_be_read_is_left_and_the_others_are_merged() {
    let mut it = forked(b"a b here", b"a b there");
    let unreadable = it.elsewhere(&it.base, |vault| put(vault, b"unreadable").unwrap());
    let copy = it.folder.path().join("vault.conflict1.keytick");
    std::fs::write(&copy, &unreadable).unwrap();
    it.beside("vault.conflict2.keytick");
    let merged = it.vault.merge(&stamp(), b"a b here", |two| {
        match two.theirs == b"unreadable" {
            true => Err(Error::SealedName),
            false => join(two),
        }
    });
    let merged = merged.unwrap();
    assert_eq!(merged.payload.unwrap().as_slice(), b"a b here there");
    let left = merged.left.iter().map(|it| (it.name.as_str(), it.reason));
    let expected = [("vault.conflict1.keytick", Left::Unreadable)];
    assert_eq!(left.collect::<Vec<_>>(), expected);
    assert_eq!(std::fs::read(copy).unwrap(), unreadable);
    assert!(!it.vault.has_copies());
}

#[test]
fn a_copy_under_another_key_is_left_and_told_of() {
    let mut it = forked(b"a b here", b"a b there");
    let rekeyed = it.elsewhere(&it.theirs, |vault| {
        let _ = vault.rekey(&password("hunter3"), KdfCost::cheap(), &stamp());
    });
    let copy = it.folder.path().join("vault (conflicted copy).keytick");
    std::fs::write(&copy, &rekeyed).unwrap();
    let merged = merge(&mut it.vault, b"a b here");
    let left = merged.left.iter().map(|it| (it.name.as_str(), it.reason));
    let expected = [("vault (conflicted copy).keytick", Left::OtherKey)];
    assert_eq!(left.collect::<Vec<_>>(), expected);
    assert_eq!(std::fs::read(copy).unwrap(), rekeyed);
    assert_eq!(merge(&mut it.vault, b"a b here").left, []);
}

#[test]
fn a_file_that_arrives_during_a_save_is_not_overwritten() {
    let mut it = forked(b"a b here", b"a b there");
    let place = path_in(&it.folder);
    let arrives = |bytes: &[u8]| {
        let temporary = place.with_extension("arriving");
        std::fs::write(&temporary, bytes).unwrap();
        std::fs::rename(temporary, &place).unwrap();
    };
    let overtaken = it.vault.update(&stamp(), |_| {
        arrives(&it.theirs);
        Ok::<_, Error>(Zeroizing::new(b"a b here more".to_vec()))
    });
    assert_eq!(overtaken.unwrap_err().id(), "vault-forked");
    assert_eq!(std::fs::read(&place).unwrap(), it.theirs);
    let merged = merge(&mut it.vault, b"a b here");
    assert_eq!(merged.payload.unwrap().as_slice(), b"a b here there");
}

#[test]
fn a_later_generation_that_arrives_during_a_save_is_changed_as_well() {
    let mut it = forked(b"a b here", b"a b there");
    let place = path_in(&it.folder);
    let ours = std::fs::read(&place).unwrap();
    let later = it.elsewhere(&ours, |vault| put(vault, b"a b here later").unwrap());
    let saved = it.vault.update(&stamp(), |newer| {
        std::fs::write(&place, &later).unwrap();
        let mut payload = newer.unwrap_or_else(|| Zeroizing::new(b"a b here".to_vec()));
        payload.extend_from_slice(b" more");
        Ok::<_, Error>(payload)
    });
    saved.unwrap();
    assert_eq!(open(&place, &it.recovery).1, "a b here later more");
}

#[test]
fn a_program_that_puts_files_in_place_again_and_again_is_told_of() {
    let mut it = forked(b"a b here", b"a b there");
    let (place, mut tries) = (path_in(&it.folder), 0);
    let mut file = std::fs::read(&place).unwrap();
    let recovery = it.recovery;
    let overtaken = it.vault.update(&stamp(), |_| {
        tries += 1;
        let elsewhere = tempfile::tempdir().unwrap();
        std::fs::write(path_in(&elsewhere), &file).unwrap();
        put(&mut open(&path_in(&elsewhere), &recovery).0, b"a b later").unwrap();
        file = std::fs::read(path_in(&elsewhere)).unwrap();
        std::fs::write(&place, &file).unwrap();
        Ok::<_, Error>(Zeroizing::new(b"a b here more".to_vec()))
    });
    assert_eq!(overtaken.unwrap_err().id(), "vault-overtaken");
    assert_eq!(tries, 4);
    assert_eq!(std::fs::read(&place).unwrap(), file);
}

#[test]
fn a_generation_whose_payload_was_never_taken_is_not_taken_for_merged() {
    let mut it = forked(b"a b here", b"a b there");
    let place = path_in(&it.folder);
    let ours = std::fs::read(&place).unwrap();
    // Another program's change goes along with a new recovery key and is not taken.
    let later = it.elsewhere(&ours, |vault| put(vault, b"a b here later").unwrap());
    std::fs::write(&place, later).unwrap();
    let recovery = it.vault.new_recovery_key(&stamp()).unwrap();
    let unseen = std::fs::read(&place).unwrap();
    // Then a sync program puts a fork in its place, and it beside.
    let fork = it.elsewhere(&it.theirs, |vault| {
        put(vault, b"a b there").unwrap();
        put(vault, b"a b there").unwrap();
    });
    std::fs::write(&place, fork).unwrap();
    std::fs::write(it.folder.path().join("vault.conflict1.keytick"), unseen).unwrap();
    let merged = merge(&mut it.vault, b"a b here");
    assert_eq!(merged.payload.unwrap().as_slice(), b"a b here later there");
    assert!(it.vault.check_recovery(&recovery));
}

#[test]
fn a_merge_opens_with_the_password_that_was_set_in_the_highest_generation() {
    let mut it = forked(b"a b here", b"a b there");
    let cost = KdfCost::cheap();
    let changed = it.elsewhere(&it.theirs, |vault| {
        let changed = vault.set_password(&password("changed"), cost, &stamp());
        changed.unwrap();
    });
    std::fs::write(it.folder.path().join("vault.conflict1.keytick"), changed).unwrap();
    let _ = merge(&mut it.vault, b"a b here");
    assert!(it.vault.verify_password(&password("changed")));
    assert!(!it.vault.verify_password(&password("hunter2")));
}

#[test]
fn a_merge_keeps_the_recovery_key_of_one_copy_and_the_password_of_the_other() {
    let folder = folder();
    let mut vault = vault(&folder, b"a");
    let base = std::fs::read(path_in(&folder)).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(path_in(&elsewhere), base).unwrap();
    let locked = LockedVault::open(&path_in(&elsewhere)).unwrap();
    let opened = locked.unlock(Credential::Password(&password("hunter2")));
    let (mut other, _) = opened.unwrap();
    let recovery = other.new_recovery_key(&stamp()).unwrap();
    // Later here than there.
    put(&mut vault, b"a b").unwrap();
    let cost = KdfCost::cheap();
    vault
        .set_password(&password("changed"), cost, &stamp())
        .unwrap();
    let copy = folder.path().join("vault (conflicted copy).keytick");
    std::fs::copy(path_in(&elsewhere), copy).unwrap();
    assert_eq!(merge(&mut vault, b"a b").copies.len(), 1);
    assert!(vault.check_recovery(&recovery));
    assert!(vault.verify_password(&password("changed")));
    assert_eq!(open(&path_in(&folder), &recovery).1, "a b");
}

#[test]
fn a_keychain_key_that_was_removed_on_one_side_does_not_come_back() {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"a");
    let key = KeychainKey::generate().unwrap();
    vault.set_keychain_key(&key, &stamp()).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::copy(path_in(&folder), path_in(&elsewhere)).unwrap();
    let (mut other, _) = open(&path_in(&elsewhere), &recovery);
    put(&mut other, b"a there").unwrap();
    put(&mut other, b"a there again").unwrap();
    vault.remove_keychain_key(&stamp()).unwrap();
    let copy = folder.path().join("vault (conflicted copy).keytick");
    std::fs::copy(path_in(&elsewhere), copy).unwrap();
    assert_eq!(merge(&mut vault, b"a").copies.len(), 1);
    assert!(!vault.has_keychain_key());
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
    // A program that opened it before the newer ones were saved keeps those in mind.
    vault.remember(seen.path()).unwrap();
    assert_eq!(vault.seen(seen.path()), older);
    // A person says that it is the one to use, which is told until something is saved.
    vault.accept(seen.path()).unwrap();
    let restored = Seen::Restored {
        found: 2,
        newest: 3,
    };
    assert_eq!(vault.seen(seen.path()), restored);
    vault.remember(seen.path()).unwrap();
    let (mut vault, _) = open(&path_in(&folder), &recovery);
    assert_eq!(vault.seen(seen.path()), restored);
    put(&mut vault, b"on").unwrap();
    vault.remember(seen.path()).unwrap();
    assert_eq!(vault.seen(seen.path()), Seen::Newest);
}

#[cfg(unix)]
#[test]
fn a_vault_is_the_same_however_its_path_is_spelled() {
    let (folder, seen) = (folder(), folder());
    let (mut vault, recovery) = vault_with_recovery(&folder, b"a");
    let old = std::fs::read(path_in(&folder)).unwrap();
    put(&mut vault, b"a b").unwrap();
    vault.remember(seen.path()).unwrap();
    std::fs::write(path_in(&folder), old).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let link = elsewhere.path().join("link");
    std::os::unix::fs::symlink(folder.path(), &link).unwrap();
    std::fs::create_dir(folder.path().join("inner")).unwrap();
    for path in ["vault.keytick", "inner/../vault.keytick"] {
        let (vault, _) = open(&link.join(path), &recovery);
        assert!(
            matches!(vault.seen(seen.path()), Seen::Older { .. }),
            "{path}"
        );
    }
}

/// A folder that is synced without its backups.
pub fn without_backups(folder: &TempDir) {
    std::fs::remove_dir_all(folder.path().join("backups")).unwrap();
}

#[test]
fn a_fork_is_noticed_where_no_backups_are_synced() {
    let mut it = forked(b"a b here", b"a b there");
    let seen = folder();
    it.vault.remember(seen.path()).unwrap();
    let later = it.elsewhere(&it.theirs, |vault| {
        for _ in 0..5 {
            put(vault, b"a b there").unwrap();
        }
    });
    std::fs::write(path_in(&it.folder), later).unwrap();
    without_backups(&it.folder);
    let (vault, _) = open(&path_in(&it.folder), &it.recovery);
    assert_eq!(vault.seen(seen.path()), Seen::Forked);
    assert!(it.vault.has_copies());
    let merged = merge(&mut it.vault, b"a b here");
    assert_eq!(merged.payload.unwrap().as_slice(), b"a b here there");
}

#[test]
fn later_saves_of_another_computer_are_no_fork_where_no_backups_are_synced() {
    for saves in [1, 2, 20, 40] {
        let mut it = forked(b"a b here", b"a b there");
        let seen = folder();
        it.vault.remember(seen.path()).unwrap();
        let ours = std::fs::read(path_in(&it.folder)).unwrap();
        let later = it.elsewhere(&ours, |vault| {
            for _ in 0..saves {
                put(vault, b"a b here later").unwrap();
            }
        });
        std::fs::write(path_in(&it.folder), later).unwrap();
        without_backups(&it.folder);
        let (vault, _) = open(&path_in(&it.folder), &it.recovery);
        assert_eq!(vault.seen(seen.path()), Seen::Newest, "{saves}");
        assert!(!it.vault.has_copies(), "{saves}");
        let newer = reload(&mut it.vault).unwrap().unwrap();
        assert_eq!(newer, b"a b here later", "{saves}");
    }
}

#[test]
fn what_is_open_is_kept_beside_an_older_copy_and_merged_by_who_opens_it_next() {
    let mut it = forked(b"a b here", b"a b there");
    let place = path_in(&it.folder);
    assert!(!it.vault.is_displaced());
    std::fs::write(&place, &it.base).unwrap();
    assert!(it.vault.is_displaced());
    let beside = it.vault.save_beside(&stamp(), b"a b here").unwrap();
    assert_eq!(beside, it.folder.path().join("vault.keytick.recovery-4"));
    assert_eq!(std::fs::read(&place).unwrap(), it.base);
    let (mut vault, older) = open(&place, &it.recovery);
    assert_eq!(older, "a b");
    let merged = merge(&mut vault, older.as_bytes());
    assert_eq!(merged.payload.unwrap().as_slice(), b"a b here");
    assert!(!beside.exists());
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
