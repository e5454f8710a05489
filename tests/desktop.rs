//! The commands, over IPC, without a window.

use std::path::Path;

/// The page's copy of the commands and their shapes is what the commands are.
///
/// `KEYTICK_WRITE_BINDINGS=1 cargo test --test desktop bindings` writes it anew.
#[test]
fn bindings_are_current() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/bindings.ts");
    if std::env::var_os("KEYTICK_WRITE_BINDINGS").is_some() {
        keytick_desktop::bindings::export(&kept).unwrap();
    }
    let fresh = tempfile::NamedTempFile::new().unwrap();
    keytick_desktop::bindings::export(fresh.path()).unwrap();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(&kept), read(fresh.path()), "see this test's comment for how to renew it");
}
