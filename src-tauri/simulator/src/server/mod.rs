//! A site over HTTP: its pages, its login as an API, and the control API for testers.
//!
//! One server has one site (or a pair of linked ones) on its own port, with many worlds under
//! `/w/<id>/`. It turns requests into steps of a world and draws what the world then shows; what
//! is right and wrong is decided in [`crate::world`]. It owns its threads, so that callers need
//! no async runtime.

mod body;
mod config;
mod control;
mod cookie;
mod exchange;
mod faults;
mod form;
#[cfg(feature = "fuzzing")]
pub mod fuzzing;
pub mod guard;
mod headers;
mod json;
mod listen;
mod pages;
mod qr;
mod routes;
mod running;
mod seal;
mod site;
mod slow;
mod store;
mod worlds;

pub use config::Config;
pub use guard::Hosts;
pub use listen::Limits;
pub use running::{Running, Serving, Simulator, StartError, serve};
pub use store::StoreError;
