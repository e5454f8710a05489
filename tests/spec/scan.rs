//! `keytick scan`, and pictures given to `keytick add`.

use std::fs;
use std::path::Path;

use crate::google;
use crate::keytick::{Keytick, Vault};
use crate::pictures::{BLACK, NIGHT, NOTHING, Page, SNOW, WHITE};

pub const BATCH: &str = "otpauth://totp/Batch:me@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Batch";
pub const BYTEBASE: &str =
    "otpauth://totp/Bytebase:admin@example.com?secret=GEZDGNBVGY3TQOJQ&issuer=Bytebase";
pub const CANVA: &str = "otpauth://totp/Canva:me@example.com?secret=MFRGGZDFMZTWQ2LK&issuer=Canva";
pub const DARK: &str = "otpauth://totp/Dark:me@example.com?secret=NNWG23TPOBYXE43U&issuer=Dark";
pub const CLEAR: &str = "otpauth://totp/Clear:me@example.com?secret=OV3HO6DZPIYTEMZU&issuer=Clear";

/// Five screenshots: a plain one, two codes in one, light on dark, transparent, and one
/// that holds all three parts of a Google export.
pub fn five(folder: &Path) -> Vec<String> {
    let export = google_export();
    let pictures = [
        (
            "plain.png",
            Page::new(640, 400, WHITE).code(BATCH, 200, 100),
        ),
        (
            "two.png",
            Page::new(900, 500, SNOW)
                .code(BYTEBASE, 40, 60)
                .code(CANVA, 500, 180),
        ),
        (
            "dark.png",
            Page::new(640, 400, NIGHT).coloured(DARK, 180, 80, SNOW, NIGHT),
        ),
        (
            "clear.png",
            Page::new(400, 400, NOTHING).coloured(CLEAR, 100, 100, BLACK, NOTHING),
        ),
        (
            "export.png",
            Page::new(1200, 400, WHITE)
                .code(&export[0], 20, 60)
                .code(&export[1], 420, 60)
                .code(&export[2], 820, 60),
        ),
    ];
    pictures
        .into_iter()
        .map(|(name, page)| {
            fs::write(folder.join(name), page.png()).unwrap();
            name.to_owned()
        })
        .collect()
}

fn google_export() -> Vec<String> {
    let names = ["one", "two", "three"];
    let secrets: [&[u8]; 3] = [
        b"11111111111111111111",
        b"22222222222222222222",
        b"33333333333333333333",
    ];
    (0..3)
        .map(|index| {
            let entry = google::Entry {
                secret: secrets[index],
                name: names[index],
                issuer: "Google",
                algorithm: 1,
                digits: 1,
                kind: 2,
                ..google::Entry::default()
            };
            let payload = google::Payload {
                entries: vec![entry.bytes()],
                batch_size: 3,
                batch_index: index as i64,
                batch_id: -1_234_567,
                ..google::Payload::default()
            };
            payload.address()
        })
        .collect()
}

#[test]
fn every_code_of_every_picture_one_a_line() {
    let folder = tempfile::tempdir().unwrap();
    let five = five(folder.path());
    let export = google_export();
    let all = [
        BATCH, BYTEBASE, CANVA, DARK, CLEAR, &export[0], &export[1], &export[2],
    ];
    Keytick::new()
        .args(["scan"])
        .args(&five)
        .in_folder(folder.path())
        .run()
        .stdout(&all.join("\n"))
        .code(0);
}

#[test]
fn five_screenshots_added_at_once_give_every_account() {
    let vault = Vault::new();
    let five = five(vault.folder.path());
    vault
        .keytick(["add", "--yes"])
        .args(["--image"])
        .args(&five)
        .run()
        .stderr(
            "STATUS  ISSUER    ACCOUNT            TYPE\n\
             new     Batch     me@example.com     totp\n\
             new     Bytebase  admin@example.com  totp\n\
             new     Canva     me@example.com     totp\n\
             new     Dark      me@example.com     totp\n\
             new     Clear     me@example.com     totp\n\
             new     Google    one                totp\n\
             new     Google    two                totp\n\
             new     Google    three              totp\n\
             Added 8 accounts.",
        )
        .code(0);
    assert_eq!(
        vault.names(),
        [
            "Batch/me@example.com",
            "Bytebase/admin@example.com",
            "Canva/me@example.com",
            "Clear/me@example.com",
            "Dark/me@example.com",
            "Google/one",
            "Google/three",
            "Google/two",
        ]
    );
}

#[test]
fn json_tells_where_each_code_is() {
    let folder = tempfile::tempdir().unwrap();
    let page = Page::new(400, 300, WHITE).code("hello", 40, 20).png();
    fs::write(folder.path().join("a.png"), page).unwrap();
    let answer = Keytick::new()
        .args(["scan", "--json", "a.png", "missing.png"])
        .in_folder(folder.path())
        .run()
        .succeeds()
        .json();
    let image = &answer["images"][0];
    assert_eq!(image["file"], "a.png");
    assert_eq!(
        (&image["width"], &image["height"]),
        (&400.into(), &300.into())
    );
    assert!(image["ms"].is_u64() && image["error"].is_null());
    let code = &image["codes"][0];
    assert_eq!(
        (&code["text"], &code["kind"]),
        (&"hello".into(), &"other".into())
    );
    // 21 modules of 4 pixels, inside a border of 4 modules.
    let wanted = [[56.0, 36.0], [140.0, 36.0], [140.0, 120.0], [56.0, 120.0]];
    for (corner, wanted) in wanted.iter().enumerate() {
        for (axis, wanted) in wanted.iter().enumerate() {
            let at = code["corners"][corner][axis].as_f64().unwrap();
            assert!(
                (at - wanted).abs() <= 4.0,
                "corner {corner}: {at}, not {wanted}"
            );
        }
    }
    let missing = &answer["images"][1];
    assert_eq!(missing["error"], "There is no such file.");
    assert!(missing["width"].is_null() && missing["codes"] == serde_json::json!([]));
}

#[test]
fn kinds_of_codes() {
    let folder = tempfile::tempdir().unwrap();
    let export = google_export();
    let page = Page::new(1200, 400, WHITE)
        .code(BATCH, 20, 60)
        .code(&export[0], 420, 60)
        .code("https://example.com", 820, 60);
    fs::write(folder.path().join("a.png"), page.png()).unwrap();
    let answer = Keytick::new()
        .args(["scan", "--json", "a.png"])
        .in_folder(folder.path())
        .run()
        .succeeds()
        .json();
    let codes = answer["images"][0]["codes"].as_array().unwrap();
    let kinds: Vec<_> = codes
        .iter()
        .map(|code| code["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["otpauth", "migration", "other"]);
}

#[test]
fn no_code_anywhere_is_a_failure_that_names_each_picture() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.png"), Page::new(80, 80, WHITE).png()).unwrap();
    let hint = keytick_texts::hint("cli-nothing-found", &[]).unwrap();
    Keytick::new()
        .args(["scan", "a.png"])
        .in_folder(folder.path())
        .run()
        .stderr(&format!(
            "a.png: no QR code in this picture.\nNo QR code was found.\n{hint}"
        ))
        .code(1);
}

#[test]
fn json_says_why_a_picture_gives_no_code() {
    let folder = tempfile::tempdir().unwrap();
    let page = Page::new(300, 300, WHITE).code(BATCH, 20, 20).png();
    let cut = image::load_from_memory(&page).unwrap();
    let cut = cut.crop_imm(0, 0, 300, 120);
    cut.save(folder.path().join("cut.png")).unwrap();
    let answer = Keytick::new()
        .args(["scan", "--json", "cut.png"])
        .in_folder(folder.path())
        .run()
        .hiding_stdout()
        .says("cli-nothing-found", &[])
        .code(1)
        .json();
    let image = &answer["images"][0];
    assert!(image["error"].is_null());
    assert_eq!(
        image["nothing"],
        keytick_texts::text("qr-code-cut-off", &[])
    );
}

#[test]
fn only_unreadable_files_each_say_their_reason_and_no_general_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("notes.txt"), "no picture").unwrap();
    let told = |id| keytick_texts::text(id, &[]);
    let hint = keytick_texts::hint("qr-not-a-picture", &[]).map(|hint| format!("\n{hint}"));
    Keytick::new()
        .args(["scan", "notes.txt", "missing.png"])
        .in_folder(folder.path())
        .run()
        .stderr(&format!(
            "notes.txt: {}{}\nmissing.png: {}\n{}",
            told("qr-not-a-picture"),
            hint.unwrap_or_default(),
            told("cli-file-not-found"),
            told("cli-nothing-read"),
        ))
        .code(1);
}

#[test]
fn a_folder_gives_its_pictures_by_name_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let shots = folder.path().join("shots");
    fs::create_dir_all(shots.join("older")).unwrap();
    let save = |name: &str, text| {
        let page = Page::new(300, 300, WHITE).code(text, 20, 20).png();
        fs::write(shots.join(name), page).unwrap();
    };
    save("b.png", "second");
    save("a.png", "first");
    // A picture is one by its content.
    save("older/c.dat", "third");
    fs::write(shots.join("notes.txt"), "no picture").unwrap();
    fs::write(shots.join("cut.png"), b"\x89PNG\r\n\x1a\n").unwrap();
    let answer = Keytick::new()
        .args(["scan", "--json", "shots"])
        .in_folder(folder.path())
        .run()
        .succeeds()
        .json();
    let images = answer["images"].as_array().unwrap().iter();
    let told: Vec<_> = images
        .map(|image| {
            let text = image["codes"][0]["text"].as_str();
            (image["file"].as_str().unwrap(), text.unwrap_or("unread"))
        })
        .collect();
    assert_eq!(
        told,
        [
            ("shots/a.png", "first"),
            ("shots/b.png", "second"),
            ("shots/cut.png", "unread"),
            ("shots/older/c.dat", "third"),
        ]
    );
}

#[test]
fn a_folder_without_pictures_says_so() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("notes.txt"), "no picture").unwrap();
    Keytick::new()
        .args(["scan", "."])
        .in_folder(folder.path())
        .run()
        .stderr(".: There is no picture in this folder.\nNo picture could be read.")
        .code(1);
}

/// As many screenshots as this, all of the same content.
#[cfg(target_os = "linux")]
fn screenshots(folder: &Path, count: usize) {
    let first = folder.join("0000.png");
    let page = Page::new(300, 300, WHITE).code(BATCH, 20, 20).png();
    fs::write(&first, page).unwrap();
    for number in 1..count {
        fs::hard_link(&first, folder.join(format!("{number:04}.png"))).unwrap();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn ctrl_c_ends_a_batch_and_tells_what_was_read() {
    use std::io::{BufRead as _, BufReader, Read as _};
    const ALL: usize = 3_000;
    let folder = tempfile::tempdir().unwrap();
    screenshots(folder.path(), ALL);
    let mut scan = Keytick::new()
        .args(["scan", "."])
        .in_folder(folder.path())
        .start();
    let mut lines = BufReader::new(scan.stdout.take().unwrap());
    let mut told = String::new();
    lines.read_line(&mut told).unwrap();
    // It cannot have ended: nobody takes its lines, and there are more than a pipe holds.
    let kill = std::process::Command::new("kill")
        .args(["-INT", &scan.id().to_string()])
        .status();
    assert!(kill.unwrap().success());
    lines.read_to_string(&mut told).unwrap();
    let mut said = String::new();
    scan.stderr
        .take()
        .unwrap()
        .read_to_string(&mut said)
        .unwrap();
    assert_eq!(scan.wait().unwrap().code(), Some(130));
    let read = told.lines().filter(|line| *line == BATCH).count();
    assert!(read < ALL);
    assert_eq!(
        said,
        format!("Stopped: {read} of {ALL} pictures were read.\n")
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_batch_tells_a_terminal_how_far_it_is() {
    let folder = tempfile::tempdir().unwrap();
    screenshots(folder.path(), 3);
    let script = std::process::Command::new("script")
        .arg("--version")
        .output();
    if !script.is_ok_and(|output| output.status.success()) {
        return crate::not_run("progress at a terminal (script of util-linux is not installed)");
    }
    let through = "script --quiet --return --command \"$(printf '%q ' \"$@\")\" /dev/null";
    let ran = Keytick::new()
        .args(["scan", "."])
        .in_folder(folder.path())
        .through(&["bash", "-c", through, "bash"])
        .run();
    let clear = "\r\u{1b}[2K";
    let shown = ran.stdout_text();
    for count in 1..=3 {
        assert!(
            shown.contains(&format!("{clear}{count} of 3 pictures")),
            "{shown:?}"
        );
    }
    assert!(shown.ends_with(&format!("{BATCH}\r\n")), "{shown:?}");
}

/// A file of 300 MB that takes no room: it begins so, and the rest is not written.
fn large(path: &Path, start: &[u8]) {
    fs::write(path, start).unwrap();
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_len(300_000_000).unwrap();
}

#[test]
fn a_large_file_is_refused_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    large(&folder.path().join("film.mp4"), b"");
    large(&folder.path().join("large.png"), b"\x89PNG\r\n\x1a\n");
    Keytick::new()
        .args(["scan", "film.mp4", "large.png"])
        .in_folder(folder.path())
        .run()
        .stderr(
            "film.mp4: This file is not a picture, whatever its name says.\n\
             Choose a screenshot or photo of the QR code: PNG, JPEG, WebP, GIF, BMP or TIFF.\n\
             large.png: This file is larger than 128 MB, which is more than Keytick reads.\n\
             If it is a picture, cut out the part with the QR code, save it as PNG, and add \
             that file.\n\
             No picture could be read.",
        )
        .code(1);
}
