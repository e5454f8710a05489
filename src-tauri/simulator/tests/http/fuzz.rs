//! The corpus of the fuzz target, replayed and changed by chance on every run.

use std::path::Path;

#[path = "../../../../tests/fuzz/replay.rs"]
mod replay;
#[path = "../../fuzz/request.rs"]
mod request;

#[test]
fn any_form_and_any_json_is_answered_or_refused() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/request");
    let rig = request::rig();
    let files = replay::replay(&corpus, 10, |bytes| {
        rig.send(bytes);
    });
    assert!(files >= 40);
}

/// The people of the rig are let in, and their forms count as theirs.
#[test]
fn the_requests_reach_what_they_are_meant_for() {
    let rig = request::rig();
    for (request, status) in [
        (
            "alice POST /w/demo/settings/security/enroll\npassword=demo",
            303,
        ),
        (
            "nobody POST /w/demo/settings/security/enroll\npassword=demo",
            303,
        ),
        ("alice GET /w/demo/api/me\n", 200),
        ("nobody GET /w/demo/api/me\n", 401),
        ("bob GET /w/demo/login/challenge\n", 200),
        ("admin POST /w/demo/__lab/faults/clear\n", 303),
        ("nobody GET /__sim/v1/worlds\n", 200),
        ("nobody POST /__sim/v1/worlds\n{", 400),
    ] {
        assert_eq!(rig.send(request.as_bytes()), Some(status), "{request}");
    }
    assert_eq!(rig.send(b"no request"), None);
}
