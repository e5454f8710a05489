//! XML as other programs write it, handed over piece by piece. Only the five entities that
//! every XML file knows and numbers are resolved: a file can define no others, so none can
//! grow without end.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::Error;

const DAMAGED: Error = Error::Damaged { what: "xml" };

/// A piece of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// `<name key="value">`, and the first half of `<name/>`.
    Start {
        /// The element's name.
        name: String,
        /// Its attributes, in order.
        attributes: Vec<(String, String)>,
    },
    /// All text up to the next start or end, without comments between.
    Text(String),
    /// `</name>`, and the second half of `<name/>`.
    End,
}

/// Hands each piece of `bytes` to `each`.
///
/// # Errors
/// [`Error::Damaged`] for what is no well-formed XML in UTF-8, and what `each` returns.
pub(crate) fn walk(
    bytes: &[u8],
    mut each: impl FnMut(Piece) -> Result<(), Error>,
) -> Result<(), Error> {
    /// Deeper than any file that a program writes.
    const DEEPEST: usize = 256;
    let text = std::str::from_utf8(bytes).map_err(|_| DAMAGED)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    let (mut depth, mut pending) = (0_usize, String::new());
    loop {
        let event = reader.read_event().map_err(|_| DAMAGED)?;
        let piece = match &event {
            Event::Text(text) => {
                pending.push_str(text);
                continue;
            }
            Event::CData(text) => {
                pending.push_str(text);
                continue;
            }
            Event::GeneralRef(entity) => {
                match entity.resolve_char_ref().map_err(|_| DAMAGED)? {
                    Some(character) => pending.push(character),
                    None => pending.push_str(resolve_predefined_entity(entity).ok_or(DAMAGED)?),
                }
                continue;
            }
            Event::Start(start) => {
                depth += 1;
                started(start)?
            }
            Event::End(_) => {
                depth -= 1;
                Piece::End
            }
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(DAMAGED),
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_) => continue,
        };
        if depth > DEEPEST {
            return Err(DAMAGED);
        }
        if !pending.is_empty() {
            each(Piece::Text(std::mem::take(&mut pending)))?;
        }
        each(piece)?;
    }
}

fn started(start: &BytesStart) -> Result<Piece, Error> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| DAMAGED)?;
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|_| DAMAGED)?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Piece::Start {
        name: start.name().as_ref().to_owned(),
        attributes,
    })
}

/// The named values of an Android app's preferences, in order:
/// `<map><string name="a">text</string><int name="b" value="1"/></map>`.
///
/// # Errors
/// As [`walk`].
pub(crate) fn preferences(bytes: &[u8]) -> Result<Vec<(String, String)>, Error> {
    let mut values: Vec<(String, String)> = Vec::new();
    let mut inside = false;
    walk(bytes, |piece| {
        match piece {
            Piece::Start { attributes, .. } => {
                let mut name = None;
                let mut value = String::new();
                for (key, given) in attributes {
                    match key.as_str() {
                        "name" => name = Some(given),
                        "value" => value = given,
                        _ => {}
                    }
                }
                inside = name.is_some();
                values.extend(name.map(|name| (name, value)));
            }
            Piece::Text(text) if inside => {
                if let Some((_, value)) = values.last_mut() {
                    value.push_str(&text);
                }
            }
            Piece::Text(_) => {}
            Piece::End => inside = false,
        }
        Ok(())
    })?;
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_preferences_of_an_android_app() {
        let xml = "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map>\n\
             <string name=\"a&amp;b\">{&quot;x&quot;:1}<!-- no --><![CDATA[<&]]>&#65;</string>\n\
             <int name=\"n\" value=\"7\" />\n<string name=\"none\"></string></map>\n";
        let values = preferences(xml.as_bytes()).unwrap();
        let expected = [("a&b", "{\"x\":1}<&A"), ("n", "7"), ("none", "")];
        assert_eq!(
            values,
            expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
    }

    #[test]
    fn refuses_what_is_not_well_formed() {
        for xml in [
            "<map>",
            "<map></string>",
            "<map>&more;</map>",
            "</map>",
            "<a b=c/>",
        ] {
            assert_eq!(preferences(xml.as_bytes()), Err(DAMAGED), "{xml}");
        }
        assert_eq!(preferences(b"\xff<map/>"), Err(DAMAGED));
    }

    #[test]
    fn an_entity_of_its_own_is_not_expanded() {
        let xml = "<!DOCTYPE map [<!ENTITY a \"aaaa\">]><map><string name=\"x\">&a;</string></map>";
        assert_eq!(preferences(xml.as_bytes()), Err(DAMAGED));
    }

    #[test]
    fn depth_is_bounded() {
        let deep = "<a>".repeat(100_000);
        assert_eq!(walk(deep.as_bytes(), |_| Ok(())), Err(DAMAGED));
    }
}
