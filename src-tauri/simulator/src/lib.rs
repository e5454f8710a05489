//! Practice sites for two-step sign-in: how five real products and some made-up ones let a
//! person set up codes, log in with them, lose their device and come back.
//!
//! A [`profile::Profile`] is a site as data. A [`world::World`] is one sandbox of such a site:
//! its users, sessions, clock, faults, mail and event log. [`world::World::step`] is the only
//! thing that changes a world; it does no I/O, reads no clock and draws no randomness but the
//! world's own, so the same seed and the same steps give the same events. What stands around
//! it (pages, the control API, a virtual device) turns requests into steps.

#![forbid(unsafe_code)]

pub mod device;
pub mod profile;
pub mod server;
pub mod world;
