//! What a site hands out beside its pages: recovery codes and QR codes as files, its style sheet.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use super::answer::{Answer, missing, otherwise};
use super::route::Page;
use super::style;
use crate::server::exchange::{Exchange, Met, Proven};
use crate::server::form::Form;
use crate::server::qr::{Look, Picture};
use crate::server::site::{Listener, Site};
use crate::world::{Access, Action, Deed, QrLook};

/// The recovery codes on view, as a file.
pub(super) async fn download(mut exchange: Exchange, body: Bytes) -> Answer {
    let form = Form::parse(&body);
    let Some(session) = exchange.session.clone() else {
        let met = exchange.look(Access::Setup).await?;
        return Ok(otherwise(exchange, Page::Codes, met, form).await);
    };
    let action = Action::Deed {
        session: session.clone(),
        deed: Deed::DownloadCodes,
    };
    let met = exchange
        .act(Access::Setup, Proven::Form(form.text("csrf")), action)
        .await?;
    if !matches!(met, Met::Took(Ok(_))) {
        return Ok(otherwise(exchange, Page::Codes, met, form).await);
    }
    let view = {
        let turn = exchange.site.server.worlds.turn(&exchange.slot).await;
        turn.world().codes(&session)
    };
    let view = view.ok_or_else(missing)?;
    let name = view.file.replace(['"', '\\', '\r', '\n'], "_");
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}\""),
        ),
    ];
    let text = view.codes.join("\n") + "\n";
    Ok(exchange.finish((headers, text).into_response()).await)
}

/// The QR code of the set-up in progress.
pub(super) async fn picture(
    mut exchange: Exchange,
    Path((_, file)): Path<(String, String)>,
) -> Answer {
    let met = exchange.look(Access::Setup).await?;
    if !matches!(met, Met::Shown(_)) {
        return Ok(otherwise(exchange, Page::Enroll, met, Form::default()).await);
    }
    let view = {
        let worlds = &exchange.site.server.worlds;
        let turn = worlds.turn(&exchange.slot).await;
        let session = exchange.session.as_ref();
        session.and_then(|session| turn.world().enrolment(session, worlds.now()))
    };
    let view = view.ok_or_else(missing)?;
    let picture = Picture::new(&view.uri, look(view.qr)).ok_or_else(missing)?;
    let response = match file.as_str() {
        "qr.svg" => ([(header::CONTENT_TYPE, "image/svg+xml")], picture.svg()).into_response(),
        "qr.png" => {
            let png = picture.png().map_err(|_| missing())?;
            ([(header::CONTENT_TYPE, "image/png")], png).into_response()
        }
        _ => return Err(missing()),
    };
    Ok(exchange.finish(response).await)
}

fn look(look: QrLook) -> Look {
    match look {
        QrLook::Plain => Look::Plain,
        QrLook::Damaged => Look::Damaged,
        QrLook::LowContrast => Look::LowContrast,
        QrLook::Huge => Look::Huge,
        QrLook::Small => Look::Small,
    }
}

pub(super) async fn style_sheet(State(site): State<Site>, exchange: Exchange) -> Response {
    let identity = site.listener == Listener::Identity;
    let headers = [
        (header::CONTENT_TYPE, "text/css; charset=utf-8"),
        // The address changes with the content.
        (
            header::CACHE_CONTROL,
            "private, max-age=31536000, immutable",
        ),
    ];
    (headers, style::sheet(&exchange.profile, identity)).into_response()
}
