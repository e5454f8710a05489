//! The sheet as a PDF ([ISO 32000](https://www.iso.org/standard/75839.html)) of rectangles
//! and of text in a font that every reader has: eight accounts a page. That font knows the
//! letters of Western Europe; another letter is a question mark on paper, and right in the
//! QR code.

use std::io::Write as _;

use keytick_accounts::Account;
use keytick_texts::{english, spoken, text};
use zeroize::Zeroizing;

use super::{Card, HOLDS};
use crate::{Error, Format, Output, Writer, Writing, entries};

pub(super) const FORMAT: Format = Format {
    id: "sheet-pdf",
    name: "Sheet for printing (PDF)",
    help: "format-sheet-pdf-help",
    extensions: &["pdf"],
    reads_encrypted: false,
    detect: |_| false,
    read: None,
    write: Some(Writer {
        plain: true,
        encrypted: false,
        extension: "pdf",
        holds: &HOLDS,
        write,
    }),
};

/// A4, in points.
const PAGE: (usize, usize) = (595, 842);
const MARGIN: usize = 40;
const COLUMNS: usize = 2;
const ROWS: usize = 4;
/// A card, and the code in its upper left corner.
const CARD: (usize, usize) = (258, 180);
const CODE: usize = 130;
/// Characters of the smallest text that fit a card; of a key, whose letters are wide, and
/// which comes in groups of five.
const LINE: usize = 60;
const KEY_LINE: usize = 45;

fn write(accounts: &[&Account], _: &mut Writing) -> Result<Vec<Output>, Error> {
    let accounts = entries::in_order(accounts);
    let cards: Vec<Card> = accounts
        .into_iter()
        .map(|account| Card::of(account, say))
        .collect::<Result<_, _>>()?;
    let mut pages: Vec<_> = cards.chunks(COLUMNS * ROWS).map(page).collect();
    if pages.is_empty() {
        pages.push(page(&[]));
    }
    Ok(vec![Output {
        name: "accounts.pdf".to_owned(),
        bytes: document(&pages),
    }])
}

/// In English where the font has no letters of the language.
fn say(id: &str, args: &[(&str, &str)]) -> String {
    match spoken().right_to_left {
        true => english::text(id, args),
        false => text(id, args),
    }
}

/// What is drawn on one page.
fn page(cards: &[Card]) -> Zeroizing<Vec<u8>> {
    let mut drawn = Zeroizing::new(Vec::with_capacity(64 * 1024));
    let top = PAGE.1 - MARGIN;
    line(
        &mut drawn,
        16,
        MARGIN,
        top - 10,
        &say("formats-sheet-title", &[]),
    );
    line(
        &mut drawn,
        8,
        MARGIN,
        top - 26,
        &say("formats-sheet-keep", &[]),
    );
    for (place, card) in cards.iter().enumerate() {
        let left = MARGIN + place % COLUMNS * CARD.0;
        let top = top - 40 - place / COLUMNS * CARD.1;
        draw(&mut drawn, card, left, top);
    }
    drawn
}

fn draw(drawn: &mut Vec<u8>, card: &Card, left: usize, top: usize) {
    // The code with its border of four modules, scaled to its place.
    let modules = card.code.size() + 8;
    let size = CODE as f64 / modules as f64;
    let _ = writeln!(drawn, "q {size:.4} 0 0 -{size:.4} {left} {top} cm");
    for y in 0..card.code.size() {
        let mut x = 0;
        while x < card.code.size() {
            let start = x;
            while card.code.get(x, y) {
                x += 1;
            }
            if x > start {
                let _ = writeln!(drawn, "{} {} {} 1 re", start + 4, y + 4, x - start);
            }
            x += 1;
        }
    }
    drawn.extend_from_slice(b"f Q\n");
    let text = left + 4;
    let below = top - CODE;
    line(drawn, 10, text, below, &cut(&card.title, 10));
    line(drawn, 8, text, below - 11, &cut(&card.subtitle, 8));
    let (first, rest) = card.key.split_at(card.key.len().min(KEY_LINE));
    line(drawn, 7, text, below - 21, first);
    line(drawn, 7, text, below - 29, &cut(rest, 7));
    line(drawn, 7, text, below - 38, &card.settings);
}

/// One line of text.
fn line(drawn: &mut Vec<u8>, size: usize, x: usize, y: usize, text: &str) {
    // Writing to a vector cannot fail.
    let _ = write!(drawn, "BT /F {size} Tf {x} {y} Td (");
    for character in text.chars() {
        match u8::try_from(u32::from(character)) {
            Ok(byte @ (b'(' | b')' | b'\\')) => drawn.extend_from_slice(&[b'\\', byte]),
            Ok(byte @ (0x20..=0x7e | 0xa0..=0xff)) => drawn.push(byte),
            _ => drawn.push(b'?'),
        }
    }
    drawn.extend_from_slice(b") Tj ET\n");
}

/// As much as fits on a card in this size; the end is in the QR code.
fn cut(text: &str, size: usize) -> Zeroizing<String> {
    let most = LINE * 7 / size;
    match text.chars().count() > most {
        true => {
            let start = text.chars().take(most.saturating_sub(3));
            Zeroizing::new(start.chain("...".chars()).collect())
        }
        false => Zeroizing::new(text.to_owned()),
    }
}

/// The objects of a document: catalogue, pages, font, then two for each page; and where each
/// of them begins.
fn document(pages: &[Zeroizing<Vec<u8>>]) -> Zeroizing<Vec<u8>> {
    const FIRST_PAGE: usize = 4;
    let size: usize = pages.iter().map(|page| page.len() + 512).sum();
    let mut bytes = Zeroizing::new(Vec::with_capacity(size + 4096));
    let mut places = Vec::new();
    bytes.extend_from_slice(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n");
    let mut object = |bytes: &mut Vec<u8>, parts: &[&[u8]]| {
        places.push(bytes.len());
        let _ = writeln!(bytes, "{} 0 obj", places.len());
        parts.iter().for_each(|part| bytes.extend_from_slice(part));
        bytes.extend_from_slice(b"\nendobj\n");
    };
    let kids: Vec<String> = (0..pages.len())
        .map(|page| format!("{} 0 R", FIRST_PAGE + 2 * page))
        .collect();
    let tree = format!(
        "<</Type/Pages/Count {}/Kids[{}]/MediaBox[0 0 {} {}]/Resources<</Font<</F 3 0 R>>>>>>",
        pages.len(),
        kids.join(" "),
        PAGE.0,
        PAGE.1
    );
    object(&mut bytes, &[b"<</Type/Catalog/Pages 2 0 R>>"]);
    object(&mut bytes, &[tree.as_bytes()]);
    object(
        &mut bytes,
        &[b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"],
    );
    for (place, page) in pages.iter().enumerate() {
        let number = FIRST_PAGE + 2 * place + 1;
        let leaf = format!("<</Type/Page/Parent 2 0 R/Contents {number} 0 R>>");
        object(&mut bytes, &[leaf.as_bytes()]);
        let length = format!("<</Length {}>>\nstream\n", page.len());
        object(&mut bytes, &[length.as_bytes(), page, b"endstream"]);
    }
    let start = bytes.len();
    let count = places.len() + 1;
    let _ = writeln!(bytes, "xref\n0 {count}\n0000000000 65535 f ");
    for place in places {
        let _ = writeln!(bytes, "{place:010} 00000 n ");
    }
    let _ = writeln!(
        bytes,
        "trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
    );
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::account;
    use crate::{File, Reading, check};

    fn written(accounts: &[&Account]) -> Vec<File> {
        let mut random = |_: &mut [u8]| ();
        write(accounts, &mut Writing::new(None, &mut random, 0)).unwrap()
    }

    #[test]
    fn every_code_on_every_page_is_read_back() {
        let account = |number: usize| {
            let uri = format!("otpauth://totp/Acme:{number}?secret=JBSWY3DPEHPK3PXP");
            account(&uri, |_| ())
        };
        let accounts: Vec<Account> = (0..10).map(account).collect();
        let accounts: Vec<&Account> = accounts.iter().collect();
        let files = written(&accounts);
        let mut formats = crate::FORMATS.iter().copied();
        let format = formats.find(|format| format.id == "sheet-pdf").unwrap();
        let checked = check(format, &files, &accounts, &mut Reading::new(None));
        assert_eq!(checked.map(|checked| checked.accounts), Ok(10));
    }

    #[test]
    fn letters_that_the_font_does_not_know_are_marked_and_none_ends_the_text() {
        let account = account("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP", |candidate| {
            candidate.issuer = "(é) \\ 鍵".to_owned();
        });
        let file = written(&[&account]).remove(0);
        let expected = b"(\\(\xe9\\) \\\\ ?) Tj";
        let found = file.bytes.windows(expected.len());
        assert!(found.into_iter().any(|part| part == expected));
    }
}
