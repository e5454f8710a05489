//! What other programs and sites write, read into accounts.
//!
//! [`Pictures`] gathers what the QR codes of any number of pictures say, [`read_text`] what
//! stands in a text. A bad entry never loses the good ones: it comes back beside them, by
//! name and with the reason. Nothing here opens a file, and nothing is added to a vault.
//!
//! ```
//! let text = "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP\nhttps://example.com";
//! let import = keytick_formats::read_text(text, "keys.txt");
//! assert_eq!(import.accounts[0].issuer, "Acme");
//! assert_eq!(import.skipped[0].name, "keys.txt:2");
//! assert_eq!(import.skipped[0].reason.id(), "formats-web-address");
//! ```

#![forbid(unsafe_code)]

mod address;
mod charset;
mod cipher;
mod csv;
mod encoding;
mod entries;
mod entry;
mod error;
mod format;
mod formats;
pub mod google_migration;
mod holds;
mod import;
mod json;
mod kdf;
mod login;
mod pictures;
mod probe;
mod read;
mod reading;
mod resembles;
mod settings;
mod sqlite;
mod write;
mod writing;
mod xml;
mod zip;

pub use error::{ERROR_IDS, Error};
pub use format::{File, Format, Output, Read, Source, Writer};
pub use formats::FORMATS;
pub use holds::{Field, Holds, LOSS_IDS, Loss};
pub use import::{Import, Skipped, read_text};
pub use kdf::{Hash, Kdf};
pub use pictures::{Found, Pictures, Problem};
pub use probe::{Json, Probe};
pub use read::{FileRead, read};
pub use reading::{Limits, OpenVault, Progress, Reading};
pub use write::{Checked, Losses, LostAccount, check, write};
pub use writing::{SealVault, Writing};
