//! Starting the system's own programs, which open an address or a page of its settings, and
//! asking one for an answer.

use std::io::{self, Read};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// The variables that make this process wipe what it frees. They are of no use to other
/// programs, which they would only slow down.
///
/// The last one is for glibc's cache of small pieces: what is freed into it is not wiped.
pub const WIPED: [(&str, &str); 3] = [
    ("Malloc", "1"),
    ("MALLOC_PERTURB_", "255"),
    ("GLIBC_TUNABLES", "glibc.malloc.tcache_count=0"),
];

/// Starts a program that goes on by itself. What it says later, nobody waits for; but it is not
/// left behind.
///
/// # Errors
/// Those of a system that does not start it.
pub fn start(command: &mut Command) -> io::Result<()> {
    let mut started = spawn(command)?;
    thread::spawn(move || started.wait());
    Ok(())
}

/// What a program prints until it ends; none if it cannot be started, or takes longer than
/// `patience`.
pub fn answer(command: &mut Command, patience: Duration) -> Option<String> {
    let mut started = spawn(command.stdout(Stdio::piped()).stderr(Stdio::null())).ok()?;
    let mut pipe = started.stdout.take()?;
    let (say, said) = mpsc::channel();
    thread::spawn(move || {
        let mut answer = String::new();
        let read = pipe.read_to_string(&mut answer);
        say.send(read.ok().map(|_| answer))
    });
    let answer = said.recv_timeout(patience).ok().flatten();
    if answer.is_none() {
        // It may have ended by itself in this very moment.
        let _ended = started.kill();
    }
    thread::spawn(move || started.wait());
    answer
}

fn spawn(command: &mut Command) -> io::Result<Child> {
    for (name, _) in WIPED {
        command.env_remove(name);
    }
    command.stdin(Stdio::null()).spawn()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_waited_for_and_silence_is_not() {
        let answer = |program: &str, argument, patience| {
            answer(
                Command::new(program).arg(argument),
                Duration::from_secs(patience),
            )
        };
        assert_eq!(answer("echo", "42", 30).as_deref(), Some("42\n"));
        assert_eq!(answer("sleep", "600", 0), None);
        assert_eq!(answer("keytick-no-such-program", "", 30), None);
    }
}
