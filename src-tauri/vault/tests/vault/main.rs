//! The vault as its users see it: files in, payloads out, and every refusal by name.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod backups;
mod copies;
mod displaced;
mod flips;
mod fuzz;
mod golden;
mod hostile;
mod independent;
mod killed;
mod opening;
mod passwords;
mod pin;
mod places;
mod promises;
mod reader;
mod refusals;
mod rekey;
mod saving;
mod sealed;
mod slots;
mod support;
mod together;
mod vectors;
mod writer;
