//! `docs/read_vault.py` as a person runs it: secrets on standard input, the payload or a
//! reason on the way out.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crate::independent::python;
use crate::support::{folder, path_in};
use crate::writer::Writer;

fn golden(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/fixtures/vaults")
        .join(name)
}

fn run(options: &[&str], vault: &Path, secret: &str) -> Option<Output> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/read_vault.py");
    let mut child = Command::new(python()?)
        .arg("-B")
        .arg(script)
        .args(options)
        .arg(vault)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // With `--info` it ends without reading.
    let _ = writeln!(stdin, "{secret}");
    drop(stdin);
    Some(child.wait_with_output().unwrap())
}

fn printed(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (
        output.status.code(),
        text(&output.stdout),
        text(&output.stderr),
    )
}

#[test]
fn the_password_gives_the_payload() {
    let vault = golden("v1-password.keytick");
    let Some(output) = run(&["--stdin"], &vault, "correct horse battery staple") else {
        return;
    };
    let accounts = "{\n  \"schema\": 1,\n  \"accounts\": []\n}\n".to_owned();
    assert_eq!(printed(&output), (Some(0), accounts, String::new()));
}

#[test]
fn a_wrong_password_is_told_by_name_and_exit_code() {
    let vault = golden("v1-password.keytick");
    let Some(output) = run(&["--stdin"], &vault, "hunter3") else {
        return;
    };
    let reason = "refused: password: wrong password\n".to_owned();
    assert_eq!(printed(&output), (Some(16), String::new(), reason));
}

#[test]
fn the_header_needs_no_secret() {
    let vault = golden("v1-slots.keytick");
    let Some(output) = run(&["--info"], &vault, "") else {
        return;
    };
    let (code, shown, errors) = printed(&output);
    assert_eq!((code, errors), (Some(0), String::new()));
    let header: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(header["generation"], 1);
    assert_eq!(header["slots"].as_array().unwrap().len(), 3);
}

#[test]
fn a_mistyped_recovery_key_is_not_the_vaults_fault() {
    let folder = folder();
    std::fs::write(path_in(&folder), Writer::new().bytes()).unwrap();
    let key = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYY";
    let Some(output) = run(&["--recovery", "--stdin"], &path_in(&folder), key) else {
        return;
    };
    let (code, shown, errors) = printed(&output);
    assert_eq!((code, shown.as_str()), (Some(1), ""));
    assert!(
        errors.starts_with("cannot open: a typing mistake"),
        "{errors}"
    );
}
