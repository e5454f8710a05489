//! What can go wrong with a picture or a text, one variant a reason.
//!
//! The wording for people is elsewhere; here are stable ids and the numbers
//! that belong in the sentence.

/// Ids of all errors of this crate, as [`PictureError::id`] and
/// [`EncodeError::id`] give them.
pub const ERROR_IDS: &[&str] = &[
    "qr-empty",
    "qr-not-a-picture",
    "qr-format-unsupported",
    "qr-truncated",
    "qr-too-large",
    "qr-too-many-bytes",
    "qr-file-too-large",
    "qr-damaged",
    "qr-code-cut-off",
    "qr-code-too-small",
    "qr-code-too-blurry",
    "qr-code-unclear",
    "qr-text-too-long",
];

/// Why bytes did not become a [`Picture`](crate::Picture), or a code in it was
/// not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// There are no bytes at all.
    #[error("the file is empty")]
    Empty,
    /// The content is of no picture format, whatever the file is called.
    #[error("not a picture")]
    NotAPicture,
    /// A format that is known by name but not read here.
    #[error("cannot read {format} pictures")]
    FormatUnsupported {
        /// The format's common name: `HEIC`, `SVG`, `PDF`…
        format: &'static str,
    },
    /// The content stops before the picture is complete.
    #[error("the picture is incomplete")]
    Truncated,
    /// More pixels than [`Limits`](crate::Limits) allow, by the picture's own header.
    #[error("the picture is too large: {width} x {height} pixels")]
    TooLarge {
        /// Pixels a row.
        width: u32,
        /// Rows.
        height: u32,
    },
    /// Decoding would take more memory than [`Limits`](crate::Limits) allow.
    #[error("the picture needs more than {max_bytes} bytes of memory")]
    TooManyBytes {
        /// The limit that would be broken.
        max_bytes: u64,
    },
    /// More bytes than [`Limits`](crate::Limits) allow, before anything of them is decoded.
    #[error("the file is larger than {max_bytes} bytes")]
    FileTooLarge {
        /// The limit that would be broken.
        max_bytes: u64,
    },
    /// The content begins like a picture, but contradicts itself.
    #[error("the picture is damaged")]
    Damaged,
    /// A part of the code lies outside of the picture.
    #[error("a part of the code is cut off")]
    CodeCutOff,
    /// The code's modules are smaller than what can be told apart.
    #[error("the code is too small")]
    CodeTooSmall,
    /// Dark and light run into each other.
    #[error("the code is too blurry")]
    CodeTooBlurry,
    /// Something that looks like a code, too damaged or too much covered.
    #[error("the code is covered or damaged")]
    CodeUnclear,
}

impl PictureError {
    /// The error's stable id, which is also the id of its message.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Empty => "qr-empty",
            Self::NotAPicture => "qr-not-a-picture",
            Self::FormatUnsupported { .. } => "qr-format-unsupported",
            Self::Truncated => "qr-truncated",
            Self::TooLarge { .. } => "qr-too-large",
            Self::TooManyBytes { .. } => "qr-too-many-bytes",
            Self::FileTooLarge { .. } => "qr-file-too-large",
            Self::Damaged => "qr-damaged",
            Self::CodeCutOff => "qr-code-cut-off",
            Self::CodeTooSmall => "qr-code-too-small",
            Self::CodeTooBlurry => "qr-code-too-blurry",
            Self::CodeUnclear => "qr-code-unclear",
        }
    }

    /// The values that belong in the message, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::FormatUnsupported { format } => vec![("format", (*format).to_owned())],
            Self::TooLarge { width, height } => {
                vec![("width", width.to_string()), ("height", height.to_string())]
            }
            Self::TooManyBytes { max_bytes } | Self::FileTooLarge { max_bytes } => {
                vec![("megabytes", (max_bytes / (1024 * 1024)).to_string())]
            }
            _ => Vec::new(),
        }
    }
}

/// Why a text did not become a QR code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// The largest QR code holds 2,953 bytes (ISO/IEC 18004, version 40-L).
    #[error("the text is too long for a QR code: {bytes} bytes")]
    TextTooLong {
        /// The text's length in UTF-8.
        bytes: usize,
    },
}

impl EncodeError {
    /// The error's stable id, which is also the id of its message.
    pub fn id(&self) -> &'static str {
        match self {
            Self::TextTooLong { .. } => "qr-text-too-long",
        }
    }

    /// The values that belong in the message, by name.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TextTooLong { bytes } => vec![("bytes", bytes.to_string())],
        }
    }
}
