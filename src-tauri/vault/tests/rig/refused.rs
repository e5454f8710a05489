//! The system refuses a call: once, or from then on until there is room again.

use std::io::ErrorKind;

use super::killed::calls;
use super::report;
use super::scenarios::all;
use super::simulated::{Fate, Moment};
use super::world::{Deed, Seen, World};

/// How often calls are refused, and when in them.
type How = &'static [(usize, Moment)];

/// Once; once although the work was done, or half of it, as over a network; and from then on.
const IN_EVERY_WAY: How = &[
    (1, Moment::Before),
    (1, Moment::Amid),
    (usize::MAX >> 1, Moment::Before),
];
const FROM_THEN_ON: How = &[(usize::MAX >> 1, Moment::Before)];

/// What may be said of any error: a backup that could not be made, or read. Where none can be
/// read, it is open which of two copies came from which, and merging them loses nothing.
const ABOUT_BACKUPS: [&str; 2] = ["vault-no-backup", "vault-forked"];

/// `EIO`, `ENOSPC`, `EACCES`, and the sentences that a person may then read.
const REFUSALS: [(ErrorKind, &[&str], How); 3] = [
    (ErrorKind::Other, &["vault-io"], IN_EVERY_WAY),
    (
        ErrorKind::StorageFull,
        &["vault-disk-full", "vault-io"],
        FROM_THEN_ON,
    ),
    (
        ErrorKind::PermissionDenied,
        &["vault-read-only", "vault-not-permitted", "vault-io"],
        FROM_THEN_ON,
    ),
];

#[test]
fn refused_at_every_file_call_the_old_vault_stays_and_the_next_try_saves() {
    let mut points = 0;
    for world in all() {
        for call in 1..=calls(world) {
            for (error, sentences, how) in REFUSALS {
                for &(calls, moment) in how {
                    let fate = Fate::Fails {
                        call,
                        calls,
                        error,
                        moment,
                    };
                    let tried = try_twice(world, fate, sentences);
                    assert_eq!(tried, Ok(()), "{}: {fate:?}", world.name);
                    points += 1;
                }
            }
        }
    }
    report(&format!(
        "input and output errors at every file call: {points} in {} scenarios, 0 lost",
        all().len()
    ));
}

fn try_twice(world: &World, fate: Fate, sentences: &[&str]) -> Result<(), String> {
    let mut stage = world.stage();
    stage.fs.set_fate(fate);
    let first = stage.act(world);
    if let Err(error) = &first {
        let id = error.id();
        let clear = sentences.contains(&id) || ABOUT_BACKUPS.contains(&id);
        if !clear && world.refused != Some(id) {
            return Err(format!("an unclear error: {error}"));
        }
    }
    stage.fs.set_fate(Fate::Good);
    let seen = match first {
        // A copy that cannot be seen is merged the next time.
        Ok(()) if matches!(world.deed, Deed::Merge) => Seen::Unknown,
        Ok(()) => Seen::Acknowledged,
        Err(_) => Seen::Unknown,
    };
    // An error where the backup is made costs the backup, never the save.
    world.check_state(&stage.fs.disk(), &seen)?;
    if first.is_ok() {
        return Ok(());
    }
    stage.clear(world);
    stage.act_again(world)
}
