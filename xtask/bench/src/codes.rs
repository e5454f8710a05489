//! Codes a second: Keytick's library, totp-rs, pyotp.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use keytick_otp::KeyUri;
use totp_rs::Builder;

use crate::table::row;

const KEY: &[u8] = b"12345678901234567890";
const KEY_BASE32: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const FOR: Duration = Duration::from_secs(2);
const ROUNDS: usize = 3;

/// Runs each in turn, some rounds, and prints the best.
pub fn measure() {
    let uri = format!("otpauth://totp/a?secret={KEY_BASE32}");
    let Ok(ours) = KeyUri::parse(&uri) else {
        row("keytick-otp", "not run", "its own link is refused");
        return;
    };
    let theirs = Builder::new().with_secret(KEY).build_noncompliant();
    let mut best = [0.0_f64; 2];
    for _ in 0..ROUNDS {
        best[0] = best[0].max(per_second(|now| {
            drop(std::hint::black_box(ours.key.code_at(now)))
        }));
        best[1] = best[1].max(per_second(|now| {
            drop(std::hint::black_box(theirs.generate(now)))
        }));
    }
    row("keytick-otp", &millions(best[0]), "");
    row("totp-rs", &millions(best[1]), "");
    match pyotp() {
        Some(codes) => row("pyotp", &millions(codes), ""),
        None => row(
            "pyotp",
            "not run",
            "python3 has no pyotp and pip could not bring it",
        ),
    }
}

fn millions(codes: f64) -> String {
    format!("{:.3} M/s", codes / 1e6)
}

/// Calls it with the start of one time step after the other.
fn per_second(mut code: impl FnMut(u64)) -> f64 {
    const BATCH: u64 = 1000;
    let began = Instant::now();
    let mut made = 0;
    while began.elapsed() < FOR {
        for step in made..made + BATCH {
            code(step * 30);
        }
        made += BATCH;
    }
    made as f64 / began.elapsed().as_secs_f64()
}

/// pyotp in a Python environment of its own, which vanishes again.
fn pyotp() -> Option<f64> {
    const SCRIPT: &str = "
import sys, time, pyotp
totp, made, began = pyotp.TOTP(sys.argv[1]), 0, time.perf_counter()
while time.perf_counter() - began < 2:
    for step in range(made, made + 1000): totp.at(step * 30)
    made += 1000
print(made / (time.perf_counter() - began))";
    let folder = tempfile::tempdir().ok()?;
    let python = folder.path().join("bin/python3");
    let run = |program: &std::path::Path, arguments: &[&str]| {
        let output = Command::new(program)
            .args(arguments)
            .stderr(Stdio::null())
            .output()
            .ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    run("python3".as_ref(), &["-m", "venv", folder.path().to_str()?])?;
    run(&python, &["-m", "pip", "install", "--quiet", "pyotp"])?;
    run(&python, &["-c", SCRIPT, KEY_BASE32])?.parse().ok()
}
