//! Measures Keytick beside other programs and prints a table: `cargo xtask bench`.
//!
//! A program of its own and no benchmark framework, because most of what is measured is
//! whole processes and a window: runs of ours and theirs alternate, so that both meet the
//! same machine, and medians are shown. Nothing here passes or fails.

mod codes;
mod commands;
mod formats;
mod simulator;
mod table;
mod vault;
#[cfg(target_os = "linux")]
mod window;

fn main() {
    table::title("One code by the command line, whole process");
    commands::measure();
    table::title("SHA-1 codes a second, one core");
    codes::measure();
    table::title("Another program's file of 10,000 entries, without the key derivation");
    formats::measure();
    table::title("Vault, without the key derivation");
    vault::measure();
    table::title("The simulator, whole process");
    simulator::measure();
    #[cfg(target_os = "linux")]
    {
        table::title("The app in its window");
        window::measure();
    }
}
