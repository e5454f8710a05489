//! The tables of faults and events in `docs/simulator.md` are those of the code.

use std::fs;
use std::path::Path;

use keytick_simulator::world::{EVENT_TYPES, FAULT_KINDS};

#[test]
fn every_fault_and_every_event_is_told() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/simulator.md");
    let written = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let wanted = with_table(
        &with_table(&written, "faults", &faults()),
        "events",
        &events(),
    );
    if std::env::var_os("KEYTICK_UPDATE").is_some() {
        fs::write(&path, &wanted).unwrap();
    } else {
        assert!(
            written == wanted,
            "docs/simulator.md is out of date: run `cargo xtask docs`"
        );
    }
}

fn faults() -> String {
    let rows = FAULT_KINDS.iter().map(|(kind, params, about)| {
        let params = match *params {
            "" => String::new(),
            params => format!("`{}`", params.replace(", ", "`, `")),
        };
        format!("| `{kind}` | {params} | {about} |\n")
    });
    let rows: String = rows.collect();
    format!("| kind | params | what happens |\n|---|---|---|\n{rows}")
}

fn events() -> String {
    let rows = EVENT_TYPES
        .iter()
        .map(|(kind, about)| format!("| `{kind}` | {about} |\n"));
    let rows: String = rows.collect();
    format!("| type | what happened |\n|---|---|\n{rows}")
}

/// `text` with `table` between the marks of this name.
fn with_table(text: &str, name: &str, table: &str) -> String {
    let (before, rest) = text.split_once(&format!("<!-- {name}:")).unwrap();
    let (mark, rest) = rest.split_once("-->\n").unwrap();
    let end = format!("<!-- /{name} -->");
    let (_, after) = rest.split_once(&end).unwrap();
    format!("{before}<!-- {name}:{mark}-->\n{table}{end}{after}")
}
