//! Codes by e-mail (scenario 19), guarded actions, sign-up and verified addresses.

use keytick_simulator::world::{
    Access, Action, Control, Deed, FaultKind, Go, Mail, Method, Proof, RefusalKind, SignUp,
    StageName,
};

use crate::lab::{Browser, Lab, profile, refused};

fn last_mail(lab: &Lab) -> Mail {
    lab.world.mailbox(lab.real).last().unwrap().as_ref().clone()
}

fn last_code(lab: &Lab) -> String {
    last_mail(lab).codes[0].clone()
}

/// Another code of as many digits.
fn other(code: &str) -> String {
    code.chars()
        .map(|digit| if digit == '0' { '1' } else { '0' })
        .collect()
}

fn alice_at_challenge(lab: &mut Lab) -> Browser {
    let mut alice = Browser::new();
    assert_eq!(alice.password(lab, "alice"), Ok(Go::Challenge));
    alice
}

#[test]
fn scenario_19_a_code_by_mail_is_on_by_default() {
    let mut lab = Lab::new("rocketchat");
    let mut alice = alice_at_challenge(&mut lab);
    let mail = last_mail(&lab);
    assert_eq!(lab.world.mailbox(lab.real).count(), 1);
    assert_eq!((mail.to.as_str(), mail.codes.len()), ("alice@demo.test", 1));
    let code = &mail.codes[0];
    let dashed = format!("{}-{}", &code[..3], &code[3..]);
    assert!(mail.text.contains(&dashed), "{}", mail.text);
    assert_eq!(alice.code(&mut lab, &dashed), Ok(Go::Home));

    let mut again = alice_at_challenge(&mut lab);
    let code = last_code(&lab);
    assert_eq!(
        again.code(&mut lab, &code),
        Ok(Go::Home),
        "without the dash as well"
    );
}

#[test]
fn scenario_19_a_code_by_mail_lasts_an_hour() {
    for (seconds, fine) in [(3600, true), (3601, false)] {
        let mut profile = profile("rocketchat");
        profile.login.challenge_ttl_s = 0;
        let mut lab = Lab::of(profile);
        let mut alice = alice_at_challenge(&mut lab);
        lab.advance(seconds);
        let code = last_code(&lab);
        let answer = alice.code(&mut lab, &code);
        if fine {
            assert_eq!(answer, Ok(Go::Home));
        } else {
            assert_eq!(answer.unwrap_err().kind, RefusalKind::Expired);
            assert_eq!(
                lab.rule("challenge.failed"),
                "email_otp.ttl_s=3600, age=3601"
            );
            alice.does(&mut lab, Deed::ResendEmail).unwrap();
            let code = last_code(&lab);
            assert_eq!(alice.code(&mut lab, &code), Ok(Go::Home));
        }
    }
}

#[test]
fn scenario_19_five_wrong_codes_bring_a_new_mail() {
    let mut lab = Lab::new("rocketchat");
    let mut alice = alice_at_challenge(&mut lab);
    let first = last_code(&lab);
    for _ in 0..4 {
        let message = refused(alice.code(&mut lab, &other(&first)));
        assert!(message.contains("totp-invalid"), "{message}");
    }
    let message = refused(alice.code(&mut lab, &other(&first)));
    assert!(message.contains("totp-max-attempts"), "{message}");
    assert_eq!(
        lab.rule("challenge.failed"),
        "email_otp.max_invalid=5, wrong=5"
    );
    assert_eq!(lab.world.mailbox(lab.real).count(), 2);
    assert!(
        alice.code(&mut lab, &first).is_err(),
        "the old code is dead"
    );
    let second = last_code(&lab);
    assert_eq!(alice.code(&mut lab, &second), Ok(Go::Home));
}

#[test]
fn scenario_19_a_mail_that_is_lost() {
    let mut lab = Lab::new("rocketchat");
    lab.enrolled("zoe@demo.test", "user");
    lab.fault(FaultKind::MailDrop);
    let alice = alice_at_challenge(&mut lab);
    let id = alice.session.clone().unwrap();
    let view = lab.world.challenge(&id, lab.real).unwrap();
    assert_eq!((view.method, view.delivered), (Method::Email, false));
    assert_eq!(lab.world.mailbox(lab.real).count(), 0);
    assert_eq!(lab.rule("email.dropped"), "fault mail_drop");
    Browser::logged_in(&mut lab, "zoe@demo.test");
}

#[test]
fn a_mail_comes_late_or_with_another_code() {
    let mut lab = Lab::new("rocketchat");
    let fault = lab.fault(FaultKind::MailDelay { s: 60 });
    alice_at_challenge(&mut lab);
    assert_eq!(lab.world.mailbox(lab.real).count(), 0);
    lab.advance(60);
    assert_eq!(lab.world.mailbox(lab.real).count(), 1);

    lab.control(Control::RemoveFault { fault });
    lab.fault(FaultKind::MailWrongCode);
    let mut alice = alice_at_challenge(&mut lab);
    let code = last_code(&lab);
    assert!(alice.code(&mut lab, &code).is_err());
}

#[test]
fn another_mail_must_wait_for_its_cooldown() {
    let mut profile = profile("rocketchat");
    profile.email_otp.as_mut().unwrap().resend_cooldown_s = 30;
    let mut lab = Lab::of(profile);
    let mut alice = alice_at_challenge(&mut lab);
    lab.advance(10);
    let refusal = alice.does(&mut lab, Deed::ResendEmail).unwrap_err();
    assert_eq!(
        refusal.message,
        "Wait 20 seconds before you ask for another code."
    );
    assert_eq!(refusal.retry_after_s, Some(20));
    lab.advance(20);
    assert_eq!(alice.does(&mut lab, Deed::ResendEmail), Ok(Go::Challenge));
}

#[test]
fn who_has_no_verified_address_gets_no_mail() {
    let mut lab = Lab::new("rocketchat");
    assert_eq!(Browser::new().password(&mut lab, "carol"), Ok(Go::Home));
    assert_eq!(
        Browser::new().password(&mut lab, "bob"),
        Ok(Go::Home),
        "turned off by hand"
    );
}

#[test]
fn guarded_actions_ask_again_and_remember_for_half_an_hour() {
    let mut lab = Lab::new("rocketchat");
    let mut alice = alice_at_challenge(&mut lab);
    let code = last_code(&lab);
    alice.code(&mut lab, &code).unwrap();
    let change = |proof: Proof| Deed::ChangePassword {
        new: "other".into(),
        proof,
    };
    assert_eq!(
        refused(alice.does(&mut lab, change(Proof::default()))),
        "Confirm that it is you."
    );
    assert_eq!(
        lab.rule("step_up.asked"),
        "step_up.actions=change_password, method=email"
    );
    let code = last_code(&lab);
    assert!(
        alice
            .does(&mut lab, change(Proof::text(&other(&code))))
            .is_err()
    );
    assert_eq!(
        alice.does(&mut lab, change(Proof::text(&code))),
        Ok(Go::Security)
    );
    lab.advance(1799);
    let email = || Deed::ChangeEmail {
        email: "new@demo.test".to_owned(),
        proof: Proof::default(),
    };
    assert_eq!(
        alice.does(&mut lab, email()),
        Ok(Go::Security),
        "not asked again"
    );
    lab.advance(1);
    assert_eq!(
        refused(alice.does(&mut lab, email())),
        "Confirm that it is you."
    );
    assert_eq!(
        lab.rule("step_up.asked"),
        "step_up.actions=change_email, method=password"
    );
    alice.logout(&mut lab);
    assert_eq!(alice.login(&mut lab, "alice", "other", false), Ok(Go::Home));
}

#[test]
fn somebody_signs_up_and_verifies_the_address() {
    let mut lab = Lab::new("rocketchat");
    let sign_up = |name: &str, email: &str, password: &str| {
        Action::SignUp(SignUp {
            origin: Default::default(),
            name: name.to_owned(),
            email: email.to_owned(),
            password: password.into(),
            agent: Default::default(),
        })
    };
    for (name, email, password, kind) in [
        ("alice", "a@demo.test", "demo", RefusalKind::Taken),
        ("dan", "alice@demo.test", "demo", RefusalKind::Taken),
        ("dan", "dan", "demo", RefusalKind::Invalid),
        ("dan", "dan@demo.test", "abc", RefusalKind::Invalid),
        ("d\u{7}n", "dan@demo.test", "demo", RefusalKind::Invalid),
    ] {
        let refusal = lab.step(sign_up(name, email, password)).result.unwrap_err();
        assert_eq!(refusal.kind, kind, "{name} {email}");
    }
    let mut dan = Browser::new();
    let outcome = lab.step(sign_up("dan", "dan@demo.test", "demo"));
    assert_eq!(dan.take(outcome).unwrap().go, Go::Home);
    assert_eq!(dan.stage(&mut lab), StageName::Full);

    let token = last_mail(&lab).token.unwrap();
    let verify = |token: &str| Action::VerifyEmail {
        token: token.to_owned(),
    };
    assert!(lab.step(verify("wrong")).result.is_err());
    assert!(lab.step(verify(&token)).result.is_ok());
    assert!(
        lab.step(verify(&token)).result.is_err(),
        "a link is good once"
    );
    dan.logout(&mut lab);
    assert_eq!(
        dan.password(&mut lab, "dan"),
        Ok(Go::Challenge),
        "now codes come by mail"
    );
    let code = last_code(&lab);
    dan.code(&mut lab, &code).unwrap();
    let new = Deed::ChangePassword {
        new: "other".into(),
        proof: Proof::default(),
    };
    assert_eq!(
        dan.does(&mut lab, new),
        Ok(Go::Security),
        "who has only just signed up is spared"
    );
}

#[test]
fn signing_up_can_be_closed() {
    let mut profile = profile("batch");
    profile.signup.open = false;
    let mut lab = Lab::of(profile);
    let action = Action::SignUp(SignUp {
        origin: Default::default(),
        name: "dan".to_owned(),
        email: "dan@demo.test".to_owned(),
        password: "demo".into(),
        agent: Default::default(),
    });
    assert_eq!(
        lab.step(action).result.unwrap_err().rule,
        "signup.open=false"
    );
}

#[test]
fn a_page_without_login_leads_to_the_login() {
    let mut lab = Lab::new("infura");
    let mut nobody = Browser::new();
    assert_eq!(nobody.page(&mut lab, Access::Anyone), Ok(Go::Stay));
    assert_eq!(nobody.page(&mut lab, Access::Full), Ok(Go::Login));
    nobody.session = Some("0123".into());
    assert_eq!(nobody.page(&mut lab, Access::Setup), Ok(Go::Login));
    assert_eq!(nobody.session, None, "an unknown cookie is cleared");
    let refusal = nobody
        .visit(&mut lab, "/api", Access::Full, true)
        .unwrap_err();
    assert_eq!(refusal.kind, RefusalKind::NotLoggedIn);
}
