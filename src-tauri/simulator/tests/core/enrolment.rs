//! Setting up codes: scenarios 1 to 5 and 20, and what the profiles differ in.

use keytick_simulator::world::{Deed, FaultKind, Go, Mismatch, Proof, QrLook, StageName};

use crate::lab::{Browser, Lab, N, N_PLUS_1, SECRET, START, WRONG, profile, refused};

/// A world of this profile with a plain person, logged in, and the key of RFC 6238 up next.
fn ready(name: &str) -> (Lab, Browser) {
    let mut lab = Lab::new(name);
    ready_in(&mut lab)
        .map(|browser| (lab, browser))
        .expect("a plain person is logged in")
}

fn ready_in(lab: &mut Lab) -> Option<Browser> {
    let policy = keytick_simulator::world::PolicyChange {
        feature: Some(keytick_simulator::profile::Switch::On),
        ..Default::default()
    };
    if lab.world.profile().feature.is_some() {
        lab.control(keytick_simulator::world::Control::Policy(policy));
    }
    lab.plain("eve@demo.test", "member");
    let patch = keytick_simulator::world::UserPatch {
        email_otp: Some(false),
        ..Default::default()
    };
    let user = "eve@demo.test".to_owned();
    lab.control(keytick_simulator::world::Control::PatchUser { user, patch });
    lab.next_secret();
    let mut browser = Browser::new();
    (browser.password(lab, "eve@demo.test") == Ok(Go::Home)).then_some(browser)
}

#[test]
fn scenario_1_infura_is_on_after_continue() {
    let (mut lab, mut eve) = ready("infura");
    let before = lab.seq();

    assert_eq!(eve.start(&mut lab), Ok(Go::Enroll));
    assert_eq!(lab.factor("eve@demo.test"), "SCAN");
    assert_eq!(eve.verify(&mut lab, N), Ok(Go::Codes));
    assert_eq!(lab.factor("eve@demo.test"), "CODES");
    assert_eq!(eve.codes(&lab).len(), 1);
    assert_eq!(eve.ack(&mut lab), Ok(Go::Security));
    assert_eq!(lab.factor("eve@demo.test"), "ON");

    let types = [
        "factor.pending",
        "codes.issued",
        "codes.ack",
        "factor.enabled",
    ];
    assert_eq!(lab.types_since(before), types);
    assert_eq!(lab.last("codes.issued").data["count"], 1);
    eve.logout(&mut lab);
    assert_eq!(eve.password(&mut lab, "eve@demo.test"), Ok(Go::Challenge));
}

#[test]
fn scenario_2_the_key_by_hand_is_the_key_in_the_qr_code() {
    let (mut lab, mut eve) = ready("bytebase");
    eve.start(&mut lab).unwrap();
    eve.does(&mut lab, Deed::RevealKey).unwrap();
    assert_eq!(eve.key(&lab), SECRET);
    let id = eve.session.clone().unwrap();
    let shown = lab.world.enrolment(&id, lab.real).unwrap();
    assert_eq!(
        shown.uri,
        format!(
            "otpauth://totp/Bytebase:eve@demo.test?\
             algorithm=SHA1&digits=6&issuer=Bytebase&period=30&secret={SECRET}"
        )
    );
    assert_eq!(
        (shown.issuer.as_str(), shown.account.as_str()),
        ("Bytebase", "eve@demo.test")
    );
}

#[test]
fn scenario_3_a_wrong_first_code_changes_nothing() {
    for name in ["batch", "bytebase", "deployhq", "infura", "legacy-8-60"] {
        let mut lab = Lab::new(name);
        if lab.world.profile().sso.is_some() {
            continue;
        }
        let mut eve = ready_in(&mut lab).unwrap();
        let digits = usize::from(lab.world.profile().totp.digits);
        eve.start(&mut lab).unwrap();
        let wrong = "123456789".get(..digits).unwrap();
        let refusal = eve.verify(&mut lab, wrong).unwrap_err();
        assert_eq!(refusal.kind.status(), 422, "{name}");
        assert_eq!(refusal.message, lab.world.profile().errors.totp, "{name}");
        assert_eq!(refusal.go, Go::Stay, "{name}");
        assert_eq!(
            eve.key(&lab),
            SECRET,
            "{name}: the same QR code is still there"
        );
        assert_eq!(lab.factor("eve@demo.test"), "SCAN", "{name}");

        let mut other = Browser::new();
        assert_eq!(
            other.password(&mut lab, "eve@demo.test"),
            Ok(Go::Home),
            "{name}"
        );
        if digits == 6 {
            assert!(eve.verify(&mut lab, N).is_ok(), "{name}");
        }
    }
}

/// Each entry: the profile, and whether codes are on although nobody acknowledged anything.
#[test]
fn scenario_4_a_tab_that_is_closed_too_early() {
    for (name, on) in [("bytebase", false), ("infura", false), ("rocketchat", true)] {
        let (mut lab, mut eve) = ready(name);
        eve.start(&mut lab).unwrap();
        let first = eve.key(&lab);
        eve.verify(&mut lab, N).unwrap();

        let mut later = Browser::new();
        let go = if on { Go::Challenge } else { Go::Home };
        assert_eq!(later.password(&mut lab, "eve@demo.test"), Ok(go), "{name}");
        if !on {
            later.start(&mut lab).unwrap();
            assert_ne!(later.key(&lab), first, "{name}: the next key is another");
        }
    }
}

#[test]
fn scenario_5_the_key_on_the_page_expires() {
    for (seconds, fine) in [(300, true), (301, false)] {
        let (mut lab, mut eve) = ready("bytebase");
        eve.start(&mut lab).unwrap();
        lab.advance(seconds);
        let step = (START + 300) / 30;
        let code = lab
            .world
            .user("eve@demo.test")
            .unwrap()
            .factor
            .pending
            .as_ref()
            .unwrap()
            .key
            .code(step);
        let answer = eve.verify(&mut lab, &code);
        if fine {
            assert_eq!(answer, Ok(Go::Codes));
            continue;
        }
        let message = "MFA setup has expired, please regenerate the temporary secret";
        assert_eq!(refused(answer), message);
        assert_eq!(lab.rule("factor.refused"), "enroll.ttl_s=300, age=301");
        let id = eve.session.clone().unwrap();
        assert!(lab.world.enrolment(&id, lab.real).unwrap().expired);
        // Regenerate: another key, and the codes of the old one are wrong.
        eve.start(&mut lab).unwrap();
        assert_ne!(eve.key(&lab), SECRET);
        assert_eq!(refused(eve.verify(&mut lab, &code)), "invalid MFA code");
    }
}

#[test]
fn bytebase_wants_the_download_before_the_button() {
    let (mut lab, mut eve) = ready("bytebase");
    eve.start(&mut lab).unwrap();
    assert_eq!(refused(eve.ack(&mut lab)), "Verify the code first.");
    eve.verify(&mut lab, N).unwrap();
    assert_eq!(
        refused(eve.ack(&mut lab)),
        "Download your recovery codes first."
    );
    assert_eq!(lab.rule("codes.refused"), "codes.ack=download");
    eve.does(&mut lab, Deed::DownloadCodes).unwrap();
    assert_eq!(eve.ack(&mut lab), Ok(Go::Security));
    assert_eq!(lab.factor("eve@demo.test"), "ON");
}

#[test]
fn back_goes_to_the_same_qr_code_and_cancel_leaves_all_off() {
    let (mut lab, mut eve) = ready("bytebase");
    eve.start(&mut lab).unwrap();
    eve.verify(&mut lab, N).unwrap();
    assert_eq!(eve.does(&mut lab, Deed::BackToScan), Ok(Go::Enroll));
    assert_eq!(eve.key(&lab), SECRET);
    assert_eq!(lab.factor("eve@demo.test"), "SCAN");
    assert_eq!(eve.does(&mut lab, Deed::CancelEnroll), Ok(Go::Security));
    assert_eq!(lab.factor("eve@demo.test"), "OFF");
    assert_eq!(
        refused(eve.verify(&mut lab, N)),
        "The set-up has not been started."
    );
}

#[test]
fn a_loose_site_turns_on_without_any_code() {
    let (mut lab, mut eve) = ready("bytebase-observed");
    eve.start(&mut lab).unwrap();
    assert_eq!(eve.ack(&mut lab), Ok(Go::Security));
    assert_eq!(lab.rule("factor.enabled"), "enroll.verify_binding=loose");
}

#[test]
fn rocketchat_is_on_with_verify_and_ends_other_sessions() {
    let (mut lab, mut eve) = ready("rocketchat");
    let mut phone = Browser::new();
    phone.password(&mut lab, "eve@demo.test").unwrap();
    eve.start(&mut lab).unwrap();
    assert_eq!(eve.verify(&mut lab, N), Ok(Go::Codes));
    assert_eq!(lab.factor("eve@demo.test"), "ON");
    let codes = eve.codes(&lab);
    assert_eq!(codes.len(), 12);
    assert!(codes.iter().all(|code| code.len() == 8));
    assert_eq!(phone.stage(&mut lab), StageName::Anonymous);
    assert_eq!(
        lab.rule("session.revoked"),
        "enroll.revoke_other_sessions=true"
    );
    assert_eq!(eve.ack(&mut lab), Ok(Go::Security));
    let id = eve.session.clone().unwrap();
    assert_eq!(lab.world.codes(&id), None, "backup codes are shown once");
    assert_eq!(lab.world.security(&id).unwrap().codes_left, Some(12));
}

/// Each entry: the profile, what beginning again does, and the state right after.
#[test]
fn beginning_again_while_it_is_on() {
    for (name, answer, state) in [
        ("bytebase", Ok(Go::Enroll), "keeps the old key"),
        ("rocketchat", Ok(Go::Enroll), "drops the old key"),
        (
            "infura",
            Err("Turn two-factor authentication off before you set it up again."),
            "",
        ),
    ] {
        let mut lab = Lab::new(name);
        let mut eve = ready_in(&mut lab).unwrap();
        eve.logout(&mut lab);
        lab.enrolled("zoe@demo.test", "member");
        let mut zoe = Browser::logged_in(&mut lab, "zoe@demo.test");
        let started = zoe.start(&mut lab);
        assert_eq!(
            started.map_err(|refusal| refusal.message),
            answer.map_err(str::to_owned)
        );
        let on = lab.world.user("zoe@demo.test").unwrap().factor.is_on();
        match state {
            "keeps the old key" => assert!(on, "{name}"),
            "drops the old key" => assert!(!on, "{name}"),
            _ => assert!(on, "{name}"),
        }
    }
}

#[test]
fn rocketchat_wants_a_verified_address_and_the_feature() {
    let mut lab = Lab::new("rocketchat");
    let mut carol = Browser::new();
    assert_eq!(carol.password(&mut lab, "carol"), Ok(Go::Home));
    let off = "Two-factor authentication is turned off for this site.";
    assert_eq!(refused(carol.start(&mut lab)), off);
    let on = keytick_simulator::world::PolicyChange {
        feature: Some(keytick_simulator::profile::Switch::On),
        ..Default::default()
    };
    lab.control(keytick_simulator::world::Control::Policy(on));
    assert_eq!(
        refused(carol.start(&mut lab)),
        "Verify your e-mail address first."
    );
    assert_eq!(lab.rule("factor.refused"), "enroll.requires=verified_email");
}

#[test]
fn a_strict_site_wants_the_password_again() {
    let mut lab = Lab::new("strict");
    let mut eve = ready_in(&mut lab).unwrap();
    assert_eq!(
        refused(eve.start(&mut lab)),
        "The password or the code is wrong."
    );
    let password = Some("demo".into());
    assert_eq!(
        eve.does(&mut lab, Deed::StartEnroll { password }),
        Ok(Go::Enroll)
    );
}

/// Each entry: the profile, and the QR code's text for somebody called eve@demo.test.
#[test]
fn every_profile_writes_its_own_qr_code() {
    for (name, uri) in [
        (
            "batch",
            "otpauth://totp/Batch.com:eve%40demo.test?secret=SECRET&issuer=Batch.com\
             &algorithm=SHA1&digits=6&period=30",
        ),
        (
            "rocketchat",
            "otpauth://totp/Rocket.Chat:eve%40demo.test?secret=SECRET",
        ),
        (
            "infura",
            "otpauth://totp/Infura:eve%40demo.test?secret=SECRET&issuer=Infura\
             &algorithm=SHA1&digits=6&period=30",
        ),
        (
            "legacy-8-60",
            "otpauth://totp/Legacy:eve%40demo.test?secret=SECRET&issuer=Legacy\
             &algorithm=SHA256&digits=8&period=60",
        ),
        ("broken", "otpauth://totp/eve%40demo.test?secret=SECRET"),
    ] {
        let (mut lab, mut eve) = ready(name);
        eve.start(&mut lab).unwrap();
        let id = eve.session.clone().unwrap();
        let shown = lab.world.enrolment(&id, lab.real).unwrap();
        assert_eq!(shown.uri, uri.replace("SECRET", SECRET), "{name}");
    }
}

#[test]
fn rocketchat_gives_keys_of_52_characters() {
    let mut lab = Lab::new("rocketchat-observed");
    let mut eve = Browser::new();
    lab.plain("eve", "user");
    eve.password(&mut lab, "eve").unwrap();
    let id = eve.session.clone().unwrap();
    let code = lab.world.mailbox(lab.real).last().unwrap().codes[0].clone();
    eve.code(&mut lab, &code).unwrap();
    assert_ne!(
        eve.session.clone().unwrap(),
        id,
        "a new session after the second step"
    );
    eve.start(&mut lab).unwrap();
    assert_eq!(eve.key(&lab).len(), 52);
}

#[test]
fn scenario_20_sha256_with_eight_digits_and_sixty_seconds() {
    let mut lab = Lab::new("legacy-8-60");
    lab.advance(29);
    let mut eve = ready_in(&mut lab).unwrap();
    let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";
    eve.start(&mut lab).unwrap();
    lab.control(keytick_simulator::world::Control::NextSecret {
        secret: secret.into(),
    });
    eve.start(&mut lab).unwrap();
    assert_eq!(
        refused(eve.verify(&mut lab, "138967")),
        "The code is wrong."
    );
    assert_eq!(
        lab.rule("factor.refused"),
        "totp.digits=8, not that many digits"
    );
    assert_eq!(eve.verify(&mut lab, "40857319"), Ok(Go::Codes));
}

/// Each entry: the fault, a piece of the QR code's text, a piece that is not there, and whether
/// the code of an app that does as the text says is right.
#[test]
fn scenario_20_odd_and_hostile_qr_codes() {
    let key = format!("secret={SECRET}");
    let cases = [
        (FaultKind::QrWrongSecret, "secret=", key.as_str(), true),
        (
            FaultKind::IssuerMismatch {
                issuer: "Evil".to_owned(),
            },
            "issuer=Evil",
            "issuer=Infura",
            true,
        ),
        (FaultKind::IssuerMissing, "totp/eve%40", "Infura", true),
        (
            FaultKind::ParamMismatch {
                param: Mismatch::Digits,
            },
            "digits=6",
            "digits=8",
            false,
        ),
        (
            FaultKind::ParamMismatch {
                param: Mismatch::Algorithm,
            },
            "algorithm=SHA1&",
            "SHA256",
            false,
        ),
        (
            FaultKind::ParamMismatch {
                param: Mismatch::Period,
            },
            "period=30",
            "period=60",
            false,
        ),
        (
            FaultKind::AlgSha256,
            "algorithm=SHA256",
            "algorithm=SHA1&",
            false,
        ),
        (FaultKind::Digits8, "digits=8", "digits=6", false),
        (FaultKind::Period60, "period=60", "period=30", false),
        (FaultKind::SecretLowercase, "secret=gezdgnbv", "GEZD", true),
        (FaultKind::SecretPadded, "GEZDGNBVGY3TQOI%3D", "OJQ&", false),
        (
            FaultKind::SecretSpaced,
            "secret=GEZD%20GNBV",
            "GEZDGNBV",
            true,
        ),
        (FaultKind::SecretShort, "secret=GEZDGNBV&", "GY3T", false),
        (FaultKind::UriHotp, "otpauth://hotp/", "totp", true),
    ];
    for (fault, there, missing, right) in cases {
        let (mut lab, mut eve) = ready("infura");
        let name = fault.name();
        lab.fault(fault);
        eve.start(&mut lab).unwrap();
        let id = eve.session.clone().unwrap();
        let shown = lab.world.enrolment(&id, lab.real).unwrap();
        assert!(shown.uri.contains(there), "{name}: {}", shown.uri);
        assert!(!shown.uri.contains(missing), "{name}: {}", shown.uri);
        assert_eq!(lab.last("fault.fired").data["kind"], name);
        assert_eq!(eve.verify(&mut lab, N).is_ok(), right, "{name}");
    }
}

#[test]
fn a_fault_changes_how_the_qr_code_is_drawn() {
    for (fault, look) in [
        (FaultKind::QrDamaged, QrLook::Damaged),
        (FaultKind::QrLowContrast, QrLook::LowContrast),
        (FaultKind::QrHuge, QrLook::Huge),
    ] {
        let (mut lab, mut eve) = ready("batch");
        lab.fault(fault);
        eve.start(&mut lab).unwrap();
        let id = eve.session.clone().unwrap();
        assert_eq!(lab.world.enrolment(&id, lab.real).unwrap().qr, look);
    }
}

#[test]
fn the_code_of_the_setup_counts_as_used() {
    let (mut lab, mut eve) = ready("batch");
    eve.start(&mut lab).unwrap();
    assert_eq!(eve.verify(&mut lab, N), Ok(Go::Security));
    eve.logout(&mut lab);
    eve.password(&mut lab, "eve@demo.test").unwrap();
    assert!(eve.code(&mut lab, N).is_err());
    assert_eq!(
        lab.rule("challenge.failed"),
        "totp.replay=last_step, step=37037036, last=37037036"
    );
    assert_eq!(eve.code(&mut lab, N_PLUS_1), Ok(Go::Home));
}

/// Scenario 17. Each entry: the profile, and the proofs that are refused and taken.
#[test]
fn scenario_17_turning_it_off_is_guarded() {
    let backup = "ABCDEFGH";
    for (name, refusals, taken) in [
        (
            "rocketchat",
            vec![
                Proof::default(),
                Proof::text(WRONG),
                Proof::text("abcdefgh"),
            ],
            Proof::text(N),
        ),
        ("rocketchat", vec![], Proof::text(backup)),
        ("bytebase", vec![Proof::default()], Proof::confirmed()),
        (
            "batch",
            vec![Proof::default(), Proof::text("wrong")],
            Proof::text("demo"),
        ),
        ("strict", vec![Proof::text("demo")], Proof::text(N_PLUS_1)),
        ("infura", vec![], Proof::default()),
    ] {
        let mut lab = Lab::new(name);
        lab.with_codes("zoe@demo.test", "member", Some(&[backup]));
        let mut zoe = Browser::logged_in(&mut lab, "zoe@demo.test");
        lab.advance(30);
        for proof in refusals {
            assert!(
                zoe.does(
                    &mut lab,
                    Deed::Disable {
                        proof: proof.clone()
                    }
                )
                .is_err(),
                "{name} {proof:?}"
            );
            assert_eq!(lab.factor("zoe@demo.test"), "ON", "{name}");
        }
        let proof = match name {
            // The code of the login is used; the next one is not.
            "rocketchat" if taken == Proof::text(N) => Proof::text(N_PLUS_1),
            _ => taken,
        };
        let answer = zoe.does(&mut lab, Deed::Disable { proof });
        assert_eq!(answer, Ok(Go::Security), "{name}");
        assert_eq!(lab.factor("zoe@demo.test"), "OFF", "{name}");
        assert_eq!(lab.codes_left("zoe@demo.test"), 0, "{name}");
        zoe.logout(&mut lab);
        let _ = zoe.password(&mut lab, "zoe@demo.test");
        assert!(zoe.backup(&mut lab, backup).is_err(), "{name}");
    }
    let mut profile = profile("batch");
    profile.disable.requires = keytick_simulator::profile::Guard::Never;
    let mut lab = Lab::of(profile);
    lab.enrolled("zoe@demo.test", "member");
    let mut zoe = Browser::logged_in(&mut lab, "zoe@demo.test");
    let proof = Proof::text("demo");
    assert_eq!(
        refused(zoe.does(&mut lab, Deed::Disable { proof })),
        "You may not do this."
    );
}
