//! A Debian of its own in a folder, with nothing in it but what every Debian has: the release
//! that this machine runs, from where this machine takes its packages.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::Result;
use crate::process::{command, output, run as run_command};

/// The folder; it goes with this value.
pub struct CleanRoot(PathBuf);

impl Drop for CleanRoot {
    fn drop(&mut self) {
        // Nothing is mounted in it: mounts are of the processes that ran in it. What cannot be
        // removed is left in the folder for temporary files.
        let _left = fs::remove_dir_all(&self.0);
    }
}

impl CleanRoot {
    /// Makes it with debootstrap, in some minutes. Needs root.
    pub fn make() -> Result<Self> {
        let sources = sources()?;
        let (mirror, release) = sources.first().ok_or(
            "This machine takes no packages from Debian, so there is no root to install in.",
        )?;
        let name = format!("keytick-clean-root-{}", std::process::id());
        let root = Self(std::env::temp_dir().join(name));
        let mut make = command("debootstrap", &["--variant=minbase", release]);
        run_command(make.arg(&root.0).arg(mirror))?;
        let lines = sources
            .iter()
            .map(|(mirror, release)| format!("deb {mirror} {release} main\n"));
        root.write("etc/apt/sources.list", &lines.collect::<String>())?;
        // How packages are reached from here: names, addresses, a proxy.
        for file in ["/etc/hosts", "/etc/resolv.conf"] {
            root.write(&file[1..], &fs::read_to_string(file).unwrap_or_default())?;
        }
        let proxies = output(&mut command("apt-config", &["dump", "Acquire"])).unwrap_or_default();
        let proxies = proxies.lines().filter(|line| line.contains("::Proxy "));
        let proxies: String = proxies.map(|line| format!("{line}\n")).collect();
        root.write("etc/apt/apt.conf.d/90proxy", &proxies)?;
        Ok(root)
    }

    /// A path in it, as seen from outside.
    pub fn path(&self, inside: &str) -> PathBuf {
        self.0.join(inside.trim_start_matches('/'))
    }

    fn write(&self, inside: &str, text: &str) -> Result {
        fs::write(self.path(inside), text)?;
        Ok(())
    }

    /// A shell script that runs in it as root, with processes and devices, until it ends or is
    /// killed: then everything that it started ends, too.
    pub fn script(&self, script: &str) -> Command {
        let enter = "mount -t proc proc \"$1/proc\" && mount --rbind /dev \"$1/dev\" && \
                     exec chroot \"$1\" /bin/sh -e -c \"$2\"";
        let alone = ["--mount", "--pid", "--fork", "--kill-child"];
        let mut command = command("unshare", &alone);
        command
            .args(["sh", "-c", enter, "sh"])
            .arg(&self.0)
            .arg(script);
        command.env_clear().envs([
            (
                "PATH",
                "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            ),
            ("DEBIAN_FRONTEND", "noninteractive"),
            ("LC_ALL", "C.UTF-8"),
        ]);
        command
    }

    /// What a script prints.
    ///
    /// # Errors
    /// Its output, if it fails.
    pub fn ask(&self, script: &str) -> Result<String> {
        let answer = self.script(script).output()?;
        let said = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
        if answer.status.success() {
            return Ok(said);
        }
        let complaint = String::from_utf8_lossy(&answer.stderr);
        Err(format!("$ {script}\n{said}\n{complaint}").into())
    }
}

/// Mirrors and releases of Debian that this machine takes packages from, its own release first.
fn sources() -> Result<Vec<(String, String)>> {
    let format = "$(ORIGIN) $(COMPONENT) $(REPO_URI) $(RELEASE)";
    let mut ask = command("apt-get", &["indextargets", "--format", format]);
    let told = output(ask.arg("Created-By: Packages"))
        .ok_or("apt-get does not say where this machine takes its packages from.")?;
    let lines = told
        .lines()
        .filter_map(|line| line.strip_prefix("Debian main "));
    let pair = |line: &str| {
        let (mirror, release) = line.split_once(' ')?;
        Some((mirror.to_owned(), release.to_owned()))
    };
    let mut sources: Vec<_> = lines.filter_map(pair).collect();
    // `bookworm` before `bookworm-updates` and `bookworm-security`.
    sources.sort_by_key(|(_, release)| release.len());
    sources.dedup();
    Ok(sources)
}
