//! A client that knows no path and no field of the sites: only the words on their pages, and
//! what the OpenAPI document says.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use keytick_simulator::device::service::Devices;
use keytick_simulator::device::{AccountId, Answer, Device};
use keytick_simulator::server::Config;
use serde_json::{Map, Value, json};
use ureq::http::Request;

use crate::browser::{Browser, between};
use crate::server::{CODE, SECRET, START, Server, agent, answer, bearer, config};

/// What somebody reads on a site.
struct Site {
    profile: &'static str,
    /// The field of the name, and the name.
    name: (&'static str, &'static str),
    /// Links from the start page to where codes are set up.
    way: &'static [&'static str],
    enable: &'static str,
    /// The field of the first code, and its button.
    first: (&'static str, &'static str),
    /// Buttons after it, to the end of the set-up.
    then: &'static [&'static str],
    /// The field of the code at login.
    code: &'static str,
}

const SITES: [Site; 5] = [
    Site {
        profile: "batch",
        name: ("E-mail", "alice@demo.test"),
        way: &["Security"],
        enable: "Enable",
        first: ("Code from your 2FA app", "Confirm"),
        then: &[],
        code: "Authentication code",
    },
    Site {
        profile: "bytebase",
        name: ("E-mail", "alice@demo.test"),
        way: &["Profile"],
        enable: "Two-factor authentication",
        first: ("Code from your app", "Next"),
        then: &["Download", "I have saved my recovery codes"],
        code: "Authentication code",
    },
    Site {
        profile: "rocketchat",
        name: ("Email or username", "bob"),
        way: &["Two Factor Authentication"],
        enable: "Enable two-factor authentication via TOTP",
        first: ("Code from your app", "Verify"),
        then: &["Ok"],
        code: "Authentication code",
    },
    Site {
        profile: "deployhq",
        name: ("E-mail", "bob@demo.test"),
        way: &["Two Factor Authentication"],
        enable: "Two Factor Authentication",
        first: ("6 digit code", "Activate"),
        then: &["I have made a note of it", "DeployHQ style"],
        code: "Authentication code",
    },
    Site {
        profile: "infura",
        name: ("Username", "alice"),
        way: &["Account"],
        enable: "Enable",
        first: ("Six-digit token", "Verify"),
        then: &["Continue"],
        code: "2FA token",
    },
];

#[test]
fn an_outside_client_enrols_and_logs_in_everywhere() {
    for site in SITES {
        let server = Server::start(site.profile);
        if site.profile == "rocketchat" {
            server.tell("PUT", "/worlds/demo/policy", &json!({ "feature": true }));
        }
        let mut phone = Phone::new();
        let mut first = Browser::new(&server.running.url);
        log_in(&mut first, &site);
        for link in site.way {
            follow(&mut first, link);
        }
        press(&mut first, site.enable, &[]);
        phone.scan(&first.page.otpauth().unwrap());
        let code = phone.code(&server);
        press(&mut first, site.first.1, &[(site.first.0, &code)]);
        for button in site.then {
            let page = first.page.url.clone();
            press(&mut first, button, &[]);
            if first.page.headers.contains_key("content-disposition") {
                first.visit(&page);
            }
        }

        let mut second = Browser::new(&server.running.url);
        log_in(&mut second, &site);
        let code = phone.code(&server);
        press(&mut second, "Verify", &[(site.code, &code)]);
        assert!(has_button(&second, "Log out"), "{}", site.profile);
        assert!(second.page.has(site.name.1), "{}", site.profile);

        let api = Api::read(&server);
        let user = api.log_in(site.name.1, || phone.code(&server));
        assert_eq!(user, site.name.1, "{}", site.profile);
    }
}

#[test]
fn the_openapi_documents_in_docs_are_current() {
    let server = Server::with(Config {
        devices: Some(Arc::new(Devices::new(|| START, None))),
        ..config("infura")
    });
    let device = server.running.api.replace("/__sim/", "/__device/");
    for (address, file) in [
        (server.running.api.clone(), "openapi.json"),
        (device, "openapi-device.json"),
    ] {
        let answered = agent()
            .get(format!("{address}/openapi.json"))
            .call()
            .unwrap();
        let wanted = serde_json::to_string_pretty(&answer(answered).1).unwrap() + "\n";
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../docs")
            .join(file);
        if std::env::var_os("KEYTICK_UPDATE").is_some() {
            fs::write(&path, &wanted).unwrap();
        }
        let written = fs::read_to_string(&path).unwrap_or_default();
        assert!(
            written.replace("\r\n", "\n") == wanted,
            "docs/{file} is out of date: run `cargo xtask docs`"
        );
    }
}

/// A client that knows only the document's paths and schemas.
#[test]
fn a_device_is_made_filled_and_asked_by_its_document() {
    let server = Server::with(Config {
        devices: Some(Arc::new(Devices::new(|| START, None))),
        ..config("infura")
    });
    let origin = server.running.api.replace("/__sim/v1", "");
    let document = agent()
        .get(format!("{origin}/__device/v1/openapi.json"))
        .call();
    let document = answer(document.unwrap()).1;
    let call = |operation: &str, fill: &[(&str, &str)], body: &Value| {
        let paths = document["paths"].as_object().unwrap();
        let (template, method) = paths.iter().find_map(|found| of(found, operation)).unwrap();
        let path = fill
            .iter()
            .fold(template.to_owned(), |path, (name, value)| {
                path.replace(&format!("{{{name}}}"), value)
            });
        let request = Request::builder()
            .method(&*method.to_uppercase())
            .uri(format!("{origin}{path}"))
            .header("authorization", bearer())
            .header("content-type", "application/json");
        let request = request.body(body.to_string()).unwrap();
        let (status, answer) = answer(agent().run(request).unwrap());
        let responses = &document["paths"][template][method]["responses"];
        assert!(
            !responses[status.to_string()].is_null(),
            "{operation} {status}"
        );
        (status, answer)
    };
    let tablet = [("device", "tablet")];
    call("make_device", &[], &json!({ "id": "tablet" }));
    let key = json!({ "secret": SECRET, "issuer": "Acme", "account": "me" });
    assert_eq!(call("add_account", &tablet, &key).0, 201);
    assert_eq!(call("add_account", &tablet, &key).0, 200);
    assert_eq!(call("hand_out_code", &tablet, &json!({})).1["code"], CODE);
    assert_eq!(call("hand_out_code", &tablet, &json!({})).0, 409);
    let why = json!({ "code": "404137", "date": "Fri, 18 Mar 2005 01:58:00 GMT" });
    assert_eq!(call("explain_refusal", &tablet, &why).1["why"], "stale");
    let nobody = call("hand_out_code", &[("device", "nobody")], &json!({}));
    assert_eq!(
        (nobody.0, &nobody.1["error"]),
        (404, &json!("device-unknown"))
    );
    assert_eq!(call("lose_device", &tablet, &json!({})).0, 204);
}

fn log_in(browser: &mut Browser, site: &Site) {
    browser.open("");
    if !has_button(browser, "Log in") {
        follow(browser, "Log in with aTech Identity style");
    }
    press(browser, "Log in", &[site.name, ("Password", "demo")]);
}

/// The phone, with one account on it.
struct Phone {
    device: Device,
    account: Option<AccountId>,
    now: u64,
}

impl Phone {
    fn new() -> Self {
        Self {
            device: Device::new(),
            account: None,
            now: START,
        }
    }

    fn scan(&mut self, uri: &str) {
        self.account = Some(self.device.add_uri(uri).unwrap().id);
    }

    /// A code that was not handed out before. Rather than wait, the world's clock is moved.
    fn code(&mut self, server: &Server) -> String {
        loop {
            match self
                .device
                .code(self.account.unwrap(), 5, self.now)
                .unwrap()
            {
                Answer::Ready(ready) => return ready.code.as_str().to_owned(),
                Answer::Wait { seconds, .. } => {
                    server.advance(i64::try_from(seconds).unwrap());
                    self.now += seconds;
                }
            }
        }
    }
}

// Pages, by their words.

/// The forms of the page.
fn forms(browser: &Browser) -> Vec<&str> {
    let forms = browser.page.body.split("<form ").skip(1);
    forms
        .map(|form| form.split("</form>").next().unwrap())
        .collect()
}

fn form_of<'a>(browser: &'a Browser, button: &str) -> Option<&'a str> {
    let words = format!(">{button}</button>");
    forms(browser)
        .into_iter()
        .find(|form| form.contains(&words))
}

fn has_button(browser: &Browser, button: &str) -> bool {
    form_of(browser, button).is_some()
}

/// Fills in the fields with these labels and presses the button.
fn press(browser: &mut Browser, button: &str, fields: &[(&str, &str)]) {
    let form = form_of(browser, button);
    let form = form.unwrap_or_else(|| panic!("no {button}: {}", browser.page.text()));
    let action = between(form, "action=\"", "\"").unwrap();
    let path = action.trim_start_matches("/w/demo").to_owned();
    let mut sent: Vec<(String, String)> = inputs(form)
        .filter(|input| attribute(input, "type") == Some("hidden"))
        .map(|input| {
            let of = |name| attribute(input, name).unwrap().to_owned();
            (of("name"), of("value"))
        })
        .collect();
    for (label, value) in fields {
        let marked = format!("\">{label}</label>");
        let (before, _) = browser.page.body.split_once(&marked).unwrap_or_else(|| {
            panic!("no field {label}: {}", browser.page.text());
        });
        let id = before.rsplit("for=\"").next().unwrap();
        let input = inputs(form).find(|input| attribute(input, "id") == Some(id));
        let name = attribute(input.unwrap(), "name").unwrap();
        sent.push((name.to_owned(), (*value).to_owned()));
    }
    let sent: Vec<(&str, &str)> = sent
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    browser.post(&path, &sent);
    assert_eq!(
        browser.page.status,
        200,
        "{button}: {}",
        browser.page.text()
    );
}

fn inputs(form: &str) -> impl Iterator<Item = &str> {
    let inputs = form.split("<input ").skip(1);
    inputs.map(|input| input.split('>').next().unwrap())
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = format!("{name}=\"");
    let begins = |at: &usize| *at == 0 || tag[..*at].ends_with(' ');
    let (at, _) = tag.match_indices(&start).find(|(at, _)| begins(at))?;
    tag[at + start.len()..].split('"').next()
}

/// Follows the link with these words.
fn follow(browser: &mut Browser, words: &str) {
    let end = format!(">{words}</a>");
    let Some((before, _)) = browser.page.body.split_once(&end) else {
        panic!("no link {words}: {}", browser.page.text());
    };
    let tag = before.rsplit("<a ").next().unwrap();
    let href = between(tag, "href=\"", "\"").unwrap().to_owned();
    browser.follow(&href);
}

// The login as an API, by its document.

struct Api {
    document: Value,
    origin: String,
}

impl Api {
    fn read(server: &Server) -> Self {
        let (_, document) = server.ask("/openapi.json");
        let running = &server.running;
        let site = running.identity.as_ref().unwrap_or(&running.url);
        let origin = site.split("/w/").next().unwrap().to_owned();
        Self { document, origin }
    }

    /// Name, password, code; who is logged in then.
    fn log_in(&self, name: &str, mut code: impl FnMut() -> String) -> String {
        let credentials = json!({ "identifier": name, "password": "demo" });
        let (status, first) = self.call("login", &[], &credentials);
        let (_, done) = if status == 401 && first["error"] == "totp-required" {
            let code = code();
            let headers = [("x-2fa-code", &*code), ("x-2fa-method", "totp")];
            self.call("login", &headers, &credentials)
        } else {
            assert_eq!(first["mfa_required"], true, "{first}");
            let body = json!({ "challenge": first["challenge"], "code": code() });
            self.call("login_code", &[], &body)
        };
        let bearer = format!("Bearer {}", done["session"].as_str().unwrap());
        let (_, me) = self.call("me", &[("authorization", &bearer)], &Value::Null);
        me["user"].as_str().unwrap().to_owned()
    }

    fn call(&self, operation: &str, headers: &[(&str, &str)], body: &Value) -> (u16, Value) {
        let paths = self.document["paths"].as_object().unwrap();
        let (path, method) = paths.iter().find_map(|found| of(found, operation)).unwrap();
        let path = path.replace("{world}", "demo");
        let mut request = Request::builder()
            .method(&*method.to_uppercase())
            .uri(format!("{}{path}", self.origin))
            .header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            Value::Null => String::new(),
            body => body.to_string(),
        };
        answer(agent().run(request.body(body).unwrap()).unwrap())
    }
}

/// Path and method of the operation with this id, if it is at this path.
fn of<'a>((path, methods): (&'a String, &'a Value), operation: &str) -> Option<(&'a str, &'a str)> {
    let methods: &Map<String, Value> = methods.as_object()?;
    let (method, _) = methods
        .iter()
        .find(|(_, method)| method["operationId"] == operation)?;
    Some((path, method))
}
