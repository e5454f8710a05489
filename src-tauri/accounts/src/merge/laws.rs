//! The laws of merging, over arbitrary histories of three devices.

use std::collections::{BTreeMap, BTreeSet};

use keytick_otp::{Digits, Kind, OtpKey, Pin, Secret};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::recovery::RecoveryCodes;
use crate::schema::Kept;
use crate::testing::candidate;
use crate::{Accounts, Changes, Edit, Id, Listed, SiteStep, Undo};

/// One change, on an account picked by a number.
#[derive(Debug, Clone)]
enum Change {
    Add(u8),
    Rename(usize, u8),
    Tags(usize, Vec<u8>),
    Key(usize, u8),
    Digits(usize, u8),
    Pin(usize, u8),
    Counter(usize),
    Advance(usize),
    Favourite(usize, bool),
    Recovery(usize, Vec<u8>),
    Tick(usize, u8, bool),
    Trash(usize),
    Restore(usize),
    Purge(usize),
    Undo,
    Expire,
    Unknown(usize, u8, bool),
    TopUnknown(u8),
    Unreadable(u8),
    BeginMove(u8),
    Site(usize, usize, u8),
    EndMove(usize),
}

fn change() -> impl Strategy<Value = Change> {
    let which = 0..6_usize;
    prop_oneof![
        3 => (0..4_u8).prop_map(Change::Add),
        2 => (which.clone(), 0..4_u8).prop_map(|(at, name)| Change::Rename(at, name)),
        2 => (which.clone(), vec(0..4_u8, 0..3)).prop_map(|(at, tags)| Change::Tags(at, tags)),
        4 => (which.clone(), 0..4_u8).prop_map(|(at, key)| Change::Key(at, key)),
        2 => (which.clone(), 6..9_u8).prop_map(|(at, digits)| Change::Digits(at, digits)),
        1 => (which.clone(), 0..3_u8).prop_map(|(at, pin)| Change::Pin(at, pin)),
        1 => which.clone().prop_map(Change::Counter),
        2 => which.clone().prop_map(Change::Advance),
        1 => (which.clone(), any::<bool>()).prop_map(|(at, on)| Change::Favourite(at, on)),
        2 => (which.clone(), vec(0..4_u8, 0..3)).prop_map(|(at, codes)| Change::Recovery(at, codes)),
        3 => (which.clone(), 0..4_u8, any::<bool>())
            .prop_map(|(at, code, used)| Change::Tick(at, code, used)),
        3 => which.clone().prop_map(Change::Trash),
        1 => which.clone().prop_map(Change::Restore),
        2 => which.clone().prop_map(Change::Purge),
        1 => Just(Change::Undo),
        1 => Just(Change::Expire),
        1 => (which.clone(), 0..3_u8, any::<bool>())
            .prop_map(|(at, value, stamped)| Change::Unknown(at, value, stamped)),
        1 => (0..3_u8).prop_map(Change::TopUnknown),
        1 => (0..3_u8).prop_map(Change::Unreadable),
        1 => (0..4_u8).prop_map(Change::BeginMove),
        1 => (0..2_usize, 0..3_usize, 0..3_u8).prop_map(|(at, site, step)| Change::Site(at, site, step)),
        1 => (0..2_usize).prop_map(Change::EndMove),
    ]
}

/// What a device does, and how far its wall clock is off, in seconds.
fn history(most: usize) -> impl Strategy<Value = (Vec<Change>, u64)> {
    (vec(change(), 0..most), 0..5_u64)
}

/// A copy of `base` after a device's history.
fn copy_after(base: &Accounts, device: u8, (changes, late): &(Vec<Change>, u64)) -> Accounts {
    let mut book = base.clone();
    let mut past: Vec<Undo> = Vec::new();
    let mut drawn = 0_u8;
    for (step, change) in (0_u64..).zip(changes) {
        let mut random = |bytes: &mut [u8]| {
            drawn += 1;
            bytes.fill(drawn);
            bytes[0] = device;
        };
        let mut edit = Edit {
            now_ms: (1_000 + late + step) * 1_000,
            device: [device; 8],
            random: &mut random,
        };
        let undo = apply(&mut book, change, &mut past, &mut edit);
        past.extend(undo);
    }
    book
}

/// Makes a change if it can be made; gives how to undo it.
fn apply(
    book: &mut Accounts,
    change: &Change,
    past: &mut Vec<Undo>,
    edit: &mut Edit<'_>,
) -> Option<Undo> {
    let pick = |book: &Accounts, at: usize| {
        let count = book.all.len().max(1);
        book.all.keys().nth(at % count).copied()
    };
    let with = |book: &mut Accounts, at: usize, changes: Changes, edit: &mut Edit<'_>| {
        book.edit(pick(book, at)?, changes, edit).ok()
    };
    let key_of = |book: &Accounts, at: usize| Some(book.all[&pick(book, at)?].key.clone());
    let with_key = |key: OtpKey| Changes {
        key: Some(key),
        ..Changes::default()
    };
    match change {
        Change::Add(name) => {
            let added = book.add(vec![candidate(&format!("N{name}"), "a")], edit);
            Some(added.ok()?.undo)
        }
        Change::Rename(at, name) => {
            let changes = Changes {
                issuer: Some(format!("R{name}")),
                ..Changes::default()
            };
            with(book, *at, changes, edit)
        }
        Change::Tags(at, tags) => {
            let changes = Changes {
                tags: Some(tags.iter().map(u8::to_string).collect()),
                ..Changes::default()
            };
            with(book, *at, changes, edit)
        }
        Change::Key(at, secret) => {
            let mut key = key_of(book, *at)?;
            key.secret = Secret::from_bytes(vec![b'k', *secret]).ok()?;
            with(book, *at, with_key(key), edit)
        }
        Change::Digits(at, count) => {
            let mut key = key_of(book, *at)?;
            if let Kind::Totp { digits, .. } | Kind::Hotp { digits, .. } = &mut key.kind {
                *digits = Digits::new(*count).ok()?;
            }
            with(book, *at, with_key(key), edit)
        }
        Change::Pin(at, pin) => {
            let mut key = key_of(book, *at)?;
            key.kind = Kind::Motp {
                pin: Pin::new(&format!("p{pin}")).ok()?,
            };
            with(book, *at, with_key(key), edit)
        }
        Change::Counter(at) => {
            let mut key = key_of(book, *at)?;
            key.kind = Kind::Hotp {
                algorithm: keytick_otp::Algorithm::Sha1,
                digits: Digits::new(6).ok()?,
                counter: 7,
            };
            with(book, *at, with_key(key), edit)
        }
        Change::Advance(at) => {
            let _code = book.advance(pick(book, *at)?, edit).ok()?;
            None
        }
        Change::Favourite(at, on) => {
            let changes = Changes {
                favourite: Some(*on),
                ..Changes::default()
            };
            with(book, *at, changes, edit)
        }
        Change::Recovery(at, codes) => {
            let texts: Vec<String> = codes.iter().map(u8::to_string).collect();
            let codes = RecoveryCodes::new(texts.iter().map(|text| (text.as_str(), None)));
            book.set_recovery_codes(pick(book, *at)?, codes.ok()?, edit)
                .ok()
        }
        Change::Tick(at, code, used) => {
            let id = pick(book, *at)?;
            book.mark_recovery_code(id, &code.to_string(), *used, edit)
                .ok()
        }
        Change::Trash(at) => book.trash(&[pick(book, *at)?], edit).ok(),
        Change::Restore(at) => book.restore(&[pick(book, *at)?], edit).ok(),
        Change::Purge(at) => {
            book.purge(&[pick(book, *at)?], edit);
            None
        }
        Change::Undo => {
            let _gone = book.undo(past.pop()?, edit);
            None
        }
        Change::Expire => {
            let _changed = book.expire(edit);
            None
        }
        Change::Unknown(at, value, stamped) => {
            let clock = book.tick(edit).to_string();
            let id = pick(book, *at)?;
            let account = book.all.get_mut(&id)?;
            let name = "of_later".to_owned();
            if *stamped {
                let clock = Kept::of_text(&clock);
                account.other_modified.insert(name.clone(), clock);
            }
            account
                .unknown
                .insert(name, Kept::of_text(&value.to_string()));
            None
        }
        Change::TopUnknown(value) => {
            let kept = Kept::of_text(&value.to_string());
            book.unknown.insert("of_later".to_owned(), kept);
            None
        }
        Change::Unreadable(value) => {
            let kept = Kept::of_text(&value.to_string());
            match book.unreadable.iter().position(|it| *it == kept) {
                Some(place) => drop(book.unreadable.remove(place)),
                None => book.unreadable.push(kept),
            }
            None
        }
        Change::BeginMove(count) => {
            let listed = (0..*count).map(|site| Listed {
                issuer: format!("S{}", 9 - site),
                account: String::new(),
            });
            book.begin_move("App", listed.collect(), edit).ok()?;
            None
        }
        Change::Site(at, site, step) => {
            let chosen = book.moves.get(*at)?;
            let (id, site) = (chosen.id, chosen.sites.get(*site)?.id);
            let step = match step {
                0 => SiteStep::Done(true),
                1 => SiteStep::New(Some(id)),
                _ => SiteStep::Remove,
            };
            book.step_move(id, site, step, edit).ok()?;
            None
        }
        Change::EndMove(at) => {
            book.end_move(book.moves.get(*at)?.id, edit).ok()?;
            None
        }
    }
}

/// An ancestor that itself came of a merge, and three copies that went on from it.
#[derive(Debug, Clone)]
struct Family {
    base: Accounts,
    copies: [Accounts; 3],
}

fn family() -> impl Strategy<Value = Family> {
    let early = (history(4), history(3), history(3));
    let late = [history(6), history(6), history(6)];
    (early, late).prop_map(|((root, left, right), late)| {
        let root = copy_after(&Accounts::new(), 1, &root);
        let (left, right) = (copy_after(&root, 2, &left), copy_after(&root, 3, &right));
        let base = Accounts::merge(Some(&root), &left, &right, "other").accounts;
        let mut device = 3;
        let copies = late.map(|late| {
            device += 1;
            copy_after(&base, device, &late)
        });
        Family { base, copies }
    })
}

fn merge(base: Option<&Accounts>, one: &Accounts, other: &Accounts) -> Accounts {
    Accounts::merge(base, one, other, "other").accounts
}

/// A key as the account with this id needs it: with its kind and PIN.
type Key = (Vec<u8>, &'static str, String);

fn keys(book: &Accounts) -> impl Iterator<Item = (Id, Key)> + '_ {
    book.all.values().map(|account| {
        let OtpKey { secret, kind } = &account.key;
        let pin = kind.pin().map_or("", |pin| pin.as_str()).to_owned();
        (
            account.id,
            (secret.expose().to_vec(), kind.type_name(), pin),
        )
    })
}

/// The counter of an account that has the same secret in all of these.
fn counter(id: Id, books: [&Accounts; 3]) -> Option<[u64; 3]> {
    let keys = books.map(|book| book.all.get(&id).map(|it| &it.key));
    let [first, ..] = keys;
    let same = |key: &Option<&OtpKey>| key.map(|it| &it.secret) == first.map(|it| &it.secret);
    let counters = keys.map(|key| key?.kind.counter());
    let [Some(one), Some(two), Some(three)] = counters else {
        return None;
    };
    keys.iter().all(same).then_some([one, two, three])
}

#[track_caller]
fn assert_same(one: &Accounts, other: &Accounts) {
    let json = |book: &Accounts| String::from_utf8_lossy(&book.to_payload()).into_owned();
    assert!(one.is_same(other), "{}\n\n{}", json(one), json(other));
}

/// The laws for two copies, or three, that came from `base`, if that is known.
fn check([one, two, three]: &[Accounts; 3], base: Option<&Accounts>) {
    let merged = merge(base, one, two);
    assert_same(&merge(base, two, one), &merged);
    let left = merge(base, &merged, three);
    let right = merge(base, one, &merge(base, two, three));
    assert_same(&left, &right);
    for copy in [one, two, &merged] {
        assert_same(&merge(base, &merged, copy), &merged);
    }
    assert_same(&merge(base, one, one), one);
    loses_no_secret([one, two], &merged, base);
    takes_no_counter_back([one, two], &merged);
    loses_no_recovery_code([one, two], &merged, base);
    let read = Accounts::from_payload(&merged.to_payload()).unwrap();
    assert_same(&read, &merged);
}

/// Every account and every key of both is there. With the ancestor, a key may go that one
/// side replaced and the other did not touch.
fn loses_no_secret([one, other]: [&Accounts; 2], merged: &Accounts, base: Option<&Accounts>) {
    let there: BTreeSet<Key> = keys(merged).map(|(_, key)| key).collect();
    let before: BTreeSet<(Id, Key)> = base.into_iter().flat_map(keys).collect();
    for (mine, theirs) in [(one, other), (other, one)] {
        let theirs: BTreeSet<(Id, Key)> = keys(theirs).collect();
        for key in keys(mine) {
            assert!(merged.all.contains_key(&key.0));
            let replaced = before.contains(&key) && !theirs.contains(&key);
            assert!(there.contains(&key.1) || replaced, "{key:?}");
        }
    }
}

fn takes_no_counter_back([one, other]: [&Accounts; 2], merged: &Accounts) {
    for id in one.all.keys() {
        if let Some([one, other, merged]) = counter(*id, [one, other, merged]) {
            assert_eq!(merged, one.max(other));
        }
    }
}

/// A recovery code as the account with this id has it: its text, and when it was used.
fn recovery(book: &Accounts, id: Id) -> BTreeMap<String, Option<u64>> {
    let codes = book.all.get(&id).map(|account| account.recovery.iter());
    let codes = codes.into_iter().flatten();
    codes
        .map(|code| (code.text().to_string(), code.used))
        .collect()
}

/// Every recovery code of both is there, and used if either says so. With the ancestor, one side
/// may have taken it or its tick away, if the other left it as it was.
fn loses_no_recovery_code(
    [one, other]: [&Accounts; 2],
    merged: &Accounts,
    base: Option<&Accounts>,
) {
    for id in one.all.keys().chain(other.all.keys()) {
        let before = base.map_or_else(BTreeMap::new, |base| recovery(base, *id));
        let after = recovery(merged, *id);
        for mine in [one, other].map(|book| recovery(book, *id)) {
            for (code, used) in mine {
                let left_alone = before.get(&code) == Some(&used);
                let kept = after.get(&code);
                assert!(left_alone || kept.is_some(), "{code}");
                assert!(left_alone || kept >= Some(&used), "{code}");
            }
        }
    }
}

/// How many families are merged: `KEYTICK_MERGES` says, for long runs.
fn cases() -> u32 {
    let said = std::env::var("KEYTICK_MERGES").ok();
    said.and_then(|said| said.parse().ok()).unwrap_or(10_000)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases()))]

    #[test]
    fn merging_is_commutative_associative_and_idempotent_and_loses_no_secret(family in family()) {
        for base in [None, Some(&family.base)] {
            check(&family.copies, base);
        }
    }
}
