//! The state machine and the built-in profiles, without a server: what the sites do, step by
//! step, with exact codes.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod any_order;
mod clock;
mod documents;
mod enforcement;
mod enrolment;
mod faults;
mod lab;
mod login;
mod mail;
mod profiles;
mod recovery;
mod reference;
mod rules;
mod sandbox;
