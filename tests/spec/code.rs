//! `keytick code`: one account's code, by words or id.

use crate::keytick::{Keytick, PASSWORD, Vault};

/// The key of the vectors of RFC 4226 and RFC 6238.
const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn vault() -> Vault {
    Vault::with(&[
        &format!("otpauth://totp/GitHub:me?secret={KEY}&digits=8"),
        "otpauth://totp/GitHub%20Enterprise:me?secret=JBSWY3DPEHPK3PXP",
        &format!("otpauth://hotp/Bank:me?secret={KEY}&counter=0"),
    ])
}

#[test]
fn time_accounts() {
    let vault = vault();
    let code = |args: &[&str]| vault.keytick(["code"]).args(args).run();
    // Its very name is enough where another's begins with it.
    code(&["github", "--at=59"]).stdout("94287082").code(0);
    code(&["github", "--at=59", "--next"])
        .stdout("37359152")
        .code(0);
    code(&["github", "--at=59", "--json"])
        .stdout(r#"{"id":"[id]","issuer":"GitHub","account":"me","type":"totp","code":"94287082","next":"37359152","period":30,"valid_from":"1970-01-01T00:00:30Z","valid_to":"1970-01-01T00:01:00Z","seconds_left":1}"#)
        .code(0);
    let id = &vault.ids()[1];
    code(&[id, "--at=59"]).stdout("94287082").code(0);
    code(&["hub", "--at=59"])
        .stderr(
            "2 accounts match “hub”:\n  [id]  GitHub (me)\n  [id]  GitHub Enterprise (me)\n\
             Add a word, or give the id.",
        )
        .code(1);
    code(&["nobody"])
        .says("cli-no-match", &[("query", "nobody")])
        .code(1);
    let used = vault
        .keytick(["list", "enterprise", "--json"])
        .run()
        .succeeds()
        .json();
    assert!(used["accounts"][0]["used"].is_null());
    let used = vault
        .keytick(["list", "github", "--json"])
        .run()
        .succeeds()
        .json();
    assert!(used["accounts"][0]["used"].is_string());
}

#[test]
fn a_counter_moves_on_before_its_code_is_shown() {
    let vault = vault();
    let code = |args: &[&str]| vault.keytick(["code", "bank"]).args(args).run();
    code(&["--peek"]).stdout("755224").code(0);
    code(&[]).stdout("755224").code(0);
    code(&["--json"])
        .stdout(r#"{"id":"[id]","issuer":"Bank","account":"me","type":"hotp","code":"287082","next":null,"period":null,"valid_from":null,"valid_to":null,"seconds_left":null}"#)
        .code(0);
    code(&["--peek"]).stdout("359152").code(0);
    for option in ["--at=59", "--next"] {
        let field = &option[..option.find('=').unwrap_or(option.len())];
        code(&[option])
            .says("cli-time-for-counter", &[("field", field)])
            .code(2);
    }
    code(&["--peek"]).stdout("359152").code(0);
}

#[test]
#[cfg(target_os = "linux")]
fn a_counter_stays_where_there_is_no_clipboard_to_copy_to() {
    let vault = vault();
    vault
        .keytick(["code", "bank", "--copy"])
        .run()
        .says("cli-no-clipboard", &[])
        .code(1);
    vault
        .keytick(["code", "bank", "--peek"])
        .run()
        .stdout("755224")
        .code(0);
}

/// A program that moves away from under its own name starts what stands there instead:
/// here a keeper that is ready and then gone, as when the desktop session ends just then.
#[test]
#[cfg(target_os = "linux")]
fn a_code_that_cannot_be_copied_after_its_counter_moved_is_printed() {
    use std::os::unix::fs::PermissionsExt as _;
    let vault = vault();
    let keeper = vault.folder.path().join("keytick (deleted)");
    std::fs::write(&keeper, "#!/bin/sh\necho ready\n").unwrap();
    std::fs::set_permissions(&keeper, std::fs::Permissions::from_mode(0o700)).unwrap();
    let script =
        "cp \"$1\" keytick; exec 3<keytick; rm keytick; shift; exec /proc/self/fd/3 \"$@\"";
    let copy = |account| {
        vault
            .keytick(["code", account, "--copy"])
            .through(&["sh", "-c", script, "sh"])
            .run()
    };
    copy("bank")
        .stdout("755224")
        .says("cli-not-copied", &[])
        .code(1);
    copy("enterprise").says("cli-no-clipboard", &[]).code(1);
    vault
        .keytick(["code", "bank", "--peek"])
        .run()
        .stdout("287082")
        .code(0);
}

#[test]
fn the_password_may_come_from_a_file() {
    let vault = vault();
    std::fs::write(
        vault.folder.path().join("password"),
        format!("{PASSWORD}\r\n"),
    )
    .unwrap();
    Keytick::new()
        .args(["code", "github", "--at=59", "--password-file=password"])
        .env("KEYTICK_VAULT", vault.path().to_str().unwrap())
        .in_folder(vault.folder.path())
        .run()
        .stdout("94287082")
        .code(0);
}
