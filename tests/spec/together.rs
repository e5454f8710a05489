//! Several programs with one vault at once.

use std::process::Child;

use crate::keytick::{Ran, Vault};

#[test]
fn processes_that_add_at_once_lose_nothing() {
    let vault = Vault::new();
    let names = ["a", "b", "c", "d"];
    let running: Vec<Child> = names
        .iter()
        .map(|name| {
            vault
                .keytick(["add", "--uri=-", "--yes", "--quiet"])
                .stdin(&format!(
                    "otpauth://totp/Site:{name}?secret=JBSWY3DPEHPK3PX{name}"
                ))
                .start()
        })
        .collect();
    for process in running {
        let output = process.wait_with_output().unwrap();
        Ran::new(output, None).code(0);
    }
    assert_eq!(vault.names(), ["Site/a", "Site/b", "Site/c", "Site/d"]);
    vault.keytick(["vault", "check", "--quiet"]).run().code(0);
}

#[test]
fn a_counter_gives_no_code_twice() {
    let vault =
        Vault::with(&["otpauth://hotp/Bank:me?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&counter=0"]);
    let running: Vec<Child> = (0..3)
        .map(|_| vault.keytick(["code", "bank"]).start())
        .collect();
    let mut codes: Vec<String> = running
        .into_iter()
        .map(|process| {
            Ran::new(process.wait_with_output().unwrap(), None)
                .succeeds()
                .0
        })
        .collect();
    codes.sort();
    assert_eq!(codes, ["287082\n", "359152\n", "755224\n"]);
}
