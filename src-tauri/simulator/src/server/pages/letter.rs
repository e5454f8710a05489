//! The mails of a world, as people and the control API read them.

use maud::{Markup, html};

use super::frame::{Frame, Width};
use super::parts::{head, t};
use crate::world::Mail;

/// The address that the link of a mail opens, if it has one.
pub(crate) fn link(base_url: &str, mail: &Mail) -> Option<String> {
    let token = mail.token.as_ref()?;
    Some(format!("{base_url}/verify-email?token={token}"))
}

/// The text, with the address of its link.
pub(crate) fn text(mail: &Mail, link: Option<&str>) -> String {
    mail.text.replace("{link}", link.unwrap_or_default())
}

/// The mailbox, newest first.
pub(super) fn mailbox<'a>(
    frame: &Frame<'_>,
    base_url: &str,
    mails: impl DoubleEndedIterator<Item = &'a Mail>,
) -> Markup {
    let heading = t("sim-page-mail");
    let mut mails = mails.rev().peekable();
    let content = html! {
        (head(&[], &heading))
        p.lead { (t("sim-page-mail-about")) }
        @if mails.peek().is_none() {
            section.card { p.quiet { (t("sim-page-no-mail")) } }
        }
        @for mail in mails { (card(mail, base_url)) }
    };
    frame.gate(&heading, Width::Wide, &content)
}

fn card(mail: &Mail, base_url: &str) -> Markup {
    let link = link(base_url, mail);
    let heading = format!("mail-{}", mail.id);
    html! {
        article.card aria-labelledby=(heading) {
            div.split {
                h2 id=(heading) { (mail.subject) }
                p.quiet.small { time datetime=(mail.sent) { (mail.sent) } }
            }
            p.quiet.small { (t("sim-page-mail-to")) " " (mail.to) }
            p.letter { (text(mail, link.as_deref())) }
            @for code in &mail.codes { p.letter-code { (code) } }
            @if let Some(link) = &link { p { a href=(link) { (t("sim-page-mail-link")) } } }
        }
    }
}
