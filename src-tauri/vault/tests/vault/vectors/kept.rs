//! The file that keeps the vectors: each as pieces of the first one and what is new.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use serde_json::{Value, json};

use super::Vector;

/// The shortest piece of the first vector that is pointed at.
const PIECE: usize = 24;

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/vaults/faults.json")
}

pub fn write(vectors: &[Vector]) {
    let base = &vectors[0].bytes;
    let lines: Vec<String> = vectors
        .iter()
        .enumerate()
        .map(|(index, vector)| {
            let from: &[u8] = if index == 0 { &[] } else { base };
            let line = json!({
                "name": vector.name,
                "class": vector.class,
                "slot": vector.slot,
                "secret": vector.secret,
                "bytes": pieces(from, &vector.bytes),
            });
            line.to_string()
        })
        .collect();
    // One vector a line, so that a change shows as one.
    std::fs::write(path(), format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
}

pub fn read() -> Vec<Vector> {
    let Ok(text) = std::fs::read(path()) else {
        return Vec::new();
    };
    let list: Vec<Value> = serde_json::from_slice(&text).unwrap();
    let mut vectors: Vec<Vector> = Vec::new();
    for entry in list {
        let text = |name: &str| entry[name].as_str().unwrap().to_owned();
        let base = vectors.first().map_or(&[][..], |first| &first.bytes);
        let pieces = entry["bytes"].as_array().unwrap();
        let bytes = pieces.iter().flat_map(|piece| piece_bytes(base, piece));
        vectors.push(Vector {
            name: text("name"),
            class: text("class"),
            slot: if entry["slot"] == "recovery" {
                "recovery"
            } else {
                "password"
            },
            secret: text("secret"),
            bytes: bytes.collect(),
        });
    }
    vectors
}

fn piece_bytes(base: &[u8], piece: &Value) -> Vec<u8> {
    if let Some(new) = piece.as_str() {
        return HEXLOWER.decode(new.as_bytes()).unwrap();
    }
    let number = |index: usize| usize::try_from(piece[index].as_u64().unwrap()).unwrap();
    base[number(0)..number(0) + number(1)].to_vec()
}

/// `bytes` as `[start, length]` in `base` and new bytes in hexadecimal.
fn pieces(base: &[u8], bytes: &[u8]) -> Vec<Value> {
    let mut places = HashMap::new();
    for (place, window) in base.windows(PIECE).enumerate() {
        places.entry(window).or_insert(place);
    }
    let (mut pieces, mut new, mut at) = (Vec::new(), Vec::new(), 0);
    while at < bytes.len() {
        let window = bytes.get(at..at + PIECE);
        let Some(start) = window.and_then(|window| places.get(window)) else {
            new.push(bytes[at]);
            at += 1;
            continue;
        };
        let same = base[*start..].iter().zip(&bytes[at..]);
        let length = same.take_while(|(ours, theirs)| ours == theirs).count();
        if !new.is_empty() {
            pieces.push(json!(HEXLOWER.encode(&std::mem::take(&mut new))));
        }
        pieces.push(json!([start, length]));
        at += length;
    }
    if !new.is_empty() || pieces.is_empty() {
        pieces.push(json!(HEXLOWER.encode(&new)));
    }
    pieces
}
