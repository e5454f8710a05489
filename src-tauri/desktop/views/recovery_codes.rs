//! The recovery codes of one account, as the page sees them. They cross in commands that only
//! work while their sheet is open, which takes the password.

use serde::{Deserialize, Serialize};
use specta::Type;
use zeroize::Zeroizing;

/// The codes of the sheet that is open.
#[derive(Serialize, Type)]
pub struct RecoveryCodesView {
    /// The sheet's number, which the commands about it take.
    pub sheet: u64,
    /// The codes, in the order in which the site gave them.
    pub codes: Vec<CodeOnView>,
}

/// One of them.
#[derive(Serialize, Type)]
pub struct CodeOnView {
    /// As the site wrote it.
    #[specta(type = String)]
    pub text: Zeroizing<String>,
    /// When it was used, in Unix seconds; none: it is still good.
    pub used: Option<u64>,
}

/// A code that was copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CodeCopied {
    /// Seconds until it is taken off the clipboard.
    pub seconds: u32,
    /// The number by which its tick is taken back.
    pub change: u64,
}

/// What was found in a text. Every line that is not blank is in one of the two lists.
#[derive(Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CodesFound {
    /// Codes, and lines that may be or hold one.
    pub codes: Vec<CodeFound>,
    /// Lines that are no codes.
    #[specta(type = Vec<String>)]
    pub left_out: Vec<Zeroizing<String>>,
}

/// A code in a text.
#[derive(Serialize, Type)]
pub struct CodeFound {
    /// As the site wrote it, or the whole line where that is not sure.
    #[specta(type = String)]
    pub text: Zeroizing<String>,
    /// Whether the site says that it was used.
    pub used: bool,
    /// Whether it looks like a code and like nothing else.
    pub sure: bool,
}

/// A code that shall be kept.
#[derive(Deserialize, Type)]
pub struct CodeKept {
    /// As the site wrote it.
    #[specta(type = String)]
    pub text: Zeroizing<String>,
    /// Whether it was used.
    pub used: bool,
}
