//! A web page with addresses in it, as some programs export for printing; Keytick's own
//! printed sheet, too.

use zeroize::Zeroizing;

use crate::{Error, Format, Import, Pictures, Reading, Source};

pub(super) const FORMAT: Format = Format {
    id: "html",
    name: "Web page with addresses",
    help: "format-html-help",
    extensions: &["html", "htm"],
    reads_encrypted: false,
    detect: |probe| {
        let text = probe.text().unwrap_or_default();
        text.trim_start().starts_with('<') && SCHEMES.iter().any(|scheme| text.contains(scheme))
    },
    read: Some(read),
    write: None,
};

const MARK: &str = "://";
const SCHEMES: [&str; 3] = ["otpauth://", "otpauth-migration://", "motp://"];

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let text = std::str::from_utf8(source.bytes).map_err(|_| Error::Damaged { what: "text" })?;
    let mut pictures = Pictures::new();
    let mut last = Zeroizing::new(String::new());
    for (place, address) in addresses(text).enumerate() {
        reading.limits.check_entries(place + 1)?;
        // Many pages have each address twice: as text and as the link's target.
        if *address != *last {
            pictures.add_text(source.name, &address);
        }
        last = address;
    }
    Ok(pictures.finish().into())
}

/// Every address, wherever it stands: in text, in a link, in an attribute of a picture.
fn addresses(text: &str) -> impl Iterator<Item = Zeroizing<String>> {
    text.match_indices(MARK).filter_map(|(mark, _)| {
        let before = &text[..mark + MARK.len()];
        let scheme = SCHEMES.iter().find(|scheme| before.ends_with(**scheme))?;
        let from = &text[before.len() - scheme.len()..];
        let end = from.find(|character: char| {
            character.is_whitespace() || matches!(character, '<' | '>' | '"' | '\'')
        });
        Some(unescaped(&from[..end.unwrap_or(from.len())]))
    })
}

/// The few entities that an address can have in it.
fn unescaped(address: &str) -> Zeroizing<String> {
    const ENTITIES: [(&str, &str); 6] = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ];
    let plain = Zeroizing::new(address.to_owned());
    ENTITIES.iter().fold(plain, |text, (entity, character)| {
        Zeroizing::new(text.replace(entity, character))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::{read, rows};

    #[test]
    fn reads_addresses_wherever_they_stand() {
        let page = "<!DOCTYPE html><body><a href=\"otpauth://totp/Acme:me?secret=AAAAAAAA\
             &amp;issuer=Acme&amp;digits=8\">otpauth://totp/Acme:me?secret=AAAAAAAA\
             &amp;issuer=Acme&amp;digits=8</a><code>\notpauth://totp/b?secret=BBBBBBBB\n</code>";
        let import = read(&FORMAT, page.as_bytes(), None).unwrap();
        assert_eq!(
            rows(&import),
            [
                "Acme|me|totp|AAAAAAAA|SHA1|8|30",
                "|b|totp|BBBBBBBB|SHA1|6|30"
            ]
        );
        assert_eq!(import.skipped, []);
    }
}
