//! From a page's name to its picture of the world, for whoever looks at it.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::Markup;

use super::frame::{Frame, Person};
use super::menu::{Entry, Sees, entries};
use super::route::Page;
use super::{Sight, admin, challenge, enroll, home, login, settings, style};
use crate::server::exchange::Exchange;
use crate::server::form::Form;
use crate::server::site::Listener;
use crate::server::worlds::Turn;
use crate::world::{Origin, Refusal, StageName, Visited};

/// What a page is drawn with, beside the world.
#[derive(Default)]
pub(super) struct Shown {
    pub status: StatusCode,
    pub visited: Visited,
    pub refusal: Option<Refusal>,
    pub stale: bool,
    pub form: Form,
}

impl Shown {
    pub(super) fn refused(refusal: Refusal, form: Form) -> Self {
        Self {
            status: StatusCode::from_u16(refusal.kind.status()).unwrap_or(StatusCode::CONFLICT),
            refusal: Some(refusal),
            form,
            ..Self::default()
        }
    }
}

pub(super) async fn draw(mut exchange: Exchange, page: Page, shown: Shown) -> Response {
    exchange.greet();
    let markup = {
        let turn = exchange.site.server.worlds.turn(&exchange.slot).await;
        markup(&exchange, &turn, page, &shown)
    };
    let mut response = (shown.status, markup).into_response();
    if let Some(seconds) = shown.refusal.and_then(|refusal| refusal.retry_after_s) {
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, seconds.into());
    }
    exchange.finish(response).await
}

fn markup(exchange: &Exchange, turn: &Turn<'_>, page: Page, shown: &Shown) -> Markup {
    let stale = shown.stale.then(|| super::parts::t("sim-page-stale"));
    let identity = exchange.address(Listener::Identity, "");
    let sight = Sight {
        world: turn.world(),
        real: exchange.site.server.worlds.now(),
        session: exchange.session.as_ref(),
        origin: exchange.origin,
        refusal: shown.refusal.as_ref(),
        stale: stale.as_deref(),
        notice: shown.visited.notice.as_deref(),
        grace_s: shown.visited.grace_s,
        form: &shown.form,
        identity: &identity,
    };
    let menu = menu(exchange, &sight);
    let person = sight
        .session
        .and_then(|session| sight.world.session(session))
        .filter(|_| matches!(sight.stage(), StageName::Full | StageName::Forced))
        .map(|session| Person {
            name: &session.user,
            entries: &menu,
        });
    let csrf = exchange.csrf();
    let frame = frame(exchange, &csrf, person);
    match page {
        Page::Home => home::home(&frame, &sight, person.as_ref()),
        Page::Login => login::login(&frame, &sight),
        Page::SignUp => login::sign_up(&frame, &sight),
        Page::VerifyEmail => login::verify_email(&frame, &sight),
        Page::Challenge | Page::Email => challenge::challenge(&frame, &sight),
        Page::Backup => challenge::backup(&frame, &sight),
        Page::Recover => challenge::recover(&frame, &sight),
        Page::CaseOpened => challenge::case_opened(&frame),
        Page::Security => settings::security(&frame, &sight),
        Page::Enroll => enroll::enroll(&frame, &sight),
        Page::Codes => enroll::codes(&frame, &sight),
        Page::Disable => settings::disable(&frame, &sight),
        Page::Account => settings::account(&frame, &sight, person.as_ref()),
        Page::Prompt => enroll::prompt(&frame, &sight),
        Page::Policy => admin::policy(&frame, &sight),
        Page::Users => admin::users(&frame, &sight),
        Page::Cases => admin::cases(&frame, &sight),
    }
}

/// The menu of whoever looks at the page.
fn menu(exchange: &Exchange, sight: &Sight<'_>) -> Vec<Entry> {
    let powers = sight.powers();
    let sees = Sees {
        security: exchange.origin != Origin::Product,
        policy: powers.require || powers.feature,
        people: powers.monitor,
        cases: powers.cases,
    };
    entries(&exchange.profile.nav, sees)
}

pub(super) fn frame<'a>(
    exchange: &'a Exchange,
    csrf: &'a str,
    person: Option<Person<'a>>,
) -> Frame<'a> {
    let profile = &exchange.profile;
    let name = match (&profile.sso, exchange.origin) {
        (Some(sso), Origin::Identity) => &sso.identity_name,
        (Some(sso), Origin::Product) => &sso.product_name,
        _ => &profile.site.name,
    };
    Frame {
        profile,
        world: &exchange.slot.id,
        name,
        identity: exchange.origin == Origin::Identity,
        exposed: exchange.site.server.config.expose,
        person,
        csrf,
        style: style::version(profile),
        path: &exchange.route,
    }
}
