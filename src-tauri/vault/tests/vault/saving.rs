//! Saving: nothing is lost, whoever else saves, and whatever fails.

use std::fs;
use std::thread;

use keytick_vault::{Credential, Error, KdfCost, LockedVault, Vault};
use zeroize::Zeroizing;

use crate::support::{folder, password, path_in, put, reload, stamp, vault, vault_with_recovery};

fn names(folder: &tempfile::TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_save_is_there_after_opening_again() {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"one");
    for payload in [b"two".to_vec(), Vec::new(), vec![7; 100_000]] {
        put(&mut vault, &payload).unwrap();
        let locked = LockedVault::open(&path_in(&folder)).unwrap();
        let (_, again) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
        assert_eq!(again.as_slice(), payload);
    }
    assert_eq!(vault.info().generation, 5);
    let beside = ["backups", "vault.keytick", "vault.keytick.lock"];
    assert_eq!(names(&folder), beside);
}

#[test]
fn every_save_has_another_salt_and_nonce_and_names_its_parent() {
    let folder = folder();
    let mut vault = vault(&folder, b"same");
    let first = fs::read(path_in(&folder)).unwrap();
    put(&mut vault, b"same").unwrap();
    let second = fs::read(path_in(&folder)).unwrap();
    let header = |file: &[u8]| -> serde_json::Value {
        let length = u32::from_be_bytes(file[12..16].try_into().unwrap()) as usize;
        serde_json::from_slice(&file[24..24 + length]).unwrap()
    };
    let (before, after) = (header(&first), header(&second));
    assert_ne!(before["payload_salt"], after["payload_salt"]);
    assert_ne!(before["nonce"], after["nonce"]);
    assert_eq!(before["slots"], after["slots"]);
    assert_eq!(before["parents"], serde_json::json!([]));
    let trailer = data_encoding::HEXLOWER.encode(&first[first.len() - 32..]);
    assert_eq!(after["parents"], serde_json::json!([trailer]));
}

#[test]
fn a_change_that_fails_leaves_the_file_as_it_was() {
    let folder = folder();
    let (mut vault, _) = vault_with_recovery(&folder, b"one");
    let before = fs::read(path_in(&folder)).unwrap();
    let error = vault
        .update(&stamp(), |_| {
            Err::<Zeroizing<Vec<u8>>, _>(Error::SealedName)
        })
        .unwrap_err();
    assert_eq!(error.id(), "vault-sealed-name");
    assert_eq!(fs::read(path_in(&folder)).unwrap(), before);
    let beside = ["backups", "vault.keytick", "vault.keytick.lock"];
    assert_eq!(names(&folder), beside);
}

#[test]
fn what_a_failed_change_was_handed_is_handed_out_again() {
    let folder = folder();
    let (mut first, recovery) = vault_with_recovery(&folder, b"one");
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let (mut second, _) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    put(&mut first, b"two").unwrap();
    let failed = second.update(&stamp(), |newer| {
        assert_eq!(newer.unwrap().as_slice(), b"two");
        Err::<Zeroizing<Vec<u8>>, _>(Error::SealedName)
    });
    assert!(failed.is_err());
    assert_eq!(reload(&mut second).unwrap(), Some(b"two".to_vec()));
}

#[test]
fn a_newer_payload_that_could_not_be_read_is_never_saved_over() {
    let folder = folder();
    let (mut newer_program, recovery) = vault_with_recovery(&folder, b"one");
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let (mut vault, _) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    put(&mut newer_program, b"{\"schema\":2}").unwrap();
    let not_read = vault.reload(|_| Err(Error::SealedName));
    assert_eq!(not_read.unwrap_err().id(), "vault-sealed-name");
    // What knows no better saves its old payload when it is handed no newer one.
    for _ in 0..2 {
        let saved = vault.update(&stamp(), |newer| match newer {
            Some(_) => Err(Error::SealedName),
            None => Ok(Zeroizing::new(b"one, changed".to_vec())),
        });
        assert_eq!(saved.unwrap_err().id(), "vault-sealed-name");
    }
    assert_eq!(
        reload(&mut vault).unwrap(),
        Some(b"{\"schema\":2}".to_vec())
    );
}

#[test]
fn eight_programs_that_add_lose_nothing() {
    const EACH: usize = 12;
    let folder = folder();
    let (_, recovery) = vault_with_recovery(&folder, b"");
    thread::scope(|scope| {
        for program in 0..8_u8 {
            let (folder, recovery) = (&folder, &recovery);
            scope.spawn(move || {
                let locked = LockedVault::open(&path_in(folder)).unwrap();
                let (mut vault, payload) = locked.unlock(Credential::Recovery(recovery)).unwrap();
                let mut mine = payload.to_vec();
                for _ in 0..EACH {
                    add_one(&mut vault, &mut mine, program);
                }
            });
        }
    });
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let (_, mut payload) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    payload.sort_unstable();
    let all: Vec<u8> = (0..8).flat_map(|program| [program; EACH]).collect();
    assert_eq!(payload.as_slice(), all);
    assert_eq!(locked.info().generation, 2 + 8 * EACH as u64);
}

/// Adds a byte to what is there now, and tries again while others are faster.
fn add_one(vault: &mut Vault, mine: &mut Vec<u8>, program: u8) {
    loop {
        let added = vault.update(&stamp(), |newer| {
            let mut all = newer.map_or_else(|| mine.clone(), |newer| newer.to_vec());
            all.push(program);
            mine.clone_from(&all);
            Ok::<_, Error>(Zeroizing::new(all))
        });
        match added {
            Ok(()) => return,
            Err(Error::Busy { .. }) => {}
            Err(other) => panic!("{other}"),
        }
    }
}

#[test]
fn a_vault_that_another_program_saves_for_long_is_busy() {
    let folder = folder();
    let mut vault = vault(&folder, b"one");
    let lock = fs::File::create(folder.path().join("vault.keytick.lock")).unwrap();
    lock.lock().unwrap();
    let error = put(&mut vault, b"two").unwrap_err();
    assert_eq!(error.id(), "vault-busy");
    lock.unlock().unwrap();
    put(&mut vault, b"two").unwrap();
}

#[test]
fn an_older_copy_is_never_saved_over() {
    let folder = folder();
    let mut vault = vault(&folder, b"one");
    let old = fs::read(path_in(&folder)).unwrap();
    put(&mut vault, b"two").unwrap();
    fs::write(path_in(&folder), &old).unwrap();
    assert_eq!(
        put(&mut vault, b"three").unwrap_err().id(),
        "vault-older-copy"
    );
    assert_eq!(reload(&mut vault).unwrap_err().id(), "vault-older-copy");
    assert_eq!(fs::read(path_in(&folder)).unwrap(), old);
}

#[test]
fn a_copy_that_went_another_way_is_never_saved_over() {
    let (here, there) = (folder(), folder());
    let (mut vault, recovery) = vault_with_recovery(&here, b"one");
    fs::copy(path_in(&here), path_in(&there)).unwrap();
    let locked = LockedVault::open(&path_in(&there)).unwrap();
    let (mut other, _) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    put(&mut vault, b"here").unwrap();
    put(&mut other, b"there").unwrap();
    fs::copy(path_in(&there), path_in(&here)).unwrap();
    assert_eq!(put(&mut vault, b"two").unwrap_err().id(), "vault-forked");
}

#[test]
fn another_vault_in_its_place_is_never_saved_over() {
    let (here, there) = (folder(), folder());
    let (mut one, mut other) = (vault(&here, b"one"), vault(&there, b"other"));
    put(&mut other, b"other").unwrap();
    fs::copy(path_in(&there), path_in(&here)).unwrap();
    assert_eq!(put(&mut one, b"two").unwrap_err().id(), "vault-replaced");
}

#[test]
fn a_damaged_file_is_never_saved_over() {
    let folder = folder();
    let mut vault = vault(&folder, b"one");
    let whole = fs::read(path_in(&folder)).unwrap();
    fs::write(path_in(&folder), &whole[..whole.len() - 1]).unwrap();
    let error = put(&mut vault, b"two").unwrap_err();
    assert_eq!(
        (error.id(), error.class()),
        ("vault-damaged", Some("length"))
    );
}

#[test]
fn a_vault_whose_file_was_deleted_can_still_be_saved() {
    let folder = folder();
    let (mut vault, recovery) = vault_with_recovery(&folder, b"one");
    fs::remove_file(path_in(&folder)).unwrap();
    assert_eq!(reload(&mut vault).unwrap_err().id(), "vault-not-found");
    let changed = vault.update(&stamp(), |newer| {
        assert_eq!(newer, None);
        Ok::<_, Error>(Zeroizing::new(b"two".to_vec()))
    });
    changed.unwrap();
    let locked = LockedVault::open(&path_in(&folder)).unwrap();
    let (_, payload) = locked.unlock(Credential::Recovery(&recovery)).unwrap();
    assert_eq!(payload.as_slice(), b"two");
    assert_eq!(locked.info().generation, 3);
}

#[test]
fn what_a_killed_program_left_is_swept() {
    let folder = folder();
    let mut vault = vault(&folder, b"one");
    let left = folder.path().join("vault.keytick.tmp-0123456789abcdef");
    fs::write(&left, "half a file").unwrap();
    put(&mut vault, b"two").unwrap();
    let beside = ["backups", "vault.keytick", "vault.keytick.lock"];
    assert_eq!(names(&folder), beside);
}

#[test]
fn a_persons_own_files_beside_the_vault_are_not_swept() {
    let folder = folder();
    let mut vault = vault(&folder, b"one");
    let own = [
        "vault.keytick.tmp-0123456789ABCDEF",
        "vault.keytick.tmp-0123456789abcde",
        "vault.keytick.tmp-0123456789abcdef0",
        "vault.keytick.tmp-before-holiday",
    ];
    for name in own {
        fs::write(folder.path().join(name), "mine").unwrap();
    }
    put(&mut vault, b"two").unwrap();
    let left = names(&folder)
        .into_iter()
        .filter(|name| name.contains("tmp-"));
    assert_eq!(left.collect::<Vec<_>>(), own);
}

#[test]
fn a_payload_over_the_limit_is_refused() {
    let folder = folder();
    let mut vault = vault(&folder, b"one");
    let before = fs::read(path_in(&folder)).unwrap();
    let error = put(&mut vault, &vec![0; 33_030_141]).unwrap_err();
    assert_eq!(error.id(), "vault-too-large");
    assert_eq!(fs::read(path_in(&folder)).unwrap(), before);
    put(&mut vault, &vec![0; 33_030_140]).unwrap();
}

#[test]
fn creating_never_overwrites() {
    let folder = folder();
    let mut first = vault(&folder, b"one");
    let before = fs::read(path_in(&folder)).unwrap();
    let again = Vault::create(
        &path_in(&folder),
        &password("x"),
        KdfCost::cheap(),
        b"two",
        &stamp(),
    );
    assert_eq!(again.unwrap_err().id(), "vault-exists");
    assert_eq!(fs::read(path_in(&folder)).unwrap(), before);
    put(&mut first, b"three").unwrap();
}
