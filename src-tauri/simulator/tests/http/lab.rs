//! The console for people: nobody comes in without the key.

use crate::browser::Browser;
use crate::server::{Server, TOKEN};

#[test]
fn the_key_of_the_address_becomes_a_cookie() {
    let server = Server::start("bytebase");
    let mut browser = Browser::new(&server.running.url);
    assert_eq!(browser.open("/__lab").status, 401);
    browser.visit(&server.running.lab);
    assert_eq!((browser.page.status, browser.page.path()), (200, "/__lab"));
    assert!(!browser.page.url.contains("key="));
    assert!(browser.page.has("alice@demo.test"));
    assert!(browser.page.has("Password: demo"));
}

#[test]
fn the_token_opens_it_too() {
    let server = Server::start("bytebase");
    let mut browser = Browser::new(&server.running.url);
    browser.open("/__lab");
    browser.submit("/__lab/key", &[("key", "wrong")]);
    assert_eq!(browser.page.status, 401);
    browser.submit("/__lab/key", &[("key", TOKEN)]);
    assert_eq!(browser.page.status, 200);
}

#[test]
fn it_moves_the_clock_and_adds_faults() {
    let server = Server::start("bytebase");
    let mut browser = Browser::new(&server.running.url);
    browser.visit(&server.running.lab);
    browser.submit("/__lab/clock", &[("do", "30")]);
    assert_eq!(
        server.ask("/worlds/demo/clock").1["now"],
        "2005-03-18T01:58:30Z"
    );
    browser.submit("/__lab/clock", &[("do", "set"), ("now", "yesterday")]);
    assert_eq!(browser.page.status, 422);
    browser.submit("/__lab/faults", &[("kind", "qr_damaged"), ("times", "2")]);
    assert!(browser.page.has("qr_damaged"));
    let (_, faults) = server.ask("/worlds/demo/faults");
    assert_eq!(faults[0]["fault"]["times"], 2);
    browser.post("/__lab/faults/clear", &[]);
    assert_eq!(browser.page.status, 403);
}
