//! What can go wrong on purpose: the lab's switches, in the simulator's words.

use serde_json::{Value, json};

/// A switch: its name for the page, and the kind of fault with what belongs to it.
pub struct Switch {
    /// The name for the page.
    pub name: &'static str,
    /// The fault's kind in the control API.
    pub kind: &'static str,
    /// The rest of the request, as JSON: `{}` for a fault that always fires.
    rest: &'static str,
}

/// Every switch, as they are listed.
pub const SWITCHES: &[Switch] = &[
    switch("late", "delay", r#"{"params": {"ms": 3000}}"#),
    switch(
        "refuse",
        "reject_valid",
        r#"{"params": {"n": 1}, "times": 1}"#,
    ),
    switch("drop", "reset", r#"{"times": 1}"#),
    switch("replay", "accept_replay", "{}"),
    switch("forget", "session_drop", r#"{"times": 1}"#),
    switch("faint", "qr_low_contrast", "{}"),
    switch("nameless", "issuer_missing", "{}"),
    switch("spaced", "secret_spaced", "{}"),
];

const fn switch(name: &'static str, kind: &'static str, rest: &'static str) -> Switch {
    Switch { name, kind, rest }
}

impl Switch {
    /// The switch that the page means.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        SWITCHES.iter().find(|switch| switch.name == name)
    }

    /// What turns it on: the body of a request for a new fault.
    #[must_use]
    pub fn body(&self) -> Value {
        let mut body: Value = serde_json::from_str(self.rest).unwrap_or_else(|_| json!({}));
        body["kind"] = json!(self.kind);
        body
    }
}

/// A fault as the control API lists it.
pub struct Listed {
    /// Its number.
    pub id: u64,
    /// Its kind.
    pub kind: String,
}

impl Listed {
    /// Those that may still fire.
    #[must_use]
    pub fn all(answer: &Value) -> Vec<Self> {
        let list = answer.as_array().map(Vec::as_slice).unwrap_or_default();
        let one = |fault: &Value| {
            let used_up = fault["fault"]["times"] == json!(0);
            let (id, kind) = (fault["id"].as_u64()?, fault["kind"].as_str()?);
            (!used_up).then(|| Self {
                id,
                kind: kind.to_owned(),
            })
        };
        list.iter().filter_map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_switch_says_all_that_a_new_fault_takes() {
        let late = Switch::find("late").map(Switch::body);
        let expected = json!({ "kind": "delay", "params": { "ms": 3000 } });
        assert_eq!(late, Some(expected));
        assert!(Switch::find("weather").is_none());
    }

    #[test]
    fn a_fault_that_is_used_up_is_off() {
        let listed = Listed::all(&json!([
            { "id": 1, "kind": "reset", "fault": { "times": 0 } },
            { "id": 2, "kind": "delay", "fault": { "times": "always" } },
        ]));
        let ids: Vec<u64> = listed.iter().map(|fault| fault.id).collect();
        assert_eq!(ids, [2]);
    }
}
