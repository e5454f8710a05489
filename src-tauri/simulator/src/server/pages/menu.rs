//! The site's menu: the words on the way to each page, as the profile has them.

use maud::{Markup, html};

use crate::profile::{Layout, Nav};

use super::frame::{Frame, Person};

/// A page in the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The words on the way to it, from the top menu down.
    pub words: Vec<String>,
    /// Its path in the world.
    pub path: &'static str,
}

/// Who may see which of the pages that not everybody sees.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sees {
    /// The page of a person's own two-step sign-in.
    pub security: bool,
    /// What is required of whom.
    pub policy: bool,
    /// Who has set it up.
    pub people: bool,
    /// The cases that support decides.
    pub cases: bool,
}

/// The menu's entries for somebody who `sees` those pages.
pub(crate) fn entries(nav: &Nav, sees: Sees) -> Vec<Entry> {
    [
        (sees.security, &nav.security, "/settings/security"),
        (sees.people, &nav.team, "/admin/users"),
        (sees.policy, &nav.admin, "/admin/policy"),
        (sees.cases, &nav.cases, "/support/cases"),
    ]
    .into_iter()
    .filter(|(seen, words, _)| *seen && !words.is_empty())
    .map(|(_, words, path)| Entry {
        words: words.clone(),
        path,
    })
    .collect()
}

/// The menu and the way out. In a bar, a group folds; at the side, it stands open.
pub(crate) fn navigation(frame: &Frame<'_>, person: Person<'_>) -> Markup {
    let folds = !frame.identity && frame.profile.look.layout != Layout::Sidebar;
    html! {
        nav aria-label="Main" {
            ul {
                @for (group, entries) in groups(person.entries) {
                    @match group {
                        None => @for entry in entries { (link(frame, entry)) },
                        Some(group) if folds => li { details.menu {
                            summary { (group) }
                            ul { @for entry in entries { (link(frame, entry)) } }
                        } },
                        Some(group) => li {
                            p.crumb { (group) }
                            ul { @for entry in entries { (link(frame, entry)) } }
                        },
                    }
                }
            }
        }
        div.who {
            span.name { (person.name) }
            nav aria-label="Account" {
                (frame.button("/logout", "quiet-button", &frame.profile.labels.logout))
            }
        }
    }
}

/// Entries by the words before their last, in the order in which those first come.
fn groups(entries: &[Entry]) -> Vec<(Option<String>, Vec<&Entry>)> {
    let mut groups: Vec<(Option<String>, Vec<&Entry>)> = Vec::new();
    for entry in entries {
        let before = &entry.words[..entry.words.len() - 1];
        let name = (!before.is_empty()).then(|| before.join(" › "));
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, members)) => members.push(entry),
            None => groups.push((name, vec![entry])),
        }
    }
    groups
}

fn link(frame: &Frame<'_>, entry: &Entry) -> Markup {
    let here = frame.path.starts_with(entry.path);
    html! {
        li { a href=(frame.at(entry.path)) aria-current=[here.then_some("page")] {
            (entry.words.last().map_or("", String::as_str))
        } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_with_the_same_way_stand_together() {
        let nav = Nav {
            security: vec!["Profile".into(), "Security".into()],
            admin: vec!["Settings".into(), "Security".into()],
            team: vec!["Settings".into(), "Members".into()],
            cases: vec!["Cases".into()],
        };
        let all = Sees {
            security: true,
            policy: true,
            people: true,
            cases: true,
        };
        let entries = entries(&nav, all);
        let shape: Vec<_> = groups(&entries)
            .into_iter()
            .map(|(group, members)| (group, members.len()))
            .collect();
        assert_eq!(
            shape,
            [
                (Some("Profile".to_owned()), 1),
                (Some("Settings".to_owned()), 2),
                (None, 1),
            ]
        );
    }

    #[test]
    fn what_somebody_may_not_see_is_not_in_the_menu() {
        let own = Sees {
            security: true,
            ..Sees::default()
        };
        assert_eq!(entries(&Nav::default(), own).len(), 1);
    }
}
