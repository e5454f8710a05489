//! One request to a site of a world: who sends it, what befalls it, what it changes, and the
//! headers of its answer.

use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequestParts, OriginalUri};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;

use crate::profile::Profile;
use crate::world::{
    Access, Action, Agent, Break, Data, Done, Go, Moment, Origin, Refusal, SessionChange,
    SessionId, Transport, Visit, Visited,
};

use super::faults::{dripped, plain};
use super::headers::FormsAlsoTo;
use super::listen::Connection;
use super::seal::Purpose;
use super::site::{Listener, Site};
use super::store::StoreError;
use super::worlds::{Slot, Turn, Worlds};
use super::{cookie, guard};

/// One request to a site of a world.
pub(crate) struct Exchange {
    pub site: Site,
    pub slot: Arc<Slot>,
    pub profile: Arc<Profile>,
    pub origin: Origin,
    /// The path within the world.
    pub route: String,
    pub session: Option<SessionId>,
    pub agent: Agent,
    /// The text of the cookie or token, by which forms are bound to a browser.
    voucher: String,
    /// The name in `Host`, without the port.
    hostname: String,
    connection: Connection,
    /// What the browser is told about its session.
    session_cookie: Option<HeaderValue>,
    device_cookie: Option<HeaderValue>,
    date: Option<HeaderValue>,
    transport: Transport,
}

/// What became of a request.
pub(crate) enum Met {
    /// The page may be shown.
    Shown(Visited),
    /// Another page has to come first.
    Elsewhere(Go),
    /// The visit itself is refused.
    Barred(Refusal),
    /// The form does not come from a page of this session.
    Stale,
    /// The step was taken.
    Took(Result<Done, Refusal>),
}

/// How a request shows that it comes from a page of its own session.
pub(crate) enum Proven<'a> {
    /// With the hidden field of a form.
    Form(&'a str),
    /// It carries a token rather than a cookie, which no other site can make a browser do.
    Bearer,
    /// It needs none: what it does is what the browser is sent here for, and harms nobody.
    Ticket,
}

impl Exchange {
    /// Shows a page, or says why not.
    pub(crate) async fn look(&mut self, access: Access) -> Result<Met, Response> {
        self.meet(access, None).await
    }

    /// Takes a step, if the visit allows it and the request is proven to be wanted.
    pub(crate) async fn act(
        &mut self,
        access: Access,
        proven: Proven<'_>,
        action: Action,
    ) -> Result<Met, Response> {
        self.meet(access, Some((proven, action))).await
    }

    async fn meet(
        &mut self,
        access: Access,
        act: Option<(Proven<'_>, Action)>,
    ) -> Result<Met, Response> {
        let (worlds, slot) = (Arc::clone(&self.site.server.worlds), Arc::clone(&self.slot));
        let mut turn = take_turn(&worlds, &slot).await?;
        let mut visit = Visit {
            origin: self.origin,
            session: self.session.clone(),
            route: self.route.clone(),
            step: act.as_ref().map(|(_, action)| action.step().to_owned()),
            access,
            api: matches!(act, Some((Proven::Bearer, _))) || self.is_api(),
            again: false,
        };
        let mut met = self.visit(&mut turn, &visit).map_err(not_written)?;
        if self.transport.delay_ms > 0 || self.transport.before.is_some() {
            // It waits without the turn, so that nobody waits with it. What others do meanwhile
            // counts: afterwards the visit is decided anew, and its deed follows in the same turn.
            drop(turn);
            self.before().await?;
            turn = take_turn(&worlds, &slot).await?;
            visit.again = true;
            met = self.visit(&mut turn, &visit).map_err(not_written)?;
        }
        self.date = date(turn.world().clock(worlds.now()).now);
        let visited = match met {
            Met::Shown(visited) => visited,
            elsewhere => return Ok(elsewhere),
        };
        let Some((proven, action)) = act else {
            return Ok(Met::Shown(visited));
        };
        if !self.is_wanted(&proven) {
            return Ok(Met::Stale);
        }
        let took = self.step(&mut turn, action).map_err(not_written)?;
        Ok(Met::Took(took))
    }

    /// Asks whether the page may be shown.
    fn visit(&mut self, turn: &mut Turn<'_>, visit: &Visit) -> Result<Met, StoreError> {
        let done = match self.step(turn, Action::Visit(visit.clone()))? {
            Ok(done) => done,
            Err(refusal) => return Ok(Met::Barred(refusal)),
        };
        let Data::Visited(visited) = done.data else {
            return Ok(Met::Elsewhere(done.go));
        };
        if !visit.again {
            self.transport = visited.transport.clone();
        }
        Ok(match done.go {
            Go::Stay => Met::Shown(visited),
            go => Met::Elsewhere(go),
        })
    }

    fn step(
        &mut self,
        turn: &mut Turn<'_>,
        action: Action,
    ) -> Result<Result<Done, Refusal>, StoreError> {
        let outcome = turn.step(action)?;
        match outcome.session {
            SessionChange::Keep => {}
            SessionChange::Set(session) => self.set_session(session),
            SessionChange::Clear => self.clear_session(),
        }
        Ok(outcome.result)
    }

    async fn before(&self) -> Result<(), Response> {
        if self.transport.delay_ms > 0 {
            tokio::time::sleep(Duration::from_millis(self.transport.delay_ms)).await;
        }
        match self.transport.before {
            Some(broken) => Err(self.broken(broken).await),
            None => Ok(()),
        }
    }

    async fn broken(&self, broken: Break) -> Response {
        match broken {
            Break::Status(status) => plain(status),
            Break::Reset => match self.connection.reset().await {},
        }
    }

    fn is_api(&self) -> bool {
        self.route.starts_with("/api/")
    }

    fn is_wanted(&self, proven: &Proven<'_>) -> bool {
        match proven {
            Proven::Bearer | Proven::Ticket => true,
            Proven::Form(token) => !self.transport.stale_csrf && guard::same(&self.csrf(), token),
        }
    }

    /// What forms of this session send along.
    pub(crate) fn csrf(&self) -> String {
        let parts = [&*self.slot.id, &self.voucher];
        self.site.server.key.tag(Purpose::Form, &parts)
    }

    /// The text that stands for a session in a cookie or token.
    pub(crate) fn voucher_of(&self, session: &SessionId) -> String {
        let tag = self
            .site
            .server
            .key
            .tag(Purpose::Session, &[&self.slot.id, session.as_str()]);
        format!("{}.{tag}", session.as_str())
    }

    fn set_session(&mut self, session: SessionId) {
        self.voucher = self.voucher_of(&session);
        self.session = Some(session);
        self.session_cookie = cookie::set(&self.site.cookie(), &self.voucher, &self.world_path());
    }

    fn clear_session(&mut self) {
        self.session = None;
        self.voucher.clear();
        self.session_cookie = cookie::clear(&self.site.cookie(), &self.world_path());
    }

    /// Makes sure that the browser has a cookie, so that forms can be bound to it.
    pub(crate) fn greet(&mut self) {
        if self.voucher.is_empty() {
            self.voucher = self.site.server.visitor(&self.slot.id);
            self.session_cookie =
                cookie::set(&self.site.cookie(), &self.voucher, &self.world_path());
        }
    }

    /// Lets the browser be known next time.
    pub(crate) fn remember(&mut self, device: &str, seconds: u64) {
        self.device_cookie = cookie::set_for(
            &self.site.device_cookie(),
            device,
            &self.world_path(),
            seconds,
        );
    }

    fn world_path(&self) -> String {
        format!("/w/{}", self.slot.id)
    }

    /// The address of `path` at one of the linked sites.
    pub(crate) fn address(&self, listener: Listener, path: &str) -> String {
        let port = self.site.server.port(listener);
        format!("http://{}:{port}/w/{}{path}", self.hostname, self.slot.id)
    }

    /// A redirect to a path in this world.
    pub(crate) fn to(&self, path: &str) -> Response {
        see_other(&format!("/w/{}{path}", self.slot.id))
    }

    /// Finishes an answer: cookies, the world's time, and what befalls it on its way.
    pub(crate) async fn finish(self, mut response: Response) -> Response {
        if let Some(broken) = self.transport.after {
            return self.broken(broken).await;
        }
        let is_api = self.is_api();
        let headers = response.headers_mut();
        // An API's session is in its answer.
        let cookies = [self.session_cookie, self.device_cookie];
        for cookie in cookies.into_iter().flatten().filter(|_| !is_api) {
            headers.append(header::SET_COOKIE, cookie);
        }
        if let Some(date) = self.date {
            headers.insert(header::DATE, date);
        }
        if self.origin != Origin::Site {
            let other = match self.origin {
                Origin::Identity => Listener::Main,
                Origin::Site | Origin::Product => Listener::Identity,
            };
            let port = self.site.server.port(other);
            let origin = FormsAlsoTo(format!("http://{}:{port}", self.hostname));
            response.extensions_mut().insert(origin);
        }
        match self.transport.drip_bytes_per_s {
            Some(bytes_per_s) => dripped(response, bytes_per_s).await,
            None => response,
        }
    }
}

/// The turn of a world, unless the world was ended while it was waited for.
async fn take_turn<'a>(worlds: &'a Worlds, slot: &'a Slot) -> Result<Turn<'a>, Response> {
    let turn = worlds.turn(slot).await;
    match slot.is_removed() {
        true => Err(guard::refuse(StatusCode::NOT_FOUND, "sim-page-missing")),
        false => Ok(turn),
    }
}

/// The world's time as a header, by which a client can see that its own clock is wrong.
fn date(now: Moment) -> Option<HeaderValue> {
    let time = std::time::UNIX_EPOCH + Duration::from_secs(now.seconds());
    HeaderValue::from_str(&httpdate::fmt_http_date(time)).ok()
}

/// A redirect after which a browser asks with GET.
pub(crate) fn see_other(to: &str) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SEE_OTHER;
    match HeaderValue::from_str(to) {
        Ok(to) => {
            response.headers_mut().insert(header::LOCATION, to);
        }
        Err(_) => *response.status_mut() = StatusCode::NOT_FOUND,
    }
    response
}

/// The disk is full, say. The error names a file on this computer and no secret.
fn not_written(error: StoreError) -> Response {
    let reason = error.to_string();
    guard::refuse_with(
        StatusCode::INTERNAL_SERVER_ERROR,
        "sim-store",
        &[("reason", &reason)],
    )
}

impl FromRequestParts<Site> for Exchange {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        let missing = || guard::refuse(StatusCode::NOT_FOUND, "sim-page-missing");
        let path = match parts.extensions.get::<OriginalUri>() {
            Some(OriginalUri(uri)) => uri.path().to_owned(),
            None => parts.uri.path().to_owned(),
        };
        let (id, route) = in_world(&path).ok_or_else(missing)?;
        let slot = site.server.worlds.get(id).ok_or_else(missing)?;
        let profile = slot.profile();
        let origin = site.origin(&profile).ok_or_else(missing)?;
        let connection = parts
            .extensions
            .get::<Connection>()
            .cloned()
            .ok_or_else(missing)?;
        let voucher = if route.starts_with("/api/") {
            api_voucher(parts, &site.cookie())
        } else {
            cookie::read(&parts.headers, &site.cookie())
        };
        let voucher = voucher.unwrap_or_default();
        let session = site.server.session(&slot.id, voucher);
        let (voucher, route) = (voucher.to_owned(), route.to_owned());
        Ok(Self {
            agent: Agent {
                address: connection.peer.to_string(),
                device: cookie::read(&parts.headers, &site.device_cookie()).map(str::to_owned),
            },
            hostname: hostname(&parts.headers),
            site: site.clone(),
            slot,
            profile,
            origin,
            route,
            session,
            voucher,
            connection,
            session_cookie: None,
            device_cookie: None,
            date: None,
            transport: Transport::default(),
        })
    }
}

/// The world and the path within it, of `/w/<id>/<path>`.
fn in_world(path: &str) -> Option<(&str, &str)> {
    let rest = path.strip_prefix("/w/")?;
    match rest.find('/') {
        Some(slash) => Some(rest.split_at(slash)),
        None => Some((rest, "/")),
    }
}

/// The text that stands for the session of an API's request: its token, or the cookie where
/// nothing is changed.
fn api_voucher<'a>(parts: &'a Parts, cookie_name: &str) -> Option<&'a str> {
    let header = |name| parts.headers.get(name)?.to_str().ok();
    let bearer = header("authorization").and_then(|value| value.strip_prefix("Bearer "));
    let cookie = || {
        let safe = parts.method.is_safe();
        safe.then(|| cookie::read(&parts.headers, cookie_name))
            .flatten()
    };
    bearer.or(header("x-auth-token")).or_else(cookie)
}

fn hostname(headers: &HeaderMap) -> String {
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let host = host.unwrap_or("127.0.0.1");
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name.to_owned(),
        _ => host.to_owned(),
    }
}
