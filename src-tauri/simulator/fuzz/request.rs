//! What the fuzz target and the replay of its corpus call.

use keytick_simulator::profile::{Profile, builtin};
use keytick_simulator::server::fuzzing::Rig;

/// A site that has most of what sites have.
pub fn rig() -> Rig {
    let profile = Profile::parse(builtin("strict").expect("it is built in"));
    let rig = Rig::new(profile.expect("it is a profile")).expect("the system gives a runtime");
    assert_eq!(rig.people(), 3, "people are logged in");
    rig
}
