//! Saving: nothing is lost, whoever else saves, and whatever fails.

use std::fs;
use std::thread;

use keytick_vault::{Credential, Error, KdfCost, LockedVault, Vault};
use zeroize::Zeroizing;

use crate::support::{folder, password, path_in, put, stamp, vault, vault_with_recovery};

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
    assert_eq!(names(&folder), ["vault.keytick", "vault.keytick.lock"]);
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
    assert_eq!(names(&folder), ["vault.keytick", "vault.keytick.lock"]);
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
    assert_eq!(second.reload().unwrap().unwrap().as_slice(), b"two");
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
    assert_eq!(vault.reload().unwrap_err().id(), "vault-older-copy");
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
    fs::remove_file(path_in(&folder)).unwrap();
    assert_eq!(put(&mut vault, b"two").unwrap_err().id(), "vault-not-found");
}

#[test]
fn what_a_killed_program_left_is_swept() {
    let folder = folder();
    let mut vault = vault(&folder, b"one");
    let left = folder.path().join("vault.keytick.tmp-0123456789abcdef");
    fs::write(&left, "half a file").unwrap();
    put(&mut vault, b"two").unwrap();
    assert_eq!(names(&folder), ["vault.keytick", "vault.keytick.lock"]);
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
