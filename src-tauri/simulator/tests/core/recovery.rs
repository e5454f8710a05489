//! When the device is lost: scenarios 12, 13, 15 and 16, cases with support, resets.

use keytick_simulator::profile::Exhausted;
use keytick_simulator::world::{
    Access, CaseState, Control, Data, Deed, FaultKind, Go, LastResort, Origin, Proof, StageName,
};

use crate::lab::{Browser, Lab, N, N_PLUS_1, SECRET, profile, refused};

const ZOE: &str = "zoe@demo.test";

fn with_codes(name: &str, codes: &[&str]) -> Lab {
    let mut lab = Lab::new(name);
    lab.with_codes(ZOE, "member", Some(codes));
    lab
}

fn at_challenge(lab: &mut Lab) -> Browser {
    let mut browser = Browser::new();
    assert_eq!(browser.password(lab, ZOE), Ok(Go::Challenge));
    browser
}

#[test]
fn scenario_12_bytebase_keeps_two_step_sign_in() {
    let codes = ["aaaaaAAAAA", "bbbbbBBBBB", "c000000000"];
    let mut lab = with_codes("bytebase", &codes);
    let mut zoe = at_challenge(&mut lab);
    assert_eq!(
        refused(zoe.backup(&mut lab, "AAAAAaaaaa")),
        "invalid recovery code"
    );
    assert_eq!(
        lab.rule("challenge.failed"),
        "codes.case=sensitive, none of 3 is it, 3 left"
    );
    assert_eq!(zoe.backup(&mut lab, codes[0]), Ok(Go::Home));
    assert_eq!((lab.factor(ZOE).as_str(), lab.codes_left(ZOE)), ("ON", 2));
    assert_eq!(
        lab.rule("codes.used"),
        "codes.on_use.consume=true, 2 of 3 left"
    );

    let mut again = at_challenge(&mut lab);
    assert_eq!(
        refused(again.backup(&mut lab, codes[0])),
        "invalid recovery code"
    );
    assert_eq!(lab.rule("challenge.failed"), "codes: used before, 2 left");
}

#[test]
fn scenario_12_rocketchat_takes_backup_codes_in_the_same_field() {
    let mut lab = with_codes("rocketchat", &["aBcDeFgH", "23456789"]);
    let mut zoe = at_challenge(&mut lab);
    assert!(zoe.code(&mut lab, "ABCDEFGH").is_err());
    assert_eq!(zoe.code(&mut lab, "aBcDeFgH"), Ok(Go::Home));
    assert_eq!(lab.last("challenge.passed").data["method"], "backup");
    assert_eq!((lab.factor(ZOE).as_str(), lab.codes_left(ZOE)), ("ON", 1));
}

#[test]
fn scenario_13_infura_turns_two_step_sign_in_off() {
    let mut lab = with_codes("infura", &["0123456789abcdef"]);
    let mut zoe = at_challenge(&mut lab);
    assert_eq!(zoe.backup(&mut lab, "0123456789abcdef"), Ok(Go::Home));
    assert_eq!((lab.factor(ZOE).as_str(), lab.codes_left(ZOE)), ("OFF", 0));
    assert_eq!(lab.rule("factor.disabled"), "codes.on_use.factor=disable");
    let (_, visited) = zoe.visit(&mut lab, "/", Access::Full, false).unwrap();
    let notice = visited.notice.unwrap();
    assert!(notice.ends_with("Enable it again."), "{notice}");
    let (_, visited) = zoe.visit(&mut lab, "/", Access::Full, false).unwrap();
    assert_eq!(visited.notice, None, "it is said once");

    zoe.logout(&mut lab);
    assert_eq!(zoe.password(&mut lab, ZOE), Ok(Go::Home));
    zoe.start(&mut lab).unwrap();
    assert_ne!(zoe.key(&lab), SECRET);
    assert!(
        zoe.verify(&mut lab, N).is_err(),
        "the old entry of the app is worth nothing"
    );
}

/// Each entry: the profile, and what its page still offers when nothing is left.
#[test]
fn scenario_15_the_last_code() {
    for (name, low_at, resort) in [
        ("bytebase", 3, LastResort::Administrator("owner".to_owned())),
        (
            "rocketchat",
            3,
            LastResort::Administrator("admin".to_owned()),
        ),
        (
            "kratos-like",
            3,
            LastResort::Support("Recover your account".to_owned()),
        ),
    ] {
        let mut profile = profile(name);
        profile.codes.low_at = low_at;
        let code = "2".repeat(profile.codes.length);
        let mut lab = Lab::of(profile);
        lab.with_codes(ZOE, "member", Some(&[&code]));
        let mut zoe = at_challenge(&mut lab);
        assert_eq!(zoe.backup(&mut lab, &code), Ok(Go::Home), "{name}");
        assert_eq!(
            lab.rule("codes.exhausted"),
            "codes.on_exhausted=reject, low_at=3"
        );
        let (_, visited) = zoe.visit(&mut lab, "/", Access::Full, false).unwrap();
        let notice = visited.notice.unwrap();
        assert_eq!(notice, "That was your last recovery code. Make new ones.");

        let mut lost = at_challenge(&mut lab);
        let refusal = lost.backup(&mut lab, &code).unwrap_err();
        assert!(!refusal.message.is_empty());
        let id = lost.session.clone().unwrap();
        let view = lab.world.challenge(&id, lab.real).unwrap();
        assert_eq!(view.last_resort, resort, "{name}");
    }
}

#[test]
fn scenario_15_an_administrator_resets_and_ends_sessions() {
    let mut lab = with_codes("rocketchat", &["aBcDeFgH"]);
    lab.enrolled("root@demo.test", "admin");
    let mut zoe = Browser::logged_in(&mut lab, ZOE);
    let mut root = Browser::logged_in(&mut lab, "root@demo.test");
    let reset = |user: &str| Deed::ResetFactor {
        user: user.to_owned(),
    };
    assert_eq!(
        refused(zoe.does(&mut lab, reset("root@demo.test"))),
        "You may not do this."
    );
    assert_eq!(
        lab.rule("access.refused"),
        "recovery.admin_role=admin, role=member"
    );
    assert!(
        root.does(&mut lab, reset("root@demo.test")).is_err(),
        "not their own"
    );
    assert_eq!(root.does(&mut lab, reset(ZOE)), Ok(Go::Team));
    assert_eq!(lab.factor(ZOE), "OFF");
    assert_eq!(zoe.stage(&mut lab), StageName::Anonymous);
    let mail = lab.world.mailbox(lab.real).last().unwrap();
    assert_eq!(
        (mail.to.as_str(), mail.subject.as_str()),
        (ZOE, "Two-factor authentication was reset")
    );
}

#[test]
fn scenario_16_bytebase_keeps_the_old_codes_until_the_new_ones_are_saved() {
    let mut lab = with_codes("bytebase", &["aaaaaAAAAA", "bbbbbBBBBB"]);
    let mut zoe = Browser::logged_in(&mut lab, ZOE);
    let regenerate = Deed::RegenerateCodes {
        proof: Proof::default(),
    };
    zoe.does(&mut lab, regenerate.clone()).unwrap();
    assert_eq!(zoe.codes(&lab).len(), 10);
    zoe.does(&mut lab, Deed::CancelCodes).unwrap();
    let mut other = at_challenge(&mut lab);
    assert_eq!(
        other.backup(&mut lab, "aaaaaAAAAA"),
        Ok(Go::Home),
        "the old ones still work"
    );

    lab.next_codes(&["n111111111", "n222222222"]);
    zoe.does(&mut lab, regenerate).unwrap();
    assert!(zoe.ack(&mut lab).is_err());
    zoe.does(&mut lab, Deed::DownloadCodes).unwrap();
    zoe.ack(&mut lab).unwrap();
    let mut last = at_challenge(&mut lab);
    assert!(
        last.backup(&mut lab, "bbbbbBBBBB").is_err(),
        "and now they are dead"
    );
    assert_eq!(last.backup(&mut lab, "n222222222"), Ok(Go::Home));
    assert_eq!(lab.codes_left(ZOE), 1);
}

#[test]
fn scenario_16_rocketchat_wants_a_code_for_new_codes() {
    let mut lab = with_codes("rocketchat", &["aBcDeFgH", "zBcDeFgH"]);
    let mut zoe = Browser::logged_in(&mut lab, ZOE);
    let regenerate = |text: &str| Deed::RegenerateCodes {
        proof: Proof::text(text),
    };
    assert!(zoe.does(&mut lab, regenerate("")).is_err());
    assert!(
        zoe.does(&mut lab, regenerate(N)).is_err(),
        "used at the login"
    );
    assert_eq!(zoe.does(&mut lab, regenerate("aBcDeFgH")), Ok(Go::Codes));
    assert_eq!(lab.codes_left(ZOE), 12);
    assert_eq!(zoe.does(&mut lab, regenerate(N_PLUS_1)), Ok(Go::Codes));
    let mut other = at_challenge(&mut lab);
    assert!(other.code(&mut lab, "zBcDeFgH").is_err());
}

#[test]
fn some_sites_tell_a_used_code_from_a_wrong_one() {
    let mut lab = with_codes("kratos-like", &["aaaaaaaa", "bbbbbbbb"]);
    at_challenge(&mut lab).backup(&mut lab, "AAAAAAAA").unwrap();
    let mut zoe = at_challenge(&mut lab);
    assert_eq!(
        refused(zoe.backup(&mut lab, "aaaaaaaa")),
        "This recovery code was used already."
    );
    assert_eq!(
        refused(zoe.backup(&mut lab, "cccccccc")),
        "The recovery code is wrong."
    );
}

#[test]
fn a_last_code_can_be_renewed_or_turn_it_off() {
    for (on_exhausted, go, state) in [
        (Exhausted::Renew, Go::Codes, "ON"),
        (Exhausted::Disable, Go::Home, "OFF"),
        (Exhausted::Reject, Go::Home, "ON"),
    ] {
        let mut profile = profile("gitea-like");
        profile.codes.on_exhausted = on_exhausted;
        let mut lab = Lab::of(profile);
        lab.with_codes(ZOE, "member", Some(&["abcdefgh"]));
        let mut zoe = at_challenge(&mut lab);
        assert_eq!(zoe.backup(&mut lab, "abcdefgh"), Ok(go));
        assert_eq!(lab.factor(ZOE), state);
        if on_exhausted == Exhausted::Renew {
            assert_eq!(zoe.codes(&lab).len(), 1);
        }
    }
}

#[test]
fn a_fault_leaves_a_used_code_good() {
    let mut lab = with_codes("bytebase", &["aaaaaAAAAA"]);
    lab.fault(FaultKind::CodeNotConsumed);
    for _ in 0..3 {
        at_challenge(&mut lab)
            .backup(&mut lab, "aaaaaAAAAA")
            .unwrap();
    }
    assert_eq!(lab.codes_left(ZOE), 1);
}

#[test]
fn support_confirms_or_refuses_who_somebody_is() {
    let mut lab = with_codes("infura", &["0123456789abcdef"]);
    let mut zoe = at_challenge(&mut lab);
    let open = || Deed::OpenCase {
        message: "I lost my phone.".to_owned(),
    };
    let done = zoe.deed(&mut lab, open()).unwrap();
    assert_eq!((done.go, done.data), (Go::CaseOpened, Data::Case(1)));
    assert_eq!(
        zoe.deed(&mut lab, open()).unwrap().data,
        Data::Case(1),
        "one case is enough"
    );

    let mut alice = Browser::new();
    alice.password(&mut lab, "alice").unwrap();
    let decide = |case, approve| Deed::DecideCase { case, approve };
    assert_eq!(
        refused(alice.does(&mut lab, decide(1, true))),
        "You may not do this."
    );
    let mut support = Browser::new();
    support.password(&mut lab, "support").unwrap();
    assert_eq!(support.does(&mut lab, decide(1, false)), Ok(Go::Cases));
    assert_eq!(lab.world.cases()[0].state, CaseState::Refused);
    assert_eq!(lab.factor(ZOE), "ON");
    assert!(
        support.does(&mut lab, decide(1, true)).is_err(),
        "decided is decided"
    );

    zoe.does(&mut lab, open()).unwrap();
    lab.control(Control::DecideCase {
        case: 2,
        approve: true,
    });
    assert_eq!(lab.factor(ZOE), "OFF");
    assert_eq!(lab.rule("factor.disabled"), "recovery.outcome=disable");
    assert_eq!(Browser::new().password(&mut lab, ZOE), Ok(Go::Home));
}

#[test]
fn at_deployhq_support_decides_at_the_identity_service() {
    let mut lab = Lab::new("deployhq");
    lab.enrolled(ZOE, "user");
    let mut zoe = Browser::at(Origin::Identity);
    assert_eq!(zoe.password(&mut lab, ZOE), Ok(Go::Challenge));
    let message = "I lost my phone.".to_owned();
    zoe.does(&mut lab, Deed::OpenCase { message }).unwrap();

    let mut support = Browser::at(Origin::Identity);
    support.password(&mut lab, "support@demo.test").unwrap();
    assert_eq!(support.page(&mut lab, Access::Cases), Ok(Go::Stay));
    let powers = lab.world.powers(support.session.as_ref().unwrap());
    assert!(powers.cases && !powers.require);
    let approve = Deed::DecideCase {
        case: 1,
        approve: true,
    };
    assert_eq!(support.does(&mut lab, approve), Ok(Go::Cases));
    assert_eq!(lab.factor(ZOE), "OFF");
}

/// Each entry: a page, and whether a manager, an administrator, support and a member of Batch see it.
#[test]
fn pages_of_a_role_are_for_that_role() {
    for (access, seen) in [
        (Access::People, [true, false, false, false]),
        (Access::Policy, [false, true, false, false]),
        (Access::Cases, [false, false, true, false]),
    ] {
        let mut lab = Lab::new("batch");
        for (role, sees) in ["manager", "admin", "support", "member"]
            .into_iter()
            .zip(seen)
        {
            let name = format!("{role}2@demo.test");
            lab.plain(&name, role);
            let mut browser = Browser::new();
            browser.password(&mut lab, &name).unwrap();
            let answer = browser.page(&mut lab, access);
            if sees {
                assert_eq!(answer, Ok(Go::Stay), "{access:?} {role}");
            } else {
                let refusal = answer.unwrap_err();
                assert_eq!(refusal.go, Go::Home, "{access:?} {role}");
                assert_eq!(refusal.message, "You may not do this.");
            }
        }
    }
}

#[test]
fn after_support_some_sites_want_it_set_up_again_first() {
    let mut lab = with_codes("kratos-like", &["aaaaaaaa"]);
    let mut zoe = at_challenge(&mut lab);
    zoe.does(
        &mut lab,
        Deed::OpenCase {
            message: String::new(),
        },
    )
    .unwrap();
    lab.control(Control::DecideCase {
        case: 1,
        approve: true,
    });
    assert_eq!(zoe.password(&mut lab, ZOE), Ok(Go::Prompt));
    assert_eq!(zoe.page(&mut lab, Access::Full), Ok(Go::Prompt));
    let password = Some("demo".into());
    lab.next_secret();
    zoe.does(&mut lab, Deed::StartEnroll { password }).unwrap();
    zoe.verify(&mut lab, N).unwrap();
    assert_eq!(zoe.page(&mut lab, Access::Full), Ok(Go::Stay));
}

#[test]
fn batch_has_no_recovery_codes_at_all() {
    let mut lab = Lab::new("batch");
    lab.enrolled(ZOE, "member");
    let mut zoe = at_challenge(&mut lab);
    let id = zoe.session.clone().unwrap();
    assert_eq!(lab.world.challenge(&id, lab.real).unwrap().backup, None);
    assert!(zoe.backup(&mut lab, "anything").is_err());
    assert_eq!(lab.rule("challenge.failed"), "codes.kind=none");
}
