//! One file a format. A format is a row here; everything else follows from it.

mod aegis;
mod andotp;
mod apple_passwords;
pub(crate) mod archive;
mod authenticator_extension;
mod authenticator_plus;
mod authy;
mod battle_net;
mod bitwarden;
mod browser_csv;
mod cloudotp;
mod cotp;
mod duo;
mod ente;
mod freeotp;
mod freeotp_plus;
mod google_authenticator;
mod google_migration;
mod html;
pub(crate) mod keepass;
mod keepass_xml;
mod keepassxc_csv;
mod keytick;
mod lastpass;
mod microsoft;
mod onepassword;
mod otpclient;
pub(crate) mod pdf;
mod proton_authenticator;
mod proton_pass;
pub(crate) mod qr_picture;
mod raivo;
mod sheet;
mod steam;
mod stratum;
mod stratum_database;
#[cfg(test)]
pub(crate) mod testing;
mod totp_authenticator;
mod twofaguard;
mod twofas;
mod twofauth;
pub(crate) mod uri_list;
mod winauth;

use crate::Format;

/// All formats, in the order in which they are tried and listed.
pub const FORMATS: &[&Format] = &[
    &keytick::FORMAT,
    &aegis::FORMAT,
    &twofas::FORMAT,
    &ente::FORMAT,
    &bitwarden::FORMAT,
    &proton_authenticator::FORMAT,
    &proton_pass::FORMAT,
    &freeotp_plus::FORMAT,
    &stratum::FORMAT,
    &keepass::FORMAT,
    &keepass_xml::FORMAT,
    &keepassxc_csv::FORMAT,
    &onepassword::FORMAT,
    &apple_passwords::FORMAT,
    &stratum_database::FORMAT,
    &microsoft::FORMAT,
    &google_authenticator::FORMAT,
    &duo::FORMAT,
    &lastpass::FORMAT,
    &steam::FORMAT,
    &raivo::FORMAT,
    &battle_net::FORMAT,
    &twofaguard::FORMAT,
    &twofauth::FORMAT,
    &winauth::FORMAT,
    &authenticator_extension::FORMAT,
    &cloudotp::FORMAT,
    &otpclient::FORMAT,
    &cotp::FORMAT,
    &freeotp::FORMAT,
    &authy::FORMAT,
    &totp_authenticator::FORMAT,
    &authenticator_plus::FORMAT,
    &browser_csv::FORMAT,
    // What no single program writes comes last.
    &html::FORMAT,
    &pdf::FORMAT,
    &qr_picture::FORMAT,
    &uri_list::FORMAT,
    &google_migration::FORMAT,
    &sheet::HTML,
    &sheet::PDF,
    &archive::FORMAT,
    // Its encrypted files have no mark at all.
    &andotp::FORMAT,
];
