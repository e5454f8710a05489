//! The table of formats: what follows from it for every row.

use std::collections::HashSet;

use keytick_formats::{FORMATS, LOSS_IDS};

#[test]
fn every_row_is_whole() {
    let mut ids = HashSet::new();
    for format in FORMATS {
        assert!(ids.insert(format.id), "{} is there twice", format.id);
        let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(format.id.chars().all(is_id), "{}", format.id);
        assert_eq!(format.help, format!("format-{}-help", format.id));
        assert!(
            keytick_texts::exists(format.help),
            "no text {}",
            format.help
        );
        assert!(!format.extensions.is_empty(), "{}", format.id);
        assert!(
            format.read.is_some() || format.write.is_some(),
            "{} is neither read nor written",
            format.id
        );
        if let Some(writer) = &format.write {
            assert!(writer.plain || writer.encrypted, "{}", format.id);
            assert!(
                format.extensions.contains(&writer.extension),
                "{}",
                format.id
            );
        }
    }
}

#[test]
fn every_loss_has_a_sentence() {
    for id in LOSS_IDS {
        assert!(keytick_texts::exists(id), "{id}");
    }
    for id in [
        "formats-note-cut",
        "formats-letters-guessed",
        "formats-password-needed-perhaps",
        "formats-wrong-password-perhaps",
    ] {
        assert!(keytick_texts::exists(id), "{id}");
    }
}
