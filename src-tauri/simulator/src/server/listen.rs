//! Connections: accepting them, counting them, cutting slow ones, resetting one on purpose.
//!
//! HTTP/1.1 only. What a request means is the router's business.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore, watch};
use tokio::time::timeout;
use tower_service::Service as _;

use super::slow::CutWhenStuck;

/// How much one client, and all of them together, may take.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Connections at one time; further ones wait to be accepted.
    pub connections: usize,
    /// Requests that wait for something to happen, beside those connections.
    pub waiting: usize,
    /// For the head of a request, also while a connection is idle between two.
    pub head: Duration,
    /// For the body of a request.
    pub body: Duration,
    /// For the client to take what was written.
    pub write: Duration,
    /// Bytes of a request's body.
    pub body_bytes: usize,
    /// For open connections to end when the server stops.
    pub stop: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 256,
            waiting: 1024,
            head: Duration::from_secs(10),
            body: Duration::from_secs(10),
            write: Duration::from_secs(10),
            body_bytes: 64 * 1024,
            stop: Duration::from_secs(2),
        }
    }
}

/// The places for connections, shared by all listeners of a server.
#[derive(Clone)]
pub(crate) struct Places {
    open: Arc<Semaphore>,
    waiting: Arc<Semaphore>,
}

impl Places {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            open: Arc::new(Semaphore::new(limits.connections)),
            waiting: Arc::new(Semaphore::new(limits.waiting)),
        }
    }
}

/// What a handler may do to the connection its request came by.
#[derive(Clone)]
pub(crate) struct Connection {
    /// The client's address.
    pub peer: IpAddr,
    places: Places,
    place: Arc<Mutex<Option<OwnedSemaphorePermit>>>,
    reset: Arc<Notify>,
}

/// A place among the waiting, held for as long as the wait lasts.
pub(crate) struct Waiting(#[expect(dead_code, reason = "held, not read")] OwnedSemaphorePermit);

impl Connection {
    /// Of a request that came by no network, with places of its own.
    #[cfg(feature = "fuzzing")]
    pub(crate) fn of_nobody() -> Self {
        Self {
            peer: IpAddr::from([127, 0, 0, 1]),
            places: Places::new(&Limits::default()),
            place: Arc::default(),
            reset: Arc::default(),
        }
    }

    /// Gives the connection's place back for a wait; `None` if too many wait already.
    pub(crate) fn wait(&self) -> Option<Waiting> {
        let waiting = Arc::clone(&self.places.waiting).try_acquire_owned().ok()?;
        *self.place.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Some(Waiting(waiting))
    }

    /// Takes a place again after a wait, when there is one.
    pub(crate) async fn resume(&self, waited: Waiting) {
        if let Ok(place) = Arc::clone(&self.places.open).acquire_owned().await {
            *self.place.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
        }
        drop(waited);
    }

    /// Cuts the connection with a reset instead of an answer. Never returns.
    pub(crate) async fn reset(&self) -> Infallible {
        self.reset.notify_one();
        std::future::pending().await
    }
}

/// Serves `router` on `listener` until `stop` turns true, then waits for open connections,
/// at most `limits.stop` long.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    limits: Limits,
    places: Places,
    mut stop: watch::Receiver<bool>,
) {
    let mut connections = tokio::task::JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        let accepted = tokio::select! {
            accepted = accept(&listener, &places) => accepted,
            _ = stop.wait_for(|stop| *stop) => break,
        };
        let Some((stream, peer, place)) = accepted else {
            // Out of file handles, say: busy waiting would help nobody.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let control = Connection {
            peer,
            places: places.clone(),
            place: Arc::new(Mutex::new(Some(place))),
            reset: Arc::new(Notify::new()),
        };
        connections.spawn(connection(
            stream,
            control,
            router.clone(),
            limits,
            stop.clone(),
        ));
    }
    drop(listener);
    let all_ended = async { while connections.join_next().await.is_some() {} };
    // Whoever is still there loses the connection with the set of tasks.
    let _ = timeout(limits.stop, all_ended).await;
}

async fn accept(
    listener: &TcpListener,
    places: &Places,
) -> Option<(TcpStream, IpAddr, OwnedSemaphorePermit)> {
    let place = Arc::clone(&places.open).acquire_owned().await.ok()?;
    let (stream, peer) = listener.accept().await.ok()?;
    Some((stream, peer.ip(), place))
}

async fn connection(
    stream: TcpStream,
    control: Connection,
    router: Router,
    limits: Limits,
    mut stop: watch::Receiver<bool>,
) {
    let reset = Arc::clone(&control.reset);
    let _ = stream.set_nodelay(true);
    let answer = service_fn(move |request: hyper::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(control.clone());
        router.clone().call(request)
    });
    let mut http = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_headers(64)
        .max_buf_size(limits.body_bytes)
        .serve_connection(
            TokioIo::new(CutWhenStuck::new(stream, limits.write)),
            answer,
        );
    let mut stopping = false;
    loop {
        tokio::select! {
            _ = &mut http => return,
            () = reset.notified() => {
                let stream = http.into_parts().io.into_inner().into_inner();
                // Closing with unsent data thrown away is what TCP calls a reset.
                let _ = stream.set_zero_linger();
                return;
            }
            _ = stop.wait_for(|stop| *stop), if !stopping => {
                stopping = true;
                std::pin::Pin::new(&mut http).graceful_shutdown();
            }
        }
    }
}
