//! Small files of Ente Auth as its versions write them, and what each gives.

use super::{FORMAT, secretstream};
use crate::Error;
use crate::formats::testing::{account, check_lock, read, rows, skipped, written};

const TAG_0: &[u8] = include_bytes!("../../../fixtures/ente-tag-0.json");
const TAG_3: &[u8] = include_bytes!("../../../fixtures/ente-tag-3.json");

const DISPLAY: &str = r#"{"pinned":true,"trashed":false,"lastUsedAt":1700000000000000,
    "tapCount":3,"tags":["Work","a,b"],"note":"Call Ann","position":2,"iconSrc":"ente",
    "iconID":"github"}"#;

fn uri(display: &str) -> String {
    let display =
        percent_encoding::utf8_percent_encode(display, percent_encoding::NON_ALPHANUMERIC);
    format!("otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP&codeDisplay={display}")
}

const EXPECTED: &str = "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30";

#[test]
fn reads_what_stands_beside_the_key() {
    let as_json = serde_json::json!({"items": [{
        "rawData": "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP",
        "display": serde_json::from_str::<serde_json::Value>(DISPLAY).unwrap(),
    }]});
    for file in [uri(DISPLAY), as_json.to_string()] {
        let import = read(&FORMAT, file.as_bytes(), None).unwrap();
        assert_eq!(rows(&import), [EXPECTED]);
        let account = &import.accounts[0];
        assert_eq!((&*account.note, account.favourite), ("Call Ann", true));
        assert_eq!(account.tags, ["Work", "a,b"]);
        assert_eq!(account.icon.as_deref(), Some("github"));
        assert_eq!(account.order, Some(2));
        let used = account.usage.unwrap();
        assert_eq!((used.count, used.last), (3, 1_700_000_000));
    }
}

#[test]
fn reads_lines_in_quotes_and_lists_with_commas() {
    let one = uri("{}");
    for file in [
        format!("\u{feff}{one}\r\n\r\n{one}\r\n"),
        format!("{one},{one}"),
        format!("\"{one}\"\n\"{one}\"\n"),
    ] {
        let import = read(&FORMAT, file.as_bytes(), None).unwrap();
        assert_eq!(rows(&import), [EXPECTED, EXPECTED], "{file}");
        assert_eq!(import.accounts[0].order, None);
    }
}

#[test]
fn reads_the_spellings_of_old_exports() {
    let old = format!("{}&algorithm=Algorithm.sha256&digits=null", uri("{}"));
    let import = read(&FORMAT, old.as_bytes(), None).unwrap();
    assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA256|6|30"]);
}

#[test]
fn an_odd_entry_is_named_and_loses_no_other() {
    let file = format!(
        "{}\n{}\nhello\notpauth://totp/Acme:b?secret=1\n{}",
        uri("{}"),
        uri(r#"{"trashed":true}"#),
        uri("not JSON"),
    );
    let import = read(&FORMAT, file.as_bytes(), None).unwrap();
    assert_eq!(rows(&import), [EXPECTED, EXPECTED]);
    assert_eq!(
        skipped(&import),
        [
            "Acme (me): formats-in-trash",
            "line 3: formats-not-a-key",
            "Acme (b): otp-secret-character",
        ]
    );
}

#[test]
fn opens_what_was_locked_elsewhere_with_either_tag() {
    for file in [TAG_0, TAG_3] {
        check_lock(&FORMAT, file);
        let import = read(&FORMAT, file, Some("test")).unwrap();
        assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA256|8|60"]);
    }
}

/// A file that asks for 2 GiB is refused before anything is spent.
#[test]
fn too_much_memory_is_refused() {
    let file = std::str::from_utf8(TAG_3).unwrap();
    let greedy = file.replace("65536", "2147483648");
    let refused = read(&FORMAT, greedy.as_bytes(), Some("test")).err();
    let expected = Error::TooCostly {
        needs_mib: 2048,
        limit_mib: 1024,
    };
    assert_eq!(refused, Some(expected));
}

#[test]
fn a_secretstream_opens_what_was_sealed_and_nothing_else() {
    for length in [0, 1, 15, 16, 17, 64, 100] {
        let message = vec![7; length];
        let sealed = secretstream::seal(&[1; 32], &[2; 24], &message);
        assert_eq!(sealed.len(), length + 17);
        let open = |key, sealed: &[u8]| secretstream::open(&[key; 32], &[2; 24], sealed);
        assert_eq!(**open(1, &sealed).unwrap(), *message);
        assert!(open(9, &sealed).is_err());
        assert!(open(1, &sealed[1..]).is_err());
        for place in [0, length / 2, length + 16] {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(open(1, &changed).is_err());
        }
    }
    assert!(secretstream::open(&[1; 32], &[2; 24], b"short").is_err());
}

#[test]
fn writes_lines_that_ente_reads() {
    let work = account(
        "otpauth://steam/Acme:me?secret=JBSWY3DPEHPK3PXP",
        |candidate| {
            candidate.tags = vec!["a,b".into()];
            candidate.note = "Call\nAnn".into();
            candidate.favourite = true;
        },
    );
    let nameless = account("otpauth://totp/me?secret=JBSWY3DPEHPK3PXP", |_| ());
    let file = written(&FORMAT, &[&work, &nameless], None);
    let text = std::str::from_utf8(&file).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("otpauth://steam/Acme:me?secret="));
    // Without it, Ente takes the account for the issuer; and it splits old files at commas.
    assert!(lines[1].contains("&issuer=&"));
    assert!(!text.contains(','));
    let import = read(&FORMAT, &file, None).unwrap();
    assert_eq!(
        rows(&import),
        [
            "Acme|me|steam|JBSWY3DPEHPK3PXP|SHA1|5|30",
            "|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
        ]
    );
    let first = &import.accounts[0];
    assert_eq!((&*first.note, first.favourite), ("Call\nAnn", true));
    assert_eq!(first.tags, ["a,b"]);
}

#[test]
fn what_is_written_locked_reads_back() {
    let one = account("otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP", |_| ());
    let file = written(&FORMAT, &[&one], Some("test"));
    check_lock(&FORMAT, &file);
    let import = read(&FORMAT, &file, Some("test")).unwrap();
    assert_eq!(rows(&import), [EXPECTED]);
}
