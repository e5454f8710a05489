//! Worlds as sandboxes: the same seed gives the same, snapshots, what a tester changes in people,
//! and what never shows.

use keytick_simulator::profile::{Cast, CastFactor};
use keytick_simulator::world::{
    Action, Control, Data, Deed, EVENT_TYPES, Go, Moment, StageName, UserPatch, World,
};

use crate::lab::{Browser, Lab, N, N_PLUS_1, SECRET, WRONG, profile};

/// A day in a world: set-up, logins, wrong codes, recovery.
fn day(lab: &mut Lab) -> Vec<String> {
    lab.plain("eve", "user");
    let mut eve = Browser::new();
    eve.password(lab, "eve").unwrap();
    eve.start(lab).unwrap();
    let key = lab
        .world
        .user("eve")
        .unwrap()
        .factor
        .pending
        .as_ref()
        .unwrap()
        .key
        .clone();
    let code = key.code(37_037_036);
    eve.verify(lab, WRONG).unwrap_err();
    eve.verify(lab, &code).unwrap();
    let backup = eve.codes(lab).remove(0);
    eve.ack(lab).unwrap();
    eve.logout(lab);
    eve.password(lab, "eve").unwrap();
    eve.code(lab, WRONG).unwrap_err();
    eve.backup(lab, &backup).unwrap();
    lab.advance(30);
    let events = lab.world.events().since(0);
    events
        .map(|event| serde_json::to_string(event).unwrap())
        .collect()
}

#[test]
fn the_same_seed_and_the_same_steps_give_the_same_events() {
    let first = day(&mut Lab::new("infura"));
    let second = day(&mut Lab::new("infura"));
    assert_eq!(first, second);
    assert!(first.len() > 20);
    let mut other = Lab::seeded(profile("infura"), 8);
    day(&mut other);
    let mut seeded = Lab::seeded(profile("infura"), 7);
    day(&mut seeded);
    assert_ne!(other.world.user("bob"), seeded.world.user("bob"));
}

#[test]
fn only_the_real_time_differs_when_it_does() {
    let mut later = Lab::new("infura");
    later.real = later.real.plus_seconds(99);
    let strip = |events: Vec<String>| {
        let parse = |text: &String| serde_json::from_str::<serde_json::Value>(text).unwrap();
        let mut events: Vec<serde_json::Value> = events.iter().map(parse).collect();
        events
            .iter_mut()
            .for_each(|event| event["t_real"] = serde_json::Value::Null);
        events
    };
    assert_eq!(strip(day(&mut Lab::new("infura"))), strip(day(&mut later)));
}

#[test]
fn a_snapshot_is_a_copy_and_the_log_goes_on() {
    let mut lab = Lab::new("infura");
    lab.enrolled("zoe", "user");
    let before = lab.world.clone();
    let mut zoe = Browser::logged_in(&mut lab, "zoe");
    lab.control(Control::DeleteUser {
        user: "alice".to_owned(),
    });
    assert_eq!(before.users().count(), lab.world.users().count() + 1);
    let seq = lab.seq();
    let real = lab.real;
    lab.world.restore(&before, real);
    assert_eq!(lab.types_since(seq), ["world.restored"]);
    assert_eq!(lab.world.users().count(), before.users().count());
    assert_eq!(
        zoe.stage(&mut lab),
        StageName::Anonymous,
        "sessions are those of the snapshot"
    );
    assert_eq!(zoe.password(&mut lab, "zoe"), Ok(Go::Challenge));
    assert_eq!(
        zoe.code(&mut lab, N),
        Ok(Go::Home),
        "and so is what was used"
    );
}

#[test]
fn a_world_reads_what_it_writes() {
    let mut lab = Lab::new("rocketchat-observed");
    lab.enrolled("zoe", "user");
    lab.fault(keytick_simulator::world::FaultKind::AcceptReplay);
    lab.next_codes(&["aaaaaaaa"]);
    let mut alice = Browser::new();
    alice.password(&mut lab, "alice").unwrap();
    let text = serde_json::to_string(&lab.world).unwrap();
    let read: World = serde_json::from_str(&text).unwrap();
    assert_eq!(read, lab.world);
}

#[test]
fn a_store_can_keep_the_events_apart() {
    let mut lab = Lab::new("infura");
    day(&mut lab);
    let events = lab
        .world
        .events()
        .since(0)
        .map(|event| event.as_ref().clone())
        .collect();
    let bare = lab.world.bare();
    assert_eq!(bare.events().since(0).count(), 0);
    assert_eq!(bare.events().next_seq(), lab.world.events().next_seq());
    assert_eq!(bare.with_events(events), lab.world);
}

#[test]
fn an_idle_world_is_small() {
    for (name, _) in keytick_simulator::profile::BUILTIN {
        let lab = Lab::new(name);
        let profile = serde_json::to_string(lab.world.profile().as_ref())
            .unwrap()
            .len();
        // JSON is larger than what is in memory: keys, hexadecimal, quotes. The profile is shared.
        let world = serde_json::to_string(&lab.world).unwrap().len() - profile;
        assert!(world < 32 * 1024, "{name}: {world}");
    }
}

#[test]
fn the_log_keeps_what_is_new() {
    let mut lab = Lab::new("batch");
    let first = lab.seq() + 1;
    for _ in 0..12_000 {
        lab.control(Control::ClearMail);
    }
    let seqs = |since: u64| {
        let events = lab.world.events().since(since);
        events.map(|event| event.seq).collect::<Vec<u64>>()
    };
    let last = first + 11_999;
    assert_eq!(seqs(last - 3), [last - 2, last - 1, last]);
    assert!(seqs(last).is_empty());
    let all = seqs(0);
    assert!((10_000..10_500).contains(&all.len()), "{}", all.len());
    assert!(all.windows(2).all(|pair| pair[0] + 1 == pair[1]));
}

#[test]
fn a_reset_begins_again_with_the_same_keys() {
    let mut lab = Lab::new("infura");
    let bob = lab.world.user("bob").unwrap().factor.clone();
    lab.plain("eve", "user");
    lab.advance(99);
    let seq = lab.seq();
    lab.control(Control::Reset);
    assert_eq!(lab.world.user("bob").unwrap().factor, bob);
    assert!(lab.world.user("eve").is_none());
    assert_eq!(lab.types_since(seq)[0], "world.reset");
    assert_eq!(
        lab.world.now(lab.real),
        Moment::from_seconds(crate::lab::START)
    );
}

#[test]
fn one_person_is_reset_and_nobody_else() {
    let mut lab = Lab::new("infura");
    lab.enrolled("zoe", "user");
    let mut zoe = Browser::logged_in(&mut lab, "zoe");
    let mut alice = Browser::new();
    alice.password(&mut lab, "alice").unwrap();
    let proof = Default::default();
    zoe.does(&mut lab, Deed::Disable { proof }).unwrap();
    lab.control(Control::ResetUser {
        user: "zoe".to_owned(),
    });
    assert_eq!(lab.factor("zoe"), "ON");
    assert_eq!(zoe.stage(&mut lab), StageName::Anonymous);
    assert_eq!(alice.stage(&mut lab), StageName::Full);
    assert_eq!(zoe.password(&mut lab, "zoe"), Ok(Go::Challenge));
    assert_eq!(
        zoe.code(&mut lab, N),
        Ok(Go::Home),
        "with the same key, unused"
    );
}

#[test]
fn a_tester_makes_and_changes_people() {
    let mut lab = Lab::new("infura");
    let create = |cast: Cast| Action::Control(Control::CreateUser(cast));
    for (cast, status) in [
        (Cast::new("alice", "user", "demo"), 409),
        (Cast::new("", "user", "demo"), 422),
        (Cast::new("dan", "user", ""), 422),
        (
            Cast {
                secret: Some("1!".to_owned()),
                ..Cast::new("dan", "user", "demo")
            },
            422,
        ),
    ] {
        let refusal = lab.step(create(cast)).result.unwrap_err();
        assert_eq!(refusal.kind.status(), status);
    }
    let patch = |patch: UserPatch| Control::PatchUser {
        user: "alice@demo.test".to_owned(),
        patch,
    };
    let on = UserPatch {
        factor: Some(CastFactor::On),
        secret: Some(SECRET.into()),
        codes: Some(vec!["spare".to_owned()]),
        ..UserPatch::default()
    };
    assert_eq!(lab.control(patch(on)), Data::User("alice".to_owned()));
    assert_eq!(
        (lab.factor("alice").as_str(), lab.codes_left("alice")),
        ("ON", 1)
    );
    Browser::logged_in(&mut lab, "alice");
    let off = UserPatch {
        factor: Some(CastFactor::Off),
        password: Some("other".into()),
        role: Some("support".to_owned()),
        ..UserPatch::default()
    };
    lab.control(patch(off));
    let mut alice = Browser::new();
    assert!(alice.password(&mut lab, "alice").is_err());
    assert_eq!(alice.login(&mut lab, "alice", "other", false), Ok(Go::Home));
    assert!(lab.world.powers(alice.session.as_ref().unwrap()).cases);
    lab.control(Control::CloseSessions {
        user: "alice".to_owned(),
    });
    assert_eq!(alice.stage(&mut lab), StageName::Anonymous);
    lab.control(Control::DeleteUser {
        user: "alice".to_owned(),
    });
    assert!(alice.login(&mut lab, "alice", "other", false).is_err());
    let unknown = lab.step(Action::Control(Control::ResetUser {
        user: "alice".to_owned(),
    }));
    assert_eq!(unknown.result.unwrap_err().kind.status(), 404);
}

#[test]
fn the_oracle_gives_codes_and_says_so() {
    let mut lab = Lab::new("infura");
    lab.enrolled("zoe", "user");
    for (offset, wanted) in [(0, N), (1, N_PLUS_1)] {
        let data = lab.control(Control::Oracle {
            user: "zoe".to_owned(),
            offset,
        });
        let Data::Oracle { code, step, .. } = data else {
            panic!("{data:?}");
        };
        assert_eq!(
            (code.as_str(), step),
            (wanted, 37_037_036 + u64::try_from(offset).unwrap())
        );
    }
    assert_eq!(lab.last("oracle.asked").data["user"], "zoe");
}

#[test]
fn the_log_shows_no_code_and_no_key() {
    let mut lab = Lab::new("bytebase");
    lab.next_secret();
    lab.next_codes(&["aaaaaAAAAA"]);
    lab.plain("eve@demo.test", "member");
    let mut eve = Browser::new();
    eve.password(&mut lab, "eve@demo.test").unwrap();
    eve.start(&mut lab).unwrap();
    eve.does(&mut lab, Deed::RevealKey).unwrap();
    eve.verify(&mut lab, WRONG).unwrap_err();
    eve.verify(&mut lab, N).unwrap();
    eve.does(&mut lab, Deed::DownloadCodes).unwrap();
    eve.ack(&mut lab).unwrap();
    eve.password(&mut lab, "eve@demo.test").unwrap();
    eve.backup(&mut lab, "bbbbb").unwrap_err();
    eve.backup(&mut lab, "aaaaaAAAAA").unwrap();
    let log: Vec<String> = lab
        .world
        .events()
        .since(0)
        .map(|event| serde_json::to_string(event).unwrap())
        .collect();
    let log = log.join("\n") + &format!("{:?}", lab.world);
    for secret in [SECRET, N, WRONG, "aaaaaAAAAA", "bbbbb", "otpauth:"] {
        assert!(!log.contains(secret), "{secret}");
    }
}

#[test]
fn every_event_that_is_written_is_in_the_list() {
    let listed: Vec<&str> = EVENT_TYPES.iter().map(|(kind, _)| *kind).collect();
    let mut sorted = listed.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(sorted.len(), listed.len());
    let mut lab = Lab::new("infura");
    day(&mut lab);
    for event in lab.world.events().since(0) {
        assert!(listed.contains(&event.kind.as_ref()), "{}", event.kind);
    }
}

#[test]
fn forms_have_a_token_of_their_session() {
    let mut lab = Lab::new("infura");
    let mut alice = Browser::new();
    alice.password(&mut lab, "alice").unwrap();
    let first = alice.session.clone().unwrap();
    alice.password(&mut lab, "alice").unwrap();
    let second = alice.session.clone().unwrap();
    assert_eq!(lab.world.csrf(&first).len(), 32);
    assert_ne!(lab.world.csrf(&first), lab.world.csrf(&second));
}
