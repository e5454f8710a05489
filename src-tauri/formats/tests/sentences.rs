//! What a person reads when something gives no account.

use keytick_formats::Error;

fn sentence(error: &Error) -> String {
    let params = error.params();
    let args: Vec<_> = params
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    keytick_texts::text(error.id(), &args)
}

fn missing(parts: &str, missing: u32) -> Error {
    Error::MigrationPartsMissing {
        parts: parts.to_owned(),
        missing,
        total: 3,
    }
}

#[test]
fn every_reason_and_note_has_a_sentence() {
    for id in keytick_formats::ERROR_IDS {
        assert!(keytick_texts::exists(id), "{id}");
    }
    for id in keytick_otp::ERROR_IDS {
        assert!(keytick_texts::exists(id), "{id}");
    }
    for note in keytick_otp::Note::ALL {
        assert!(keytick_texts::exists(note.id()), "{}", note.id());
    }
}

#[test]
fn reasons_in_words() {
    let character = keytick_otp::Error::SecretCharacter {
        position: 5,
        character: '8',
    };
    for (error, expected) in [
        (Error::NoCode, "No QR code in this picture."),
        (
            Error::WebAddress {
                address: "https://example.com".to_owned(),
            },
            "This QR code is a web address, not a sign-in key.",
        ),
        (
            missing("2", 1),
            "Part 2 of 3 is missing. Add the other screenshots too.",
        ),
        (
            missing("1, 3", 2),
            "Parts 1, 3 of 3 are missing. Add the other screenshots too.",
        ),
        (
            Error::Key(character),
            "A key has only letters A–Z and digits 2–7. Check the character 8 in place 5.",
        ),
    ] {
        assert_eq!(sentence(&error), expected);
    }
}
