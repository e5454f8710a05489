//! Small PDFs with one QR code, drawn in the ways in which programs draw them.

use super::super::testing;
use super::*;
use crate::{Limits, Progress};

const URI: &str = "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP";
const ACME: &str = "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30";

/// A PDF with one page of 400 x 400 points for each of these content streams, and one object
/// more: a picture called `Im0`.
fn pdf(contents: &[String], image: &[u8]) -> Vec<u8> {
    let kids: Vec<_> = (0..contents.len())
        .map(|page| format!("{} 0 R", 10 + 2 * page))
        .collect();
    let mut objects = vec![
        (1, b"<</Type/Catalog/Pages 2 0 R>>".to_vec()),
        (
            2,
            format!(
                "<</Type/Pages/Count {}/Kids[{}]>>",
                kids.len(),
                kids.join(" ")
            )
            .into_bytes(),
        ),
        (3, image.to_vec()),
    ];
    for (page, content) in contents.iter().enumerate() {
        let (own, stream) = (10 + 2 * page, 11 + 2 * page);
        let dictionary = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Contents {stream} 0 R\
             /Resources<</XObject<</Im0 3 0 R>>>>>>"
        );
        let length = content.len();
        objects.push((own, dictionary.into_bytes()));
        objects.push((
            stream,
            format!("<</Length {length}>>stream\n{content}\nendstream").into_bytes(),
        ));
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    for (number, object) in objects {
        file.extend(format!("{number} 0 obj\n").into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer<</Root 1 0 R>>\n%%EOF\n");
    file
}

/// The modules of a code: rows of dark or not.
fn modules(text: &str) -> Vec<Vec<bool>> {
    let code = keytick_qr::encode(text).unwrap();
    let side = code.size();
    (0..side)
        .map(|y| (0..side).map(|x| code.get(x, y)).collect())
        .collect()
}

/// Each dark module by `drawn(x, y)`, six points wide, from the top left.
fn each_module(text: &str, drawn: impl Fn(usize, usize) -> String) -> String {
    let mut content = String::from("q 6 0 0 -6 50 350 cm 0 g\n");
    for (y, row) in modules(text).iter().enumerate() {
        for (x, _) in row.iter().enumerate().filter(|(_, dark)| **dark) {
            content.push_str(&drawn(x, y));
        }
    }
    content.push_str("\nQ");
    content
}

fn squares(text: &str) -> String {
    each_module(text, |x, y| format!("{x} {y} 1 1 re f\n"))
}

/// A picture with one pixel a module, eight bits each.
fn picture(text: &str) -> Vec<u8> {
    let modules = modules(text);
    let side = modules.len();
    let mut object = format!(
        "<</Type/XObject/Subtype/Image/Width {side}/Height {side}/ColorSpace/DeviceGray\
         /BitsPerComponent 8/Length {}>>stream\n",
        side * side
    )
    .into_bytes();
    object.extend(
        modules
            .concat()
            .iter()
            .map(|dark| if *dark { 0 } else { 255 }),
    );
    object.extend(b"\nendstream");
    object
}

const NO_PICTURE: &[u8] = b"null";

fn check(content: String, image: &[u8]) {
    let import = testing::read(&FORMAT, &pdf(&[content], image), None).unwrap();
    assert_eq!(testing::rows(&import), [ACME]);
}

#[test]
fn reads_a_code_of_squares() {
    check(squares(URI), NO_PICTURE);
}

#[test]
fn reads_a_code_that_is_one_shape() {
    let outline = each_module(URI, |x, y| {
        format!(
            "{x} {y} m {} {y} l {} {} l {x} {} l h\n",
            x + 1,
            x + 1,
            y + 1,
            y + 1
        )
    });
    check(outline.replace("\nQ", "f* Q"), NO_PICTURE);
}

#[test]
fn reads_a_code_of_lines() {
    let lines = each_module(URI, |x, y| format!("{x} {y}.5 m {} {y}.5 l S\n", x + 1));
    check(lines.replace("0 g", "0 G 1 w"), NO_PICTURE);
}

#[test]
fn reads_a_picture_of_a_code() {
    check(
        "q 200 0 0 200 100 100 cm /Im0 Do Q".to_owned(),
        &picture(URI),
    );
}

#[test]
fn reads_every_page() {
    let other = "otpauth://totp/Shop:you?secret=KRSXG5CTMVRXEZLU";
    let contents = [
        squares(URI),
        "0 g 10 10 50 50 re f".to_owned(),
        squares(other),
    ];
    let import = testing::read(&FORMAT, &pdf(&contents, NO_PICTURE), None).unwrap();
    let second = "Shop|you|totp|KRSXG5CTMVRXEZLU|SHA1|6|30";
    assert_eq!(testing::rows(&import), [ACME, second]);
}

#[test]
fn a_page_that_breaks_does_not_lose_those_before_it() {
    let source = Source {
        name: "x.pdf",
        bytes: b"",
        beside: &[],
    };
    let code = keytick_qr::encode(URI).unwrap().to_png(4);
    let picture = Picture::decode(&code, &keytick_qr::Limits::default()).unwrap();
    let (say, said) = sync_channel(1);
    say.send(Said::Page(picture)).unwrap();
    drop(say);
    let import = look_at(2, &source, &said, &Reading::new(None)).unwrap();
    assert_eq!(testing::rows(&import), [ACME]);
    assert_eq!(
        testing::skipped(&import),
        ["x.pdf: page 2: formats-damaged"]
    );
}

#[test]
fn a_pdf_without_a_code_says_so() {
    let text = "BT /F1 12 Tf (otpauth) Tj ET".to_owned();
    let read = testing::read(&FORMAT, &pdf(&[text], NO_PICTURE), None);
    assert_eq!(read, Err(Error::NoCode));
}

#[test]
fn too_many_pages_are_refused() {
    let contents = vec![String::new(); MAX_PAGES + 1];
    let read = testing::read(&FORMAT, &pdf(&contents, NO_PICTURE), None);
    assert_eq!(read, Err(Error::TooMany { limit: MAX_PAGES }));
}

#[test]
fn a_person_can_stop_it() {
    let file = pdf(&[squares(URI)], NO_PICTURE);
    let source = Source {
        name: "x.pdf",
        bytes: &file,
        beside: &[],
    };
    let (say, said) = sync_channel::<Said>(1);
    let reading = Reading {
        cancelled: &|| true,
        limits: Limits::default(),
        progress: &|_: Progress| (),
        ..Reading::new(None)
    };
    assert_eq!(next(&said, &reading).err(), Some(Error::Cancelled));
    drop(say);
    assert_eq!(next(&said, &reading).err(), Some(DAMAGED));
    assert!(read(&source, &mut Reading::new(None)).is_ok());
}

#[test]
fn what_is_cut_or_changed_breaks_nothing() {
    let file = pdf(
        &["q 200 0 0 200 100 100 cm /Im0 Do Q".to_owned()],
        &picture(URI),
    );
    for part in 0..32 {
        let cut = &file[..file.len() * part / 32];
        let mut changed = file.clone();
        changed[file.len() * part / 32] ^= 0x15;
        for bytes in [cut, &changed] {
            let source = Source {
                name: "x.pdf",
                bytes,
                beside: &[],
            };
            let _ = read(&source, &mut Reading::new(None));
        }
    }
}
