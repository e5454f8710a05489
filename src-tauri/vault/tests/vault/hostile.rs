//! Files made to cost much: numbers for the key derivation, depth, lengths that promise more
//! than there is. All are refused by [`LockedVault::open`], before any secret is asked for, in
//! a process that may take 64 MiB more than one that opens nothing.

use std::fs::File;
use std::path::Path;
use std::process::Command;

use keytick_vault::LockedVault;
use serde_json::{Value, json};

use crate::support::folder;
use crate::vectors::base;
use crate::writer::{Writer, make_trailer_good};

/// What a refusal may take.
const LIMIT_KIB: u64 = 64 << 10;
/// Names the folder of the files to the process that opens them.
const FOLDER: &str = "KEYTICK_HOSTILE";
/// The child's test.
const OPENS: &str = "opens_what_it_is_told";

/// Files by name, which begins with the class of the check that refuses them.
struct Hostile<'a>(&'a Path);

impl Hostile<'_> {
    fn bytes(&self, class: &str, name: &str, bytes: &[u8]) {
        let path = self.0.join(format!("{class} {name}"));
        assert!(!path.exists(), "{name}");
        std::fs::write(path, bytes).unwrap();
    }

    fn writer(&self, class: &str, name: &str, change: impl FnOnce(&mut Writer)) {
        let mut writer = base();
        change(&mut writer);
        self.bytes(class, name, &writer.bytes());
    }

    fn header(&self, class: &str, name: &str, change: impl FnOnce(&mut Value)) {
        self.writer(class, name, |writer| change(&mut writer.header));
    }

    /// A header with `field` before the others.
    fn field(&self, class: &str, name: &str, field: &str) {
        let text = base().header.to_string();
        let text = text.replacen('{', &format!("{{{field},"), 1);
        assert!(text.len() <= 65_536, "{name}");
        self.writer(class, name, |writer| writer.header_text = Some(text.into()));
    }

    /// A file of any size that takes no place on the disk.
    fn sparse(&self, class: &str, name: &str, start: &[u8], size: u64) {
        self.bytes(class, name, start);
        let path = self.0.join(format!("{class} {name}"));
        File::options()
            .write(true)
            .open(path)
            .unwrap()
            .set_len(size)
            .unwrap();
    }
}

fn key_derivations(hostile: &Hostile) {
    let text = base().header.to_string();
    let over = [
        "-1",
        "4294967295",
        "4294967296",
        "9007199254740992",
        "18446744073709551615",
        "1e9",
        "1e300",
        "19456.5",
        "true",
        "null",
        "[]",
        "\"19456\"",
        "100000000000000000000000000000",
    ];
    for (field, right, beyond) in [
        ("m", "19456", ["0", "1", "19455", "2097153"]),
        ("t", "1", ["0", "33", "64", "1000000"]),
        ("p", "1", ["0", "17", "64", "16777216"]),
    ] {
        for number in over.iter().chain(&beyond) {
            let right = format!("\"{field}\":{right}");
            let changed = text.replacen(&right, &format!("\"{field}\":{number}"), 1);
            let name = format!("{field} is {}", number.replace('"', "'"));
            hostile.writer("slot", &name, |w| w.header_text = Some(changed.into()));
        }
        let right = format!("\"{field}\":{right}");
        let changed = text.replacen(&right, &format!("\"{field}\":1e999"), 1);
        hostile.writer("header", &format!("{field} is 1e999"), |w| {
            w.header_text = Some(changed.into());
        });
        let changed = text.replacen(&right, &format!("{right},{right}"), 1);
        hostile.writer("header", &format!("{field} twice"), |w| {
            w.header_text = Some(changed.into());
        });
    }
    for (memory, passes) in [(2_097_152, 5), (2_097_152, 32), (262_145, 32)] {
        hostile.header("slot", &format!("{memory} KiB {passes} times"), |header| {
            header["slots"][1]["kdf"]["m"] = json!(memory);
            header["slots"][1]["kdf"]["t"] = json!(passes);
        });
    }
    // Within the limits nothing is taken before there is a password to try.
    hostile.header("ok", "2 GiB, for whoever has the password", |header| {
        header["slots"][1]["kdf"]["m"] = json!(2_097_152);
    });
}

fn headers(hostile: &Hostile) {
    let fill = |opening: &str| opening.repeat(65_536 / opening.len());
    for (name, text) in [
        ("depth of arrays", fill("[")),
        ("depth of objects", fill("{\"a\":")),
        ("white space", fill(" ")),
        ("quotes", fill("\"")),
        ("escapes", format!("\"{}", "\\u0041".repeat(10_000))),
        ("a number of 64 KiB", fill("9")),
        ("an exponent of 64 KiB", format!("1e{}", "9".repeat(65_000))),
        ("minus signs", fill("-")),
        ("commas", fill(",")),
        ("nothing but NUL", fill("\0")),
    ] {
        hostile.writer("header", name, |w| w.header_text = Some(text.into()));
    }
    // One byte over the limit, all of it there.
    let longer = base().header.to_string();
    let longer = format!("{longer}{}", " ".repeat(65_537 - longer.len()));
    hostile.writer("ok", "the longest header", |w| {
        w.header_text = Some(longer[..65_536].into());
    });
    hostile.writer("length", "a header of 65,537 bytes", |w| {
        w.header_text = Some(longer.into());
    });
    let many = |one: &str, count: usize| vec![one; count].join(",");
    hostile.field("header", "one name 9,000 times", &many("\"a\":1", 9_000));
    hostile.field(
        "header",
        "depth within a field",
        &format!("\"a\":{}1{}", "[".repeat(30_000), "]".repeat(30_000)),
    );
    hostile.field(
        "header",
        "a fraction of 60,000 digits that is too large",
        &format!("\"a\":{}.0", "9".repeat(60_000)),
    );
    let distinct: Vec<String> = (0..5_000).map(|number| format!("\"{number}\":0")).collect();
    hostile.field("ok", "5,000 names", &distinct.join(","));
    hostile.field(
        "ok",
        "one name of 60,000 letters",
        &format!("\"{}\":0", "a".repeat(60_000)),
    );
    hostile.field(
        "ok",
        "an array of 30,000 numbers",
        &format!("\"a\":[{}]", many("1", 30_000)),
    );
    let slot = json!({"id": 3, "type": "smart-card"});
    for count in [9, 100, 2_000] {
        hostile.header("header", &format!("{count} slots"), |header| {
            header["slots"] = vec![slot.clone(); count].into();
        });
    }
    hostile.header("header", "900 parents", |header| {
        header["parents"] = vec!["ab".repeat(32); 900].into();
    });
    hostile.header("header", "a writer of 60,000 letters", |header| {
        header["writer"] = "x".repeat(60_000).into();
    });
    hostile.header("version", "crit of 10,000 names", |header| {
        header["crit"] = vec!["a"; 10_000].into();
    });
}

fn lengths(hostile: &Hostile) {
    let start = |header: u32, payload: u64| {
        let mut bytes = base().bytes();
        bytes[12..16].copy_from_slice(&header.to_be_bytes());
        bytes[16..24].copy_from_slice(&payload.to_be_bytes());
        bytes
    };
    for (name, header, payload) in [
        ("a header of 4 GiB", u32::MAX, 4_112),
        ("a payload of 16 EiB", 900, u64::MAX),
        ("a payload of 8 EiB", 900, 1 << 63),
        ("a payload of 32 MiB that is not there", 900, 32 << 20),
        ("both", u32::MAX, u64::MAX),
    ] {
        hostile.bytes("length", name, &start(header, payload));
    }
    let frame = 24 + 900 + 32 + 32;
    let with = |payload: u64| start(900, payload);
    hostile.sparse(
        "length",
        "33 MiB, all there",
        &with(33 << 20),
        frame + (33 << 20),
    );
    hostile.sparse(
        "length",
        "1 TiB, all there",
        &with(1 << 40),
        frame + (1 << 40),
    );
    hostile.sparse(
        "length",
        "1 TiB after a small vault",
        &base().bytes(),
        1 << 40,
    );
    hostile.sparse(
        "trailer",
        "the most that a vault may have",
        &with(32 << 20),
        frame + (32 << 20),
    );
    hostile.sparse("magic", "1 TiB of zeros", b"", 1 << 40);
    // The most that is hashed and then refused.
    let mut largest = with(32 << 20);
    largest.truncate(24);
    largest.resize(24 + 900 + 32 + (32 << 20) + 32, b'[');
    make_trailer_good(&mut largest);
    hostile.bytes("header", "the most that a vault may have, hashed", &largest);
}

/// The child's part: opens every file of the folder and says what came of it, then what it
/// took.
#[test]
fn opens_what_it_is_told() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        let class = LockedVault::open(&path).map_or_else(|error| error.class().unwrap(), |_| "ok");
        println!("{class}\t{}", path.file_name().unwrap().to_str().unwrap());
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    for line in status.lines().filter(|line| line.starts_with("Vm")) {
        println!("{line}");
    }
}

/// The control's part: takes twice what a refusal may.
#[test]
fn takes_what_it_is_told() {
    if std::env::var_os(FOLDER).is_some() {
        let mut taken = Vec::<u8>::new();
        let size = usize::try_from((2 * LIMIT_KIB) << 10).unwrap();
        println!("taken\t{}", taken.try_reserve_exact(size).is_ok());
    }
}

/// Runs the child, with an address space of `limit_kib` where there is a limit.
fn child(test: &str, folder: &Path, limit_kib: Option<u64>) -> String {
    let this = std::env::current_exe().unwrap();
    let mut command = match limit_kib {
        Some(limit) => {
            let mut shell = Command::new("sh");
            let script = format!("ulimit -v {limit} && exec \"$0\" \"$@\"");
            shell.args(["-c", &script]).arg(this);
            shell
        }
        None => Command::new(this),
    };
    let output = command
        .args(["--exact", &format!("hostile::{test}"), "--nocapture"])
        .env(FOLDER, folder)
        // An arena more or less is not the vault's doing.
        .env("MALLOC_ARENA_MAX", "1")
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// A number of KiB that the child's process says of itself, on Linux.
fn kib(said: &str, name: &str) -> Option<u64> {
    let line = said.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
fn a_hostile_file_takes_little_to_refuse() {
    let files = folder();
    let hostile = Hostile(files.path());
    key_derivations(&hostile);
    headers(&hostile);
    lengths(&hostile);
    let count = std::fs::read_dir(files.path()).unwrap().count();
    assert!(count >= 85, "{count}");

    let nothing = child(OPENS, folder().path(), None);
    let base_kib = kib(&nothing, "VmPeak:");
    let said = child(OPENS, files.path(), base_kib.map(|base| base + LIMIT_KIB));
    let named: Vec<(&str, &str)> = said
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .collect();
    assert_eq!(
        named
            .iter()
            .filter(|(class, _)| !class.starts_with("Vm"))
            .count(),
        count
    );
    for (class, name) in named {
        assert!(
            class.starts_with("Vm") || name.starts_with(&format!("{class} ")),
            "{class}: {name}"
        );
    }
    if let (Some(before), Some(after)) = (kib(&nothing, "VmHWM:"), kib(&said, "VmHWM:")) {
        println!(
            "{count} hostile files took {} KiB at most",
            after.saturating_sub(before)
        );
    }
}

/// `ulimit` is a Unix shell's.
#[cfg(unix)]
#[test]
fn the_limit_would_be_noticed() {
    let files = folder();
    let Some(base) = kib(&child(OPENS, files.path(), None), "VmPeak:") else {
        println!("not run: this system does not say what a process takes");
        return;
    };
    let control = |limit| child("takes_what_it_is_told", files.path(), limit);
    assert!(control(None).contains("taken\ttrue"));
    assert!(control(Some(base + LIMIT_KIB)).contains("taken\tfalse"));
}
