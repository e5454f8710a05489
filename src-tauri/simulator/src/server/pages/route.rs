//! Which page stands where, who may see it, and what its forms do. Data: adding a form is
//! adding a line.

use crate::world::{Access, Deed, Go, Origin, Proof};

use super::super::form::Form;

/// A page of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Page {
    Home,
    Login,
    SignUp,
    VerifyEmail,
    Challenge,
    Backup,
    Email,
    Recover,
    CaseOpened,
    Security,
    Enroll,
    Codes,
    Disable,
    Account,
    Prompt,
    Policy,
    Users,
    Cases,
}

/// Which of two linked sites has a page. A single site has them all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Identity,
    Product,
    Both,
}

impl Side {
    /// Whether a site that is `origin` has the page.
    pub(crate) fn is_at(self, origin: Origin) -> bool {
        match origin {
            Origin::Site => true,
            Origin::Identity => self != Self::Product,
            Origin::Product => self != Self::Identity,
        }
    }
}

use Page as P;

/// Every page: its path in the world, what it takes to be seen, which linked site has it.
pub(crate) const PAGES: &[(Page, &str, Access, Side)] = &[
    (P::Home, "/", Access::Full, Side::Both),
    (P::Login, "/login", Access::Anyone, Side::Both),
    (P::SignUp, "/signup", Access::Anyone, Side::Identity),
    (
        P::VerifyEmail,
        "/verify-email",
        Access::Anyone,
        Side::Identity,
    ),
    (
        P::Challenge,
        "/login/challenge",
        Access::Challenge,
        Side::Identity,
    ),
    (
        P::Backup,
        "/login/challenge/backup",
        Access::Challenge,
        Side::Identity,
    ),
    (
        P::Email,
        "/login/challenge/email",
        Access::Challenge,
        Side::Identity,
    ),
    (
        P::Recover,
        "/login/challenge/recover",
        Access::Challenge,
        Side::Identity,
    ),
    (P::CaseOpened, "/login/case", Access::Anyone, Side::Identity),
    (
        P::Security,
        "/settings/security",
        Access::Setup,
        Side::Identity,
    ),
    (
        P::Enroll,
        "/settings/security/enroll",
        Access::Setup,
        Side::Identity,
    ),
    (
        P::Codes,
        "/settings/security/codes",
        Access::Setup,
        Side::Identity,
    ),
    (
        P::Disable,
        "/settings/security/disable",
        Access::Setup,
        Side::Identity,
    ),
    (
        P::Account,
        "/settings/account",
        Access::Full,
        Side::Identity,
    ),
    (P::Prompt, "/prompt", Access::Setup, Side::Both),
    (P::Policy, "/admin/policy", Access::Policy, Side::Product),
    (P::Users, "/admin/users", Access::People, Side::Product),
    (P::Cases, "/support/cases", Access::Cases, Side::Identity),
];

impl Page {
    fn line(self) -> &'static (Page, &'static str, Access, Side) {
        PAGES
            .iter()
            .find(|(page, ..)| *page == self)
            .expect("every page has a line")
    }

    /// Its path in the world.
    pub(crate) fn path(self) -> &'static str {
        self.line().1
    }

    /// What it takes to be seen.
    pub(crate) fn access(self) -> Access {
        self.line().2
    }

    /// Which linked site has it.
    pub(crate) fn side(self) -> Side {
        self.line().3
    }

    /// The page that a step leads to from `here`.
    pub(crate) fn after(go: Go, here: Self) -> Self {
        match go {
            Go::Stay => here,
            Go::Login | Go::IdentityLogin => P::Login,
            Go::Challenge => P::Challenge,
            Go::Home | Go::Product => P::Home,
            Go::Security => P::Security,
            Go::Prompt => P::Prompt,
            Go::Enroll => P::Enroll,
            Go::Codes => P::Codes,
            Go::Policy => P::Policy,
            Go::Team => P::Users,
            Go::Cases => P::Cases,
            Go::CaseOpened => P::CaseOpened,
        }
    }
}

/// A form of somebody who has a session: where it is sent to, the page it stands on, what it
/// takes, and what it does.
pub(crate) struct DeedForm {
    pub path: &'static str,
    pub page: Page,
    pub access: Access,
    pub deed: fn(&Form) -> Deed,
}

macro_rules! forms {
    ($($path:literal, $page:ident, $access:ident: $deed:expr;)*) => {
        &[$(DeedForm { path: $path, page: P::$page, access: Access::$access, deed: $deed },)*]
    };
}

/// Every form of somebody who has a session.
#[rustfmt::skip]
pub(crate) const FORMS: &[DeedForm] = forms! {
    "/logout", Home, Anyone: |_| Deed::Logout;
    "/login/challenge", Challenge, Challenge: |form| Deed::Code { code: form.text("code").into(), remember: form.ticked("remember") };
    "/login/challenge/backup", Backup, Challenge: |form| Deed::Backup { code: form.text("code").into() };
    "/login/challenge/email", Challenge, Challenge: |_| Deed::ResendEmail;
    "/login/challenge/recover", Recover, Challenge: |form| Deed::OpenCase { message: form.text("message").to_owned() };
    "/settings/security/enroll", Security, Setup: |form| Deed::StartEnroll { password: form.filled("password").map(Into::into) };
    "/settings/security/enroll/key", Enroll, Setup: |_| Deed::RevealKey;
    "/settings/security/enroll/verify", Enroll, Setup: |form| Deed::VerifyEnroll { code: form.text("code").into() };
    "/settings/security/enroll/back", Codes, Setup: |_| Deed::BackToScan;
    "/settings/security/enroll/cancel", Enroll, Setup: |_| Deed::CancelEnroll;
    "/settings/security/codes/ack", Codes, Setup: |_| Deed::AckCodes;
    "/settings/security/codes/cancel", Codes, Setup: |_| Deed::CancelCodes;
    "/settings/security/codes/regenerate", Security, Setup: |form| Deed::RegenerateCodes { proof: proof(form) };
    "/settings/security/disable", Disable, Setup: |form| Deed::Disable { proof: proof(form) };
    "/settings/security/email", Security, Setup: |form| Deed::SetEmailOtp { on: form.text("on") == "yes", proof: proof(form) };
    "/settings/security/resend", Security, Setup: |_| Deed::ResendEmail;
    "/settings/account/password", Account, Full: |form| Deed::ChangePassword { new: form.text("new-password").into(), proof: proof(form) };
    "/settings/account/email", Account, Full: |form| Deed::ChangeEmail { email: form.text("email").to_owned(), proof: proof(form) };
    "/settings/account/verification", Account, Full: |_| Deed::SendVerification;
    "/prompt/leave", Prompt, Setup: |_| Deed::LeavePrompt;
    "/product", Home, Full: |_| Deed::ToProduct;
    "/admin/policy", Policy, Policy: |form| Deed::SetRequired { on: form.ticked("required"), roles: form.all("role"), proof: proof(form) };
    "/admin/feature", Policy, Policy: |form| Deed::SetFeature { on: form.ticked("available") };
    "/admin/users/reset", Users, People: |form| Deed::ResetFactor { user: form.text("user").to_owned() };
    "/support/cases/approve", Cases, Cases: |form| decide(form, true);
    "/support/cases/refuse", Cases, Cases: |form| decide(form, false);
};

fn proof(form: &Form) -> Proof {
    Proof {
        confirmed: form.ticked("confirmed"),
        text: form.filled("proof").map(Into::into),
    }
}

fn decide(form: &Form, approve: bool) -> Deed {
    Deed::DecideCase {
        case: form.text("case").parse().unwrap_or_default(),
        approve,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_one_line_and_every_path_one_page() {
        for (at, (page, path, ..)) in PAGES.iter().enumerate() {
            assert_eq!(page.line().1, *path);
            assert!(
                PAGES[..at].iter().all(|(_, other, ..)| other != path),
                "{path}"
            );
        }
    }

    #[test]
    fn every_form_has_a_path_of_its_own() {
        for (at, form) in FORMS.iter().enumerate() {
            assert!(
                FORMS[..at].iter().all(|other| other.path != form.path),
                "{}",
                form.path
            );
        }
    }

    #[test]
    fn linked_sites_share_the_pages_between_them() {
        assert!(P::Security.side().is_at(Origin::Identity));
        assert!(!P::Security.side().is_at(Origin::Product));
        assert!(!P::Users.side().is_at(Origin::Identity));
        assert!(PAGES.iter().all(|(_, _, _, side)| side.is_at(Origin::Site)));
    }
}
