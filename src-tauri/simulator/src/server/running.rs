//! Starting and stopping.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::config::Config;
use super::guard::{Hosts, hosts_only};
use super::headers::with_headers;
use super::listen::{self, Limits, Places};
use super::routes::routes;
use super::seal::Key;
use super::site::{Listener, Server, Site};
use super::store::{Store, StoreError};
use super::worlds::{AddError, Worlds};
use crate::world::World;

/// The id of the world that is there from the start.
const DEMO: &str = "demo";

/// Threads of a server. Requests are short, and tests run beside it.
const THREADS: usize = 2;

/// Why a server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The port is taken, or may not be used.
    #[error("cannot listen on port {port}: {reason}")]
    Port {
        /// The port that was asked for.
        port: u16,
        /// What the system says.
        reason: io::Error,
    },
    /// The file cannot be opened or written.
    #[error("cannot use the file of worlds: {0}")]
    Store(#[from] StoreError),
    /// The system gives no threads.
    #[error("cannot start: {0}")]
    System(#[from] io::Error),
}

impl StartError {
    /// The error's stable name, which is also the id of its message.
    #[must_use]
    pub fn id(&self) -> &'static str {
        match self {
            Self::Port { .. } => "sim-port",
            Self::Store(_) => "sim-store",
            Self::System(_) => "sim-start",
        }
    }

    /// What the error's message has to be filled in with.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Port { port, reason } => {
                vec![("port", port.to_string()), ("reason", reason.to_string())]
            }
            Self::Store(reason) => vec![("reason", reason.to_string())],
            Self::System(reason) => vec![("reason", reason.to_string())],
        }
    }
}

/// Routes that are being served, on threads of their own.
pub struct Serving {
    port: u16,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
    limits: Limits,
    /// Taken when it is stopped.
    runtime: Option<Runtime>,
}

impl Serving {
    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Ends it: no new connections, open ones have a moment to finish.
    pub fn stop(mut self) {
        self.end();
    }

    fn end(&mut self) {
        let Some(runtime) = self.runtime.take() else {
            return;
        };
        self.stop.send_replace(true);
        let tasks = std::mem::take(&mut self.tasks);
        let patience = self.limits.stop + Duration::from_millis(500);
        runtime.block_on(async {
            let all = async {
                for task in tasks {
                    let _ = task.await;
                }
            };
            // Whoever does not end in time is cut off with the runtime.
            let _ = tokio::time::timeout(patience, all).await;
        });
        runtime.shutdown_background();
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        self.end();
    }
}

/// Serves routes of the caller's, with the same limits and the same checks of where requests
/// come from as a simulator has. Without `expose`, on this computer only.
///
/// # Errors
/// The port is taken.
pub fn serve(
    router: Router,
    port: u16,
    expose: bool,
    allow_hosts: &[String],
    limits: Limits,
) -> Result<Serving, StartError> {
    let runtime = runtime()?;
    let listeners = runtime.block_on(bind(port, expose))?;
    let port = port_of(&listeners)?;
    let hosts = hosts(port, allow_hosts);
    let (stop, stopping) = watch::channel(false);
    let places = Places::new(&limits);
    let router = with_headers(hosts_only(router, hosts));
    let tasks = {
        let _inside = runtime.enter();
        spawn(listeners, &router, limits, &places, &stopping)
    };
    Ok(Serving {
        port,
        stop,
        tasks,
        limits,
        runtime: Some(runtime),
    })
}

/// A site, or a pair of linked ones, over HTTP.
pub struct Simulator;

/// A simulator that runs until it is stopped or dropped.
pub struct Running {
    /// Where the site of the world `demo` begins: `http://127.0.0.1:4010/w/demo`.
    pub url: String,
    /// Where the control API begins: `http://127.0.0.1:4010/__sim/v1`.
    pub api: String,
    /// The control API's token.
    pub token: String,
    /// Where the identity service of linked sites begins.
    pub identity: Option<String>,
    /// The page for people, with the key that opens it.
    pub lab: String,
    serving: Serving,
}

impl Simulator {
    /// Starts a server and begins the world `demo`, unless the file has one. When this returns,
    /// requests are answered.
    ///
    /// # Errors
    /// The port is taken, or the file cannot be used.
    pub fn start(config: Config) -> Result<Running, StartError> {
        let store = config.data.as_deref().map(Store::open).transpose()?;
        let key = Key::new(key(&config, store.as_ref())?);
        let runtime = runtime()?;
        let listeners = runtime.block_on(bind(config.port, config.expose))?;
        let port = port_of(&listeners)?;
        let worlds = Worlds::open(store, config.clock, config.events.clone())?;
        let limits = config.limits;
        let (stop, stopping) = watch::channel(false);
        let places = Places::new(&limits);
        let server = Arc::new(Server::new(
            config,
            worlds,
            key,
            port,
            places.clone(),
            stopping.clone(),
        ));
        let site = Site {
            server: Arc::clone(&server),
            listener: Listener::Main,
        };
        let router = routes(&site, hosts(port, &server.config.allow_hosts));
        runtime.block_on(begin(&server))?;
        let tasks = {
            let _inside = runtime.enter();
            spawn(listeners, &router, limits, &places, &stopping)
        };
        let serving = Serving {
            port,
            stop,
            tasks,
            limits,
            runtime: Some(runtime),
        };
        let origin = format!("http://127.0.0.1:{port}");
        Ok(Running {
            url: format!("{origin}/w/{DEMO}"),
            api: format!("{origin}{}", super::control::BASE),
            token: server.token.clone(),
            identity: server
                .identity_port
                .get()
                .map(|port| format!("http://127.0.0.1:{port}/w/{DEMO}")),
            lab: format!("{origin}/w/{DEMO}/__lab?key={}", server.lab_key()),
            serving,
        })
    }
}

impl Running {
    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.serving.port()
    }

    /// Ends it: no new connections, open ones have a moment to finish.
    pub fn stop(self) {
        self.serving.stop();
    }
}

/// The world `demo`, and the port of its identity service.
async fn begin(server: &Arc<Server>) -> Result<(), StartError> {
    if server.worlds.get(DEMO).is_none() {
        let profile = Arc::clone(&server.profile);
        let world = World::new(DEMO, profile, server.first_config(), server.worlds.now());
        match server.worlds.add(world, DEMO) {
            Ok(_) | Err(AddError::Taken | AddError::TooMany) => {}
            Err(AddError::Store(error)) => return Err(error.into()),
        }
    }
    let linked = server
        .worlds
        .all()
        .iter()
        .any(|slot| slot.profile().sso.is_some());
    if linked {
        server.open_identity().await?;
    }
    Ok(())
}

/// Listens for identity services, unless it does already.
pub(crate) async fn open_identity(server: &Arc<Server>) -> Result<u16, StartError> {
    let _one_at_a_time = server.opening.lock().await;
    if let Some(port) = server.identity_port.get() {
        return Ok(*port);
    }
    let listeners = bind(server.config.identity_port, server.config.expose).await?;
    let port = port_of(&listeners)?;
    let port = *server.identity_port.get_or_init(|| port);
    let site = Site {
        server: Arc::clone(server),
        listener: Listener::Identity,
    };
    let router = routes(&site, hosts(port, &server.config.allow_hosts));
    let limits = server.config.limits;
    spawn(listeners, &router, limits, &server.places, &server.stopping);
    Ok(port)
}

/// The key of the file's worlds, so that cookies outlive the process; otherwise a new one.
fn key(config: &Config, store: Option<&Store>) -> Result<[u8; 32], StoreError> {
    let Some(store) = store else {
        return Ok(config.entropy);
    };
    let kept = store.key()?;
    match kept.and_then(|kept| {
        data_encoding::HEXLOWER
            .decode(kept.as_bytes())
            .ok()?
            .try_into()
            .ok()
    }) {
        Some(key) => Ok(key),
        None => {
            store.keep_key(&data_encoding::HEXLOWER.encode(&config.entropy))?;
            Ok(config.entropy)
        }
    }
}

fn runtime() -> Result<Runtime, StartError> {
    Ok(Builder::new_multi_thread()
        .worker_threads(THREADS)
        .thread_name("keytick-sim")
        .enable_io()
        .enable_time()
        .build()?)
}

/// Listens on the loopback addresses, or on all.
async fn bind(port: u16, expose: bool) -> Result<Vec<TcpListener>, StartError> {
    let address = if expose {
        Ipv4Addr::UNSPECIFIED
    } else {
        Ipv4Addr::LOCALHOST
    };
    let first = TcpListener::bind(SocketAddr::from((address, port)))
        .await
        .map_err(|reason| StartError::Port { port, reason })?;
    let mut listeners = vec![first];
    if !expose {
        // Browsers may try it first for `localhost`. A computer may well have none.
        let port = port_of(&listeners)?;
        let second = TcpListener::bind(SocketAddr::from((Ipv6Addr::LOCALHOST, port))).await;
        listeners.extend(second.ok());
    }
    Ok(listeners)
}

fn port_of(listeners: &[TcpListener]) -> Result<u16, StartError> {
    match listeners.first() {
        Some(listener) => Ok(listener.local_addr()?.port()),
        None => Ok(0),
    }
}

fn hosts(port: u16, allowed: &[String]) -> Hosts {
    allowed
        .iter()
        .fold(Hosts::loopback(port), |hosts, name| hosts.and(name))
}

fn spawn(
    listeners: Vec<TcpListener>,
    router: &Router,
    limits: Limits,
    places: &Places,
    stopping: &watch::Receiver<bool>,
) -> Vec<JoinHandle<()>> {
    listeners
        .into_iter()
        .map(|listener| {
            tokio::spawn(listen::serve(
                listener,
                router.clone(),
                limits,
                places.clone(),
                stopping.clone(),
            ))
        })
        .collect()
}
