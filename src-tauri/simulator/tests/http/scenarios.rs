//! The twenty scenarios, by their numbers, through pages and APIs as somebody outside meets
//! them. Some stand in other files: 1 and 2 with the flows, 10 with the faults and the races.

use keytick_otp::KeyUri;
use keytick_simulator::server::Config;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server::{CODE, CODE_NEXT, SECRET, START, Server, config};

const ZOE: &str = "zoe@demo.test";
const MINUS_2: &str = "150727";
const MINUS_1: &str = "731029";
const PLUS_2: &str = "266759";
const PLUS_3: &str = "306183";

/// A site with Zoe, whose key is known.
fn with_zoe(profile: &str, codes: &[&str]) -> Server {
    let server = Server::start(profile);
    let mut zoe = json!({ "name": ZOE, "factor": { "state": "on", "secret": SECRET } });
    if !codes.is_empty() {
        zoe["codes"] = json!(codes);
    }
    server.tell("POST", "/worlds/demo/users", &zoe);
    server
}

/// Zoe, in front of the second step.
fn challenged(server: &Server) -> Browser {
    let mut browser = Browser::new(&server.running.url);
    browser.log_in(ZOE);
    assert_eq!(
        browser.page.path(),
        "/login/challenge",
        "{}",
        browser.page.text()
    );
    browser
}

/// Whether a code lets Zoe in, in a login of its own; the status of the answer.
fn try_code(server: &Server, code: &str) -> bool {
    let mut browser = challenged(server);
    browser.submit("/login/challenge", &[("code", code)]);
    browser.page.path() != "/login/challenge"
}

fn factor(server: &Server, user: &str) -> Value {
    server.ask(&format!("/worlds/demo/users/{user}")).1["factor"].clone()
}

/// The last event of a type.
fn last(server: &Server, kind: &str) -> Value {
    let events = server.events("demo", 0);
    events
        .into_iter()
        .rfind(|event| event["type"] == kind)
        .unwrap()
}

fn rule(server: &Server, kind: &str) -> String {
    last(server, kind)["rule"]
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// The code that an app with this page's key shows, so many seconds after the start.
fn shown(browser: &Browser, seconds: u64) -> String {
    let key = KeyUri::parse(&browser.page.otpauth().unwrap()).unwrap().key;
    key.code_at(START + seconds).text.to_string()
}

fn scanning(server: &Server, user: &str) -> Browser {
    let mut browser = Browser::new(&server.running.url);
    browser.log_in(user);
    browser.open("/settings/security");
    browser.submit("/settings/security/enroll", &[]);
    browser
}

#[test]
fn scenario_3_a_wrong_first_code_everywhere() {
    for (profile, user) in [
        ("infura", "alice"),
        ("batch", "alice@demo.test"),
        ("bytebase", "alice@demo.test"),
        ("deployhq", "bob@demo.test"),
    ] {
        let server = Server::start(profile);
        let mut browser = match &server.running.identity {
            Some(identity) => Browser::new(identity),
            None => Browser::new(&server.running.url),
        };
        browser.log_in(user);
        browser.open("/settings/security");
        browser.submit("/settings/security/enroll", &[]);
        let uri = browser.page.otpauth().unwrap();
        browser.submit("/settings/security/enroll/verify", &[("code", "12345x")]);
        assert_eq!(browser.page.status, 422, "{profile}");
        assert!(browser.page.alert().is_some());
        assert_eq!(browser.page.otpauth().unwrap(), uri);
        let code = shown(&browser, 0);
        browser.submit("/settings/security/enroll/verify", &[("code", &code)]);
        assert_eq!(
            browser.page.status,
            200,
            "{profile}: {}",
            browser.page.text()
        );
    }
}

#[test]
fn scenario_4_a_tab_closed_before_the_codes_are_kept() {
    for (profile, user) in [("bytebase", "alice@demo.test"), ("infura", "alice")] {
        let server = Server::start(profile);
        let mut browser = scanning(&server, user);
        let (uri, code) = (browser.page.otpauth().unwrap(), shown(&browser, 0));
        browser.submit("/settings/security/enroll/verify", &[("code", &code)]);
        let mut later = Browser::new(&server.running.url);
        later.log_in(user);
        assert_eq!(later.page.path(), "/", "{profile}");
        later.open("/settings/security");
        later.submit("/settings/security/enroll", &[]);
        assert_ne!(later.page.otpauth().unwrap(), uri);
    }
    let server = Server::start("rocketchat");
    server.tell("PUT", "/worlds/demo/policy", &json!({ "feature": true }));
    let mut browser = scanning(&server, "bob");
    let code = shown(&browser, 0);
    browser.submit("/settings/security/enroll/verify", &[("code", &code)]);
    let mut later = Browser::new(&server.running.url);
    later.log_in("bob");
    assert_eq!(later.page.path(), "/login/challenge");
    assert_eq!(factor(&server, "bob"), "on");
}

#[test]
fn scenario_5_a_key_that_expired() {
    let server = Server::start("bytebase");
    let mut browser = scanning(&server, "alice@demo.test");
    server.advance(300);
    let code = shown(&browser, 300);
    browser.submit("/settings/security/enroll/verify", &[("code", &code)]);
    assert_eq!(browser.page.path(), "/settings/security/codes");

    let server = Server::start("bytebase");
    let mut browser = scanning(&server, "alice@demo.test");
    let uri = browser.page.otpauth().unwrap();
    server.advance(301);
    let code = shown(&browser, 301);
    browser.submit("/settings/security/enroll/verify", &[("code", &code)]);
    let expired = "MFA setup has expired, please regenerate the temporary secret";
    assert_eq!(
        (browser.page.status, browser.page.alert().as_deref()),
        (410, Some(expired))
    );
    assert!(browser.page.has("Regenerate"));
    browser.submit("/settings/security/enroll", &[]);
    assert_ne!(browser.page.otpauth().unwrap(), uri);
    browser.submit("/settings/security/enroll/verify", &[("code", &code)]);
    assert_eq!(browser.page.status, 422);
}

#[test]
fn scenario_6_leading_zeros_and_a_challenge_that_was_left() {
    let server = with_zoe("bytebase", &[]);
    assert!(!try_code(&server, "81804"));
    assert!(try_code(&server, CODE));

    let mut browser = challenged(&server);
    server.advance(301);
    browser.submit("/login/challenge", &[("code", CODE)]);
    assert_eq!(browser.page.status, 410);
    assert!(
        browser.page.body.contains("id=\"password\""),
        "sent to the password"
    );
    assert!(browser.page.alert().is_some());
    browser.open("/settings/security");
    assert_eq!(browser.page.path(), "/login");
}

#[test]
fn scenario_7_the_edges_of_the_window() {
    let server = with_zoe("bytebase", &[]);
    for (code, accepted) in [
        (MINUS_2, false),
        (MINUS_1, true),
        (CODE, true),
        (CODE_NEXT, true),
        (PLUS_2, false),
    ] {
        assert_eq!(try_code(&server, code), accepted, "{code}");
    }
    assert!(rule(&server, "challenge.failed").contains("delta=+2"));
    server.tell(
        "POST",
        "/worlds/demo/clock/advance",
        &json!({ "to": "next_step-1s" }),
    );
    server.advance(2);
    assert!(try_code(&server, CODE));
    assert!(rule(&server, "challenge.passed").contains("delta=-1"));

    let server = with_zoe("strict", &[]);
    for (code, accepted) in [(MINUS_1, false), (CODE_NEXT, false), (CODE, true)] {
        assert_eq!(try_code(&server, code), accepted, "{code}");
    }
}

#[test]
fn scenario_8_a_device_whose_clock_is_wrong() {
    let server = with_zoe("bytebase", &[]);
    assert!(try_code(&server, CODE_NEXT), "45 seconds ahead");
    assert!(rule(&server, "challenge.passed").contains("delta=+1"));
    let mut browser = challenged(&server);
    browser.submit("/login/challenge", &[("code", PLUS_3)]);
    assert_eq!(browser.page.status, 422, "90 seconds ahead");
    assert!(rule(&server, "challenge.failed").contains("delta=+3"));
    // By which the device can see it.
    assert_eq!(
        browser.page.headers["date"],
        "Fri, 18 Mar 2005 01:58:00 GMT"
    );
}

#[test]
fn scenario_9_codes_that_were_used() {
    // The same code twice; then one, the next, and the first again.
    for (profile, twice, back_again) in [
        ("bytebase", true, true),
        ("gitea-like", false, true),
        ("infura", false, false),
        ("rocketchat", false, false),
    ] {
        let start = || {
            let server = with_zoe(profile, &[]);
            if profile == "rocketchat" {
                server.tell("PUT", "/worlds/demo/policy", &json!({ "feature": true }));
            }
            server
        };
        let login = |server: &Server, code: &str| {
            let mut browser = Browser::new(&server.running.url);
            browser.log_in(ZOE);
            browser.submit("/login/challenge", &[("code", code)]);
            browser.page.path() == "/"
        };
        let server = start();
        assert!(login(&server, CODE), "{profile}");
        assert_eq!(login(&server, CODE), twice, "{profile}, twice");
        let server = start();
        assert!(
            login(&server, CODE) && login(&server, CODE_NEXT),
            "{profile}"
        );
        assert_eq!(login(&server, CODE), back_again, "{profile}, back again");
    }
}

#[test]
fn scenario_11_too_many_wrong_codes_lock() {
    let server = with_zoe("bytebase", &[]);
    let other = json!({ "name": "yan@demo.test", "factor": { "state": "on", "secret": SECRET } });
    server.tell("POST", "/worlds/demo/users", &other);
    let mut browser = challenged(&server);
    for _ in 0..3 {
        browser.submit("/login/challenge", &[("code", "000000")]);
    }
    browser.open("/login/challenge/backup");
    for _ in 0..2 {
        browser.submit("/login/challenge/backup", &[("code", "WRONGWRONG")]);
    }
    browser.open("/login/challenge");
    browser.submit("/login/challenge", &[("code", CODE)]);
    let locked = "too many failed MFA attempts, please try again later";
    assert_eq!(
        (browser.page.status, browser.page.alert().as_deref()),
        (429, Some(locked))
    );
    assert!(browser.page.headers.contains_key("retry-after"));
    assert_eq!(last(&server, "lockout.start")["actor"], ZOE);

    let mut yan = Browser::new(&server.running.url);
    yan.log_in("yan@demo.test");
    yan.submit("/login/challenge", &[("code", CODE)]);
    assert_eq!(yan.page.path(), "/");

    server.advance(301);
    let mut browser = challenged(&server);
    let key = KeyUri::parse(&format!("otpauth://totp/x?secret={SECRET}"))
        .unwrap()
        .key;
    let code = key.code_at(START + 301).text.to_string();
    browser.submit("/login/challenge", &[("code", &code)]);
    assert_eq!(browser.page.path(), "/");
    assert_eq!(last(&server, "lockout.end")["type"], "lockout.end");
}

#[test]
fn scenario_12_a_backup_code_keeps_two_step_sign_in() {
    let refused = |browser: &Browser| (browser.page.status, browser.page.alert());
    let left = |server: &Server, user: &str| {
        let (_, zoe) = server.ask(&format!("/worlds/demo/users/{user}"));
        (zoe["factor"].clone(), zoe["codes_left"].clone())
    };
    let codes: Vec<String> = (0..10).map(|place| format!("aaaaaAAAA{place}")).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let server = with_zoe("bytebase", &codes);
    let mut browser = challenged(&server);
    browser.open("/login/challenge/backup");
    browser.submit("/login/challenge/backup", &[("code", "AAAAAaaaa0")]);
    let invalid = (422, Some("invalid recovery code".to_owned()));
    assert_eq!(refused(&browser), invalid, "another case");
    browser.submit("/login/challenge/backup", &[("code", codes[0])]);
    assert_eq!(browser.page.path(), "/");
    assert_eq!(left(&server, ZOE), (json!("on"), json!(9)));
    let mut again = challenged(&server);
    again.open("/login/challenge/backup");
    again.submit("/login/challenge/backup", &[("code", codes[0])]);
    assert_eq!(refused(&again), invalid, "used before");

    let codes: Vec<String> = (2..8)
        .flat_map(|a| [format!("aBcDeFg{a}"), format!("bBcDeFg{a}")])
        .collect();
    let server = Server::start("rocketchat");
    let zoe =
        json!({ "name": "zoe", "factor": { "state": "on", "secret": SECRET }, "codes": codes });
    server.tell("POST", "/worlds/demo/users", &zoe);
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("zoe");
    // The field of the codes of the app: eight characters are a backup code.
    browser.submit("/login/challenge", &[("code", &codes[0])]);
    assert_eq!(browser.page.path(), "/");
    assert_eq!(left(&server, "zoe"), (json!("on"), json!(11)));
}

#[test]
fn scenario_13_a_backup_code_turns_it_off() {
    let server = Server::start("infura");
    let zoe = json!({ "name": "zoe", "factor": { "state": "on", "secret": SECRET }, "codes": ["0123456789abcdef"] });
    server.tell("POST", "/worlds/demo/users", &zoe);
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("zoe");
    assert!(browser.page.has("Backup Code") && browser.page.has("Recover your Account"));
    browser.follow("/login/challenge/backup");
    browser.submit("/login/challenge/backup", &[("code", "0123456789abcdef")]);
    assert!(
        browser.page.has("Enable it again"),
        "{}",
        browser.page.text()
    );
    assert_eq!(factor(&server, "zoe"), "off");
    browser.log_out();
    browser.log_in("zoe");
    assert_eq!(browser.page.path(), "/");
    browser.open("/settings/security");
    browser.submit("/settings/security/enroll", &[]);
    assert!(!browser.page.otpauth().unwrap().contains(SECRET));
    browser.submit("/settings/security/enroll/verify", &[("code", CODE)]);
    assert_eq!(browser.page.status, 422, "the old app");
}

#[test]
fn scenario_14_a_recovery_token_resets_over_two_sites() {
    let token = "0123456789abcdef01234567";
    let server = with_zoe("deployhq", &[token]);
    server.tell("PUT", "/worlds/demo/policy", &json!({ "enforce": true }));
    let mut browser = challenged(&server);
    assert!(
        browser
            .page
            .url
            .starts_with(server.running.identity.as_ref().unwrap())
    );
    browser.follow("/login/challenge/backup");
    browser.submit("/login/challenge/backup", &[("code", token)]);
    assert_eq!(factor(&server, ZOE), "off");
    browser.open("/");
    assert_eq!(browser.page.path(), "/prompt", "{}", browser.page.text());

    browser.follow("/settings/security");
    browser.submit("/settings/security/enroll", &[]);
    let code = shown(&browser, 0);
    browser.submit("/settings/security/enroll/verify", &[("code", &code)]);
    assert!(browser.page.codes().iter().all(|new| new != token));
    assert_eq!(factor(&server, ZOE), "on");

    let mut later = challenged(&server);
    later.follow("/login/challenge/backup");
    later.submit("/login/challenge/backup", &[("code", token)]);
    assert_eq!(later.page.status, 422, "spent");
}

#[test]
fn scenario_15_the_last_recovery_code() {
    let server = with_zoe("strict", &["0000000000000001"]);
    let mut browser = challenged(&server);
    browser.follow("/login/challenge/backup");
    browser.submit("/login/challenge/backup", &[("code", "0000000000000001")]);
    assert!(
        browser.page.has("That was your last recovery code"),
        "{}",
        browser.page.text()
    );
    assert_eq!(last(&server, "codes.exhausted")["actor"], ZOE);

    let server = Server::start("rocketchat");
    let zoe = json!({ "name": "zoe", "factor": { "state": "on", "secret": SECRET }, "codes": ["aBcDeFgH"] });
    server.tell("POST", "/worlds/demo/users", &zoe);
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("zoe");
    browser.submit("/login/challenge", &[("code", "aBcDeFgH")]);
    assert_eq!(browser.page.path(), "/");
    let mut later = Browser::new(&server.running.url);
    later.log_in("zoe");
    later.submit("/login/challenge", &[("code", "aBcDeFgH")]);
    assert_eq!(later.page.status, 422);
    assert!(
        later.page.has("role “admin” can reset"),
        "{}",
        later.page.text()
    );
}

#[test]
fn scenario_16_new_recovery_codes() {
    let server = Server::start("rocketchat");
    let zoe = json!({ "name": "zoe", "factor": { "state": "on", "secret": SECRET }, "codes": ["aBcDeFgH", "23456789"] });
    server.tell("POST", "/worlds/demo/users", &zoe);
    server.tell("PUT", "/worlds/demo/policy", &json!({ "feature": true }));
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("zoe");
    browser.submit("/login/challenge", &[("code", "aBcDeFgH")]);
    browser.open("/settings/security");
    browser.submit(
        "/settings/security/codes/regenerate",
        &[("confirmed", "yes"), ("proof", "wrong")],
    );
    assert_eq!(browser.page.status, 422);
    browser.submit(
        "/settings/security/codes/regenerate",
        &[("confirmed", "yes"), ("proof", CODE)],
    );
    let codes = browser.page.codes();
    assert_eq!(codes.len(), 12, "{}", browser.page.text());
    browser.log_out();
    browser.log_in("zoe");
    browser.submit("/login/challenge", &[("code", "23456789")]);
    assert_eq!(browser.page.status, 422, "the old ones are dead");
    browser.submit("/login/challenge", &[("code", &codes[0])]);
    assert_eq!(browser.page.path(), "/");

    let server = with_zoe("bytebase", &["AAAAAAAAAA", "BBBBBBBBBB"]);
    let mut browser = challenged(&server);
    browser.submit("/login/challenge", &[("code", CODE)]);
    browser.open("/settings/security");
    browser.submit(
        "/settings/security/codes/regenerate",
        &[("confirmed", "yes")],
    );
    assert_eq!(browser.page.codes().len(), 10);
    browser.submit("/settings/security/codes/cancel", &[]);
    let mut later = challenged(&server);
    later.follow("/login/challenge/backup");
    later.submit("/login/challenge/backup", &[("code", "AAAAAAAAAA")]);
    assert_eq!(later.page.path(), "/", "the old ones still work");
}

#[test]
fn scenario_17_what_turning_it_off_takes() {
    let server = Server::start("infura");
    let zoe = json!({ "name": "zoe", "factor": { "state": "on", "secret": SECRET } });
    server.tell("POST", "/worlds/demo/users", &zoe);
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("zoe");
    browser.submit("/login/challenge", &[("code", CODE)]);
    browser.open("/settings/security");
    assert!(browser.page.has("Disable 2FA"));
    browser.submit("/settings/security/disable", &[]);
    assert_eq!(factor(&server, "zoe"), "off");

    let server = with_zoe("bytebase", &[]);
    server.tell("PUT", "/worlds/demo/policy", &json!({ "enforce": true }));
    let mut browser = challenged(&server);
    browser.submit("/login/challenge", &[("code", CODE)]);
    browser.open("/settings/security/disable");
    browser.submit("/settings/security/disable", &[("confirmed", "yes")]);
    assert_eq!(
        browser.page.alert().as_deref(),
        Some("2FA is required and cannot be disabled")
    );
    server.tell(
        "PATCH",
        &format!("/worlds/demo/users/{ZOE}"),
        &json!({ "role": "owner" }),
    );
    browser.submit("/settings/security/disable", &[("confirmed", "yes")]);
    assert_eq!(factor(&server, ZOE), "off");

    let server = Server::start("rocketchat");
    let zoe = json!({ "name": "zoe", "factor": { "state": "on", "secret": SECRET }, "codes": ["aBcDeFgH", "23456789"] });
    server.tell("POST", "/worlds/demo/users", &zoe);
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("zoe");
    browser.submit("/login/challenge", &[("code", "aBcDeFgH")]);
    browser.open("/settings/security/disable");
    browser.submit(
        "/settings/security/disable",
        &[("confirmed", "yes"), ("proof", "000000")],
    );
    assert_eq!(factor(&server, "zoe"), "on");
    browser.submit(
        "/settings/security/disable",
        &[("confirmed", "yes"), ("proof", "23456789")],
    );
    assert_eq!(factor(&server, "zoe"), "off");
}

#[test]
fn scenario_18_the_prompt_keeps_everything_else_out() {
    let server = with_zoe("deployhq", &[]);
    let product = server.running.url.clone();
    let mut zoe = challenged(&server);
    zoe.submit("/login/challenge", &[("code", CODE)]);
    assert!(zoe.page.url.starts_with(&product));
    server.tell("PUT", "/worlds/demo/policy", &json!({ "enforce": true }));
    assert_eq!(zoe.open("/").path(), "/", "who has it on notices nothing");

    let mut bob = Browser::new(&product);
    bob.log_in("bob@demo.test");
    assert_eq!(bob.page.path(), "/prompt");
    assert_eq!(bob.open("/admin/users").path(), "/prompt");
    let me = bob.open("/api/me");
    assert_eq!(me.status, 403);
    assert!(!me.body.contains("bob@demo.test"));
    bob.open("/prompt");
    bob.submit("/prompt/leave", &[]);
    assert_eq!(bob.page.path(), "/login");
}

#[test]
fn scenario_19_codes_by_mail() {
    let server = Server::start("rocketchat");
    let mails = |since: &Value| {
        let (_, mail) = server.ask(&format!("/worlds/demo/mail?since={since}&wait=5"));
        mail["messages"].as_array().unwrap().clone()
    };
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice");
    let first = mails(&json!(0)).pop().unwrap();
    for _ in 0..5 {
        browser.submit("/login/challenge", &[("code", "000-000")]);
    }
    assert!(browser.page.alert().unwrap().contains("totp-max-attempts"));
    let second = mails(&first["id"]).pop().unwrap();
    let code = |mail: &Value| mail["codes"][0].as_str().unwrap().to_owned();
    browser.submit("/login/challenge", &[("code", &code(&first))]);
    assert_eq!(browser.page.status, 422, "the old code is dead");
    browser.submit("/login/challenge", &[("code", &code(&second))]);
    assert_eq!(browser.page.path(), "/");

    server.tell(
        "POST",
        "/worlds/demo/faults",
        &json!({ "kind": "mail_drop" }),
    );
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice");
    assert!(
        browser.page.has("could not be delivered"),
        "{}",
        browser.page.text()
    );
}

#[test]
fn scenario_20_odd_parameters_and_odd_pictures() {
    let key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";
    let server = Server::with(Config {
        frozen: Some(1_111_111_109),
        ..config("legacy-8-60")
    });
    let user = json!({ "name": ZOE, "factor": { "state": "on", "secret": key } });
    server.tell("POST", "/worlds/demo/users", &user);
    assert!(
        !try_code(&server, "138967"),
        "an app that ignores the parameters"
    );
    assert!(try_code(&server, "40857319"));

    let server = Server::start("infura");
    for (kind, sign) in [
        ("uri_hotp", "otpauth://hotp/"),
        ("issuer_missing", "otpauth://totp/alice?"),
        ("secret_lowercase", "secret=g"),
        ("digits_8", "digits=8"),
    ] {
        server.tell(
            "POST",
            "/worlds/demo/next_secret",
            &json!({ "secret": SECRET }),
        );
        server.tell(
            "POST",
            "/worlds/demo/faults",
            &json!({ "kind": kind, "times": 1 }),
        );
        let browser = scanning(&server, "alice");
        let uri = browser.page.otpauth().unwrap();
        assert!(uri.contains(sign), "{kind}: {uri}");
    }
}
