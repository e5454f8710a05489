//! The XML of a KeePass database: entries with their fields, and the groups they lie in. The
//! same in KDBX files, where single values are protected, and in KeePass's XML export.
//!
//! Read piece by piece: protected values must be met in the order of the file.

use zeroize::Zeroizing;

use super::entry::Entry;
use crate::encoding::from_base64;
use crate::xml::{self, Piece};
use crate::{Error, Limits};

/// Takes the protection from the next value.
pub(in crate::formats) type Unprotect<'a> = &'a mut dyn FnMut(&mut [u8]) -> Result<(), Error>;

/// An element of which something is wanted.
#[derive(Clone, Copy, PartialEq)]
enum Element {
    File,
    Meta,
    RecycleBin,
    Root,
    Group,
    GroupUuid,
    GroupName,
    Entry,
    Tags,
    Field,
    FieldName,
    FieldValue,
    /// Anything else, and all that is in it: earlier states of entries among it.
    Other,
}

/// Which element in which is which.
const ELEMENTS: [(Element, &str, Element); 12] = [
    (Element::File, "Meta", Element::Meta),
    (Element::Meta, "RecycleBinUUID", Element::RecycleBin),
    (Element::File, "Root", Element::Root),
    (Element::Root, "Group", Element::Group),
    (Element::Group, "Group", Element::Group),
    (Element::Group, "UUID", Element::GroupUuid),
    (Element::Group, "Name", Element::GroupName),
    (Element::Group, "Entry", Element::Entry),
    (Element::Entry, "Tags", Element::Tags),
    (Element::Entry, "String", Element::Field),
    (Element::Field, "Key", Element::FieldName),
    (Element::Field, "Value", Element::FieldValue),
];

impl Element {
    fn of(parent: Option<Self>, name: &str) -> Self {
        match parent {
            None if name == "KeePassFile" => Self::File,
            None => Self::Other,
            Some(parent) => ELEMENTS
                .iter()
                .find(|(outer, own, _)| *outer == parent && *own == name)
                .map_or(Self::Other, |(_, _, element)| *element),
        }
    }
}

/// The entries in `xml`, in their order. `unprotect` is there for a KDBX file.
///
/// # Errors
/// [`Error::Damaged`] where it is no XML, [`Error::TooMany`] beyond the limits.
pub(in crate::formats) fn read(
    xml: &[u8],
    unprotect: Option<Unprotect>,
    limits: Limits,
) -> Result<Vec<Entry>, Error> {
    let mut document = Document {
        unprotect,
        limits,
        ..Document::default()
    };
    xml::walk(xml, |piece| match piece {
        Piece::Start { name, attributes } => document.open(&name, &attributes),
        Piece::Text(text) => {
            document.text.push_str(&text);
            Ok(())
        }
        Piece::End => document.close(),
    })?;
    document.finish()
}

const DAMAGED: Error = Error::Damaged { what: "xml" };

/// What has been read so far.
#[derive(Default)]
struct Document<'a> {
    unprotect: Option<Unprotect<'a>>,
    limits: Limits,
    /// The elements that are open, each with whether its text is protected.
    open: Vec<(Element, bool)>,
    seen_file: bool,
    /// Text since the last tag.
    text: Zeroizing<String>,
    field_name: String,
    recycle_bin: String,
    groups: Vec<Group>,
    /// The groups that are open, as places in `groups`.
    open_groups: Vec<usize>,
    /// Entries, each with the place of its group.
    entries: Vec<(Entry, usize)>,
}

struct Group {
    uuid: String,
    name: String,
    parent: Option<usize>,
}

impl Document<'_> {
    fn open(&mut self, name: &str, attributes: &[(String, String)]) -> Result<(), Error> {
        let parent = self.open.last().map(|(element, _)| *element);
        let element = Element::of(parent, name);
        let protected = attributes
            .iter()
            .any(|(name, value)| name == "Protected" && value.eq_ignore_ascii_case("true"));
        match element {
            Element::File => self.seen_file = true,
            Element::Group => {
                self.groups.push(Group {
                    uuid: String::new(),
                    name: String::new(),
                    parent: self.open_groups.last().copied(),
                });
                self.open_groups.push(self.groups.len() - 1);
            }
            Element::Entry => self.add_entry()?,
            Element::Field => self.field_name.clear(),
            _ => {}
        }
        self.open.push((element, protected));
        self.text.clear();
        Ok(())
    }

    fn add_entry(&mut self) -> Result<(), Error> {
        self.limits.check_entries(self.entries.len() + 1)?;
        let group = self.open_groups.last().copied().ok_or(DAMAGED)?;
        self.entries.push((Entry::default(), group));
        Ok(())
    }

    fn close(&mut self) -> Result<(), Error> {
        let (element, protected) = self.open.pop().ok_or(DAMAGED)?;
        let mut text = std::mem::take(&mut self.text);
        if protected && let Some(unprotect) = &mut self.unprotect {
            text = unprotected(&text, unprotect)?;
        }
        let entry = self.entries.last_mut().map(|(entry, _)| entry);
        let group = self
            .open_groups
            .last()
            .and_then(|open| self.groups.get_mut(*open));
        match (element, entry, group) {
            (Element::RecycleBin, ..) => self.recycle_bin = text.trim().to_owned(),
            (Element::GroupUuid, _, Some(group)) => group.uuid = text.trim().to_owned(),
            (Element::GroupName, _, Some(group)) => group.name = text.trim().to_owned(),
            (Element::Group, ..) => {
                self.open_groups.pop();
            }
            (Element::Tags, Some(entry), _) => entry.set_tags(&text),
            (Element::FieldName, ..) => self.field_name.push_str(&text),
            (Element::FieldValue, Some(entry), _) => {
                entry.set(std::mem::take(&mut self.field_name), text);
            }
            _ => {}
        }
        Ok(())
    }

    fn finish(mut self) -> Result<Vec<Entry>, Error> {
        if !self.seen_file || !self.open.is_empty() {
            return Err(DAMAGED);
        }
        let mut trashed = Vec::with_capacity(self.groups.len());
        for group in &self.groups {
            // A group stands after the one it lies in.
            let in_trash = group.parent.is_some_and(|parent| trashed[parent]);
            trashed.push(in_trash || is_recycle_bin(group, &self.recycle_bin));
        }
        for (entry, group) in &mut self.entries {
            entry.in_trash = trashed[*group];
            let group = &mut self.groups[*group];
            // The outermost group is the database itself.
            if group.parent.is_some() && !group.name.is_empty() {
                entry.group = Some(group.name.clone());
            }
        }
        Ok(self.entries.into_iter().map(|(entry, _)| entry).collect())
    }
}

/// An all-zero UUID stands for none.
fn is_recycle_bin(group: &Group, recycle_bin: &str) -> bool {
    const NONE: &str = "AAAAAAAAAAAAAAAAAAAAAA==";
    !recycle_bin.is_empty() && recycle_bin != NONE && group.uuid == recycle_bin
}

fn unprotected(text: &str, unprotect: &mut Unprotect) -> Result<Zeroizing<String>, Error> {
    let mut bytes = from_base64(text, "xml")?;
    unprotect(&mut bytes)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| DAMAGED)?;
    Ok(Zeroizing::new(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::to_base64;

    fn entries(xml: &str) -> Result<Vec<Entry>, Error> {
        read(xml.as_bytes(), None, limits())
    }

    fn limits() -> Limits {
        Limits {
            max_entries: 10,
            ..Limits::default()
        }
    }

    fn file(meta: &str, groups: &str) -> String {
        format!("<KeePassFile><Meta>{meta}</Meta><Root>{groups}</Root></KeePassFile>")
    }

    fn titles(xml: &str) -> Vec<(String, bool, Option<String>)> {
        let entries = entries(xml).unwrap();
        let title = |entry: &Entry| entry.get("Title").unwrap_or_default().to_owned();
        let shown = entries
            .iter()
            .map(|entry| (title(entry), entry.in_trash, entry.group.clone()));
        shown.collect()
    }

    const ENTRY: &str = "<Entry><String><Key>Title</Key><Value>A</Value></String></Entry>";

    #[test]
    fn entries_know_their_group_and_whether_it_lies_in_the_recycle_bin() {
        let groups = format!(
            "<Group><UUID>1</UUID><Name>Root</Name>{ENTRY}\
             <Group><UUID>2</UUID><Name>Bin</Name>\
             <Group><UUID>3</UUID><Name>Old &amp; gone</Name>{ENTRY}</Group></Group></Group>"
        );
        assert_eq!(
            titles(&file("<RecycleBinUUID>2</RecycleBinUUID>", &groups)),
            [
                ("A".to_owned(), false, None),
                ("A".to_owned(), true, Some("Old & gone".to_owned()))
            ]
        );
        let none = "<RecycleBinUUID>AAAAAAAAAAAAAAAAAAAAAA==</RecycleBinUUID>";
        assert!(titles(&file(none, &groups)).iter().all(|title| !title.1));
    }

    #[test]
    fn earlier_states_of_an_entry_are_no_entries() {
        let history = format!(
            "<Group><Entry><String><Key>Title</Key><Value>New<![CDATA[<er>]]>&#33;</Value></String>\
             <History>{ENTRY}</History></Entry></Group>"
        );
        assert_eq!(
            titles(&file("", &history)),
            [("New<er>!".to_owned(), false, None)]
        );
    }

    #[test]
    fn protected_values_are_taken_in_the_order_of_the_file() {
        let value = |text: &str| {
            format!(
                "<String><Key>{text}</Key><Value Protected=\"True\">{}</Value></String>",
                to_base64(text.as_bytes())
            )
        };
        let xml = file(
            "",
            &format!(
                "<Group><Entry>{}<History><Entry>{}</Entry></History>{}</Entry></Group>",
                value("a"),
                value("b"),
                value("c")
            ),
        );
        let mut order = 0;
        let mut unprotect = |bytes: &mut [u8]| {
            order += 1;
            bytes[0] = b'0' + order;
            Ok(())
        };
        let entries = read(xml.as_bytes(), Some(&mut unprotect), limits()).unwrap();
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].get("a"), Some("1"));
        assert_eq!(entries[0].get("c"), Some("3"));
    }

    #[test]
    fn what_is_no_whole_document_is_damaged() {
        for xml in [
            "",
            "<KeePassFile>",
            "<KeePassFile></Meta>",
            "<Other/>",
            "text",
            "<KeePassFile>&unknown;</KeePassFile>",
        ] {
            assert_eq!(entries(xml).err(), Some(DAMAGED), "{xml}");
        }
        assert!(entries("<KeePassFile/>").unwrap().is_empty());
    }

    #[test]
    fn groups_lie_in_each_other_as_deep_as_people_put_them() {
        let nested = |depth| {
            let groups = format!(
                "{}{ENTRY}{}",
                "<Group>".repeat(depth),
                "</Group>".repeat(depth)
            );
            entries(&file("", &groups)).map(|entries| entries.len())
        };
        assert_eq!(nested(100), Ok(1));
        assert_eq!(nested(100_000), Err(DAMAGED));
    }

    #[test]
    fn too_many_entries_are_refused() {
        let groups = format!("<Group>{}</Group>", ENTRY.repeat(11));
        let refused = entries(&file("", &groups)).err();
        assert_eq!(refused, Some(Error::TooMany { limit: 10 }));
    }
}
