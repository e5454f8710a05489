//! Who may speak to the server: exact names, own pages, and the holder of the token.
//!
//! A page elsewhere on the web can make a browser send requests to this machine. It cannot
//! choose the `Host` (DNS rebinding is seen by it) nor take `Origin` and `Sec-Fetch-Site`
//! away; the token for forms is another file's business.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::{Json, Router};
use subtle::ConstantTimeEq as _;

/// The names under which a server answers.
#[derive(Debug, Clone, Default)]
pub struct Hosts {
    exact: Vec<String>,
    any_port: Vec<String>,
}

impl Hosts {
    /// The names of the loopback interface with this port.
    #[must_use]
    pub fn loopback(port: u16) -> Self {
        Self {
            exact: ["127.0.0.1", "localhost", "[::1]"]
                .iter()
                .map(|name| format!("{name}:{port}"))
                .collect(),
            any_port: Vec::new(),
        }
    }

    /// Answers under `name` too. Without a port in it, any port will do: a container's
    /// published port is not the one bound inside.
    #[must_use]
    pub fn and(mut self, name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        match port_of(&name) {
            Some(_) => self.exact.push(name),
            None => self.any_port.push(name),
        }
        self
    }

    /// Whether `authority`, as it stands in a `Host` header, is one of the names.
    #[must_use]
    pub fn allow(&self, authority: &str) -> bool {
        let authority = authority.to_ascii_lowercase();
        let name = match port_of(&authority) {
            Some(port) => &authority[..authority.len() - port.len() - 1],
            None => &authority,
        };
        self.exact.contains(&authority) || self.any_port.iter().any(|allowed| allowed == name)
    }
}

/// The digits behind the last colon, where those are a port and not part of an IPv6 address.
fn port_of(authority: &str) -> Option<&str> {
    let (name, port) = authority.rsplit_once(':')?;
    let whole_name = !name.contains(':') || name.ends_with(']');
    (whole_name && port.parse::<u16>().is_ok()).then_some(port)
}

/// Puts the guard before every route of `router`.
pub fn hosts_only(router: Router, hosts: Hosts) -> Router {
    router.layer(from_fn_with_state(Arc::new(hosts), check_source))
}

/// Lets only requests with `Authorization: Bearer <token>` through to `router`.
pub fn token_only(router: Router, token: &str) -> Router {
    router.layer(from_fn_with_state(Arc::<str>::from(token), check_token))
}

async fn check_source(State(hosts): State<Arc<Hosts>>, request: Request, next: Next) -> Response {
    match source_problem(&hosts, request.method(), request.uri(), request.headers()) {
        Some((status, error)) => refuse(status, error),
        None => next.run(request).await,
    }
}

fn source_problem(
    hosts: &Hosts,
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
) -> Option<(StatusCode, &'static str)> {
    let Some(host) = single(headers, header::HOST) else {
        return Some((StatusCode::BAD_REQUEST, "sim-host-missing"));
    };
    let absolute = uri.authority().map(|authority| authority.as_str());
    if !hosts.allow(host) || absolute.is_some_and(|authority| authority != host) {
        return Some((StatusCode::MISDIRECTED_REQUEST, "sim-host-unknown"));
    }
    if method.is_safe() {
        return None;
    }
    let own_origin = match headers.get(header::ORIGIN) {
        None => true,
        Some(origin) => origin
            .to_str()
            .is_ok_and(|origin| origin.strip_prefix("http://") == Some(host)),
    };
    let own_site = match headers.get("sec-fetch-site") {
        None => true,
        Some(site) => site == "same-origin" || site == "none",
    };
    (!own_origin || !own_site).then_some((StatusCode::FORBIDDEN, "sim-origin-foreign"))
}

/// The only value of a header, as text; `None` also where it is there twice.
fn single(headers: &HeaderMap, name: header::HeaderName) -> Option<&str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?.to_str().ok()?;
    values.next().is_none().then_some(value)
}

async fn check_token(State(token): State<Arc<str>>, request: Request, next: Next) -> Response {
    if holds_token(request.headers(), &token) {
        next.run(request).await
    } else {
        let mut response = refuse(StatusCode::UNAUTHORIZED, "sim-token-missing");
        response.headers_mut().insert(
            header::WWW_AUTHENTICATE,
            header::HeaderValue::from_static("Bearer"),
        );
        response
    }
}

fn holds_token(headers: &HeaderMap, token: &str) -> bool {
    let given = single(headers, header::AUTHORIZATION)
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, given)| given.trim());
    given.is_some_and(|given| same(given, token))
}

/// Compares two texts without telling by the time it takes how far they agree.
pub(crate) fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

/// A refusal in the shape of every JSON error of the control API.
pub(crate) fn refuse(status: StatusCode, error: &'static str) -> Response {
    refuse_with(status, error, &[])
}

/// The same, with the message's parts filled in.
pub(crate) fn refuse_with(
    status: StatusCode,
    error: &'static str,
    parts: &[(&str, &str)],
) -> Response {
    let body = serde_json::json!({
        "error": error,
        "message": keytick_texts::english::text(error, parts),
    });
    (status, Json(body)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (
                    header::HeaderName::from_static(name),
                    value.parse().unwrap(),
                )
            })
            .collect()
    }

    fn check(method: Method, pairs: &[(&'static str, &str)]) -> Option<u16> {
        let hosts = Hosts::loopback(4010).and("sim").and("ci.test:80");
        source_problem(
            &hosts,
            &method,
            &Uri::from_static("/w/demo/login"),
            &headers(pairs),
        )
        .map(|(status, _)| status.as_u16())
    }

    #[test]
    fn answers_under_its_own_names_only() {
        for (host, refused) in [
            ("127.0.0.1:4010", None),
            ("localhost:4010", None),
            ("LOCALHOST:4010", None),
            ("[::1]:4010", None),
            ("sim", None),
            ("sim:8080", None),
            ("ci.test:80", None),
            ("ci.test:81", Some(421)),
            ("127.0.0.1", Some(421)),
            ("127.0.0.1:4011", Some(421)),
            ("evil.test:4010", Some(421)),
            ("localhost:4010.evil.test", Some(421)),
            ("localhost.:4010", Some(421)),
        ] {
            assert_eq!(check(Method::GET, &[("host", host)]), refused, "{host}");
        }
        assert_eq!(check(Method::GET, &[]), Some(400));
    }

    #[test]
    fn takes_changes_from_its_own_pages_only() {
        const HOST: (&str, &str) = ("host", "localhost:4010");
        for (extra, refused) in [
            (("origin", "http://localhost:4010"), None),
            (("origin", "http://127.0.0.1:4010"), Some(403)),
            (("origin", "https://localhost:4010"), Some(403)),
            (("origin", "null"), Some(403)),
            (("sec-fetch-site", "same-origin"), None),
            (("sec-fetch-site", "none"), None),
            (("sec-fetch-site", "same-site"), Some(403)),
            (("sec-fetch-site", "cross-site"), Some(403)),
        ] {
            assert_eq!(check(Method::POST, &[HOST, extra]), refused, "{extra:?}");
        }
        assert_eq!(
            check(Method::GET, &[HOST, ("origin", "http://evil.test")]),
            None
        );
    }

    #[test]
    fn the_token_is_a_bearer_token() {
        for (value, holds) in [
            ("Bearer abc", true),
            ("bearer abc", true),
            ("Bearer abcd", false),
            ("Bearer ab", false),
            ("Basic abc", false),
            ("abc", false),
        ] {
            assert_eq!(
                holds_token(&headers(&[("authorization", value)]), "abc"),
                holds,
                "{value}"
            );
        }
        assert!(!holds_token(&HeaderMap::new(), "abc"));
    }
}
