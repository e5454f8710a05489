//! The program `keytick`; everything is in the library beside it.

use std::process::ExitCode;

fn main() -> ExitCode {
    keytick_cli::main()
}
