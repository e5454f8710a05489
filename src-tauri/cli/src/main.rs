//! The program `keytick`; everything is in the library beside it.

use std::process::ExitCode;

use keytick_memory::ZeroAlloc;

/// What is given back is wiped: secrets pass through JSON and texts of other libraries.
#[global_allocator]
static ALLOCATOR: ZeroAlloc<std::alloc::System> = ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    keytick_memory::harden();
    keytick_cli::main()
}
