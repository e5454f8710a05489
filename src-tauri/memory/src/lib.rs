//! Memory for keys, and a process that other programs cannot look into.
//!
//! - [`Locked`] is a key in a page for keys alone that is never written to disk, and on Linux
//!   not even readable by the system itself.
//! - [`ZeroAlloc`] is the allocator of both programs: it wipes what is given back.
//! - [`harden`] is the first call of both programs.
//! - [`wipe_stack`] is for the end of what had a key in its variables.
//!
//! This is the one crate that calls the system without a safe wrapper; what is unsafe is in
//! `page`, `place` and `freed`, and in nothing else. What is promised, and what is not, is in
//! `docs/security.md`.

mod freed;
mod locked;
mod page;
mod place;
mod process;
mod stack;

pub use freed::wipe_freed;
pub use locked::{Locked, Protection};
pub use process::{harden, while_readable};
pub use stack::wipe_stack;
pub use zeroizing_alloc::ZeroAlloc;
