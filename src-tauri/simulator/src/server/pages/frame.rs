//! What stands around every page: the banner that cannot be taken away, the menu, the foot.

use maud::{DOCTYPE, Markup, html};

use keytick_texts::english::text;

use crate::profile::{Layout, Profile};

use super::menu::{self, Entry};

/// The address of `path` in a world. The start page has no slash at its end.
pub(crate) fn in_world(world: &str, path: &str) -> String {
    format!("/w/{world}{}", path.strip_suffix('/').unwrap_or(path))
}

/// Whose page it is and who looks at it.
pub(crate) struct Frame<'a> {
    /// The site.
    pub profile: &'a Profile,
    /// The world's id.
    pub world: &'a str,
    /// The name on the page: the site's, or one of two linked sites'.
    pub name: &'a str,
    /// Whether it is a page of the identity service of two linked sites.
    pub identity: bool,
    /// Whether others than this computer can reach the server.
    pub exposed: bool,
    /// Who is logged in.
    pub person: Option<Person<'a>>,
    /// What forms send along to show that they come from this page.
    pub csrf: &'a str,
    /// The style sheet's version, so that a browser may keep it.
    pub style: String,
    /// The page's path in its world, such as `/settings/security`.
    pub path: &'a str,
}

/// Who is logged in.
#[derive(Clone, Copy)]
pub(crate) struct Person<'a> {
    /// The user name.
    pub name: &'a str,
    /// What the menu offers.
    pub entries: &'a [Entry],
}

/// How much room a page without a menu takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Width {
    /// A few fields.
    Narrow,
    /// Something to read.
    Wide,
    /// Cards side by side.
    Full,
}

impl Frame<'_> {
    /// The address of `path` in this world.
    pub(crate) fn at(&self, path: &str) -> String {
        in_world(self.world, path)
    }

    /// A form that posts to `path`, with the token inside.
    pub(crate) fn form(&self, path: &str, fields: Markup) -> Markup {
        html! {
            form method="post" action=(self.at(path)) {
                (self.token())
                (fields)
            }
        }
    }

    /// A form of one button.
    pub(crate) fn button(&self, path: &str, class: &str, label: &str) -> Markup {
        self.form(
            path,
            html! { button class=(class) type="submit" { (label) } },
        )
    }

    /// The hidden field by which the server knows its own forms.
    pub(crate) fn token(&self) -> Markup {
        html! { input type="hidden" name="csrf" value=(self.csrf); }
    }

    /// A page inside the site, with its menu.
    pub(crate) fn app(&self, title: &str, content: &Markup) -> Markup {
        let layout = match self.profile.look.layout {
            _ if self.identity => "identity",
            Layout::Centered => "layout-centered",
            Layout::Sidebar => "layout-sidebar",
            Layout::Topbar => "layout-topbar",
        };
        let body = html! {
            header.bar { div.bar-in {
                a.brand href=(self.at("/")) { (self.name) }
                @if let Some(person) = self.person {
                    (menu::navigation(self, person))
                }
            } }
            div.page { main id="main" { (content) } }
        };
        self.document(title, &format!("app {layout}"), &body)
    }

    /// A page before the site lets anybody in, or one with a single purpose.
    pub(crate) fn gate(&self, title: &str, width: Width, content: &Markup) -> Markup {
        let class = match width {
            Width::Narrow => "gate narrow",
            Width::Wide => "gate wide",
            Width::Full => "gate full",
        };
        let body = html! {
            div.page {
                header { p.wordmark { (self.name) } }
                main id="main" { (content) }
            }
        };
        self.document(title, class, &body)
    }

    fn document(&self, title: &str, class: &str, body: &Markup) -> Markup {
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="robots" content="noindex";
                    title { (title) " · " (self.name) }
                    link rel="icon" href="/__assets/icon.svg" type="image/svg+xml";
                    link rel="stylesheet" href=(format!("{}?v={}", self.at("/style.css"), self.style));
                }
                body class=(class) {
                    a.skip href="#main" { (text("sim-page-skip", &[])) }
                    (self.banner())
                    (body)
                    (self.foot())
                }
            }
        }
    }

    fn banner(&self) -> Markup {
        let sentence = if self.exposed {
            "sim-page-banner-exposed"
        } else {
            "sim-page-banner"
        };
        html! {
            aside.banner aria-label=(text("sim-page-test-site", &[])) {
                strong { (text("sim-page-test-site", &[])) }
                span { (text(sentence, &[("world", self.world)])) }
            }
        }
    }

    fn foot(&self) -> Markup {
        let affiliation = match &self.profile.site.product {
            Some(product) => text(
                "sim-page-not-affiliated",
                &[("name", &self.profile.site.name), ("product", product)],
            ),
            None => text("sim-page-made-up", &[("name", &self.profile.site.name)]),
        };
        html! {
            footer {
                p { (affiliation) }
                p {
                    a href=(self.at("/mail")) { (text("sim-page-mail", &[])) }
                    " · "
                    a href=(self.at("/__lab")) { (text("sim-page-lab", &[])) }
                }
            }
        }
    }
}
