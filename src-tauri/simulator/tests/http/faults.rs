//! Faults as a client meets them.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server::{CODE, CODE_NEXT, SECRET, Server, agent};

fn add(server: &Server, fault: &Value) {
    server.tell("POST", "/worlds/demo/faults", fault);
}

/// A server with somebody who stands before the second step.
fn challenged(profile: &str) -> (Server, Browser) {
    let server = Server::start(profile);
    let user = json!({ "name": "eve@demo.test", "factor": { "state": "on", "secret": SECRET } });
    server.tell("POST", "/worlds/demo/users", &user);
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("eve@demo.test");
    (server, browser)
}

#[test]
fn a_status_before_the_step_changes_nothing() {
    let (server, mut browser) = challenged("strict");
    add(
        &server,
        &json!({ "kind": "http_status", "params": { "status": 503 }, "times": 1, "match": { "step": "code" } }),
    );
    let page = browser.page.body.clone();
    browser.submit("/login/challenge", &[("code", CODE)]);
    assert_eq!(
        (browser.page.status, browser.page.body.as_str()),
        (503, "Service Unavailable")
    );
    browser.page.body = page;
    browser.submit("/login/challenge", &[("code", CODE)]);
    assert_eq!(browser.page.path(), "/");
}

#[test]
fn a_status_after_the_step_loses_the_answer_and_spends_the_code() {
    let (server, mut browser) = challenged("strict");
    let fault = json!({ "kind": "http_status", "params": { "status": 500, "when": "after" }, "times": 1, "match": { "step": "code" } });
    add(&server, &fault);
    browser.submit("/login/challenge", &[("code", CODE)]);
    assert_eq!(browser.page.status, 500);
    assert!(browser.page.headers.get("set-cookie").is_none());

    browser.log_in("eve@demo.test");
    browser.submit("/login/challenge", &[("code", CODE)]);
    assert_eq!(browser.page.status, 422);
    server.advance(30);
    browser.submit("/login/challenge", &[("code", CODE_NEXT)]);
    assert_eq!(browser.page.path(), "/");
}

#[test]
fn a_reset_is_no_answer_at_all() {
    let (server, _) = challenged("strict");
    add(
        &server,
        &json!({ "kind": "reset", "times": 1, "match": { "route": "/login" } }),
    );
    let url = format!("{}/login", server.running.url);
    let error = agent().get(&url).call().unwrap_err().to_string();
    assert!(
        error.contains("reset") || error.contains("closed") || error.contains("disconnect"),
        "{error}"
    );
    assert_eq!(agent().get(&url).call().unwrap().status(), 200);
}

#[test]
fn an_answer_in_drops_is_the_same_answer() {
    let (server, mut browser) = challenged("strict");
    let whole = browser.open("/signup").body.len();
    add(
        &server,
        &json!({ "kind": "drip", "params": { "bytes_per_s": whole * 4 }, "times": 1 }),
    );
    let started = Instant::now();
    assert_eq!(browser.open("/signup").body.len(), whole);
    // Three drops at least, of which each takes its time.
    assert!(started.elapsed().as_millis() >= 200);
}

#[test]
fn a_late_answer_comes_all_the_same() {
    let (server, mut browser) = challenged("strict");
    add(
        &server,
        &json!({ "kind": "delay", "params": { "ms": 120 }, "times": 1 }),
    );
    let started = Instant::now();
    assert_eq!(browser.open("/login").status, 200);
    assert!(started.elapsed().as_millis() >= 120);
}

#[test]
fn a_late_answer_holds_up_nobody_else() {
    let (server, mut browser) = challenged("strict");
    let late = json!({ "kind": "delay", "params": { "ms": 60_000 }, "times": 1, "match": { "route": "/signup" } });
    add(&server, &late);
    let seq = server.events("demo", 0).len();
    let host = server.running.url.split('/').nth(2).unwrap().to_owned();
    let mut waiting = TcpStream::connect(&host).unwrap();
    write!(
        waiting,
        "GET /w/demo/signup HTTP/1.1\r\nHost: {host}\r\n\r\n"
    )
    .unwrap();
    server.ask(&format!(
        "/worlds/demo/events?since={seq}&type=fault.fired&wait=30"
    ));

    // From here on it waits; the same world goes on.
    browser.submit("/login/challenge", &[("code", CODE)]);
    assert_eq!(browser.page.path(), "/");
    assert_eq!(browser.open("/signup").status, 200);
    server.advance(30);

    // Nothing has come of it yet: nobody has waited for it.
    waiting
        .set_read_timeout(Some(Duration::from_millis(1)))
        .unwrap();
    let nothing = waiting.read(&mut [0]).unwrap_err().kind();
    assert!(
        matches!(nothing, ErrorKind::WouldBlock | ErrorKind::TimedOut),
        "{nothing}"
    );
}

#[test]
fn of_late_posts_of_one_code_exactly_one_passes() {
    let (server, first) = challenged("strict");
    let mut browsers = vec![first];
    for _ in 0..7 {
        let mut browser = Browser::new(&server.running.url);
        browser.log_in("eve@demo.test");
        browsers.push(browser);
    }
    let late = json!({ "kind": "delay", "params": { "ms": 20 }, "match": { "step": "code" } });
    add(&server, &late);
    std::thread::scope(|threads| {
        for browser in &mut browsers {
            threads.spawn(|| browser.submit("/login/challenge", &[("code", CODE)]));
        }
    });
    let passed = browsers
        .iter()
        .filter(|browser| browser.page.path() == "/")
        .count();
    assert_eq!(passed, 1);
}

#[test]
fn a_stale_form_can_be_sent_again() {
    let (server, mut browser) = challenged("strict");
    add(
        &server,
        &json!({ "kind": "csrf_stale", "times": 1, "match": { "step": "code" } }),
    );
    browser.submit("/login/challenge", &[("code", CODE)]);
    assert_eq!(browser.page.status, 403);
    assert!(browser.page.alert().unwrap().contains("Send it again"));
    browser.submit("/login/challenge", &[("code", CODE)]);
    assert_eq!(browser.page.path(), "/");
}

#[test]
fn every_fault_is_known_by_its_name_and_fires_into_the_log() {
    let server = Server::start("strict");
    for (kind, params) in [
        ("session_drop", json!(null)),
        ("window", json!({ "lo": -5, "hi": 5 })),
    ] {
        add(&server, &json!({ "kind": kind, "params": params }));
    }
    let (_, faults) = server.ask("/worlds/demo/faults");
    let kinds: Vec<_> = faults
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["kind"].clone())
        .collect();
    assert_eq!(kinds, ["session_drop", "window"]);
    let (status, problem) = server.send("POST", "/worlds/demo/faults", &json!({ "kind": "flood" }));
    assert_eq!(
        (status, problem["error"].as_str()),
        (422, Some("sim-value"))
    );
    server.tell(
        "DELETE",
        &format!("/worlds/demo/faults/{}", faults[0]["id"]),
        &json!({}),
    );
    server.tell("DELETE", "/worlds/demo/faults", &json!({}));
    assert_eq!(server.ask("/worlds/demo/faults").1, json!([]));
}
