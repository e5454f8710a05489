//! A JSON object as an ordered list of fields, each kept as the text it came as: what this
//! version does not know is written again exactly as it was read.

use std::collections::HashSet;
use std::fmt;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor,
};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

/// How deep arrays and objects may lie in each other, the outermost counted.
const MAX_DEPTH: usize = 8;

/// The fields of one JSON object.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fields(Vec<(String, Box<RawValue>)>);

impl Fields {
    /// Reads a JSON object in which no object has a name twice and nothing lies too deep.
    ///
    /// The error says what is wrong without repeating the text.
    pub(crate) fn parse(json: &[u8]) -> Result<Self, String> {
        let text = std::str::from_utf8(json).map_err(|_| "not UTF-8".to_owned())?;
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let strict = Strict { depth: 0 }.deserialize(&mut deserializer);
        strict
            .and_then(|()| deserializer.end())
            .map_err(|error| format!("not usable JSON at byte {}", error.column()))?;
        serde_json::from_str(text).map_err(|_| "not a JSON object".to_owned())
    }

    /// The value of a field that must be there.
    pub(crate) fn get<T: DeserializeOwned>(&self, name: &str) -> Result<T, String> {
        self.optional(name)?
            .ok_or_else(|| format!("{name} is missing"))
    }

    /// The value of a field that may be missing.
    pub(crate) fn optional<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, String> {
        let Some((_, raw)) = self.0.iter().find(|(key, _)| key == name) else {
            return Ok(None);
        };
        serde_json::from_str(raw.get())
            .map(Some)
            .map_err(|_| format!("{name} is not what it should be"))
    }

    /// The bytes of a field that holds exactly `N` of them as lower-case hexadecimal text.
    pub(crate) fn hex<const N: usize>(&self, name: &str) -> Result<[u8; N], String> {
        let text: String = self.get(name)?;
        bytes_from_hex(&text).ok_or_else(|| format!("{name} is not {N} bytes in hexadecimal"))
    }

    /// Sets a field in its place, or appends it.
    pub(crate) fn set(&mut self, name: &str, value: &impl Serialize) {
        let raw = serde_json::value::to_raw_value(value)
            .expect("numbers, texts and lists of them are always JSON");
        match self.0.iter_mut().find(|(key, _)| key == name) {
            Some((_, place)) => *place = raw,
            None => self.0.push((name.to_owned(), raw)),
        }
    }

    /// Takes a field away, if it is there.
    pub(crate) fn remove(&mut self, name: &str) {
        self.0.retain(|(key, _)| key != name);
    }

    /// The object as JSON text.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("texts and JSON values are always JSON")
    }
}

/// Canonical lower-case hexadecimal text of `N` bytes.
pub(crate) fn bytes_from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N {
        return None;
    }
    let bytes = data_encoding::HEXLOWER.decode(text.as_bytes()).ok()?;
    bytes.try_into().ok()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(bytes)
}

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

/// Walks over a JSON value without keeping it and refuses double names and depth.
struct Strict {
    depth: usize,
}

impl Strict {
    fn deeper<E: Error>(&self) -> Result<Self, E> {
        if self.depth == MAX_DEPTH {
            return Err(E::custom("too deep"));
        }
        Ok(Self {
            depth: self.depth + 1,
        })
    }
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let deeper = self.deeper()?;
        while items.next_element_seed(Strict { ..deeper })?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let deeper = self.deeper()?;
        let mut names = HashSet::new();
        while let Some(name) = map.next_key::<String>()? {
            if !names.insert(name) {
                return Err(A::Error::custom("a name twice"));
            }
            map.next_value_seed(Strict { ..deeper })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_order_and_text_of_what_it_does_not_know() {
        let json = br#"{ "b":1.50, "a":{"x" : [1e2,"\u0041"]}, "c":18446744073709551615 }"#;
        let mut fields = Fields::parse(json).unwrap();
        fields.set("a2", &"new");
        fields.set("b", &2);
        assert_eq!(
            String::from_utf8(fields.to_json()).unwrap(),
            r#"{"b":2,"a":{"x" : [1e2,"\u0041"]},"c":18446744073709551615,"a2":"new"}"#
        );
    }

    #[test]
    fn refuses_what_two_readers_could_read_differently() {
        for json in [
            r#"{"a":1,"a":1}"#,
            r#"{"a":1,"\u0061":1}"#,
            r#"{"x":[{"b":1,"b":2}]}"#,
            "\u{feff}{}",
            "{}{}",
            "{}\0",
            "[]",
            "",
            r#"{"a":1e999}"#,
            r#"{"a":NaN}"#,
            r#"{"a":01}"#,
            r#"{"a":1,}"#,
            r#"{"a":"\ud800"}"#,
            r#"{"a":[[[[[[[[1]]]]]]]]}"#,
        ] {
            assert!(Fields::parse(json.as_bytes()).is_err(), "{json}");
        }
        assert!(Fields::parse(b"{\"a\":\"\xff\"}").is_err());
        assert!(Fields::parse(br#"{"a":[[[[[[[1]]]]]]]}"#).is_ok());
    }

    #[test]
    fn a_depth_bomb_is_refused_like_any_other() {
        let bomb = "[".repeat(60_000);
        assert!(Fields::parse(bomb.as_bytes()).is_err());
    }

    #[test]
    fn numbers_are_whole_and_bytes_canonical() {
        let fields = Fields::parse(br#"{"f":1.0,"t":"1","n":-1,"h":"0aff","u":"0AFF"}"#).unwrap();
        for name in ["f", "t", "n", "missing"] {
            assert!(fields.get::<u64>(name).is_err(), "{name}");
        }
        assert_eq!(fields.hex::<2>("h").unwrap(), [0x0a, 0xff]);
        assert!(fields.hex::<2>("u").is_err());
        assert!(fields.hex::<1>("h").is_err());
    }
}
