//! A sheet for printing: a QR code and the key in letters for each account, on a page that
//! needs nothing else. Each address stands in the page, too, so that it can be read back.

use std::fmt::Write as _;

use keytick_accounts::Account;
use keytick_otp::{Algorithm, Kind, Names, write_uri};
use keytick_texts::text;
use zeroize::Zeroizing;

use crate::{Error, Field, Format, Holds, Output, Writer, Writing, entries};

pub(super) const FORMAT: Format = Format {
    id: "sheet-html",
    name: "Sheet for printing",
    help: "format-sheet-html-help",
    extensions: &["html"],
    reads_encrypted: false,
    detect: |_| false,
    read: None,
    write: Some(Writer {
        plain: true,
        encrypted: false,
        extension: "html",
        holds: &HOLDS,
        write,
    }),
};

const HOLDS: Holds = Holds {
    types: &["totp", "hotp", "steam", "motp", "yandex"],
    algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
    digits: &[4, 5, 6, 7, 8, 9, 10],
    periods: &[],
    fields: &[Field::Order],
};

/// Black on white, as many cards as fit; none is torn apart by the end of a page.
const STYLE: &str = "\
body{font:11pt/1.4 system-ui,sans-serif;color:#000;background:#fff;margin:2em auto;max-width:48em;\
padding:0 1em}\
h1{font-size:1.5em;margin:0}ul{list-style:none;padding:0;display:grid;gap:1em;\
grid-template-columns:repeat(auto-fill,minmax(20em,1fr))}\
li{border:1px solid #888;border-radius:6px;padding:1em;display:flex;gap:1em;break-inside:avoid}\
svg{width:9em;height:9em;flex:none}h2{font-size:1.1em;margin:0;overflow-wrap:anywhere}\
p{margin:.2em 0;overflow-wrap:anywhere}.key{font-family:monospace}\
@page{margin:15mm}@media print{body{margin:0;max-width:none;padding:0}}";

fn write(accounts: &[&Account], _: &mut Writing) -> Result<Vec<Output>, Error> {
    let title = text("formats-sheet-title", &[]);
    let keep = text("formats-sheet-keep", &[]);
    let cards = entries::in_order(accounts).into_iter().map(card);
    let cards: Vec<Zeroizing<String>> = cards.collect::<Result<_, _>>()?;
    // Room for all of it at once: a text that grows leaves copies behind.
    let size: usize = cards.iter().map(|card| card.len()).sum();
    let mut page = Zeroizing::new(String::with_capacity(size + 4096));
    let head = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n\
         <h1>{title}</h1>\n<p>{keep}</p>\n<ul>\n",
        title = *escaped(&title),
        keep = *escaped(&keep),
    );
    page.push_str(&head);
    cards.iter().for_each(|card| page.push_str(card));
    page.push_str("</ul>\n</html>\n");
    Ok(vec![Output {
        name: "accounts.html".to_owned(),
        bytes: Zeroizing::new(page.as_bytes().to_vec()),
    }])
}

fn card(account: &Account) -> Result<Zeroizing<String>, Error> {
    let uri = write_uri(&account.key, &account.issuer, &account.account);
    let names = Names::exact(&account.issuer, &account.account);
    let code = keytick_qr::encode(&uri).map_err(|_| Error::NameTooLong {
        name: names.to_string(),
    })?;
    let svg = code.to_svg();
    let mut card = Zeroizing::new(String::with_capacity(svg.len() + 8 * uri.len() + 2048));
    let (first, second) = match names.issuer.is_empty() {
        true => (names.account, String::new()),
        false => (names.issuer, names.account),
    };
    // Writing to a String cannot fail.
    let _ = write!(
        card,
        "<li data-key=\"{}\">{}<div><h2>{}</h2><p>{}</p><p class=\"key\">{}</p><p>{}</p></div>\n",
        *escaped(&uri),
        *svg,
        *escaped(&first),
        *escaped(&second),
        *in_groups(&account.key.to_text()),
        *escaped(&settings(&account.key.kind)),
    );
    Ok(card)
}

/// What has to be set by hand where the key is typed, if it is not what everybody takes.
fn settings(kind: &Kind) -> String {
    if *kind == Kind::default() {
        return String::new();
    }
    let digits = kind.digits().to_string();
    let moves = match (kind.counter(), kind.period()) {
        (Some(counter), _) => text("formats-sheet-counter", &[("counter", &counter.to_string())]),
        (None, period) => {
            let period = period.unwrap_or_default().to_string();
            text("formats-sheet-period", &[("period", &period)])
        }
    };
    let args = [
        ("type", kind.type_name()),
        ("algorithm", kind.algorithm_name()),
        ("digits", &digits),
        ("moves", &moves),
    ];
    text("formats-sheet-settings", &args)
}

/// Four letters at a time, as people read them to each other.
fn in_groups(key: &str) -> Zeroizing<String> {
    let mut groups = Zeroizing::new(String::with_capacity(key.len() * 5 / 4 + 1));
    for (place, character) in key.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            groups.push(' ');
        }
        groups.push(character);
    }
    groups
}

fn escaped(text: &str) -> Zeroizing<String> {
    let mut escaped = Zeroizing::new(String::with_capacity(text.len() * 6));
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::account;

    #[test]
    fn a_sheet_holds_names_key_and_settings_and_loads_nothing() {
        let uri = "otpauth://totp/A%3Cb%3E:me?secret=JBSWY3DPEHPK3PXPJB&digits=8&period=60";
        let account = account(uri, |_| ());
        let mut random = |_: &mut [u8]| ();
        let written = write(&[&account], &mut Writing::new(None, &mut random, 0)).unwrap();
        let page = String::from_utf8(written[0].bytes.to_vec()).unwrap();
        assert!(page.contains("<h2>A&lt;b&gt;</h2><p>me</p>"), "{page}");
        assert!(page.contains("<p class=\"key\">JBSW Y3DP EHPK 3PXP JB</p>"), "{page}");
        assert!(page.contains("<p>totp, SHA1, 8 digits, 60 seconds</p>"), "{page}");
        for loads in ["http:", "https:", "src=", "href=", "url(", "<script"] {
            let page = page.replace("http://www.w3.org/2000/svg", "");
            assert!(!page.contains(loads), "{loads}");
        }
    }
}
