//! The system's file dialogs, which another process may show: a desktop portal. It finds out who
//! asks by reading `/proc/PID/root`, which it may not of a process that nobody can look into.

/// Runs `ask`, which shows a dialog and waits for the answer. Where a portal shows it, other
/// programs of the same person can look into this one until the answer is there; everywhere
/// else nothing changes.
pub fn asking<T>(ask: impl FnOnce() -> T) -> T {
    match shows_dialogs(|name| std::env::var(name).ok(), in_flatpak()) {
        true => keytick_memory::while_readable(ask),
        false => ask(),
    }
}

/// Whether GTK leaves dialogs to the portal.
/// <https://docs.gtk.org/gtk3/class.FileChooserNative.html#portal-details>
fn shows_dialogs(variable: impl Fn(&str) -> Option<String>, in_flatpak: bool) -> bool {
    let asked_for = variable("GTK_USE_PORTAL").is_some_and(|value| value.starts_with('1'));
    asked_for || in_flatpak || variable("SNAP").is_some()
}

fn in_flatpak() -> bool {
    cfg!(target_os = "linux") && std::path::Path::new("/.flatpak-info").exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_portal_shows_the_dialogs_where_gtk_leaves_them_to_it() {
        let shows = |set: &[(&str, &str)], in_flatpak| {
            let variable = |name: &str| {
                let mut found = set.iter().filter(|(it, _)| *it == name);
                found.next().map(|(_, value)| (*value).to_owned())
            };
            shows_dialogs(variable, in_flatpak)
        };
        assert!(!shows(&[], false));
        assert!(!shows(&[("GTK_USE_PORTAL", "0")], false));
        assert!(shows(&[("GTK_USE_PORTAL", "1")], false));
        assert!(shows(&[("SNAP", "/snap/keytick/1")], false));
        assert!(shows(&[], true));
    }
}
