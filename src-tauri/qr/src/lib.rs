//! QR codes in pictures: pixels to texts with their corners, and texts to QR
//! codes.
//!
//! [`Picture::decode`] turns the bytes of a file into pixels, within
//! [`Limits`]; [`read`] finds every QR code in them ([`read_and_tell`] tells of
//! each at once and of what could not be read, [`read_region`] looks again at a
//! part); [`pixelated_png`] makes a
//! copy for showing in which no code can be read; [`encode`] goes the other
//! way. What the texts mean is no business of this crate: it knows nothing of
//! one-time passwords. It opens no file and prints nothing.
//!
//! ```
//! use keytick_qr::{Limits, Picture, encode, read};
//!
//! let png = encode("otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP")?.to_png(4);
//! let picture = Picture::decode(&png, &Limits::default())?;
//! let codes = read(&picture);
//! assert_eq!(codes.len(), 1);
//! assert_eq!(*codes[0].text, "otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]

mod encode;
mod error;
mod found;
mod picture;
mod pixelate;
mod read;
mod sniff;

pub use encode::{Matrix, encode};
pub use error::{ERROR_IDS, EncodeError, PictureError};
pub use found::{FoundCode, Quad, Reading, Unread};
pub use picture::{Limits, Picture};
pub use pixelate::pixelated_png;
pub use read::{Watch, read, read_and_tell, read_region};
pub use sniff::is_picture;
