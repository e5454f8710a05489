//! Values that cannot be, and values that contradict each other.

use super::Notes;
use crate::profile::{
    ActivatesAt, Codes, CodesAck, CodesEntry, CodesKind, CommitAt, EnrollStep, Guard, Profile,
    Replay, Totp, Window,
};
use crate::world::alphabet;

pub(super) fn check(profile: &Profile, notes: &mut Notes) {
    site(profile, notes);
    totp(&profile.totp, notes);
    enroll(profile, notes);
    codes(&profile.codes, &profile.totp, notes);
    lockout(profile, notes);
    policy(profile, notes);
    email(profile, notes);
    users(profile, notes);
}

fn site(profile: &Profile, notes: &mut Notes) {
    let id = &profile.site.id;
    let plain = |character: char| character.is_ascii_lowercase() || character.is_ascii_digit();
    notes.error(
        id.is_empty() || id.len() > 40 || !id.chars().all(|c| plain(c) || c == '-'),
        "site.id",
        "use 1 to 40 lower case letters, digits and dashes",
    );
    notes.error(
        profile.site.name.is_empty(),
        "site.name",
        "a site needs a name",
    );
    let same = Some(profile.site.name.trim()) == profile.site.product.as_deref();
    notes.warning(
        same,
        "site.name",
        "the site is not the product: call it \"… style\"",
    );
    for (path, colour) in [
        ("look.accent", &profile.look.accent),
        ("look.accent_dark", &profile.look.accent_dark),
    ] {
        let hex = colour.strip_prefix('#').unwrap_or_default();
        let good = hex.len() == 6 && hex.chars().all(|c| c.is_ascii_hexdigit());
        notes.error(!good, path, "a colour is # and six hexadecimal digits");
    }
    notes.error(
        !matches!(profile.labels.enable_as.as_str(), "button" | "switch"),
        "labels.enable_as",
        "is button or switch",
    );
}

fn totp(totp: &Totp, notes: &mut Notes) {
    let Window(first, last) = totp.window;
    notes.error(
        !(1..=64).contains(&totp.secret_bytes),
        "totp.secret_bytes",
        "a key has 1 to 64 bytes",
    );
    notes.warning(
        totp.secret_bytes < 16,
        "totp.secret_bytes",
        "RFC 4226 section 4 asks for 16 bytes or more",
    );
    notes.error(
        !(4..=10).contains(&totp.digits),
        "totp.digits",
        "a code has 4 to 10 digits",
    );
    notes.error(
        !(1..=86_400).contains(&totp.period),
        "totp.period",
        "a code lasts 1 to 86400 seconds",
    );
    notes.error(
        first > last,
        "totp.window",
        "the first step comes before the last",
    );
    notes.error(
        first < -Window::FARTHEST || last > Window::FARTHEST,
        "totp.window",
        "100 steps to either side are the most",
    );
    notes.warning(
        first > 0 || last < 0,
        "totp.window",
        "the code of the current step is refused",
    );
    notes.warning(
        totp.replay == Replay::None,
        "totp.replay",
        "a code works twice, which RFC 6238 section 5.2 forbids",
    );
    notes.warning(
        !totp.params.contains(&crate::profile::Param::Secret),
        "totp.params",
        "the QR code holds no key",
    );
}

fn enroll(profile: &Profile, notes: &mut Notes) {
    let enroll = &profile.enroll;
    let position = |step| enroll.steps.iter().position(|known| *known == step);
    let (scan, verify) = (position(EnrollStep::Scan), position(EnrollStep::Verify));
    let ordered = scan.is_some() && verify.is_some() && scan < verify;
    notes.error(!ordered, "enroll.steps", "scan comes first, then verify");
    let has_codes = profile.codes.kind != CodesKind::None;
    notes.error(
        enroll.activates_at == ActivatesAt::Ack && !has_codes,
        "enroll.activates_at",
        "without codes there is nothing to acknowledge",
    );
    notes.error(
        enroll.activates_at == ActivatesAt::Ack && profile.codes.ack == CodesAck::None,
        "codes.ack",
        "activation waits for a button",
    );
    notes.warning(
        has_codes != position(EnrollStep::Codes).is_some(),
        "enroll.steps",
        "the step codes and codes.kind contradict each other",
    );
    notes.warning(
        position(EnrollStep::Apps).is_some() && profile.apps.is_empty(),
        "enroll.steps",
        "the step apps has no apps to show",
    );
}

fn codes(codes: &Codes, totp: &Totp, notes: &mut Notes) {
    if codes.kind == CodesKind::None {
        return;
    }
    let letters = alphabet(&codes.alphabet);
    notes.error(
        letters.len() < 2,
        "codes.alphabet",
        "give single characters and ranges, such as 0-9a-z",
    );
    notes.error(
        !(1..=64).contains(&codes.length),
        "codes.length",
        "a recovery code has 1 to 64 characters",
    );
    let one = matches!(codes.kind, CodesKind::Single | CodesKind::ResetToken);
    notes.error(
        one && codes.count != 1,
        "codes.count",
        "this kind is one code: set count = 1",
    );
    notes.error(
        !(1..=100).contains(&codes.count),
        "codes.count",
        "1 to 100 codes are given at once",
    );
    notes.error(
        codes.entry == CodesEntry::SameField && codes.length == usize::from(totp.digits),
        "codes.entry",
        "in the same field a recovery code needs another length than a code of the app",
    );
    notes.error(
        codes.commit_at == CommitAt::Ack && codes.ack == CodesAck::None,
        "codes.commit_at",
        "new codes would wait for a button that is not there",
    );
    let bits = (letters.len().max(1) as f64).log2() * codes.length as f64;
    notes.warning(
        bits < 20.0,
        "codes.length",
        "fewer than 20 bits are guessed easily",
    );
    notes.warning(
        !codes.on_use.consume,
        "codes.on_use",
        "a recovery code works for ever",
    );
}

fn lockout(profile: &Profile, notes: &mut Notes) {
    let factor = profile.lockout.factor.as_ref();
    let password = profile.lockout.password.as_ref();
    notes.error(
        factor.is_some_and(|lock| lock.max == 0 || lock.window_s == 0),
        "lockout.factor",
        "max and window_s are 1 or more",
    );
    notes.error(
        password.is_some_and(|lock| lock.max == 0 || lock.window_s == 0),
        "lockout.password",
        "max and window_s are 1 or more",
    );
    notes.error(
        factor.is_some_and(|lock| lock.doubling && lock.hold_s == 0),
        "lockout.factor",
        "doubling needs hold_s",
    );
    notes.warning(
        factor.is_none(),
        "lockout",
        "wrong codes never lock (RFC 4226 section 7.3)",
    );
}

fn policy(profile: &Profile, notes: &mut Notes) {
    let recovery = &profile.recovery;
    notes.error(
        recovery.support_link.is_some() != recovery.approve_role.is_some(),
        "recovery",
        "support_link and approve_role come together",
    );
    notes.warning(
        profile.disable.requires == Guard::CodeOrBackup && profile.codes.kind == CodesKind::None,
        "disable.requires",
        "there are no recovery codes",
    );
    notes.warning(
        profile.disable.blocked_when_enforced && profile.enforce.is_none(),
        "disable.blocked_when_enforced",
        "nothing is ever required here",
    );
    notes.warning(
        recovery.admin_reset.is_some()
            && recovery.admin_role.is_none()
            && profile.monitor.is_none(),
        "recovery.admin_reset",
        "nobody sees the button: there is no [monitor] page",
    );
}

fn email(profile: &Profile, notes: &mut Notes) {
    let Some(email) = &profile.email_otp else {
        return;
    };
    let places = email.display.matches('#').count();
    notes.error(
        !(4..=10).contains(&email.digits),
        "email_otp.digits",
        "a code has 4 to 10 digits",
    );
    notes.error(
        places != usize::from(email.digits),
        "email_otp.display",
        "has one # for each digit",
    );
}

fn users(profile: &Profile, notes: &mut Notes) {
    notes.error(profile.users.len() > 100, "user", "100 people are the most");
    let mut names: Vec<&str> = profile
        .users
        .iter()
        .map(|user| user.name.as_str())
        .collect();
    names.sort_unstable();
    let twice = names.windows(2).any(|pair| pair[0] == pair[1]);
    notes.error(twice, "user", "two people have one name");
    notes.error(names.contains(&""), "user", "somebody has no name");
    let bad_key = profile.users.iter().any(|user| {
        let secret = user.secret.as_deref();
        secret.is_some_and(|secret| keytick_otp::Secret::from_base32(secret).is_err())
    });
    notes.error(bad_key, "user", "somebody's secret is not base32");
    notes.warning(
        profile.users.is_empty(),
        "user",
        "a new world is empty; people can only sign up",
    );
    let missing = |role: &str| !profile.users.iter().any(|user| user.role == role);
    for (path, role) in [
        (
            "enforce.role",
            profile.enforce.as_ref().map(|enforce| &enforce.role),
        ),
        (
            "monitor.role",
            profile.monitor.as_ref().map(|monitor| &monitor.role),
        ),
        (
            "feature.role",
            profile.feature.as_ref().map(|feature| &feature.role),
        ),
        (
            "recovery.approve_role",
            profile.recovery.approve_role.as_ref(),
        ),
    ] {
        let nobody = role.is_some_and(|role| missing(role)) && !profile.users.is_empty();
        notes.warning(nobody, path, "nobody in the cast has this role");
    }
}
