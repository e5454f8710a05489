//! What the fuzz target calls: any request to a site that listens on no network.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use tokio::time::timeout;
use tower_service::Service as _;

use super::config::Config;
use super::guard::Hosts;
use super::listen::{Connection, Limits, Places};
use super::routes::routes;
use super::seal::{Key, Purpose};
use super::site::{Listener, Server, Site};
use super::store::StoreError;
use super::worlds::Worlds;
use crate::profile::Profile;
use crate::world::World;

/// The only world that is there when a request comes.
const DEMO: &str = "demo";

/// The port that the site believes to have.
const PORT: u16 = 4010;

/// What stands in a request's body for the text of its own session.
const SESSION: &str = "SESSION";

/// Longer than the site waits for anything, in a time that passes at once.
const PATIENCE: Duration = Duration::from_secs(3_600);

/// A site with some people who are logged in, the same before every request.
pub struct Rig {
    runtime: Runtime,
    router: Router,
    site: Site,
    world: World,
    people: Vec<(&'static str, String)>,
}

impl Rig {
    /// A site of this profile, whose clock stands still.
    ///
    /// # Errors
    /// The system gives no runtime.
    pub fn new(profile: Profile) -> std::io::Result<Self> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .start_paused(true)
            .build()?;
        let config = Config {
            frozen: Some(1_111_111_080),
            token: Some("token".to_owned()),
            ..Config::new(profile, || 1_700_000_000_000, [7; 32])
        };
        let worlds = Worlds::open(None, config.clock, None).map_err(std::io::Error::other)?;
        let (_, stopping) = watch::channel(false);
        let server = Server::new(
            config,
            worlds,
            Key::new([7; 32]),
            PORT,
            Places::new(&Limits::default()),
            stopping,
        );
        // No second port is ever opened.
        server.identity_port.get_or_init(|| PORT + 1);
        let profile = std::sync::Arc::clone(&server.profile);
        let world = World::new(DEMO, profile, server.first_config(), server.worlds.now());
        let site = Site {
            server: std::sync::Arc::new(server),
            listener: Listener::Main,
        };
        let mut rig = Self {
            router: routes(&site, Hosts::loopback(PORT)),
            runtime,
            site,
            world,
            people: Vec::new(),
        };
        rig.log_in(&["admin", "alice", "bob"]);
        Ok(rig)
    }

    /// Whoever cannot log in stays a stranger.
    fn log_in(&mut self, names: &[&'static str]) {
        for name in names {
            let credentials = serde_json::json!({
                "identifier": format!("{name}@demo.test"), "password": "demo",
            });
            let request = format!("{name} POST /w/{DEMO}/api/login\n{credentials}");
            let Some((_, answer)) = self.answer(request.as_bytes()) else {
                continue;
            };
            let answer: serde_json::Value = serde_json::from_slice(&answer).unwrap_or_default();
            let session = answer["session"].as_str().or(answer["challenge"].as_str());
            let Some(session) = session else { continue };
            self.people.push((name, session.to_owned()));
            let slot = self.site.server.worlds.get(DEMO);
            if let Some(slot) = slot {
                self.world = self.runtime.block_on(async {
                    let turn = self.site.server.worlds.turn(&slot).await;
                    turn.world().clone()
                });
            }
        }
    }

    /// How many people are logged in, or are asked for their code.
    #[must_use]
    pub fn people(&self) -> usize {
        self.people.len()
    }

    /// Sends any bytes: a person, a method and a path in the first line, the rest as the body.
    /// Gives the status, unless that line is no request at all or the answer is cut.
    ///
    /// # Panics
    /// The site fails rather than refuse.
    pub fn send(&self, bytes: &[u8]) -> Option<u16> {
        let (status, _) = self.answer(bytes)?;
        // Faults that testers ask for answer so on purpose, but each request meets a new world.
        assert!(
            status != StatusCode::INTERNAL_SERVER_ERROR,
            "the site fails"
        );
        Some(status.as_u16())
    }

    fn answer(&self, bytes: &[u8]) -> Option<(StatusCode, Vec<u8>)> {
        let request = self.request(bytes)?;
        self.runtime.block_on(async {
            self.begin_anew().await.ok()?;
            let mut router = self.router.clone();
            // A connection that is reset never ends otherwise.
            let whole = async {
                let response = match router.call(request).await {
                    Ok(response) => response,
                    Err(never) => match never {},
                };
                let (parts, body) = response.into_parts();
                let body = timeout(PATIENCE, to_bytes(body, usize::MAX)).await;
                let body = body.ok().and_then(Result::ok).unwrap_or_default();
                (parts.status, body.to_vec())
            };
            timeout(PATIENCE, whole).await.ok()
        })
    }

    async fn begin_anew(&self) -> Result<(), StoreError> {
        let worlds = &self.site.server.worlds;
        for slot in worlds.all() {
            worlds.remove(&slot.id).await?;
        }
        // There is room, and no file to be full.
        let _ = worlds.add(self.world.clone(), DEMO);
        Ok(())
    }

    fn request(&self, bytes: &[u8]) -> Option<Request<Body>> {
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let mut line = std::str::from_utf8(&bytes[..end]).ok()?.split(' ');
        let (who, method, path) = (line.next()?, line.next()?, line.next()?);
        let session = self.people.iter().find(|(name, _)| *name == who);
        let session = session.map_or("", |(_, session)| session);
        let (body, kind) = self.body(path, &bytes[end + 1..], session);
        let key = &self.site.server.key;
        let cookie = self.site.cookie();
        let lab = key.tag(Purpose::Lab, &["cookie", DEMO]);
        let bearer = match path.starts_with("/w/") {
            true => session,
            false => &self.site.server.token,
        };
        Request::builder()
            .method(Method::from_bytes(method.as_bytes()).ok()?)
            .uri(path)
            .header(header::HOST, format!("localhost:{PORT}"))
            .header(header::CONTENT_TYPE, kind)
            .header(
                header::COOKIE,
                format!("{cookie}={session}; {cookie}_lab={lab}"),
            )
            .header(header::AUTHORIZATION, format!("Bearer {bearer}"))
            .extension(Connection::of_nobody())
            .body(Body::from(body))
            .ok()
    }

    /// The body, with what proves a form of this site, and its type.
    fn body(&self, path: &str, rest: &[u8], session: &str) -> (Vec<u8>, &'static str) {
        if path.contains("/api/") || !path.starts_with("/w/") {
            let text = String::from_utf8_lossy(rest);
            let is_text = matches!(text, std::borrow::Cow::Borrowed(_));
            let body = match is_text {
                true => text.replace(SESSION, session).into_bytes(),
                false => rest.to_vec(),
            };
            return (body, "application/json");
        }
        let first = match path.contains("/__lab") {
            true => ["lab", DEMO],
            false => [DEMO, session],
        };
        let proof = self.site.server.key.tag(Purpose::Form, &first);
        let mut body = rest.to_vec();
        body.extend_from_slice(b"&csrf=");
        body.extend_from_slice(proof.as_bytes());
        (body, "application/x-www-form-urlencoded")
    }
}
