//! The world's mailbox: every mail that its site sent, with the codes in it.

use axum::Json;
use axum::extract::{Extension, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::error::Answer;
use super::events::Wait;
use super::extract::{Asked, InWorld};
use super::take;
use crate::server::listen::Connection;
use crate::server::pages::letter;
use crate::server::site::Site;
use crate::server::worlds::Slot;
use crate::world::Control;

/// Which mails, and how long to wait for one.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// Only mails to this address.
    #[serde(default)]
    to: Option<String>,
    /// Only mails after this number.
    #[serde(default)]
    since: u64,
    /// If there is none yet, wait for one, at most so many seconds.
    #[serde(default)]
    #[param(minimum = 0, maximum = 60)]
    wait: u64,
}

/// Mails, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Mails {
    messages: Vec<Letter>,
}

/// A mail that arrived.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Mail)]
struct Letter {
    /// Its number.
    id: u64,
    /// The address.
    to: String,
    /// The subject.
    subject: String,
    /// The text.
    text: String,
    /// The codes in it, as digits only.
    codes: Vec<String>,
    /// The address of the page that its link opens, if it has one.
    link: Option<String>,
    /// When it was sent, by the world's clock.
    #[schema(format = DateTime)]
    sent: String,
}

/// The mails of the world, or a wait for the next
#[utoipa::path(get, path = "/worlds/{world}/mail", tag = "mail", operation_id = "list_mail",
    params(Wanted), responses((status = 200, body = Mails)))]
pub(super) async fn list(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Extension(connection): Extension<Connection>,
    Asked(wanted): Asked<Wanted>,
) -> Answer<Json<Mails>> {
    let mut wait = Wait::new(&slot, &connection, wanted.wait);
    let messages = loop {
        let messages = arrived(&site, &slot, &wanted).await;
        if !messages.is_empty() || !wait.again().await? {
            break messages;
        }
    };
    wait.end().await;
    Ok(Json(Mails { messages }))
}

async fn arrived(site: &Site, slot: &Slot, wanted: &Wanted) -> Vec<Letter> {
    let worlds = &site.server.worlds;
    let turn = worlds.turn(slot).await;
    turn.world()
        .mailbox(worlds.now())
        .filter(|mail| mail.id > wanted.since)
        .filter(|mail| wanted.to.as_ref().is_none_or(|to| *to == mail.to))
        .map(|mail| {
            let link = letter::link(&site.base_url(slot), mail);
            Letter {
                id: mail.id,
                to: mail.to.clone(),
                subject: mail.subject.clone(),
                text: letter::text(mail, link.as_deref()),
                codes: mail.codes.clone(),
                link,
                sent: mail.sent.to_string(),
            }
        })
        .collect()
}

/// Empty the mailbox
#[utoipa::path(delete, path = "/worlds/{world}/mail", tag = "mail", operation_id = "clear_mail",
    responses((status = 204)))]
pub(super) async fn clear(State(site): State<Site>, InWorld(slot): InWorld) -> Answer<StatusCode> {
    take(&site, &slot, Control::ClearMail).await?;
    Ok(StatusCode::NO_CONTENT)
}
