//! The sites' pages: drawn on the server, without a script, from what the world shows.
//!
//! A form is answered with a redirect when it was done, and with the page it stands on, the
//! reason in an alert, when it was refused.

mod admin;
mod answer;
mod challenge;
mod draw;
mod enroll;
mod files;
mod frame;
mod handlers;
mod home;
pub(crate) mod lab;
pub(crate) mod letter;
mod login;
mod menu;
mod parts;
mod route;
mod settings;
mod sight;
mod style;

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;

pub(crate) use handlers::{routes, without_slash};
use sight::Sight;

/// A mark for the browser's tab that belongs to no product.
const ICON: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#ffd84d"/><path d="M9 17l5 5 9-11" fill="none" stroke="#2a2000" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/></svg>"##;

/// What pages outside of worlds need.
pub(crate) fn assets() -> Router {
    Router::new()
        .route(
            "/__assets/icon.svg",
            get(async || kept("image/svg+xml", ICON)),
        )
        .route(
            "/__assets/frame.css",
            get(async || kept("text/css", style::BASE)),
        )
}

fn kept(content_type: &'static str, text: &'static str) -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, "private, max-age=3600"),
    ];
    (headers, text)
}
