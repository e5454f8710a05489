//! What a server is started with.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use crate::device::service::Devices;
use crate::profile::Profile;
use crate::world::Event;

use super::listen::Limits;

/// What a server is started with. The library reads no clock and draws no random numbers of
/// its own: the caller hands both in.
#[derive(Clone)]
pub struct Config {
    /// The site of the world `demo`, and of every world that names no other.
    pub profile: Profile,
    /// The port; 0 takes a free one.
    pub port: u16,
    /// The port of the identity service, where two sites are linked; 0 takes a free one.
    pub identity_port: u16,
    /// The time, as milliseconds since 1970.
    pub clock: fn() -> u64,
    /// Random bytes, for the token and for what protects forms.
    pub entropy: [u8; 32],
    /// The seed of worlds that name none: the same seed and the same requests give the same
    /// secrets, codes and events.
    pub seed: u64,
    /// Stops the clock of new worlds at this time, in seconds since 1970.
    pub frozen: Option<u64>,
    /// Keeps worlds in this file.
    pub data: Option<PathBuf>,
    /// Whether the control API may be asked for a person's current code.
    pub oracle: bool,
    /// Whether events show secrets and codes.
    pub show_secrets: bool,
    /// Whether to listen on every network interface rather than on this computer only.
    pub expose: bool,
    /// Names under which the server answers, beside those of this computer. Without a port,
    /// a name stands for any.
    pub allow_hosts: Vec<String>,
    /// The control API's token; left out, one is made.
    pub token: Option<String>,
    /// Who hears of every event of every world, in order.
    pub events: Option<Sender<Arc<Event>>>,
    /// Virtual devices, served beside the control API at `/__device/v1`.
    pub devices: Option<Arc<Devices>>,
    /// How much clients may take.
    pub limits: Limits,
}

impl Config {
    /// A server for `profile` on a free port of this computer, with worlds in memory.
    #[must_use]
    pub fn new(profile: Profile, clock: fn() -> u64, entropy: [u8; 32]) -> Self {
        Self {
            profile,
            port: 0,
            identity_port: 0,
            clock,
            entropy,
            seed: 0,
            frozen: None,
            data: None,
            oracle: false,
            show_secrets: false,
            expose: false,
            allow_hosts: Vec::new(),
            token: None,
            events: None,
            devices: None,
            limits: Limits::default(),
        }
    }
}
