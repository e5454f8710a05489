//! Any JSON as the arguments of any command: an answer or an error, and never a panic. The kept
//! files are in tests/fuzz/corpus; there is no target for cargo-fuzz, which would have to be
//! built with the whole shell.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::locked::{NOBODY, while_locked};
use super::shell::{PASSWORD, Shell, typed};

#[path = "../fuzz/replay.rs"]
mod replay;

/// After so many calls there is another shell, so that a long run does not grow.
const CALLS: u32 = 500;

/// An open vault with one account.
struct Target {
    shell: Shell,
    account: String,
    calls: u32,
}

impl Target {
    fn new() -> Self {
        let shell = Shell::open();
        let account = shell.add(typed("Acme", "me", "JBSWY3DPEHPK3PXP"));
        Self {
            shell,
            account,
            calls: 0,
        }
    }

    /// Calls a command, named in the first line, with the JSON in the rest. Where somebody
    /// stands in it, the account is meant.
    fn call(&mut self, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes).replace(NOBODY, &self.account);
        let Some((command, arguments)) = text.split_once('\n') else {
            return;
        };
        let Ok(arguments) = serde_json::from_str::<Value>(arguments) else {
            return;
        };
        let answer = self.shell.call(command, arguments.clone());
        let is_locked = answer.is_err_and(|error| error["id"] == "desktop-locked");
        if is_locked && self.opens() {
            let _ = self.shell.call(command, arguments);
        }
        self.calls += 1;
        if self.calls == CALLS {
            *self = Self::new();
        }
    }

    /// Opens the vault, or another one where the password is no longer this one or has to wait.
    fn opens(&mut self) -> bool {
        let password = json!({ "password": PASSWORD });
        let is_open = self.shell.call("unlock", password).is_ok();
        if !is_open {
            *self = Self::new();
        }
        is_open
    }
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus/command")
}

/// `KEYTICK_UPDATE=1` writes the files: every command, as the window calls it.
#[test]
fn any_arguments_are_answered_or_refused() {
    if std::env::var_os("KEYTICK_UPDATE").is_some() {
        std::fs::create_dir_all(corpus()).unwrap();
        for (command, arguments, _) in while_locked() {
            let call = format!("{command}\n{arguments}");
            std::fs::write(corpus().join(command), call).unwrap();
        }
    }
    let target = RefCell::new(Target::new());
    let files = replay::replay(&corpus(), 4, |bytes| target.borrow_mut().call(bytes));
    assert!(files >= 80);
}
