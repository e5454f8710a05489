//! The outline of a JSON file: which keys are where, three levels deep, and none of the
//! content.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// How deep it looks: `entries`, in them `content`, in it `entry_type`.
const DEEPEST: usize = 4;
/// How many keys of an object, and elements of a list, it looks at.
const MOST: usize = 64;

/// The outline of a JSON value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Json {
    /// Whether it is a list; else an object, a plain value, or no JSON at all.
    pub is_array: bool,
    /// The keys of the object, or all keys of the list's first objects.
    pub keys: Vec<String>,
    /// What is under each key that holds an object or a list; of a list, all its first
    /// elements together.
    inner: Vec<(String, Json)>,
}

/// What there is under a key that is not there.
static NOTHING: Json = Json {
    is_array: false,
    keys: Vec::new(),
    inner: Vec::new(),
};

impl Json {
    /// The outline of a whole file; empty for anything that is no object or list.
    pub(super) fn of(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if !matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'[')) {
            return Self::default();
        }
        let mut outline = Self::default();
        let mut deserializer = serde_json::Deserializer::from_slice(bytes);
        let look = Look {
            outline: &mut outline,
            depth: 0,
            is_element: false,
        };
        match look.deserialize(&mut deserializer) {
            Ok(()) => outline,
            Err(_) => Self::default(),
        }
    }

    /// Whether all of `keys` are there.
    #[must_use]
    pub fn has(&self, keys: &[&str]) -> bool {
        keys.iter()
            .all(|key| self.keys.iter().any(|own| own == key))
    }

    /// What is under `key`; empty where there is no such key, or a plain value. A list is
    /// looked through: `at("items").at("login")`.
    #[must_use]
    pub fn at(&self, key: &str) -> &Self {
        let found = self.inner.iter().find(|(own, _)| own == key);
        found.map_or(&NOTHING, |(_, json)| json)
    }

    /// Whether what is under any key meets `condition`: for objects whose keys are data.
    #[must_use]
    pub fn any(&self, condition: impl Fn(&Self) -> bool) -> bool {
        self.inner.iter().any(|(_, json)| condition(json))
    }

    fn under(&mut self, key: &str) -> &mut Self {
        let index = self.inner.iter().position(|(own, _)| own == key);
        let index = index.unwrap_or_else(|| {
            self.inner.push((key.to_owned(), Self::default()));
            self.inner.len() - 1
        });
        &mut self.inner[index].1
    }
}

/// Looks at one value and puts what it sees into `outline`.
struct Look<'a> {
    outline: &'a mut Json,
    depth: usize,
    /// Whether it stands in a list, so that it is no list itself.
    is_element: bool,
}

impl<'de> DeserializeSeed<'de> for Look<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match self.depth < DEEPEST {
            true => deserializer.deserialize_any(self),
            false => deserializer.deserialize_ignored_any(IgnoredAny).map(|_| ()),
        }
    }
}

impl<'de> Visitor<'de> for Look<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            let is_known = self.outline.keys.contains(&key);
            if !is_known && self.outline.keys.len() >= MOST {
                map.next_value::<IgnoredAny>()?;
                continue;
            }
            map.next_value_seed(Look {
                outline: self.outline.under(&key),
                depth: self.depth + 1,
                is_element: false,
            })?;
            if !is_known {
                self.outline.keys.push(key);
            }
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        // A list in a list is not looked through, or its depth would not be bounded.
        if !self.is_element {
            self.outline.is_array = true;
            for _ in 0..MOST {
                let look = Look {
                    outline: &mut *self.outline,
                    depth: self.depth,
                    is_element: true,
                };
                if list.next_element_seed(look)?.is_none() {
                    return Ok(());
                }
            }
        }
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }
    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }
    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sees_keys_three_levels_deep_and_through_lists() {
        let json = br#"{"version":1,"entries":[{"id":"x"},{"content":{"entry_type":"Totp"}}]}"#;
        let outline = Json::of(json);
        assert!(outline.has(&["version", "entries"]));
        assert!(!outline.has(&["version", "items"]));
        assert!(outline.at("entries").is_array);
        assert!(outline.at("entries").has(&["id", "content"]));
        assert!(outline.at("entries").at("content").has(&["entry_type"]));
        assert_eq!(outline.at("version"), &Json::default());
    }

    #[test]
    fn a_list_of_objects_and_an_object_whose_keys_are_data() {
        let list = Json::of(br#"[{"label":"a"},{"used_frequency":1},7,null,[1]]"#);
        assert!(list.is_array && list.has(&["label", "used_frequency"]));
        let object = Json::of(br#"{"5f1":{"dataType":"OTPStorage"}}"#);
        assert!(object.any(|inner| inner.has(&["dataType"])));
    }

    #[test]
    fn anything_else_is_empty() {
        for bytes in ["", "7", "text", "{", "[1,", "{\"a\":1]", "otpauth://totp/a"] {
            assert_eq!(Json::of(bytes.as_bytes()), Json::default(), "{bytes}");
        }
    }

    #[test]
    fn neither_depth_nor_width_costs_much() {
        let deep = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
        assert!(Json::of(deep.as_bytes()).is_array);
        let keys: Vec<String> = (0..100_000).map(|key| format!("\"{key}\":{{}}")).collect();
        let wide = Json::of(format!("{{{}}}", keys.join(",")).as_bytes());
        assert_eq!(wide.keys.len(), MOST);
    }
}
