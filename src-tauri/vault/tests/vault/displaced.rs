//! What is open while another file is in the vault's place: kept beside it, if nothing else has it.

use keytick_vault::{KdfCost, backups, restore};

use crate::copies::{Forked, forked, open, without_backups};
use crate::support::{folder, password, path_in, put, reload, stamp, vault};

#[test]
fn what_is_open_is_kept_beside_another_vault_and_beside_what_is_damaged() {
    let foreign = folder();
    drop(vault(&foreign, b"foreign"));
    let foreign = std::fs::read(path_in(&foreign)).unwrap();
    for (number, in_place) in [foreign, b"rotten".to_vec()].iter().enumerate() {
        let mut it = forked(b"a b here", b"a b there");
        std::fs::write(path_in(&it.folder), in_place).unwrap();
        assert!(it.vault.is_displaced(), "{number}");
        // A file that has the name already stays.
        let taken = it.beside("vault.keytick.recovery-4");
        let beside = it.vault.save_beside(&stamp(), b"a b here").unwrap();
        assert_eq!(beside, it.folder.path().join("vault.keytick.recovery-5"));
        assert_eq!(open(&beside, &it.recovery).1, "a b here");
        assert_eq!(std::fs::read(&taken).unwrap(), it.theirs);
        assert_eq!(std::fs::read(path_in(&it.folder)).unwrap(), *in_place);
    }
}

#[test]
fn what_a_restore_put_among_the_backups_need_not_be_kept() {
    let mut it = forked(b"a b here", b"a b there");
    let place = path_in(&it.folder);
    assert!(!it.vault.is_backed_up());
    restore(&place, &backups(&place).unwrap()[0], 5).unwrap();
    assert!(it.vault.is_displaced() && it.vault.is_backed_up());
    // Where the backups are not synced, it is nowhere.
    without_backups(&it.folder);
    assert!(it.vault.is_displaced() && !it.vault.is_backed_up());
    it.vault.save_beside(&stamp(), b"a b here").unwrap();
}

#[test]
fn what_is_open_is_kept_beside_the_file_from_before_a_new_key_and_not_under_the_old_one() {
    let mut it = forked(b"a b here", b"a b there");
    let (place, new) = (path_in(&it.folder), password("new"));
    let (mut behind, _) = open(&place, &it.recovery);
    let old = std::fs::read(&place).unwrap();
    let recovery = it.vault.rekey(&new, KdfCost::cheap(), &stamp()).unwrap();
    assert!(!behind.is_displaced());
    let later = std::fs::read(&place).unwrap();
    std::fs::write(&place, &old).unwrap();
    assert!(it.vault.is_displaced());
    let beside = it.vault.save_beside(&stamp(), b"a b here").unwrap();
    assert_eq!(open(&beside, &recovery).1, "a b here");
    // Who was away during that has the old key, and puts nothing under it beside.
    std::fs::write(&place, &later).unwrap();
    assert!(!behind.is_displaced());
    assert_eq!(reload(&mut behind).unwrap_err().id(), "vault-tampered");
}

#[test]
fn what_was_sealed_before_the_keys_went_is_written_only_where_it_is_needed() {
    type Happening = fn(&Forked);
    let cases: [(&str, Happening, Option<&str>); 5] = [
        ("nothing happened", |_| {}, None),
        (
            "another program saved",
            |it| put(&mut open(&path_in(&it.folder), &it.recovery).0, b"more").unwrap(),
            None,
        ),
        (
            "an older copy came",
            |it| {
                let older = &backups(&path_in(&it.folder)).unwrap()[0];
                std::fs::copy(&older.path, path_in(&it.folder)).unwrap();
            },
            Some("vault.keytick.recovery-4"),
        ),
        (
            "another history came",
            |it| std::fs::write(path_in(&it.folder), &it.theirs).unwrap(),
            Some("vault.keytick.recovery-4"),
        ),
        (
            "the file is gone",
            |it| std::fs::remove_file(path_in(&it.folder)).unwrap(),
            Some("vault.keytick"),
        ),
    ];
    for (case, happens, kept) in cases {
        let it = forked(b"a b here", b"a b there");
        let (look, spare) = (
            it.vault.look(),
            it.vault.spare(&stamp(), b"a b here").unwrap(),
        );
        assert!(look.is_in_place(), "{case}");
        happens(&it);
        // Without the vault, and so without its key.
        let Forked {
            folder,
            vault,
            recovery,
            ..
        } = it;
        drop(vault);
        assert_eq!(look.is_in_place(), case == "nothing happened", "{case}");
        let path = match spare.make_again() {
            Ok(()) => Some(path_in(&folder)),
            Err(_) => spare.keep_beside().unwrap(),
        };
        assert_eq!(path, kept.map(|name| folder.path().join(name)), "{case}");
        if let Some(path) = path {
            assert_eq!(open(&path, &recovery).1, "a b here", "{case}");
        }
    }
}

#[test]
fn what_is_not_made_again_is_kept_beside_where_the_file_is_gone() {
    let it = forked(b"a b here", b"a b there");
    let spare = it.vault.spare(&stamp(), b"a b here").unwrap();
    std::fs::remove_file(path_in(&it.folder)).unwrap();
    let beside = spare.keep_beside().unwrap().unwrap();
    assert_eq!(beside, it.folder.path().join("vault.keytick.recovery-4"));
    assert!(!path_in(&it.folder).exists());
}

#[test]
fn what_is_sealed_for_later_opens_as_if_it_was_written_at_once() {
    let it = forked(b"a b here", b"a b there");
    let usage = it.vault.seal_file("usage", b"three times").unwrap();
    assert_eq!(it.vault.read_sealed("usage").unwrap(), None);
    usage.write().unwrap();
    let read = it.vault.read_sealed("usage").unwrap().unwrap();
    assert_eq!(read.as_slice(), b"three times");
}

#[test]
fn a_look_without_the_vault_sees_what_there_is_to_read() {
    let it = forked(b"a b here", b"a b there");
    assert!(!it.vault.look().finds_news());
    let place = path_in(&it.folder);
    let ours = std::fs::read(&place).unwrap();
    for other in [it.theirs.as_slice(), b"rotten"] {
        std::fs::write(&place, other).unwrap();
        assert!(it.vault.look().finds_news());
    }
    std::fs::write(&place, &ours).unwrap();
    assert!(!it.vault.look().finds_news());
    it.beside("vault (conflicted copy).keytick");
    assert!(it.vault.look().finds_news());
    std::fs::remove_file(&place).unwrap();
    assert!(it.vault.look().finds_news());
}
