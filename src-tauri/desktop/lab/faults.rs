//! What can go wrong on purpose: the lab's switches, in the simulator's words.

use serde_json::{Value, json};

/// A switch: its name for the page, and the faults that it turns on.
pub struct Switch {
    /// The name for the page.
    pub name: &'static str,
    /// Each with its kind, and the rest of the request as JSON: `{}` for one that always fires.
    faults: &'static [(&'static str, &'static str)],
}

/// Every switch, as they are listed.
pub const SWITCHES: &[Switch] = &[
    switch("late", &[("delay", r#"{"params": {"ms": 3000}}"#)]),
    switch(
        "refuse",
        &[("reject_valid", r#"{"params": {"n": 1}, "times": 1}"#)],
    ),
    switch("drop", &[("reset", r#"{"times": 1}"#)]),
    switch("replay", &[("accept_replay", "{}")]),
    switch("lock", &[("lock_after", r#"{"params": {"n": 3}}"#)]),
    // Where both fire, the later one counts: the code is one or the other.
    switch(
        "unclear",
        &[
            ("qr_small", "{}"),
            ("qr_low_contrast", r#"{"probability": 0.5}"#),
        ],
    ),
    switch("nameless", &[("issuer_missing", "{}")]),
    switch("spaced", &[("secret_dashed", "{}")]),
];

const fn switch(name: &'static str, faults: &'static [(&'static str, &'static str)]) -> Switch {
    Switch { name, faults }
}

impl Switch {
    /// The switch that the page means.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        SWITCHES.iter().find(|switch| switch.name == name)
    }

    /// Whether it is this switch that turns such a fault on.
    #[must_use]
    pub fn has(&self, fault: &Listed) -> bool {
        self.faults.iter().any(|(kind, _)| *kind == fault.kind)
    }

    /// What turns it on: the bodies of requests for new faults.
    pub fn bodies(&self) -> impl Iterator<Item = Value> {
        self.faults.iter().map(|(kind, rest)| {
            let mut body: Value = serde_json::from_str(rest).unwrap_or_else(|_| json!({}));
            body["kind"] = json!(kind);
            body
        })
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
        let late = Switch::find("late").map(|switch| switch.bodies().collect());
        let expected = json!({ "kind": "delay", "params": { "ms": 3000 } });
        assert_eq!(late, Some(vec![expected]));
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
