//! What a browser gets for a step: the way to the next page, or the page with the reason why not.

use axum::http::StatusCode;
use axum::response::Response;

use super::draw::{Shown, draw};
use super::frame::in_world;
use super::route::Page;
use crate::server::exchange::{Exchange, Met, Proven, see_other};
use crate::server::form::Form;
use crate::server::site::Listener;
use crate::world::{Access, Action, Data, Deed, Done, Go, Origin, Refusal};

/// An answer, or one that comes instead.
pub(super) type Answer = Result<Response, Response>;

/// Answers everything but a page that may simply be shown.
pub(super) async fn otherwise(
    mut exchange: Exchange,
    here: Page,
    met: Met,
    form: Form,
) -> Response {
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
pub(super) fn across(exchange: &Exchange, path: &str) -> String {
    let other = match exchange.origin {
        Origin::Identity => Listener::Main,
        Origin::Site | Origin::Product => Listener::Identity,
    };
    exchange.address(other, path)
}

pub(super) fn missing() -> Response {
    crate::server::guard::refuse(StatusCode::NOT_FOUND, "sim-page-missing")
}
