//! Small sealed files beside the vault: what is wrong with one counts as missing.

use std::fs;

use crate::support::{folder, overwrite, vault};

#[test]
fn come_back_as_they_were_written() {
    let folder = folder();
    let vault = vault(&folder, b"");
    assert_eq!(vault.read_sealed("usage").unwrap(), None);
    for content in [b"first".to_vec(), Vec::new(), vec![9; 70_000]] {
        vault.write_sealed("usage", &content).unwrap();
        let read = vault.read_sealed("usage").unwrap().unwrap();
        assert_eq!(read.as_slice(), content);
    }
    assert!(folder.path().join("vault.keytick.usage").exists());
}

#[test]
fn are_encrypted_and_bound_to_name_and_vault() {
    let (here, there) = (folder(), folder());
    let (one, other) = (vault(&here, b""), vault(&there, b""));
    one.write_sealed("usage", b"sentinel").unwrap();
    let path = here.path().join("vault.keytick.usage");
    let bytes = fs::read(&path).unwrap();
    assert!(!bytes.windows(8).any(|part| part == b"sentinel"));
    fs::copy(&path, here.path().join("vault.keytick.other")).unwrap();
    assert_eq!(one.read_sealed("other").unwrap(), None);
    fs::copy(&path, there.path().join("vault.keytick.usage")).unwrap();
    assert_eq!(other.read_sealed("usage").unwrap(), None);
}

#[test]
fn damaged_ones_count_as_missing() {
    let folder = folder();
    let vault = vault(&folder, b"");
    vault.write_sealed("usage", b"content").unwrap();
    let path = folder.path().join("vault.keytick.usage");
    let whole = fs::read(&path).unwrap();
    let mut file = fs::File::options().write(true).open(&path).unwrap();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        overwrite(&mut file, &changed);
        assert_eq!(vault.read_sealed("usage").unwrap(), None, "byte {at}");
    }
    for length in [0, 1, 8, 52, 60, whole.len() - 1] {
        overwrite(&mut file, &whole[..length]);
        assert_eq!(vault.read_sealed("usage").unwrap(), None, "{length} bytes");
    }
    vault.write_sealed("usage", b"again").unwrap();
    assert_eq!(
        vault.read_sealed("usage").unwrap().unwrap().as_slice(),
        b"again"
    );
}

#[test]
fn other_names_are_refused() {
    let folder = folder();
    let vault = vault(&folder, b"");
    let long = "a".repeat(33);
    for name in [
        "", "lock", "tmp-1", "../usage", "a/b", "A", "a.b", "ä", &long,
    ] {
        let error = vault.write_sealed(name, b"").unwrap_err();
        assert_eq!(error.id(), "vault-sealed-name", "{name:?}");
        assert!(vault.read_sealed(name).is_err());
    }
    let error = vault.write_sealed("usage", &vec![0; 2 << 20]).unwrap_err();
    assert_eq!(error.id(), "vault-too-large");
}
