//! How the tests speak: `Keytick::new().args(..).stdin(..).run().stdout(..).code(0)`.
//! Output is compared exactly, and is nothing unless the test says what it is.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

/// The password of every vault in these tests.
pub const PASSWORD: &str = "ruin carpet violin seventeen";

/// One run of the program, to be.
pub struct Keytick {
    wrapper: Vec<String>,
    args: Vec<String>,
    stdin: String,
    envs: Vec<(String, String)>,
    folder: Option<PathBuf>,
}

impl Keytick {
    pub fn new() -> Self {
        Self {
            wrapper: Vec::new(),
            args: Vec::new(),
            stdin: String::new(),
            envs: Vec::new(),
            folder: None,
        }
    }

    pub fn args<S: AsRef<str>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.args
            .extend(args.into_iter().map(|arg| arg.as_ref().to_owned()));
        self
    }

    /// Adds a line to standard input.
    pub fn stdin(mut self, line: &str) -> Self {
        self.stdin += line;
        self.stdin += "\n";
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.envs.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Runs in this folder, which is `[dir]` in the output.
    pub fn in_folder(mut self, folder: &Path) -> Self {
        self.folder = Some(folder.to_owned());
        self
    }

    /// Runs through another program, which takes something away from it.
    #[cfg(unix)]
    pub fn through(mut self, wrapper: &[&str]) -> Self {
        self.wrapper = wrapper.iter().map(|word| (*word).to_owned()).collect();
        self
    }

    pub fn run(self) -> Ran {
        let folder = self.folder.clone();
        let output = self.start().wait_with_output().unwrap();
        Ran::new(output, folder.as_deref())
    }

    /// Starts it and hands it all of its standard input.
    pub fn start(self) -> Child {
        let input = self.stdin.clone();
        let mut child = self.start_waiting();
        let mut stdin = child.stdin.take().unwrap();
        // A program that refuses its arguments does not read.
        let _ = stdin.write_all(input.as_bytes());
        child
    }

    /// Starts it and leaves its standard input open.
    pub fn start_waiting(self) -> Child {
        let program = env!("CARGO_BIN_EXE_keytick").to_owned();
        let words: Vec<String> = [self.wrapper, vec![program], self.args].concat();
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]);
        if let Some(folder) = &self.folder {
            command.current_dir(folder);
        }
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "KEYTICK_VAULT"] {
            command.env_remove(name);
        }
        // The person who runs these tests has a data folder of their own.
        for name in ["HOME", "XDG_DATA_HOME"] {
            command.env(name, env!("CARGO_TARGET_TMPDIR"));
        }
        command
            .env("COLUMNS", "80")
            .env("LC_ALL", "C")
            .envs(self.envs)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }
}

/// What a run gave, and what the test expects of it.
#[must_use = "nothing is compared before `code`"]
pub struct Ran {
    output: Output,
    folder: String,
    hidden: Vec<&'static str>,
    stdout: String,
    stderr: String,
}

impl Ran {
    pub fn new(output: Output, folder: Option<&Path>) -> Self {
        let folder = folder.map_or(String::new(), |folder| folder.display().to_string());
        Self {
            output,
            folder,
            hidden: Vec::new(),
            stdout: String::new(),
            stderr: String::new(),
        }
    }

    /// The JSON fields of these names are `…` in what is compared: times, sizes.
    pub fn hiding(mut self, fields: &[&'static str]) -> Self {
        self.hidden.extend(fields);
        self
    }

    /// Standard output is for the test to look at, and not compared.
    pub fn hiding_stdout(mut self) -> Self {
        self.stdout = self.shown(&self.output.stdout);
        self
    }

    /// What standard output is: lines, with `[id]` for every account id.
    pub fn stdout(mut self, expected: &str) -> Self {
        self.stdout = lines(expected);
        self
    }

    pub fn stderr(mut self, expected: &str) -> Self {
        self.stderr = lines(expected);
        self
    }

    /// Standard error is this message with its hint, as the message files have it.
    pub fn says(self, id: &str, args: &[(&str, &str)]) -> Self {
        let hint = keytick_texts::hint(id, args);
        let told = [Some(keytick_texts::text(id, args)), hint];
        let told: Vec<String> = told.into_iter().flatten().collect();
        self.stderr(&told.join("\n"))
    }

    /// Compares everything, and the exit code.
    #[track_caller]
    pub fn code(self, expected: i32) -> Done {
        let stdout = self.shown(&self.output.stdout);
        let stderr = self.shown(&self.output.stderr);
        let got = (self.output.status.code(), stdout.as_str(), stderr.as_str());
        let wanted = (Some(expected), self.stdout.as_str(), self.stderr.as_str());
        assert!(
            got == wanted,
            "exit code: {:?}, expected {:?}\n--- stdout\n{}--- expected\n{}--- stderr\n{}--- expected\n{}",
            got.0,
            wanted.0,
            got.1,
            wanted.1,
            got.2,
            wanted.2,
        );
        Done(String::from_utf8(self.output.stdout).unwrap())
    }

    pub fn exit_code(&self) -> Option<i32> {
        self.output.status.code()
    }

    /// Standard output as it is compared.
    pub fn stdout_text(&self) -> String {
        self.shown(&self.output.stdout)
    }

    /// Standard error as it is compared.
    pub fn stderr_text(&self) -> String {
        self.shown(&self.output.stderr)
    }

    /// Takes the output as it is, of a run that succeeded.
    #[track_caller]
    pub fn succeeds(self) -> Done {
        let stderr = String::from_utf8_lossy(&self.output.stderr);
        assert!(self.output.status.success(), "{stderr}");
        Done(String::from_utf8(self.output.stdout).unwrap())
    }

    fn shown(&self, bytes: &[u8]) -> String {
        let mut text = String::from_utf8(bytes.to_vec()).unwrap();
        if !self.folder.is_empty() {
            text = text.replace(&self.folder, "[dir]");
        }
        text = without_ids(&text);
        for field in &self.hidden {
            text = without_value(&text, field);
        }
        text
    }
}

/// A run that was as expected.
pub struct Done(pub String);

impl Done {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.0).unwrap()
    }
}

fn lines(text: &str) -> String {
    match text {
        "" => String::new(),
        text => format!("{text}\n"),
    }
}

/// `[id]` for every UUID.
fn without_ids(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let id = rest
            .get(..36)
            .filter(|id| uuid::Uuid::try_parse(id).is_ok());
        let taken = match id {
            Some(_) => {
                out += "[id]";
                36
            }
            None => {
                out.push(first);
                first.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    out
}

/// `"field":…` for every `"field":value`.
fn without_value(text: &str, field: &str) -> String {
    let name = format!("\"{field}\":");
    let mut parts = text.split(&name);
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let end = part.find([',', '}']).unwrap();
        out += &format!("{name}…{}", &part[end..]);
    }
    out
}

/// A vault of the test's own.
pub struct Vault {
    pub folder: TempDir,
}

impl Vault {
    /// An empty vault with `PASSWORD`. Made once: each costs a key derivation.
    pub fn new() -> Self {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let bytes = MADE.get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("vault.keytick");
            Keytick::new()
                .args([
                    "vault",
                    "create",
                    "--password-stdin",
                    "--kdf-memory=64",
                    "--quiet",
                ])
                .args(["--vault", path.to_str().unwrap()])
                .stdin(PASSWORD)
                .run()
                .code(0);
            fs::read(path).unwrap()
        });
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("vault.keytick"), bytes).unwrap();
        Self { folder }
    }

    /// The same with these accounts in it.
    pub fn with(uris: &[&str]) -> Self {
        let vault = Self::new();
        let mut add = vault.keytick(["add", "--uri=-", "--yes", "--quiet"]);
        for uri in uris {
            add = add.stdin(uri);
        }
        add.run().code(0);
        vault
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("vault.keytick")
    }

    /// A run on this vault, with its password as the first line of standard input.
    pub fn keytick<S: AsRef<str>>(&self, args: impl IntoIterator<Item = S>) -> Keytick {
        self.locked(args).args(["--password-stdin"]).stdin(PASSWORD)
    }

    /// A run on this vault without its password.
    pub fn locked<S: AsRef<str>>(&self, args: impl IntoIterator<Item = S>) -> Keytick {
        Keytick::new()
            .args(args)
            .args(["--vault", "vault.keytick"])
            .in_folder(self.folder.path())
    }

    /// The ids of the accounts, in list order.
    pub fn ids(&self) -> Vec<String> {
        let list = self.keytick(["list", "--json"]).run().succeeds().json();
        let accounts = list["accounts"].as_array().unwrap();
        let id = |account: &Value| account["id"].as_str().unwrap().to_owned();
        accounts.iter().map(id).collect()
    }

    /// Issuer and account of each, in list order.
    pub fn names(&self) -> Vec<String> {
        let list = self.keytick(["list", "--json"]).run().succeeds().json();
        let accounts = list["accounts"].as_array().unwrap();
        let text = |account: &Value, field| account[field].as_str().unwrap().to_owned();
        accounts
            .iter()
            .map(|account| format!("{}/{}", text(account, "issuer"), text(account, "account")))
            .collect()
    }
}
