//! `keytick add` of a key with a counter that is here already.

use crate::keytick::Vault;

const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

fn link(name: &str, counter: u64) -> String {
    format!("otpauth://hotp/{name}:me?secret={KEY}&counter={counter}")
}

#[test]
fn a_higher_counter_raises_that_of_the_account() {
    let vault = Vault::with(&[&link("Bank", 0)]);
    let id = vault.ids()[0].clone();
    vault
        .keytick(["add", "--uri=-", "--yes"])
        .stdin(&link("Bank%20renamed", 2))
        .run()
        .stderr(
            "STATUS          ISSUER        ACCOUNT  TYPE\n\
             higher counter  Bank renamed  me       hotp\n\
             Raised the counter of 1 account.",
        )
        .code(0);
    assert_eq!(vault.ids(), [id.as_str()]);
    assert_eq!(vault.names(), ["Bank/me"]);
    vault
        .keytick(["add", "--uri=-", "--yes", "--json", "--quiet"])
        .stdin(&link("Bank", 7))
        .stdin(&link("Bank", 9))
        .run()
        .stdout(r#"{"added":[],"duplicates":[{"issuer":"Bank","account":"me","existing":"[id]"}],"skipped":[],"restored":[],"raised":["[id]"]}"#)
        .code(0);
    vault.keytick(["code", &id]).run().stdout("520489").code(0);
}

#[test]
fn a_lower_counter_leaves_the_account_as_it_is() {
    let vault = Vault::with(&[&link("Bank", 9)]);
    vault
        .keytick(["add", "--uri=-", "--yes"])
        .stdin(&link("Bank", 2))
        .run()
        .stderr(
            "STATUS        ISSUER  ACCOUNT  TYPE\n\
             already here  Bank    me       hotp\n\
             1 account was here already.",
        )
        .code(0);
    vault
        .keytick(["code", "bank"])
        .run()
        .stdout("520489")
        .code(0);
}

#[test]
fn an_account_from_the_trash_comes_back_with_the_higher_counter() {
    let vault = Vault::with(&[&link("Bank", 0)]);
    let id = vault.ids()[0].clone();
    vault.keytick(["remove", &id, "--quiet"]).run().code(0);
    vault
        .keytick(["add", "--uri=-", "--yes", "--quiet"])
        .stdin(&link("Bank", 9))
        .run()
        .code(0);
    assert_eq!(vault.ids(), [id.as_str()]);
    vault
        .keytick(["code", "bank"])
        .run()
        .stdout("520489")
        .code(0);
}

#[test]
fn the_same_key_with_other_settings_is_an_account_of_its_own() {
    let vault = Vault::with(&[&link("Bank", 0)]);
    vault
        .keytick(["add", "--uri=-", "--yes"])
        .stdin(&format!("{}&digits=8", link("Bank", 5)))
        .run()
        .stderr(
            "STATUS     ISSUER  ACCOUNT  TYPE\n\
             same name  Bank    me       hotp\n\
             Added 1 account.",
        )
        .code(0);
    assert_eq!(vault.ids().len(), 2);
}
