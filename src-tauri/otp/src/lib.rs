//! One-time passwords and the otpauth URI: account parameters in, codes out.
//!
//! [`KeyUri::parse`] reads the text of a QR code, [`OtpKey::code_at`] makes the code for a
//! time, [`write_uri`] writes the text for a QR code again. Nothing here opens a file, reads
//! the clock or logs; secrets and codes are wiped from memory when they are dropped.
//!
//! ```
//! use keytick_otp::KeyUri;
//!
//! let uri = "otpauth://totp/Example:me@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&digits=8";
//! let read = KeyUri::parse(uri)?;
//! assert_eq!(read.issuer, "Example");
//! assert_eq!(read.key.code_at(59).text.as_str(), "94287082");
//! # Ok::<(), keytick_otp::Error>(())
//! ```
//!
//! Not here: which accounts a person has (names, order, tags), and the backup formats of
//! other programs.

#![forbid(unsafe_code)]

mod base32;
mod code;
mod diagnose;
mod error;
mod generate;
mod guarded;
mod hex;
mod kind;
mod note;
mod pin;
mod secret;
mod unseen;
mod uri;
mod yandex;

pub use code::{Code, OtpKey, Validity};
pub use diagnose::{Diagnosis, diagnose};
pub use error::{ERROR_IDS, Error};
pub use guarded::{Exposed, Guarded, Safe};
pub use kind::{Algorithm, Digits, Kind, Period};
pub use note::Note;
pub use pin::Pin;
pub use secret::Secret;
pub use uri::{KeyUri, Names, write_uri};
