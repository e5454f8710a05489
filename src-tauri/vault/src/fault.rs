//! What is wrong with the bytes of a file, before it is known which file they are.

use std::path::Path;

use crate::Error;
use crate::check::Check;

/// The first check that failed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    NotAVault,
    Damaged { check: Check, detail: String },
    TooNew { needs: String },
    Tampered { check: Check },
    NotEnoughMemory { mib: u32 },
}

impl Fault {
    pub(crate) fn length(detail: &str) -> Self {
        Self::damaged(Check::Length, detail)
    }

    pub(crate) fn header(detail: impl Into<String>) -> Self {
        Self::damaged(Check::Header, detail)
    }

    pub(crate) fn slot(detail: impl Into<String>) -> Self {
        Self::damaged(Check::Slot, detail)
    }

    fn damaged(check: Check, detail: impl Into<String>) -> Self {
        Self::Damaged {
            check,
            detail: detail.into(),
        }
    }

    pub(crate) fn at(self, path: &Path) -> Error {
        let path = path.to_owned();
        match self {
            Self::NotAVault => Error::NotAVault { path },
            Self::Damaged { check, detail } => Error::Damaged {
                path,
                check,
                detail,
            },
            Self::TooNew { needs } => Error::TooNew { path, needs },
            Self::Tampered { check } => Error::Tampered { path, check },
            Self::NotEnoughMemory { mib } => Error::NotEnoughMemory { path, mib },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_file_names_the_check_and_the_path() {
        let error = Fault::length("too short").at(Path::new("/x/y"));
        assert_eq!(
            error.to_string(),
            "cannot open vault /x/y: damaged, check length failed: too short"
        );
        assert_eq!(error.class(), Some("length"));
        assert_eq!(
            error.params(),
            [("path", "/x/y".to_owned()), ("check", "length".to_owned())]
        );
    }
}
