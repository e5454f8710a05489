//! What a form sent.

use std::collections::BTreeMap;

/// The fields of a form: the last value of each name, and what a box with several ticks sent.
#[derive(Default)]
pub(crate) struct Form(BTreeMap<String, Vec<String>>);

impl Form {
    /// Reads `application/x-www-form-urlencoded`. Whatever a browser or a test sends can be
    /// read; what is missing is empty.
    pub(crate) fn parse(body: &[u8]) -> Self {
        let mut fields: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(body) {
            fields
                .entry(name.into_owned())
                .or_default()
                .push(value.into_owned());
        }
        Self(fields)
    }

    /// The value of a field, empty if it is not there.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.0
            .get(name)
            .and_then(|values| values.last())
            .map_or("", String::as_str)
    }

    /// The value of a field that was filled in.
    pub(crate) fn filled(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// Whether a box is ticked.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        self.filled(name).is_some()
    }

    /// Every value of a field.
    pub(crate) fn all(&self, name: &str) -> Vec<String> {
        self.0.get(name).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_browsers_send() {
        let form = Form::parse(b"name=a%40demo.test&code=081+804&role=a&role=b&empty=");
        assert_eq!(form.text("name"), "a@demo.test");
        assert_eq!(form.text("code"), "081 804");
        assert_eq!(form.all("role"), ["a", "b"]);
        assert!(!form.ticked("empty"));
        assert_eq!(form.text("missing"), "");
    }

    #[test]
    fn reads_what_no_browser_sends() {
        let form = Form::parse(b"%ff%zz=&&==\xff");
        assert_eq!(form.text("code"), "");
    }
}
