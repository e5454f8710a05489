//! Wrong command lines, help, completions and manual pages.

use std::fs;

use crate::keytick::Keytick;

#[track_caller]
fn refused(args: &[&str], expected: &str) {
    Keytick::new().args(args).run().stderr(expected).code(2);
}

#[test]
fn wrong_command_lines_are_told_in_a_sentence() {
    refused(
        &["scna"],
        "There is no command “scna”.\nDid you mean “scan”?\nUsage: keytick [OPTIONS] <COMMAND>",
    );
    refused(&["otp"], "This is missing: <URI>\nUsage: keytick otp <URI>");
    refused(
        &["otp", "x", "--jsn"],
        "There is no argument “--jsn” here.\nDid you mean “--json”?\nUsage: keytick otp --json <URI>",
    );
    refused(
        &["otp", "x", "--at=soon"],
        "“soon” is not a value for “--at <UNIX>”.",
    );
    refused(
        &["add", "--issuer=a", "--type=totop"],
        "“totop” is not a value for “--type <NAME>”.\nDid you mean “totp”?\nIt may be: totp, hotp, steam, motp, yandex",
    );
    refused(
        &["list", "--password-stdin", "--password-file=x"],
        "“--password-stdin” does not go with “--password-file <FILE>”.\nUsage: keytick list --password-stdin [QUERY]...",
    );
}

#[test]
fn help_goes_to_standard_output_only_when_asked_for() {
    let asked = Keytick::new().args(["--help"]).run().succeeds().0;
    assert!(asked.starts_with("Codes for signing in"), "{asked}");
    let version = format!("keytick {}", env!("CARGO_PKG_VERSION"));
    Keytick::new()
        .args(["--version"])
        .run()
        .stdout(&version)
        .code(0);
    let ran = Keytick::new().run();
    let shown = ran.stderr_text();
    assert!(shown.starts_with("Codes for signing in"), "{shown}");
    ran.stderr(shown.trim_end()).code(2);
}

#[test]
fn completions_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = Keytick::new()
            .args(["completions", shell])
            .run()
            .succeeds()
            .0;
        assert!(script.contains("recovery"), "{shell}");
    }
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = tempfile::tempdir().unwrap();
    Keytick::new()
        .args(["man", "pages"])
        .in_folder(folder.path())
        .run()
        .code(0);
    let mut pages: Vec<String> = fs::read_dir(folder.path().join("pages"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    pages.sort();
    assert!(pages.contains(&"keytick.1".to_owned()), "{pages:?}");
    assert!(
        pages.contains(&"keytick-vault-recovery-check.1".to_owned()),
        "{pages:?}"
    );
    let page = fs::read_to_string(folder.path().join("pages/keytick-scan.1")).unwrap();
    assert!(page.contains("Needs no vault"), "{page}");
}
