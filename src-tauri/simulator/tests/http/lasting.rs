//! Worlds in a file.

use std::path::Path;

use keytick_simulator::server::{Config, Simulator};
use rusqlite::Connection;
use serde_json::json;

use crate::browser::Browser;
use crate::server::{CODE, SECRET, Server, agent, config};

fn on_disk(file: &Path) -> Server {
    Server::with(Config {
        data: Some(file.to_owned()),
        ..config("infura")
    })
}

#[test]
fn a_server_that_starts_again_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lab.db");
    let server = on_disk(&file);
    server.tell(
        "POST",
        "/worlds",
        &json!({ "id": "second", "profile": "bytebase" }),
    );
    server.next_secret();
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice");
    browser.open("/settings/security");
    browser.submit("/settings/security/enroll", &[]);
    server.tell("PUT", "/worlds/demo/snapshots/scanning", &json!({}));
    browser.submit("/settings/security/enroll/verify", &[("code", CODE)]);
    browser.submit("/settings/security/codes/ack", &[]);
    let before = server.events("demo", 0);
    drop(server);

    let server = on_disk(&file);
    assert_eq!(server.events("demo", 0), before);
    let (_, alice) = server.ask("/worlds/demo/users/alice");
    assert_eq!(alice["factor"], "on");
    assert_eq!(server.ask("/worlds/second").1["profile"], "bytebase");

    // Snapshots are there too, and the log goes on over them.
    server.tell(
        "POST",
        "/worlds/demo/snapshots/scanning/restore",
        &json!({}),
    );
    assert_eq!(server.ask("/worlds/demo/users/alice").1["factor"], "scan");
    let after = server.events("demo", 0);
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(after.last().unwrap()["type"], "world.restored");

    server.tell("DELETE", "/worlds/second", &json!({}));
    drop(server);
    assert_eq!(on_disk(&file).ask("/worlds/second").0, 404);
}

#[test]
fn what_cannot_be_stored_has_not_happened() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lab.db");
    drop(on_disk(&file));
    // As if the disk were full whenever the clock is moved.
    let full = "CREATE TRIGGER full BEFORE INSERT ON events
        WHEN new.json LIKE '%\"clock.changed\"%' OR new.json LIKE '%\"world.restored\"%'
        BEGIN SELECT RAISE(ABORT, 'the disk is full'); END";
    Connection::open(&file)
        .unwrap()
        .execute_batch(full)
        .unwrap();

    let server = on_disk(&file);
    server.tell("PUT", "/worlds/demo/snapshots/first", &json!({}));
    let fault = json!({ "kind": "session_drop", "match": { "route": "/none" } });
    server.tell("POST", "/worlds/demo/faults", &fault);
    let (clock, events) = (server.ask("/worlds/demo/clock"), server.events("demo", 0));
    for (path, body) in [
        ("clock/advance", json!({ "seconds": 30 })),
        ("snapshots/first/restore", json!({})),
    ] {
        let (status, problem) = server.send("POST", &format!("/worlds/demo/{path}"), &body);
        assert_eq!((status, &problem["error"]), (500, &json!("sim-store")));
        assert_eq!(
            problem["message"],
            "The file of worlds cannot be used: the disk is full"
        );
    }
    assert_eq!(server.ask("/worlds/demo/clock"), clock);
    assert_eq!(server.events("demo", 0), events);
    let faults = server.ask("/worlds/demo/faults").1;
    assert_eq!(faults[0]["kind"], "session_drop");

    // What can be stored goes on where it was.
    server.tell("DELETE", "/worlds/demo/faults", &json!({}));
    let events = server.events("demo", 0);
    drop(server);
    assert_eq!(on_disk(&file).events("demo", 0), events);
}

#[test]
fn a_file_that_another_server_has_open_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lab.db");
    let first = on_disk(&file);
    let second = Simulator::start(Config {
        data: Some(file),
        ..config("infura")
    });
    let error = second.err().unwrap();
    assert_eq!(error.id(), "sim-store");
    let reason = "another program has the file open".to_owned();
    assert_eq!(error.params(), [("reason", reason)]);
    first.advance(30);
}

#[test]
fn a_code_that_was_used_stays_used() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lab.db");
    for (first, expected) in [(true, "/"), (false, "/login/challenge")] {
        let server = Server::with(Config {
            data: Some(file.clone()),
            ..config("strict")
        });
        if first {
            let user =
                json!({ "name": "eve@demo.test", "factor": { "state": "on", "secret": SECRET } });
            server.tell("POST", "/worlds/demo/users", &user);
        }
        let mut browser = Browser::new(&server.running.url);
        browser.log_in("eve@demo.test");
        browser.submit("/login/challenge", &[("code", CODE)]);
        assert_eq!(browser.page.path(), expected);
    }
}

#[test]
fn a_request_that_waited_leaves_nothing_of_a_world_that_was_ended() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lab.db");
    let server = on_disk(&file);
    server.tell("POST", "/worlds", &json!({ "id": "brief" }));
    let late = json!({ "kind": "delay", "params": { "ms": 700 } });
    server.tell("POST", "/worlds/brief/faults", &late);
    let login = format!("{}/api/login", server.world("brief"));
    std::thread::scope(|threads| {
        let waiting = threads.spawn(move || {
            let name = json!({ "identifier": "alice", "password": "demo" });
            agent().post(&login).send_json(name).unwrap().status()
        });
        server.ask("/worlds/brief/events?since=0&type=fault.fired&wait=30");
        server.tell("DELETE", "/worlds/brief", &json!({}));
        waiting.join().unwrap()
    });
    drop(server);
    assert_eq!(on_disk(&file).ask("/worlds/brief").0, 404);
}
