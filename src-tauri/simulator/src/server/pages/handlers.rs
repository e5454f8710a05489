//! From requests to steps: which step of the world a request takes.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use super::answer::{Answer, across, missing, otherwise};
use super::draw::{Shown, draw, frame};
use super::files::{download, picture, style_sheet};
use super::frame::in_world;
use super::letter;
use super::route::{DeedForm, FORMS, PAGES, Page};
use crate::server::exchange::{Exchange, Met, Proven, see_other};
use crate::server::form::Form;
use crate::server::site::{Listener, Site};
use crate::world::{Access, Action, Deed, Origin, Password, SignUp, StageName};

/// The pages of a world, under `/w/{world}`.
pub(crate) fn routes() -> Router<Site> {
    let mut router = Router::new()
        .route("/login", post(log_in))
        .route("/signup", post(sign_up))
        .route("/verify-email", post(verify_email))
        .route("/sso", get(redeem))
        .route("/settings/security/codes/download", post(download))
        .route("/settings/security/enroll/{picture}", get(picture))
        .route("/mail", get(mailbox))
        .route("/style.css", get(style_sheet));
    for (page, path, ..) in PAGES {
        let show = move |exchange, RawQuery(query): RawQuery| show(*page, exchange, query);
        router = router.route(path, get(show));
    }
    for form in FORMS {
        let send = move |exchange, body: Bytes| send(form, exchange, body);
        router = router.route(form.path, post(send));
    }
    router
}

/// Leads to the start page, which has no slash at its end.
pub(crate) async fn without_slash(Path(world): Path<String>) -> Response {
    see_other(&in_world(&world, "/"))
}

async fn show(page: Page, mut exchange: Exchange, query: Option<String>) -> Answer {
    let form = Form::parse(query.unwrap_or_default().as_bytes());
    if !page.side().is_at(exchange.origin) {
        return Ok(see_other(&across(&exchange, page.path())));
    }
    match exchange.look(page.access()).await? {
        Met::Shown(visited) => {
            let hops = page == Page::Login
                && exchange.origin == Origin::Identity
                && form.ticked("to_product")
                && visited.stage == StageName::Full;
            if hops {
                return to_product(exchange).await;
            }
            let shown = Shown {
                visited,
                form,
                ..Shown::default()
            };
            Ok(draw(exchange, page, shown).await)
        }
        met => Ok(otherwise(exchange, page, met, form).await),
    }
}

/// A form of somebody who has a session.
async fn send(form: &'static DeedForm, mut exchange: Exchange, body: Bytes) -> Answer {
    let fields = Form::parse(&body);
    if !form.page.side().is_at(exchange.origin) {
        return Err(missing());
    }
    let Some(session) = exchange.session.clone() else {
        // Shown the way in; nothing is sent by nobody.
        let met = exchange.look(form.access).await?;
        return Ok(otherwise(exchange, form.page, met, fields).await);
    };
    let deed = (form.deed)(&fields);
    let (reveals, leaves) = (
        matches!(deed, Deed::RevealKey),
        matches!(deed, Deed::LeavePrompt),
    );
    let action = Action::Deed { session, deed };
    let met = exchange
        .act(form.access, Proven::Form(fields.text("csrf")), action)
        .await?;
    let done = matches!(met, Met::Took(Ok(_)));
    if done && reveals {
        let to = exchange.to("/settings/security/enroll?key=shown#key");
        return Ok(exchange.finish(to).await);
    }
    if done && leaves {
        // Not to the identity service, which would lead straight back here.
        let to = exchange.to("/login");
        return Ok(exchange.finish(to).await);
    }
    Ok(otherwise(exchange, form.page, met, fields).await)
}

async fn log_in(mut exchange: Exchange, body: Bytes) -> Answer {
    let form = Form::parse(&body);
    let action = Action::Password(Password {
        origin: exchange.origin,
        session: exchange.session.clone(),
        name: form.text("identifier").to_owned(),
        password: form.text("password").into(),
        to_product: form.ticked("to_product"),
        agent: exchange.agent.clone(),
    });
    let met = exchange
        .act(Access::Anyone, Proven::Form(form.text("csrf")), action)
        .await?;
    Ok(otherwise(exchange, Page::Login, met, form).await)
}

async fn sign_up(mut exchange: Exchange, body: Bytes) -> Answer {
    let form = Form::parse(&body);
    let action = Action::SignUp(SignUp {
        origin: exchange.origin,
        name: form.text("username").to_owned(),
        email: form.text("email").to_owned(),
        password: form.text("new-password").into(),
        agent: exchange.agent.clone(),
    });
    let met = exchange
        .act(Access::Anyone, Proven::Form(form.text("csrf")), action)
        .await?;
    Ok(otherwise(exchange, Page::SignUp, met, form).await)
}

async fn verify_email(mut exchange: Exchange, body: Bytes) -> Answer {
    let form = Form::parse(&body);
    let action = Action::VerifyEmail {
        token: form.text("token").to_owned(),
    };
    let met = exchange
        .act(Access::Anyone, Proven::Form(form.text("csrf")), action)
        .await?;
    Ok(otherwise(exchange, Page::VerifyEmail, met, form).await)
}

/// The way back from the identity service. It changes something on GET, as every such way
/// does: the ticket proves that the identity service wanted it, works once and only here.
async fn redeem(mut exchange: Exchange, RawQuery(query): RawQuery) -> Answer {
    let form = Form::parse(query.unwrap_or_default().as_bytes());
    let action = Action::Redeem {
        ticket: form.text("ticket").to_owned(),
        agent: exchange.agent.clone(),
    };
    if exchange.origin != Origin::Product {
        return Err(missing());
    }
    let met = exchange.act(Access::Anyone, Proven::Ticket, action).await?;
    Ok(otherwise(exchange, Page::Home, met, form).await)
}

/// Sends somebody who is logged in at the identity service on to the product.
async fn to_product(mut exchange: Exchange) -> Answer {
    let Some(session) = exchange.session.clone() else {
        return Err(missing());
    };
    let action = Action::Deed {
        session,
        deed: Deed::ToProduct,
    };
    let met = exchange.act(Access::Anyone, Proven::Ticket, action).await?;
    Ok(otherwise(exchange, Page::Home, met, Form::default()).await)
}

async fn mailbox(mut exchange: Exchange) -> Answer {
    exchange.look(Access::Anyone).await?;
    exchange.greet();
    let listener = match exchange.origin {
        Origin::Site => Listener::Main,
        Origin::Identity | Origin::Product => Listener::Identity,
    };
    let base_url = exchange.address(listener, "");
    let markup = {
        let worlds = &exchange.site.server.worlds;
        let turn = worlds.turn(&exchange.slot).await;
        let csrf = exchange.csrf();
        let frame = frame(&exchange, &csrf, None);
        let mails: Vec<_> = turn.world().mailbox(worlds.now()).collect();
        letter::mailbox(&frame, &base_url, mails.into_iter().map(AsRef::as_ref))
    };
    Ok(exchange.finish(markup.into_response()).await)
}
