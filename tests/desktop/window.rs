//! What the window's configuration lets the page do.

use serde_json::{Value, json};

fn app() -> Value {
    let conf: Value = serde_json::from_str(include_str!("../../tauri.conf.json")).unwrap();
    conf["app"].clone()
}

#[test]
fn the_page_may_hear_events_and_nothing_else() {
    let capabilities = app()["security"]["capabilities"].clone();
    assert_eq!(capabilities.as_array().unwrap().len(), 2);
    assert_eq!(capabilities[1]["windows"], json!(["quick"]));
    assert_eq!(
        capabilities[1]["permissions"],
        json!(["core:event:allow-listen", "core:event:allow-unlisten"])
    );
    let permissions = json!([
        "core:event:allow-listen",
        "core:event:allow-unlisten",
        "core:webview:allow-print"
    ]);
    assert_eq!(capabilities[0]["permissions"], permissions);
    assert_eq!(capabilities[0]["windows"], json!(["main"]));
}

#[test]
fn nothing_comes_from_elsewhere_and_nothing_runs_inline() {
    let csp = app()["security"]["csp"].as_str().unwrap().to_owned();
    assert!(csp.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"));
    for loose in ["unsafe", "http:", "https:", "*", "blob:"] {
        let known = csp.replace("http://ipc.localhost", "");
        assert!(!known.contains(loose), "{loose} in {csp}");
    }
}

#[test]
fn the_page_gets_no_global_and_cannot_change_prototypes() {
    let app = app();
    assert_eq!(app["withGlobalTauri"], false);
    assert_eq!(app["security"]["freezePrototype"], true);
}
