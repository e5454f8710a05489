//! What the codes say: addresses for sign-in as sites issue them, and the parts
//! of an app's export.

use data_encoding::{BASE32_NOPAD, BASE64};

use crate::random::Random;

const ISSUERS: [&str; 16] = [
    "GitHub",
    "Google",
    "Microsoft",
    "Amazon%20Web%20Services",
    "Proton",
    "Bitwarden",
    "Cloudflare",
    "DigitalOcean",
    "Dropbox",
    "Fastmail",
    "GitLab",
    "Hetzner",
    "npm",
    "PayPal",
    "Reddit",
    "Stripe",
];
const PEOPLE: [&str; 6] = [
    "ada",
    "grace.hopper",
    "linus",
    "m.curie",
    "alan.turing%2Bwork",
    "katherine.johnson",
];
const HOSTS: [&str; 5] = [
    "example.com",
    "example.org",
    "mail.example.net",
    "corp.example",
    "students.example.edu",
];

/// An address for one account, of the length that sites make them.
pub(crate) fn account(random: &mut Random) -> String {
    let issuer = *random.pick(&ISSUERS);
    let person = format!("{}%40{}", random.pick(&PEOPLE), random.pick(&HOSTS));
    let secret = BASE32_NOPAD.encode(&bytes(random, &[10, 20, 20, 32]));
    let mut address = format!("otpauth://totp/{issuer}:{person}?secret={secret}&issuer={issuer}");
    if random.chance(0.4) {
        address += "&algorithm=SHA1&digits=6&period=30";
    }
    if random.chance(0.05) {
        address += "&image=https%3A%2F%2Fexample.com%2Fassets%2Ficons%2Ftwo-factor.png";
    }
    address
}

/// An address as short as they get.
pub(crate) fn short_account(random: &mut Random) -> String {
    let secret = BASE32_NOPAD.encode(&bytes(random, &[10]));
    format!("otpauth://totp/{}?secret={secret}", random.pick(&ISSUERS))
}

/// One part of an export of `parts`, with so many accounts in it (Google
/// Authenticator's own `MigrationPayload`).
pub(crate) fn export_part(random: &mut Random, part: u64, parts: u64, accounts: usize) -> String {
    let mut payload = Vec::new();
    for _ in 0..accounts {
        let mut entry = Vec::new();
        push_bytes(&mut entry, 1, &bytes(random, &[10, 20]));
        let name = format!("{}@{}", random.pick(&PEOPLE), random.pick(&HOSTS));
        push_bytes(&mut entry, 2, name.as_bytes());
        push_bytes(&mut entry, 3, random.pick(&ISSUERS).as_bytes());
        for (field, value) in [(4, 1), (5, 1), (6, 2)] {
            push_number(&mut entry, field, value);
        }
        push_bytes(&mut payload, 1, &entry);
    }
    let id = random.bits() >> 33;
    for (field, value) in [(2, 1), (3, parts), (4, part), (5, id)] {
        push_number(&mut payload, field, value);
    }
    let data = BASE64
        .encode(&payload)
        .replace('+', "%2B")
        .replace('/', "%2F")
        .replace('=', "%3D");
    format!("otpauth-migration://offline?data={data}")
}

/// What other codes say that stand on pages.
pub(crate) fn other(random: &mut Random) -> String {
    match random.whole(0, 2) {
        0 => format!("https://example.com/app/{:x}", random.bits()),
        1 => format!("WIFI:T:WPA;S:Guests;P:{:x};;", random.bits()),
        _ => "https://play.example.com/store/apps/details?id=com.example.authenticator".to_owned(),
    }
}

fn bytes(random: &mut Random, lengths: &[usize]) -> Vec<u8> {
    let length = *random.pick(lengths);
    (0..length).map(|_| random.bits() as u8).collect()
}

/// A field of Protocol Buffers with a length before it.
fn push_bytes(message: &mut Vec<u8>, field: u64, bytes: &[u8]) {
    push_varint(message, field << 3 | 2);
    push_varint(message, bytes.len() as u64);
    message.extend_from_slice(bytes);
}

fn push_number(message: &mut Vec<u8>, field: u64, value: u64) {
    push_varint(message, field << 3);
    push_varint(message, value);
}

fn push_varint(message: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        message.push(value as u8 | 0x80);
        value >>= 7;
    }
    message.push(value as u8);
}
