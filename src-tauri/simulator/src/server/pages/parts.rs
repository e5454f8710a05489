//! Parts that many pages have: what went wrong, fields, the menu's trail.

use maud::{Markup, html};

use keytick_texts::english::text;

use super::frame::Frame;

/// A sentence of the frame.
pub(super) fn t(id: &str) -> String {
    text(id, &[])
}

/// What went wrong, where a screen reader says it first.
pub(super) fn alert(message: Option<&str>) -> Markup {
    html! {
        @if let Some(message) = message {
            div.alert.error role="alert" id="problem" tabindex="-1" autofocus { strong { (message) } }
        }
    }
}

/// What the last step wants said.
pub(super) fn notice(message: Option<&str>) -> Markup {
    html! {
        @if let Some(message) = message {
            div.alert.warn role="status" { (message) }
        }
    }
}

/// The way to a page through the menu, and its heading.
pub(super) fn head(words: &[String], heading: &str) -> Markup {
    html! {
        div.head {
            @if words.len() > 1 {
                p.trail { (words.join(" › ")) }
            }
            h1 { (heading) }
        }
    }
}

/// The last word on the way to a page, which is its name.
pub(super) fn last(words: &[String]) -> &str {
    words.last().map_or("", String::as_str)
}

/// A labelled field.
pub(super) struct Field<'a> {
    /// Its id on the page, and its name in what the form sends.
    pub id: &'a str,
    pub name: &'a str,
    pub label: &'a str,
    pub kind: &'a str,
    pub autocomplete: &'a str,
    pub inputmode: Option<&'a str>,
    pub class: Option<&'a str>,
    pub value: &'a str,
    /// Whether what was typed before is wrong.
    pub wrong: bool,
}

impl<'a> Field<'a> {
    pub(super) fn text(name: &'a str, label: &'a str, autocomplete: &'a str) -> Self {
        Self {
            id: name,
            name,
            label,
            kind: "text",
            autocomplete,
            inputmode: None,
            class: None,
            value: "",
            wrong: false,
        }
    }

    pub(super) fn password(name: &'a str, label: &'a str, autocomplete: &'a str) -> Self {
        Self {
            kind: "password",
            ..Self::text(name, label, autocomplete)
        }
    }

    /// A code of an app or a mail: one field, also where a site would draw cells.
    pub(super) fn code(label: &'a str, digits_only: bool) -> Self {
        Self {
            inputmode: Some(if digits_only { "numeric" } else { "text" }),
            class: Some("code"),
            ..Self::text("code", label, "one-time-code")
        }
    }

    /// The same field, under another id: a page may have two of one name.
    pub(super) fn id(self, id: &'a str) -> Self {
        Self { id, ..self }
    }

    pub(super) fn wrong(self, wrong: bool) -> Self {
        Self { wrong, ..self }
    }

    pub(super) fn draw(&self) -> Markup {
        html! {
            div.field {
                label for=(self.id) { (self.label) }
                (self.draw_input())
            }
        }
    }

    /// The field alone, where its label is a heading.
    pub(super) fn draw_input(&self) -> Markup {
        html! {
            input id=(self.id) name=(self.name) type=(self.kind) class=[self.class]
                value=(self.value) autocomplete=(self.autocomplete) inputmode=[self.inputmode]
                autocapitalize="off" autocorrect="off" spellcheck="false"
                aria-invalid=[self.wrong.then_some("true")]
                aria-describedby=[self.wrong.then_some("problem")];
        }
    }
}

/// A shield, whole or struck through, with its meaning in words.
pub(super) fn icon(name: &str, meaning: &str) -> Markup {
    let struck = name == "shield-slash";
    html! {
        svg.icon.(if struck { "off" } else { "on" }) viewBox="0 0 24 24" role="img" aria-label=(meaning)
            fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" {
            title { (meaning) }
            path d="M12 3l7.5 2.8v5.4c0 4.6-3.1 8.3-7.5 9.8-4.4-1.5-7.5-5.2-7.5-9.8V5.8z" {}
            @if struck {
                path d="M4 3.5l16 17" {}
            } @else {
                path d="M8.6 12.1l2.4 2.4 4.6-4.8" {}
            }
        }
    }
}

/// A link that looks like a button.
pub(super) fn link_button(frame: &Frame<'_>, path: &str, class: &str, label: &str) -> Markup {
    html! { a class=(format!("button {class}")) href=(frame.at(path)) { (label) } }
}

/// Text with `{name}` filled in, as profiles write it.
pub(super) fn filled(pattern: &str, name: &str, value: &str) -> String {
    pattern.replace(&format!("{{{name}}}"), value)
}
