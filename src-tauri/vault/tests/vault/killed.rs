//! A program that saves is really killed, at a random moment, thousands of times.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

use keytick_vault::{Credential, Error, LockedVault, RecoveryKey, Vault, backups};
use tempfile::TempDir;
use zeroize::Zeroizing;

use crate::support::{count, key_text, path_in, quick_folder, report, stamp, vault_with_recovery};

/// How many programs are tortured at a time, each with a vault of its own.
const AT_ONCE: usize = 2;
/// A save takes less than a millisecond; a program is killed within its first few.
const LONGEST_LIFE: u64 = 4_000;

/// The vault's folder and its recovery key, for the program that is to be killed.
const FOLDER: &str = "KEYTICK_TEST_KILLED";
const KEY: &str = "KEYTICK_TEST_KILLED_KEY";

#[test]
fn killed_at_random_nothing_is_lost() {
    let kills = count("KEYTICK_KILLS", 2_000);
    let interrupted: usize = thread::scope(|scope| {
        let workers: Vec<_> = (0..AT_ONCE)
            .map(|worker| scope.spawn(move || torture(worker, kills / AT_ONCE)))
            .collect();
        let found = workers.into_iter().map(|worker| worker.join().unwrap());
        found.sum()
    });
    report(&format!(
        "killed at random: {kills} times, {interrupted} in the middle of a save, 0 lost, 0 unopenable"
    ));
}

/// Starts and kills programs that save; tells how many left a temporary file.
fn torture(worker: usize, kills: usize) -> usize {
    let folder = quick_folder();
    let (vault, recovery) = vault_with_recovery(&folder, &payload(0));
    drop(vault);
    let mut numbers = worker as u64 + 1;
    let (mut saved, mut interrupted) = (0, 0);
    for kill in 0..kills {
        numbers = numbers
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let life = Duration::from_micros((numbers >> 33) % LONGEST_LIFE);
        let acknowledged = kill_after(life, folder.path(), &recovery).unwrap_or(saved);
        interrupted += usize::from(temporary(folder.path()).next().is_some());
        saved = number_in(&folder, &recovery);
        assert!(
            saved == acknowledged || saved == acknowledged + 1,
            "kill {kill}: {saved} is there, {acknowledged} was acknowledged"
        );
        if kill % 50 == 0 {
            let all = backups(&path_in(&folder)).unwrap();
            assert!(all.iter().all(|backup| backup.check().is_ok()));
        }
    }
    let (mut vault, _) = open(folder.path(), &recovery);
    save(&mut vault, saved + 1).unwrap();
    assert_eq!(temporary(folder.path()).count(), 0, "all are swept");
    interrupted
}

/// Kills a program that saves when it has lived so long; the last number that it said it had
/// saved.
fn kill_after(life: Duration, folder: &Path, recovery: &RecoveryKey) -> Option<u64> {
    let mut child = start(folder, recovery);
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let ready = |line: &str| line == "ready";
    assert!(
        lines.any(|line| ready(&line.unwrap())),
        "the program starts"
    );
    // Not to wait for something: the moment itself is what is random.
    thread::park_timeout(life);
    child.kill().unwrap();
    child.wait().unwrap();
    let said = lines.map_while(Result::ok);
    let saved = said.filter_map(|line| line.strip_prefix("saved ")?.parse().ok());
    saved.last()
}

fn start(folder: &Path, recovery: &RecoveryKey) -> Child {
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args([
            "--exact",
            "killed::the_program_that_is_killed",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .env(KEY, key_text(recovery))
        .stdin(Stdio::null())
        .stdout(Stdio::piped());
    command.spawn().unwrap()
}

/// Not a test of its own: what [`start`] starts. It saves the next number until it is killed,
/// and says so after each.
#[test]
fn the_program_that_is_killed() {
    let (Some(folder), Ok(key)) = (env::var_os(FOLDER), env::var(KEY)) else {
        return;
    };
    let (mut vault, payload) = open(Path::new(&folder), &RecoveryKey::parse(&key).unwrap());
    let mut out = std::io::stdout();
    writeln!(out, "\nready").unwrap();
    for number in number(&payload) + 1.. {
        if number % 5 == 0 {
            vault.write_sealed("usage", &[7; 5_000]).unwrap();
        }
        save(&mut vault, number).unwrap();
        writeln!(out, "saved {number}").unwrap();
    }
}

fn open(folder: &Path, recovery: &RecoveryKey) -> (Vault, Vec<u8>) {
    let locked = LockedVault::open(&folder.join("vault.keytick")).unwrap();
    let (vault, payload) = locked.unlock(Credential::Recovery(recovery)).unwrap();
    (vault, payload.to_vec())
}

fn number_in(folder: &TempDir, recovery: &RecoveryKey) -> u64 {
    number(&open(folder.path(), recovery).1)
}

fn save(vault: &mut Vault, number: u64) -> Result<(), Error> {
    let mut stamp = stamp();
    // Half an hour later each, so that backups of days and weeks go, too.
    stamp.now += number * 1_800;
    vault.update(&stamp, |_| Ok(Zeroizing::new(payload(number))))
}

/// A number, and as much besides as makes files grow and shrink.
fn payload(number: u64) -> Vec<u8> {
    let mut payload = number.to_be_bytes().to_vec();
    payload.resize(8 + (number % 7) as usize * 3_000, 7);
    payload
}

fn number(payload: &[u8]) -> u64 {
    assert_eq!(
        payload.len(),
        8 + (payload_number(payload) % 7) as usize * 3_000
    );
    payload_number(payload)
}

fn payload_number(payload: &[u8]) -> u64 {
    u64::from_be_bytes(payload[..8].try_into().unwrap())
}

fn temporary(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let here = fs::read_dir(folder).unwrap();
    let backups = fs::read_dir(folder.join("backups"));
    let all = here.chain(backups.into_iter().flatten());
    all.map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().contains(".tmp-"))
}
