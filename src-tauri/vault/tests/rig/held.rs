//! Another program holds the vault's file, as virus scanners and sync programs do on Windows.

use std::path::Path;

use super::scenarios::all;
use super::world::World;
use crate::{Credential, Error, LockedVault};

fn world(name: &str) -> &'static World {
    let mut worlds = all().iter();
    worlds.find(|world| world.name == name).expect("a scenario")
}

#[test]
fn a_file_that_is_held_for_a_moment_is_replaced_after_it() {
    let world = world("held for a moment");
    assert!(world.stage().act(world).is_ok());
}

#[test]
fn what_cannot_take_a_held_files_place_lies_beside_it_whole() {
    let world = world("held for long");
    let mut stage = world.stage();
    let Err(Error::Held { path, recovery }) = stage.act(world) else {
        panic!("the file is held for longer than anybody waits");
    };
    assert_eq!(path, Path::new("/vault.keytick"));
    assert_eq!(recovery, Path::new("/vault.keytick.recovery-2"));
    let locked = LockedVault::open_on(stage.fs.clone(), &recovery).expect("it is whole");
    let opened = locked.unlock(Credential::Recovery(&world.keys[0]));
    let (_, payload) = opened.expect("with the keys that it had");
    assert_eq!(payload.len(), 60);
}
