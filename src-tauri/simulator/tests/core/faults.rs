//! How faults are asked for, matched and counted.

use keytick_simulator::world::{
    Access, Action, AddFault, Break, Control, FAULT_KINDS, FaultKind, Go, Origin, StageName,
    Tampered, Transport, Visit,
};

use crate::lab::{Browser, Lab, N, WRONG};

#[track_caller]
fn fault(json: &str) -> AddFault {
    AddFault::from_json(serde_json::from_str(json).unwrap()).unwrap()
}

fn transport(lab: &mut Lab, route: &str) -> Transport {
    let mut browser = Browser::new();
    let (_, visited) = browser.visit(lab, route, Access::Anyone, false).unwrap();
    visited.transport
}

/// Each kind, with what it takes.
#[test]
fn every_kind_can_be_asked_for() {
    let params = |kind: &str| match kind {
        "delay" => r#"{"ms": 500}"#,
        "http_status" => r#"{"status": 503}"#,
        "reset" => r#"{"when": "after"}"#,
        "drip" => r#"{"bytes_per_s": 10}"#,
        "clock_skew" | "mail_delay" => r#"{"s": 90}"#,
        "param_mismatch" => r#"{"param": "period"}"#,
        "reject_valid" => r#"{"n": 3}"#,
        "window" => r#"{"lo": -3, "hi": 3}"#,
        "tamper" => r#"{"field": "codes"}"#,
        "issuer_mismatch" => "{}",
        _ => "null",
    };
    for (kind, _, _) in FAULT_KINDS {
        let added = match params(kind) {
            "null" => fault(&format!(r#"{{"kind": "{kind}"}}"#)),
            params => fault(&format!(r#"{{"kind": "{kind}", "params": {params}}}"#)),
        };
        assert_eq!(added.kind.name(), *kind);
    }
}

#[test]
fn what_no_fault_is_is_refused_in_words() {
    for (json, words) in [
        (r#"{"kind": "flood"}"#, "unknown variant `flood`"),
        (r#"{"kind": "delay"}"#, "missing field"),
        (
            r#"{"kind": "delay", "params": {"ms": -1}}"#,
            "invalid value",
        ),
        (r#"{"kind": "reset", "time": 3}"#, "unknown field `time`"),
        (
            r#"{"kind": "reset", "match": {"path": "/"}}"#,
            "unknown field `path`",
        ),
        (r#"{"kind": "csrf_stale", "probability": 2}"#, "from 0 to 1"),
        (
            r#"{"kind": "csrf_stale", "times": "often"}"#,
            "did not match",
        ),
    ] {
        let error = AddFault::from_json(serde_json::from_str(json).unwrap()).unwrap_err();
        assert!(error.contains(words), "{json}: {error}");
    }
    let mut lab = Lab::new("batch");
    let odd = fault(r#"{"kind": "http_status", "params": {"status": 200}}"#);
    let outcome = lab.step(keytick_simulator::world::Action::Control(
        Control::AddFault(odd),
    ));
    assert!(outcome.result.is_err());
}

#[test]
fn faults_of_the_connection_are_told_to_the_server() {
    let mut lab = Lab::new("batch");
    for json in [
        r#"{"kind": "delay", "params": {"ms": 60000}}"#,
        r#"{"kind": "http_status", "params": {"status": 503}}"#,
        r#"{"kind": "reset", "params": {"when": "after"}}"#,
        r#"{"kind": "drip", "params": {"bytes_per_s": 10}}"#,
        r#"{"kind": "csrf_stale"}"#,
    ] {
        lab.control(Control::AddFault(fault(json)));
    }
    let wanted = Transport {
        delay_ms: 60_000,
        before: Some(Break::Status(503)),
        after: Some(Break::Reset),
        drip_bytes_per_s: Some(10),
        stale_csrf: true,
    };
    assert_eq!(transport(&mut lab, "/login"), wanted);
    lab.control(Control::ClearFaults);
    assert_eq!(transport(&mut lab, "/login"), Transport::default());
}

#[test]
fn a_fault_fires_where_it_matches_and_as_often_as_it_should() {
    let mut lab = Lab::new("batch");
    let json =
        r#"{"kind": "delay", "params": {"ms": 5}, "match": {"route": "/settings/*"}, "times": 2}"#;
    lab.control(Control::AddFault(fault(json)));
    let routes = [
        "/login",
        "/settings/security",
        "/settings",
        "/settings/codes",
        "/settings/x",
    ];
    let delays = routes.map(|route| transport(&mut lab, route).delay_ms);
    assert_eq!(delays, [0, 5, 0, 5, 0]);
    assert_eq!(lab.world.faults()[0].fired, 2);
}

#[test]
fn a_fault_is_for_one_person_by_name_or_address() {
    for name in ["bob", "bob@demo.test"] {
        let mut lab = Lab::new("gitea-like");
        lab.enrolled("zoe", "member");
        let patch = keytick_simulator::world::UserPatch {
            secret: Some(crate::lab::SECRET.into()),
            ..Default::default()
        };
        lab.control(Control::PatchUser {
            user: "bob".to_owned(),
            patch,
        });
        let json = format!(
            r#"{{"kind": "reject_valid", "params": {{"n": 9}}, "match": {{"user": "{name}"}}}}"#
        );
        lab.control(Control::AddFault(fault(&json)));
        for (user, passes) in [("zoe", true), ("bob", false)] {
            let mut browser = Browser::new();
            browser.password(&mut lab, user).unwrap();
            assert_eq!(browser.code(&mut lab, N).is_ok(), passes, "{name} {user}");
        }
    }
}

#[test]
fn a_fault_is_for_one_step() {
    let mut lab = Lab::new("batch");
    lab.enrolled("zoe@demo.test", "member");
    let json = r#"{"kind": "clock_skew", "params": {"s": 600}, "match": {"step": "disable"}}"#;
    lab.control(Control::AddFault(fault(json)));
    Browser::logged_in(&mut lab, "zoe@demo.test");
}

#[test]
fn chance_is_the_same_for_the_same_seed() {
    let fired = |seed: u64| {
        let mut lab = Lab::seeded(crate::lab::profile("batch"), seed);
        let json = r#"{"kind": "csrf_stale", "probability": 0.5}"#;
        lab.control(Control::AddFault(fault(json)));
        (0..64)
            .map(|_| transport(&mut lab, "/login").stale_csrf)
            .collect::<Vec<bool>>()
    };
    assert_eq!(fired(7), fired(7));
    assert_ne!(fired(7), fired(8));
    let often = fired(7).into_iter().filter(|fired| *fired).count();
    assert!((16..48).contains(&often), "{often} of 64");
}

#[test]
fn a_session_is_dropped() {
    let mut lab = Lab::new("batch");
    let mut alice = Browser::new();
    alice.password(&mut lab, "alice@demo.test").unwrap();
    lab.control(Control::AddFault(
        AddFault::always(FaultKind::SessionDrop).times(1),
    ));
    assert_eq!(alice.page(&mut lab, Access::Full), Ok(Go::Login));
    assert_eq!(alice.stage(&mut lab), StageName::Anonymous);
    assert_eq!(lab.rule("session.revoked"), "fault session_drop");
}

#[test]
fn something_stored_is_changed_once() {
    for (field, code, backup) in [
        (Tampered::Secret, false, true),
        (Tampered::Codes, true, false),
    ] {
        let mut lab = Lab::new("bytebase");
        lab.with_codes("zoe@demo.test", "member", Some(&["aaaaaAAAAA"]));
        let mut zoe = Browser::logged_in(&mut lab, "zoe@demo.test");
        lab.fault(FaultKind::Tamper { field });
        zoe.page(&mut lab, Access::Full).unwrap();
        zoe.page(&mut lab, Access::Full).unwrap();
        assert_eq!(lab.world.faults()[0].fired, 1);
        zoe.password(&mut lab, "zoe@demo.test").unwrap();
        assert_eq!(
            zoe.backup(&mut lab, "aaaaaAAAAA").is_ok(),
            backup,
            "{field:?}"
        );
        zoe.password(&mut lab, "zoe@demo.test").unwrap();
        assert_eq!(zoe.code(&mut lab, N).is_ok(), code, "{field:?}");
    }
}

#[test]
fn wrong_codes_lock_where_a_fault_says_so() {
    let mut lab = Lab::new("batch");
    lab.enrolled("zoe@demo.test", "member");
    lab.control(Control::AddFault(fault(r#"{"kind": "lock_after"}"#)));
    let mut zoe = Browser::new();
    zoe.password(&mut lab, "zoe@demo.test").unwrap();
    for _ in 0..2 {
        zoe.code(&mut lab, WRONG).unwrap_err();
        assert!(
            lab.types_since(0)
                .iter()
                .all(|kind| kind != "lockout.start")
        );
    }
    zoe.code(&mut lab, WRONG).unwrap_err();
    assert_eq!(
        lab.rule("lockout.start"),
        "fault lock_after.max=3 in window_s=300"
    );
    let locked = zoe.code(&mut lab, N).unwrap_err();
    assert_eq!(
        locked.rule,
        "fault lock_after.max=3 in window_s=300, locked for 300 s more"
    );
    // The lock is as any other: it ends with its time.
    lab.control(Control::ClearFaults);
    lab.advance(300);
    assert_eq!(lab.last("lockout.end").data["user"], "zoe@demo.test");
}

#[test]
fn a_lock_after_no_code_at_all_is_refused() {
    let mut lab = Lab::new("batch");
    let none = fault(r#"{"kind": "lock_after", "params": {"n": 0}}"#);
    let outcome = lab.step(Action::Control(Control::AddFault(none)));
    assert!(outcome.result.is_err());
}

#[test]
fn a_request_that_has_waited_is_decided_anew() {
    let mut lab = Lab::new("batch");
    lab.plain("zoe@demo.test", "member");
    let mut zoe = Browser::new();
    zoe.password(&mut lab, "zoe@demo.test").unwrap();
    lab.control(Control::AddFault(fault(
        r#"{"kind": "delay", "params": {"ms": 500}}"#,
    )));
    let (go, visited) = zoe.visit(&mut lab, "/", Access::Full, false).unwrap();
    assert_eq!((go, visited.transport.delay_ms), (Go::Stay, 500));
    // Meanwhile somebody ends the session.
    let user = "zoe@demo.test".to_owned();
    lab.control(Control::CloseSessions { user });
    let seq = lab.seq();
    let again = Visit {
        origin: Origin::Site,
        session: zoe.session.clone(),
        route: "/".to_owned(),
        step: None,
        access: Access::Full,
        api: false,
        again: true,
    };
    let done = lab.step(Action::Visit(again)).result.unwrap();
    assert_eq!(done.go, Go::Login);
    // No fault befalls it twice.
    assert_eq!(lab.types_since(seq), Vec::<String>::new());
}
