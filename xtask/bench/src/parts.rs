//! What can be measured, by name. `cargo xtask bench` reads the same table.

/// What has to be built before a part can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing else.
    Library,
    /// The programs, as they are released.
    Programs,
}

/// Each part by the name under which it is asked for, what it needs, and its heading.
pub const PARTS: [(&str, Needs, &str); 11] = [
    (
        "commands",
        Needs::Programs,
        "One code by the command line, whole process",
    ),
    ("codes", Needs::Library, "SHA-1 codes a second, one core"),
    (
        "formats",
        Needs::Library,
        "Another program's file of 10,000 entries, without the key derivation",
    ),
    ("vault", Needs::Library, "Vault, without the key derivation"),
    ("simulator", Needs::Programs, "The simulator, whole process"),
    ("qr", Needs::Library, "QR codes in pictures"),
    (
        "start",
        Needs::Programs,
        "Starting, beside a bare Tauri window (Linux)",
    ),
    (
        "typing",
        Needs::Programs,
        "From a key to the painted list (Linux)",
    ),
    (
        "quick",
        Needs::Programs,
        "Quick search, with its page there and let go (Linux)",
    ),
    (
        "idle",
        Needs::Programs,
        "Doing nothing, beside a bare Tauri window (Linux)",
    ),
    (
        "memory",
        Needs::Programs,
        "Memory, beside a bare Tauri window (Linux)",
    ),
];
