//! Logging in: scenarios 6 to 11.

use keytick_simulator::profile::{Replay, Scope, Window};
use keytick_simulator::world::{
    Access, AddFault, Control, Deed, FaultKind, Go, Proof, RefusalKind, StageName,
};

use crate::lab::{
    Browser, Lab, N, N_MINUS_1, N_MINUS_2, N_PLUS_1, N_PLUS_2, N_PLUS_3, START, WRONG, profile,
    refused,
};

const ZOE: &str = "zoe@demo.test";

fn with_zoe(name: &str) -> Lab {
    let mut lab = Lab::new(name);
    lab.enrolled(ZOE, "member");
    lab
}

/// A fresh login with this code.
fn login(lab: &mut Lab, code: &str) -> bool {
    let mut browser = Browser::new();
    assert_eq!(browser.password(lab, ZOE), Ok(Go::Challenge));
    browser.code(lab, code).is_ok()
}

#[test]
fn scenario_6_a_leading_zero_counts() {
    let mut lab = with_zoe("bytebase");
    let mut zoe = Browser::new();
    zoe.password(&mut lab, ZOE).unwrap();
    assert_eq!(refused(zoe.code(&mut lab, "81804")), "invalid MFA code");
    assert_eq!(
        lab.rule("challenge.failed"),
        "totp.digits=6, not that many digits"
    );
    assert_eq!(
        zoe.code(&mut lab, "081 804"),
        Ok(Go::Home),
        "a space does no harm"
    );
    assert_eq!(zoe.stage(&mut lab), StageName::Full);
}

#[test]
fn scenario_6_the_second_step_must_come_in_time() {
    for (seconds, fine) in [(300, true), (301, false)] {
        let mut lab = with_zoe("bytebase");
        let mut zoe = Browser::new();
        zoe.password(&mut lab, ZOE).unwrap();
        lab.advance(seconds);
        if fine {
            assert_eq!(zoe.page(&mut lab, Access::Challenge), Ok(Go::Stay));
            continue;
        }
        let refusal = zoe.code(&mut lab, N).unwrap_err();
        assert_eq!(
            (refusal.kind, refusal.go),
            (RefusalKind::Expired, Go::Login)
        );
        assert_eq!(
            lab.rule("challenge.failed"),
            "login.challenge_ttl_s=300, age=301"
        );
        assert_eq!(zoe.session, None);
    }
}

#[test]
fn scenario_7_the_edges_of_the_window() {
    for (window, wanted) in [
        (Window(-1, 1), [false, true, true, true, false]),
        (Window(0, 0), [false, false, true, false, false]),
        (Window(-2, 0), [true, true, true, false, false]),
    ] {
        for (index, code) in [N_MINUS_2, N_MINUS_1, N, N_PLUS_1, N_PLUS_2]
            .into_iter()
            .enumerate()
        {
            let mut profile = profile("bytebase");
            profile.totp.window = window;
            let mut lab = Lab::of(profile);
            lab.enrolled(ZOE, "member");
            assert_eq!(login(&mut lab, code), wanted[index], "{window} {code}");
            let event = if wanted[index] {
                "challenge.passed"
            } else {
                "challenge.failed"
            };
            let delta = i64::try_from(index).unwrap() - 2;
            assert_eq!(
                lab.rule(event),
                format!("totp.window={window}, delta={delta:+}")
            );
        }
    }
}

#[test]
fn scenario_7_a_code_typed_in_the_last_second_still_passes() {
    let mut lab = with_zoe("bytebase");
    lab.advance(29);
    let mut zoe = Browser::new();
    zoe.password(&mut lab, ZOE).unwrap();
    lab.advance(2);
    assert_eq!(zoe.code(&mut lab, N), Ok(Go::Home));
    assert_eq!(lab.rule("challenge.passed"), "totp.window=[-1,1], delta=-1");
}

#[test]
fn scenario_8_the_clock_of_the_app_is_wrong() {
    let mut lab = with_zoe("bytebase");
    assert!(login(&mut lab, N_PLUS_1), "45 s ahead shows the next code");
    assert_eq!(lab.rule("challenge.passed"), "totp.window=[-1,1], delta=+1");
    assert!(!login(&mut lab, N_PLUS_3), "90 s ahead");
    assert_eq!(lab.rule("challenge.failed"), "totp.window=[-1,1], delta=+3");
    assert!(login(&mut lab, N), "put right");
}

/// Each entry: what the site remembers, and which of N, N again, N+1 and N once more pass.
#[test]
fn scenario_9_replay() {
    for (replay, wanted) in [
        (Replay::None, [true, true, true, true]),
        (Replay::LastCode, [true, false, true, true]),
        (Replay::LastStep, [true, false, true, false]),
        (Replay::UsedSet, [true, false, true, false]),
    ] {
        let mut profile = profile("bytebase");
        profile.totp.replay = replay;
        let mut lab = Lab::of(profile);
        lab.enrolled(ZOE, "member");
        let passed = [N, N, N_PLUS_1, N].map(|code| login(&mut lab, code));
        assert_eq!(passed, wanted, "{replay:?}");
    }
}

#[test]
fn an_older_unused_step_tells_last_step_from_used_set() {
    for (replay, wanted) in [
        (Replay::LastStep, false),
        (Replay::UsedSet, true),
        (Replay::LastCode, true),
    ] {
        let mut profile = profile("batch");
        profile.totp.replay = replay;
        let mut lab = Lab::of(profile);
        lab.enrolled(ZOE, "member");
        assert!(login(&mut lab, N));
        assert_eq!(login(&mut lab, N_MINUS_1), wanted, "{replay:?}");
    }
}

#[test]
fn scenario_9_replays_count_as_wrong_tries() {
    let mut profile = profile("bytebase");
    profile.totp.replay = Replay::LastStep;
    let mut lab = Lab::of(profile);
    lab.enrolled(ZOE, "member");
    assert!(login(&mut lab, N));
    for _ in 0..5 {
        assert!(!login(&mut lab, N));
    }
    assert_eq!(
        lab.rule("lockout.start"),
        "lockout.factor.max=5 in window_s=300"
    );
}

#[test]
fn scenario_10_of_two_posts_with_one_code_one_passes() {
    let mut lab = with_zoe("batch");
    let mut browsers: Vec<Browser> = (0..64).map(|_| Browser::new()).collect();
    for browser in &mut browsers {
        browser.password(&mut lab, ZOE).unwrap();
    }
    let passed = browsers
        .iter_mut()
        .filter_map(|browser| browser.code(&mut lab, N).ok());
    assert_eq!(passed.count(), 1);
}

#[test]
fn scenario_10_an_answer_that_was_lost() {
    let mut lab = with_zoe("batch");
    let status = r#"{"kind": "http_status", "params": {"status": 500, "when": "after"},
                     "match": {"route": "/login/challenge"}, "times": 1}"#;
    let fault = AddFault::from_json(serde_json::from_str(status).unwrap()).unwrap();
    lab.control(Control::AddFault(fault));
    let mut zoe = Browser::new();
    zoe.password(&mut lab, ZOE).unwrap();
    let old = zoe.session.clone();
    let (_, visited) = zoe
        .visit(&mut lab, "/login/challenge", Access::Challenge, false)
        .unwrap();
    assert_eq!(
        visited.transport.after,
        Some(keytick_simulator::world::Break::Status(500))
    );
    // The step is done, but the browser never learns of its new session.
    zoe.code(&mut lab, N).unwrap();
    zoe.session = old;
    assert_eq!(
        zoe.code(&mut lab, N).unwrap_err().kind,
        RefusalKind::NotLoggedIn
    );
    zoe.password(&mut lab, ZOE).unwrap();
    let refusal = zoe.code(&mut lab, N).unwrap_err();
    assert_eq!(
        refusal.message,
        "This code was used already. Wait for the next one."
    );
    assert_eq!(refusal.retry_after_s, Some(30));
    lab.advance(30);
    assert_eq!(zoe.code(&mut lab, N_PLUS_1), Ok(Go::Home));
}

#[test]
fn scenario_11_five_wrong_tries_lock_one_account_for_five_minutes() {
    let mut lab = with_zoe("bytebase");
    lab.enrolled("yan@demo.test", "member");
    let mut zoe = Browser::new();
    zoe.password(&mut lab, ZOE).unwrap();
    for _ in 0..3 {
        assert_eq!(refused(zoe.code(&mut lab, WRONG)), "invalid MFA code");
    }
    for _ in 0..2 {
        assert_eq!(
            refused(zoe.backup(&mut lab, "wrong")),
            "invalid recovery code"
        );
    }
    assert_eq!(
        lab.rule("lockout.start"),
        "lockout.factor.max=5 in window_s=300"
    );
    let refusal = zoe.code(&mut lab, N).unwrap_err();
    assert_eq!(
        refusal.message,
        "too many failed MFA attempts, please try again later"
    );
    assert_eq!(
        (refusal.kind.status(), refusal.retry_after_s),
        (429, Some(300))
    );

    let mut fresh = Browser::new();
    fresh.password(&mut lab, ZOE).unwrap();
    assert!(
        fresh.code(&mut lab, N).is_err(),
        "the lock holds in another session"
    );
    let mut yan = Browser::new();
    yan.password(&mut lab, "yan@demo.test").unwrap();
    assert_eq!(yan.code(&mut lab, N), Ok(Go::Home), "others notice nothing");

    lab.advance(299);
    assert!(fresh.code(&mut lab, "000000").is_err());
    assert_eq!(
        lab.rule("challenge.failed"),
        "lockout.factor.max=5 in window_s=300, locked for 1 s more"
    );
    lab.advance(2);
    let types = lab.types_since(lab.seq() - 1);
    assert_eq!(types, ["lockout.end"]);
    let step = (START + 301) / 30;
    let code = lab
        .world
        .user(ZOE)
        .unwrap()
        .factor
        .enrolled
        .as_ref()
        .unwrap()
        .key
        .code(step);
    fresh.password(&mut lab, ZOE).unwrap();
    assert_eq!(fresh.code(&mut lab, &code), Ok(Go::Home));
}

#[test]
fn a_strict_site_locks_for_twice_as_long_each_time() {
    let mut lab = with_zoe("strict");
    for wait in [300, 600] {
        let mut zoe = Browser::new();
        zoe.password(&mut lab, ZOE).unwrap();
        for _ in 0..5 {
            zoe.code(&mut lab, WRONG).unwrap_err();
        }
        assert_eq!(zoe.code(&mut lab, N).unwrap_err().retry_after_s, Some(wait));
        lab.advance(i64::try_from(wait).unwrap());
    }
}

#[test]
fn a_lock_can_go_by_session() {
    let mut profile = profile("bytebase");
    profile.lockout.factor.as_mut().unwrap().scope = Scope::Session;
    let mut lab = Lab::of(profile);
    lab.enrolled(ZOE, "member");
    let mut first = Browser::new();
    first.password(&mut lab, ZOE).unwrap();
    for _ in 0..5 {
        first.code(&mut lab, WRONG).unwrap_err();
    }
    assert_eq!(
        first.code(&mut lab, N).unwrap_err().kind,
        RefusalKind::Locked
    );
    assert!(login(&mut lab, N));
}

#[test]
fn unlocking_from_outside_ends_a_lock() {
    let mut lab = with_zoe("bytebase");
    let mut zoe = Browser::new();
    zoe.password(&mut lab, ZOE).unwrap();
    for _ in 0..5 {
        zoe.code(&mut lab, WRONG).unwrap_err();
    }
    let view = lab.world.user_view(lab.world.user(ZOE).unwrap());
    assert!(view.locked && view.locked_until.is_some());
    lab.control(Control::UnlockUser {
        user: ZOE.to_owned(),
    });
    assert_eq!(zoe.code(&mut lab, N), Ok(Go::Home));
}

#[test]
fn wrong_passwords_lock_the_name_whether_or_not_somebody_has_it() {
    let mut lab = Lab::new("bytebase");
    for name in ["alice@demo.test", "nobody@demo.test"] {
        let mut browser = Browser::new();
        for _ in 0..10 {
            let refusal = browser.login(&mut lab, name, "wrong", false).unwrap_err();
            assert_eq!(refusal.message, "The name or the password is wrong.");
        }
        let refusal = browser.login(&mut lab, name, "demo", false).unwrap_err();
        assert_eq!(refusal.kind, RefusalKind::Locked);
    }
    assert_eq!(
        lab.last("login.password_bad").data["name"],
        "nobody@demo.test"
    );
}

#[test]
fn the_log_says_why_a_password_was_refused_and_the_page_does_not() {
    let mut lab = Lab::new("bytebase");
    let mut browser = Browser::new();
    let wrong = refused(browser.login(&mut lab, "alice@demo.test", "wrong", false));
    assert_eq!(
        lab.rule("login.password_bad"),
        "login.password, the password differs"
    );
    let nobody = refused(browser.login(&mut lab, "alice", "demo", false));
    assert_eq!(
        lab.rule("login.password_bad"),
        "login.identifier=email, nobody has this name"
    );
    assert_eq!(wrong, nobody);
}

#[test]
fn a_name_without_end_is_cut_in_the_log() {
    let mut lab = Lab::new("batch");
    let name = "x".repeat(60_000);
    assert!(Browser::new().password(&mut lab, &name).is_err());
    let logged = lab.last("login.password_bad").data["name"].to_string();
    assert_eq!(logged.len(), 254 + 2);
}

#[test]
fn between_password_and_code_nothing_else_can_be_done() {
    let mut lab = with_zoe("infura");
    let mut zoe = Browser::new();
    zoe.password(&mut lab, ZOE).unwrap();
    let before = zoe.session.clone();
    for access in [Access::Setup, Access::Full] {
        assert_eq!(zoe.page(&mut lab, access), Ok(Go::Challenge));
        let refusal = zoe.visit(&mut lab, "/api", access, true).unwrap_err();
        assert_eq!(refusal.kind.status(), 401);
    }
    let proof = Proof::confirmed();
    for deed in [
        Deed::StartEnroll { password: None },
        Deed::Disable {
            proof: proof.clone(),
        },
        Deed::RegenerateCodes { proof },
        Deed::AckCodes,
        Deed::ToProduct,
    ] {
        let step = deed.step();
        assert!(zoe.does(&mut lab, deed).is_err(), "{step}");
    }
    assert_eq!(lab.factor(ZOE), "ON");
    zoe.code(&mut lab, N).unwrap();
    assert_ne!(zoe.session, before, "the id changes with the second step");
    let old = before.unwrap();
    assert_eq!(lab.world.session(&old), None);
}

#[test]
fn a_remembered_device_is_spared_the_second_step() {
    let mut profile = profile("batch");
    profile.login.remember_factor_s = 3600;
    let mut lab = Lab::of(profile);
    lab.enrolled(ZOE, "member");
    let mut zoe = Browser::new();
    zoe.password(&mut lab, ZOE).unwrap();
    let code = N.into();
    zoe.does(
        &mut lab,
        Deed::Code {
            code,
            remember: true,
        },
    )
    .unwrap();
    zoe.logout(&mut lab);
    assert_eq!(zoe.password(&mut lab, ZOE), Ok(Go::Home));
    assert_eq!(lab.rule("challenge.skipped"), "login.remember_factor_s");
    assert_eq!(Browser::new().password(&mut lab, ZOE), Ok(Go::Challenge));
    lab.advance(3600);
    assert_eq!(zoe.password(&mut lab, ZOE), Ok(Go::Challenge));
}

#[test]
fn another_persons_code_is_refused() {
    let mut lab = with_zoe("batch");
    lab.control(Control::PatchUser {
        user: "bob@demo.test".to_owned(),
        patch: keytick_simulator::world::UserPatch {
            secret: Some("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".into()),
            ..Default::default()
        },
    });
    let mut bob = Browser::new();
    bob.password(&mut lab, "bob@demo.test").unwrap();
    assert!(bob.code(&mut lab, N).is_err());
    assert_eq!(
        lab.rule("challenge.failed"),
        "totp.window=[-1,1], delta=none within 20"
    );
}

#[test]
fn odd_input_is_refused_without_harm() {
    let mut lab = with_zoe("strict");
    let long = "1".repeat(10_000);
    for (index, code) in ["", " ", "08180４", "-81804", "0x1234", "081804\0", &long]
        .into_iter()
        .enumerate()
    {
        let mut zoe = Browser::new();
        if index % 4 == 0 {
            lab.control(Control::UnlockUser {
                user: ZOE.to_owned(),
            });
        }
        zoe.password(&mut lab, ZOE).unwrap();
        let refusal = zoe.code(&mut lab, code).unwrap_err();
        assert_eq!(refusal.kind, RefusalKind::Code, "{code:?}");
    }
}

#[test]
fn faults_bend_what_is_accepted() {
    for (fault, code, passes) in [
        (FaultKind::ClockSkew { s: 60 }, N, false),
        (FaultKind::ClockSkew { s: 60 }, N_PLUS_2, true),
        (FaultKind::Window { lo: 0, hi: 0 }, N_PLUS_1, false),
        (FaultKind::Window { lo: -5, hi: 5 }, N_PLUS_3, true),
        (FaultKind::RejectValid { n: 1 }, N, false),
    ] {
        let mut lab = with_zoe("batch");
        let name = fault.name();
        lab.fault(fault);
        assert_eq!(login(&mut lab, code), passes, "{name}");
        assert_eq!(lab.last("fault.fired").data["kind"], name);
    }
}

#[test]
fn right_codes_are_refused_so_often_and_not_spent() {
    let mut lab = with_zoe("batch");
    lab.fault(FaultKind::RejectValid { n: 2 });
    let passed = [N, N, N].map(|code| login(&mut lab, code));
    assert_eq!(passed, [false, false, true]);
}

#[test]
fn a_fault_lets_a_code_work_again() {
    let mut lab = with_zoe("batch");
    let fault = lab.fault(FaultKind::AcceptReplay);
    assert_eq!([N, N].map(|code| login(&mut lab, code)), [true, true]);
    lab.control(Control::RemoveFault { fault });
    assert!(!login(&mut lab, N));
}
