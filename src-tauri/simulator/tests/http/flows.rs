//! The flows of the built-in sites, as a person walks them.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server::{CODE, CODE_NEXT, SECRET, Server};

/// Sets up codes for somebody who is logged in, up to the first code.
fn enroll(browser: &mut Browser) {
    browser.open("/settings/security");
    browser.submit("/settings/security/enroll", &[]);
    assert_eq!(browser.page.path(), "/settings/security/enroll");
    browser.submit("/settings/security/enroll/verify", &[("code", CODE)]);
    assert_eq!(browser.page.status, 200, "{}", browser.page.text());
}

fn factor(server: &Server, user: &str) -> Value {
    server.ask(&format!("/worlds/demo/users/{user}")).1["factor"].clone()
}

fn kinds(events: &[Value]) -> Vec<&str> {
    events
        .iter()
        .map(|event| event["type"].as_str().unwrap())
        .collect()
}

#[test]
fn infura_gives_one_backup_code_and_is_on_after_continue() {
    let server = Server::start("infura");
    server.next_secret();
    let since = server.events("demo", 0).len() as u64;
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice");
    assert_eq!(browser.page.path(), "/");

    enroll(&mut browser);
    assert_eq!(browser.page.path(), "/settings/security/codes");
    assert_eq!(browser.page.codes().len(), 1);
    assert_eq!(factor(&server, "alice"), "codes");
    assert!(browser.page.has("Continue"));
    browser.submit("/settings/security/codes/ack", &[]);
    assert_eq!(factor(&server, "alice"), "on");

    let events = server.events("demo", since);
    let wanted = [
        "factor.pending",
        "codes.issued",
        "codes.ack",
        "factor.enabled",
    ];
    let seen: Vec<_> = kinds(&events)
        .into_iter()
        .filter(|kind| wanted.contains(kind))
        .collect();
    assert_eq!(seen, wanted);

    browser.log_out();
    browser.log_in("alice");
    assert_eq!(browser.page.path(), "/login/challenge");
    server.advance(30);
    browser.submit("/login/challenge", &[("code", CODE_NEXT)]);
    assert_eq!(browser.page.path(), "/");
}

#[test]
fn a_wrong_first_code_shows_the_same_key_again() {
    let server = Server::start("bytebase");
    server.next_secret();
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice@demo.test");
    browser.open("/settings/security");
    browser.submit("/settings/security/enroll", &[]);
    let shown = browser.page.otpauth().unwrap();
    assert!(shown.contains(SECRET));

    browser.submit("/settings/security/enroll/verify", &[("code", "123456")]);
    assert_eq!(browser.page.status, 422);
    assert_eq!(browser.page.alert().as_deref(), Some("invalid MFA code"));
    assert_eq!(browser.page.otpauth().unwrap(), shown);
    assert_eq!(factor(&server, "alice@demo.test"), "scan");

    browser.submit("/settings/security/enroll/verify", &[("code", CODE)]);
    assert_eq!(browser.page.path(), "/settings/security/codes");
}

#[test]
fn bytebase_shows_the_key_behind_a_link_and_is_on_when_the_codes_are_saved() {
    let server = Server::start("bytebase");
    server.next_secret();
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice@demo.test");
    browser.open("/settings/security");
    browser.submit("/settings/security/enroll", &[]);
    assert!(!browser.page.body.contains("class=\"secret\""));
    browser.submit("/settings/security/enroll/key", &[]);
    assert!(browser.page.has(SECRET));

    browser.submit("/settings/security/enroll/verify", &[("code", CODE)]);
    let codes = browser.page.codes();
    assert_eq!(codes.len(), 10);
    browser.submit("/settings/security/codes/ack", &[]);
    assert_eq!(browser.page.status, 409);
    browser.open("/settings/security/codes");
    browser.submit("/settings/security/codes/download", &[]);
    assert_eq!(browser.page.body, codes.join("\n") + "\n");
    let named = browser.page.headers["content-disposition"]
        .to_str()
        .unwrap();
    assert_eq!(
        named,
        "attachment; filename=\"bytebase-recovery-codes.txt\""
    );
    assert_eq!(factor(&server, "alice@demo.test"), "codes");
    browser.open("/settings/security/codes");
    browser.submit("/settings/security/codes/ack", &[]);
    assert_eq!(factor(&server, "alice@demo.test"), "on");

    browser.log_out();
    browser.log_in("alice@demo.test");
    browser.follow("/login/challenge/backup");
    browser.submit(
        "/login/challenge/backup",
        &[("code", &codes[0].to_lowercase())],
    );
    assert_eq!(
        browser.page.alert().as_deref(),
        Some("invalid recovery code")
    );
    browser.submit("/login/challenge/backup", &[("code", &codes[0])]);
    assert_eq!(browser.page.path(), "/");
    let (_, alice) = server.ask("/worlds/demo/users/alice@demo.test");
    assert_eq!(
        (alice["factor"].clone(), alice["codes_left"].clone()),
        (json!("on"), json!(9))
    );
}

#[test]
fn rocketchat_mails_a_code_and_takes_backup_codes_in_the_same_field() {
    let server = Server::start("rocketchat");
    server.tell("PUT", "/worlds/demo/policy", &json!({ "feature": true }));
    server.next_secret();
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice");
    assert_eq!(browser.page.path(), "/login/challenge");
    let (_, mail) = server.ask("/worlds/demo/mail?wait=5");
    let code = mail["messages"][0]["codes"][0].as_str().unwrap().to_owned();
    let dashed = format!("{}-{}", &code[..3], &code[3..]);
    assert!(
        mail["messages"][0]["text"]
            .as_str()
            .unwrap()
            .contains(&dashed)
    );
    browser.submit("/login/challenge", &[("code", &dashed)]);
    assert_eq!(browser.page.path(), "/");

    enroll(&mut browser);
    let codes = browser.page.codes();
    assert_eq!(codes.len(), 12);
    assert_eq!(factor(&server, "alice"), "on");

    browser.log_out();
    browser.log_in("alice");
    browser.submit("/login/challenge", &[("code", &codes[3])]);
    assert_eq!(browser.page.path(), "/");
    browser.open("/settings/security");
    assert!(browser.page.has("11"), "{}", browser.page.text());
}

#[test]
fn deployhq_logs_in_at_one_site_for_the_other() {
    let server = Server::start("deployhq");
    let product = server.running.url.clone();
    let identity = server.running.identity.clone().unwrap();
    let mut browser = Browser::new(&product);
    browser.log_in("bob@demo.test");
    assert!(
        browser.page.url.starts_with(&product),
        "{}",
        browser.page.url
    );
    assert!(browser.page.redirects.len() > 1);

    // Two sites, two cookies: the identity service knows its own session only.
    browser.visit(&format!("{identity}/settings/security"));
    assert_eq!(browser.page.status, 200);
    browser.visit(&format!("{identity}/admin/users"));
    assert!(browser.page.url.starts_with(&product));

    // The way back works once.
    browser.visit(&format!("{product}/sso?ticket=made-up"));
    assert!(browser.page.url.starts_with(&product) || browser.page.url.starts_with(&identity));
    assert!(kinds(&server.events("demo", 0)).contains(&"sso.refused"));
}

#[test]
fn deployhq_prompts_and_shows_shields() {
    let server = Server::start("deployhq");
    let product = server.running.url.clone();
    let known = json!({ "factor": { "state": "on", "secret": SECRET } });
    server.tell("PATCH", "/worlds/demo/users/admin@demo.test", &known);
    let mut admin = Browser::new(&product);
    admin.log_in("admin@demo.test");
    admin.submit("/login/challenge", &[("code", CODE)]);
    admin.open("/admin/users");
    assert!(admin.page.body.contains("<svg class=\"icon on\""));
    assert!(admin.page.body.contains("<svg class=\"icon off\""));
    admin.open("/admin/policy");
    assert!(
        admin
            .page
            .has("Require all users to have two factor authentication enabled")
    );
    admin.submit("/admin/policy", &[("required", "yes")]);
    assert!(admin.page.has("Update account"));

    let mut bob = Browser::new(&product);
    bob.log_in("bob@demo.test");
    assert_eq!(bob.page.path(), "/prompt", "{}", bob.page.text());
    bob.open("/");
    assert_eq!(bob.page.path(), "/prompt");
}

#[test]
fn strict_refuses_a_code_that_was_used() {
    let server = Server::start("strict");
    let user = json!({ "name": "eve@demo.test", "factor": { "state": "on", "secret": SECRET } });
    server.tell("POST", "/worlds/demo/users", &user);
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("eve@demo.test");
    browser.submit("/login/challenge", &[("code", CODE)]);
    assert_eq!(browser.page.path(), "/");
    browser.log_out();
    browser.log_in("eve@demo.test");
    browser.submit("/login/challenge", &[("code", CODE)]);
    assert_eq!(browser.page.status, 422);
    let events = server.events("demo", 0);
    let refused = events
        .iter()
        .rfind(|event| event["type"] == "challenge.failed")
        .unwrap();
    assert!(
        refused["rule"]
            .as_str()
            .unwrap()
            .starts_with("totp.replay=last_step")
    );
    server.advance(30);
    browser.submit("/login/challenge", &[("code", CODE_NEXT)]);
    assert_eq!(browser.page.path(), "/");
}

#[test]
fn the_picture_comes_as_svg_and_png_and_is_not_stored() {
    let server = Server::start("infura");
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice");
    browser.open("/settings/security");
    browser.submit("/settings/security/enroll", &[]);
    for (kind, content_type) in [("svg", "image/svg+xml"), ("png", "image/png")] {
        let page = browser.open(&format!("/settings/security/enroll/qr.{kind}"));
        assert_eq!(page.headers["content-type"], content_type);
        assert_eq!(page.headers["cache-control"], "no-store");
    }
    browser.open("/settings/security/enroll/qr.gif");
    assert_eq!(browser.page.status, 404);
}

#[test]
fn somebody_signs_up_and_verifies_the_address() {
    let server = Server::start("rocketchat");
    let mut browser = Browser::new(&server.running.url);
    browser.open("/signup");
    let fields = [
        ("username", "dora"),
        ("email", "dora@demo.test"),
        ("new-password", "demo-demo"),
    ];
    browser.submit("/signup", &fields);
    let (_, mail) = server.ask("/worlds/demo/mail?to=dora@demo.test");
    let link = mail["messages"][0]["link"].as_str().unwrap().to_owned();
    browser.visit(&link);
    assert_eq!(
        server.ask("/worlds/demo/users/dora").1["email_verified"],
        false
    );
    browser.submit(
        "/verify-email",
        &[("token", link.split('=').next_back().unwrap())],
    );
    assert_eq!(
        server.ask("/worlds/demo/users/dora").1["email_verified"],
        true
    );
}
