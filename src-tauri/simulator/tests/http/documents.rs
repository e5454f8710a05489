//! The words of the five products' documents, on the pages where somebody meets them.

use serde_json::json;

use crate::browser::Browser;
use crate::server::{CODE, CODE_NEXT, SECRET, Server};

#[track_caller]
fn shows(browser: &Browser, words: &[&str]) {
    for word in words {
        assert!(browser.page.has(word), "{word}: {}", browser.page.text());
    }
}

/// The site's security page, and the set-up behind it.
fn begin(browser: &mut Browser, security: &[&str]) {
    browser.open("/settings/security");
    shows(browser, security);
    browser.submit("/settings/security/enroll", &[]);
}

fn verify(browser: &mut Browser) {
    browser.submit("/settings/security/enroll/verify", &[("code", CODE)]);
    assert_eq!(browser.page.status, 200, "{}", browser.page.text());
}

/// Gives somebody the key of these tests.
fn known(server: &Server, user: &str) {
    let key = json!({ "factor": { "state": "on", "secret": SECRET } });
    server.tell("PATCH", &format!("/worlds/demo/users/{user}"), &key);
}

#[test]
fn every_site_says_that_it_is_a_test_site_and_not_the_product() {
    for (profile, product) in [
        ("batch", "Batch"),
        ("bytebase", "Bytebase"),
        ("rocketchat", "Rocket.Chat"),
        ("deployhq", "DeployHQ"),
        ("infura", "Infura"),
    ] {
        let server = Server::start(profile);
        let mut browser = Browser::new(&server.running.url);
        browser.open("/login");
        let foot = format!("not affiliated with {product}");
        shows(&browser, &["TEST SITE", &foot]);
    }
}

#[test]
fn batch() {
    let server = Server::start("batch");
    server.next_secret();
    let mut alice = Browser::new(&server.running.url);
    alice.log_in("alice@demo.test");
    begin(
        &mut alice,
        &["Security", "Two-factor authentication", "Enable"],
    );
    let words = [
        "Open your 2FA app, add a new login and scan the QR code.",
        "Authy, Duo Mobile, Google Authenticator, Microsoft Authenticator",
    ];
    shows(&alice, &words);
    verify(&mut alice);
    assert_eq!(alice.page.path(), "/settings/security");
    alice.log_out();
    alice.log_in("alice@demo.test");
    shows(&alice, &["Type the Batch.com code from your 2FA app."]);
    server.advance(30);
    alice.submit("/login/challenge", &[("code", CODE_NEXT)]);
    assert_eq!(alice.page.path(), "/");

    known(&server, "manager@demo.test");
    let mut manager = Browser::new(&server.running.url);
    manager.log_in("manager@demo.test");
    manager.submit("/login/challenge", &[("code", CODE_NEXT)]);
    manager.open("/admin/users");
    shows(&manager, &["Account Manager › Team", "2FA on", "2FA off"]);
}

#[test]
fn the_list_of_people_is_not_for_members() {
    let server = Server::start("batch");
    let mut alice = Browser::new(&server.running.url);
    alice.log_in("alice@demo.test");
    let asked = alice.open("/admin/users");
    assert_eq!(asked.status, 403);
    assert_eq!(asked.alert().as_deref(), Some("You may not do this."));
    assert!(!asked.has("bob@demo.test"));

    // Nor by way of a form of that page.
    alice.open("");
    let csrf = alice.page.csrf();
    let fields = [("user", "bob@demo.test"), ("csrf", &csrf)];
    let sent = alice.post("/admin/users/reset", &fields);
    assert_eq!(sent.status, 403);
    assert!(!sent.has("bob@demo.test"));
}

#[test]
fn bytebase() {
    let server = Server::start("bytebase");
    server.next_secret();
    let mut alice = Browser::new(&server.running.url);
    alice.log_in("alice@demo.test");
    alice.open("/settings/security");
    assert!(alice.page.body.contains("role=\"switch\""));
    begin(&mut alice, &["Profile", "Two-factor authentication"]);
    let apps = [
        "Google Authenticator",
        "Authy",
        "Microsoft Authenticator",
        "1Password",
    ];
    shows(&alice, &apps);
    shows(&alice, &["Two-factor authentication", "enter the text"]);
    verify(&mut alice);
    let words = [
        "Download your recovery codes",
        "Download",
        "I have saved my recovery codes",
    ];
    shows(&alice, &words);

    let mut owner = Browser::new(&server.running.url);
    owner.log_in("owner@demo.test");
    owner.open("/admin/policy");
    shows(
        &owner,
        &["Settings › Security", "Require 2FA for all users"],
    );
}

#[test]
fn rocketchat() {
    let server = Server::start("rocketchat");
    server.next_secret();
    let mut bob = Browser::new(&server.running.url);
    bob.log_in("bob");
    bob.open("/settings/security");
    shows(&bob, &["turned off for this site"]);
    server.tell("PUT", "/worlds/demo/policy", &json!({ "feature": true }));
    begin(
        &mut bob,
        &[
            "Avatar › My Account › Security › Two Factor Authentication",
            "Enable two-factor authentication via TOTP",
        ],
    );
    shows(&bob, &["Rocket.Chat", "bob", SECRET, "Verify"]);
    shows(&bob, &["Google Authenticator, Authy, Duo"]);
    verify(&mut bob);
    assert_eq!(bob.page.codes().len(), 12);
}

#[test]
fn deployhq() {
    let server = Server::start("deployhq");
    server.next_secret();
    let mut bob = Browser::new(server.running.identity.as_ref().unwrap());
    bob.log_in("bob@demo.test");
    begin(&mut bob, &["Security Settings › Two Factor Authentication"]);
    shows(
        &bob,
        &["Google Authenticator", "Authy", "6 digit code", "Activate"],
    );
    verify(&mut bob);
    shows(&bob, &["Recovery token"]);
    assert_eq!(bob.page.codes().len(), 1);
    bob.submit("/settings/security/codes/ack", &[]);
    bob.submit("/product", &[]);
    assert_eq!(bob.page.path(), "/");
    assert!(
        bob.page.url.starts_with(&server.running.url),
        "at the product"
    );

    known(&server, "admin@demo.test");
    let mut admin = Browser::new(&server.running.url);
    admin.log_in("admin@demo.test");
    admin.submit("/login/challenge", &[("code", CODE)]);
    admin.open("/admin/policy");
    shows(&admin, &["Settings › Account & Access", "Update account"]);
    // Bob has just set it up; the person of support has not.
    admin.open("/admin/users");
    let words = [
        "User Management",
        "Two factor authentication is enabled",
        "Two factor authentication is not enabled",
    ];
    shows(&admin, &words);
}

#[test]
fn infura() {
    let server = Server::start("infura");
    server.next_secret();
    let mut alice = Browser::new(&server.running.url);
    alice.open("/login");
    shows(&alice, &["Username", "Password"]);
    alice.log_in("alice");
    begin(&mut alice, &["Settings › Account", "Enable"]);
    shows(&alice, &["Six-digit token", "Verify"]);
    verify(&mut alice);
    shows(&alice, &["Backup code", "password manager", "Continue"]);
    alice.submit("/settings/security/codes/ack", &[]);
    shows(&alice, &["Disable 2FA"]);
    alice.log_out();
    alice.log_in("alice");
    shows(
        &alice,
        &["2FA token", "Backup Code", "Recover your Account"],
    );
}

#[test]
fn rocketchats_administrator_resets_somebody() {
    let server = Server::start("rocketchat");
    known(&server, "bob");
    server.tell(
        "PATCH",
        "/worlds/demo/users/admin",
        &json!({ "email_otp": false }),
    );
    let mut admin = Browser::new(&server.running.url);
    admin.log_in("admin");
    admin.follow("/admin/users");
    shows(&admin, &["Users", "bob", "Reset TOTP"]);
    admin.submit("/admin/users/reset", &[("user", "bob")]);
    assert_eq!(admin.page.path(), "/admin/users");
    let (_, bob) = server.ask("/worlds/demo/users/bob");
    assert_eq!(bob["factor"], "off");
}
