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
    /// Tags, of which `,` and `;` are no part: there they end one.
    PlainTags,
    /// Favourite, or pinned.
    Favourite,
    /// The icon's name.
    Icon,
    /// A person's own order.
    Order,
    /// How often and when last used.
    Usage,
    /// Recovery codes.
    RecoveryCodes,
}

impl Field {
    /// The message that says of how many accounts this is lost.
    #[must_use]
    pub const fn loss_id(self) -> &'static str {
        match self {
            Self::Note => "formats-loss-note",
            Self::Tags | Self::OneTag => "formats-loss-tags",
            Self::PlainTags => "formats-loss-tag-marks",
            Self::Favourite => "formats-loss-favourite",
            Self::Icon => "formats-loss-icon",
            Self::Order => "formats-loss-order",
            Self::Usage => "formats-loss-usage",
            Self::RecoveryCodes => "formats-loss-recovery-codes",
        }
    }
}

/// The characters that end a tag where a format holds [`Field::PlainTags`].
pub(crate) const TAG_ENDS: [char; 2] = [',', ';'];

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
    "formats-loss-tag-marks",
    "formats-loss-favourite",
    "formats-loss-icon",
    "formats-loss-order",
    "formats-loss-usage",
    "formats-loss-recovery-codes",
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
        let lost =
            |field, is_used: bool| (is_used && !self.fields.contains(&field)).then_some(field);
        let lost = [
            lost(Field::Note, !account.note.is_empty()),
            self.lost_tags(&account.tags),
            lost(Field::Favourite, account.favourite),
            lost(Field::Icon, account.icon.is_some()),
            lost(Field::Order, account.order.is_some()),
            lost(Field::RecoveryCodes, !account.recovery.is_empty()),
        ];
        lost.into_iter().flatten()
    }

    /// Whether the tags of `account` are written as they are.
    pub(crate) fn keeps_tags(&self, account: &Account) -> bool {
        self.lost_tags(&account.tags).is_none()
    }

    fn lost_tags(&self, tags: &[String]) -> Option<Field> {
        let holds = |field| self.fields.contains(&field);
        match tags {
            [] => None,
            [_] if holds(Field::OneTag) => None,
            _ if holds(Field::Tags) => None,
            tags if holds(Field::PlainTags) => {
                let has_marks = tags.iter().any(|tag| tag.contains(TAG_ENDS));
                has_marks.then_some(Field::PlainTags)
            }
            _ => Some(Field::Tags),
        }
    }
}

#[cfg(test)]
mod tests {
    use keytick_accounts::RecoveryCodes;

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

    #[test]
    fn recovery_codes_are_said_to_be_left_out() {
        let uri = "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP";
        let losses = HOLDS.losses(&account(uri, |candidate| {
            candidate.recovery = RecoveryCodes::new([("1234-5678", None)]).unwrap();
        }));
        assert_eq!(losses, [Loss::Field(Field::RecoveryCodes)]);
    }

    #[test]
    fn a_mark_in_a_tag_is_lost_where_it_would_end_the_tag() {
        const PLAIN: Holds = Holds {
            fields: &[Field::PlainTags],
            ..HOLDS
        };
        let losses = |tags: &[&str]| {
            PLAIN.losses(&account(
                "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP",
                |candidate| candidate.tags = tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ))
        };
        assert_eq!(losses(&["one", "two"]), []);
        assert_eq!(losses(&["home, x"]), [Loss::Field(Field::PlainTags)]);
    }
}
