//! The login as an API, in both manners.

use serde_json::{Value, json};
use ureq::http::Request;

use crate::server::{CODE, SECRET, Server, agent, answer};

fn call(
    server: &Server,
    method: &str,
    path: &str,
    headers: &[(&str, &str)],
    body: &Value,
) -> (u16, Value) {
    let mut request = Request::builder()
        .method(method)
        .uri(format!("{}/api{path}", server.running.url))
        .header("content-type", "application/json");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let body = if method == "GET" {
        String::new()
    } else {
        body.to_string()
    };
    answer(agent().run(request.body(body).unwrap()).unwrap())
}

fn with_eve(profile: &str) -> Server {
    let server = Server::start(profile);
    let user = json!({ "name": "eve@demo.test", "factor": { "state": "on", "secret": SECRET }, "codes": ["AAAAAAAAAA", "BBBBBBBBBB"] });
    server.tell("POST", "/worlds/demo/users", &user);
    server
}

const EVE: &str = "eve@demo.test";

#[test]
fn a_password_a_challenge_a_code_a_session() {
    let server = with_eve("bytebase");
    let login = json!({ "identifier": EVE, "password": "demo" });
    let (status, due) = call(&server, "POST", "/login", &[], &login);
    assert_eq!(status, 200, "{due}");
    assert_eq!(
        (&due["mfa_required"], &due["method"], &due["methods"]),
        (&json!(true), &json!("totp"), &json!(["totp", "backup"]))
    );
    let challenge = due["challenge"].as_str().unwrap();

    // The challenge opens nothing by itself.
    let bearer = format!("Bearer {challenge}");
    assert_eq!(
        call(
            &server,
            "GET",
            "/me",
            &[("authorization", &bearer)],
            &json!({})
        )
        .0,
        401
    );
    let wrong = call(
        &server,
        "POST",
        "/login/code",
        &[],
        &json!({ "challenge": challenge, "code": "000000" }),
    );
    assert_eq!(
        (wrong.0, &wrong.1["error"], &wrong.1["message"]),
        (422, &json!("code"), &json!("invalid MFA code"))
    );

    let (status, done) = call(
        &server,
        "POST",
        "/login/code",
        &[],
        &json!({ "challenge": challenge, "code": CODE }),
    );
    assert_eq!(
        (status, &done["status"], &done["user"]),
        (200, &json!("success"), &json!(EVE))
    );
    let bearer = format!("Bearer {}", done["session"].as_str().unwrap());
    let (_, me) = call(
        &server,
        "GET",
        "/me",
        &[("authorization", &bearer)],
        &json!({}),
    );
    assert_eq!(
        me,
        json!({ "user": EVE, "email": EVE, "role": "member", "two_factor": true })
    );
    assert_eq!(
        call(
            &server,
            "POST",
            "/logout",
            &[("authorization", &bearer)],
            &json!({})
        )
        .0,
        204
    );
    assert_eq!(
        call(
            &server,
            "GET",
            "/me",
            &[("authorization", &bearer)],
            &json!({})
        )
        .0,
        401
    );
}

#[test]
fn a_recovery_code_passes_once() {
    let server = with_eve("bytebase");
    let login = json!({ "identifier": EVE, "password": "demo" });
    for expected in [200, 422] {
        let (_, due) = call(&server, "POST", "/login", &[], &login);
        let body = json!({ "challenge": due["challenge"], "code": "AAAAAAAAAA" });
        assert_eq!(
            call(&server, "POST", "/login/backup", &[], &body).0,
            expected
        );
    }
}

#[test]
fn a_wrong_password_is_401_and_bad_json_400() {
    let server = with_eve("strict");
    let (status, problem) = call(
        &server,
        "POST",
        "/login",
        &[],
        &json!({ "identifier": EVE, "password": "x" }),
    );
    assert_eq!((status, &problem["error"]), (401, &json!("password")));
    let (status, problem) = call(
        &server,
        "POST",
        "/login",
        &[],
        &json!({ "identifier": 7, "password": "x" }),
    );
    assert_eq!((status, &problem["field"]), (422, &json!("identifier")));
}

#[test]
fn rocketchat_asks_for_the_same_request_with_the_code_in_a_header() {
    let server = Server::start("rocketchat");
    let user = json!({ "name": "eve", "factor": { "state": "on", "secret": SECRET } });
    server.tell("POST", "/worlds/demo/users", &user);
    server.tell("PUT", "/worlds/demo/policy", &json!({ "feature": true }));
    let login = json!({ "user": "eve", "password": "demo" });
    let (status, problem) = call(&server, "POST", "/login", &[], &login);
    assert_eq!((status, &problem["error"]), (401, &json!("totp-required")));
    assert_eq!(problem["details"]["method"], "totp");
    let wrong = [("x-2fa-code", "000000"), ("x-2fa-method", "totp")];
    let (status, problem) = call(&server, "POST", "/login", &wrong, &login);
    assert_eq!((status, &problem["error"]), (401, &json!("totp-invalid")));
    let right = [("x-2fa-code", CODE), ("x-2fa-method", "totp")];
    let (status, done) = call(&server, "POST", "/login", &right, &login);
    assert_eq!((status, &done["status"]), (200, &json!("success")));
}

#[test]
fn rocketchat_takes_the_code_of_the_mail_that_the_first_request_sent() {
    let server = Server::start("rocketchat");
    let login = json!({ "user": "alice", "password": "demo" });
    let (_, problem) = call(&server, "POST", "/login", &[], &login);
    assert_eq!(
        (
            &problem["details"]["method"],
            &problem["details"]["codeGenerated"]
        ),
        (&json!("email"), &json!(true))
    );
    let (_, mail) = server.ask("/worlds/demo/mail?wait=5");
    let code = mail["messages"][0]["codes"][0].as_str().unwrap();
    let (status, _) = call(
        &server,
        "POST",
        "/login",
        &[("x-2fa-code", code), ("x-2fa-method", "email")],
        &login,
    );
    assert_eq!(status, 200);
    assert_eq!(
        server.ask("/worlds/demo/mail").1["messages"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn a_cookie_alone_changes_nothing_through_the_api() {
    let server = Server::start("infura");
    let mut browser = crate::browser::Browser::new(&server.running.url);
    browser.log_in("alice");
    let port = server.running.port();
    let cookie = format!("keytick_{port}={}", browser.cookie().unwrap());
    assert_eq!(
        call(&server, "GET", "/me", &[("cookie", &cookie)], &json!({})).0,
        200
    );
    assert_eq!(
        call(
            &server,
            "POST",
            "/logout",
            &[("cookie", &cookie)],
            &json!({})
        )
        .0,
        401
    );
    assert_eq!(
        call(&server, "GET", "/me", &[("cookie", &cookie)], &json!({})).0,
        200
    );
}
