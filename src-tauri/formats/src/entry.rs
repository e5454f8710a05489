//! How an entry is called when it has to be named.

use keytick_otp::Names;

/// `Acme (me)`, or whichever of the two there is; `entry 3` for the third where there is
/// neither.
pub(crate) fn name(issuer: &str, account: &str, index: usize) -> String {
    let names = Names::exact(issuer, account).to_string();
    match names.is_empty() {
        true => format!("entry {}", index + 1),
        false => names,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_what_there_is() {
        assert_eq!(name("Acme", "me", 0), "Acme (me)");
        assert_eq!(name("", "me", 0), "me");
        assert_eq!(name("Acme", "", 0), "Acme");
        assert_eq!(name("", "", 2), "entry 3");
    }
}
