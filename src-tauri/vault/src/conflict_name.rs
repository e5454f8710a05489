//! The names that programs which sync folders give to a file that was changed on two
//! computers. Only names that such a program makes and hardly a person: a copy with any other
//! name may be somebody's own, kept on purpose.

use std::ffi::OsStr;
use std::path::Path;

/// What stands between a vault's name and its extension, for each kind of program.
const BEFORE_EXTENSION: [fn(&str) -> bool; 6] = [
    is_syncthing,
    is_bracketed,
    is_owncloud,
    is_synology,
    is_dotted,
    is_windows_computer,
];

/// What stands after the whole name.
const AFTER_NAME: [fn(&str) -> bool; 3] = [is_dotted, is_bisync_path, is_recovery];

/// Whether `name` is one that a sync program gives to a conflict copy of `vault`, or that
/// Keytick gives to a finished save that could not take its place.
pub(crate) fn is_conflict_name(vault: &Path, name: &OsStr) -> bool {
    let text = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (own, stem) = (text(vault.file_name()), text(vault.file_stem()));
    let extension = own.strip_prefix(&stem).unwrap_or_default();
    let name = name.to_string_lossy();
    let is_one = |mark: &str, kinds: &[fn(&str) -> bool]| kinds.iter().any(|it| it(mark));
    let before = strip_prefix(&name, &stem).and_then(|rest| strip_suffix(rest, extension));
    before.is_some_and(|mark| is_one(mark, &BEFORE_EXTENSION))
        || strip_prefix(&name, &own).is_some_and(|mark| is_one(mark, &AFTER_NAME))
}

/// Syncthing: `.sync-conflict-20261122-144400-K5DJXQB`, older ones without the device.
fn is_syncthing(mark: &str) -> bool {
    let Some(rest) = strip_prefix(mark, ".sync-conflict-") else {
        return false;
    };
    let parts: Vec<&str> = rest.split('-').collect();
    match parts[..] {
        [date, time] => is_time(date, time),
        [date, time, device] => is_time(date, time) && is_upper(device, 7),
        _ => false,
    }
}

/// Dropbox, Nextcloud, Seafile, pCloud, Tresorit, Unison: a remark in brackets that has the word
/// conflict, in the language of the computer.
fn is_bracketed(mark: &str) -> bool {
    let inside = |from, to| mark.strip_prefix(from)?.strip_suffix(to);
    let remark = inside(" (", ")").or_else(|| inside(" [", "]"));
    remark.is_some_and(|remark| {
        let remark = remark.to_lowercase();
        ["confli", "konflikt"]
            .iter()
            .any(|word| remark.contains(word))
    })
}

/// ownCloud and older Nextcloud: `_conflict-20261122-144400`.
fn is_owncloud(mark: &str) -> bool {
    let time = strip_prefix(mark, "_conflict-").and_then(|rest| rest.split_once('-'));
    time.is_some_and(|(date, time)| is_time(date, time))
}

/// Synology Drive: `_laptop_Nov-22-144400-2026_Conflict`.
fn is_synology(mark: &str) -> bool {
    let rest = mark
        .strip_prefix('_')
        .and_then(|rest| strip_suffix(rest, "_conflict"));
    let mut parts = rest.unwrap_or_default().rsplit('-');
    let mut next_is = |count| parts.next().is_some_and(|part| is_digits(part, count));
    next_is(4) && next_is(6) && next_is(2)
}

/// rclone bisync: `.conflict1`. Resilio Sync: `.Conflict`.
fn is_dotted(mark: &str) -> bool {
    strip_prefix(mark, ".conflict").is_some_and(|number| is_digits(number, number.len()))
}

/// OneDrive adds the computer's name. Only names that Windows itself gives to a computer are
/// certain, `-DESKTOP-7Q2K1AB` and `-LAPTOP-0A1B2C3D`; `-2` follows where that is taken.
fn is_windows_computer(mark: &str) -> bool {
    let is_name = |prefix, count| {
        let rest = mark.strip_prefix(prefix).unwrap_or_default();
        let (name, number) = rest.split_once('-').unwrap_or((rest, ""));
        is_upper(name, count) && is_digits(number, number.len())
    };
    is_name("-DESKTOP-", 7) || is_name("-LAPTOP-", 8)
}

/// rclone bisync as it was set up before: `..path1`, `..path2`.
fn is_bisync_path(mark: &str) -> bool {
    mark == "..path1" || mark == "..path2"
}

/// Keytick itself: `.recovery-` and a generation.
fn is_recovery(mark: &str) -> bool {
    let generation = mark.strip_prefix(".recovery-");
    generation.is_some_and(|it| !it.is_empty() && is_digits(it, it.len()))
}

fn is_time(date: &str, time: &str) -> bool {
    is_digits(date, 8) && is_digits(time, 6)
}

fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|it| it.is_ascii_digit())
}

fn is_upper(text: &str, count: usize) -> bool {
    let is_one = |it: u8| it.is_ascii_digit() || it.is_ascii_uppercase();
    text.len() == count && text.bytes().all(is_one)
}

/// Like that of `str`, but upper and lower case of ASCII are the same, as on most computers.
fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

fn strip_suffix<'a>(text: &'a str, suffix: &str) -> Option<&'a str> {
    let (rest, end) = text.split_at_checked(text.len().checked_sub(suffix.len())?)?;
    end.eq_ignore_ascii_case(suffix).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_this_vault() {
        let is_one = |vault: &str, name: &str| is_conflict_name(Path::new(vault), OsStr::new(name));
        let copy = "vault.sync-conflict-20261122-144400-K5DJXQB.keytick";
        assert!(is_one("/x/vault.keytick", copy));
        assert!(!is_one("/x/other.keytick", copy));
        assert!(is_one("/x/codes", "codes (conflicted copy)"));
        assert!(is_one(
            "/x/Schlüssel.keytick",
            "Schlüssel (Konflikt).keytick"
        ));
        assert!(!is_one("/x/Schlüssel.keytick", "Schl"));
        for own in ["", ".lock", ".tmp-00", ".usage", ".damaged-7", ".recovery-"] {
            let name = format!("vault.keytick{own}");
            assert!(!is_one("/x/vault.keytick", &name), "{name}");
        }
    }
}
