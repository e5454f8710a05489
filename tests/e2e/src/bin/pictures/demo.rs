//! What is in the vault that is photographed: made-up sites, with keys that protect nothing.

use data_encoding::BASE32_NOPAD;
use qrcodegen::{QrCode, QrCodeEcc};

use crate::palette;

/// The site whose enrolment page is among the pictures. Its key is that of RFC 6238's tests.
pub const EXAMPLE: &str = "otpauth://totp/Example:alice@example.com\
                           ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example";

/// Name, account, whether it is a favourite, and its tags.
pub type Account = (&'static str, &'static str, bool, &'static [&'static str]);

/// In the order of the list.
pub const ACCOUNTS: &[Account] = &[
    ("Batch", "work@example.com", true, &["Work"]),
    ("Bytebase", "admin@example.com", true, &["Work", "Clients"]),
    ("Cloud Console", "ops@example.com", true, &["Work"]),
    ("Acme VPN", "work@example.com", false, &["Work"]),
    ("DeployHQ", "deploy@example.com", false, &["Work"]),
    ("Domain Desk", "admin@example.com", false, &["Clients"]),
    ("Git Host", "dev@example.com", false, &["Work"]),
    ("Harbor Bank", "home@example.com", false, &["Home"]),
    ("Infura", "dev@example.com", false, &["Clients"]),
    ("Mail Desk", "home@example.com", false, &["Home"]),
    ("Payroll", "work@example.com", false, &["Work"]),
    ("Photo Vault", "home@example.com", false, &["Home"]),
    ("Rocket.Chat", "work@example.com", false, &[]),
    ("Ticket Hall", "home@example.com", false, &["Home"]),
];

/// A link to set up an account. Its key follows from its name, so that each has another.
pub fn link(issuer: &str, account: &str) -> String {
    let key = BASE32_NOPAD.encode(format!("{issuer:.<20}").as_bytes());
    let issuer = issuer.replace(' ', "%20");
    format!("otpauth://totp/{issuer}:{account}?secret={key}&issuer={issuer}")
}

/// Links to all accounts, one a line.
pub fn links() -> String {
    let links = ACCOUNTS
        .iter()
        .map(|(issuer, account, ..)| link(issuer, account));
    links.collect::<Vec<_>>().join("\n")
}

/// Links to accounts of every kind, which show all that a row can.
pub fn kinds() -> [String; 5] {
    [
        link("Every Minute", "work@example.com") + "&period=60",
        link("Eight Digits", "work@example.com") + "&digits=8",
        link("A Counter", "work@example.com").replace("totp", "hotp") + "&counter=41",
        link("Games", "player@example.com").replace("totp", "steam"),
        link(
            "A site whose name is longer than there is room for in a row of the list",
            "somebody.with.a.long.address@department.example.com",
        ),
    ]
}

/// A site's QR code on a white page.
pub fn code(text: &str) -> Vec<u8> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("a short text");
    picture(|x, y| code.get_module(x, y))
}

/// A white page without any.
pub fn blank() -> Vec<u8> {
    picture(|_, _| false)
}

fn picture(is_dark: impl Fn(i32, i32) -> bool) -> Vec<u8> {
    const SIDE: u32 = 400;
    const MODULE: i32 = 6;
    let at = |pixel: u32| pixel as i32 / MODULE - 8;
    let colours = (0..SIDE)
        .flat_map(|y| (0..SIDE).map(move |x| (x, y)))
        .map(|(x, y)| if is_dark(at(x), at(y)) { 0 } else { 255 });
    let pixels: Vec<u8> = colours.flat_map(|grey| [grey; 4]).collect();
    palette::png(&pixels, (SIDE, SIDE))
}
