//! Measures Keytick beside other programs and prints a table: `cargo xtask bench`.
//!
//! A program of its own and no benchmark framework, because most of what is measured is
//! whole processes and a window: runs of ours and theirs alternate, so that both meet the
//! same machine, and medians are shown. Nothing here passes or fails.

mod codes;
mod commands;
mod formats;
mod qr;
#[cfg(target_os = "linux")]
mod quick;
mod simulator;
mod table;
mod vault;
#[cfg(target_os = "linux")]
mod window;

/// One thing to measure: the name by which it is asked for, its heading, and what measures it.
type Part = (&'static str, &'static str, fn());

const PARTS: &[Part] = &[
    (
        "commands",
        "One code by the command line, whole process",
        commands::measure,
    ),
    ("codes", "SHA-1 codes a second, one core", codes::measure),
    (
        "formats",
        "Another program's file of 10,000 entries, without the key derivation",
        formats::measure,
    ),
    ("vault", "Vault, without the key derivation", vault::measure),
    (
        "simulator",
        "The simulator, whole process",
        simulator::measure,
    ),
    ("qr", "QR codes in pictures", qr::measure),
    #[cfg(target_os = "linux")]
    ("window", "The app in its window", window::measure),
    #[cfg(target_os = "linux")]
    ("quick", "Quick search", quick::measure),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [name, file] = arguments.as_slice()
        && name == qr::memory::ARGUMENT
    {
        return qr::memory::measure_itself(file);
    }
    let is_wanted =
        |name: &str| arguments.is_empty() || arguments.iter().any(|wanted| wanted == name);
    for (_, title, measure) in PARTS.iter().filter(|(name, ..)| is_wanted(name)) {
        table::title(title);
        measure();
    }
}
