//! The words on a site's pages. What a profile leaves out has the words written here.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A table of words: each key with what it is for and its default.
macro_rules! words {
    ($(#[$about:meta])* $table:ident { $($(#[$doc:meta])* $key:ident: $default:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields, default)]
        pub struct $table { $($(#[$doc])* pub $key: String,)* }

        impl Default for $table {
            fn default() -> Self {
                Self { $($key: $default.to_owned(),)* }
            }
        }
    };
}

words! {
    /// The words on buttons, links and headings.
    Labels {
        /// The heading of the login page.
        login: "Log in",
        /// The field of what a person logs in with.
        identifier: "E-mail",
        /// The field of the password.
        password: "Password",
        /// The button of the login page.
        login_button: "Log in",
        /// The button or link that logs out.
        logout: "Log out",
        /// The link to making an account.
        signup: "Create an account",
        /// The heading of the part about two-step sign-in, and of the page that sets it up.
        two_factor: "Two-factor authentication",
        /// The button or switch that begins the set-up.
        enable: "Enable",
        /// How `enable` is drawn: `button` or `switch`.
        enable_as: "button",
        /// What stands on the security page while it is off.
        state_off: "Two-factor authentication is off.",
        /// What stands on the security page while it is on.
        state_on: "Two-factor authentication is on.",
        /// The button that sets up a new device while it is on.
        reenroll: "Change",
        /// The heading over the list of apps.
        apps: "Get an authenticator app",
        /// What to do with the QR code.
        scan: "Scan the QR code with your authenticator app.",
        /// What leads to the key that is typed by hand.
        manual_intro: "Can't scan the QR code?",
        /// The link or heading of the key that is typed by hand.
        manual: "Enter the key by hand",
        /// The field of the first code.
        verify_field: "Code from your app",
        /// The button that sends the first code.
        verify: "Verify",
        /// The button that makes a new key when the first has expired.
        restart: "Regenerate",
        /// The button that leaves the set-up.
        cancel: "Cancel",
        /// The button that goes one step back.
        back: "Back",
        /// The heading over new recovery codes.
        codes: "Recovery codes",
        /// Why they should be kept.
        codes_intro: "Save these codes. Each one works once, and lets you in without your device.",
        /// The button that downloads them.
        download: "Download",
        /// The button that says that they are kept.
        ack: "Done",
        /// How many are left; `{count}` is filled in.
        remaining: "{count} codes remaining",
        /// The button that makes new ones.
        regenerate: "Regenerate codes",
        /// The heading of the second step.
        challenge: "Two-factor authentication",
        /// What the second step asks for; `{issuer}` is filled in.
        challenge_intro: "Enter the code from your authenticator app.",
        /// The button of the second step.
        challenge_button: "Verify",
        /// The tick that spares this device the second step.
        remember: "Remember this device",
        /// The link to the recovery code.
        use_backup: "Use a recovery code",
        /// The heading of the page for the recovery code.
        backup: "Recovery code",
        /// The field of the recovery code.
        backup_field: "Recovery code",
        /// The button of that page.
        backup_button: "Verify",
        /// The link back to the app's code.
        use_totp: "Use your authenticator app",
        /// What the second step by mail asks for; `{email}` is filled in.
        email_intro: "Enter the code that was sent to {email}.",
        /// The field of the code from the mail.
        email_field: "Code from the mail",
        /// The button that sends another mail.
        email_resend: "Resend code",
        /// The switch of codes by e-mail.
        email_switch: "Two-factor authentication by e-mail",
        /// The question before it is turned off.
        disable_confirm: "Turn off two-factor authentication?",
        /// The field of the password or code that turning it off takes.
        disable_field: "Password or code",
        /// The button under a prompt to set it up that leaves the site.
        forced_cancel: "Cancel",
        /// What a shield or badge means in words, for somebody who has it on.
        on_text: "Two-factor authentication is on",
        /// The same for somebody who has it off.
        off_text: "Two-factor authentication is off",
        /// The heading of the page where support decides.
        cases: "Support cases",
        /// The button with which support confirms who somebody is.
        approve: "Confirm ownership",
        /// The button with which support does not.
        refuse: "Refuse",
    }
}

words! {
    /// The sentences of refusals and warnings. `{name}`s are filled in where they are named.
    Errors {
        /// A wrong user name or password.
        password: "The name or the password is wrong.",
        /// A wrong code of the app.
        totp: "The code is wrong.",
        /// A code that was used before.
        replayed: "This code was used already. Wait for the next one.",
        /// A wrong recovery code.
        backup: "The recovery code is wrong.",
        /// A recovery code that was used before, where the site says so.
        backup_used: "This recovery code was used already.",
        /// A wrong code of a mail.
        email: "The code is wrong.",
        /// A code of a mail that is too old.
        email_expired: "This code has expired. Ask for a new one.",
        /// Too many wrong codes of a mail.
        email_max: "Too many wrong codes. We sent you a new one.",
        /// Another mail too soon; `{seconds}` is filled in.
        email_cooldown: "Wait {seconds} seconds before you ask for another code.",
        /// A mail that could not be sent.
        email_not_sent: "The mail with your code could not be delivered.",
        /// Too many wrong tries.
        locked: "Too many tries. Wait and try again.",
        /// Too many wrong passwords.
        password_locked: "Too many tries. Wait and try again.",
        /// The second step came too late.
        challenge_expired: "This took too long. Log in again.",
        /// The first code came too late.
        enroll_expired: "This key has expired. Start again.",
        /// There is nothing to verify.
        enroll_missing: "The set-up has not been started.",
        /// The first code has not been right yet.
        enroll_unverified: "Verify the code first.",
        /// It is on already and cannot be set up again.
        enroll_on: "Turn two-factor authentication off before you set it up again.",
        /// Recovery codes have not been downloaded.
        ack_download: "Download your recovery codes first.",
        /// The address must be verified first.
        unverified_email: "Verify your e-mail address first.",
        /// The feature is off.
        feature_off: "Two-factor authentication is turned off for this site.",
        /// It may not be turned off.
        disable_enforced: "Two-factor authentication is required and cannot be turned off.",
        /// It must be confirmed first.
        confirm: "Confirm first.",
        /// The password or code that an action takes is wrong.
        proof: "The password or the code is wrong.",
        /// An action asks for a second step again.
        step_up: "Confirm that it is you.",
        /// Somebody lacks the role.
        forbidden: "You may not do this.",
        /// Setting up is required first.
        required: "Set up two-factor authentication first.",
        /// Somebody is not logged in.
        not_logged_in: "Log in first.",
        /// Nobody has this name.
        unknown_user: "There is no such user.",
        /// A name or address that is in use.
        taken: "This name is taken.",
        /// A name, address or password that cannot be.
        invalid: "Check what you entered.",
        /// Signing up is closed.
        signup_closed: "Accounts are made by an administrator.",
        /// A link that is too old or was used.
        stale_link: "This link has expired.",
        /// Few recovery codes are left; `{count}` is filled in.
        codes_low: "Only {count} recovery codes are left. Make new ones.",
        /// No recovery code is left.
        codes_exhausted: "That was your last recovery code. Make new ones.",
        /// Two-step sign-in was turned off by a recovery code.
        factor_disabled: "Two-factor authentication is off now. Enable it again.",
        /// Two-step sign-in will be required; `{seconds}` is filled in.
        grace: "Two-factor authentication will be required in {seconds} seconds.",
    }
}
