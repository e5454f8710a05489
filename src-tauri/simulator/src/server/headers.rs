//! The headers that every answer carries: what a browser may do with it.

use axum::Router;
use axum::extract::Request;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use axum::response::Response;

/// What is the same for every answer. Referrers stay on the own site: with `no-referrer`,
/// browsers send `Origin: null` along with its forms.
static FIXED: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=()",
    ),
];

/// Nothing but the own style sheet and pictures; no scripts; forms go to the own site.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/// Where else the forms of a page may lead: to the other of two linked sites, since browsers
/// hold `form-action` against the redirect after a form, too.
#[derive(Clone)]
pub(crate) struct FormsAlsoTo(pub String);

/// Puts the headers on every answer of `router`. What may be kept says so itself; everything
/// else is not stored.
pub(crate) fn with_headers(router: Router) -> Router {
    router.layer(from_fn(add))
}

async fn add(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let policy = match response.extensions().get::<FormsAlsoTo>() {
        Some(FormsAlsoTo(origin)) => format!("{POLICY} {origin}"),
        None => POLICY.to_owned(),
    };
    let headers = response.headers_mut();
    for (name, value) in &FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Origins are made of names that the guard let through, which are visible ASCII.
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}
