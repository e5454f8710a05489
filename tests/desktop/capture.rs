//! Adding from the screen: all screens are searched, and those without a code are no problem
//! where another has one.

use keytick_capture::{CaptureError, Shot};
use keytick_qr::Matrix;
use serde_json::json;

use super::marked::{AROUND, region};
use super::shell::Shell;

const URI: &str =
    "otpauth://totp/Bytebase:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bytebase";

/// A screen with a code in its lower right corner; none where the text is empty.
fn screen(text: &str) -> Shot {
    const SIDES: [usize; 2] = [640, 400];
    const MODULE: usize = 3;
    const BORDER: usize = 4;
    let matrix: Option<Matrix> = (!text.is_empty()).then(|| keytick_qr::encode(text).unwrap());
    let [width, height] = SIDES;
    let mut rgba = vec![255; width * height * 4];
    if let Some(matrix) = matrix {
        let side = matrix.size() * MODULE;
        let [left, top] = SIDES.map(|end| end - side - BORDER * MODULE);
        for (y, x) in (0..side).flat_map(|y| (0..side).map(move |x| (y, x))) {
            if matrix.get(x / MODULE, y / MODULE) {
                rgba[((top + y) * width + left + x) * 4..][..3].fill(0);
            }
        }
    }
    Shot::Pixels {
        width: 640,
        height: 400,
        rgba,
    }
}

fn set(shell: &Shell, shots: Result<Vec<Shot>, CaptureError>) {
    *shell.world.screens.lock().unwrap() = shots;
}

#[test]
fn a_code_on_one_of_three_screens_is_found() {
    let shell = Shell::open();
    set(&shell, Ok(vec![screen(""), screen(""), screen(URI)]));
    let review = shell.get("capture", json!({}));
    assert_eq!(
        (&review["pictures"], &review["problems"]),
        (&json!(3), &json!([]))
    );
    let items = review["items"].as_array().unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(
        (
            &items[0]["account"],
            &items[0]["source"],
            &items[0]["picture"]
        ),
        (&json!("ada"), &json!("Screen 3"), &json!(2))
    );
}

#[test]
fn a_portals_picture_is_read_as_well() {
    let shell = Shell::open();
    let png = keytick_qr::encode(URI).unwrap().to_png(4);
    set(&shell, Ok(vec![Shot::File(png.to_vec())]));
    let review = shell.get("capture", json!({}));
    assert_eq!(review["items"][0]["source"], "Screen 1");
    set(&shell, Ok(vec![Shot::File(b"no picture".to_vec())]));
    let review = shell.get("capture", json!({}));
    assert_eq!(review["problems"][0]["reason"]["id"], "qr-not-a-picture");
}

#[test]
fn where_no_screen_has_a_code_each_can_be_marked() {
    let shell = Shell::open();
    set(&shell, Ok(vec![screen(""), screen("")]));
    let review = shell.get("capture", json!({}));
    let problems = review["problems"].as_array().unwrap();
    let told: Vec<_> = problems
        .iter()
        .map(|it| (&it["name"], &it["picture"], &it["reason"]["id"]))
        .collect();
    let no_code = json!("formats-no-code");
    assert_eq!(
        told,
        [
            (&json!("Screen 1"), &json!(0), &no_code),
            (&json!("Screen 2"), &json!(1), &no_code)
        ]
    );
    // There is still nothing in the box; but there are pixels to look at.
    assert_eq!(
        shell.refused("read_region", region(&review, AROUND)),
        "formats-no-code"
    );
}

#[test]
fn what_the_system_does_not_allow_is_said() {
    let shell = Shell::open();
    set(&shell, Err(CaptureError::Refused));
    assert_eq!(
        shell.refused("capture", json!({})),
        "desktop-capture-refused"
    );
    set(&shell, Err(CaptureError::Impossible));
    assert_eq!(
        shell.refused("capture", json!({})),
        "desktop-capture-impossible"
    );
    shell.get("open_capture_settings", json!({}));
    assert_eq!(
        *shell.world.browsed.lock().unwrap(),
        ["the system's settings"]
    );
}

#[test]
fn the_system_is_announced_until_it_has_allowed_it() {
    let shell = Shell::open();
    shell.world.capture.lock().unwrap().asks = true;
    let asks = || shell.get("capture_view", json!({}))["asks"].clone();
    assert_eq!(asks(), true);
    set(&shell, Err(CaptureError::Refused));
    shell.refused("capture", json!({}));
    assert_eq!(asks(), true);
    set(&shell, Ok(vec![screen("")]));
    shell.get("capture", json!({}));
    assert_eq!(asks(), false);
}
