//! Measures Keytick beside other programs and prints a table: `cargo xtask bench`.
//!
//! A program of its own and no benchmark framework, because most of what is measured is
//! whole processes and a window: runs of ours and theirs alternate, so that both meet the
//! same machine, and medians are shown. Nothing here passes or fails.

mod codes;
mod commands;
mod formats;
#[cfg(target_os = "linux")]
mod idle;
#[cfg(target_os = "linux")]
mod memory;
mod parts;
mod qr;
#[cfg(target_os = "linux")]
mod quick;
#[cfg(target_os = "linux")]
mod running;
mod simulator;
#[cfg(target_os = "linux")]
mod start;
mod table;
#[cfg(target_os = "linux")]
mod typing;
mod vault;

use parts::PARTS;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [name, file] = arguments.as_slice()
        && name == qr::memory::ARGUMENT
    {
        return qr::memory::measure_itself(file);
    }
    let is_wanted =
        |name: &str| arguments.is_empty() || arguments.iter().any(|wanted| wanted == name);
    for (name, _, title) in PARTS.iter().filter(|(name, ..)| is_wanted(name)) {
        table::title(title);
        measure(name);
    }
}

fn measure(part: &str) {
    match part {
        "commands" => commands::measure(),
        "codes" => codes::measure(),
        "formats" => formats::measure(),
        "vault" => vault::measure(),
        "simulator" => simulator::measure(),
        "qr" => qr::measure(),
        #[cfg(target_os = "linux")]
        "start" => start::measure(),
        #[cfg(target_os = "linux")]
        "typing" => typing::measure(),
        #[cfg(target_os = "linux")]
        "quick" => quick::measure(),
        #[cfg(target_os = "linux")]
        "idle" => idle::measure(),
        #[cfg(target_os = "linux")]
        "memory" => memory::measure(),
        _ => table::row(part, "not run", "not on this system"),
    }
}
