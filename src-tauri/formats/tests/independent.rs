//! Other programs read what Keytick writes: readers in Python, written from descriptions of
//! the formats and with nothing of Keytick in them, and KeePassXC's command line.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use keytick_accounts::{Account, Accounts, Candidate, Edit};
use keytick_formats::{FORMATS, Field, File, Format, Reading, Writing};
use keytick_otp::{KeyUri, Kind};
use serde_json::{Value, json};

const PASSWORD: &str = "correct horse ☂";

/// One of each kind of key and of odd names.
fn accounts() -> Accounts {
    let mut accounts = Accounts::new();
    let mut number = 0_u8;
    let mut random = |bytes: &mut [u8]| {
        number += 1;
        bytes.fill(number);
    };
    let candidates = URIS.iter().map(|uri| {
        let mut candidate = Candidate::from(KeyUri::parse(uri).unwrap());
        if candidate.issuer == "Deno" {
            candidate.note = "Call Ann,\n\"before\" <noon> & later".to_owned();
            candidate.tags = vec!["Work".to_owned(), "Büro".to_owned()];
            candidate.favourite = true;
        }
        if candidate.issuer == "SPDX" {
            candidate.tags = vec!["Work".to_owned()];
        }
        candidate
    });
    let mut edit = Edit {
        now_ms: 1_700_000_000_000,
        device: [0; 8],
        random: &mut random,
    };
    accounts.add(candidates.collect(), &mut edit).unwrap();
    accounts
}

const URIS: [&str; 13] = [
    "otpauth://totp/Five:me?secret=GEZDGNBVGY3TQOJQ&digits=5",
    "otpauth://totp/Nine:me?secret=GEZDGNBVGY3TQOJQGE&digits=9",
    "otpauth://totp/Deno:Mason?secret=4SJHB4GSD43FZBAI7C2HLRJGPQ&issuer=Deno",
    "otpauth://totp/SPDX:James?secret=5OM4WOOGPLQEF6UGN3CPEOOLWU&algorithm=SHA256&digits=7&period=20",
    "otpauth://totp/Airbnb:Elijah?secret=7ELGJSGXNCCTV3O6LKJWYFV2RA&algorithm=SHA512&digits=8&period=50",
    "otpauth://totp/Caf%C3%A9%20%26%20Co:me%2Byou%40x.example?secret=JBSWY3DPEHPK3PXP",
    "otpauth://totp/A%3Ab:c%3Ad%25?secret=KRSXG5CTMVRXEZLU",
    "otpauth://hotp/Issuu:James?secret=YOOMIXWS5GN6RTBPUFFWKTW5M4&counter=1",
    "otpauth://hotp/Air%20Canada:Benjamin?secret=KUVJJOM753IHTNDSZVCNKL7GII&algorithm=SHA256&digits=7&counter=50",
    "otpauth://hotp/WWE:Mason?secret=5VAML3X35THCEBVRLV24CGBKOY&algorithm=SHA512&digits=8&counter=10300",
    "otpauth://steam/Boeing:Sophia?secret=JRZCL47CMXVOQMNPZR2F7J4RGI",
    "motp://Mobile:me?secret=e3152afee62599c8&pin=1234",
    "otpauth://yaotp/Yandex:me?secret=6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY&pin=5239",
];

/// What the independent reader is expected to say: all that the format holds.
fn expected(account: &Account, format: &Format) -> Value {
    let holds = format.write.as_ref().unwrap().holds;
    let has = |field| holds.fields.contains(&field);
    let kind = &account.key.kind;
    let tags = match account.tags.as_slice() {
        tags if has(Field::Tags) || has(Field::PlainTags) => tags,
        [first, ..] if has(Field::OneTag) => std::slice::from_ref(first),
        _ => &[],
    };
    let (issuer, name) = names(account, format);
    json!({
        "issuer": issuer,
        "account": name,
        "type": kind.type_name(),
        "secret": *account.key.secret.to_base32(),
        "algorithm": kind.algorithm_name(),
        "digits": kind.digits(),
        "period": kind.period(),
        "counter": kind.counter(),
        "pin": kind.pin().map(|pin| pin.as_str()),
        "note": if has(Field::Note) { account.note.as_str() } else { "" },
        "tags": tags,
        "favourite": has(Field::Favourite) && account.favourite,
    })
}

/// Formats that have no place for an issuer beside a Steam key, which they know by an address
/// without names or by the issuer itself: the names stand together in the label.
const STEAM_WITHOUT_ISSUER: [(&str, &str); 2] =
    [("proton-authenticator", ""), ("freeotp-plus", "Steam")];

fn names(account: &Account, format: &Format) -> (String, String) {
    let deviation = STEAM_WITHOUT_ISSUER.iter().find(|(id, _)| *id == format.id);
    match deviation {
        Some((_, issuer)) if account.key.kind == Kind::Steam => (
            (*issuer).to_owned(),
            format!("{}:{}", account.issuer, account.account),
        ),
        _ => (account.issuer.clone(), account.account.clone()),
    }
}

fn format(id: &str) -> &'static Format {
    FORMATS.iter().find(|format| format.id == id).unwrap()
}

/// Writes the one file of a format that holds one.
fn written(format: &Format, accounts: &[&Account], password: Option<&str>) -> Vec<u8> {
    let mut number = 0_u8;
    let mut random = |bytes: &mut [u8]| {
        for byte in bytes {
            number = number.wrapping_mul(5).wrapping_add(3);
            *byte = number;
        }
    };
    let mut writing = Writing::new(password, &mut random, 1_700_000_000);
    let mut files = keytick_formats::write(format, accounts, &mut writing).unwrap();
    assert_eq!(files.len(), 1, "{}", format.id);
    files.remove(0).bytes.to_vec()
}

/// Said past the test harness, which swallows what a passing test prints.
fn not_run(what: &str) {
    let line = format!("\nnot run: {what}\n");
    let _ = std::io::stderr().write_all(line.as_bytes());
}

/// Debian's own Python has Debian's packages; another one may be first in the path.
fn python() -> Option<&'static str> {
    const MODULES: &str = "import cryptography, argon2, nacl.bindings";
    let found = ["/usr/bin/python3", "python3"].into_iter().find(|python| {
        let run = Command::new(python)
            .args(["-c", MODULES])
            .stderr(Stdio::null())
            .status();
        run.is_ok_and(|status| status.success())
    });
    if found.is_none() {
        not_run("no Python with the modules cryptography, argon2 and nacl");
    }
    found
}

fn check_python(id: &str, script: &str) {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().unwrap();
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/independent")
        .join(script);
    let format = format(id);
    let writer = format.write.as_ref().unwrap();
    let accounts = accounts();
    let accounts: Vec<&Account> = accounts.live().collect();
    let expected: Vec<_> = accounts
        .iter()
        .filter(|account| writer.holds.takes(&account.key.kind))
        .map(|account| expected(account, format))
        .collect();
    assert!(expected.len() >= 6, "{id}");
    let ways = [(writer.plain, None), (writer.encrypted, Some(PASSWORD))];
    for (_, password) in ways.into_iter().filter(|(is_written, _)| *is_written) {
        let path = folder.path().join("file");
        std::fs::write(&path, written(format, &accounts, password)).unwrap();
        let output = Command::new(python)
            .arg("-B")
            .arg(&script)
            .arg(&path)
            .args(password)
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success(),
            "{id}, password {password:?}: {errors}"
        );
        let found: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
        for (found, expected) in found.iter().zip(&expected) {
            assert_eq!(found, expected, "{id}, password {password:?}");
        }
        assert_eq!(found.len(), expected.len(), "{id}, password {password:?}");
    }
}

#[test]
fn an_independent_reader_of_aegis_finds_the_same_accounts() {
    check_python("aegis", "aegis.py");
}

#[test]
fn an_independent_reader_of_2fas_finds_the_same_accounts() {
    check_python("2fas", "twofas.py");
}

#[test]
fn an_independent_reader_of_ente_finds_the_same_accounts() {
    check_python("ente", "ente.py");
}

#[test]
fn an_independent_reader_of_bitwarden_finds_the_same_accounts() {
    check_python("bitwarden", "bitwarden.py");
}

#[test]
fn an_independent_reader_of_proton_authenticator_finds_the_same_accounts() {
    check_python("proton-authenticator", "proton.py");
}

#[test]
fn an_independent_reader_of_stratum_finds_the_same_accounts() {
    check_python("stratum", "stratum.py");
}

#[test]
fn an_independent_reader_of_andotp_finds_the_same_accounts() {
    check_python("andotp", "andotp.py");
}

#[test]
fn an_independent_reader_of_freeotp_plus_finds_the_same_accounts() {
    check_python("freeotp-plus", "freeotp_plus.py");
}

/// What `keepassxc-cli` says to a command; nothing where there is no such program.
fn keepassxc(arguments: &[&str], path: &Path) -> Option<String> {
    let child = Command::new("keepassxc-cli")
        .args(arguments)
        .env("QT_QPA_PLATFORM", "offscreen")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        not_run(&format!(
            "there is no keepassxc-cli to open {}",
            path.display()
        ));
        return None;
    };
    writeln!(child.stdin.take().unwrap(), "{PASSWORD}").unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{arguments:?}");
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn keepassxc_opens_our_database_and_makes_the_same_codes() {
    let format = format("keepass");
    let accounts = accounts();
    let accounts: Vec<&Account> = accounts.live().collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keytick.kdbx");
    std::fs::write(&path, written(format, &accounts, Some(PASSWORD))).unwrap();
    let file = path.to_str().unwrap();
    let holds = format.write.as_ref().unwrap().holds;
    let mut compared = 0;
    for account in accounts
        .iter()
        .filter(|account| holds.takes(&account.key.kind))
    {
        let entry = format!("/{}", account.issuer);
        let show = ["show", "--quiet", "--attributes"];
        let attributes = ["Title", "--attributes", "UserName", "--attributes", "Notes"];
        let arguments = [&show[..], &attributes, &["--totp", file, &entry]].concat();
        let before = now();
        let Some(shown) = keepassxc(&arguments, &path) else {
            return;
        };
        let after = now();
        let codes = [before, after].map(|time| account.key.code_at(time).text.to_string());
        let expected = codes.map(|code| {
            format!(
                "{}\n{}\n{}\n{code}\n",
                account.issuer, account.account, account.note
            )
        });
        assert!(
            expected.contains(&shown),
            "{shown:?} is none of {expected:?}"
        );
        compared += 1;
    }
    assert_eq!(compared, 8);
}

#[test]
fn what_keepassxc_exports_of_our_database_is_read() {
    let format = format("keepass");
    let accounts = accounts();
    let holds = format.write.as_ref().unwrap().holds;
    let accounts = accounts
        .live()
        .filter(|account| holds.takes(&account.key.kind));
    let accounts: Vec<&Account> = accounts.collect();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keytick.kdbx");
    std::fs::write(&path, written(format, &accounts, Some(PASSWORD))).unwrap();
    for (kind, id) in [("xml", "keepass-xml"), ("csv", "keepassxc-csv")] {
        let file = path.to_str().unwrap();
        let arguments = ["export", "--quiet", "--format", kind, file];
        let Some(exported) = keepassxc(&arguments, &path) else {
            return;
        };
        let file = File {
            name: format!("export.{kind}"),
            bytes: exported.into_bytes().into(),
        };
        let mut read = keytick_formats::read(&[file], None, &mut Reading::new(None));
        let read = read.remove(0);
        assert_eq!(read.format.map(|format| format.id), Some(id));
        let import = read.result.unwrap();
        assert_eq!(import.skipped, []);
        for (found, account) in import.accounts.iter().zip(&accounts) {
            assert_eq!(found.issuer, account.issuer, "{kind}");
            assert_eq!(found.account, account.account, "{kind}");
            assert_eq!(found.note, account.note, "{kind}");
            assert_eq!(found.key, account.key, "{kind}");
        }
        assert_eq!(import.accounts.len(), accounts.len(), "{kind}");
    }
}

/// KeePassXC makes codes for its own clock only.
#[expect(
    clippy::disallowed_methods,
    reason = "the other program reads the clock"
)]
fn now() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.unwrap().as_secs()
}
