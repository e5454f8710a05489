//! `cargo xtask bundle --check`: the .deb is installed, started and purged in a clean root, and
//! the .rpm is held against it. Needs root and some minutes; it is not part of `cargo xtask test`.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Stdio};

use super::clean_root::CleanRoot;
use super::rpm;
use crate::Result;
use crate::process::{built, command, find_program, output};

/// Programs that the check needs, by the packages of Debian that have them.
const NEEDED: [(&str, &str); 5] = [
    ("debootstrap", "debootstrap"),
    ("unshare", "util-linux"),
    ("rpm", "rpm"),
    ("Xvfb", "xvfb"),
    ("xdotool", "xdotool"),
];

/// A link as a site shows it, with the key of the standards' examples.
const LINK: &str = "otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/// What must be so right after the package was installed, with nothing beside it.
const INSTALLED: &[(&str, &str)] = &[
    (
        "the command answers",
        "keytick --version | grep '^keytick '",
    ),
    (
        "it makes a code",
        "printf 'otpauth://totp/a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ' | \
         keytick otp --at 59 - | grep 287082",
    ),
    (
        "a person makes a vault",
        "useradd --create-home person; cd /home/person; \
         printf 'a password of its own\\n' | \
         runuser -u person -- env HOME=/home/person keytick vault create --password-stdin; \
         sha256sum .local/share/keytick/vault.keytick >was",
    ),
    (
        "every library is there",
        "! ldd /usr/bin/keytick /usr/bin/keytick-desktop | grep 'not found'",
    ),
    (
        "manual pages and completions",
        "zcat /usr/share/man/man1/keytick.1.gz | grep '^.TH'; \
         grep '^.TH' /usr/share/man/man1/keytick-desktop.1; \
         bash -n /usr/share/bash-completion/completions/keytick",
    ),
];

/// What must be so once the desktop's own tools are there, too.
const INTEGRATED: &[(&str, &str)] = &[
    (
        "the entry is valid",
        "desktop-file-validate /usr/share/applications/Keytick.desktop",
    ),
    (
        "links for sign-in open in Keytick",
        "for scheme in otpauth otpauth-migration; do \
         xdg-mime query default x-scheme-handler/$scheme | grep -x Keytick.desktop; done",
    ),
    (
        "the metadata is valid",
        "appstreamcli validate --no-net /usr/share/metainfo/*eytick*.xml",
    ),
    (
        "the entry's icon is there in every size",
        "for size in 16x16 24x24 32x32 48x48 64x64 128x128 256x256 512x512; do \
         test -f /usr/share/icons/hicolor/$size/apps/keytick-desktop.png; done; \
         test -f /usr/share/icons/hicolor/scalable/apps/keytick-desktop.svg",
    ),
];

/// What must be so after the package was purged.
const PURGED: &[(&str, &str)] = &[
    (
        "nothing is left outside a person's own folder",
        "! find / -xdev \\( -path /proc -o -path /dev -o -path /home \\) -prune -o \
         -iname '*keytick*' -print | grep .",
    ),
    (
        "no link opens in it",
        "! grep -i keytick /usr/share/applications/mimeinfo.cache",
    ),
    (
        "the vault stays as it was",
        "cd /home/person; sha256sum --check --quiet was",
    ),
];

/// Checks what `cargo xtask bundle` made last.
pub fn run() -> Result {
    let lacking: Vec<_> = NEEDED
        .iter()
        .filter(|(program, _)| find_program(program).is_none())
        .map(|(_, package)| *package)
        .collect();
    if !lacking.is_empty() {
        return Err(format!("Type this first:\n  apt-get install {}", lacking.join(" ")).into());
    }
    if output(&mut command("id", &["-u"])).is_none_or(|id| id != "0") {
        return Err("A clean root can be made by root only.".into());
    }
    let (deb, rpm) = (made("deb")?, made("rpm")?);
    say("the .rpm", &rpm::check(&rpm, &deb)?);
    let root = CleanRoot::make()?;
    fs::copy(&deb, root.path("/tmp/package.deb"))?;
    install(&root, "/tmp/package.deb")?;
    fs::remove_file(root.path("/tmp/package.deb"))?;
    all(&root, INSTALLED)?;
    let screen = Screen::begin()?;
    screen.shows(&root, "keytick-desktop", "Keytick")?;
    screen.shows(&root, "keytick-desktop --quick", "Keytick quick search")?;
    install(&root, "desktop-file-utils xdg-utils appstream")?;
    all(&root, INTEGRATED)?;
    screen.shows(&root, &format!("xdg-open '{LINK}'"), "Keytick")?;
    root.ask("apt-get -q -y purge keytick")?;
    all(&root, PURGED)
}

/// The newest package of this kind.
fn made(kind: &str) -> Result<PathBuf> {
    let folder = built("release").join("bundle").join(kind);
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).into_iter().flatten() {
        let entry = entry?;
        if entry.path().extension().is_some_and(|it| it == kind) {
            found.push((entry.metadata()?.modified()?, entry.path()));
        }
    }
    found.sort();
    let newest = found.pop().map(|(_, path)| path);
    newest.ok_or_else(|| {
        format!("There is no .{kind}. Make it first:\n  cargo xtask bundle --bundles deb,rpm")
            .into()
    })
}

/// Installs without what is only recommended: what is needed has to be among what is depended on.
fn install(root: &CleanRoot, what: &str) -> Result {
    let install = "apt-get -q update && apt-get -q -y --no-install-recommends install";
    root.ask(&format!("{install} {what}"))?;
    say("installed", what);
    Ok(())
}

fn all(root: &CleanRoot, looks: &[(&str, &str)]) -> Result {
    for (what, script) in looks {
        let said = root.ask(script)?;
        say(what, said.lines().next().unwrap_or("yes"));
    }
    Ok(())
}

fn say(what: &str, how: &str) {
    println!("  {what}: {how}");
}

/// A process that ends with this value.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended by itself needs no end.
        let _ended = self.0.kill();
        let _ended = self.0.wait();
    }
}

/// A screen without a monitor. Its X server is outside: the root has none, and reaches it through
/// a socket that is in no folder.
struct Screen {
    _server: Running,
    display: String,
}

impl Screen {
    fn begin() -> Result<Self> {
        // It does not begin anew when a program ends: the next could come just then.
        let server = ["-displayfd", "1", "-ac", "-noreset", "-nolisten", "tcp"];
        let mut server = command("Xvfb", &server);
        server.args(["-screen", "0", "1280x800x24"]);
        let server = server.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Running(server.spawn()?);
        let told = server.0.stdout.take().ok_or("Xvfb has no output")?;
        let mut number = String::new();
        BufReader::new(told).read_line(&mut number)?;
        Ok(Self {
            _server: server,
            display: format!(":{}", number.trim()),
        })
    }

    /// What a person starts has a window with this title on view within a minute.
    fn shows(&self, root: &CleanRoot, started: &str, title: &str) -> Result {
        let script = format!(
            "exec runuser -u person -- env HOME=/home/person DISPLAY={} {started}",
            self.display
        );
        let mut start = root.script(&script);
        let start = start.stdin(Stdio::null()).stdout(Stdio::null());
        let _ends_with_this = Running(start.spawn()?);
        let search = [
            "60",
            "xdotool",
            "search",
            "--sync",
            "--onlyvisible",
            "--name",
        ];
        let mut search = command("timeout", &search);
        output(
            search
                .arg(format!("^{title}$"))
                .env("DISPLAY", &self.display),
        )
        .ok_or_else(|| format!("{started}: no window “{title}” within a minute"))?;
        say(started, &format!("the window “{title}” is on view"));
        Ok(())
    }
}
