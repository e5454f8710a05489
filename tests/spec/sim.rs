//! `keytick sim`: serving a practice site, waiting for it, and profiles as files.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpListener;

use serde_json::json;

use crate::keytick::Keytick;
use crate::sim_http::Server;

fn sim(args: &[&str]) -> Keytick {
    Keytick::new().args(["sim"]).args(args)
}

/// A site in the style of Infura, whose clock stands still.
fn site() -> Server {
    Server::start(sim(&[
        "serve",
        "--profile=infura",
        "--frozen=2005-03-18T01:58:00Z",
        "--json",
        "--until-stdin-closes",
    ]))
}

#[test]
fn the_ready_line_says_where_everything_is_and_events_follow() {
    let mut site = site();
    let origin = format!("http://{}", site.place());
    for (name, path) in [
        ("url", "/w/demo"),
        ("api", "/__sim/v1"),
        ("device", "/__device/v1"),
    ] {
        assert_eq!(site.address(name), format!("{origin}{path}"));
    }
    assert_eq!(site.event("world.created")["seq"], 1);

    let login = json!({"identifier": "alice", "password": "wrong"});
    assert_eq!(site.json("POST", "/w/demo/api/login", &login).status, 401);
    let refused = site.event("login.password_bad");
    assert_eq!(refused["actor"], "visitor");
    assert_eq!(refused["t_virtual"], "2005-03-18T01:58:00Z");
}

#[test]
fn a_person_reads_where_the_site_is_and_what_happens() {
    let folder = tempfile::tempdir().unwrap();
    let profile = sim(&["profile", "show", "strict"]).run().succeeds().0;
    fs::write(folder.path().join("mine.toml"), profile).unwrap();
    let mut child = sim(&["serve", "--profile=mine.toml", "--frozen=1111111080"])
        .args(["--until-stdin-closes"])
        .in_folder(folder.path())
        .start_waiting();
    drop(child.stdin.take());
    let mut told = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut told)
        .unwrap();
    let mut events = String::new();
    child
        .stdout
        .take()
        .unwrap()
        .read_to_string(&mut events)
        .unwrap();
    assert!(
        told.starts_with("The practice site is at http://127.0.0.1:"),
        "{told}"
    );
    assert!(
        events.starts_with("01:58:00  demo  control  world.created"),
        "{events}"
    );
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn without_the_flag_a_closed_standard_input_ends_nothing() {
    let mut site = Server::start(sim(&["serve", "--json"]));
    drop(site.child.stdin.take());
    let url = site.address("url").to_owned();
    sim(&["wait", &url])
        .run()
        .says(
            "cli-sim-ready",
            &[("url", &format!("http://{}", site.place()))],
        )
        .code(0);
    site.child.kill().unwrap();
}

#[test]
fn a_token_may_be_chosen_beforehand() {
    let serve = sim(&["serve", "--json", "--until-stdin-closes"]);
    let site = Server::start(serve.env("KEYTICK_SIM_TOKEN", "chosen"));
    assert_eq!(site.ready["token"], "chosen");
    assert_eq!(site.json("GET", "/__sim/v1/worlds", &json!({})).status, 200);
}

#[test]
fn every_site_serves_devices_that_go_by_a_world_s_clock() {
    let site = site();
    let uri = "otpauth://totp/Acme:me?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    let base = "/__device/v1/devices/phone";
    let added = site.json("POST", &format!("{base}/accounts"), &json!({ "uri": uri }));
    assert_eq!(added.status, 201);

    let clock = site
        .json("GET", "/__sim/v1/worlds/demo/clock", &json!({}))
        .json;
    let asked = json!({ "at": clock["unix"] });
    let code = site.json("POST", &format!("{base}/code"), &asked);
    assert_eq!(code.json["code"], "081804");

    // The answers of a world carry its own time, by which a device can explain refusals.
    let page = site.json("GET", "/w/demo/login", &json!({}));
    let head = page.head.to_lowercase();
    assert!(
        head.contains("date: fri, 18 mar 2005 01:58:00 gmt"),
        "{head}"
    );
}

#[test]
fn a_profile_that_is_not_understood_is_refused_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("mine.toml"),
        "schema = 1\n[totp]\ndigit = 8\n",
    )
    .unwrap();
    let ran = sim(&["serve", "--profile=mine.toml"])
        .in_folder(folder.path())
        .run();
    let told = ran.stderr_text();
    assert!(
        told.starts_with("The profile mine.toml is not understood. Line 3: totp.digit:"),
        "{told}"
    );
    ran.stderr(told.trim_end()).code(2);

    sim(&["serve", "--profile=nobody"])
        .run()
        .says("cli-sim-unknown-profile", &[("name", "nobody")])
        .code(2);
}

#[test]
fn serving_other_machines_needs_a_name() {
    sim(&["serve", "--expose"])
        .run()
        .stderr("This is missing: --allow-host <NAME>\nUsage: keytick sim serve --allow-host <NAME> --expose")
        .code(2);
}

#[test]
fn json_too_says_that_others_can_reach_it() {
    let serve = ["serve", "--json", "--expose", "--allow-host=sim.test"];
    let mut server = Server::start(sim(&serve).args(["--until-stdin-closes"]));
    let mut told = String::new();
    let mut stderr = BufReader::new(server.child.stderr.take().unwrap());
    stderr.read_line(&mut told).unwrap();
    assert_eq!(
        told.trim_end(),
        "Other machines can reach this site. Put only made-up people and keys into it."
    );
}

#[test]
fn a_port_that_is_taken_is_said() {
    let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ran = sim(&["serve", "--port", &port]).run();
    let told = ran.stderr_text();
    assert!(told.contains(&port), "{told}");
    ran.stderr(told.trim_end()).code(1);
}

#[test]
fn waiting_tells_nobody_from_somebody_who_is_not_ready() {
    let ran = sim(&["wait", "http://127.0.0.1:1", "--timeout=0"]).run();
    let told = ran.stderr_text();
    assert!(
        told.starts_with("http://127.0.0.1:1 does not answer"),
        "{told}"
    );
    ran.stderr(told.trim_end()).code(10);

    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let busy = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = [0; 1024];
        let _ = stream.read(&mut request);
        stream
            .write_all(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")
            .unwrap();
    });
    sim(&["wait", &url, "--timeout=0"])
        .run()
        .says("cli-sim-not-ready", &[("address", &url), ("seconds", "0")])
        .code(12);
    busy.join().unwrap();

    sim(&["wait", "localhost:8080"])
        .run()
        .says("cli-sim-address", &[("address", "localhost:8080")])
        .code(2);
}

#[test]
fn the_code_of_a_link_at_any_time() {
    let uri = "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    sim(&["code", "--uri", uri, "--at=2005-03-18T01:58:00Z"])
        .run()
        .stdout("081804")
        .code(0);
    sim(&["code", "--uri=-", "--at=1111111080"])
        .stdin(uri)
        .run()
        .stdout("081804")
        .code(0);
    sim(&["code", "--uri", uri, "--at=today"])
        .run()
        .stderr("“today” is not a value for “--at <TIME>”.")
        .code(2);
}

#[test]
fn the_profiles_that_come_along_are_listed_and_have_no_errors() {
    let listed = sim(&["profile", "list", "--json"]).run().succeeds().json();
    let profiles = listed["profiles"].as_array().unwrap();
    let ids: Vec<&str> = profiles
        .iter()
        .filter_map(|one| one["id"].as_str())
        .collect();
    for id in [
        "batch",
        "bytebase",
        "rocketchat",
        "deployhq",
        "infura",
        "strict",
    ] {
        assert!(ids.contains(&id), "{id} of {ids:?}");
    }
    let lint = [vec!["profile", "lint", "--json"], ids].concat();
    let linted = sim(&lint).run().succeeds().json();
    assert_eq!(linted["profiles"].as_array().unwrap().len(), profiles.len());
}

#[test]
fn a_profile_of_one_s_own_begins_as_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let new = || {
        sim(&[
            "profile",
            "new",
            "mine",
            "--from=infura",
            "--output=mine.toml",
        ])
        .in_folder(folder.path())
    };
    new()
        .run()
        .says("cli-sim-profile-made", &[("file", "mine.toml")])
        .code(0);
    sim(&["profile", "diff", "infura", "mine.toml", "--json"])
        .in_folder(folder.path())
        .run()
        .stdout(r#"{"differences":[{"path":"site.id","left":"infura","right":"mine"}]}"#)
        .code(0);
    sim(&["profile", "diff", "infura", "infura"])
        .run()
        .says("cli-sim-no-differences", &[])
        .code(0);
    // Somebody's work is not written over.
    new().run().says("cli-sim-file-exists", &[]).code(1);
}

#[test]
fn findings_stand_with_their_line() {
    let folder = tempfile::tempdir().unwrap();
    let text = sim(&["profile", "new", "mine"]).run().succeeds().0;
    fs::write(folder.path().join("good.toml"), &text).unwrap();
    fs::write(
        folder.path().join("bad.toml"),
        text.replace("digits", "digit") + "nonsense = 1\n",
    )
    .unwrap();
    sim(&["profile", "lint", "good.toml"])
        .in_folder(folder.path())
        .run()
        .says("cli-sim-no-findings", &[("file", "good.toml")])
        .code(0);
    let ran = sim(&["profile", "lint", "bad.toml", "--json"])
        .in_folder(folder.path())
        .run();
    assert_eq!(ran.stderr_text(), "1 thing is wrong.\n");
    let ran = sim(&["profile", "lint", "good.toml", "bad.toml", "--quiet"])
        .in_folder(folder.path())
        .run();
    let told = ran.stderr_text();
    let line = text.lines().count() + 1;
    let found = ran.stdout_text();
    assert!(
        found.starts_with(&format!("bad.toml:{line}: error: ")),
        "{found}"
    );
    ran.stdout(found.trim_end()).stderr(told.trim_end()).code(1);
}
