//! Files that other programs wrote, where they are at hand: `KEYTICK_PEER_FIXTURES` names
//! the folder. They are read where they lie and are no part of Keytick.

use std::io::Write;
use std::path::PathBuf;

use keytick_accounts::Candidate;
use keytick_formats::{Import, read_text};

/// The text of a file in `import/`, or nothing, said aloud, without the folder.
fn text(file: &str) -> Option<String> {
    let Some(folder) = std::env::var_os("KEYTICK_PEER_FIXTURES") else {
        not_run(&format!("{file} (KEYTICK_PEER_FIXTURES is not set)"));
        return None;
    };
    let path = PathBuf::from(folder).join("import").join(file);
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) => {
            not_run(&format!("{} ({error})", path.display()));
            None
        }
    }
}

/// Written past the test harness, which swallows what a passing test prints.
fn not_run(what: &str) {
    let line = format!("\nnot run: {what}\n");
    let _ = std::io::stderr().write_all(line.as_bytes());
}

fn read(file: &str) -> Option<Import> {
    let import = read_text(&text(file)?, file);
    assert_eq!(import.skipped, [], "{file}");
    Some(import)
}

/// `type issuer account SECRET algorithm digits period-or-counter`.
fn shown(account: &Candidate) -> String {
    let kind = &account.key.kind;
    let moves = kind
        .period()
        .map_or(kind.counter(), |period| Some(period.into()));
    format!(
        "{} {:?} {:?} {} {} {} {}",
        kind.type_name(),
        account.issuer,
        account.account,
        &*account.key.secret.to_base32(),
        kind.algorithm_name(),
        kind.digits(),
        moves.unwrap_or_default()
    )
}

#[test]
fn a_google_export_in_the_files_of_extract_otp_secrets() {
    let Some(import) = read("extract_otp_secrets-repo/example_export.txt") else {
        return;
    };
    let accounts: Vec<_> = import.accounts.iter().map(shown).collect();
    let with = "totp \"raspberrypi\" \"pi@raspberrypi\" 7KSQL2JTUDIS5EF65KLMRQIIGY SHA1 6 30";
    let without = "totp \"\" \"pi@raspberrypi\" 7KSQL2JTUDIS5EF65KLMRQIIGY SHA1 6 30";
    assert_eq!(
        accounts,
        [
            with,
            without,
            without,
            with,
            "hotp \"\" \"hotp demo\" 7KSQL2JTUDIS5EF65KLMRQIIGY SHA1 6 4",
            "totp \"encoding\" \"¿äÄéÉ? (demo)\" 7KSQL2JTUDIS5EF65KLMRQIIGY SHA1 6 30",
        ]
    );
}

#[test]
fn a_google_export_in_the_files_of_stratum() {
    let Some(import) = read("stratum-repo/googleauthenticator.txt") else {
        return;
    };
    assert!(!import.accounts.is_empty());
}

/// The seven accounts that most authenticators' test files hold.
#[test]
fn lists_of_addresses_in_the_files_of_aegis() {
    for file in ["aegis-repo/plain.txt", "aegis-repo/ente_auth.txt"] {
        let Some(import) = read(file) else { continue };
        let mut accounts: Vec<_> = import.accounts.iter().map(shown).collect();
        accounts.sort_unstable();
        assert_eq!(
            accounts,
            [
                "hotp \"Air Canada\" \"Benjamin\" KUVJJOM753IHTNDSZVCNKL7GII SHA256 7 50",
                "hotp \"Issuu\" \"James\" YOOMIXWS5GN6RTBPUFFWKTW5M4 SHA1 6 1",
                "hotp \"WWE\" \"Mason\" 5VAML3X35THCEBVRLV24CGBKOY SHA512 8 10300",
                "steam \"Boeing\" \"Sophia\" JRZCL47CMXVOQMNPZR2F7J4RGI SHA1 5 30",
                "totp \"Airbnb\" \"Elijah\" 7ELGJSGXNCCTV3O6LKJWYFV2RA SHA512 8 50",
                "totp \"Deno\" \"Mason\" 4SJHB4GSD43FZBAI7C2HLRJGPQ SHA1 6 30",
                "totp \"SPDX\" \"James\" 5OM4WOOGPLQEF6UGN3CPEOOLWU SHA256 7 20",
            ],
            "{file}"
        );
    }
}

#[test]
fn a_list_of_addresses_in_the_files_of_proton() {
    let Some(import) = read("proton-repo/plain.txt") else {
        return;
    };
    let accounts: Vec<_> = import.accounts.iter().map(shown).collect();
    assert_eq!(
        accounts,
        [
            "totp \"MyIssuer\" \"MyLabel256_8_15\" JVMVGRKDKJCVI SHA256 8 15",
            "totp \"MyIssuer\" \"MyLabelDefault\" JVMVGRKDKJCVI SHA1 6 30",
        ]
    );
    assert_eq!(import.accounts[1].note, "a note");
}
