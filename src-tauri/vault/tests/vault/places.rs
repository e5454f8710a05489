//! Files and folders that are missing, full, linked or not to be written.

use std::fs;

use keytick_vault::{KdfCost, LockedVault, Vault};

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

    #[cfg(target_os = "linux")]
    use data_encoding::HEXLOWER;
    #[cfg(target_os = "linux")]
    use keytick_vault::device_id;
    use keytick_vault::{Credential, Error};
    use zeroize::Zeroizing;

    use super::*;
    use crate::support::{reload, vault};

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
        let error = LockedVault::open(&link).unwrap_err();
        assert_eq!((error.id(), error.class()), ("vault-broken-link", None));
        let error = Vault::create(&link, &password("x"), KdfCost::cheap(), b"", &stamp());
        assert_eq!(error.unwrap_err().id(), "vault-exists");
        let elsewhere = crate::support::folder();
        drop(vault(&elsewhere, b"one"));
        let backup = keytick_vault::Backup::of_file(&path_in(&elsewhere)).unwrap();
        let error = keytick_vault::restore(&link, &backup, 5).unwrap_err();
        assert_eq!(error.id(), "vault-broken-link");
        assert!(link.symlink_metadata().unwrap().is_symlink());
    }

    #[test]
    fn a_sealed_file_that_cannot_be_reached_is_not_a_missing_one() {
        let folder = folder();
        let vault = vault(&folder, b"");
        let itself = folder.path().join("vault.keytick.usage");
        symlink(&itself, &itself).unwrap();
        assert_eq!(vault.read_sealed("usage").unwrap_err().id(), "vault-io");
    }

    #[test]
    fn a_device_that_never_ends_is_not_read() {
        let error = LockedVault::open(Path::new("/dev/zero")).unwrap_err();
        assert_eq!(error.id(), "vault-not-a-file");
    }

    #[test]
    fn a_read_only_file_is_not_replaced() {
        let folder = folder();
        let (path, mut vault) = (path_in(&folder), vault(&folder, b"one"));
        let before = fs::read(&path).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let error = put(&mut vault, b"two").unwrap_err();
        assert_eq!(error.id(), "vault-read-only");
        let error = vault.new_recovery_key(&stamp()).unwrap_err();
        assert_eq!(error.id(), "vault-read-only");
        assert_eq!(fs::read(&path).unwrap(), before);
        assert_eq!(mode(&path), 0o444);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        put(&mut vault, b"two").unwrap();
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
            Ok(done) if done.status.success() => {
                let said = String::from_utf8_lossy(&done.stdout);
                for (_, found) in said.lines().filter_map(|line| line.split_once("torture: ")) {
                    crate::support::report(found);
                }
            }
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

    /// Root may write everywhere, unless it gives that up.
    fn as_nobody_special() -> &'static [&'static str] {
        let root = fs::metadata("/proc/self")
            .is_ok_and(|it| std::os::unix::fs::MetadataExt::uid(&it) == 0);
        if root {
            &["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
        } else {
            &["env"]
        }
    }

    #[test]
    fn a_save_that_may_not_survive_a_power_cut_is_not_made_twice() {
        let Some(folder) = wrapped_folder() else {
            let folder = folder();
            let test = "places::unix::a_save_that_may_not_survive_a_power_cut_is_not_made_twice";
            return again(test, as_nobody_special(), folder.path());
        };
        let path = folder.join("vault.keytick");
        let mut vault =
            Vault::create(&path, &password("x"), KdfCost::cheap(), b"one", &stamp()).unwrap();
        let locked = LockedVault::open(&path).unwrap();
        let (mut other, _) = locked.unlock(Credential::Password(&password("x"))).unwrap();

        // A folder that may be written but not read cannot be waited for.
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o300)).unwrap();
        let saved = put(&mut vault, b"two");
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
        let error = saved.unwrap_err();
        assert_eq!(error.id(), "vault-io");
        assert!(error.to_string().contains("sync-folder failed"), "{error}");
        // The next try starts from what this program has, without its own change in it.
        assert_eq!(reload(&mut vault).unwrap(), None);

        // Unless another program's change went along: nobody else would have that now.
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o300)).unwrap();
        let saved = other.update(&stamp(), |newer| {
            let newer = newer.unwrap_or_default();
            Ok::<_, Error>(Zeroizing::new([newer.as_slice(), b", three"].concat()))
        });
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!(saved.unwrap_err().id(), "vault-io");
        assert_eq!(reload(&mut other).unwrap(), Some(b"two, three".to_vec()));
        assert_eq!(reload(&mut other).unwrap(), None);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn the_device_id_is_this_machines_and_not_the_vaults() {
        let Some(folder) = wrapped_folder() else {
            let folder = folder();
            let data = format!("XDG_DATA_HOME={}", folder.path().join("data").display());
            let test = "places::unix::the_device_id_is_this_machines_and_not_the_vaults";
            return again(test, &["env", &data], folder.path());
        };
        let id = device_id().unwrap();
        let data = folder.join("data/keytick");
        let hex = fs::read_to_string(data.join("device-id")).unwrap();
        assert_eq!(hex, format!("{}\n", HEXLOWER.encode(&id)));
        assert_eq!(device_id().unwrap(), id);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn without_a_folder_to_keep_it_the_device_id_lasts_for_the_run() {
        let Some(folder) = wrapped_folder() else {
            let folder = folder();
            let test = "places::unix::without_a_folder_to_keep_it_the_device_id_lasts_for_the_run";
            let data = ["env", "XDG_DATA_HOME=/proc/nowhere"];
            return again(test, &data, folder.path());
        };
        let id = device_id().unwrap();
        assert_eq!(device_id().unwrap(), id);
        assert_ne!(id, [0; 8]);
        assert_eq!(fs::read_dir(folder).unwrap().count(), 0);
    }

    #[test]
    fn a_read_only_folder_opens_but_does_not_save() {
        let Some(folder) = wrapped_folder() else {
            let folder = folder();
            let test = "places::unix::a_read_only_folder_opens_but_does_not_save";
            return again(test, as_nobody_special(), folder.path());
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

    /// A disk of its own, of this size, at the test's folder.
    #[cfg(target_os = "linux")]
    fn small_disk(size: &str) -> [&str; 9] {
        let mount = "mount -t tmpfs -o size=$0 tmpfs \"$KEYTICK_TEST_FOLDER\" || { echo unshare: no mount >&2; exit 1; }; exec \"$@\"";
        let apart = ["unshare", "--user", "--map-root-user", "--mount"];
        let [program, user, root, mounts] = apart;
        [program, user, root, mounts, "sh", "-c", mount, size, "env"]
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn with_any_room_left_the_old_vault_is_there_or_the_new_one() {
        const PAGE: u64 = 4_096;
        let Some(folder) = wrapped_folder() else {
            let folder = folder();
            let test = "places::unix::with_any_room_left_the_old_vault_is_there_or_the_new_one";
            return again(test, &small_disk("1m"), folder.path());
        };
        let path = folder.join("vault.keytick");
        let mut vault =
            Vault::create(&path, &password("x"), KdfCost::cheap(), b"one", &stamp()).unwrap();
        let (mut refused, mut saved) = (0, 0);
        for pages in 0..16 {
            let mut filler = fs::File::create(folder.join("filler")).unwrap();
            while std::io::Write::write_all(&mut filler, &[0; PAGE as usize]).is_ok() {}
            let full = filler.metadata().unwrap().len();
            filler.set_len(full - pages * PAGE).unwrap();
            drop(filler);
            let before = fs::read(&path).unwrap();
            match put(&mut vault, &[7; 20_000]) {
                Ok(()) => saved += 1,
                Err(error) => {
                    assert_eq!(error.id(), "vault-disk-full", "{pages} pages");
                    assert_eq!(fs::read(&path).unwrap(), before, "{pages} pages");
                    refused += 1;
                }
            }
            assert!(LockedVault::open(&path).is_ok());
            fs::remove_file(folder.join("filler")).unwrap();
            put(&mut vault, &[8; 20_000]).unwrap();
        }
        // The new file has six pages.
        assert_eq!((refused, saved), (6, 10));
        crate::support::report(
            "a disk with room for 0 to 15 pages: the old vault or the new one, 16 of 16",
        );
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_leaves_the_old_vault() {
        let Some(folder) = wrapped_folder() else {
            let folder = folder();
            let test = "places::unix::a_full_disk_leaves_the_old_vault";
            return again(test, &small_disk("64k"), folder.path());
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
