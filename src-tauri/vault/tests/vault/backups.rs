//! Backups: which are made, which stay, what their names are, and how one is restored.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use keytick_vault::{
    Backup, Credential, Error, LockedVault, RecoveryKey, Restored, Stamp, Vault, backups,
    newest_good, restore,
};
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::support::{folder, password, path_in, put, stamp, vault_with_recovery};

const DAY: u64 = 86_400;

fn put_at(vault: &mut Vault, now: u64, payload: &[u8]) {
    let stamp = Stamp { now, ..stamp() };
    let saved = vault.update(&stamp, |_| Ok::<_, Error>(Zeroizing::new(payload.to_vec())));
    saved.unwrap();
    assert!(vault.backup_failure().is_none());
}

fn generations(folder: &TempDir) -> Vec<u64> {
    let all = backups(&path_in(folder)).unwrap();
    all.iter().map(|backup| backup.generation).collect()
}

/// Saves so often, a minute after each other from `start` on, and `word` with a number.
fn put_often(vault: &mut Vault, start: u64, word: &str, count: u64) {
    for number in 1..=count {
        let payload = format!("{word} {number}");
        put_at(vault, start + number * 60, payload.as_bytes());
    }
}

fn open(path: &Path, recovery: &RecoveryKey) -> (Vault, String) {
    let locked = LockedVault::open(path).unwrap();
    let (vault, payload) = locked.unlock(Credential::Recovery(recovery)).unwrap();
    (vault, String::from_utf8(payload.to_vec()).unwrap())
}

/// What the vault has after its file was damaged and the newest good backup restored.
fn damaged_and_restored(path: &Path, recovery: &RecoveryKey) -> String {
    fs::write(path, "rotten").unwrap();
    let newest = newest_good(path).unwrap().unwrap();
    restore(path, &newest, 5).unwrap();
    open(path, recovery).1
}

/// A vault of which 15 generations were saved, and then the third put back and opened.
fn third_of_fifteen(folder: &TempDir) -> (Vault, RecoveryKey) {
    let path = path_in(folder);
    let (mut vault, recovery) = vault_with_recovery(folder, b"one");
    put_often(&mut vault, stamp().now, "first", 1);
    let third = folder.path().join("third");
    fs::copy(&path, &third).unwrap();
    put_often(&mut vault, stamp().now + 60, "abandoned", 12);
    assert_eq!(vault.info().generation, 15);
    restore(&path, &Backup::of_file(&third).unwrap(), 5).unwrap();
    fs::remove_file(&third).unwrap();
    let (vault, payload) = open(&path, &recovery);
    assert_eq!(payload, "first 1");
    (vault, recovery)
}

fn file_name(backup: &Backup) -> String {
    backup
        .path
        .file_name()
        .unwrap()
        .to_str()
        .unwrap()
        .to_owned()
}

#[test]
fn every_save_keeps_the_generation_before() {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"one");
    put(&mut vault, b"two").unwrap();
    put(&mut vault, b"three").unwrap();
    let all = backups(&path_in(&folder)).unwrap();
    // The first generation has no recovery key yet.
    assert_eq!(generations(&folder), [3, 2, 1]);
    let locked = LockedVault::open(&all[0].path).unwrap();
    let (_, payload) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    assert_eq!(payload.as_slice(), b"two");
    assert_eq!(all[0].check().unwrap().generation, 3);
    assert_eq!(all[0].written_at, stamp().now);
}

#[test]
fn a_backups_name_says_what_it_is() {
    let folder = folder();
    let (vault, _) = vault_with_recovery(&folder, b"one");
    let all = backups(&path_in(&folder)).unwrap();
    let bytes = fs::read(&all[0].path).unwrap();
    let trailer = data_encoding::HEXLOWER.encode(&bytes[bytes.len() - 32..]);
    let id = &vault.info().vault_id.to_string()[..8];
    let name = format!(
        "vault.keytick.{id}.1.20260101T000000Z.{}.keytick",
        &trailer[..16]
    );
    assert_eq!(file_name(&all[0]), name);
}

#[test]
fn other_names_are_a_persons_own() {
    let folder = folder();
    let (mut vault, _) = vault_with_recovery(&folder, b"one");
    let all = backups(&path_in(&folder)).unwrap();
    let name = file_name(&all[0]);
    let mut own = vec![
        format!("{name}.old"),
        format!("copy of {name}"),
        name.replace(".1.", ".01."),
        name.replace(".1.", ".+1."),
        name.replace("20260101", "20260230"),
        name.replace("T000000", "T240000"),
        name.replace("vault.keytick", "vault"),
        "vault.keytick".to_owned(),
        "holiday.keytick".to_owned(),
    ];
    // Elsewhere this is the backup itself.
    if cfg!(target_os = "linux") {
        own.push(name.to_uppercase());
    }
    for name in &own {
        fs::write(folder.path().join("backups").join(name), "mine").unwrap();
    }
    for number in 0..15 {
        put_at(&mut vault, stamp().now + number, b"more");
    }
    assert_eq!(generations(&folder).len(), 10);
    for name in &own {
        assert!(folder.path().join("backups").join(name).exists(), "{name}");
    }
}

#[test]
fn the_last_ten_stay_and_the_newest_of_seven_days_and_four_weeks() {
    let folder = folder();
    let (mut vault, _) = vault_with_recovery(&folder, b"one");
    // Monday, 5 January 2026, 12:00: from there on two saves a day for ten weeks.
    let monday = 1_767_614_400;
    for half_day in 0..140 {
        put_at(&mut vault, monday + half_day * DAY / 2, b"more");
    }
    // And twelve more on the last day, a minute after each other.
    let last = monday + 140 * DAY / 2;
    for minute in 0..12 {
        put_at(&mut vault, last + minute * 60, b"more");
    }
    let kept: Vec<u64> = backups(&path_in(&folder))
        .unwrap()
        .iter()
        .map(|backup| backup.written_at)
        .collect();
    let last_ten: Vec<u64> = (1..11).map(|minute| last + minute * 60).rev().collect();
    assert_eq!(kept[..10], last_ten);
    let days: BTreeSet<u64> = kept.iter().map(|time| time / DAY).collect();
    let of_last_week: Vec<u64> = (0..7).map(|day| last / DAY - day).collect();
    assert!(of_last_week.iter().all(|day| days.contains(day)));
    let weeks: BTreeSet<u64> = kept.iter().map(|time| (time / DAY + 3) / 7).collect();
    assert_eq!(weeks.len(), 4);
    // The newest of each: the second save of a day comes at midnight, one day later.
    assert_eq!(kept.len(), 10 + 6 + 2);
    let noon_of_sundays = [monday + 62 * DAY, monday + 55 * DAY];
    assert_eq!(kept[16..], noon_of_sundays);
    assert_eq!(vault.info().generation, 154);
}

#[test]
fn a_new_vault_under_an_old_name_leaves_the_old_ones_backups() {
    let folder = folder();
    let (mut old, _) = vault_with_recovery(&folder, b"old");
    for _ in 0..20 {
        put(&mut old, b"more").unwrap();
    }
    fs::remove_file(path_in(&folder)).unwrap();
    let (mut new, _) = vault_with_recovery(&folder, b"new");
    for number in 1..20 {
        put_at(&mut new, stamp().now + number, b"more");
    }
    let all = backups(&path_in(&folder)).unwrap();
    let generations: Vec<u64> = all.iter().map(|backup| backup.generation).collect();
    // The vault that was saved last comes first.
    let (of_new, of_old) = generations.split_at(10);
    assert_eq!(of_new, (11..=20).rev().collect::<Vec<_>>());
    assert_eq!(of_old, (12..=21).rev().collect::<Vec<_>>());
}

#[test]
fn no_backup_is_removed_unless_three_whole_ones_stay() {
    let folder = folder();
    let (mut vault, _) = vault_with_recovery(&folder, b"one");
    for _ in 0..9 {
        put(&mut vault, b"more").unwrap();
    }
    assert_eq!(generations(&folder).len(), 10);
    for backup in &backups(&path_in(&folder)).unwrap()[..8] {
        fs::remove_file(&backup.path).unwrap();
        fs::write(&backup.path, "rotten").unwrap();
    }
    put(&mut vault, b"more").unwrap();
    // Of the ten newest, nine would stay damaged but one.
    assert_eq!(generations(&folder).len(), 11);
    put(&mut vault, b"more").unwrap();
    put(&mut vault, b"more").unwrap();
    assert_eq!(generations(&folder).len(), 10);
}

#[test]
fn a_save_without_a_backup_says_so_and_is_saved() {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"one");
    fs::remove_dir_all(folder.path().join("backups")).unwrap();
    fs::write(folder.path().join("backups"), "in the way").unwrap();
    put(&mut vault, b"two").unwrap();
    let failure = vault.backup_failure().unwrap();
    assert_eq!(failure.id(), "vault-no-backup");
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let (_, payload) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    assert_eq!(payload.as_slice(), b"two");
    fs::remove_file(folder.path().join("backups")).unwrap();
    put(&mut vault, b"three").unwrap();
    assert!(vault.backup_failure().is_none());
    assert_eq!(generations(&folder), [3]);
}

#[test]
fn an_ancestor_is_found_by_its_trailer() {
    let folder = folder();
    let (mut vault, _) = vault_with_recovery(&folder, b"one");
    let bytes = fs::read(path_in(&folder)).unwrap();
    let trailer: [u8; 32] = bytes[bytes.len() - 32..].try_into().unwrap();
    assert_eq!(vault.ancestor(&trailer), None);
    put(&mut vault, b"two").unwrap();
    put(&mut vault, b"three").unwrap();
    assert_eq!(vault.ancestor(&trailer).unwrap().as_slice(), b"one");
    assert_eq!(vault.ancestor(&[0; 32]), None);
}

#[test]
fn restoring_keeps_what_was_there() {
    let folder = folder();
    let path = path_in(&folder);
    let (mut vault, recovery) = vault_with_recovery(&folder, b"one");
    put(&mut vault, b"two").unwrap();
    let unlocked = |path: &Path| {
        let locked = LockedVault::open(path).unwrap();
        let (_, payload) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
        (locked.info().generation, payload.to_vec())
    };

    // Over a whole file: that is a backup then.
    let newest = backups(&path).unwrap()[0].clone();
    assert_eq!(restore(&path, &newest, 5).unwrap(), Restored::BackedUp);
    assert_eq!(unlocked(&path), (2, b"one".to_vec()));
    assert_eq!(generations(&folder), [3, 2, 1]);
    assert_eq!(restore(&path, &newest, 5).unwrap(), Restored::Plain);

    // Over damaged ones: each keeps its bytes under another name.
    for (now, name) in [(5, "damaged-5"), (5, "damaged-6"), (9, "damaged-9")] {
        fs::write(&path, format!("rotten {name}")).unwrap();
        let aside = folder.path().join(format!("vault.keytick.{name}"));
        let restored = restore(&path, &newest, now).unwrap();
        assert_eq!(restored, Restored::SetAside(aside.clone()));
        assert_eq!(
            fs::read(&aside).unwrap(),
            format!("rotten {name}").as_bytes()
        );
        assert_eq!(unlocked(&path), (2, b"one".to_vec()));
    }

    // Where nothing is, even no folder.
    let elsewhere = folder.path().join("new/vault.keytick");
    assert_eq!(restore(&elsewhere, &newest, 5).unwrap(), Restored::Plain);
    assert_eq!(unlocked(&elsewhere), (2, b"one".to_vec()));
}

#[test]
fn a_damaged_backup_is_not_restored() {
    let folder = folder();
    let path = path_in(&folder);
    let (_vault, _) = vault_with_recovery(&folder, b"one");
    let before = fs::read(&path).unwrap();
    let backup = backups(&path).unwrap()[0].clone();
    let whole = fs::read(&backup.path).unwrap();
    fs::write(&backup.path, &whole[..whole.len() - 1]).unwrap();
    assert_eq!(backup.check().unwrap_err().class(), Some("length"));
    let refused = restore(&path, &backup, 5).unwrap_err();
    assert_eq!(
        (refused.id(), refused.path()),
        ("vault-damaged", Some(&*backup.path))
    );
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn what_was_saved_after_a_restore_comes_before_what_was_abandoned() {
    let folder = folder();
    let (mut vault, recovery) = third_of_fifteen(&folder);
    put_often(&mut vault, stamp().now + 3_600, "went on", 3);
    assert_eq!(generations(&folder)[..3], [5, 4, 15]);
    assert_eq!(
        damaged_and_restored(&path_in(&folder), &recovery),
        "went on 2"
    );
}

#[test]
fn the_last_ten_are_kept_after_a_restore_even_if_the_clock_went_back() {
    let folder = folder();
    let (mut vault, _) = third_of_fifteen(&folder);
    put_often(&mut vault, stamp().now - 30 * DAY, "went on", 12);
    let all = backups(&path_in(&folder)).unwrap();
    let mut went_on: Vec<u64> = all
        .iter()
        .filter(|backup| backup.written_at < stamp().now)
        .map(|backup| backup.generation)
        .collect();
    went_on.sort_unstable();
    // The fifteenth is in the vault's place, and the fourth is superfluous.
    assert_eq!(went_on, (5..=14).collect::<Vec<_>>());
}

#[test]
fn the_newest_backup_is_the_last_saved_even_if_the_clock_went_back() {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"one");
    put_often(&mut vault, stamp().now, "on time", 12);
    put_often(&mut vault, stamp().now - 3_600, "too early", 3);
    assert_eq!(generations(&folder)[..4], [16, 15, 14, 13]);
    assert_eq!(
        damaged_and_restored(&path_in(&folder), &recovery),
        "too early 2"
    );
}

#[test]
fn a_vault_that_was_renamed_keeps_its_backups() {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"one");
    put(&mut vault, b"two").unwrap();
    let codes = folder.path().join("codes.keytick");
    fs::rename(path_in(&folder), &codes).unwrap();
    let numbers = |path: &Path| -> Vec<u64> {
        let all = backups(path).unwrap();
        all.iter().map(|backup| backup.generation).collect()
    };
    assert_eq!(numbers(&codes), [2, 1]);
    let (mut vault, _) = open(&codes, &recovery);
    put_often(&mut vault, stamp().now, "more", 12);
    let mut expected: Vec<u64> = (5..=14).rev().collect();
    // What has a former name is found, but it is not removed.
    expected.extend([2, 1]);
    assert_eq!(numbers(&codes), expected);

    // Those of a vault that is still there are its own.
    fs::copy(&codes, path_in(&folder)).unwrap();
    let mut other = open(&path_in(&folder), &recovery).0;
    put(&mut other, b"another").unwrap();
    assert_eq!(numbers(&path_in(&folder)), [15, 2, 1]);
    assert_eq!(numbers(&codes).len(), 10);
}

#[test]
fn a_damaged_vault_that_was_renamed_is_restored_from_its_backups() {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"one");
    put(&mut vault, b"two").unwrap();
    let codes = folder.path().join("codes.keytick");
    fs::rename(path_in(&folder), &codes).unwrap();
    assert_eq!(damaged_and_restored(&codes, &recovery), "one");
}

#[test]
fn a_new_key_tells_of_backups_under_a_former_name() {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"one");
    put(&mut vault, b"two").unwrap();
    let codes = folder.path().join("codes.keytick");
    fs::rename(path_in(&folder), &codes).unwrap();
    let (mut vault, _) = open(&codes, &recovery);
    let cost = keytick_vault::KdfCost::cheap();
    let _recovery = vault.rekey(&password("new"), cost, &stamp()).unwrap();
    let failure = vault.backup_failure().unwrap();
    assert_eq!(failure.id(), "vault-old-backups");
    assert_eq!(failure.params()[1], ("reason", "other-name".to_owned()));
}

#[test]
fn there_are_none_where_no_vault_was_saved_twice() {
    let folder = folder();
    assert_eq!(backups(&path_in(&folder)).unwrap(), []);
}
