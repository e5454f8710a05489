//! `keytick formats`, and the page that is made from the same table.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::keytick::Keytick;

#[test]
fn lists_what_is_read_and_written() {
    let answer = Keytick::new().args(["formats", "--json"]).run().succeeds();
    let answer = answer.json();
    let formats = answer["formats"].as_array().unwrap();
    let aegis = formats.iter().find(|format| format["id"] == "aegis");
    let mut aegis = aegis.unwrap().clone();
    assert!(aegis["help"].as_str().unwrap().contains("Aegis"));
    aegis.as_object_mut().unwrap().remove("help");
    assert_eq!(
        aegis,
        json!({
            "id": "aegis",
            "name": "Aegis",
            "extensions": ["json"],
            "reads": true,
            "reads_encrypted": true,
            "writes": true,
            "writes_encrypted": true,
            "writes_plain": true,
        })
    );
    let able = |id: &str, what: &str| {
        let format = formats.iter().find(|format| format["id"] == id);
        format.unwrap()[what] == true
    };
    assert!(able("bitwarden", "reads_encrypted"));
    assert!(able("google-migration", "writes"));
    assert!(!able("google-migration", "writes_encrypted"));
    assert!(!able("duo", "writes"));
}

#[test]
fn what_is_only_written_locked_says_so() {
    let table = Keytick::new().args(["formats"]).run().succeeds().0;
    for id in ["keytick", "stratum", "keepass"] {
        let start = format!("{id} ");
        let row = table.lines().find(|line| line.starts_with(&start));
        assert!(row.unwrap().ends_with("  locked only"), "{row:?}");
    }
}

#[test]
fn the_page_of_formats_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats.md");
    let wanted = keytick_cli::formats_reference();
    if std::env::var_os("KEYTICK_UPDATE").is_some() {
        fs::write(&path, &wanted).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written.replace("\r\n", "\n") == wanted,
        "docs/formats.md is out of date: run `cargo xtask docs`"
    );
}
