//! Eight programs that add accounts to one vault at once.

use std::collections::BTreeSet;
use std::env;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use keytick_accounts::{Accounts, Candidate, Edit};
use keytick_otp::{KeyUri, Secret};
use keytick_vault::{Credential, Error, LockedVault, RecoveryKey, Vault};
use zeroize::Zeroizing;

use crate::support::{count, key_text, quick_folder, report, stamp, vault_with_recovery};

const PROGRAMS: usize = 8;

/// The vault's folder, its recovery key and the program's number, for each program.
const FOLDER: &str = "KEYTICK_TEST_TOGETHER";
const KEY: &str = "KEYTICK_TEST_TOGETHER_KEY";
const NUMBER: &str = "KEYTICK_TEST_TOGETHER_NUMBER";

#[test]
fn eight_programs_that_add_accounts_lose_none() {
    let each = adds();
    let folder = quick_folder();
    let (vault, recovery) = vault_with_recovery(&folder, &Accounts::new().to_payload());
    drop(vault);
    let programs: Vec<Child> = (0..PROGRAMS)
        .map(|number| start(folder.path(), &recovery, number))
        .collect();
    for mut program in programs {
        assert!(program.wait().unwrap().success());
    }
    let (vault, payload) = open(folder.path(), &recovery);
    let accounts = Accounts::from_payload(&payload).unwrap();
    let names: BTreeSet<String> = accounts.live().map(|it| it.account.clone()).collect();
    let all: BTreeSet<String> = (0..PROGRAMS)
        .flat_map(|program| (0..each).map(move |number| name(program, number)))
        .collect();
    assert_eq!(names, all);
    assert_eq!(accounts.live().count(), PROGRAMS * each);
    // One save each: none was made twice.
    assert_eq!(vault.info().generation, 2 + (PROGRAMS * each) as u64);
    report(&format!(
        "{PROGRAMS} processes with {each} adds each: {} accounts, none lost",
        names.len()
    ));
}

fn adds() -> usize {
    count("KEYTICK_ADDS", 100)
}

fn start(folder: &Path, recovery: &RecoveryKey, number: usize) -> Child {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", "together::a_program_that_adds", "--nocapture"])
        .env(FOLDER, folder)
        .env(KEY, key_text(recovery))
        .env(NUMBER, number.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    command.spawn().unwrap()
}

/// Not a test of its own: what [`start`] starts.
#[test]
fn a_program_that_adds() {
    let (Some(folder), Ok(key), Ok(number)) =
        (env::var_os(FOLDER), env::var(KEY), env::var(NUMBER))
    else {
        return;
    };
    let program: usize = number.parse().unwrap();
    let (mut vault, payload) = open(Path::new(&folder), &RecoveryKey::parse(&key).unwrap());
    let mut accounts = Accounts::from_payload(&payload).unwrap();
    for number in 0..adds() {
        add(&mut vault, &mut accounts, &name(program, number));
    }
}

/// Adds an account to what is there now, and tries again while others are faster.
fn add(vault: &mut Vault, accounts: &mut Accounts, name: &str) {
    loop {
        let added = vault.update(&stamp(), |newer| {
            if let Some(payload) = newer {
                *accounts = Accounts::from_payload(&payload).unwrap();
            }
            let mut random = |bytes: &mut [u8]| getrandom::fill(bytes).unwrap();
            let mut edit = Edit {
                now_ms: stamp().now * 1_000,
                device: stamp().device,
                random: &mut random,
            };
            accounts.add(vec![candidate(name)], &mut edit).unwrap();
            Ok::<Zeroizing<Vec<u8>>, Error>(accounts.to_payload())
        });
        match added {
            Ok(()) => return,
            Err(Error::Busy { .. }) => accounts_before(accounts, name),
            Err(other) => panic!("{other}"),
        }
    }
}

/// A save that was refused leaves nothing in the accounts: the lock is asked for first.
fn accounts_before(accounts: &Accounts, name: &str) {
    assert!(accounts.live().all(|account| account.account != name));
}

fn candidate(name: &str) -> Candidate {
    let mut secret = name.as_bytes().to_vec();
    secret.resize(20, b'.');
    let uri = format!(
        "otpauth://totp/Site:{name}?secret={}&issuer=Site",
        Secret::from_bytes(secret).unwrap().to_base32().as_str()
    );
    KeyUri::parse(&uri).unwrap().into()
}

fn name(program: usize, number: usize) -> String {
    format!("{program}-{number}")
}

fn open(folder: &Path, recovery: &RecoveryKey) -> (Vault, Zeroizing<Vec<u8>>) {
    let locked = LockedVault::open(&folder.join("vault.keytick")).unwrap();
    locked.unlock(Credential::Recovery(recovery)).unwrap()
}
