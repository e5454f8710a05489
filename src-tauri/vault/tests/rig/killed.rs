//! The program is killed at every call, before it and in the middle of a write.

use super::report;
use super::scenarios::all;
use super::simulated::{Fate, Moment};
use super::world::{Seen, World};

/// The calls that a scenario's deed makes when nothing happens.
pub(super) fn calls(world: &World) -> usize {
    let mut stage = world.stage();
    stage.fs.set_fate(Fate::Good);
    let _ = stage.act(world);
    stage.fs.calls()
}

#[test]
fn killed_at_every_file_call_nothing_is_lost() {
    let mut points = 0;
    for world in all() {
        let calls = calls(world);
        for (call, moment) in
            (1..=calls).flat_map(|call| [Moment::Before, Moment::Amid].map(|moment| (call, moment)))
        {
            let mut stage = world.stage();
            stage.fs.set_fate(Fate::Killed { call, moment });
            // A dead program has no answer, whatever its code would have said.
            let _ = stage.act(world);
            let checked = world.check(&stage.fs.disk(), &Seen::Unknown);
            assert_eq!(
                checked,
                Ok(()),
                "{}: killed {moment:?} call {call} of {calls}",
                world.name
            );
            points += 1;
        }
    }
    report(&format!(
        "killed at every file call: {points} points in {} scenarios, 0 lost, 0 unopenable",
        all().len()
    ));
}
