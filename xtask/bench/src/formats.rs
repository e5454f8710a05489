//! Reading and previewing a large file of every format that is written, in the clear: what
//! a person waits for beyond the file's own key derivation.

use std::time::Instant;

use keytick_accounts::{Account, Accounts, Candidate, Edit};
use keytick_formats::{FORMATS, Reading, Writing, read, write};
use keytick_otp::{Kind, OtpKey, Secret};

use crate::table::row;

const ENTRIES: usize = 10_000;

/// Writes a file of each format, then reads it and compares it with a vault of as many.
pub fn measure() {
    let Some(book) = book() else {
        row("formats", "not run", "no accounts could be made");
        return;
    };
    let accounts: Vec<&Account> = book.live().collect();
    for format in FORMATS {
        let plain = format.write.as_ref().is_some_and(|writer| writer.plain);
        // Pictures take as long as their pixels; a page is for people.
        if !plain || format.read.is_none() {
            continue;
        }
        let mut random = |bytes: &mut [u8]| bytes.fill(7);
        let mut writing = Writing::new(None, &mut random, 0);
        let Ok(files) = write(format, &accounts, &mut writing) else {
            row(format.name, "not run", "not written");
            continue;
        };
        let start = Instant::now();
        let read = read(&files, None, &mut Reading::new(None));
        let imports = read.into_iter().filter_map(|file| file.result.ok());
        let candidates: Vec<Candidate> = imports.flat_map(|import| import.accounts).collect();
        let count = candidates.len();
        let reviewed = book.review(candidates);
        let took = start.elapsed();
        drop(std::hint::black_box(reviewed));
        let what = format!("{count} entries");
        row(format.name, &format!("{:.3} s", took.as_secs_f64()), &what);
    }
}

fn book() -> Option<Accounts> {
    let mut book = Accounts::new();
    let candidates: Option<Vec<Candidate>> = (0..ENTRIES).map(candidate).collect();
    let mut next = 0_u64;
    let mut random = |bytes: &mut [u8]| {
        next += 1;
        let number = next.to_be_bytes();
        let bytes = bytes.iter_mut().rev();
        bytes
            .zip(number.iter().rev())
            .for_each(|(byte, own)| *byte = *own);
    };
    let mut edit = Edit {
        now_ms: 0,
        device: [1; 8],
        random: &mut random,
    };
    book.add(candidates?, &mut edit).ok()?;
    Some(book)
}

fn candidate(place: usize) -> Option<Candidate> {
    let mut secret = vec![1; 20];
    secret[..8].copy_from_slice(&(place as u64).to_be_bytes());
    let key = OtpKey::new(Secret::from_bytes(secret).ok()?, Kind::default()).ok()?;
    let issuer = format!("Site {}", place % 997);
    Some(Candidate::new(
        key,
        issuer,
        format!("person{place}@example.com"),
    ))
}
