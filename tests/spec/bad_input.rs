//! What is not as it should be: a clear sentence, the right exit code, nothing lost.

use std::fs;

use crate::keytick::{Keytick, PASSWORD, Vault};
#[cfg(unix)]
use crate::not_run;
use crate::pictures::{Page, WHITE};
use crate::scan::BATCH;

/// `keytick scan FILE` for a file with these bytes.
#[track_caller]
fn scan(name: &str, bytes: &[u8], id: &str, args: &[(&str, &str)]) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    let told = keytick_texts::hint(id, args).map(|hint| format!("\n{hint}"));
    let problem = keytick_texts::text(id, args) + &told.unwrap_or_default();
    let end = keytick_texts::text("cli-nothing-read", &[]);
    Keytick::new()
        .args(["scan", name])
        .in_folder(folder.path())
        .run()
        .stderr(&format!("{name}: {problem}\n{end}"))
        .code(1);
}

#[test]
fn pictures_that_are_none() {
    let png = Page::new(400, 400, WHITE).code(BATCH, 40, 40).png();
    scan("empty.png", b"", "qr-empty", &[]);
    scan("text.png", b"This is a letter.", "qr-not-a-picture", &[]);
    scan("cut.png", &png[..png.len() / 2], "qr-truncated", &[]);
    scan("cut.png", &png[..4], "qr-not-a-picture", &[]);
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    scan(
        "drawing.svg",
        svg,
        "qr-format-unsupported",
        &[("format", "SVG")],
    );
    scan(
        "phone.heic",
        b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
        "qr-format-unsupported",
        &[("format", "HEIC")],
    );
    // A PNG says its size in its first bytes; more must not be needed to refuse it.
    let mut wide = png;
    wide[16..20].copy_from_slice(&20_000_u32.to_be_bytes());
    let crc = crc32(&wide[12..29]);
    wide[29..33].copy_from_slice(&crc.to_be_bytes());
    scan(
        "wide.png",
        &wide,
        "qr-too-large",
        &[("width", "20000"), ("height", "400")],
    );
}

/// The checksum of a PNG chunk (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(crc & 1))
        })
    })
}

#[test]
fn a_picture_that_is_not_there_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    let png = Page::new(400, 400, WHITE).code(BATCH, 40, 40).png();
    fs::write(folder.path().join("a.png"), png).unwrap();
    Keytick::new()
        .args(["scan", "missing.png", "a.png"])
        .in_folder(folder.path())
        .run()
        .stdout(BATCH)
        .stderr("missing.png: There is no such file.")
        .code(0);
}

#[test]
fn a_picture_in_words_is_skipped_by_add_with_the_reason() {
    let vault = Vault::new();
    fs::write(vault.folder.path().join("a.png"), "words").unwrap();
    let reason = keytick_texts::text("qr-not-a-picture", &[]);
    let hint = keytick_texts::hint("qr-not-a-picture", &[]).unwrap();
    vault
        .keytick(["add", "--image=a.png", "--yes", "--json"])
        .run()
        .stdout(&format!(
            r#"{{"added":[],"duplicates":[],"skipped":[{{"name":"a.png","reason":{}}}],"restored":[],"raised":[]}}"#,
            serde_json::Value::from(reason.clone()),
        ))
        .stderr(&format!("a.png: {reason}\n{hint}\nNothing was added."))
        .code(1);
}

#[test]
fn no_vault() {
    let folder = tempfile::tempdir().unwrap();
    for args in [["list", "--quiet"], ["vault", "info"], ["vault", "check"]] {
        Keytick::new()
            .args(args)
            .args(["--vault=none"])
            .in_folder(folder.path())
            .run()
            .says("vault-not-found", &[("path", "none")])
            .code(1);
    }
}

#[test]
fn wrong_password() {
    let vault = Vault::new();
    for args in [["list", "--quiet"], ["vault", "check"], ["code", "x"]] {
        vault
            .locked(args)
            .args(["--password-stdin"])
            .stdin("wrong")
            .run()
            .says("vault-wrong-password", &[("path", "vault.keytick")])
            .code(3);
    }
}

#[test]
fn no_password_and_nobody_to_ask() {
    let vault = Vault::new();
    vault
        .locked(["list"])
        .run()
        .says("cli-no-terminal", &[("what", "password")])
        .code(2);
    vault
        .locked(["list", "--password-stdin"])
        .run()
        .says("cli-input-ended", &[("what", "password")])
        .code(2);
    vault
        .locked(["list", "--password-file=none"])
        .run()
        .stderr("none: There is no such file.")
        .code(1);
    let create = Keytick::new().args(["vault", "create", "--vault=v", "--password-stdin"]);
    create
        .in_folder(vault.folder.path())
        .stdin("")
        .run()
        .says("vault-password-empty", &[])
        .code(2);
}

#[test]
fn a_file_that_is_no_whole_vault() {
    let vault = Vault::new();
    let whole = fs::read(vault.path()).unwrap();
    let check = |bytes: &[u8], class: &str| {
        fs::write(vault.path(), bytes).unwrap();
        let ran = vault.locked(["vault", "check", "--json"]).run();
        let stderr = ran.stderr_text();
        assert!(!stderr.is_empty() && !stderr.contains("vault-"), "{stderr}");
        ran.stdout(&format!(r#"{{"ok":false,"class":"{class}"}}"#))
            .stderr(stderr.trim_end())
            .code(4);
    };
    check(b"", "length");
    check(
        b"not a vault, but longer than the start of one would be",
        "magic",
    );
    check(&whole[..whole.len() - 1], "length");
    let mut newer = whole.clone();
    newer[8..10].copy_from_slice(&2_u16.to_be_bytes());
    check(&with_trailer(newer), "version");
}

/// The same file with a checksum that fits, as a newer program would have written it.
fn with_trailer(mut bytes: Vec<u8>) -> Vec<u8> {
    use sha2::{Digest as _, Sha256};
    let end = bytes.len() - 32;
    let trailer = Sha256::digest(&bytes[..end]);
    bytes[end..].copy_from_slice(&trailer);
    bytes
}

#[test]
fn numbers_under_the_floor() {
    let folder = tempfile::tempdir().unwrap();
    for option in ["--kdf-memory=63", "--kdf-passes=2"] {
        Keytick::new()
            .args(["vault", "create", "--password-stdin", "--vault=v", option])
            .in_folder(folder.path())
            .stdin(PASSWORD)
            .run()
            .stderr(
                "The password check would be too easy to try out.\n\
                 --kdf-memory takes 64 or more, --kdf-passes 3 or more.",
            )
            .code(2);
    }
    assert!(!folder.path().join("v").exists());
}

#[test]
fn a_line_that_is_no_link_is_not_called_a_qr_code() {
    let vault = Vault::new();
    vault
        .keytick(["add", "--uri=-", "--yes"])
        .stdin("a shopping list")
        .stdin("https://example.com/x")
        .run()
        .stderr(
            "-:1: This is not a sign-in key.\n\
             Copy the whole link: it begins with “otpauth://”. To add a key you see as letters, type it.\n\
             -:2: This is a web address, not a sign-in key.\n\
             A sign-in key begins with “otpauth://”. This address is https://example.com/x\n\
             Nothing was added.",
        )
        .code(1);
}

#[test]
fn more_links_than_a_vault_holds_are_refused_rather_than_cut_off() {
    let vault = Vault::new();
    vault
        .keytick(["add", "--uri=-", "--yes"])
        .stdin(&"# \n".repeat(6_000_000))
        .run()
        .says("cli-input-too-long", &[("megabytes", "16")])
        .code(2);
}

#[test]
#[cfg(unix)]
fn a_password_file_without_an_end() {
    let vault = Vault::new();
    vault
        .locked(["list", "--password-file=/dev/zero"])
        .run()
        .says("vault-password-too-long", &[])
        .code(2);
}

#[test]
#[cfg(unix)]
fn a_folder_that_may_not_be_written() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let vault = Vault::with(&[BATCH]);
    // Root may write everywhere, unless it gives that up.
    let root = fs::metadata(vault.folder.path()).unwrap().uid() == 0;
    let wrap = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"];
    let wrap: &[&str] = if root { &wrap } else { &[] };
    let works = std::process::Command::new("setpriv")
        .args(&wrap[wrap.len().min(1)..])
        .arg("true")
        .output();
    if root && !works.is_ok_and(|output| output.status.success()) {
        return not_run("a read-only folder (setpriv cannot take root's rights away)");
    }
    let writable = |mode| {
        fs::set_permissions(vault.folder.path(), fs::Permissions::from_mode(mode)).unwrap();
    };
    let before = fs::read(vault.path()).unwrap();
    writable(0o500);
    let list = vault.keytick(["list", "--quiet"]).through(wrap).run();
    let code = vault
        .keytick(["code", "batch", "--at=59"])
        .through(wrap)
        .run();
    let add = vault
        .keytick(["add", "--uri=-", "--yes", "--quiet"])
        .stdin(crate::scan::CANVA);
    let add = add.through(wrap).run();
    writable(0o700);
    list.stdout("ISSUER  ACCOUNT         TYPE  ID\nBatch   me@example.com  totp  [id]")
        .code(0);
    code.stdout("996554").code(0);
    add.says("vault-read-only", &[("path", "vault.keytick")])
        .code(1);
    assert_eq!(fs::read(vault.path()).unwrap(), before);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk() {
    let vault = Vault::with(&[BATCH]);
    fs::create_dir(vault.folder.path().join("disk")).unwrap();
    // A file system of its own with room for one vault and not for a second.
    let script = "mount -t tmpfs -o size=16k tmpfs disk || exit 99; \
                  cp vault.keytick disk/ || exit 99; head -c 1m /dev/zero > disk/rest 2>/dev/null; \
                  before=$(sha256sum < disk/vault.keytick); \
                  \"$@\"; code=$?; \
                  test \"$before\" = \"$(sha256sum < disk/vault.keytick)\" || exit 98; exit $code";
    let wrap = [
        "unshare",
        "--user",
        "--map-root-user",
        "--mount",
        "sh",
        "-c",
        script,
        "sh",
    ];
    let ran = Keytick::new()
        .args(["add", "--uri=-", "--yes", "--quiet", "--password-stdin"])
        .args(["--vault=disk/vault.keytick"])
        .stdin(PASSWORD)
        .stdin(crate::scan::CANVA)
        .in_folder(vault.folder.path())
        .through(&wrap)
        .run();
    match ran.exit_code() {
        Some(1) if ran.stderr_text().starts_with("unshare") => {
            not_run("a full disk (unshare is not allowed here)");
        }
        Some(99) => not_run("a full disk (no file system can be mounted here)"),
        _ => {
            let _ = ran
                .says("vault-disk-full", &[("path", "disk/vault.keytick")])
                .code(1);
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn no_clipboard() {
    let vault = Vault::with(&[BATCH]);
    for args in [
        &["code", "batch", "--copy"][..],
        &["add", "--clipboard", "--yes"],
    ] {
        vault
            .keytick(args)
            .run()
            .says("cli-no-clipboard", &[])
            .code(1);
    }
}
