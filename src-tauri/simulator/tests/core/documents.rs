//! The five products' documents, line by line: the words they quote, the order of their steps, and
//! what nobody else's test shows of them. `docs/sites.md` is the list.

use std::path::{Path, PathBuf};

use keytick_simulator::profile::{CodesEntry, EnrollStep, Evidence, Mark, Switch};
use keytick_simulator::world::{
    Access, Action, Control, Data, Deed, Go, LastResort, Origin, PolicyChange, Proof, StageName,
};

use crate::lab::{Browser, Lab, N, N_PLUS_1, SECRET, profile, refused};

/// The profiles that follow a document, and the heading of each in `docs/sites.md`.
const FOLLOWED: [(&str, &str); 5] = [
    ("batch", "Batch"),
    ("bytebase", "Bytebase"),
    ("rocketchat", "Rocket.Chat"),
    ("deployhq", "DeployHQ"),
    ("infura", "Infura"),
];

/// Each entry: the profile, a key of it, its value as JSON. Those that
/// `the_profiles_say_what_the_documents_say` has are not here again.
#[test]
fn every_word_that_a_document_quotes_is_there() {
    for (name, path, value) in [
        (
            "batch",
            "labels.two_factor",
            r#""Two-factor authentication""#,
        ),
        (
            "batch",
            "labels.scan",
            r#""Open your 2FA app, add a new login and scan the QR code.""#,
        ),
        (
            "batch",
            "labels.challenge_intro",
            r#""Type the {issuer} code from your 2FA app.""#,
        ),
        ("batch", "monitor.page", r#""Team""#),
        (
            "bytebase",
            "labels.two_factor",
            r#""Two-factor authentication""#,
        ),
        (
            "bytebase",
            "labels.enable",
            r#""Two-factor authentication""#,
        ),
        ("bytebase", "labels.download", r#""Download""#),
        ("bytebase", "enroll.manual_key", r#""link""#),
        ("bytebase", "codes.kind", r#""list""#),
        ("bytebase", "codes.ack", r#""download""#),
        ("bytebase", "enforce.scope", r#""workspace""#),
        (
            "bytebase",
            "enforce.label",
            r#""Require 2FA for all users""#,
        ),
        (
            "rocketchat",
            "labels.two_factor",
            r#""Two Factor Authentication""#,
        ),
        ("rocketchat", "feature.role", r#""admin""#),
        (
            "rocketchat",
            "feature.label",
            r#""Two Factor Authentication""#,
        ),
        ("rocketchat", "totp.label", r#""Rocket.Chat:{user}""#),
        ("rocketchat", "totp.replay", r#""used_set""#),
        ("rocketchat", "enroll.manual_key", r#""shown""#),
        ("rocketchat", "codes.kind", r#""list""#),
        (
            "deployhq",
            "labels.two_factor",
            r#""Two Factor Authentication""#,
        ),
        ("deployhq", "labels.codes", r#""Recovery token""#),
        ("deployhq", "totp.digits", "6"),
        ("deployhq", "codes.kind", r#""reset_token""#),
        ("deployhq", "codes.count", "1"),
        ("deployhq", "monitor.page", r#""User Management""#),
        ("deployhq", "enforce.applies", r#""next_login""#),
        ("infura", "labels.identifier", r#""Username""#),
        ("infura", "labels.enable", r#""Enable""#),
        ("infura", "labels.verify_field", r#""Six-digit token""#),
        ("infura", "labels.verify", r#""Verify""#),
        ("infura", "login.challenge_label", r#""2FA token""#),
        ("infura", "codes.kind", r#""single""#),
        ("infura", "codes.count", "1"),
        ("infura", "enroll.activates_at", r#""ack""#),
        ("infura", "disable.requires", r#""none""#),
    ] {
        let profile = profile(name);
        let json = serde_json::to_value(&profile).unwrap();
        let pointer = format!("/{}", path.replace('.', "/"));
        let found = json.pointer(&pointer).unwrap().to_string();
        assert_eq!(found, value, "{name} {path}");
        assert_eq!(profile.evidence(path), Evidence::Document, "{name} {path}");
    }
}

/// Each entry: the profile, a page, and the words on the way to it.
#[test]
fn pages_stand_where_the_documents_lead() {
    for (name, page, words) in [
        ("batch", "security", "Security"),
        ("batch", "team", "Account Manager > Team"),
        ("bytebase", "security", "Profile"),
        ("bytebase", "admin", "Settings > Security"),
        (
            "rocketchat",
            "security",
            "Avatar > My Account > Security > Two Factor Authentication",
        ),
        (
            "deployhq",
            "security",
            "Security Settings > Two Factor Authentication",
        ),
        ("deployhq", "admin", "Settings > Account & Access"),
        ("deployhq", "team", "User Management"),
        ("infura", "security", "Settings > Account"),
    ] {
        let nav = profile(name).nav;
        let way = match page {
            "security" => nav.security,
            "admin" => nav.admin,
            _ => nav.team,
        };
        assert_eq!(way.join(" > "), words, "{name}");
    }
}

#[test]
fn the_steps_come_in_the_documents_order() {
    use EnrollStep::{Ack, Apps, Codes, Scan, Verify};
    for (name, steps) in [
        ("batch", vec![Scan, Verify]),
        ("bytebase", vec![Apps, Scan, Verify, Codes, Ack]),
        ("rocketchat", vec![Scan, Verify, Codes]),
        ("deployhq", vec![Apps, Scan, Verify, Codes]),
        ("infura", vec![Scan, Verify, Codes, Ack]),
    ] {
        assert_eq!(profile(name).enroll.steps, steps, "{name}");
    }
}

#[test]
fn the_apps_are_those_that_the_documents_name() {
    let google = "Google Authenticator";
    let microsoft = "Microsoft Authenticator";
    for (name, apps) in [
        ("batch", vec!["Authy", "Duo Mobile", google, microsoft]),
        ("bytebase", vec![google, "Authy", microsoft, "1Password"]),
        ("rocketchat", vec![google, "Authy", "Duo"]),
        ("deployhq", vec![google, "Authy"]),
        ("infura", vec![]),
    ] {
        let profile = profile(name);
        let named: Vec<&str> = profile.apps.iter().map(|app| app.name.as_str()).collect();
        assert_eq!(named, apps, "{name}");
    }
}

/// Each entry: the profile, and somebody's role.
#[test]
fn after_the_password_a_code_lets_somebody_in() {
    for (name, role) in [
        ("batch", "member"),
        ("bytebase", "member"),
        ("rocketchat", "user"),
        ("infura", "user"),
    ] {
        let mut lab = Lab::new(name);
        lab.enrolled("zoe@demo.test", role);
        let mut zoe = Browser::new();
        let go = zoe.password(&mut lab, "zoe@demo.test");
        assert_eq!(go, Ok(Go::Challenge), "{name}");
        assert_eq!(zoe.page(&mut lab, Access::Full), Ok(Go::Challenge));
        assert_eq!(zoe.code(&mut lab, N), Ok(Go::Home), "{name}");
        assert_eq!(zoe.stage(&mut lab), StageName::Full, "{name}");
    }
}

#[test]
fn batch_is_on_with_the_code_and_the_manager_sees_it() {
    let mut lab = Lab::new("batch");
    lab.enrolled("boss@demo.test", "manager");
    let boss = Browser::logged_in(&mut lab, "boss@demo.test");
    assert!(lab.world.powers(boss.session.as_ref().unwrap()).monitor);
    let mut alice = Browser::logged_in(&mut lab, "alice@demo.test");
    let powers = lab.world.powers(alice.session.as_ref().unwrap());
    assert!(!powers.monitor, "not in a member's menu");
    let mark = |lab: &Lab, name: &str| {
        let team = lab.world.team().unwrap();
        team.into_iter()
            .find(|member| member.name == name)
            .unwrap()
            .mark
    };
    let off = Mark::Text("2FA off".to_owned());
    let on = Mark::Text("2FA on".to_owned());
    assert_eq!(mark(&lab, "bob@demo.test"), on);
    assert_eq!(mark(&lab, "alice@demo.test"), off);

    lab.next_secret();
    alice.start(&mut lab).unwrap();
    assert_eq!(mark(&lab, "alice@demo.test"), off, "not before the code");
    assert_eq!(alice.verify(&mut lab, N), Ok(Go::Security));
    assert_eq!(mark(&lab, "alice@demo.test"), on);
}

#[test]
fn rocketchat_takes_a_code_once() {
    let mut lab = Lab::new("rocketchat");
    lab.enrolled("zoe@demo.test", "user");
    let mut zoe = Browser::logged_in(&mut lab, "zoe@demo.test");
    zoe.logout(&mut lab);
    zoe.password(&mut lab, "zoe@demo.test").unwrap();
    assert!(zoe.code(&mut lab, N).is_err());
    assert_eq!(
        lab.rule("challenge.failed"),
        "totp.replay=used_set, step=37037036, last=37037036"
    );
    assert_eq!(zoe.code(&mut lab, N_PLUS_1), Ok(Go::Home));
}

#[test]
fn rocketchats_entry_in_an_app_is_called_after_the_user() {
    let mut lab = Lab::new("rocketchat");
    lab.control(Control::Policy(PolicyChange {
        feature: Some(Switch::On),
        ..PolicyChange::default()
    }));
    let mut bob = Browser::logged_in(&mut lab, "bob");
    lab.next_secret();
    bob.start(&mut lab).unwrap();
    let id = bob.session.clone().unwrap();
    let shown = lab.world.enrolment(&id, lab.real).unwrap();
    assert_eq!(
        shown.uri,
        format!("otpauth://totp/Rocket.Chat:bob?secret={SECRET}")
    );
    assert_eq!(shown.key, SECRET, "the key by hand is the same");
}

#[test]
fn deployhq_shows_one_recovery_token_once() {
    let mut lab = Lab::new("deployhq");
    let mut bob = Browser::at(Origin::Identity);
    bob.password(&mut lab, "bob@demo.test").unwrap();
    lab.next_secret();
    bob.start(&mut lab).unwrap();
    assert_eq!(bob.verify(&mut lab, N), Ok(Go::Codes));
    assert_eq!(bob.codes(&lab).len(), 1);
    bob.ack(&mut lab).unwrap();
    let id = bob.session.clone().unwrap();
    assert_eq!(lab.world.codes(&id), None);
    assert_eq!(lab.codes_left("bob@demo.test"), 1);
}

#[test]
fn deployhq_leaves_requiring_and_watching_to_administrators() {
    let mut lab = Lab::new("deployhq");
    let mut bob = at_product(&mut lab, "bob@demo.test");
    let powers = lab.world.powers(bob.session.as_ref().unwrap());
    assert!(!powers.require && !powers.monitor);
    let require = Deed::SetRequired {
        on: true,
        roles: Vec::new(),
        proof: Proof::default(),
    };
    assert_eq!(refused(bob.does(&mut lab, require)), "You may not do this.");
    assert!(!lab.world.policy_view().required);
}

/// Somebody at the product of the two linked sites, by way of the identity service.
fn at_product(lab: &mut Lab, name: &str) -> Browser {
    let mut identity = Browser::at(Origin::Identity);
    identity.login(lab, name, "demo", true).unwrap();
    let data = identity.deed(lab, Deed::ToProduct).unwrap().data;
    let Data::Ticket(ticket) = data else {
        panic!("{data:?}");
    };
    let mut product = Browser::at(Origin::Product);
    let agent = product.agent();
    let outcome = lab.step(Action::Redeem { ticket, agent });
    product.take(outcome).unwrap();
    product
}

/// Each entry: the profile, the site that asks, whose login, where a recovery code goes, and the
/// link to support.
#[test]
fn the_second_step_offers_what_is_left_without_the_device() {
    for (name, origin, user, entry, link) in [
        (
            "infura",
            Origin::Site,
            "bob",
            CodesEntry::Separate,
            "Recover your Account",
        ),
        (
            "deployhq",
            Origin::Identity,
            "alice@demo.test",
            CodesEntry::ResetPage,
            "Contact support",
        ),
    ] {
        let mut lab = Lab::new(name);
        let mut browser = Browser::at(origin);
        let go = browser.password(&mut lab, user);
        assert_eq!(go, Ok(Go::Challenge), "{name}");
        let id = browser.session.clone().unwrap();
        let view = lab.world.challenge(&id, lab.real).unwrap();
        assert_eq!(view.backup, Some(entry), "{name}");
        let support = LastResort::Support(link.to_owned());
        assert_eq!(view.last_resort, support, "{name}");
    }
}

#[test]
fn infura_says_where_to_keep_the_backup_code() {
    let advice = profile("infura").labels.codes_intro;
    for place in ["safe place", "password manager", "paper"] {
        assert!(advice.contains(place), "{advice}");
    }
}

#[test]
fn infura_is_enabled_again_after_it_was_disabled() {
    let mut lab = Lab::new("infura");
    lab.enrolled("zoe", "user");
    let mut zoe = Browser::logged_in(&mut lab, "zoe");
    let proof = Proof::default();
    assert_eq!(
        zoe.does(&mut lab, Deed::Disable { proof }),
        Ok(Go::Security)
    );
    zoe.logout(&mut lab);
    assert_eq!(
        zoe.password(&mut lab, "zoe"),
        Ok(Go::Home),
        "no code is due"
    );
    lab.next_secret();
    zoe.start(&mut lab).unwrap();
    zoe.verify(&mut lab, N).unwrap();
    zoe.ack(&mut lab).unwrap();
    zoe.logout(&mut lab);
    assert_eq!(zoe.password(&mut lab, "zoe"), Ok(Go::Challenge));
}

fn here(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn list() -> String {
    std::fs::read_to_string(here("../../docs/sites.md")).unwrap()
}

/// What stands between backticks in a text.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[test]
fn the_list_names_tests_that_are_there() {
    let list = list();
    let named: Vec<(&str, &str)> = quoted(&list)
        .into_iter()
        .filter_map(|name| name.split_once(".rs::"))
        .collect();
    assert!(named.len() > 50, "{}", named.len());
    for (file, test) in named {
        let path = here("tests").join(format!("{file}.rs"));
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(text.contains(&format!("\nfn {test}()")), "{file} {test}");
    }
}

#[test]
fn the_list_names_every_assumption() {
    let list = list();
    for (name, heading) in FOLLOWED {
        let part = list.split("\n## ").find(|part| part.starts_with(heading));
        let part = part.unwrap_or_else(|| panic!("no part {heading}"));
        let (_, assumed) = part.split_once("\n### Assumed").unwrap();
        let known = quoted(assumed);
        for key in profile(name).assumed.keys {
            assert!(known.contains(&key.as_str()), "{name} {key}");
        }
    }
}
