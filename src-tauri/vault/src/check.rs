//! The names of the checks that can refuse a file.

/// The checks that a vault file passes, in the order in which they are made.
///
/// The names are part of the file format: `FORMAT.md` lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The first eight bytes.
    Magic,
    /// The lengths in the frame against the limits and the file's size.
    Length,
    /// The SHA-256 at the end of the file.
    Trailer,
    /// The format version, and the fields that a reader must understand.
    Version,
    /// The header's JSON and the fields in it.
    Header,
    /// A key slot: its fields and limits, and the wrapped key after the right password.
    Slot,
    /// The commitment that tells whether a password or key is the right one.
    Password,
    /// The header's MAC under the vault's key.
    HeaderMac,
    /// The authenticated encryption of the payload.
    Payload,
    /// The length and the zero bytes around the decrypted payload.
    Padding,
}

impl Check {
    /// The check's stable name, for example `header-mac`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Magic => "magic",
            Self::Length => "length",
            Self::Trailer => "trailer",
            Self::Version => "version",
            Self::Header => "header",
            Self::Slot => "slot",
            Self::Password => "password",
            Self::HeaderMac => "header-mac",
            Self::Payload => "payload",
            Self::Padding => "padding",
        }
    }
}
