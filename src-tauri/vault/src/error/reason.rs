//! What the operating system refuses, in words that the sentences know.

use std::io;

/// Why the operating system refused, as a word that the sentences know: its own sentences are in
/// another language than the person's, and for those who know systems.
pub(super) fn reason(source: &io::Error) -> &'static str {
    use io::ErrorKind;
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "full",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::NotFound => "missing",
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists | ErrorKind::IsADirectory => {
            "in-the-way"
        }
        ErrorKind::InvalidFilename => "other-name",
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
