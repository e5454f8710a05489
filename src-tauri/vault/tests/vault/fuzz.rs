//! The corpora of the fuzz targets, replayed and changed by chance on every run.

use std::path::{Path, PathBuf};

use keytick_vault::fuzzing;

use crate::vectors;

#[path = "../../../../tests/fuzz/replay.rs"]
mod replay;

fn corpus(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fuzz/corpus")
        .join(target)
}

#[test]
fn any_header_is_read_or_refused() {
    assert!(replay::replay(&corpus("header"), 1, fuzzing::header) >= 40);
}

#[test]
fn any_header_and_plain_text_open_or_are_refused() {
    assert!(replay::replay(&corpus("open"), 1, fuzzing::open) >= 20);
}

#[test]
fn any_name_is_of_a_copy_a_backup_or_neither() {
    assert!(replay::replay(&corpus("names"), 1, fuzzing::names) >= 40);
}

/// `KEYTICK_UPDATE=1` writes the seeds: headers of the vectors that lead far.
#[test]
fn the_seeds_are_headers() {
    if std::env::var_os("KEYTICK_UPDATE").is_none() {
        return;
    }
    for (number, vector) in vectors::all().iter().enumerate() {
        let far = ["ok", "header", "slot", "version"].contains(&vector.class.as_str());
        let Some(length) = vector.bytes.get(12..16).filter(|_| far) else {
            continue;
        };
        let length = u32::from_be_bytes(length.try_into().unwrap()) as usize;
        let Some(header) = vector
            .bytes
            .get(24..24 + length)
            .filter(|text| text.len() < 3_000)
        else {
            continue;
        };
        if number % 7 == 0 || vector.class == "ok" {
            let name = format!("seed-{number}");
            std::fs::write(corpus("header").join(&name), header).unwrap();
            let plain = b"\0\0\0\0\x0c{\"schema\":1}";
            let mut plain = plain.to_vec();
            plain.resize(4_097, 0);
            let both = [header, &plain].concat();
            if vector.class == "ok" {
                std::fs::write(corpus("open").join(&name), both).unwrap();
            }
        }
    }
}
