//! What merging does, case by case.

use keytick_otp::{Kind, Secret};

use super::Merged;
use crate::schema::Kept;
use crate::testing::{accounts, candidate, hotp_candidate, id_of, with_edit};
use crate::{Accounts, Changes, Edit, Id, Listed, SiteStep};

const WORDS: &str = "other key";

fn merge(one: &Accounts, other: &Accounts) -> Accounts {
    Accounts::merge(None, one, other, WORDS).accounts
}

fn merge_from(base: &Accounts, one: &Accounts, other: &Accounts) -> Accounts {
    Accounts::merge(Some(base), one, other, WORDS).accounts
}

/// A copy of the accounts, changed at `now` by the device with this number.
fn changed(
    book: &Accounts,
    now: u64,
    device: u8,
    change: impl FnOnce(&mut Accounts, &mut Edit<'_>),
) -> Accounts {
    let mut copy = book.clone();
    let mut next = device.wrapping_mul(50);
    let mut random = |bytes: &mut [u8]| {
        next += 1;
        bytes.fill(next);
    };
    let mut edit = Edit {
        now_ms: now * 1000,
        device: [device; 8],
        random: &mut random,
    };
    change(&mut copy, &mut edit);
    copy
}

fn edited(book: &Accounts, now: u64, device: u8, changes: Changes) -> Accounts {
    changed(book, now, device, |book, edit| {
        let id = book.all.keys().next().copied().unwrap();
        let _undo = book.edit(id, changes, edit).unwrap();
    })
}

fn trashed(book: &Accounts, now: u64, device: u8) -> Accounts {
    changed(book, now, device, |book, edit| {
        let ids: Vec<Id> = book.all.keys().copied().collect();
        let _undo = book.trash(&ids, edit).unwrap();
    })
}

fn with_key(secret: &[u8]) -> Changes {
    let mut key = candidate("", "").key;
    key.secret = Secret::from_bytes(secret.to_vec()).unwrap();
    Changes {
        key: Some(key),
        ..Changes::default()
    }
}

fn with_tags(tags: &[&str]) -> Changes {
    Changes {
        tags: Some(tags.iter().map(|tag| (*tag).to_owned()).collect()),
        ..Changes::default()
    }
}

fn issuer(text: &str) -> Changes {
    Changes {
        issuer: Some(text.to_owned()),
        ..Changes::default()
    }
}

fn note(text: &str) -> Changes {
    Changes {
        note: Some(text.to_owned()),
        ..Changes::default()
    }
}

fn names(book: &Accounts) -> Vec<(&str, &str)> {
    let live = book.live();
    let mut names: Vec<_> = live
        .map(|it| (it.issuer.as_str(), it.account.as_str()))
        .collect();
    names.sort_unstable();
    names
}

#[test]
fn what_each_side_added_is_there() {
    let base = Accounts::new();
    let one = changed(&base, 1, 1, |book, edit| {
        let _ = book.add(vec![candidate("Here", "a")], edit).unwrap();
    });
    let other = changed(&base, 1, 2, |book, edit| {
        let _ = book.add(vec![candidate("There", "b")], edit).unwrap();
    });
    assert_eq!(names(&merge(&one, &other)), [("Here", "a"), ("There", "b")]);
}

#[test]
fn fields_are_merged_one_by_one_and_the_last_writer_wins() {
    let base = accounts(&[("Batch", "a")]);
    let one = edited(&edited(&base, 5, 1, issuer("Early")), 6, 1, note("mine"));
    let other = edited(&base, 7, 2, issuer("Late"));
    let merged = merge(&one, &other);
    let account = merged.live().next().unwrap();
    assert_eq!((&*account.issuer, &*account.note), ("Late", "mine"));
}

#[test]
fn an_account_edited_after_it_was_deleted_elsewhere_is_live() {
    let base = accounts(&[("Batch", "a")]);
    let merged = merge(&trashed(&base, 5, 1), &edited(&base, 9, 2, note("new")));
    assert_eq!((merged.live().count(), merged.trashed().count()), (1, 0));
}

#[test]
fn an_account_deleted_by_who_did_not_know_of_an_edit_is_live() {
    let base = accounts(&[("Batch", "a")]);
    let (one, other) = (edited(&base, 5, 2, note("new")), trashed(&base, 9, 1));
    assert_eq!(merge_from(&base, &one, &other).live().count(), 1);
    // Without the ancestor nobody can tell who knew what: it is in the trash, whole.
    let merged = merge(&one, &other);
    assert_eq!(merged.trashed().next().unwrap().note, "new");
}

#[test]
fn an_account_that_nobody_edited_stays_deleted() {
    let base = accounts(&[("Batch", "a")]);
    let merged = merge_from(&base, &base, &trashed(&base, 9, 1));
    assert_eq!((merged.live().count(), merged.trashed().count()), (0, 1));
}

#[test]
fn what_one_side_forgot_comes_back_to_the_trash_with_the_day_it_was_deleted() {
    let base = accounts(&[("Batch", "a")]);
    let forgotten = changed(&trashed(&base, 9, 1), 20, 1, |book, edit| {
        let ids: Vec<Id> = book.all.keys().copied().collect();
        book.purge(&ids, edit);
    });
    assert_eq!(forgotten.all.len(), 0);
    let merged = merge(&base, &forgotten);
    assert_eq!(merged.live().count(), 0);
    assert_eq!(merged.trashed().next().unwrap().deleted_at, Some(9));
    assert!(merged.tombstones.is_empty());
    let edited = merge(&edited(&base, 10, 2, note("new")), &forgotten);
    assert_eq!((edited.live().count(), edited.tombstones.len()), (1, 0));
}

#[test]
fn two_keys_for_one_account_are_two_accounts() {
    let base = accounts(&[("Batch", "a")]);
    let one = edited(&base, 5, 1, with_key(b"the key of the first computer"));
    let other = edited(&base, 7, 2, with_key(b"the key of the second"));
    let Merged {
        accounts: merged,
        second_keys,
    } = Accounts::merge(Some(&base), &one, &other, WORDS);
    assert_eq!(names(&merged), [("Batch", "a"), ("Batch", "a (other key)")]);
    assert_eq!(second_keys.len(), 1);
    let secrets = |book: &Accounts| {
        let all = book.live().map(|it| it.key.secret.expose().to_vec());
        let mut all: Vec<Vec<u8>> = all.collect();
        all.sort();
        all
    };
    assert_eq!(
        secrets(&merged),
        [
            b"the key of the first computer".to_vec(),
            b"the key of the second".to_vec()
        ]
    );
    // The other computer comes to the same, ids and all, and merging again changes nothing.
    let elsewhere = Accounts::merge(Some(&base), &other, &one, WORDS);
    assert!(elsewhere.accounts.is_same(&merged));
    assert!(merge(&merged, &one).is_same(&merged));
}

/// Where the key that lost its account goes, another key was put meanwhile.
#[test]
fn a_key_is_not_lost_because_the_account_of_second_keys_was_given_another() {
    let root = accounts(&[("Batch", "a")]);
    let one = edited(&root, 5, 1, with_key(b"first"));
    let other = edited(&root, 6, 2, with_key(b"second"));
    let Merged {
        accounts: base,
        second_keys,
    } = Accounts::merge(Some(&root), &one, &other, WORDS);
    let (first, second) = (id_of(&root, "Batch"), second_keys[0]);
    let moved = base.all[&second].key.secret.expose().to_vec();
    let put = |book: &Accounts, now, id, secret: &[u8]| {
        changed(book, now, 3, |book, edit| {
            let _undo = book.edit(id, with_key(secret), edit).unwrap();
        })
    };
    let one = put(&base, 10, first, &moved);
    // Which key keeps the first account is a matter of their fingerprints: with some it is
    // the other one.
    for third in 0..8 {
        let other = put(&base, 11, first, &[b't', third]);
        let other = put(&other, 12, second, b"fourth");
        let merged = merge_from(&base, &one, &other);
        let mut secrets = merged.live().map(|it| it.key.secret.expose().to_vec());
        assert!(secrets.any(|secret| secret == moved), "{third}");
    }
}

#[test]
fn a_key_that_only_one_side_changed_is_the_key() {
    let base = accounts(&[("Batch", "a")]);
    let other = edited(&base, 7, 2, with_key(b"new"));
    let merged = merge_from(&base, &base, &other);
    assert_eq!(merged.live().count(), 1);
    assert_eq!(*merged.live().next().unwrap().key.secret.expose(), *b"new");
    // Who does not know the ancestor does not know that the old one was given up.
    assert_eq!(merge(&base, &other).live().count(), 2);
}

#[test]
fn a_second_key_is_called_after_its_account_until_somebody_names_it() {
    let base = accounts(&[("Batch", "a")]);
    let first = id_of(&base, "Batch");
    let one = edited(&base, 5, 1, with_key(b"one"));
    let other = edited(&base, 7, 2, with_key(b"other"));
    let Merged {
        accounts: merged,
        second_keys,
    } = Accounts::merge(Some(&base), &one, &other, WORDS);
    let rename = |id: Id, name: &str, now: u64, device: u8| {
        changed(&merged, now, device, |book, edit| {
            let _undo = book.edit(id, issuer(name), edit).unwrap();
        })
    };
    let (renamed, noted) = (rename(first, "Renamed", 9, 1), rename(first, "Early", 8, 2));
    let follows = merge_from(&merged, &renamed, &noted);
    assert_eq!(
        names(&follows),
        [("Renamed", "a"), ("Renamed", "a (other key)")]
    );
    let named = rename(second_keys[0], "Old key", 8, 2);
    assert_eq!(
        names(&merge_from(&merged, &renamed, &named)),
        [("Old key", "a (other key)"), ("Renamed", "a")]
    );
}

#[test]
fn tags_that_a_second_key_was_given_stay_without_those_of_its_account() {
    let root = accounts(&[("Batch", "a")]);
    let one = edited(&root, 5, 1, with_key(b"first"));
    let other = edited(&root, 6, 2, with_key(b"second"));
    let Merged {
        accounts: base,
        second_keys,
    } = Accounts::merge(Some(&root), &one, &other, WORDS);
    let tag = |at: usize, tag: &str, id| {
        changed(&base, 10, at as u8, |book, edit| {
            let _undo = book.edit(id, with_tags(&[tag]), edit).unwrap();
        })
    };
    let (first, second) = (id_of(&root, "Batch"), second_keys[0]);
    let (of_first, of_second) = (tag(3, "Work", first), tag(4, "Home", second));
    // One computer heard of the first account's tag before it heard of the second's.
    let renamed = edited(&base, 11, 5, note("new"));
    let heard = merge_from(&base, &of_first, &renamed);
    let merged = merge_from(&base, &heard, &of_second);
    assert_eq!(merged.all[&first].tags, ["Work"]);
    assert_eq!(merged.all[&second].tags, ["Home"]);
}

#[test]
fn a_counter_is_the_higher_one() {
    let base = changed(&Accounts::new(), 1, 1, |book, edit| {
        let _ = book.add(vec![hotp_candidate(5)], edit).unwrap();
    });
    let advanced = |times: usize| {
        changed(&base, 2, 1, |book, edit| {
            let id = id_of(book, "Counter");
            for _ in 0..times {
                let _code = book.advance(id, edit).unwrap();
            }
        })
    };
    let counter = |book: Accounts| book.live().next().unwrap().key.kind.counter();
    assert_eq!(counter(merge(&advanced(3), &advanced(1))), Some(8));
    assert_eq!(counter(merge_from(&base, &base, &advanced(2))), Some(7));
}

#[test]
fn other_digits_are_no_other_key() {
    let base = accounts(&[("Batch", "a")]);
    let mut key = base.live().next().unwrap().key.clone();
    if let Kind::Totp { digits, .. } = &mut key.kind {
        *digits = keytick_otp::Digits::new(8).unwrap();
    }
    let changes = Changes {
        key: Some(key),
        ..Changes::default()
    };
    let merged = merge(&base, &edited(&base, 5, 1, changes));
    let digits: Vec<u8> = merged.live().map(|it| it.key.kind.digits()).collect();
    assert_eq!(digits, [8]);
}

#[test]
fn tags_are_sets() {
    let base = edited(
        &accounts(&[("Batch", "a")]),
        2,
        1,
        with_tags(&["Old", "Work"]),
    );
    let one = edited(&base, 5, 1, with_tags(&["Work", "Mine"]));
    let other = edited(&base, 7, 2, with_tags(&["Old", "Work", "Their"]));
    let tags = |book: Accounts| book.live().next().unwrap().tags.clone();
    assert_eq!(
        tags(merge_from(&base, &one, &other)),
        ["Mine", "Their", "Work"]
    );
    assert_eq!(tags(merge(&one, &other)), ["Mine", "Old", "Their", "Work"]);
    // An order that both agree on is kept.
    assert_eq!(
        tags(merge(&one, &edited(&one, 9, 2, note("x")))),
        ["Work", "Mine"]
    );
}

#[test]
fn what_a_newer_program_wrote_is_kept_and_the_last_writer_of_it_wins() {
    let base = accounts(&[("Batch", "a")]);
    let stamped = |time: u64, value: &str| {
        let mut book = base.clone();
        let account = book.all.values_mut().next().unwrap();
        let clock = format!("{time}.0.0101010101010101");
        account.unknown.insert("codes".into(), Kept::of_text(value));
        account
            .other_modified
            .insert("codes".into(), Kept::of_text(&clock));
        book.unknown.insert(value.into(), Kept::of_text(value));
        book.unreadable.push(Kept::of_text(value));
        book
    };
    let (one, other) = (stamped(9_000, "a, later"), stamped(5_000, "z, earlier"));
    let merged = merge(&one, &other);
    let account = merged.all.values().next().unwrap();
    assert_eq!(account.unknown["codes"].read(), Some("a, later".to_owned()));
    assert_eq!((merged.unknown.len(), merged.unreadable()), (2, 2));
    // The newer program replaced an account that this one cannot read.
    let replaced = merge_from(&one, &one, &other);
    assert_eq!(replaced.unreadable(), 1);
}

#[test]
fn a_site_that_was_done_or_taken_off_a_list_is_so() {
    let listed = |issuer: &str| Listed {
        issuer: issuer.to_owned(),
        account: String::new(),
    };
    let base = changed(&Accounts::new(), 1, 1, |book, edit| {
        let sites = vec![listed("Zeta"), listed("Alpha"), listed("Beta")];
        let _id = book.begin_move("Authy", sites, edit).unwrap();
    });
    let step = |now: u64, device: u8, site: usize, step: SiteStep| {
        changed(&base, now, device, |book, edit| {
            let (id, site) = (book.moves[0].id, book.moves[0].sites[site].id);
            book.step_move(id, site, step, edit).unwrap();
        })
    };
    let merged = merge(
        &step(5, 1, 0, SiteStep::Done(true)),
        &step(6, 2, 2, SiteStep::Remove),
    );
    let sites = merged.moves()[0].sites.iter();
    let sites: Vec<_> = sites.map(|site| (&*site.issuer, site.done)).collect();
    assert_eq!(sites, [("Alpha", None), ("Zeta", Some(5))]);
    let ended = changed(&base, 9, 1, |book, edit| {
        let id = book.moves[0].id;
        book.end_move(id, edit).unwrap();
    });
    assert!(merge(&merged, &ended).moves().is_empty());
}

#[test]
fn the_second_key_of_a_deleted_account_does_not_come_back_on_its_own() {
    let base = accounts(&[("Batch", "a")]);
    let one = edited(&base, 5, 1, with_key(b"one"));
    let other = edited(&base, 7, 2, with_key(b"other"));
    let merged = merge_from(&base, &one, &other);
    let settled = changed(&merged, 9, 1, |book, edit| {
        let second = book
            .live()
            .find(|it| it.account == "a (other key)")
            .unwrap()
            .id;
        let _undo = book.trash(&[second], edit).unwrap();
    });
    assert_eq!(merge(&settled, &one).live().count(), 1);
    assert_eq!(merge(&settled, &other).live().count(), 1);
}

#[test]
fn merged_accounts_can_be_changed_and_read_again() {
    let mut book = merge(&accounts(&[("Batch", "a")]), &accounts(&[("Batch", "a")]));
    let id = id_of(&book, "Batch");
    let _ = with_edit(1, |edit| book.edit(id, note("n"), edit)).unwrap();
    let again = Accounts::from_payload(&book.to_payload()).unwrap();
    assert!(again.is_same(&book));
}
