//! The login-flow simulator as a process of its own: how soon it is ready, what a world takes,
//! how many logins with a code it serves.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::commands::built;
use crate::table::{median, milliseconds, row};

const STARTS: usize = 15;
const WORLDS: usize = 100;
const CLIENTS: usize = 2;
const LOAD: Duration = Duration::from_secs(60);

// A frozen clock, and the code that this key has then (RFC 6238, appendix B).
const NOW: &str = "2005-03-18T01:58:00Z";
const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const CODE: &str = "081804";

/// Prints the time to the ready line, the memory of a world, and logins a second.
pub fn measure() {
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let began = Instant::now();
        let Some(_site) = Site::start() else {
            row("sim serve", "not run", "keytick did not start");
            return;
        };
        starts.push(began.elapsed());
    }
    row("start to the ready line", &milliseconds(median(starts)), "");
    let Some(site) = Site::start() else { return };
    worlds(&site);
    logins(&site);
}

fn worlds(site: &Site) {
    let before = site.memory();
    for number in 0..WORLDS {
        let world = json!({
            "id": format!("w{number}"), "profile": "bytebase",
            "clock": { "mode": "frozen", "now": NOW },
        });
        let eve = json!({ "name": "eve@demo.test", "factor": { "state": "on", "secret": KEY } });
        site.tell("/worlds", &world);
        site.tell(&format!("/worlds/w{number}/users"), &eve);
    }
    let (Some(before), Some(after)) = (before, site.memory()) else {
        row("memory of a world", "not run", "only on Linux");
        return;
    };
    let each = after.saturating_sub(before) / WORLDS as u64;
    let remark = format!("{WORLDS} of them; {} MiB in all", after / 1024);
    row("memory of a world", &format!("{each} KiB"), &remark);
}

fn logins(site: &Site) {
    let counts: Vec<(u32, u32)> = thread::scope(|threads| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|client| threads.spawn(move || site.log_in_for(LOAD, client)))
            .collect();
        let joined = clients.into_iter().map(thread::ScopedJoinHandle::join);
        joined.filter_map(Result::ok).collect()
    });
    let (done, failed) = counts
        .iter()
        .fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    let rate = f64::from(done) / LOAD.as_secs_f64();
    let remark = format!("{CLIENTS} clients, {} s, {failed} failed", LOAD.as_secs());
    row(
        "logins with a code a second",
        &format!("{rate:.0}"),
        &remark,
    );
}

/// A simulator that ends with this.
struct Site {
    process: Child,
    ready: Value,
}

impl Site {
    fn start() -> Option<Self> {
        let mut process = Command::new(built("keytick"))
            .args(["sim", "serve", "--profile", "bytebase", "--port", "0"])
            .args(["--json", "--until-stdin-closes"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut lines = BufReader::new(process.stdout.take()?);
        let mut line = String::new();
        lines.read_line(&mut line).ok()?;
        // Events are read, or the server would wait for its reader.
        thread::spawn(move || lines.lines().map_while(Result::ok).count());
        let ready = serde_json::from_str(&line).ok()?;
        Some(Self { process, ready })
    }

    fn memory(&self) -> Option<u64> {
        let path = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(path).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    }

    fn tell(&self, path: &str, body: &Value) {
        let address = format!("{}{path}", self.ready["api"].as_str().unwrap_or_default());
        let token = self.ready["token"].as_str().unwrap_or_default();
        let sent = ureq::post(&address)
            .header("authorization", format!("Bearer {token}"))
            .send_json(body);
        if let Err(error) = sent {
            row(path, "failed", &error.to_string());
        }
    }

    /// Logs in again and again; how often it worked, and how often not.
    fn log_in_for(&self, time: Duration, client: usize) -> (u32, u32) {
        let agent = ureq::Agent::new_with_defaults();
        let began = Instant::now();
        let (mut done, mut failed) = (0, 0);
        for turn in 0.. {
            if began.elapsed() >= time {
                break;
            }
            let world = (turn * CLIENTS + client) % WORLDS;
            match self.log_in(&agent, world) {
                Some(()) => done += 1,
                None => failed += 1,
            }
        }
        (done, failed)
    }

    fn log_in(&self, agent: &ureq::Agent, world: usize) -> Option<()> {
        let url = self.ready["url"].as_str()?;
        let api = url.replace("/w/demo", &format!("/w/w{world}/api"));
        let post = |path: &str, body: Value| -> Option<Value> {
            let mut answer = agent.post(format!("{api}{path}")).send_json(body).ok()?;
            answer.body_mut().read_json().ok()
        };
        let name = json!({ "identifier": "eve@demo.test", "password": "demo" });
        let due = post("/login", name)?;
        let code = json!({ "challenge": due["challenge"], "code": CODE });
        post("/login/code", code)?["session"].as_str().map(|_| ())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
