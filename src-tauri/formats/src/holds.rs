//! What a format can hold of an account, as data, and so what would be lost in it.

use keytick_accounts::Account;
use keytick_otp::{Algorithm, Kind};

/// What another program's file can hold.
#[derive(Debug, Clone)]
pub struct Holds {
    /// Types of keys, in the spelling of the command line: `totp hotp steam motp yandex`.
    pub types: &'static [&'static str],
    /// Hashes.
    pub algorithms: &'static [Algorithm],
    /// Numbers of digits.
    pub digits: &'static [u8],
    /// Periods in seconds; empty: any.
    pub periods: &'static [u32],
    /// Fields beside issuer and account.
    pub fields: &'static [Field],
}

/// A field that not every program has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Free text.
    Note,
    /// More than one tag, or group.
    Tags,
    /// One tag, or group.
    OneTag,
    /// Favourite, or pinned.
    Favourite,
    /// The icon's name.
    Icon,
    /// A person's own order.
    Order,
    /// How often and when last used.
    Usage,
}

impl Field {
    /// The message that says of how many accounts this is lost.
    #[must_use]
    pub const fn loss_id(self) -> &'static str {
        match self {
            Self::Note => "formats-loss-note",
            Self::Tags | Self::OneTag => "formats-loss-tags",
            Self::Favourite => "formats-loss-favourite",
            Self::Icon => "formats-loss-icon",
            Self::Order => "formats-loss-order",
            Self::Usage => "formats-loss-usage",
        }
    }
}

/// Something of an account that cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// The whole account: codes made from what could be written would be wrong.
    /// The message id of the reason, with its parameters.
    Account(&'static str, Vec<(&'static str, String)>),
    /// One field.
    Field(Field),
}

/// Every id that a loss can have.
pub const LOSS_IDS: &[&str] = &[
    "formats-loss-type",
    "formats-loss-algorithm",
    "formats-loss-digits",
    "formats-loss-period",
    "formats-loss-note",
    "formats-loss-tags",
    "formats-loss-favourite",
    "formats-loss-icon",
    "formats-loss-order",
    "formats-loss-usage",
];

impl Holds {
    /// What would be lost of `account`. A loss of the account comes alone.
    #[must_use]
    pub fn losses(&self, account: &Account) -> Vec<Loss> {
        match self.refusal(&account.key.kind) {
            Some(loss) => vec![loss],
            None => self.lost_fields(account).map(Loss::Field).collect(),
        }
    }

    /// Whether codes made from what can be written of this kind of key would be right.
    #[must_use]
    pub fn takes(&self, kind: &Kind) -> bool {
        self.refusal(kind).is_none()
    }

    fn refusal(&self, kind: &Kind) -> Option<Loss> {
        let refused = |id, param, found: &dyn ToString| {
            Some(Loss::Account(id, vec![(param, found.to_string())]))
        };
        if !self.types.contains(&kind.type_name()) {
            return refused("formats-loss-type", "type", &kind.type_name());
        }
        let (algorithm, digits, period) = match kind {
            Kind::Totp {
                algorithm,
                digits,
                period,
            } => (*algorithm, digits.get(), Some(period.get())),
            Kind::Hotp {
                algorithm, digits, ..
            } => (*algorithm, digits.get(), None),
            // Of the other types there is one kind each.
            _ => return None,
        };
        if !self.algorithms.contains(&algorithm) {
            return refused("formats-loss-algorithm", "algorithm", &algorithm.name());
        }
        if !self.digits.contains(&digits) {
            return refused("formats-loss-digits", "digits", &digits);
        }
        let period =
            period.filter(|period| !self.periods.is_empty() && !self.periods.contains(period))?;
        refused("formats-loss-period", "period", &period)
    }

    fn lost_fields(&self, account: &Account) -> impl Iterator<Item = Field> {
        let tags = match account.tags.len() {
            0 => None,
            1 if self.fields.contains(&Field::OneTag) => None,
            _ => Some(Field::Tags),
        };
        let used = [
            (!account.note.is_empty()).then_some(Field::Note),
            tags,
            account.favourite.then_some(Field::Favourite),
            account.icon.is_some().then_some(Field::Icon),
            account.order.is_some().then_some(Field::Order),
        ];
        let used = used.into_iter().flatten();
        used.filter(|field| !self.fields.contains(field))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::testing::account;

    const HOLDS: Holds = Holds {
        types: &["totp", "steam"],
        algorithms: &[Algorithm::Sha1],
        digits: &[6, 8],
        periods: &[30],
        fields: &[Field::OneTag, Field::Note],
    };

    fn check_refused(uri: &str, expected: &str) {
        let losses = HOLDS.losses(&account(uri, |_| ()));
        let [Loss::Account(id, params)] = &losses[..] else {
            panic!("{losses:?}");
        };
        assert_eq!(format!("{id} {}", params[0].1), expected);
    }

    #[test]
    fn keys_whose_codes_would_be_wrong_are_refused() {
        let uri = |rest: &str| format!("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP{rest}");
        check_refused(
            "otpauth://hotp/a?secret=JBSWY3DP&counter=1",
            "formats-loss-type hotp",
        );
        check_refused(&uri("&algorithm=SHA256"), "formats-loss-algorithm SHA256");
        check_refused(&uri("&digits=7"), "formats-loss-digits 7");
        check_refused(&uri("&period=60"), "formats-loss-period 60");
        for fine in [uri("&digits=8"), "steam://JBSWY3DPEHPK3PXP".to_owned()] {
            assert_eq!(HOLDS.losses(&account(&fine, |_| ())), []);
        }
    }

    #[test]
    fn fields_are_lost_only_where_they_are_used() {
        let uri = "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP";
        let losses = |tags: &[&str], order| {
            HOLDS.losses(&account(uri, |candidate| {
                candidate.tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
                candidate.note = "kept".to_owned();
                candidate.order = order;
                candidate.favourite = order.is_some();
            }))
        };
        assert_eq!(losses(&["one"], None), []);
        assert_eq!(losses(&["one", "two"], None), [Loss::Field(Field::Tags)]);
        let fields = [Field::Favourite, Field::Order].map(Loss::Field);
        assert_eq!(losses(&[], Some(1)), fields);
    }
}
