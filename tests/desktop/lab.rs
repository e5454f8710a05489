//! The test lab, with a real practice site: the program `keytick` runs as a child.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::{Value, json};

use super::shell::{PASSWORD, Shell, keytick};

/// A shell whose vault is open, and the program that sites run in.
fn shell() -> Shell {
    let program = keytick();
    assert!(
        program.is_file(),
        "{} is missing: `cargo build -p keytick-cli` makes it",
        program.display()
    );
    Shell::open()
}

fn start(shell: &Shell, site: &str) -> Visitor {
    let sites = shell.get("start_site", json!({ "site": site }));
    let running = sites.as_array().unwrap().iter();
    let address = running
        .filter(|it| it["id"] == site)
        .find_map(|it| it["address"].as_str());
    Visitor::at(address.expect("a site that runs has an address"))
}

/// The next line of this kind that the page is told of.
fn told(shell: &Shell, kind: &str) -> Value {
    loop {
        let said = shell.event("site-said");
        let mut lines = said["lines"].as_array().unwrap().iter();
        if let Some(line) = lines.find(|line| line["kind"] == kind) {
            return line.clone();
        }
    }
}

/// As much of a browser as the pages need.
struct Visitor {
    address: String,
    cookies: BTreeMap<String, String>,
    page: String,
}

impl Visitor {
    fn at(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            cookies: BTreeMap::new(),
            page: String::new(),
        }
    }

    fn open(&mut self, path: &str) {
        self.send("GET", path, "");
    }

    /// Sends the form of the page on view.
    fn submit(&mut self, path: &str, fields: &str) {
        let hidden = self.page.split("name=\"csrf\" value=\"").nth(1);
        let csrf = hidden.and_then(|rest| rest.split('"').next()).unwrap();
        self.send("POST", path, &format!("csrf={csrf}&{fields}"));
    }

    fn send(&mut self, method: &str, path: &str, body: &str) {
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        let request = format!(
            "{method} /w/demo{path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\
             Cookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            cookies.join("; "),
            body.len(),
            host = self.address,
        );
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        self.page = String::from_utf8_lossy(&answer).into_owned();
        for line in self.page.lines().take_while(|line| !line.is_empty()) {
            let Some((name, value)) = line.split_once(": ") else {
                continue;
            };
            if name.eq_ignore_ascii_case("set-cookie") {
                let (name, value) = value.split(';').next().unwrap().split_once('=').unwrap();
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
    }

    /// Logs in and lets the site show its QR code.
    fn begin_to_enroll(&mut self) {
        self.open("/login");
        self.submit("/login", "identifier=alice%40demo.test&password=demo");
        self.open("/settings/security");
        self.submit("/settings/security/enroll", "");
    }
}

/// Everything that can be asked of a site, once; for tests of what is said to the page.
pub fn walk(shell: &Shell) {
    shell.get("lab_sites", json!({}));
    let mut visitor = start(shell, "bytebase");
    let site = json!({ "site": "bytebase" });
    visitor.begin_to_enroll();
    told(shell, "factor.pending");
    for command in ["open_site", "site_log", "site_state", "add_site_account"] {
        shell.get(command, site.clone());
    }
    let stop = json!({ "site": "bytebase", "change": { "kind": "stop" } });
    shell.get("move_site_clock", stop);
    let late = json!({ "site": "bytebase", "fault": "late", "on": true });
    shell.get("set_site_fault", late);
    let rules = json!({ "digits": 6, "period": 30, "window": [-1, 1] });
    shell.get(
        "set_site_rules",
        json!({ "site": "bytebase", "rules": rules }),
    );
    // Nobody says where.
    shell.get("save_site_log", site.clone());
    for command in ["clear_site_faults", "reset_site", "stop_site"] {
        shell.get(command, site.clone());
    }
}

#[test]
fn a_site_runs_until_it_is_stopped() {
    let shell = shell();
    let site = json!({ "site": "strict" });
    let mut visitor = start(&shell, "strict");
    visitor.open("/login");
    assert!(visitor.page.starts_with("HTTP/1.1 200"), "{}", visitor.page);
    shell.get("open_site", site.clone());
    let browsed = shell.world.browsed.lock().unwrap().clone();
    assert_eq!(browsed, [format!("http://{}/w/demo", visitor.address)]);

    let sites = shell.get("stop_site", site.clone());
    let running = sites.as_array().unwrap().iter();
    assert_eq!(running.filter(|it| !it["address"].is_null()).count(), 0);
    assert!(TcpStream::connect(&visitor.address).is_err());
    assert_eq!(shell.refused("open_site", site), "desktop-lab-stopped");
}

#[test]
fn quitting_ends_the_sites() {
    let shell = shell();
    let visitor = start(&shell, "strict");
    shell.get("quit", json!({}));
    assert!(TcpStream::connect(&visitor.address).is_err());
}

#[test]
fn the_account_of_the_qr_code_is_added_once_and_stays_out_of_backups() {
    let shell = shell();
    let site = json!({ "site": "bytebase" });
    let mut visitor = start(&shell, "bytebase");
    assert_eq!(
        shell.refused("add_site_account", site.clone()),
        "desktop-lab-no-code"
    );
    visitor.begin_to_enroll();
    assert_eq!(told(&shell, "factor.pending")["who"], "alice@demo.test");
    let state = shell.get("site_state", site.clone());
    assert_eq!(
        (&state["reached"], &state["offers"]),
        (&json!(2), &json!(true))
    );

    let added = shell.get("add_site_account", site.clone());
    let again = shell.get("add_site_account", site.clone());
    assert_eq!(added["ids"], again["ids"]);
    let state = shell.get("site_state", site);
    let expected = json!({
        "id": added["ids"][0], "issuer": "Bytebase", "account": "alice@demo.test",
    });
    assert_eq!(
        (&state["account"], &state["offers"]),
        (&expected, &json!(false))
    );
    let details = shell.get("details", json!({ "id": added["ids"][0] }));
    assert_eq!(details["tags"], json!(["Lab"]));
    let target = json!({ "format": "uri-list", "accounts": { "kind": "all" }, "lab": false });
    let losses = shell.get("export_losses", json!({ "target": target }));
    assert_eq!(
        (&losses["lab"], &losses["accounts"]),
        (&json!(1), &json!(0))
    );

    // The key came by way of the site's output; the page has not seen it.
    let reveal = json!({ "id": added["ids"][0], "password": PASSWORD });
    let said: Vec<(String, String)> = shell.said.lock().unwrap().clone();
    let key = shell.get("reveal_key", reveal)["key"].clone();
    let key = key.as_str().unwrap().replace(' ', "");
    assert_eq!(key.len(), 32);
    let leaks = said.iter().filter(|(_, text)| text.contains(&key[..8]));
    assert_eq!(leaks.collect::<Vec<_>>(), Vec::<&(String, String)>::new());
}

#[test]
fn a_wrong_code_is_told_with_the_rule() {
    let shell = shell();
    let mut visitor = start(&shell, "bytebase");
    visitor.begin_to_enroll();
    visitor.open("/settings/security/enroll");
    visitor.submit("/settings/security/enroll/verify", "code=12");
    let line = told(&shell, "factor.refused");
    assert_eq!(line["mark"], "refused");
    assert!(line["rule"].as_str().unwrap().starts_with("totp"), "{line}");
    let log = shell.get("site_log", json!({ "site": "bytebase" }));
    assert!(log.as_array().unwrap().contains(&line));
}

#[test]
fn the_clock_goes_where_it_is_put() {
    let shell = shell();
    start(&shell, "strict");
    let go = |change: Value| {
        let state = shell.get(
            "move_site_clock",
            json!({ "site": "strict", "change": change }),
        );
        (
            state["ahead"].as_i64().unwrap(),
            state["stopped"].as_bool().unwrap(),
        )
    };
    let ahead = |seconds: i64| json!({ "kind": "ahead", "seconds": seconds });
    assert_eq!(go(ahead(35)), (35, false));
    assert_eq!(go(ahead(-120)), (-120, false));
    let (next, _) = go(json!({ "kind": "next" }));
    assert!((-120..=-90).contains(&next), "{next}");
    assert!(go(json!({ "kind": "stop" })).1);
    assert_eq!(go(json!({ "kind": "right" })), (0, false));
}

#[test]
fn faults_are_switched_on_and_off() {
    let shell = shell();
    start(&shell, "strict");
    let set = |fault: &str, on: bool| {
        let change = json!({ "site": "strict", "fault": fault, "on": on });
        shell.get("set_site_fault", change)["faults"].clone()
    };
    let all = [
        "late", "refuse", "drop", "replay", "lock", "unclear", "nameless", "spaced",
    ];
    for (count, fault) in all.iter().enumerate() {
        assert_eq!(set(fault, true), json!(all[..=count]));
    }
    assert_eq!(set("late", false), json!(all[1..]));
    let site = json!({ "site": "strict" });
    let cleared = shell.get("clear_site_faults", site.clone());
    assert_eq!(cleared["faults"], json!([]));
    set("replay", true);
    assert_eq!(shell.get("reset_site", site)["faults"], json!([]));
    let unknown = json!({ "site": "strict", "fault": "weather", "on": true });
    assert_eq!(
        shell.refused("set_site_fault", unknown),
        "desktop-bad-request"
    );
}

#[test]
fn rules_are_changed_and_those_that_cannot_be_are_refused() {
    let shell = shell();
    let mut visitor = start(&shell, "rocketchat");
    let site = json!({ "site": "rocketchat" });
    let first = json!({ "digits": 6, "period": 30, "window": [-1, 1] });
    assert_eq!(shell.get("site_state", site.clone())["rules"], first);
    let set = |rules: &Value| json!({ "site": "rocketchat", "rules": rules });
    let other = json!({ "digits": 7, "period": 60, "window": [-2, 2] });
    assert_eq!(shell.get("set_site_rules", set(&other))["rules"], other);
    told(&shell, "rules.changed");
    // There, eight characters are a backup code.
    let eight = json!({ "digits": 8, "period": 30, "window": [0, 0] });
    assert_eq!(
        shell.refused("set_site_rules", set(&eight)),
        "desktop-lab-refused"
    );
    assert_eq!(shell.get("reset_site", site)["rules"], other);
    visitor.open("/login");
    assert!(visitor.page.starts_with("HTTP/1.1 200"));
}

#[test]
fn the_log_is_saved_without_keys() {
    let shell = shell();
    let site = json!({ "site": "bytebase" });
    let mut visitor = start(&shell, "bytebase");
    visitor.begin_to_enroll();
    told(&shell, "factor.pending");
    assert_eq!(shell.get("save_site_log", site.clone()), json!(false));

    let file = shell.folder.path().join("log.txt");
    *shell.world.target.lock().unwrap() = Some(file.clone());
    assert_eq!(shell.get("save_site_log", site.clone()), json!(true));
    let saved = std::fs::read_to_string(&file).unwrap();
    let last = saved.lines().last().unwrap();
    assert!(
        last.ends_with("  Note     Showed a QR code and key to alice@demo.test"),
        "{saved}"
    );
    let added = shell.get("add_site_account", site.clone());
    let reveal = json!({ "id": added["ids"][0], "password": PASSWORD });
    let key = shell.get("reveal_key", reveal)["key"].clone();
    let key = key.as_str().unwrap().replace(' ', "");
    assert!(!saved.contains(&key[..8]), "{saved}");

    *shell.world.target.lock().unwrap() = Some(shell.folder.path().join("none/log.txt"));
    assert_eq!(shell.refused("save_site_log", site), "desktop-cannot-save");
}

#[test]
fn a_profile_of_ones_own_is_chosen_and_a_bad_one_says_why() {
    let shell = shell();
    let own = json!({ "site": "own" });
    // The person changes their mind.
    let sites = shell.get("start_site", own.clone());
    assert_eq!(
        sites.as_array().unwrap().last().unwrap()["address"],
        Value::Null
    );

    let bad = shell.file("bad.toml", b"digits = 6\n");
    *shell.world.picks.lock().unwrap() = Some(vec![bad]);
    let error = shell.call("start_site", own.clone()).unwrap_err();
    assert_eq!(error["id"], "desktop-lab-not-started");
    assert!(!error["params"]["reason"].as_str().unwrap().is_empty());

    let made = std::process::Command::new(keytick())
        .args(["sim", "profile", "new", "my-site", "--from", "strict", "-o"])
        .arg(shell.folder.path().join("my-site.toml"))
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    let good = shell.folder.path().join("my-site.toml");
    *shell.world.picks.lock().unwrap() = Some(vec![good]);
    let sites = shell.get("start_site", own);
    let site = sites.as_array().unwrap().last().unwrap();
    assert_eq!(site["file"], "my-site.toml");
    assert!(site["address"].is_string());
}
