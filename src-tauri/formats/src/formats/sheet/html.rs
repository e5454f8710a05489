//! The sheet as a web page that loads nothing. Each address stands in the page, too, so that
//! it can be read back.

use std::fmt::Write as _;

use keytick_accounts::Account;
use keytick_texts::{spoken, text};
use zeroize::Zeroizing;

use super::{Card, HOLDS};
use crate::{Error, Format, Output, Writer, Writing, entries};

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

/// Black on white, as many cards as fit; none is torn apart by the end of a page.
const STYLE: &str = "\
body{font:11pt/1.4 system-ui,sans-serif;color:#000;background:#fff;margin:2em auto;max-width:48em;\
padding:0 1em}\
h1{font-size:1.5em;margin:0}ul{list-style:none;padding:0;display:grid;gap:1em;\
grid-template-columns:repeat(auto-fill,minmax(20em,1fr))}\
li{border:1px solid #888;border-radius:6px;padding:1em;display:flex;gap:1em;break-inside:avoid}\
svg{width:9em;height:9em;flex:none}h2{font-size:1.1em;margin:0;overflow-wrap:anywhere}\
p{margin:.2em 0;overflow-wrap:anywhere}.key{font-family:monospace;direction:ltr}\
@page{margin:15mm}@media print{body{margin:0;max-width:none;padding:0}}";

fn write(accounts: &[&Account], _: &mut Writing) -> Result<Vec<Output>, Error> {
    let title = text("formats-sheet-title", &[]);
    let keep = text("formats-sheet-keep", &[]);
    let cards = entries::in_order(accounts)
        .into_iter()
        .map(|account| Card::of(account, text));
    let cards: Vec<Zeroizing<String>> = cards
        .map(|card| card.map(|card| item(&card)))
        .collect::<Result<_, _>>()?;
    // Room for all of it at once: a text that grows leaves copies behind.
    let size: usize = cards.iter().map(|card| card.len()).sum();
    let mut page = Zeroizing::new(String::with_capacity(size + 4096));
    let head = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<meta charset=\"utf-8\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n\
         <h1>{title}</h1>\n<p>{keep}</p>\n<ul>\n",
        language = spoken().tag,
        direction = if spoken().right_to_left { "rtl" } else { "ltr" },
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

fn item(card: &Card) -> Zeroizing<String> {
    let svg = card.code.to_svg();
    let room = svg.len() + 8 * card.uri.len() + 2048;
    let mut item = Zeroizing::new(String::with_capacity(room));
    // Writing to a String cannot fail.
    let _ = writeln!(
        item,
        "<li data-key=\"{}\">{}<div><h2>{}</h2><p>{}</p><p class=\"key\">{}</p><p>{}</p></div>",
        *escaped(&card.uri),
        *svg,
        *escaped(&card.title),
        *escaped(&card.subtitle),
        *card.key,
        *escaped(&card.settings),
    );
    item
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
        for part in [
            "<h2>A&lt;b&gt;</h2><p>me</p>",
            "<p class=\"key\">JBSW Y3DP EHPK 3PXP JA</p>",
            "<p>totp, SHA1, 8 digits, 60 seconds</p>",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
        for loads in ["http:", "https:", "src=", "href=", "url(", "<script"] {
            let page = page.replace("http://www.w3.org/2000/svg", "");
            assert!(!page.contains(loads), "{loads}");
        }
    }
}
