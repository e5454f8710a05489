//! The command speaks the language of the system.

use crate::keytick::Keytick;

// On Windows and macOS the person's settings say it, and no variable.
#[cfg(not(any(windows, target_os = "macos")))]
fn said(locale: &str) -> String {
    let ran = Keytick::new()
        .env("LC_ALL", locale)
        .args(["list", "--vault", "/no/such/vault"])
        .run();
    ran.stderr_text().lines().next().unwrap().to_owned()
}

#[cfg(not(any(windows, target_os = "macos")))]
#[test]
fn sentences_are_in_the_systems_language_or_in_english() {
    for (locale, sentence) in [
        ("en_GB.UTF-8", "There is no vault at /no/such/vault."),
        ("de_AT.UTF-8", "Unter /no/such/vault gibt es keinen Tresor."),
        ("es", "No hay ninguna caja fuerte en /no/such/vault."),
        ("ar_EG.UTF-8", "لا توجد خزنة في /no/such/vault."),
        ("fr_FR.UTF-8", "There is no vault at /no/such/vault."),
        ("C", "There is no vault at /no/such/vault."),
    ] {
        assert_eq!(said(locale), sentence, "{locale}");
    }
}

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let answer = |locale: &str| {
        let link = "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP";
        let asked = Keytick::new().env("LC_ALL", locale);
        let asked = asked.args(["otp", link, "--at", "59", "--json"]);
        asked.run().succeeds().json()
    };
    assert_eq!(answer("de_DE.UTF-8"), answer("C"));
}
