//! The login-flow simulator as a process of its own: how soon it is ready, what a world takes,
//! how many logins with a code it serves, how long a snapshot takes. Everything is asked over HTTP,
//! as a test would; beside each figure stands what it is to be.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::commands::built;
use crate::table::{median, milliseconds, row};

const STARTS: usize = 15;
const WORLDS: usize = 100;
const SNAPSHOTS: usize = 100;
const CLIENTS: usize = 2;
const LOAD: Duration = Duration::from_secs(60);

// A frozen clock, and the code that this key has then (RFC 6238, appendix B).
const NOW: &str = "2005-03-18T01:58:00Z";
const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const CODE: &str = "081804";

/// Prints the time to the ready line, the memory of a world, logins a second, and the times of
/// snapshots.
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
    timed("start to the ready line", starts, "under 100 ms");
    let Some(site) = Site::start() else { return };
    worlds(&site);
    logins(&site);
    snapshots(&site);
}

fn timed(name: &str, times: Vec<Duration>, wanted: &str) {
    let count = times.len();
    let worst = times.iter().max().copied().unwrap_or_default();
    let remark = format!("{wanted}; worst of {count}: {}", milliseconds(worst));
    row(name, &milliseconds(median(times)), &remark);
}

fn worlds(site: &Site) {
    let before = site.memory();
    for number in 0..WORLDS {
        let world = json!({
            "id": format!("w{number}"), "profile": "bytebase",
            "clock": { "mode": "frozen", "now": NOW },
        });
        site.tell("/worlds", &world);
    }
    match (before, site.memory()) {
        (Some(before), Some(after)) => {
            let each = after.saturating_sub(before) / WORLDS as u64;
            let remark = format!(
                "under 64 KiB; {WORLDS} of them, {} MiB in all",
                after / 1024
            );
            row("memory of an idle world", &format!("{each} KiB"), &remark);
        }
        _ => row("memory of an idle world", "not run", "only on Linux"),
    }
    for number in 0..WORLDS {
        let eve = json!({ "name": "eve@demo.test", "factor": { "state": "on", "secret": KEY } });
        site.tell(&format!("/worlds/w{number}/users"), &eve);
    }
}

/// Of a world in which people have logged in for a while.
fn snapshots(site: &Site) {
    let (mut kept, mut restored) = (Vec::new(), Vec::new());
    for _ in 0..SNAPSHOTS {
        let began = Instant::now();
        site.send("PUT", "/worlds/w0/snapshots/bench", &json!({}));
        kept.push(began.elapsed());
        let began = Instant::now();
        site.tell("/worlds/w0/snapshots/bench/restore", &json!({}));
        restored.push(began.elapsed());
    }
    timed("snapshot of a world", kept, "under 5 ms");
    timed("restoring a world", restored, "under 5 ms");
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
    let remark = format!(
        "200 or more, none failed; {CLIENTS} clients in {WORLDS} worlds, {} s, {failed} failed",
        LOAD.as_secs()
    );
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
    agent: ureq::Agent,
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
        let agent = ureq::Agent::new_with_defaults();
        Some(Self {
            process,
            ready,
            agent,
        })
    }

    fn memory(&self) -> Option<u64> {
        let path = format!("/proc/{}/status", self.process.id());
        let status = std::fs::read_to_string(path).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        line.split_whitespace().nth(1)?.parse().ok()
    }

    fn tell(&self, path: &str, body: &Value) {
        self.send("POST", path, body);
    }

    fn send(&self, method: &str, path: &str, body: &Value) {
        let address = format!("{}{path}", self.ready["api"].as_str().unwrap_or_default());
        let token = self.ready["token"].as_str().unwrap_or_default();
        let request = match method {
            "PUT" => self.agent.put(&address),
            _ => self.agent.post(&address),
        };
        let sent = request
            .header("authorization", format!("Bearer {token}"))
            .send_json(body);
        // The rest is read, so that the connection serves the next request.
        let read = sent.and_then(|mut answer| answer.body_mut().read_to_vec());
        if let Err(error) = read {
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
