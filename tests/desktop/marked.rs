//! A code that the reader does not see by itself, and a person marks.

use std::path::PathBuf;

use keytick_desktop::board::Content;
use keytick_qr::{Matrix, Picture};
use serde_json::{Value, json};

use super::shell::Shell;

const URI: &str =
    "otpauth://totp/Bytebase:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Bytebase";

/// Of the picture. So many pixels are not doubled while they are searched, and the modules
/// are too small and too soft without that.
const SIDES: [usize; 2] = [2200, 1500];
const MODULE: f64 = 1.2;
/// Pixels of the screenshot that shine into each of the picture.
const BLUR: f64 = 1.75;
/// Where the code lies.
const CORNER: [usize; 2] = [700, 500];
/// Left, top, width and height around the code, as a hand draws them.
pub const AROUND: [u32; 4] = [3100, 3200, 400, 600];
const NOTHING_THERE: [u32; 4] = [6000, 6000, 1000, 1000];

pub fn part([left, top, width, height]: [u32; 4]) -> Value {
    json!({ "left": left, "top": top, "width": width, "height": height })
}

/// What is asked of the first picture of a review.
pub fn region(review: &Value, marked: [u32; 4]) -> Value {
    json!({ "review": review["id"], "picture": 0, "part": part(marked) })
}

/// A screenshot of a whole screen with a very small code somewhere.
fn screenshot(text: &str) -> Vec<u8> {
    let matrix = keytick_qr::encode(text).unwrap();
    let side = (matrix.size() as f64 * MODULE + 2.0 * BLUR) as usize;
    let [width, height] = SIDES;
    let mut rgba = vec![255; width * height * 4];
    for (y, x) in (0..side).flat_map(|y| (0..side).map(move |x| (y, x))) {
        let at = ((CORNER[1] + y) * width + CORNER[0] + x) * 4;
        rgba[at..][..3].fill(255 - (255.0 * darkness(&matrix, x, y)) as u8);
    }
    rgba
}

/// How much of a pixel and its surroundings dark modules cover, on a grid of points there.
fn darkness(matrix: &Matrix, x: usize, y: usize) -> f64 {
    const POINTS: usize = 16;
    let module = |pixel: usize, point: usize| {
        let place = pixel as f64 + BLUR * ((point as f64 + 0.5) / POINTS as f64 - 1.0);
        let is_inside = place >= 0.0 && place < matrix.size() as f64 * MODULE;
        is_inside.then(|| (place / MODULE) as usize)
    };
    let points = (0..POINTS).flat_map(|row| (0..POINTS).map(move |column| (column, row)));
    let dark = points.filter(
        |(column, row)| match (module(x, *column), module(y, *row)) {
            (Some(column), Some(row)) => matrix.get(column, row),
            _ => false,
        },
    );
    dark.count() as f64 / (POINTS * POINTS) as f64
}

/// The same as a file.
pub fn screenshot_file(shell: &Shell, text: &str) -> PathBuf {
    let [width, height] = SIDES.map(|side| u32::try_from(side).unwrap());
    let picture = Picture::from_rgba(width, height, screenshot(text)).unwrap();
    let png = keytick_qr::pixelated_png(&picture, &[], width);
    shell.file("screen.png", &png)
}

fn pick(shell: &Shell, files: Vec<PathBuf>) -> Value {
    *shell.world.picks.lock().unwrap() = Some(files);
    shell.get("pick_files", json!({ "what": "pictures" }))["review"].clone()
}

#[test]
fn the_marked_part_of_a_file_is_read_where_the_whole_is_not() {
    let shell = Shell::open();
    let review = pick(&shell, vec![screenshot_file(&shell, URI)]);
    assert_eq!(review["items"], json!([]));
    assert_eq!(review["problems"][0]["picture"], 0);

    // What is not in the box is not found, and the person may draw another.
    assert_eq!(
        shell.refused("read_region", region(&review, NOTHING_THERE)),
        "formats-no-code"
    );
    let found = shell.get("read_region", region(&review, AROUND));
    let item = &found["items"][0];
    assert_eq!(
        (&item["account"], &item["source"], &item["picture"]),
        (&json!("ada"), &json!("screen.png"), &json!(0))
    );
    assert_eq!(
        (&found["problems"], &found["pictures"]),
        (&json!([]), &json!(1))
    );

    // The review goes on, and the picture has done its work.
    assert_eq!(found["id"], review["id"]);
    assert_eq!(
        shell.refused("read_region", region(&found, AROUND)),
        "desktop-bad-request"
    );
    let add =
        json!({ "item": 0, "issuer": "Bytebase", "account": "ada", "tags": [], "action": "add" });
    shell.get(
        "confirm_review",
        json!({ "review": found["id"], "choices": [add] }),
    );
    assert_eq!(shell.names(), ["Bytebase"]);
}

/// Of each item: its status, account and picture.
fn items(review: &Value) -> Vec<(&str, &str, u64)> {
    let items = review["items"].as_array().unwrap().iter();
    items
        .map(|item| {
            let text = |field: &str| item[field].as_str().unwrap();
            (
                text("status"),
                text("account"),
                item["picture"].as_u64().unwrap(),
            )
        })
        .collect()
}

/// Of each problem: its name, picture and reason.
fn problems(review: &Value) -> Vec<(&str, u64, &str)> {
    let problems = review["problems"].as_array().unwrap().iter();
    problems
        .map(|problem| {
            (
                problem["name"].as_str().unwrap(),
                problem["picture"].as_u64().unwrap(),
                problem["reason"]["id"].as_str().unwrap(),
            )
        })
        .collect()
}

#[test]
fn what_is_marked_joins_what_other_pictures_gave() {
    const BATCH: &str = "otpauth://totp/Batch:bob?secret=JBSWY3DPEHPK3PXP&issuer=Batch";
    let shell = Shell::open();
    let screen = screenshot_file(&shell, URI);
    let again = shell.folder.path().join("again.png");
    std::fs::copy(&screen, &again).unwrap();
    let review = pick(
        &shell,
        vec![shell.picture("batch.png", BATCH), screen, again],
    );
    assert_eq!(items(&review), [("new", "bob", 0)]);
    let unread = |name, picture| (name, picture, "formats-no-code");
    assert_eq!(
        problems(&review),
        [unread("screen.png", 1), unread("again.png", 2)]
    );

    let mark = |picture: u64| {
        let mut asked = region(&review, AROUND);
        asked["picture"] = json!(picture);
        shell.get("read_region", asked)
    };
    let extended = mark(1);
    assert_eq!(extended["id"], review["id"]);
    assert_eq!(extended["pictures"], 3);
    assert_eq!(items(&extended), [("new", "bob", 0), ("new", "ada", 1)]);
    assert_eq!(problems(&extended), [unread("again.png", 2)]);

    // The same key in another place is the same account.
    let extended = mark(2);
    assert_eq!(
        items(&extended),
        [("new", "bob", 0), ("new", "ada", 1), ("repeated", "ada", 2)]
    );
    assert_eq!(problems(&extended), []);

    let add = |item: usize, issuer: &str| json!({ "item": item, "issuer": issuer, "account": "", "tags": [], "action": "add" });
    shell.get(
        "confirm_review",
        json!({ "review": review["id"], "choices": [add(0, "Batch"), add(1, "Bytebase")] }),
    );
    assert_eq!(shell.names(), ["Batch", "Bytebase"]);
}

#[test]
fn a_pasted_picture_is_there_for_it_until_the_sheet_closes() {
    let shell = Shell::open();
    let [width, height] = SIDES.map(|side| u32::try_from(side).unwrap());
    *shell.world.clipboard.lock().unwrap() = Some(Content::Picture {
        width,
        height,
        rgba: screenshot(URI),
    });
    let review = shell.get("paste", json!({ "backup": false }))["review"].clone();
    assert_eq!(review["items"], json!([]));
    for outside in [[5000, 5000, 6000, 1000], [5000, 5000, 0, 1000]] {
        assert_eq!(
            shell.refused("read_region", region(&review, outside)),
            "desktop-bad-request"
        );
    }
    let found = shell.get("read_region", region(&review, AROUND));
    assert_eq!(found["items"][0]["account"], "ada");

    shell.get("discard_review", json!({ "review": found["id"] }));
    assert_eq!(
        shell.refused("read_region", region(&found, AROUND)),
        "desktop-no-review"
    );
}
