//! A made-up site's account: what its enrolment page shows, and the code it expects.

use keytick_e2e::leaks::Sentinel;
use keytick_e2e::web::{Look, screenshot};
use keytick_e2e::{App, Screen, oathtool, until};

/// An account at a site.
#[derive(Clone, Copy)]
pub struct Site {
    pub issuer: &'static str,
    pub account: &'static str,
    /// The key, as base32. Every journey has its own, so that a leak names its place.
    pub key: &'static str,
}

impl Site {
    /// The link in the site's QR code.
    pub fn uri(&self) -> String {
        let Self {
            issuer,
            account,
            key,
        } = self;
        format!("otpauth://totp/{issuer}:{account}?secret={key}&issuer={issuer}")
    }

    /// A screenshot of the site's page.
    pub fn page(&self, screen: &Screen, look: Look) -> Vec<u8> {
        screenshot(screen, look, &[&self.uri()])
    }

    /// The key, to be looked for where it must not be.
    pub fn sentinel(&self) -> Sentinel {
        Sentinel::new(self.key)
    }
}

/// Waits until the list shows exactly these accounts, each with oathtool's code of now.
pub fn shows_codes_of(app: &App, sites: &[Site]) {
    until(&format!("the right codes, not {:?}", app.rows()), || {
        let before = oathtool::now() / 30;
        let rows = app.rows();
        if before != oathtool::now() / 30 {
            return false; // the step changed while we looked
        }
        rows.len() == sites.len()
            && sites.iter().all(|site| {
                let code = oathtool::totp(site.key, before * 30);
                rows.iter().any(|row| {
                    (&*row.issuer, &*row.account, &*row.code) == (site.issuer, site.account, &*code)
                })
            })
    });
}
