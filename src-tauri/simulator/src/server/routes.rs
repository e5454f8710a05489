//! Everything that a server answers, in its order: the source is checked first, then the body
//! is read, then a page or an operation is found.

use std::sync::Arc;

use axum::Router;
use axum::http::StatusCode;
use axum::response::{Redirect, Response};
use axum::routing::get;

use super::body::with_whole_bodies;
use super::guard::{Hosts, hosts_only, refuse};
use super::headers::with_headers;
use super::pages::{assets, lab};
use super::site::{Listener, Site};
use super::{control, json, pages};
use crate::device::service;

/// The routes of one of a server's ports.
pub(crate) fn routes(site: &Site, hosts: Hosts) -> Router {
    let mut router = Router::new()
        .nest(
            "/w/{world}",
            pages::routes()
                .merge(json::routes())
                .fallback(missing)
                .with_state(site.clone()),
        )
        .route("/w/{world}/", get(pages::without_slash))
        .route("/", get(async || Redirect::to("/w/demo")))
        .merge(assets())
        .fallback(missing);
    if site.listener == Listener::Main {
        router = router
            .merge(control::routes(site))
            .merge(lab::routes(site.clone()));
    }
    let config = &site.server.config;
    let mut router = with_whole_bodies(router, config.limits);
    if let (Listener::Main, Some(devices)) = (site.listener, &config.devices) {
        // Pictures are larger than forms; the devices bound them themselves.
        router = router.merge(service::guarded(Arc::clone(devices), &site.server.token));
    }
    with_headers(hosts_only(router, hosts))
}

async fn missing() -> Response {
    refuse(StatusCode::NOT_FOUND, "sim-page-missing")
}
