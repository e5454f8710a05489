//! The sheet for printing, printed: Chromium makes a PDF of it, and all its codes are read
//! from there.

mod shared;

use std::io::Write as _;
use std::process::{Command, Stdio};

use keytick_formats::{FORMATS, File, Reading};
use shared::{accounts, in_order, written};

/// Names under which Chromium or Chrome can be started.
const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// Two pages full.
const ACCOUNTS: usize = 14;

#[test]
fn a_printed_sheet_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let (book, usage) = accounts();
    let accounts = &in_order(&book)[..ACCOUNTS];
    let sheet = FORMATS
        .iter()
        .find(|format| format.id == "sheet-html")
        .unwrap();
    let page = written(sheet, accounts, &usage, None).unwrap().remove(0);
    let (html, pdf) = (
        folder.path().join("sheet.html"),
        folder.path().join("sheet.pdf"),
    );
    std::fs::write(&html, &page.bytes).unwrap();
    let printed = CHROMIUM.iter().find_map(|program| {
        let mut command = Command::new(program);
        command
            .args([
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-pdf-header-footer",
            ])
            .arg(format!("--user-data-dir={}", folder.path().display()))
            .arg(format!("--print-to-pdf={}", pdf.display()))
            .arg(&html)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command.status().ok()
    });
    let Some(status) = printed else {
        let _ = std::io::stderr().write_all(b"\nnot run: there is no Chromium\n");
        return;
    };
    assert!(status.success());
    let file = File {
        name: "sheet.pdf".to_owned(),
        bytes: std::fs::read(&pdf).unwrap().into(),
    };
    let mut read = keytick_formats::read(&[file], None, &mut Reading::new(None));
    let read = read.remove(0);
    assert_eq!(read.format.map(|format| format.id), Some("pdf"));
    let import = read.result.unwrap();
    assert_eq!(import.skipped, []);
    for account in accounts {
        let is_there = import.accounts.iter().any(|found| {
            found.key == account.key
                && found.issuer == account.issuer
                && found.account == account.account
        });
        assert!(is_there, "{} {}", account.issuer, account.account);
    }
    assert_eq!(import.accounts.len(), ACCOUNTS);
}
