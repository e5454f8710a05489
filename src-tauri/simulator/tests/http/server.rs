//! A server for a test, and what its control API is asked.

use keytick_simulator::profile::{Profile, builtin};
use keytick_simulator::server::{Config, Running, Simulator};
use serde_json::Value;
use ureq::Agent;
use ureq::http::Response;

/// The start of the step of which the code for [`SECRET`] is 081804 (RFC 6238's test vectors).
pub const START: u64 = 1_111_111_080;
/// The key of RFC 6238's test vectors.
pub const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
/// The codes of the step at [`START`] and of the next.
pub const CODE: &str = "081804";
pub const CODE_NEXT: &str = "050471";

/// The token of test servers.
pub const TOKEN: &str = "test-token";

/// A server with one profile; its clock stands still at [`START`].
pub struct Server {
    pub running: Running,
    agent: Agent,
}

/// The real time of tests: it does not matter, so it stands still.
pub fn clock() -> u64 {
    1_700_000_000_000
}

pub fn config(profile: &str) -> Config {
    let toml = builtin(profile).unwrap();
    Config {
        frozen: Some(START),
        token: Some(TOKEN.to_owned()),
        ..Config::new(Profile::parse(toml).unwrap(), clock, [7; 32])
    }
}

pub fn agent() -> Agent {
    Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_idle_connections(0)
        .build()
        .into()
}

impl Server {
    pub fn start(profile: &str) -> Self {
        Self::with(config(profile))
    }

    pub fn with(config: Config) -> Self {
        Self {
            running: Simulator::start(config).unwrap(),
            agent: agent(),
        }
    }

    /// Where the sites of a world begin.
    pub fn world(&self, id: &str) -> String {
        self.running.url.replace("/w/demo", &format!("/w/{id}"))
    }

    pub fn api(&self, path: &str) -> String {
        format!("{}{path}", self.running.api)
    }

    /// Asks the control API for something; its status and JSON.
    pub fn ask(&self, path: &str) -> (u16, Value) {
        let request = self.agent.get(self.api(path));
        answer(request.header("authorization", bearer()).call().unwrap())
    }

    /// Sends something to the control API.
    pub fn send(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let request = ureq::http::Request::builder()
            .method(method)
            .uri(self.api(path))
            .header("authorization", bearer())
            .header("content-type", "application/json")
            .body(body.to_string())
            .unwrap();
        answer(self.agent.run(request).unwrap())
    }

    /// The same, and it has to be done.
    pub fn tell(&self, method: &str, path: &str, body: &Value) -> Value {
        let (status, answer) = self.send(method, path, body);
        assert!(status < 300, "{method} {path}: {status} {answer}");
        answer
    }

    /// The types of a world's events after a number.
    pub fn events(&self, world: &str, since: u64) -> Vec<Value> {
        let (_, answer) = self.ask(&format!("/worlds/{world}/events?since={since}"));
        answer["events"].as_array().unwrap().clone()
    }

    /// Makes the next set-up in `demo` give [`SECRET`].
    pub fn next_secret(&self) {
        let body = serde_json::json!({ "secret": SECRET });
        self.tell("POST", "/worlds/demo/next_secret", &body);
    }

    pub fn advance(&self, seconds: i64) {
        let body = serde_json::json!({ "seconds": seconds });
        self.tell("POST", "/worlds/demo/clock/advance", &body);
    }
}

pub fn bearer() -> String {
    format!("Bearer {TOKEN}")
}

pub fn answer(mut response: Response<ureq::Body>) -> (u16, Value) {
    let status = response.status().as_u16();
    let text = response.body_mut().read_to_string().unwrap();
    (
        status,
        serde_json::from_str(&text).unwrap_or(Value::String(text)),
    )
}
