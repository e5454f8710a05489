//! A list of addresses, one a line: what most programs call a text export.

use keytick_accounts::Account;
use keytick_otp::{Algorithm, write_uri};
use zeroize::Zeroizing;

use crate::{
    Error, Field, Format, Holds, Import, Output, Pictures, Probe, Reading, Source, Writer, Writing,
    entries,
};

pub(crate) const FORMAT: Format = Format {
    id: "uri-list",
    name: "List of addresses",
    help: "format-uri-list-help",
    extensions: &["txt"],
    reads_encrypted: false,
    detect,
    read: Some(read),
    write: Some(Writer {
        plain: true,
        encrypted: false,
        extension: "txt",
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

/// How the lines of such a file begin.
const SCHEMES: [&str; 4] = ["otpauth://", "otpauth-migration://", "steam://", "motp://"];

/// Text in which any of the first lines is an address: some lists have a heading.
fn detect(probe: &Probe) -> bool {
    const LOOKED_AT: usize = 100;
    let begins = |line: &str, scheme: &str| {
        let start = line.trim_start().get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let mut lines = probe
        .text()
        .into_iter()
        .flat_map(str::lines)
        .take(LOOKED_AT);
    lines.any(|line| SCHEMES.iter().any(|scheme| begins(line, scheme)))
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let mut pictures = Pictures::new();
    add(&mut pictures, source, reading)?;
    Ok(pictures.finish().into())
}

/// Adds a list to what other files hold.
///
/// # Errors
/// [`Error::Damaged`] for what is no text, [`Error::TooMany`] and [`Error::Cancelled`].
pub(crate) fn add(
    pictures: &mut Pictures,
    source: &Source,
    reading: &Reading,
) -> Result<(), Error> {
    let probe = Probe::new(source.bytes);
    let text = probe.text().ok_or(Error::Damaged { what: "text" })?;
    reading.entries(text.lines().count())?;
    pictures.add_text(source.name, text);
    Ok(())
}

fn write(accounts: &[&Account], _: &mut Writing) -> Result<Vec<Output>, Error> {
    let uris: Vec<_> = entries::in_order(accounts)
        .into_iter()
        .map(|account| write_uri(&account.key, &account.issuer, &account.account))
        .collect();
    // Room for all of it at once: a vector that grows leaves copies behind.
    let size = uris.iter().map(|uri| uri.len() + 1).sum();
    let mut bytes = Zeroizing::new(Vec::with_capacity(size));
    for uri in &uris {
        bytes.extend_from_slice(uri.as_bytes());
        bytes.push(b'\n');
    }
    Ok(vec![Output {
        name: "accounts.txt".to_owned(),
        bytes,
    }])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing;

    #[test]
    fn known_by_any_of_its_first_lines() {
        let detects = |text: &str| detect(&Probe::new(text.as_bytes()));
        assert!(detects("\u{feff}# keys\n\nOTPAUTH://totp/a?secret=AAAA"));
        assert!(detects("steam://AAAA"));
        assert!(!detects("see otpauth://totp/a"));
        assert!(!detects("https://example.com"));
        assert!(!detects(""));
    }

    #[test]
    fn a_line_an_account_in_the_order_of_their_person() {
        let account = |name: &str, order| {
            let uri = format!("otpauth://totp/Acme:{name}?secret=JBSWY3DPEHPK3PXP");
            testing::account(&uri, |candidate| candidate.order = Some(order))
        };
        let accounts = [account("b", 1), account("a", 0)];
        let mut random = |_: &mut [u8]| ();
        let mut writing = Writing::new(None, &mut random, 0);
        let written = write(&[&accounts[0], &accounts[1]], &mut writing).unwrap();
        let line = |name| {
            format!(
                "otpauth://totp/Acme:{name}?secret=JBSWY3DPEHPK3PXP\
                 &issuer=Acme&algorithm=SHA1&digits=6&period=30\n"
            )
        };
        let text = String::from_utf8(written[0].bytes.to_vec()).unwrap();
        assert_eq!(text, line("a") + &line("b"));
    }
}
