//! `keytick export`: accounts as other programs' files.

use std::fs;

use serde_json::json;

use crate::keytick::{Keytick, Vault};

const TOTP: &str = "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP";
const HOTP: &str = "otpauth://hotp/Bank:me?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=7";
const MOTP: &str = "motp://Club:me?secret=00112233445566778899aabbccddeeff&pin=1234";

#[test]
fn a_list_of_addresses_goes_to_standard_output() {
    Vault::with(&[TOTP, HOTP])
        .keytick(["export", "--format=uri-list", "--yes", "--quiet", "acme"])
        .run()
        .stdout(
            "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP&issuer=Acme\
             &algorithm=SHA1&digits=6&period=30",
        )
        .code(0);
}

#[test]
fn what_the_other_program_cannot_hold_is_said_first() {
    let vault = Vault::with(&[TOTP, MOTP]);
    let reason = keytick_texts::text("formats-loss-type", &[("type", "motp")]);
    let answer = vault
        .keytick([
            "export",
            "--format=bitwarden",
            "--output=out.json",
            "--plain",
            "--yes",
            "--json",
        ])
        .args(["--quiet"])
        .run()
        .succeeds();
    assert_eq!(
        answer.json(),
        json!({
            "format": "bitwarden",
            "encrypted": false,
            "accounts": 1,
            "files": ["out.json"],
            "left_out": [{"name": "Club (me)", "reason": reason}],
            "lost": [],
            "renamed": 0,
            "retagged": 0,
        })
    );
    vault
        .keytick([
            "export",
            "--format=google-migration",
            "--output=.",
            "--yes",
            "--quiet",
            "club",
        ])
        .run()
        .says("cli-nothing-to-export", &[])
        .code(1);
}

#[test]
fn a_tag_that_keepass_would_cut_is_said_first() {
    let vault = Vault::with(&[TOTP]);
    let id = vault.ids().remove(0);
    vault
        .keytick(["edit", &id, "--tag", "home, x", "--quiet"])
        .run()
        .code(0);
    let answer = vault
        .keytick(["export", "--format=keepass", "--output=x.kdbx", "--json"])
        .args(["--yes", "--quiet", "--export-password-stdin"])
        .stdin("another dark violin")
        .run()
        .succeeds()
        .json();
    assert_eq!(
        answer["lost"],
        json!(["“,” and “;” in tags of 1 account become spaces."])
    );
    assert_eq!(answer["retagged"], 0);
}

#[test]
fn a_person_is_told_what_was_left_out_and_that_the_file_is_not_locked() {
    let vault = Vault::with(&[TOTP, MOTP]);
    let reason = keytick_texts::text("formats-loss-type", &[("type", "motp")]);
    let left_out = [
        ("name", "Club (me)"),
        ("format", "Bitwarden"),
        ("reason", &reason),
    ];
    vault
        .keytick(["export", "--format=bitwarden", "--output=out.json"])
        .args(["--plain", "--yes"])
        .run()
        .stderr(&format!(
            "{}\n{}\nWrote 1 account to out.json and read it back.",
            keytick_texts::text("cli-export-left-out", &left_out),
            keytick_texts::text("cli-export-is-plain", &[]),
        ))
        .code(0);
}

#[test]
fn nothing_is_written_without_a_yes() {
    let vault = Vault::with(&[TOTP]);
    vault
        .keytick(["export", "--format=aegis", "--output=out.json", "--quiet"])
        .args(["--plain"])
        .run()
        .says("cli-no-terminal-to-ask", &[])
        .code(2);
    assert!(!vault.folder.path().join("out.json").exists());
}

/// A yes is an answer to what was asked, and nobody asked whether to lock the file.
#[test]
fn what_can_be_locked_is_not_left_open_by_a_yes() {
    let vault = Vault::with(&[TOTP]);
    vault
        .keytick(["export", "--format=aegis", "--output=out.json", "--yes"])
        .run()
        .says("cli-locked-or-plain", &[])
        .code(2);
    assert!(!vault.folder.path().join("out.json").exists());
}

#[cfg(unix)]
#[test]
fn a_place_that_cannot_be_written_is_named_and_no_hidden_file() {
    let vault = Vault::with(&[TOTP]);
    fs::write(vault.folder.path().join("file"), "").unwrap();
    let answer = vault
        .keytick(["export", "--format=uri-list", "--output=file/keys.txt"])
        .args(["--yes", "--quiet"])
        .run();
    let said = answer.stderr_text();
    assert!(said.starts_with("file/keys.txt: "), "{said}");
    assert!(!said.contains(".tmp"), "{said}");
    assert_eq!(answer.exit_code(), Some(1));
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_what_is_written() {
    use std::os::unix::fs::PermissionsExt as _;
    let vault = Vault::with(&[TOTP]);
    vault
        .keytick([
            "export",
            "--format=uri-list",
            "--output=keys.txt",
            "--yes",
            "--quiet",
        ])
        .run()
        .code(0);
    let mode = fs::metadata(vault.folder.path().join("keys.txt")).unwrap();
    assert_eq!(mode.permissions().mode() & 0o777, 0o600);
    let left: Vec<_> = fs::read_dir(vault.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(".tmp"))
        .collect();
    assert_eq!(left, [""; 0]);
}

#[test]
fn the_vault_itself_is_never_written_over() {
    let vault = Vault::with(&[TOTP]);
    let link = vault.folder.path().join("other-name");
    fs::hard_link(vault.path(), &link).unwrap();
    for output in [vault.path(), link] {
        let output = format!("--output={}", output.display());
        vault
            .keytick(["export", "--format=uri-list", "--yes", &output])
            .run()
            .says("cli-over-vault", &[])
            .code(2);
    }
    assert_eq!(vault.names(), ["Acme/me"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_is_left_alone_and_a_link_stays_a_link() {
    use std::os::unix::fs::FileTypeExt as _;
    let vault = Vault::with(&[TOTP]);
    let folder = vault.folder.path();
    let made = std::process::Command::new("mkfifo")
        .arg(folder.join("pipe"))
        .status();
    assert!(made.unwrap().success());
    vault
        .keytick(["export", "--format=uri-list", "--output=pipe", "--yes"])
        .run()
        .stderr(&format!(
            "pipe: {}\n{}",
            keytick_texts::text("cli-not-a-file", &[]),
            keytick_texts::hint("cli-not-a-file", &[]).unwrap(),
        ))
        .code(2);
    let pipe = fs::symlink_metadata(folder.join("pipe")).unwrap();
    assert!(pipe.file_type().is_fifo());

    fs::write(folder.join("keys.txt"), "old").unwrap();
    std::os::unix::fs::symlink("keys.txt", folder.join("link")).unwrap();
    vault
        .keytick([
            "export",
            "--format=uri-list",
            "--output=link",
            "--yes",
            "--quiet",
        ])
        .run()
        .code(0);
    assert!(folder.join("link").is_symlink());
    let keys = fs::read_to_string(folder.join("keys.txt")).unwrap();
    assert!(keys.starts_with("otpauth://totp/Acme:me?"));
}

#[test]
fn transfer_codes_are_pictures_in_a_folder() {
    let uris: Vec<String> = (0..12)
        .map(|n| {
            format!("otpauth://totp/Acme:{n:02}?secret=JBSWY3DPEHPK3P{n:02}")
                .replace("0", "A")
                .replace("1", "B")
                .replace("8", "C")
                .replace("9", "D")
        })
        .collect();
    let uris: Vec<&str> = uris.iter().map(String::as_str).collect();
    let vault = Vault::with(&uris);
    let folder = vault.folder.path();
    fs::create_dir(folder.join("codes")).unwrap();
    let export = |output: &str| {
        vault
            .keytick(["export", "--format=google-migration", "--yes", "--quiet"])
            .args([format!("--output={output}")])
            .run()
    };
    export("codes").code(0);
    for new in ["more", "slash/"] {
        export(new).code(0);
        assert_eq!(fs::read_dir(folder.join(new)).unwrap().count(), 2, "{new}");
    }
    export("one.png").says("cli-needs-folder", &[]).code(2);
    let mut names: Vec<_> = fs::read_dir(folder.join("codes"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "google-authenticator-1-of-2.png",
            "google-authenticator-2-of-2.png"
        ]
    );
    let back = Keytick::new()
        .args(["import", "--dry-run", "--json", "codes"])
        .in_folder(folder)
        .run()
        .succeeds()
        .json();
    let files = back["files"].as_array().unwrap();
    let counts = files
        .iter()
        .map(|file| file["accounts"].as_array().unwrap().len());
    assert_eq!(counts.sum::<usize>(), 12);
}

#[test]
fn our_own_backup_is_a_vault_with_a_password_of_its_own() {
    let vault = Vault::with(&[TOTP, HOTP]);
    vault
        .keytick([
            "export",
            "--format=keytick",
            "--output=backup.keytick",
            "--yes",
            "--quiet",
        ])
        .args(["--export-password-stdin"])
        .stdin("another dark violin")
        .run()
        .code(0);
    let list = Keytick::new()
        .args([
            "list",
            "--vault=backup.keytick",
            "--password-stdin",
            "--json",
        ])
        .in_folder(vault.folder.path())
        .stdin("another dark violin")
        .run()
        .succeeds()
        .json();
    assert_eq!(list["accounts"].as_array().unwrap().len(), 2);
    assert_eq!(list["accounts"][1]["counter"], 7);
    let back = Keytick::new()
        .args(["import", "--dry-run", "--json", "backup.keytick"])
        .args(["--import-password-stdin"])
        .stdin("another dark violin")
        .in_folder(vault.folder.path())
        .run()
        .succeeds()
        .json();
    assert_eq!(back["files"][0]["format"], "keytick");
    assert_eq!(back["files"][0]["accounts"].as_array().unwrap().len(), 2);
}

#[test]
fn a_password_only_where_the_format_has_one() {
    let vault = Vault::with(&[TOTP]);
    vault
        .keytick([
            "export",
            "--format=uri-list",
            "--output=x.txt",
            "--yes",
            "--quiet",
        ])
        .args(["--export-password-stdin"])
        .stdin("another dark violin")
        .run()
        .says("formats-plain-only", &[])
        .code(2);
    vault
        .keytick([
            "export",
            "--format=keytick",
            "--output=x.keytick",
            "--yes",
            "--quiet",
            "--plain",
        ])
        .run()
        .says("formats-encrypted-only", &[])
        .code(2);
}
