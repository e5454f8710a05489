//! `keytick sim serve --data` that is killed while it writes.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::ChildStdout;
use std::sync::mpsc;
use std::thread;

use serde_json::{Value, json};

use crate::keytick::Keytick;
use crate::sim_http::{Client, Server};

/// How often it is killed, after how many answers each time, and who writes meanwhile.
const KILLS: usize = 3;
const ANSWERS: usize = 25;
const CLIENTS: usize = 4;

#[test]
fn whatever_was_answered_or_printed_outlives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let (mut people, mut events) = (BTreeSet::new(), BTreeSet::new());
    for round in 0..KILLS {
        let mut server = serve(folder.path());
        all_there(&server, &people, &events);
        people.append(&mut written_until_killed(&mut server, round));
        events.append(&mut printed(&mut server.lines));
    }
    assert!(people.len() >= KILLS * ANSWERS, "{}", people.len());
    all_there(&serve(folder.path()), &people, &events);
}

fn serve(folder: &Path) -> Server {
    let serve = [
        "sim",
        "serve",
        "--profile=strict",
        "--json",
        "--data=lab.db",
    ];
    let serve = Keytick::new().args(serve).args(["--until-stdin-closes"]);
    Server::start(serve.in_folder(folder))
}

/// Adds people from several sides at once and kills the server in the middle; those that it
/// said were added.
fn written_until_killed(server: &mut Server, round: usize) -> BTreeSet<String> {
    let (answered, answers) = mpsc::channel();
    let writers: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let (answered, server) = (answered.clone(), server.client());
            thread::spawn(move || {
                let names = (0..).map(|number| format!("p{round}-{client}-{number}@demo.test"));
                for name in names {
                    // Where nobody answers any more, it was killed.
                    if !add(&server, &name) || answered.send(name).is_err() {
                        return;
                    }
                }
            })
        })
        .collect();
    drop(answered);
    let mut people: BTreeSet<String> = answers.iter().take(ANSWERS).collect();
    server.child.kill().unwrap();
    people.extend(answers);
    for writer in writers {
        writer.join().unwrap();
    }
    people
}

fn add(server: &Client, name: &str) -> bool {
    let path = "/__sim/v1/worlds/demo/users";
    let body = json!({ "name": name }).to_string();
    let sent = server.send("POST", path, "application/json", body.as_bytes());
    sent.is_ok_and(|answer| answer.status == 201)
}

/// The numbers of the events that it printed before its end.
fn printed(lines: &mut BufReader<ChildStdout>) -> BTreeSet<u64> {
    let events = lines.lines().map_while(Result::ok);
    // The last line may be half of one.
    let events = events.filter_map(|line| serde_json::from_str::<Value>(&line).ok());
    events.filter_map(|event| event["seq"].as_u64()).collect()
}

/// Everything that was said to be done is there, and the log has no gap.
fn all_there(server: &Server, people: &BTreeSet<String>, events: &BTreeSet<u64>) {
    let ask = |path: &str| {
        let path = format!("/__sim/v1/worlds/demo/{path}");
        server.json("GET", &path, &Value::Null).json
    };
    let there = ask("users");
    let there: BTreeSet<&str> = there
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|person| person["name"].as_str())
        .collect();
    let lost: Vec<_> = people
        .iter()
        .filter(|name| !there.contains(&***name))
        .collect();
    assert_eq!(lost, Vec::<&String>::new());

    let log = ask("events?since=0");
    let log = log["events"].as_array().unwrap();
    let numbers: Vec<u64> = log
        .iter()
        .filter_map(|event| event["seq"].as_u64())
        .collect();
    let all: Vec<u64> = (1..).take(numbers.len()).collect();
    assert_eq!(numbers, all);
    let last = events.last().copied().unwrap_or_default();
    assert!(
        all.len() as u64 >= last,
        "{last} was printed, {} are there",
        all.len()
    );
}
