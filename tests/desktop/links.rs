//! Links for sign-in that another program opens: they wait for the password, and are reviewed.

use serde_json::json;

use super::shell::{PASSWORD, Shell};

const LINKS: [&str; 2] = [
    "otpauth://totp/Bytebase:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bytebase",
    "otpauth://totp/Cloudhouse:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Cloudhouse",
];

fn arguments(links: &[&str]) -> Vec<String> {
    let program = ["keytick-desktop", "--quick"].iter();
    program.chain(links).map(|it| (*it).to_owned()).collect()
}

#[test]
fn links_wait_while_the_vault_is_locked() {
    let shell = Shell::open();
    shell.get("lock", json!({}));
    shell.state().wait_for_review(arguments(&LINKS[..1]));
    shell.state().wait_for_review(arguments(&LINKS[1..]));
    assert_eq!(shell.get("status", json!({}))["links"], 2);
    assert_eq!(shell.refused("take_links", json!({})), "desktop-locked");

    shell.get("unlock", json!({ "password": PASSWORD }));
    assert_eq!(shell.get("status", json!({}))["links"], 2);
    let review = shell.get("take_links", json!({}));
    let items = review["items"].as_array().unwrap();
    let names: Vec<_> = items.iter().map(|item| &item["issuer"]).collect();
    assert_eq!(names, ["Bytebase", "Cloudhouse"]);
    assert_eq!(shell.get("status", json!({}))["links"], 0);
    assert_eq!(shell.get("take_links", json!({})), json!(null));
    assert_eq!(shell.names(), Vec::<String>::new());
}

#[test]
fn the_page_hears_of_links_and_of_nothing_else() {
    let shell = Shell::open();
    shell.event("session-changed");
    shell.state().wait_for_review(arguments(&[]));
    shell.state().wait_for_review(arguments(&LINKS));
    // The first event since then is about the links.
    assert_eq!(shell.event("session-changed")["links"], 2);
}

#[test]
fn a_link_that_is_no_account_is_a_problem() {
    let shell = Shell::open();
    shell
        .state()
        .wait_for_review(arguments(&["otpauth://totp/Bytebase?secret=1"]));
    let review = shell.get("take_links", json!({}));
    assert_eq!(review["items"], json!([]));
    assert_eq!(review["problems"].as_array().unwrap().len(), 1);
}
