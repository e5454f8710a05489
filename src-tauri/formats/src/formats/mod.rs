//! One file a format. A format is a row here; everything else follows from it.

use crate::Format;

/// All formats, in the order in which they are tried and listed.
pub const FORMATS: &[&Format] = &[];
