//! Faults in the frame: magic, lengths, trailer, version.

use serde_json::json;

use super::{Vectors, base};
use crate::writer::make_trailer_good;

pub fn add(vectors: &mut Vectors) {
    magic(vectors);
    lengths(vectors);
    trailer(vectors);
    version(vectors);
}

fn magic(vectors: &mut Vectors) {
    let whole = base().bytes();
    for at in 0..8 {
        vectors.writer("magic", format!("byte {at} of the magic changed"), |w| {
            w.magic[at] ^= 0x20
        });
    }
    let text_mode: Vec<u8> = whole
        .iter()
        .copied()
        .filter(|byte| *byte != b'\r')
        .collect();
    let as_utf8 = [b"\xef\xbf\xbd", &whole[1..]].concat();
    for (name, bytes) in [
        ("carriage returns lost", text_mode),
        ("read as UTF-8 and written again", as_utf8),
        (
            "the eighth bit lost",
            whole.iter().map(|byte| byte & 0x7f).collect(),
        ),
        ("one byte before it", [b"\0", whole.as_slice()].concat()),
        ("one byte lost before it", whole[1..].to_vec()),
        (
            "a byte order mark before it",
            [b"\xef\xbb\xbf", whole.as_slice()].concat(),
        ),
        (
            "a sealed file",
            [b"\x89KTS\r\n\x1a\n", &whole[8..]].concat(),
        ),
        (
            "a picture",
            b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01".to_vec(),
        ),
        (
            "JSON",
            b"{\"version\":1,\"header\":{\"slots\":[]},\"db\":\"\"}".to_vec(),
        ),
        ("a word", b"hello".to_vec()),
        ("one other byte", b"\x88".to_vec()),
        ("a line end", b"\n".to_vec()),
        ("zeros", vec![0; 64]),
    ] {
        vectors.bytes("magic", name, bytes);
    }
}

fn lengths(vectors: &mut Vectors) {
    let whole = base().bytes();
    let header_end = 24 + base().header.to_string().len();
    for length in [
        0,
        1,
        7,
        8,
        12,
        23,
        24,
        25,
        header_end,
        header_end + 32,
        whole.len() - 32,
    ] {
        vectors.bytes("length", format!("cut to {length} bytes"), &whole[..length]);
    }
    vectors.bytes("length", "the last byte lost", &whole[..whole.len() - 1]);
    for (name, more) in [
        ("a zero follows", vec![0]),
        ("a line end follows", b"\n".to_vec()),
        ("a trailer follows", vec![7; 32]),
        ("the same file follows", whole.clone()),
    ] {
        vectors.bytes("length", name, [whole.as_slice(), &more].concat());
    }
    for header in [0, 1, 65_536, 65_537, 1 << 24, 1 << 31, u32::MAX] {
        let mut bytes = whole.clone();
        bytes[12..16].copy_from_slice(&header.to_be_bytes());
        make_trailer_good(&mut bytes);
        vectors.bytes("length", format!("a header of {header} bytes"), bytes);
    }
    const LIMIT: u64 = 32 << 20;
    for payload in [
        0,
        1,
        4_111,
        4_113,
        LIMIT,
        LIMIT + 1,
        1 << 32,
        1 << 63,
        u64::MAX,
    ] {
        let mut bytes = whole.clone();
        bytes[16..24].copy_from_slice(&payload.to_be_bytes());
        make_trailer_good(&mut bytes);
        vectors.bytes("length", format!("a payload of {payload} bytes"), bytes);
    }
    vectors.writer("length", "the header one byte longer", |w| {
        w.length_lies.0 = 1
    });
    vectors.writer("length", "the header one byte shorter", |w| {
        w.length_lies.0 = -1
    });
    // The file's size is right, and the border lies elsewhere.
    vectors.writer("header", "the header one byte into its MAC", |w| {
        w.length_lies = (1, -1)
    });
    vectors.writer("header", "the header one byte too short", |w| {
        w.length_lies = (-1, 1)
    });
}

fn trailer(vectors: &mut Vectors) {
    let whole = base().bytes();
    let (end, header_end) = (whole.len(), 24 + base().header.to_string().len());
    for (name, at) in [
        ("the first byte of the trailer", end - 32),
        ("the last byte of the trailer", end - 1),
        ("the major version", 9),
        ("the minor version", 11),
        ("the header's first byte", 24),
        ("the header's last byte", header_end - 1),
        ("the header's MAC", header_end),
        ("the payload's first byte", header_end + 32),
        ("the payload's tag", end - 33),
    ] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        vectors.bytes("trailer", format!("a bit flipped in {name}"), bytes);
    }
    let mut zeros = whole.clone();
    zeros[end - 32..].fill(0);
    vectors.bytes("trailer", "a trailer of zeros", zeros);
    let mut lost = whole.clone();
    lost[4_096..].fill(0);
    vectors.bytes("trailer", "all but the first 4 KiB lost", lost);
    let mut reversed = whole.clone();
    reversed[end - 32..].reverse();
    vectors.bytes("trailer", "the trailer backwards", reversed);
    // The frame is read first, also of a later version.
    let mut newer = base();
    newer.version = (2, 0);
    let mut newer = newer.bytes();
    newer[end - 1] ^= 1;
    vectors.bytes("trailer", "a later version and a bad trailer", newer);
}

fn version(vectors: &mut Vectors) {
    for version in [
        (0, 0),
        (0, 1),
        (2, 0),
        (2, 1),
        (3, 0),
        (255, 0),
        (256, 0),
        (u16::MAX, u16::MAX),
    ] {
        let name = format!("version {}.{}", version.0, version.1);
        vectors.writer("version", name, |w| w.version = version);
    }
    vectors.writer("version", "a later version whose header is no JSON", |w| {
        w.version = (2, 0);
        w.header_text = Some(b"\xa1\x62id\x01".to_vec());
    });
    for (name, crit) in [
        ("crit names one unknown field", json!(["colour"])),
        (
            "crit names an unknown field among known ones",
            json!(["slots", "colour", "nonce"]),
        ),
        ("crit names a field in other letter case", json!(["Slots"])),
        ("crit names the empty field", json!([""])),
        ("crit names a field with a space", json!(["slots "])),
    ] {
        vectors.header("version", name, |header| header["crit"] = crit);
    }
    vectors.header(
        "version",
        "crit names an unknown field, and a field is missing",
        |header| {
            header["crit"] = json!(["colour"]);
            header.as_object_mut().unwrap().remove("writer");
        },
    );
}
