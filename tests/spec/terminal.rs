//! The program at a terminal: hidden questions, a yes or no, Ctrl C.
#![cfg(target_os = "linux")]

use std::io::{Read as _, Write as _};
use std::process::Child;

use crate::keytick::{Keytick, PASSWORD, Ran, Vault};
use crate::not_run;

const GITHUB: &str = "otpauth://totp/GitHub:me?secret=JBSWY3DPEHPK3PXP";

/// A run at a terminal that `script` provides.
struct Terminal {
    process: Child,
    shown: String,
}

impl Terminal {
    fn start(keytick: Keytick) -> Option<Self> {
        let script = std::process::Command::new("script")
            .arg("--version")
            .output();
        if !script.is_ok_and(|output| output.status.success()) {
            not_run("questions at a terminal (script of util-linux is not installed)");
            return None;
        }
        // `script` takes one command line; `$0` and `$@` keep our arguments apart in it.
        let through = "script --quiet --return --command \"$(printf '%q ' \"$@\")\" /dev/null";
        let process = keytick
            .through(&["bash", "-c", through, "bash"])
            .start_waiting();
        Some(Self {
            process,
            shown: String::new(),
        })
    }

    /// Waits until the screen ends with this.
    fn sees(mut self, text: &str) -> Self {
        let screen = self.process.stdout.as_mut().unwrap();
        while !self.shown.ends_with(text) {
            let mut byte = [0];
            let read = screen.read(&mut byte).unwrap();
            assert!(read == 1, "ended with {:?}, not {text:?}", self.shown);
            self.shown.push(char::from(byte[0]));
        }
        self
    }

    fn types(mut self, keys: &str) -> Self {
        let keyboard = self.process.stdin.as_mut().unwrap();
        keyboard.write_all(keys.as_bytes()).unwrap();
        self
    }

    /// Everything that was on the screen, and how the run ended.
    #[track_caller]
    fn ends(self, screen: &str, code: i32) {
        let shown = self.shown;
        let mut output = self.process.wait_with_output().unwrap();
        output.stdout = [shown.into_bytes(), output.stdout].concat();
        let screen = screen.replace('\n', "\r\n");
        let shown = String::from_utf8(output.stdout.clone()).unwrap();
        assert_eq!(shown, screen);
        output.stdout.clear();
        Ran::new(output, None).code(code);
    }
}

#[test]
fn what_is_typed_in_secret_is_not_shown() {
    let vault = Vault::new();
    let keytick = vault.locked(["add", "--issuer=Acme", "--account=me"]);
    let Some(terminal) = Terminal::start(keytick) else {
        return;
    };
    terminal
        .sees("Password: ")
        .types(&format!("{PASSWORD}\r"))
        .sees("Key: ")
        .types("jbsw y3dp ehpk 3pxp\r")
        .sees("[y/N] ")
        .types("y\r")
        .ends(
            "Password: \nKey: \n\
             STATUS  ISSUER  ACCOUNT  TYPE\n\
             new     Acme    me       totp\n\
             Add 1 account? [y/N] y\n\
             Added 1 account.\n",
            0,
        );
    assert_eq!(vault.names(), ["Acme/me"]);
}

#[test]
fn only_yes_is_yes() {
    let vault = Vault::new();
    let keytick = vault.locked(["add", "--quiet", "--uri", GITHUB]);
    let Some(terminal) = Terminal::start(keytick) else {
        return;
    };
    terminal
        .sees("Password: ")
        .types(&format!("{PASSWORD}\r"))
        .sees("[y/N] ")
        .types("\r")
        .ends(
            "Password: \nAdd 1 account? [y/N] \nNothing was changed.\n",
            1,
        );
    assert_eq!(vault.names(), [""; 0]);
}

#[test]
fn a_new_password_is_typed_twice() {
    let folder = tempfile::tempdir().unwrap();
    let keytick = Keytick::new()
        .args(["vault", "create", "--vault=other"])
        .in_folder(folder.path());
    let Some(terminal) = Terminal::start(keytick) else {
        return;
    };
    terminal
        .sees("New password: ")
        .types("one\r")
        .sees("again: ")
        .types("two\r")
        .ends(
            "New password: \nNew password again: \nThe two passwords are not the same.\n",
            1,
        );
    assert!(!folder.path().join("other").exists());
}

#[test]
fn ctrl_c_at_a_hidden_question() {
    let vault = Vault::new();
    let Some(terminal) = Terminal::start(vault.locked(["list"])) else {
        return;
    };
    terminal
        .sees("Password: ")
        .types("\u{3}")
        .ends("Password: \n", 130);
}
