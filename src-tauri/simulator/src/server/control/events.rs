//! The log of a world: asked for, waited for, or as a stream.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{Extension, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream::{Stream, unfold};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};
use utoipa::{IntoParams, ToSchema};

use super::error::{Answer, ApiError};
use super::extract::{Asked, InWorld};
use crate::server::listen::{Connection, Waiting};
use crate::server::site::Site;
use crate::server::worlds::Slot;
use crate::world::Event;

/// The longest that a request waits, in seconds.
pub(super) const LONGEST_WAIT_S: u64 = 60;

/// A stream that has nothing to say says so every so often.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// How often a wait looks without being told of anything new.
const LOOK_AGAIN: Duration = Duration::from_millis(250);

/// Which events.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Which {
    /// Only events after this number.
    #[serde(default)]
    since: u64,
    /// Only events of this type, or of a family such as `login.*`; several with commas.
    #[serde(default, rename = "type")]
    #[param(example = "factor.enabled,login.*")]
    kind: Option<String>,
}

/// Which events, and how long to wait for one.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// Only events after this number.
    #[serde(default)]
    since: u64,
    /// Only events of this type, or of a family such as `login.*`; several with commas.
    #[serde(default, rename = "type")]
    #[param(example = "factor.enabled,login.*")]
    kind: Option<String>,
    /// If there is none yet, wait for one, at most so many seconds.
    #[serde(default)]
    #[param(minimum = 0, maximum = 60)]
    wait: u64,
}

/// Events, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Events {
    /// The events.
    #[schema(value_type = Vec<EventShape>)]
    events: Vec<Arc<Event>>,
    /// What `since` is next time.
    last: u64,
}

/// Something that happened.
#[derive(ToSchema)]
#[schema(as = Event)]
#[expect(dead_code, reason = "describes the event in the OpenAPI document")]
pub(super) struct EventShape {
    /// Its number, from 1.
    seq: u64,
    /// The world.
    world: String,
    /// When, by the world's clock.
    #[schema(format = DateTime)]
    t_virtual: String,
    /// When, by the real one.
    #[schema(format = DateTime)]
    t_real: String,
    /// Who: a user's name, `control` for the tester, `visitor` for somebody unknown.
    actor: String,
    /// What.
    #[schema(example = "challenge.failed")]
    r#type: String,
    /// More about it; codes and keys are masked unless the world shows secrets.
    #[schema(value_type = Object)]
    data: String,
    /// How things stood.
    before: Option<String>,
    /// How they stand now.
    after: Option<String>,
    /// The key of the profile that decided, and the figures.
    #[schema(example = "totp.window=[-1,1], delta=+2")]
    rule: Option<String>,
}

/// Whether `event` is of one of the types that were asked for.
fn is_wanted(event: &Event, kinds: Option<&str>) -> bool {
    let Some(kinds) = kinds.filter(|kinds| !kinds.is_empty()) else {
        return true;
    };
    kinds
        .split(',')
        .map(str::trim)
        .any(|kind| match kind.strip_suffix('*') {
            Some(family) => event.kind.starts_with(family),
            None => event.kind == kind,
        })
}

/// The log, or a wait for what comes next in it
#[utoipa::path(get, path = "/worlds/{world}/events", tag = "events", operation_id = "list_events",
    params(Wanted), responses((status = 200, body = Events)))]
pub(super) async fn list(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Extension(connection): Extension<Connection>,
    Asked(wanted): Asked<Wanted>,
) -> Answer<Json<Events>> {
    let which = Which {
        since: wanted.since,
        kind: wanted.kind,
    };
    let mut wait = Wait::new(&slot, &connection, wanted.wait);
    let found = loop {
        let found = after(&site, &slot, &which).await;
        if !found.events.is_empty() || !wait.again().await? {
            break found;
        }
    };
    wait.end().await;
    Ok(Json(found))
}

/// A request that waits for something to happen in a world. It takes none of the places for
/// connections while it does.
pub(super) struct Wait<'a> {
    slot: &'a Slot,
    connection: &'a Connection,
    newest: watch::Receiver<u64>,
    seconds: u64,
    until: Instant,
    waiting: Option<Waiting>,
}

impl<'a> Wait<'a> {
    /// A wait of at most so many seconds, which begins when nothing was found at first.
    pub(super) fn new(slot: &'a Slot, connection: &'a Connection, seconds: u64) -> Self {
        let seconds = seconds.min(LONGEST_WAIT_S);
        let mut newest = slot.newest();
        newest.mark_unchanged();
        Self {
            slot,
            connection,
            newest,
            seconds,
            until: Instant::now() + Duration::from_secs(seconds),
            waiting: None,
        }
    }

    /// Waits until it makes sense to look again; `false` when the time is over.
    pub(super) async fn again(&mut self) -> Answer<bool> {
        if self.seconds == 0 || Instant::now() >= self.until || self.slot.is_removed() {
            return Ok(false);
        }
        if self.waiting.is_none() {
            self.waiting = Some(begin(self.connection)?);
        }
        // What is late by the world's clock, such as a delayed mail, makes no event.
        let look_again = self.until.min(Instant::now() + LOOK_AGAIN);
        let _ = timeout_at(look_again, self.newest.changed()).await;
        Ok(true)
    }

    /// Goes on as a request like others.
    pub(super) async fn end(self) {
        if let Some(waiting) = self.waiting {
            self.connection.resume(waiting).await;
        }
    }
}

fn begin(connection: &Connection) -> Answer<Waiting> {
    connection
        .wait()
        .ok_or_else(|| ApiError::new(StatusCode::TOO_MANY_REQUESTS, "sim-too-many-waits", &[]))
}

async fn after(site: &Site, slot: &Slot, which: &Which) -> Events {
    let turn = site.server.worlds.turn(slot).await;
    let log = turn.world().events();
    Events {
        events: log
            .since(which.since)
            .filter(|event| is_wanted(event, which.kind.as_deref()))
            .cloned()
            .collect(),
        last: (log.next_seq() - 1).max(which.since),
    }
}

/// The number after which a browser goes on that lost the stream; its address still has the
/// `since` of the beginning.
fn last_seen(headers: &HeaderMap) -> Option<u64> {
    headers.get("last-event-id")?.to_str().ok()?.parse().ok()
}

/// The log as server-sent events, from `since` on
#[utoipa::path(get, path = "/worlds/{world}/events/stream", tag = "events", operation_id = "stream_events",
    params(Which, ("Last-Event-ID" = Option<u64>, Header, description = "Goes before `since`: the last event that was seen")),
    responses((status = 200, content_type = "text/event-stream", body = String)))]
pub(super) async fn stream(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Extension(connection): Extension<Connection>,
    Asked(mut which): Asked<Which>,
    headers: HeaderMap,
) -> Answer<Response> {
    which.since = last_seen(&headers).unwrap_or(which.since);
    let line = |event: &Event| {
        let json = serde_json::to_string(event).unwrap_or_default();
        format!("id: {}\nevent: {}\ndata: {json}\n\n", event.seq, event.kind)
    };
    flow(
        site,
        slot,
        &connection,
        which,
        "text/event-stream",
        ": still here\n\n",
        line,
    )
}

/// The log as a stream of lines of JSON, from `since` on
#[utoipa::path(get, path = "/worlds/{world}/events.ndjson", tag = "events", operation_id = "ndjson_events",
    params(Which), responses((status = 200, content_type = "application/x-ndjson", body = String)))]
pub(super) async fn ndjson(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Extension(connection): Extension<Connection>,
    Asked(which): Asked<Which>,
) -> Answer<Response> {
    let line = |event: &Event| {
        let json = serde_json::to_string(event).unwrap_or_default();
        format!("{json}\n")
    };
    flow(
        site,
        slot,
        &connection,
        which,
        "application/x-ndjson",
        "\n",
        line,
    )
}

fn flow(
    site: Site,
    slot: Arc<Slot>,
    connection: &Connection,
    which: Which,
    content_type: &'static str,
    heartbeat: &'static str,
    line: fn(&Event) -> String,
) -> Answer<Response> {
    let flow = Flow {
        newest: slot.newest(),
        waiting: begin(connection)?,
        site,
        slot,
        which,
        ready: VecDeque::new(),
    };
    let body = Body::from_stream(flow.lines(line, heartbeat));
    let headers = [
        (header::CONTENT_TYPE, content_type),
        // Without it, a proxy in a test's network may hold lines back.
        (header::HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    Ok((headers, body).into_response())
}

/// A stream of events that has not ended.
struct Flow {
    site: Site,
    slot: Arc<Slot>,
    which: Which,
    newest: watch::Receiver<u64>,
    ready: VecDeque<Arc<Event>>,
    #[expect(dead_code, reason = "held for as long as the stream lasts")]
    waiting: Waiting,
}

impl Flow {
    fn lines(
        self,
        line: fn(&Event) -> String,
        heartbeat: &'static str,
    ) -> impl Stream<Item = Result<Bytes, Infallible>> {
        unfold(self, move |mut flow| async move {
            let text = flow
                .next()
                .await?
                .map_or(heartbeat.to_owned(), |event| line(&event));
            Some((Ok(Bytes::from(text)), flow))
        })
    }

    /// The next event; `Some(None)` when it is time for a heartbeat, `None` when the world or
    /// the server is no more.
    async fn next(&mut self) -> Option<Option<Arc<Event>>> {
        let until = Instant::now() + HEARTBEAT;
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Some(Some(event));
            }
            self.newest.mark_unchanged();
            let found = after(&self.site, &self.slot, &self.which).await;
            self.which.since = found.last;
            self.ready = found.events.into();
            if !self.ready.is_empty() {
                continue;
            }
            match timeout_at(until, self.changed()).await {
                Ok(true) => {}
                Ok(false) => return None,
                Err(_) => return Some(None),
            }
        }
    }

    /// Waits for a new event; `false` when none can come any more.
    async fn changed(&mut self) -> bool {
        let mut stop = self.site.server.stopping();
        tokio::select! {
            changed = self.newest.changed() => changed.is_ok() && !self.slot.is_removed(),
            _ = stop.wait_for(|stop| *stop) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_asked_for_by_name_or_family() {
        let event: Event = serde_json::from_str(
            r#"{"seq":1,"world":"demo","t_virtual":"2005-03-18T01:58:00Z","t_real":"2005-03-18T01:58:00Z",
                "actor":"a","type":"login.done","data":{},"before":null,"after":null,"rule":null}"#,
        )
        .unwrap();
        for (kinds, wanted) in [
            (None, true),
            (Some(""), true),
            (Some("login.done"), true),
            (Some("login.*"), true),
            (Some("factor.enabled, login.done"), true),
            (Some("login"), false),
            (Some("factor.*"), false),
        ] {
            assert_eq!(is_wanted(&event, kinds), wanted, "{kinds:?}");
        }
    }
}
