//! JSON of other programs, entry by entry: each is kept unread until its own turn, so that
//! one of another shape spoils only itself.

use std::fmt;
use std::ops::Deref;

use serde::de::{self, Deserializer, IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::Error;

/// Reads a whole file, with or without a byte order mark.
///
/// # Errors
/// [`Error::Damaged`] with `what` for what is no JSON or of another shape.
pub(crate) fn read<'de, T: Deserialize<'de>>(
    bytes: &'de [u8],
    what: &'static str,
) -> Result<T, Error> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|_| Error::Damaged { what })
}

/// Writes a whole file, indented as people can read it.
pub(crate) fn write(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec_pretty(value).expect("the keys are texts and the writer is a vector")
}

/// The entries of a list, none of them read yet; none where there is `null`. A list of very
/// many is cut where any limit would refuse it, so that 100 MB of `[0,0,0` take no gigabytes.
#[derive(Default)]
pub(crate) struct List<'a>(Vec<&'a RawValue>);

impl List<'_> {
    /// More than any limit allows.
    const MOST: usize = 1_000_000;
}

/// The number alone.
impl fmt::Debug for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "List({})", self.0.len())
    }
}

impl<'a> Deref for List<'a> {
    type Target = [&'a RawValue];

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for List<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Elements;
        impl<'de> Visitor<'de> for Elements {
            type Value = List<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_unit<E: de::Error>(self) -> Result<List<'de>, E> {
                Ok(List::default())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<List<'de>, A::Error> {
                let mut entries = Vec::new();
                while entries.len() < List::MOST
                    && let Some(entry) = list.next_element()?
                {
                    entries.push(entry);
                }
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(List(entries))
            }
        }
        deserializer.deserialize_any(Elements)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_of_another_shape_stays_unread() {
        let list: List = read(b"\xef\xbb\xbf[1,\"x\",{ },2]", "list").unwrap();
        let raw: Vec<&str> = list.iter().map(|raw| raw.get()).collect();
        assert_eq!(raw, ["1", "\"x\"", "{ }", "2"]);
    }

    #[test]
    fn no_list_is_an_empty_one_and_a_list_without_end_is_cut() {
        let list: List = read(b"null", "list").unwrap();
        assert_eq!(list.len(), 0);
        let long = format!("[0{}]", ",0".repeat(List::MOST + 7));
        let list: List = read(long.as_bytes(), "list").unwrap();
        assert_eq!(list.len(), List::MOST);
    }

    /// serde_json stops at a depth of 128, and what is skipped takes no stack.
    #[test]
    fn depth_costs_no_stack() {
        let bomb = "[".repeat(1_000_000);
        assert!(read::<List>(bomb.as_bytes(), "x").is_err());
        assert!(read::<serde_json::Value>(bomb.as_bytes(), "x").is_err());
        let nested = format!("[{}{}]", "[".repeat(500_000), "]".repeat(500_000));
        assert_eq!(read::<List>(nested.as_bytes(), "x").unwrap().len(), 1);
    }
}
