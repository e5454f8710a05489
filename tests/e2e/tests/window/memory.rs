//! What other programs could find in memory: before and after locking, in the app itself and
//! in the processes that show its page.
//!
//! A few cycles in every run; `KEYTICK_MEMORY_CYCLES` and `KEYTICK_MEMORY_SECRETS` ask for
//! more of them.

use std::path::PathBuf;

use keytick_e2e::memory::{Found, Windows};
use keytick_e2e::{App, Screen, until};
use keytick_vault::{KdfCost, Password, Pin, Stamp, Vault};
use zeroize::Zeroizing;

/// Of a site's name, which is no secret: it must be found where the list is.
const NAME: &str = "name of a site";
const SECRET: &str = "secret";
/// The secret that a person asks to see.
const SHOWN: &str = "secret on view";
const KEY: &str = "vault's key";
const PASSWORD: &str = "password";

/// The secrets of the session, and the vault that has them.
struct Secrets {
    vault: Vault,
    windows: Windows,
    password: String,
    name: String,
}

#[test]
fn nothing_secret_is_left_after_locking() {
    // The last has a PIN, for which the app must have run before.
    let cycles = asked_for("KEYTICK_MEMORY_CYCLES", 3).max(2);
    let screen = Screen::start();
    let mut secrets = vault_of(&screen, asked_for("KEYTICK_MEMORY_SECRETS", 40));
    let app = App::open(&screen);
    let mut worst = Found::new();
    for cycle in 1..=cycles {
        if cycle == cycles {
            set_pin(&screen, &mut secrets);
        }
        unlock(&screen, &app, &secrets);
        use_it(&screen, &app);
        let Some(open) = core(&app, &secrets.windows) else {
            println!("not run: the memory of the app can only be read by root here");
            return;
        };
        assert!(of(&open, NAME) > 0, "a scan that finds nothing: {open:?}");
        let page = page(&app, &secrets.windows);
        assert!(of(&page, NAME) > 0, "a scan that finds nothing: {page:?}");
        assert_eq!(of(&page, SECRET), 0, "in the page's processes: {page:?}");

        screen.press("ctrl+l");
        app.shows("Unlock KEYTICK");
        assert_eq!(app.has("input", "PIN"), cycle == cycles);
        let locked = core(&app, &secrets.windows).expect("as before");
        for what in [SECRET, KEY] {
            assert_eq!(of(&locked, what), 0, "{what}, cycle {cycle}: {locked:?}");
        }
        // Seldom it is still on its way through a message of the web view.
        until("the app without the password", || {
            core(&app, &secrets.windows).is_some_and(|found| of(&found, PASSWORD) == 0)
        });
        let page = self::page(&app, &secrets.windows);
        assert_eq!(of(&page, SECRET), 0, "in the page's processes: {page:?}");
        for (of, count) in page {
            let most = worst.entry(of).or_default();
            *most = count.max(*most);
        }
        println!("cycle {cycle}: open {open:?}, locked {locked:?}");
    }
    println!("torture: memory: {cycles} cycles, nothing secret in the app after locking");
    println!("torture: memory: at most in the page's processes while locked: {worst:?}");
}

/// Sets a PIN, as the app does: what it gives lies in a small file beside the vault. The key of
/// a vault that is locked stays under it.
fn set_pin(screen: &Screen, secrets: &mut Secrets) {
    let path = vault_path(screen);
    let device = std::fs::read_to_string(path.with_file_name("device-id")).expect("a device");
    let typed = Password::new(Zeroizing::new("2580".to_owned())).expect("a PIN");
    let pin = Pin::derive(&path, &typed, KdfCost::FLOOR).expect("what it gives");
    let bytes = pin.to_bytes();
    let (_, key) = bytes.split_last_chunk::<32>().expect("a key");
    secrets.windows.add_bytes(KEY, key);
    let name = format!("pin-{}", device.trim());
    secrets.vault.write_sealed(&name, &bytes).expect("a PIN");
}

/// The positive control for the page's processes: what a person asks to see is found there.
/// What is left of it in the app is told, and not promised.
#[test]
fn a_key_on_view_is_found() {
    let screen = Screen::start();
    let secrets = vault_of(&screen, 1);
    let app = App::open(&screen);
    unlock(&screen, &app, &secrets);
    screen.press("ctrl+i");
    app.shows("Show");
    app.fill("Password", &secrets.password);
    screen.press("Return");
    until("a key on view", || {
        of(&page(&app, &secrets.windows), SHOWN) > 0
    });
    screen.press("ctrl+l");
    app.shows("Unlock KEYTICK");
    if let Some(locked) = core(&app, &secrets.windows) {
        println!("of a key that was on view, while locked: {locked:?}");
    }
}

fn unlock(screen: &Screen, app: &App, secrets: &Secrets) {
    app.shows("Unlock KEYTICK");
    screen.type_text(&secrets.password);
    screen.press("Return");
    app.shows(&secrets.name);
    until("codes", || {
        app.rows().iter().any(|row| !row.code.is_empty())
    });
}

/// Copies a code, saves a change, and looks at more accounts.
fn use_it(screen: &Screen, app: &App) {
    screen.press("Return");
    app.shows("Copied");
    // Copying has put the window away.
    app.focus();
    let vault = || std::fs::read(vault_path(screen)).expect("the vault");
    let before = vault();
    screen.press("ctrl+d");
    until("a saved change", || vault() != before);
    screen.press("End");
    screen.press("Home");
}

#[test]
fn no_process_of_the_app_dumps_core() {
    let screen = Screen::start();
    let app = App::open(&screen);
    for pid in app.processes() {
        let limits = std::fs::read_to_string(format!("/proc/{pid}/limits")).expect("limits");
        let line = limits.lines().find(|line| line.starts_with("Max core"));
        let words: Vec<&str> = line.unwrap_or_default().split_whitespace().collect();
        assert_eq!(words[4..6], ["0", "0"], "process {pid}");
    }
}

fn core(app: &App, windows: &Windows) -> Option<Found> {
    match windows.count(app.processes()[0]) {
        Ok(found) => Some(found),
        Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => None,
        Err(error) => panic!("{error}"),
    }
}

fn page(app: &App, windows: &Windows) -> Found {
    let mut all = Found::new();
    let processes = app.processes();
    assert!(processes.len() > 1, "the page has a process of its own");
    for &pid in &processes[1..] {
        for (of, count) in windows.count(pid).expect("memory of the page") {
            *all.entry(of).or_default() += count;
        }
    }
    all
}

fn of(found: &Found, what: &str) -> usize {
    let of_it = found.iter().filter(|((of, _), _)| *of == what);
    of_it.map(|(_, count)| count).sum()
}

fn asked_for(variable: &str, usual: usize) -> usize {
    let asked = std::env::var(variable).ok();
    asked.map_or(usual, |number| number.parse().expect(variable))
}

/// Puts a vault with random secrets where the app looks for one.
fn vault_of(screen: &Screen, count: usize) -> Secrets {
    let mut windows = Windows::default();
    let mut accounts = Vec::new();
    let name = format!("A{}", text(15));
    windows.add_text(NAME, &name);
    for number in 0..count {
        let secret: [u8; 20] = random();
        windows.add_bytes(if number == 0 { SHOWN } else { SECRET }, &secret);
        accounts.push(account(number, &name, &secret));
    }
    let payload = format!(
        r#"{{"schema":1,"clock":"5.0.0101010101010101","accounts":[{}],"tombstones":{{}}}}"#,
        accounts.join(",")
    );
    let password = text(20);
    windows.add_text(PASSWORD, &password);
    let stamp = Stamp {
        now: 1_790_000_000,
        writer: "a test".to_owned(),
        device: [1; 8],
    };
    let path = vault_path(screen);
    let typed = Password::new(Zeroizing::new(password.clone())).expect("a password");
    let vault =
        Vault::create(&path, &typed, KdfCost::FLOOR, payload.as_bytes(), &stamp).expect("a vault");
    windows.add_bytes(KEY, &vault.key_bytes());
    Secrets {
        vault,
        windows,
        password,
        name,
    }
}

fn vault_path(screen: &Screen) -> PathBuf {
    screen.folder("data").join("keytick/vault.keytick")
}

fn account(number: usize, name: &str, secret: &[u8]) -> String {
    let secret = data_encoding::BASE32_NOPAD.encode(secret);
    let issuer = match number {
        0 => name.to_owned(),
        _ => format!("Site {number}"),
    };
    format!(
        r#"{{"id":"00000000-0000-4000-8000-{number:012x}","type":"totp","secret":"{secret}","algorithm":"SHA1","digits":6,"period":30,"issuer":"{issuer}","account":"a","origin":"person","created":5}}"#
    )
}

/// A random text of lower-case letters, which the keyboard types as they are.
fn text(length: usize) -> String {
    let bytes: [u8; 32] = random();
    let letters = bytes.iter().take(length).map(|byte| b'a' + byte % 26);
    letters.map(char::from).collect()
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("random bytes");
    bytes
}
