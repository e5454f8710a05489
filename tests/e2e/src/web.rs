//! Web pages as sites show them at enrolment, photographed in a real browser.

use std::process::Stdio;

use qrcodegen::{QrCode, QrCodeEcc};

use crate::Screen;

/// How a page shows its codes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Look {
    /// Black on white, as most sites do.
    Plain,
    /// Light modules on a dark page.
    LightOnDark,
    /// Dark modules on nothing at all: the picture has an alpha channel.
    Transparent,
}

/// A screenshot of a page with a QR code for each text.
pub fn screenshot(screen: &Screen, look: Look, texts: &[&str]) -> Vec<u8> {
    let folder = tempfile::tempdir_in(screen.folder("tmp")).expect("a folder");
    let page = folder.path().join("page.html");
    let picture = folder.path().join("page.png");
    std::fs::write(&page, html(look, texts)).expect("a page");
    let background = match look {
        Look::Transparent => "00000000",
        _ => "ffffffff",
    };
    let status = screen
        .program(chromium(), &["--headless", "--no-sandbox", "--disable-gpu"])
        .args([
            "--no-first-run",
            "--disable-background-networking",
            "--disable-sync",
        ])
        .args([
            "--disable-component-update",
            "--hide-scrollbars",
            "--disable-dev-shm-usage",
        ])
        .arg(format!(
            "--user-data-dir={}",
            folder.path().join("profile").display()
        ))
        .arg(format!("--default-background-color={background}"))
        .arg("--window-size=1280,800")
        .arg(format!("--screenshot={}", picture.display()))
        .arg(format!("file://{}", page.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("Chromium");
    assert!(status.success(), "Chromium: {status}");
    std::fs::read(picture).expect("a screenshot")
}

fn html(look: Look, texts: &[&str]) -> String {
    let (paper, ink) = match look {
        Look::Plain => ("#ffffff", "#1a1a1a"),
        Look::LightOnDark => ("#14181c", "#e8eef2"),
        Look::Transparent => ("transparent", "#1a1a1a"),
    };
    let codes: String = texts.iter().map(|text| svg(text, ink)).collect();
    format!(
        "<!doctype html><meta charset=utf-8><title>Two-step sign-in</title>
         <body style='margin:40px;background:{paper};color:{ink};font:16px sans-serif'>
         <h1>Two-step sign-in</h1>
         <p>Scan this with your authenticator app, then type the code it shows.</p>
         <div style='display:flex;gap:48px;margin:32px 0'>{codes}</div>
         <label>Code <input size=8></label> <button>Turn on</button>"
    )
}

fn svg(text: &str, ink: &str) -> String {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("a short text");
    let size = code.size();
    let mut path = String::new();
    for (y, x) in (0..size).flat_map(|y| (0..size).map(move |x| (y, x))) {
        if code.get_module(x, y) {
            path += &format!("M{x} {y}h1v1h-1z");
        }
    }
    format!(
        "<svg viewBox='-4 -4 {0} {0}' width=300 height=300 shape-rendering=crispEdges>\
         <path fill='{ink}' d='{path}'/></svg>",
        size + 8
    )
}

fn chromium() -> &'static str {
    let names = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let is_there =
        |name: &&str| std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
    names
        .into_iter()
        .find(is_there)
        .expect("Chromium or Chrome")
}
