//! Documents that are made from the code are as the code is.

use std::fs;
use std::path::Path;

#[test]
fn the_command_reference_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/cli.md");
    let wanted = keytick_cli::reference();
    if std::env::var_os("KEYTICK_UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &wanted).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written.replace("\r\n", "\n") == wanted,
        "docs/cli.md is out of date: run `cargo xtask docs`"
    );
}
