//! The power is cut after every call that changes the disk, and everything that a disk may
//! then hold is opened.
//!
//! What survives of the changes that nobody waited for: of names any subset, of a file any
//! subset of its sectors at any length. Where that is more than a save's share, a sample.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::disk::{Disk, File, Folder, Node};
use super::scenarios::all;
use super::simulated::Lacks;
use super::world::{Seen, World};
use super::{Numbers, count, report};

/// The most states of one file that are combined with everything else.
const FILE_STATES: usize = 96;
/// A sector of an old disk, and one of a new disk or a page of memory.
const SECTORS: [usize; 2] = [512, 4_096];

/// What a run found.
#[derive(Debug, Default)]
struct Found {
    states: usize,
    losses: Vec<String>,
}

/// Cuts the power throughout a scenario's deed.
fn torture(world: &World, lacks: Lacks, per_save: usize, numbers: &mut Numbers) -> Found {
    let mut stage = world.stage_with(lacks);
    stage.fs.start_recording();
    let answered = stage.act(world).is_ok();
    let mut moments: Vec<(Disk, Seen)> = stage
        .fs
        .recorded()
        .into_iter()
        .map(|disk| (disk, Seen::Unknown))
        .collect();
    if answered {
        moments.push((stage.fs.disk(), Seen::Acknowledged));
    }
    let share = per_save.div_ceil(moments.len().max(1));
    let mut found = Found::default();
    for (disk, seen) in &moments {
        for left in survivors(disk, share, numbers) {
            found.states += 1;
            if let Err(loss) = world.check(&left, seen) {
                found.losses.push(format!("{}: {loss}", world.name));
            }
        }
    }
    found
}

/// The different disks that a power cut may leave, at most `share` of them.
fn survivors(disk: &Disk, share: usize, numbers: &mut Numbers) -> Vec<Disk> {
    let folders: Vec<(Node, &Folder)> = disk.pending_folders().collect();
    let files: Vec<(Node, Vec<Vec<u8>>)> = disk
        .pending_files()
        .filter(|(node, _)| disk.is_named(*node))
        .map(|(node, file)| (node, file_states(file, numbers)))
        .collect();
    let names: u32 = folders
        .iter()
        .map(|(_, folder)| u32::try_from(folder.pending.len()).unwrap_or(u32::MAX))
        .sum();
    let of_files: usize = files.iter().map(|(_, states)| states.len()).product();
    let all = 1_usize
        .checked_shl(names)
        .and_then(|of_names| of_names.checked_mul(of_files));
    let exhaustive = all.filter(|all| *all <= share);
    let mut seen = HashSet::new();
    let mut left = Vec::new();
    // Twice as many draws as are wanted: many are alike.
    for turn in 0..exhaustive.unwrap_or(2 * share) {
        // The digits of a number choose; of a sample the first two are nothing and everything.
        let mut choice = match (exhaustive, turn) {
            (Some(_), turn) => Choice::Number(turn),
            (None, 0) => Choice::Least,
            (None, 1) => Choice::Most,
            (None, _) => Choice::Random(numbers),
        };
        let survive: BTreeMap<Node, Vec<bool>> = folders
            .iter()
            .map(|(node, folder)| {
                let mut kept: Vec<bool> = Vec::new();
                for naming in &folder.pending {
                    let wanted = choice.below(2) == 1;
                    kept.push(wanted && naming.after.is_none_or(|after| kept[after]));
                }
                (*node, kept)
            })
            .collect();
        let bytes: BTreeMap<Node, Vec<u8>> = files
            .iter()
            .map(|(node, states)| (*node, states[choice.below(states.len())].clone()))
            .collect();
        let after = disk.after_power_cut(&survive, &bytes);
        if seen.insert(after.fingerprint(disk)) {
            left.push(after);
        }
        if left.len() == share {
            break;
        }
    }
    left
}

enum Choice<'a> {
    Number(usize),
    Least,
    Most,
    Random(&'a mut Numbers),
}

impl Choice<'_> {
    fn below(&mut self, end: usize) -> usize {
        match self {
            Self::Number(number) => {
                let digit = *number % end;
                *number /= end;
                digit
            }
            Self::Least => 0,
            Self::Most => end - 1,
            Self::Random(numbers) => numbers.below(end),
        }
    }
}

/// What may be left of a file with pending bytes: first what the disk had, last everything.
fn file_states(file: &File, numbers: &mut Numbers) -> Vec<Vec<u8>> {
    let mut states = BTreeSet::new();
    for sector in SECTORS {
        let sectors = file.bytes.len().div_ceil(sector);
        // Cut after every sector, or with one of them missing.
        for place in 0..sectors.min(FILE_STATES / 4) {
            states.insert(torn(file, sector, |it| it < place, place * sector));
            states.insert(torn(file, sector, |it| it != place, file.bytes.len()));
        }
        // As long as it should be, and empty.
        states.insert(torn(file, sector, |_| false, file.bytes.len()));
    }
    while states.len() < FILE_STATES && file.bytes.len() > SECTORS[0] {
        let sector = SECTORS[numbers.below(2)];
        let length = match numbers.below(2) {
            0 => file.bytes.len(),
            _ => numbers.below(file.bytes.len() + 1),
        };
        let mask = numbers.next();
        states.insert(torn(file, sector, |it| mask >> (it % 64) & 1 == 1, length));
        if file.bytes.len() <= 4 * SECTORS[0] {
            break;
        }
    }
    let (nothing, everything) = (file.durable.to_vec(), file.bytes.to_vec());
    states.remove(&nothing);
    states.remove(&everything);
    let mut all = vec![nothing];
    all.extend(states);
    all.push(everything);
    all
}

/// A file of this length in which only some of the new sectors are.
fn torn(file: &File, sector: usize, written: impl Fn(usize) -> bool, length: usize) -> Vec<u8> {
    let old = |place: usize| file.durable.get(place).copied().unwrap_or(0);
    let new = |place: usize| file.bytes.get(place).copied().unwrap_or(0);
    (0..length)
        .map(|place| match written(place / sector) {
            true => new(place),
            false => old(place),
        })
        .collect()
}

#[test]
fn no_power_cut_loses_what_was_saved() {
    let wanted = count("KEYTICK_POWER_CUTS", 20_000);
    let mut numbers = Numbers(1);
    let mut found = Found::default();
    // Shares grow until there are as many different states as wanted: many saves have fewer
    // than their share.
    let mut per_save = wanted / 16;
    while found.states < wanted {
        found = Found::default();
        for world in all() {
            let one = torture(world, world.lacks, per_save, &mut numbers);
            found.states += one.states;
            found.losses.extend(one.losses);
        }
        assert_eq!(found.losses, Vec::<String>::new());
        per_save *= 2;
    }
    report(&format!(
        "power cuts: {} different states in {} scenarios, 0 lost, 0 unopenable",
        found.states,
        all().len()
    ));
}

/// Negative controls: a rig that cannot find these losses would prove nothing.
fn losses_without(name: &str, lacks: impl Fn(Lacks) -> Lacks) {
    let mut numbers = Numbers(2);
    let (mut states, mut losses) = (0, Vec::new());
    for world in all() {
        let one = torture(world, lacks(world.lacks), 256, &mut numbers);
        states += one.states;
        losses.extend(one.losses);
    }
    assert!(!losses.is_empty(), "no loss in {states} states");
    report(&format!(
        "negative control, {name}: {} losses in {states} states",
        losses.len()
    ));
}

#[test]
fn without_waiting_for_files_the_rig_finds_losses() {
    losses_without("no file is waited for", |lacks| Lacks {
        file_sync: true,
        ..lacks
    });
}

#[test]
fn without_waiting_for_folders_the_rig_finds_losses() {
    losses_without("no folder is waited for", |lacks| Lacks {
        folder_sync: true,
        ..lacks
    });
}
