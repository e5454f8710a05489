//! Small files of Stratum as its versions write them, and what each gives.

use super::FORMAT;
use crate::formats::testing::{account, check_lock, read, rows, skipped, written};
use crate::{Reading, Source};

const STRONG: &[u8] = include_bytes!("../../../fixtures/stratum-strong.bin");
const LEGACY: &[u8] = include_bytes!("../../../fixtures/stratum-legacy.bin");

#[test]
fn reads_every_type_with_categories_joined_by_secret() {
    let file = br#"{"Authenticators":[
        {"Type":2,"Icon":"acme","Issuer":"Acme","Username":"me","Secret":"JBSWY3DPEHPK3PXP",
         "Pin":null,"Algorithm":1,"Digits":8,"Period":60,"Counter":0,"CopyCount":3,"Ranking":1},
        {"Type":1,"Icon":"@a1b2","Issuer":"B","Username":null,"Secret":"GEZDGNBVGY3TQOJQ",
         "Algorithm":2,"Digits":6,"Period":30,"Counter":7,"Ranking":0},
        {"Type":3,"Issuer":"M","Username":"m","Secret":"e3152afee62599c8","Pin":"1234",
         "Algorithm":0,"Digits":6,"Period":10},
        {"Type":4,"Issuer":"Steam","Username":"s","Secret":"JBSWY3DPEHPK3PXQ","Digits":5,"Period":30},
        {"Type":5,"Issuer":"Y","Username":"y","Secret":"6SB2IKNM6OBZPAVBVTOHDKS4FA","Pin":"5239",
         "Digits":8,"Period":30}],
        "Categories":[{"Id":"1","Name":"Work","Ranking":0},{"Id":"2","Name":"Mail","Ranking":1}],
        "AuthenticatorCategories":[
         {"CategoryId":"2","AuthenticatorSecret":"JBSWY3DPEHPK3PXP","Ranking":0},
         {"CategoryId":"1","AuthenticatorSecret":"JBSWY3DPEHPK3PXP","Ranking":0},
         {"CategoryId":"9","AuthenticatorSecret":"JBSWY3DPEHPK3PXP","Ranking":0}],
        "CustomIcons":[{"Id":"a1b2","Data":"AAAA"}]}"#;
    let import = read(&FORMAT, file, None).unwrap();
    assert_eq!(skipped(&import), [""; 0]);
    assert_eq!(
        rows(&import),
        [
            "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA256|8|60",
            "B||hotp|GEZDGNBVGY3TQOJQ|SHA512|6|#7",
            "M|m|motp|e3152afee62599c8|MD5|6|10|1234",
            "Steam|s|steam|JBSWY3DPEHPK3PXQ|SHA1|5|30",
            "Y|y|yandex|6SB2IKNM6OBZPAVBVTOHDKS4FA|SHA256|8|30|5239",
        ]
    );
    let first = &import.accounts[0];
    assert_eq!(first.tags, ["Mail", "Work"]);
    assert_eq!(
        (first.icon.as_deref(), first.order),
        (Some("acme"), Some(1))
    );
    assert_eq!(first.usage.unwrap().count, 3);
    assert_eq!(import.accounts[1].icon, None);
}

#[test]
fn an_odd_entry_is_named_and_loses_no_other() {
    let file = br#"{"Authenticators":[
        {"Type":9,"Issuer":"A","Username":"a","Secret":"JBSWY3DPEHPK3PXP"},
        {"Type":2,"Issuer":"B","Username":"b","Secret":"JBSWY3DPEHPK3PXP","Algorithm":7,
         "Digits":6,"Period":30},
        {"Type":2,"Issuer":"C","Username":"c","Secret":"JBSWY3DPEHPK3PXP","Digits":6,"Period":0},
        {"Type":3,"Issuer":"D","Username":"d","Secret":"E3152AFEE62599C8","Pin":"1234"},
        {"Type":3,"Issuer":"E","Username":"e","Secret":"e3152afee62599c8","Pin":null},
        {"Type":2,"Issuer":"F","Username":"f","Secret":null,"Digits":6,"Period":30},
        {"Issuer":"G"}]}"#;
    let import = read(&FORMAT, file, None).unwrap();
    assert_eq!(rows(&import), [""; 0]);
    assert_eq!(
        skipped(&import),
        [
            "A (a): formats-unknown-type",
            "B (b): otp-algorithm",
            "C (c): otp-period",
            "D (d): otp-hex-character",
            "E (e): otp-pin-missing",
            "F (f): formats-no-key",
            "G: formats-entry-damaged",
        ]
    );
}

#[test]
fn opens_what_was_locked_elsewhere_now_and_long_ago() {
    for file in [STRONG, LEGACY] {
        check_lock(&FORMAT, file);
        let import = read(&FORMAT, file, Some("test")).unwrap();
        assert_eq!(rows(&import), ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA256|8|60"]);
    }
}

#[test]
fn what_is_cut_off_is_damaged() {
    for file in [&STRONG[..20], &LEGACY[..40]] {
        assert_eq!(
            read(&FORMAT, file, Some("test"))
                .err()
                .map(|error| error.id()),
            Some("formats-damaged")
        );
    }
}

#[test]
fn what_is_written_reads_back_with_categories() {
    let one = account(
        "otpauth://totp/Acme:me?secret=JBSWY3DPEHPK3PXP",
        |candidate| {
            candidate.tags = vec!["Work".into(), "Mail".into()];
            candidate.icon = Some("acme".into());
            candidate.order = Some(5);
        },
    );
    let nameless = account("otpauth://totp/me?secret=GEZDGNBVGY3TQOJQ", |candidate| {
        candidate.tags = vec!["Mail".into()];
        candidate.order = Some(2);
    });
    let motp = account("motp://M:m?secret=e3152afee62599c8&pin=1234", |_| ());
    let file = written(&FORMAT, &[&one, &nameless, &motp], Some("test"));
    assert!(file.starts_with(b"AUTHENTICATORPRO"));
    let import = read(&FORMAT, &file, Some("test")).unwrap();
    assert_eq!(
        rows(&import),
        [
            // An entry without issuer is refused there.
            "me||totp|GEZDGNBVGY3TQOJQ|SHA1|6|30",
            "Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30",
            "M|m|motp|e3152afee62599c8|MD5|6|10|1234",
        ]
    );
    let second = &import.accounts[1];
    assert_eq!(second.tags, ["Work", "Mail"]);
    assert_eq!(
        (second.icon.as_deref(), second.order),
        (Some("acme"), Some(1))
    );

    let reading = Reading::new(Some("test"));
    let opened = super::lock::open(&file, &reading).unwrap().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&opened).unwrap();
    // The first eight characters of the SHA-1 of "Mail".
    assert_eq!(json["Categories"][0]["Id"], "92379cbb");
    assert_eq!(json["Authenticators"][2]["Type"], 3);
    let source = Source {
        name: "opened",
        bytes: &opened,
        beside: &[],
    };
    assert!(super::read::read(&source, &mut Reading::new(None)).is_ok());
}
