//! What the program was started with, taken out of where every program on this computer can
//! read it for as long as this one runs (`/proc/PID/cmdline`).

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;

/// The numbers of two values in `/proc/self/stat` (proc_pid_stat(5)): where the arguments begin
/// and where they end.
const ARG_START: usize = 48;
const ARG_END: usize = 49;

/// Overwrites those arguments that are secret.
///
/// # Errors
/// Those of the system; the arguments then stay as they are.
pub fn wipe(is_secret: impl Fn(&str) -> bool) -> io::Result<()> {
    // A process that has locked itself up may not look into itself either.
    keytick_memory::while_readable(|| {
        let (start, end) = place()?;
        let memory = File::options()
            .read(true)
            .write(true)
            .open("/proc/self/mem")?;
        let length = usize::try_from(end.saturating_sub(start)).unwrap_or_default();
        let mut arguments = zeroize::Zeroizing::new(vec![0; length]);
        memory.read_exact_at(&mut arguments, start)?;
        let is_secret = |argument: &[u8]| std::str::from_utf8(argument).is_ok_and(&is_secret);
        for argument in arguments.split_mut(|byte| *byte == 0) {
            if is_secret(argument) {
                argument.fill(0);
            }
        }
        memory.write_all_at(&arguments, start)
    })
}

fn place() -> io::Result<(u64, u64)> {
    let stat = fs::read_to_string("/proc/self/stat")?;
    // The second value is the program's name, which may hold anything; the third comes after it.
    let values = stat.rsplit_once(") ").map(|(_, values)| values);
    let value = |number: usize| values?.split(' ').nth(number - 3)?.parse().ok();
    let place = value(ARG_START).zip(value(ARG_END));
    place.ok_or_else(|| io::ErrorKind::Unsupported.into())
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn a_secret_argument_cannot_be_read_any_more() {
        const AGAIN: &str = "KEYTICK_TEST_ARGUMENTS";
        if std::env::var_os(AGAIN).is_none() {
            let again = Command::new(std::env::current_exe().unwrap())
                .args([
                    "--exact",
                    "arguments::tests::a_secret_argument_cannot_be_read_any_more",
                ])
                .arg("otpauth://totp/a?secret=SENTINEL")
                .env(AGAIN, "1")
                .status();
            return assert!(again.unwrap().success());
        }
        let line = || fs::read_to_string("/proc/self/cmdline").unwrap();
        assert!(line().contains("SENTINEL"));
        wipe(|argument| argument.starts_with("otpauth:")).unwrap();
        assert!(line().contains("--exact") && !line().contains("otpauth"));
    }
}
