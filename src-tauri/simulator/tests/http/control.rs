//! The control API, as a script uses it.

use std::io::{BufRead as _, BufReader};

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::server::{CODE, SECRET, Server, agent, bearer, config};

#[test]
fn worlds_begin_and_end() {
    let server = Server::start("strict");
    let world = server.tell("POST", "/worlds", &json!({ "profile": "bytebase", "seed": 3, "clock": { "mode": "frozen", "now": "2026-01-01T00:00:00Z" } }));
    assert_eq!(
        (&world["id"], &world["profile"]),
        (&json!("w1"), &json!("bytebase"))
    );
    assert_eq!(
        server.ask("/worlds/w1/clock").1["now"],
        "2026-01-01T00:00:00Z"
    );
    let (status, problem) = server.send("POST", "/worlds", &json!({ "id": "w1" }));
    assert_eq!(
        (status, &problem["error"], &problem["field"]),
        (409, &json!("sim-world-taken"), &json!("id"))
    );
    server.tell("DELETE", "/worlds/w1", &json!({}));
    assert_eq!(server.ask("/worlds/w1").0, 404);
}

#[test]
fn a_world_of_ones_own_profile() {
    let server = Server::start("strict");
    let toml = "schema = 1\n[site]\nid = \"mine\"\nname = \"Mine\"\n[totp]\ndigit = 8\n";
    let (status, problem) = server.send("POST", "/worlds", &json!({ "profile_toml": toml }));
    assert_eq!((status, &problem["error"]), (422, &json!("sim-profile")));
    assert!(problem["message"].as_str().unwrap().starts_with("Line 6"));
    let (_, lint) = server.send("POST", "/profiles/lint", &json!({ "toml": toml }));
    assert_eq!(
        (&lint["ok"], &lint["findings"][0]["line"]),
        (&json!(false), &json!(6))
    );
    let toml = toml.replace("digit =", "digits =");
    let world = server.tell("POST", "/worlds", &json!({ "profile_toml": toml }));
    assert_eq!(world["name"], "Mine");
}

#[test]
fn linked_sites_open_their_second_port_when_needed() {
    let server = Server::start("strict");
    assert!(server.running.identity.is_none());
    let world = server.tell(
        "POST",
        "/worlds",
        &json!({ "id": "linked", "profile": "deployhq" }),
    );
    let identity = world["identity_url"].as_str().unwrap();
    let mut browser = Browser::new(identity);
    assert_eq!(browser.open("/login").status, 200);
}

#[test]
fn people_are_added_changed_and_removed() {
    let server = Server::start("bytebase");
    let user = json!({ "name": "eve@demo.test", "factor": { "state": "on", "secret": SECRET }, "codes": ["AAAAAAAAAA"] });
    let eve = server.tell("POST", "/worlds/demo/users", &user);
    assert_eq!(
        (&eve["role"], &eve["factor"], &eve["codes_left"]),
        (&json!("member"), &json!("on"), &json!(1))
    );
    let changed = server.tell(
        "PATCH",
        "/worlds/demo/users/eve@demo.test",
        &json!({ "role": "owner", "factor": { "state": "off" } }),
    );
    assert_eq!(
        (&changed["role"], &changed["factor"]),
        (&json!("owner"), &json!("off"))
    );
    let (status, problem) = server.send(
        "PATCH",
        "/worlds/demo/users/eve@demo.test",
        &json!({ "rôle": "x" }),
    );
    assert_eq!((status, &problem["error"]), (422, &json!("sim-value")));
    server.tell("DELETE", "/worlds/demo/users/eve@demo.test", &json!({}));
    assert_eq!(server.ask("/worlds/demo/users/eve@demo.test").0, 404);
}

#[test]
fn the_oracle_is_off_unless_asked_for_and_leaves_a_mark() {
    let server = Server::start("bytebase");
    let (status, problem) = server.ask("/worlds/demo/users/bob@demo.test/totp");
    assert_eq!((status, &problem["error"]), (403, &json!("sim-oracle-off")));

    let mut config = config("bytebase");
    config.oracle = true;
    let server = Server::with(config);
    let user = json!({ "name": "eve@demo.test", "factor": { "state": "on", "secret": SECRET } });
    server.tell("POST", "/worlds/demo/users", &user);
    let (_, code) = server.ask("/worlds/demo/users/eve@demo.test/totp");
    assert_eq!(
        code,
        json!({ "code": CODE, "step": 37_037_036, "seconds_left": 30 })
    );
    assert_eq!(
        server.events("demo", 0).last().unwrap()["type"],
        "oracle.asked"
    );
}

#[test]
fn the_clock_is_set_and_moved() {
    let server = Server::start("strict");
    let now = |answer: &Value| answer["unix"].as_u64().unwrap();
    let edge = server.tell(
        "POST",
        "/worlds/demo/clock/advance",
        &json!({ "to": "next_step-1s" }),
    );
    assert_eq!(
        (now(&edge), &edge["seconds_left"]),
        (1_111_111_109, &json!(1))
    );
    let steps = server.tell("POST", "/worlds/demo/clock/advance", &json!({ "steps": 2 }));
    assert_eq!(now(&steps), 1_111_111_169);
    let set = server.tell(
        "PUT",
        "/worlds/demo/clock",
        &json!({ "mode": "frozen", "now": "2005-03-18T01:58:29Z" }),
    );
    assert_eq!(now(&set), 1_111_111_109);
    for body in [
        json!({}),
        json!({ "seconds": 1, "steps": 1 }),
        json!({ "to": "noon" }),
    ] {
        assert_eq!(
            server.send("POST", "/worlds/demo/clock/advance", &body).0,
            422,
            "{body}"
        );
    }
}

#[test]
fn snapshots_are_kept_and_come_back() {
    let server = Server::start("bytebase");
    server.tell("PUT", "/worlds/demo/snapshots/clean", &json!({}));
    server.tell("PUT", "/worlds/demo/policy", &json!({ "enforce": true }));
    server.tell("POST", "/worlds/demo/snapshots/clean/restore", &json!({}));
    assert_eq!(server.ask("/worlds/demo/policy").1["enforce"], false);
    assert_eq!(
        server.ask("/worlds/demo/snapshots").1,
        json!({ "snapshots": ["clean"] })
    );
    assert_eq!(
        server
            .send("POST", "/worlds/demo/snapshots/none/restore", &json!({}))
            .0,
        404
    );
}

#[test]
fn events_come_as_lines_and_as_server_sent_events() {
    let server = Server::start("strict");
    for (path, first) in [
        ("events.ndjson?type=clock.*", "{\"seq\":"),
        ("events/stream?type=clock.*", "id: "),
    ] {
        let url = server.api(&format!("/worlds/demo/{path}"));
        let response = agent()
            .get(&url)
            .header("authorization", bearer())
            .call()
            .unwrap();
        let mut lines = BufReader::new(response.into_body().into_reader()).lines();
        server.advance(1);
        assert!(lines.next().unwrap().unwrap().starts_with(first));
    }
}

#[test]
fn a_stream_that_was_lost_goes_on_after_the_last_event_that_was_seen() {
    let server = Server::start("strict");
    server.advance(1);
    server.advance(1);
    let last = server.events("demo", 0).len();
    let url = server.api("/worlds/demo/events/stream?since=0");
    let response = agent()
        .get(&url)
        .header("authorization", bearer())
        .header("last-event-id", (last - 1).to_string())
        .call()
        .unwrap();
    let mut lines = BufReader::new(response.into_body().into_reader()).lines();
    assert_eq!(lines.next().unwrap().unwrap(), format!("id: {last}"));
}

#[test]
fn a_refusal_says_what_is_wrong() {
    let server = Server::start("strict");
    let ms = json!({ "ms": 60_001 });
    let typo = json!({ "status": 500, "wen": "after" });
    for (method, path, body, status, message) in [
        (
            "DELETE",
            "faults/99",
            json!({}),
            404,
            "There is no fault “99”.",
        ),
        (
            "POST",
            "cases/99/approve",
            json!({}),
            404,
            "There is no open case “99”.",
        ),
        (
            "DELETE",
            "users/99",
            json!({}),
            404,
            "There is no such user.",
        ),
        (
            "POST",
            "clock/advance",
            json!({ "to": "tomorrow" }),
            422,
            "use next_step, or next_step with seconds, such as next_step-1s",
        ),
        (
            "POST",
            "clock/advance",
            json!({ "seconds": 3_200_000_001_u64 }),
            422,
            "seconds: at most 3200000000 either way",
        ),
        (
            "POST",
            "faults",
            json!({ "kind": "http_status", "params": { "status": 999 } }),
            422,
            "status is 400 to 599",
        ),
        (
            "POST",
            "faults",
            json!({ "kind": "delay", "params": ms }),
            422,
            "ms is 60000 at most",
        ),
        (
            "POST",
            "faults",
            json!({ "kind": "session_drop", "times": 0 }),
            422,
            "times is 1 or more, or always",
        ),
        (
            "POST",
            "faults",
            json!({ "kind": "http_status", "params": typo }),
            422,
            "kind: unknown field `wen`, expected `status` or `when`",
        ),
    ] {
        let (got, problem) = server.send(method, &format!("/worlds/demo/{path}"), &body);
        assert_eq!((got, &problem["message"]), (status, &json!(message)));
    }
    assert_eq!(server.ask("/worlds/demo/faults").1, json!([]));
}

#[test]
fn a_server_that_stops_ends_its_streams() {
    let server = Server::start("strict");
    let url = server.api("/worlds/demo/events.ndjson?type=none");
    let response = agent()
        .get(&url)
        .header("authorization", bearer())
        .call()
        .unwrap();
    let reader = std::thread::spawn(move || response.into_body().read_to_string());
    drop(server);
    assert_eq!(reader.join().unwrap().unwrap_or_default().trim(), "");
}

#[test]
fn support_decides_cases() {
    let server = Server::start("infura");
    let user = json!({ "name": "eve", "factor": { "state": "on", "secret": SECRET } });
    server.tell("POST", "/worlds/demo/users", &user);
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("eve");
    browser.follow("/login/challenge/recover");
    browser.submit(
        "/login/challenge/recover",
        &[("message", "My phone is in the lake.")],
    );
    let (_, cases) = server.ask("/worlds/demo/cases");
    assert_eq!(
        (&cases[0]["user"], &cases[0]["state"]),
        (&json!("eve"), &json!("open"))
    );
    server.tell(
        "POST",
        &format!("/worlds/demo/cases/{}/approve", cases[0]["id"]),
        &json!({}),
    );
    assert_eq!(server.ask("/worlds/demo/users/eve").1["factor"], "off");
}

#[test]
fn the_document_names_every_operation_once() {
    let server = Server::start("strict");
    let (_, document) = server.ask("/openapi.json");
    assert_eq!(document["openapi"], "3.1.0");
    let paths = document["paths"].as_object().unwrap();
    assert!(paths.contains_key("/__sim/v1/worlds/{world}/events"));
    assert!(paths.contains_key("/w/{world}/api/login"));
    let mut ids: Vec<_> = paths
        .values()
        .flat_map(|operations| operations.as_object().unwrap().values())
        .map(|operation| operation["operationId"].as_str().unwrap())
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn rules_are_read_and_changed() {
    let server = Server::start("infura");
    let (_, rules) = server.ask("/worlds/demo/rules");
    assert_eq!(
        rules,
        json!({ "digits": 6, "period": 30, "window": [-1, 1] })
    );
    let changed = server.tell(
        "PUT",
        "/worlds/demo/rules",
        &json!({ "digits": 8, "window": [0, 0] }),
    );
    assert_eq!(
        changed,
        json!({ "digits": 8, "period": 30, "window": [0, 0] })
    );
    let (status, problem) = server.send("PUT", "/worlds/demo/rules", &json!({ "period": 0 }));
    assert_eq!(status, 422, "{problem}");
    assert_eq!(
        problem["rule"],
        "totp.period: a code lasts 1 to 86400 seconds"
    );

    // A set-up gives what they say.
    server.next_secret();
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice");
    browser.open("/settings/security");
    browser.submit("/settings/security/enroll", &[]);
    let link = browser.page.otpauth().unwrap();
    assert!(link.contains("digits=8"), "{link}");
}

#[test]
fn the_list_of_people_has_no_column_without_marks() {
    let server = Server::start("rocketchat");
    let mut admin = Browser::new(&server.running.url);
    admin.log_in("admin");
    assert!(
        !admin
            .open("/admin/users")
            .body
            .contains("Two Factor Authentication</th>")
    );
    let server = Server::start("bytebase");
    let mut owner = Browser::new(&server.running.url);
    owner.log_in("owner@demo.test");
    assert!(
        owner
            .open("/admin/users")
            .body
            .contains("Two-factor authentication</th>")
    );
}
