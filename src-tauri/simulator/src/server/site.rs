//! What every request to a server shares: its worlds, its key, its ports.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use tokio::sync::watch;

use crate::profile::Profile;
use crate::world::{self, Clock, Moment, Origin, SessionId};

use super::config::Config;
use super::listen::Places;
use super::running::{StartError, open_identity};
use super::seal::{Key, Purpose};
use super::worlds::{Slot, Worlds};

/// A server, as its handlers see it.
pub(crate) struct Server {
    pub config: Config,
    /// The profile of worlds that name none.
    pub profile: Arc<Profile>,
    pub worlds: Arc<Worlds>,
    pub key: Key,
    pub token: String,
    pub port: u16,
    /// The port of identity services, from the moment at which there is a linked site.
    pub identity_port: OnceLock<u16>,
    pub places: Places,
    pub stopping: watch::Receiver<bool>,
    /// Held while the port of identity services is opened.
    pub opening: tokio::sync::Mutex<()>,
    visitors: AtomicU64,
    named: AtomicU64,
}

/// By which of a server's two ports a request came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listener {
    /// The one that every server has.
    Main,
    /// The one of identity services.
    Identity,
}

/// A server, and the port by which a request came.
#[derive(Clone)]
pub(crate) struct Site {
    pub server: Arc<Server>,
    pub listener: Listener,
}

impl Server {
    pub(crate) fn new(
        config: Config,
        worlds: Worlds,
        key: Key,
        port: u16,
        places: Places,
        stopping: watch::Receiver<bool>,
    ) -> Self {
        Self {
            token: match &config.token {
                Some(token) => token.clone(),
                None => key.tag(Purpose::Token, &[]),
            },
            profile: Arc::new(config.profile.clone()),
            worlds: Arc::new(worlds),
            key,
            port,
            identity_port: OnceLock::new(),
            places,
            stopping,
            opening: tokio::sync::Mutex::default(),
            visitors: AtomicU64::new(0),
            named: AtomicU64::new(0),
            config,
        }
    }

    pub(crate) fn port(&self, listener: Listener) -> u16 {
        match listener {
            Listener::Main => self.port,
            Listener::Identity => self.identity_port.get().copied().unwrap_or(self.port),
        }
    }

    /// Listens for identity services, unless it does already; their port.
    pub(crate) async fn open_identity(self: &Arc<Self>) -> Result<u16, StartError> {
        open_identity(self).await
    }

    /// Turns true when the server stops.
    pub(crate) fn stopping(&self) -> watch::Receiver<bool> {
        self.stopping.clone()
    }

    /// What opens the page for people, in its address.
    pub(crate) fn lab_key(&self) -> String {
        self.key.tag(Purpose::Lab, &["key"])
    }

    /// The clock of worlds that name none.
    pub(crate) fn first_clock(&self) -> Clock {
        match self.config.frozen {
            Some(seconds) => Clock::Frozen {
                at: Moment::from_seconds(seconds),
            },
            None => Clock::Real,
        }
    }

    /// What worlds begin with that name nothing.
    pub(crate) fn first_config(&self) -> world::Config {
        world::Config {
            seed: self.config.seed,
            clock: self.first_clock(),
            show_secrets: self.config.show_secrets,
        }
    }

    /// The session that a cookie or token stands for, if this server gave it out.
    pub(crate) fn session(&self, world: &str, voucher: &str) -> Option<SessionId> {
        let (id, tag) = voucher.rsplit_once('.')?;
        self.key
            .vouches(Purpose::Session, &[world, id], tag)
            .then(|| SessionId::from(id))
    }

    /// The text of a cookie for somebody who is not logged in.
    pub(crate) fn visitor(&self, world: &str) -> String {
        let number = self.visitors.fetch_add(1, Ordering::Relaxed).to_string();
        self.key.tag(Purpose::Visitor, &[world, &number])
    }

    /// An id for a world that was given none.
    pub(crate) fn next_id(&self) -> String {
        loop {
            let number = self.named.fetch_add(1, Ordering::Relaxed) + 1;
            let id = format!("w{number}");
            if self.worlds.get(&id).is_none() {
                return id;
            }
        }
    }
}

impl Site {
    /// Where the site of a world begins; of two linked ones, the product.
    pub(crate) fn base_url(&self, slot: &Slot) -> String {
        let port = self.server.port;
        format!("http://127.0.0.1:{port}/w/{}", slot.id)
    }

    /// Where the identity service of two linked sites begins.
    pub(crate) fn identity_url(&self, slot: &Slot) -> Option<String> {
        slot.profile().sso.as_ref()?;
        let port = self.server.identity_port.get()?;
        Some(format!("http://127.0.0.1:{port}/w/{}", slot.id))
    }

    /// Which of its linked sites a profile has at this port; `None` if none.
    pub(crate) fn origin(&self, profile: &Profile) -> Option<Origin> {
        match (&profile.sso, self.listener) {
            (None, Listener::Main) => Some(Origin::Site),
            (None, Listener::Identity) => None,
            (Some(_), Listener::Main) => Some(Origin::Product),
            (Some(_), Listener::Identity) => Some(Origin::Identity),
        }
    }

    /// The name of the session's cookie. Cookies do not tell ports apart, so it does.
    pub(crate) fn cookie(&self) -> String {
        format!("keytick_{}", self.server.port(self.listener))
    }

    /// The name of the cookie of a device that is spared the second step.
    pub(crate) fn device_cookie(&self) -> String {
        format!("{}_device", self.cookie())
    }
}
