//! The little of WebDriver that journeys use (<https://www.w3.org/TR/webdriver2/>),
//! spoken with WebKitWebDriver, which starts the app and drives the page in its window.

use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::Duration;

use data_encoding::BASE64;
use serde_json::{Value, json};

use crate::{Screen, until_some};

/// The key under which an element's id comes (WebDriver §12.2).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A session with the page in the app's window.
pub struct Session {
    driver: Child,
    agent: ureq::Agent,
    address: String,
}

/// An element of the page, for as long as the page keeps it.
#[derive(Clone, Debug)]
pub struct Element(String);

impl Session {
    /// Starts `app` on `screen` and waits until its page is there.
    pub fn start(screen: &Screen, app: &Path) -> Self {
        let port = free_port();
        let driver = screen
            .program("WebKitWebDriver", &[&format!("--port={port}")])
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver");
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        let mut session = Self {
            driver,
            agent,
            address: format!("http://127.0.0.1:{port}"),
        };
        until_some("the WebDriver", || {
            session
                .agent
                .get(format!("{}/status", session.address))
                .call()
                .ok()
        });
        let options = json!({ "binary": app, "args": [] });
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": options,
        }}});
        let started = session.post("/session", &wanted);
        let id = started["sessionId"].as_str().expect("a session").to_owned();
        session.address += &format!("/session/{id}");
        session
    }

    /// Runs JavaScript in the page, as the body of a function, and gives what it returns.
    pub fn script(&self, body: &str, arguments: &[Value]) -> Value {
        self.post(
            "/execute/sync",
            &json!({ "script": body, "args": arguments }),
        )
    }

    /// Whether JavaScript says so of the element, which is its first argument.
    pub fn is_true(&self, body: &str, element: &Element) -> bool {
        self.script(body, &[json!({ ELEMENT: element.0 })]) == true
    }

    /// The element that JavaScript finds, if it finds one.
    pub fn find(&self, body: &str, arguments: &[Value]) -> Option<Element> {
        let id = self.script(body, arguments)[ELEMENT].as_str()?.to_owned();
        Some(Element(id))
    }

    /// Clicks in the middle of the element, as a mouse does.
    pub fn click(&self, element: &Element) {
        self.post(&format!("/element/{}/click", element.0), &json!({}));
    }

    /// The page as it is painted now, if the page can still be asked.
    pub fn try_screenshot(&self) -> Option<Vec<u8>> {
        let answer = self
            .agent
            .get(format!("{}/screenshot", self.address))
            .call();
        let body: Value = answer.ok()?.body_mut().read_json().ok()?;
        BASE64.decode(body["value"].as_str()?.as_bytes()).ok()
    }

    fn post(&self, path: &str, body: &Value) -> Value {
        let answer = self
            .agent
            .post(format!("{}{path}", self.address))
            .send_json(body);
        value(path, answer)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Ends the app too. It may be gone already: some journeys kill it.
        let _ = self.agent.delete(&self.address).call();
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

type Answer = Result<ureq::http::Response<ureq::Body>, ureq::Error>;

fn value(path: &str, answer: Answer) -> Value {
    let mut answer = answer.unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut body: Value = answer.body_mut().read_json().expect("JSON");
    assert!(answer.status().is_success(), "{path}: {}", body["value"]);
    body["value"].take()
}

/// A port that was free a moment ago; the driver takes a number only.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}
