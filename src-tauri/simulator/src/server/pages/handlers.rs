//! From requests to pages: which step a request takes, and which page answers it.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use maud::Markup;

use super::frame::{Frame, Person, in_world};
use super::menu::{Entry, Sees, entries};
use super::route::{DeedForm, FORMS, PAGES, Page};
use super::{Sight, admin, challenge, enroll, home, letter, login, settings, style};
use crate::server::exchange::{Exchange, Met, Proven, see_other};
use crate::server::form::Form;
use crate::server::qr::{Look, Picture};
use crate::server::site::{Listener, Site};
use crate::server::worlds::Turn;
use crate::world::{
    Access, Action, Data, Deed, Done, Go, Origin, Password, QrLook, Refusal, SignUp, StageName,
    Visited,
};

/// An answer, or one that comes instead.
type Answer = Result<Response, Response>;

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

/// What a page is drawn with, beside the world.
#[derive(Default)]
struct Shown {
    status: StatusCode,
    visited: Visited,
    refusal: Option<Refusal>,
    stale: bool,
    form: Form,
}

impl Shown {
    fn refused(refusal: Refusal, form: Form) -> Self {
        Self {
            status: StatusCode::from_u16(refusal.kind.status()).unwrap_or(StatusCode::CONFLICT),
            refusal: Some(refusal),
            form,
            ..Self::default()
        }
    }
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

/// The recovery codes on view, as a file.
async fn download(mut exchange: Exchange, body: Bytes) -> Answer {
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
async fn picture(mut exchange: Exchange, Path((_, file)): Path<(String, String)>) -> Answer {
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
    }
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

async fn style_sheet(State(site): State<Site>, exchange: Exchange) -> Response {
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

/// Answers everything but a page that may simply be shown.
async fn otherwise(mut exchange: Exchange, here: Page, met: Met, form: Form) -> Response {
    match met {
        Met::Shown(visited) => {
            let shown = Shown {
                visited,
                form,
                ..Shown::default()
            };
            draw(exchange, here, shown).await
        }
        Met::Elsewhere(go) => {
            let to = way(&exchange, go, here);
            exchange.finish(see_other(&to)).await
        }
        Met::Barred(refusal) | Met::Took(Err(refusal)) => {
            refused(exchange, here, refusal, form).await
        }
        Met::Stale => {
            let shown = Shown {
                status: StatusCode::FORBIDDEN,
                stale: true,
                form,
                ..Shown::default()
            };
            draw(exchange, here, shown).await
        }
        Met::Took(Ok(done)) => {
            let to = follow(&mut exchange, done, here).await;
            exchange.finish(see_other(&to)).await
        }
    }
}

async fn refused(exchange: Exchange, here: Page, refusal: Refusal, form: Form) -> Response {
    let page = Page::after(refusal.go, here);
    if refusal.go == Go::IdentityLogin || !page.side().is_at(exchange.origin) {
        let to = way(&exchange, refusal.go, here);
        return exchange.finish(see_other(&to)).await;
    }
    draw(exchange, page, Shown::refused(refusal, form)).await
}

/// Where somebody goes after a step was done.
async fn follow(exchange: &mut Exchange, done: Done, here: Page) -> String {
    match done.data {
        Data::Ticket(ticket) => {
            return exchange.address(Listener::Main, &format!("/sso?ticket={ticket}"));
        }
        Data::Device { token, seconds } => exchange.remember(&token, seconds),
        _ => {}
    }
    if done.go != Go::Product {
        return way(exchange, done.go, here);
    }
    // Logged in at the identity service on the way to the product: one more step gives the
    // ticket for the rest of the way.
    let Some(session) = exchange.session.clone() else {
        return way(exchange, Go::Login, here);
    };
    let action = Action::Deed {
        session,
        deed: Deed::ToProduct,
    };
    match exchange.act(Access::Anyone, Proven::Ticket, action).await {
        Ok(Met::Took(Ok(Done {
            data: Data::Ticket(ticket),
            ..
        }))) => exchange.address(Listener::Main, &format!("/sso?ticket={ticket}")),
        _ => way(exchange, Go::Home, here),
    }
}

/// The address of the page that `go` means.
fn way(exchange: &Exchange, go: Go, here: Page) -> String {
    if go == Go::IdentityLogin {
        return exchange.address(Listener::Identity, "/login?to_product=yes");
    }
    let page = Page::after(go, here);
    if page.side().is_at(exchange.origin) {
        in_world(&exchange.slot.id, page.path())
    } else {
        across(exchange, page.path())
    }
}

/// The address of a path at the other of two linked sites.
fn across(exchange: &Exchange, path: &str) -> String {
    let other = match exchange.origin {
        Origin::Identity => Listener::Main,
        Origin::Site | Origin::Product => Listener::Identity,
    };
    exchange.address(other, path)
}

fn missing() -> Response {
    crate::server::guard::refuse(StatusCode::NOT_FOUND, "sim-page-missing")
}

async fn draw(mut exchange: Exchange, page: Page, shown: Shown) -> Response {
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

fn frame<'a>(exchange: &'a Exchange, csrf: &'a str, person: Option<Person<'a>>) -> Frame<'a> {
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
