//! The vault as its users see it: files in, payloads out, and every refusal by name.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod flips;
mod golden;
mod opening;
mod places;
mod refusals;
mod saving;
mod sealed;
mod slots;
mod support;
mod writer;
