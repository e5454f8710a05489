//! What the server refuses: names that are not its own, pages that are not its own, too much.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use keytick_simulator::server::Limits;
use serde_json::json;

use crate::browser::Browser;
use crate::server::{Server, TOKEN, config};

/// Sends a request as it stands, and gives the answer as it stands.
fn raw(server: &Server, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.running.port())).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    // A reset after a refusal is an answer too.
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or("none")
}

#[test]
fn other_names_are_misdirected() {
    let server = Server::start("strict");
    let port = server.running.port();
    for (host, expected) in [
        (format!("127.0.0.1:{port}"), "200"),
        (format!("localhost:{port}"), "200"),
        ("localhost".to_owned(), "421"),
        (format!("evil.test:{port}"), "421"),
        (format!("127.0.0.1.evil.test:{port}"), "421"),
    ] {
        for path in ["/w/demo/login", "/__sim/v1/readyz", "/__assets/frame.css"] {
            let request =
                format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
            assert_eq!(status(&raw(&server, &request)), expected, "{host} {path}");
        }
    }
    assert_eq!(
        status(&raw(&server, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n")),
        "400"
    );
    let absolute = format!(
        "GET http://evil.test/ HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    );
    assert_eq!(status(&raw(&server, &absolute)), "421");
}

#[test]
fn an_allowed_name_is_answered() {
    let mut config = config("strict");
    config.allow_hosts = vec!["simulator".to_owned()];
    let server = Server::with(config);
    let request = "GET /w/demo/login HTTP/1.1\r\nHost: simulator:8080\r\nConnection: close\r\n\r\n";
    assert_eq!(status(&raw(&server, request)), "200");
}

#[test]
fn other_sites_cannot_send_forms() {
    let server = Server::start("infura");
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice");
    let cookie = browser.cookie().unwrap().to_owned();
    browser.open("/settings/security");
    let port = server.running.port();
    let post = |extra: &str, body: &str| {
        raw(
            &server,
            &format!(
                "POST /w/demo/settings/security/enroll HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\
             Cookie: keytick_{port}={cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n{extra}Connection: close\r\n\r\n{body}",
                body.len()
            ),
        )
    };
    assert_eq!(status(&post("Origin: http://evil.test\r\n", "")), "403");
    assert_eq!(status(&post("Origin: null\r\n", "")), "403");
    assert_eq!(status(&post("Sec-Fetch-Site: cross-site\r\n", "")), "403");
    // A browser so old that it says nothing about where a form comes from: the token decides.
    assert_eq!(status(&post("", "")), "403");
    assert_eq!(
        status(&post("", "csrf=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")),
        "403"
    );
    let (_, alice) = server.ask("/worlds/demo/users/alice");
    assert_eq!(alice["factor"], "off");
}

#[test]
fn a_token_of_another_session_or_world_does_not_count() {
    let server = Server::start("infura");
    server.tell("POST", "/worlds", &json!({ "id": "other" }));
    let mut alice = Browser::new(&server.running.url);
    alice.log_in("alice");
    let mut stranger = Browser::new(&server.world("other"));
    stranger.log_in("alice");
    let foreign = stranger.open("/settings/security").body.clone();
    let token = crate::browser::between(&foreign, "name=\"csrf\" value=\"", "\"").unwrap();
    alice.open("/settings/security");
    alice.post("/settings/security/enroll", &[("csrf", token)]);
    assert_eq!(alice.page.status, 403);
    assert!(alice.page.alert().is_some());
}

#[test]
fn a_session_of_one_world_is_nobody_in_another() {
    let server = Server::start("infura");
    server.tell("POST", "/worlds", &json!({ "id": "other" }));
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice");
    let cookie = browser.cookie().unwrap().to_owned();
    assert!(
        browser
            .page
            .headers
            .get_all("set-cookie")
            .iter()
            .all(|cookie| {
                let cookie = cookie.to_str().unwrap();
                cookie.contains("Path=/w/demo;")
                    && cookie.contains("HttpOnly")
                    && cookie.contains("SameSite=Strict")
            })
    );
    let port = server.running.port();
    for (world, expected) in [("demo", "200"), ("other", "401")] {
        let request = format!(
            "GET /w/{world}/api/me HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: keytick_{port}={cookie}\r\nConnection: close\r\n\r\n"
        );
        assert_eq!(status(&raw(&server, &request)), expected, "{world}");
    }
    browser.visit(&format!("{}/settings/security", server.world("other")));
    assert_eq!(browser.page.path(), "/login");
}

#[test]
fn the_session_changes_at_every_step_up_and_the_old_one_is_dead() {
    let server = Server::start("strict");
    let user = json!({ "name": "eve@demo.test", "factor": { "state": "on", "secret": crate::server::SECRET } });
    server.tell("POST", "/worlds/demo/users", &user);
    let mut browser = Browser::new(&server.running.url);
    browser.open("/login");
    let visitor = browser.cookie().unwrap().to_owned();
    browser.log_in("eve@demo.test");
    let challenged = browser.cookie().unwrap().to_owned();
    browser.submit("/login/challenge", &[("code", crate::server::CODE)]);
    let full = browser.cookie().unwrap().to_owned();
    assert!(visitor != challenged && challenged != full);
    let port = server.running.port();
    for (cookie, expected) in [(&visitor, "401"), (&challenged, "401"), (&full, "200")] {
        let request = format!(
            "GET /w/demo/api/me HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: keytick_{port}={cookie}\r\nConnection: close\r\n\r\n"
        );
        assert_eq!(status(&raw(&server, &request)), expected);
    }
}

#[test]
fn nothing_is_changed_by_asking() {
    let server = Server::start("infura");
    let mut browser = Browser::new(&server.running.url);
    browser.log_in("alice");
    for path in [
        "/logout",
        "/settings/security/enroll/verify",
        "/settings/security/codes/ack",
    ] {
        assert_eq!(browser.open(path).status, 405, "{path}");
    }
}

#[test]
fn pages_say_that_they_stay_where_they_are() {
    let server = Server::start("infura");
    let mut browser = Browser::new(&server.running.url);
    let headers = browser.open("/login").headers.clone();
    let policy = headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'self'"));
    assert!(!policy.contains("unsafe") && !policy.contains("script-src"));
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert_eq!(headers["date"], "Fri, 18 Mar 2005 01:58:00 GMT");
    assert!(browser.page.has("TEST SITE"));
    assert!(browser.page.has("not affiliated with Infura"));
    assert!(!browser.page.body.contains("<script"));
}

#[test]
fn the_control_api_wants_its_token() {
    let server = Server::start("strict");
    let port = server.running.port();
    let ask = |path: &str, token: &str| {
        raw(
            &server,
            &format!(
                "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{token}Connection: close\r\n\r\n"
            ),
        )
    };
    for path in [
        "/__sim/v1/worlds",
        "/__sim/v1/worlds/demo/events",
        "/__sim/v1/profiles",
    ] {
        assert_eq!(status(&ask(path, "")), "401", "{path}");
        assert_eq!(status(&ask(path, "Authorization: Bearer wrong\r\n")), "401");
        assert_eq!(
            status(&ask(path, &format!("Authorization: Bearer {TOKEN}\r\n"))),
            "200"
        );
    }
    for path in [
        "/__sim/v1/livez",
        "/__sim/v1/readyz",
        "/__sim/v1/openapi.json",
    ] {
        assert_eq!(status(&ask(path, "")), "200", "{path}");
    }
}

#[test]
fn too_large_is_refused_before_it_is_read() {
    let server = Server::start("strict");
    let port = server.running.port();
    let announced = format!(
        "POST /w/demo/login HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 70000\r\n\r\n"
    );
    assert_eq!(status(&raw(&server, &announced)), "413");
    let chunked = format!(
        "POST /w/demo/login HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nTransfer-Encoding: chunked\r\n\r\n11171\r\n{}",
        "x".repeat(70_001)
    );
    assert_eq!(status(&raw(&server, &chunked)), "413");
    let long_head = format!(
        "GET /w/demo/login HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nX-Long: {}\r\n\r\n",
        "x".repeat(200_000)
    );
    assert!(["431", "none"].contains(&status(&raw(&server, &long_head))));
}

fn impatient() -> Server {
    let mut config = config("strict");
    config.limits = Limits {
        connections: 4,
        head: Duration::from_millis(200),
        body: Duration::from_millis(200),
        ..Limits::default()
    };
    Server::with(config)
}

#[test]
fn whoever_is_slow_is_cut_off() {
    let server = impatient();
    let port = server.running.port();
    // Neither ends its sentence; both come back when the server has had enough.
    assert_eq!(status(&raw(&server, "GET /w/demo/login HTT")), "none");
    let body = format!(
        "POST /w/demo/login HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 10\r\n\r\nabc"
    );
    assert_eq!(status(&raw(&server, &body)), "408");
}

#[test]
fn those_who_hold_connections_are_cut_and_others_then_served() {
    let server = impatient();
    let held: Vec<_> = (0..8)
        .map(|_| TcpStream::connect(("127.0.0.1", server.running.port())).unwrap())
        .collect();
    assert_eq!(server.ask("/worlds/demo").0, 200);
    drop(held);
}

#[test]
fn those_who_wait_take_no_place() {
    let server = impatient();
    let since = server.events("demo", 0).len();
    let path = format!("/worlds/demo/events?wait=30&since={since}&type=clock.changed");
    std::thread::scope(|threads| {
        let waiting: Vec<_> = (0..12)
            .map(|_| threads.spawn(|| server.ask(&path)))
            .collect();
        server.advance(1);
        for waiter in waiting {
            let (status, answer) = waiter.join().unwrap();
            assert_eq!(
                (status, answer["events"].as_array().unwrap().len()),
                (200, 1)
            );
        }
    });
}
