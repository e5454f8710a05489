//! Files and folders that are missing, full, linked or not to be written.

use std::fs;

use keytick_vault::{Credential, KdfCost, LockedVault, Vault};

use crate::support::{folder, password, path_in, put, stamp};

#[test]
fn a_missing_vault_is_not_found() {
    let folder = folder();
    let error = LockedVault::open(&path_in(&folder)).unwrap_err();
    assert_eq!((error.id(), error.class()), ("vault-not-found", None));
    let error = LockedVault::open(&folder.path().join("no/such/folder/v")).unwrap_err();
    assert_eq!(error.id(), "vault-not-found");
}

#[test]
fn a_folder_is_not_a_vault() {
    let folder = folder();
    let error = LockedVault::open(folder.path()).unwrap_err();
    assert_eq!(error.id(), "vault-not-a-file");
    let error = Vault::create(
        folder.path(),
        &password("x"),
        KdfCost::cheap(),
        b"",
        &stamp(),
    );
    assert_eq!(error.unwrap_err().id(), "vault-exists");
}

#[test]
fn missing_folders_are_made_for_a_new_vault() {
    let folder = folder();
    let path = folder.path().join("a/b/vault.keytick");
    Vault::create(&path, &password("x"), KdfCost::cheap(), b"", &stamp()).unwrap();
    assert!(LockedVault::open(&path).is_ok());
}

#[test]
fn a_folder_that_vanished_is_named() {
    let folder = folder();
    let inner = folder.path().join("stick");
    fs::create_dir(&inner).unwrap();
    let path = inner.join("vault.keytick");
    let mut vault = Vault::create(&path, &password("x"), KdfCost::cheap(), b"", &stamp()).unwrap();
    fs::remove_dir_all(&inner).unwrap();
    assert_eq!(
        put(&mut vault, b"x").unwrap_err().id(),
        "vault-folder-missing"
    );
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::path::Path;
    use std::process::Command;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn only_the_owner_can_read_what_is_written() {
        let folder = folder();
        let path = folder.path().join("new/vault.keytick");
        let mut vault =
            Vault::create(&path, &password("x"), KdfCost::cheap(), b"", &stamp()).unwrap();
        vault.write_sealed("usage", b"x").unwrap();
        assert_eq!(mode(&folder.path().join("new")), 0o700);
        for name in ["vault.keytick", "vault.keytick.lock", "vault.keytick.usage"] {
            assert_eq!(mode(&folder.path().join("new").join(name)), 0o600, "{name}");
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        put(&mut vault, b"y").unwrap();
        assert_eq!(mode(&path), 0o600);
    }

    #[test]
    fn a_link_stays_a_link_and_its_target_is_saved() {
        let folder = folder();
        let target = folder.path().join("synced/real.keytick");
        Vault::create(&target, &password("x"), KdfCost::cheap(), b"one", &stamp()).unwrap();
        let link = path_in(&folder);
        symlink("synced/real.keytick", &link).unwrap();
        let locked = LockedVault::open(&link).unwrap();
        let (mut vault, _) = locked.unlock(Credential::Password(&password("x"))).unwrap();
        put(&mut vault, b"two").unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        let (_, payload) = LockedVault::open(&target)
            .unwrap()
            .unlock(Credential::Password(&password("x")))
            .unwrap();
        assert_eq!(payload.as_slice(), b"two");
        assert_eq!(vault.path(), link);
    }

    #[test]
    fn a_link_that_leads_nowhere_is_neither_opened_nor_replaced() {
        let folder = folder();
        let link = path_in(&folder);
        symlink("nowhere", &link).unwrap();
        assert_eq!(
            LockedVault::open(&link).unwrap_err().id(),
            "vault-not-found"
        );
        let error = Vault::create(&link, &password("x"), KdfCost::cheap(), b"", &stamp());
        assert_eq!(error.unwrap_err().id(), "vault-exists");
    }

    #[test]
    fn a_device_that_never_ends_is_not_read() {
        let error = LockedVault::open(Path::new("/dev/zero")).unwrap_err();
        assert_eq!(error.id(), "vault-not-a-file");
    }

    /// Runs a test again in a process of which `wrap` takes something away. The test sees
    /// that in `KEYTICK_TEST_FOLDER`.
    fn again(test: &str, wrap: &[&str], folder: &Path) {
        let program = std::env::current_exe().unwrap();
        let done = Command::new(wrap[0])
            .args(&wrap[1..])
            .arg(program)
            .args(["--exact", test, "--nocapture"])
            .env("KEYTICK_TEST_FOLDER", folder)
            .output();
        match done {
            Ok(done) if done.status.success() => {}
            Ok(done) => {
                let said = String::from_utf8_lossy(&done.stderr);
                // The wrapper itself may not be allowed to do its work here.
                assert!(
                    said.contains(wrap[0]) && !said.contains("panicked"),
                    "{said}"
                );
                eprintln!("not run: {test}: {said}");
            }
            Err(error) => eprintln!("not run: {test}: {}: {error}", wrap[0]),
        }
    }

    fn wrapped_folder() -> Option<std::path::PathBuf> {
        std::env::var_os("KEYTICK_TEST_FOLDER").map(Into::into)
    }

    #[test]
    fn a_read_only_folder_opens_but_does_not_save() {
        let Some(folder) = wrapped_folder() else {
            let folder = folder();
            // Root may write everywhere, unless it gives that up.
            let wrap = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"];
            let test = "places::unix::a_read_only_folder_opens_but_does_not_save";
            let root = fs::metadata("/proc/self")
                .is_ok_and(|it| std::os::unix::fs::MetadataExt::uid(&it) == 0);
            return again(test, if root { &wrap } else { &["env"] }, folder.path());
        };
        let path = folder.join("vault.keytick");
        let mut vault =
            Vault::create(&path, &password("x"), KdfCost::cheap(), b"one", &stamp()).unwrap();
        let before = fs::read(&path).unwrap();
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o500)).unwrap();
        let saved = put(&mut vault, b"two");
        let opened = LockedVault::open(&path);
        let created = Vault::create(
            &folder.join("other"),
            &password("x"),
            KdfCost::cheap(),
            b"",
            &stamp(),
        );
        let sealed = vault.write_sealed("usage", b"x");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!(saved.unwrap_err().id(), "vault-read-only");
        assert!(opened.is_ok());
        assert_eq!(created.unwrap_err().id(), "vault-read-only");
        assert_eq!(sealed.unwrap_err().id(), "vault-read-only");
        assert_eq!(fs::read(&path).unwrap(), before);
        put(&mut vault, b"two").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        let unreadable = LockedVault::open(&path);
        assert_eq!(unreadable.unwrap_err().id(), "vault-not-permitted");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_leaves_the_old_vault() {
        let Some(folder) = wrapped_folder() else {
            let folder = folder();
            let test = "places::unix::a_full_disk_leaves_the_old_vault";
            let mount = "mount -t tmpfs -o size=64k tmpfs \"$KEYTICK_TEST_FOLDER\" || { echo unshare: no mount >&2; exit 1; }; exec \"$@\"";
            let wrap = [
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                mount,
                "sh",
            ];
            return again(test, &wrap, folder.path());
        };
        let path = folder.join("vault.keytick");
        let mut vault =
            Vault::create(&path, &password("x"), KdfCost::cheap(), b"one", &stamp()).unwrap();
        let before = fs::read(&path).unwrap();
        let error = put(&mut vault, &[7; 60_000]).unwrap_err();
        assert_eq!(error.id(), "vault-disk-full");
        assert_eq!(fs::read(&path).unwrap(), before);
        // Nothing half-written takes up the space, and a save that fits succeeds.
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
        put(&mut vault, b"two").unwrap();
        assert!(LockedVault::open(&path).is_ok());
    }
}
