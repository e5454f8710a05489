//! What the operating system refuses, in words that the sentences know.

use std::{fmt, io};

/// Why a backup is not removed: it has the file name that its vault had before.
#[derive(Debug)]
pub(crate) struct FormerName;

impl fmt::Display for FormerName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name is a former one")
    }
}

impl std::error::Error for FormerName {}

/// Why the operating system refused, as a word that the sentences know: its own sentences are in
/// another language than the person's, and for those who know systems.
pub(super) fn reason(source: &io::Error) -> &'static str {
    use io::ErrorKind;
    if source
        .get_ref()
        .is_some_and(|inner| inner.is::<FormerName>())
    {
        return "other-name";
    }
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "full",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::NotFound => "missing",
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists | ErrorKind::IsADirectory => {
            "in-the-way"
        }
        ErrorKind::InvalidData | ErrorKind::UnexpectedEof => "damaged",
        ErrorKind::ResourceBusy | ErrorKind::WouldBlock => "held",
        ErrorKind::TimedOut
        | ErrorKind::NetworkDown
        | ErrorKind::NetworkUnreachable
        | ErrorKind::HostUnreachable
        | ErrorKind::NotConnected
        | ErrorKind::StaleNetworkFileHandle => "network",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_refusal_has_a_word() {
        use io::ErrorKind::*;
        for (kinds, word) in [
            (&[StorageFull, QuotaExceeded, FileTooLarge][..], "full"),
            (&[PermissionDenied], "denied"),
            (&[ReadOnlyFilesystem], "read-only"),
            (&[NotFound], "missing"),
            (&[NotADirectory, AlreadyExists, IsADirectory], "in-the-way"),
            (&[InvalidData, UnexpectedEof], "damaged"),
            (&[ResourceBusy, WouldBlock], "held"),
            (&[TimedOut, NetworkDown, NetworkUnreachable], "network"),
            (
                &[HostUnreachable, NotConnected, StaleNetworkFileHandle],
                "network",
            ),
            (&[InvalidInput, Other], "other"),
        ] {
            for kind in kinds {
                assert_eq!(reason(&(*kind).into()), word, "{kind:?}");
            }
        }
    }

    #[test]
    fn a_name_that_the_system_refuses_is_no_former_one() {
        let too_long = io::Error::from(io::ErrorKind::InvalidFilename);
        assert_eq!(reason(&too_long), "other");
        assert_eq!(reason(&io::Error::other(FormerName)), "other-name");
        assert_eq!(reason(&io::Error::other("a virus scanner")), "other");
    }
}
