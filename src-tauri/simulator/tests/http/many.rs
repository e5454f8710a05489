//! Much at once: one code in many hands, many worlds, and the same again byte for byte.

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server::{CODE, SECRET, Server, config};

#[test]
fn of_64_posts_of_one_code_exactly_one_passes() {
    let server = Server::start("strict");
    let user = json!({ "name": "eve@demo.test", "factor": { "state": "on", "secret": SECRET } });
    server.tell("POST", "/worlds/demo/users", &user);
    // Each in a login of its own, so that only the code itself stands between them.
    let mut browsers: Vec<Browser> = (0..64)
        .map(|_| {
            let mut browser = Browser::new(&server.running.url);
            browser.log_in("eve@demo.test");
            assert_eq!(browser.page.path(), "/login/challenge");
            browser
        })
        .collect();
    let passed = std::thread::scope(|threads| {
        let posts: Vec<_> = browsers
            .iter_mut()
            .map(|browser| {
                threads.spawn(move || {
                    browser.submit("/login/challenge", &[("code", CODE)]);
                    browser.page.path() == "/"
                })
            })
            .collect();
        posts
            .into_iter()
            .map(|post| post.join().unwrap())
            .filter(|passed| *passed)
            .count()
    });
    assert_eq!(passed, 1);
    let events = server.events("demo", 0);
    let count = |kind| events.iter().filter(|event| event["type"] == kind).count();
    assert_eq!(count("challenge.passed"), 1);
    assert_eq!(count("challenge.failed"), 63);
}

#[test]
fn a_hundred_worlds_do_not_know_of_each_other() {
    let server = Server::start("infura");
    let profiles = ["infura", "batch", "strict", "bytebase"];
    for number in 0..100 {
        let body =
            json!({ "id": format!("t{number}"), "profile": profiles[number % 4], "seed": number });
        server.tell("POST", "/worlds", &body);
    }
    let (_, worlds) = server.ask("/worlds");
    assert_eq!(worlds.as_array().unwrap().len(), 101);
    server.tell("PUT", "/worlds/t7/policy", &json!({ "enforce": true }));
    server.tell("PUT", "/worlds/t5/clock", &json!({ "mode": "real" }));
    server.tell("DELETE", "/worlds/t6", &json!({}));
    assert_eq!(server.ask("/worlds/t7/policy").1["enforce"], true);
    assert_eq!(server.ask("/worlds/t3/policy").1["enforce"], false);
    assert_eq!(server.ask("/worlds/t4/clock").1["mode"], "frozen");
    assert_eq!(server.ask("/worlds/t6").0, 404);
}

/// A few requests, and what they leave in the log, without the real time.
fn story(seed: u64) -> Vec<u8> {
    let server = Server::with(keytick_simulator::server::Config {
        seed,
        show_secrets: true,
        ..config("infura")
    });
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice");
    browser.open("/settings/security");
    browser.submit("/settings/security/enroll", &[]);
    browser.submit("/settings/security/enroll/verify", &[("code", "123456")]);
    browser.submit("/settings/security/enroll/cancel", &[]);
    browser.log_out();
    browser.log_in("nobody");
    let fault = json!({ "kind": "delay", "params": { "ms": 1 }, "probability": 0.5 });
    server.tell("POST", "/worlds/demo/faults", &fault);
    for _ in 0..8 {
        browser.open("/login");
    }
    let mut events = server.events("demo", 0);
    for event in &mut events {
        event.as_object_mut().unwrap().remove("t_real");
    }
    Value::Array(events).to_string().into_bytes()
}

#[test]
fn the_same_seed_and_requests_give_the_same_events() {
    let first = story(7);
    assert!(first == story(7), "the same seed, another story");
    assert!(first != story(8), "another seed, the same story");
}
