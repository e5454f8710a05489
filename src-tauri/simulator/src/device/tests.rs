//! The device by example. Codes of the RFC's key at 1111111080, the start of step 37037036.

use super::*;

const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const NOW: u64 = 1_111_111_080;
const STEP: u64 = 37_037_036;

fn with(uri: &str) -> (Device, AccountId) {
    let mut device = Device::new();
    let added = device.add_uri(uri).unwrap();
    (device, added.id)
}

fn device() -> (Device, AccountId) {
    with(&format!("otpauth://totp/Acme:me?secret={KEY}&issuer=Acme"))
}

#[track_caller]
fn ready(answer: Result<Answer, Error>) -> Ready {
    match answer {
        Ok(Answer::Ready(ready)) => ready,
        other => panic!("no code: {other:?}"),
    }
}

#[track_caller]
fn code(device: &mut Device, id: AccountId, now: u64) -> String {
    ready(device.code(id, 0, now)).code.to_string()
}

fn refusal(code: &str, site_time: Option<u64>, sent: u32) -> Refusal {
    Refusal {
        code: code.to_owned().into(),
        site_time,
        sent,
    }
}

#[test]
fn hands_out_a_code_with_its_step_and_its_end() {
    let (mut device, id) = device();
    let ready = ready(device.code(id, 5, NOW + 7));
    assert_eq!(ready.code.as_str(), "081804");
    assert_eq!((ready.step, ready.seconds_left), (Some(STEP), Some(23)));
    assert_eq!(device.account(id).unwrap().last_given(), Some(STEP));
}

#[test]
fn never_hands_out_a_step_twice() {
    let (mut device, id) = device();
    assert_eq!(code(&mut device, id, NOW), "081804");
    let wait = Answer::Wait {
        seconds: 23,
        because: WaitFor::NextStep,
    };
    assert_eq!(device.code(id, 0, NOW + 7), Ok(wait));
    assert_eq!(code(&mut device, id, NOW + 30), "050471");
}

#[test]
fn a_clock_that_was_set_back_does_not_bring_codes_again() {
    let (mut device, id) = device();
    for now in [NOW, NOW + 30, NOW + 60] {
        code(&mut device, id, now);
    }
    device.set_clock(Clock::Offset(-30));
    let wait = Answer::Wait {
        seconds: 60,
        because: WaitFor::NextStep,
    };
    assert_eq!(device.code(id, 0, NOW + 60), Ok(wait));
}

#[test]
fn waits_rather_than_hand_out_a_code_that_is_about_to_end() {
    let (mut device, id) = device();
    let wait = Answer::Wait {
        seconds: 4,
        because: WaitFor::FullStep,
    };
    assert_eq!(device.code(id, 5, NOW + 26), Ok(wait));
    assert_eq!(ready(device.code(id, 4, NOW + 26)).code.as_str(), "081804");
    assert_eq!(
        device.code(id, 31, NOW),
        Err(Error::MinLeft {
            min_left: 31,
            period: 30
        })
    );
}

#[test]
fn its_clock_may_be_wrong_or_stand_still() {
    let (mut device, id) = device();
    device.set_clock(Clock::Offset(45));
    assert_eq!(code(&mut device, id, NOW), "050471");
    device.set_clock(Clock::Frozen(NOW));
    assert_eq!(code(&mut device, id, 5), "081804");
}

#[test]
fn a_counter_moves_on_with_every_code() {
    let (mut device, id) = with(&format!("otpauth://hotp/a?secret={KEY}&counter=1"));
    let first = ready(device.code(id, 5, NOW));
    assert_eq!((first.code.as_str(), first.counter), ("287082", Some(1)));
    assert_eq!(code(&mut device, id, NOW), "359152");
    // The same QR code again: the counter stays.
    let again = device.add_uri(&format!("otpauth://hotp/a?secret={KEY}&counter=1"));
    assert_eq!(
        again,
        Ok(Added {
            id,
            was_there: true
        })
    );
    assert_eq!(code(&mut device, id, NOW), "969429");
}

#[test]
fn a_key_typed_by_hand_is_the_account_that_the_picture_gave() {
    let (mut device, id) = device();
    code(&mut device, id, NOW);
    let typed = "gezd gnbv gy3t qojq gezd gnbv gy3t qojq";
    let again = device.add_uri(&format!("otpauth://totp/Acme:me?secret={typed}"));
    assert_eq!(
        again,
        Ok(Added {
            id,
            was_there: true
        })
    );
    assert_eq!(device.accounts().len(), 1);
    assert!(matches!(device.code(id, 0, NOW), Ok(Answer::Wait { .. })));
}

#[test]
fn takes_the_good_texts_of_a_picture() {
    let mut device = Device::new();
    let added = device.add_texts(&[
        "https://example.com/get-the-app",
        "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP",
        "otpauth://totp/b?secret=JBSWY3DPEHPK3PXP&digits=3",
    ]);
    let digits = keytick_otp::Error::Digits { found: "3".into() };
    assert_eq!(
        added,
        [
            Ok(Added {
                id: 1,
                was_there: false
            }),
            Err(Error::Otp(digits))
        ]
    );
    assert_eq!(
        device.add_texts(&["https://example.com"]),
        [Err(Error::NoKey)]
    );
}

#[test]
fn finds_an_account_by_number_and_by_name() {
    let (mut device, acme) = device();
    assert_eq!(device.find(""), Ok(acme));
    let other = device.add_uri("otpauth://totp/Acme:you?secret=JBSWY3DPEHPK3PXP");
    let other = other.unwrap().id;
    assert_eq!(device.find("2"), Ok(other));
    assert_eq!(device.find("you acme"), Ok(other));
    let several = Error::SeveralMatch {
        query: "acme".into(),
        count: 2,
    };
    assert_eq!(device.find("acme"), Err(several));
    assert_eq!(device.find(""), Err(Error::NotNamed { count: 2 }));
    assert_eq!(device.find("nobody"), Err(unknown("nobody")));
    device.remove(other).unwrap();
    assert_eq!(device.find("acme"), Ok(acme));
}

#[test]
fn reads_the_three_forms_of_an_http_date() {
    for date in [
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ] {
        assert_eq!(http_date(date), Ok(784_111_777), "{date}");
    }
    assert_eq!(http_date("yesterday"), Err(Error::Date));
}

/// What the device says of a refused code; its own clock is `ahead` of the real time.
#[track_caller]
fn check(uri: &str, ahead: i64, refused: Refusal, why: Why) {
    let (mut device, id) = with(uri);
    device.set_clock(Clock::Offset(ahead));
    assert_eq!(device.explain(id, &refused, NOW), Ok(why));
}

fn totp(more: &str) -> String {
    format!("otpauth://totp/a?secret={KEY}{more}")
}

#[test]
fn a_wrong_clock_is_seen_in_the_date_header() {
    // 306183 is the code of the step three ahead of the site's.
    check(
        &totp(""),
        90,
        refusal("306183", Some(NOW), 1),
        Why::Clock {
            ahead: 90,
            delta: 3,
        },
    );
    // Sent again and again, it is still the clock.
    check(
        &totp(""),
        90,
        refusal("306 183", Some(NOW), 2),
        Why::Clock {
            ahead: 90,
            delta: 3,
        },
    );
    check(
        &totp(""),
        -60,
        refusal("150727", Some(NOW), 1),
        Why::Clock {
            ahead: -60,
            delta: -2,
        },
    );
    // Within the window that most sites have, but not this one.
    check(
        &totp(""),
        45,
        refusal("050471", Some(NOW), 1),
        Why::Clock {
            ahead: 45,
            delta: 1,
        },
    );
}

#[test]
fn clocks_that_agree_leave_the_code_or_the_site() {
    let site = Some(NOW + 1);
    for (code, sent, why) in [
        ("081804", 2, Why::Reused),
        ("081804", 1, Why::SiteDisagrees),
        ("731029", 1, Why::Stale { ended: 0 }),
        ("404137", 1, Why::Stale { ended: 60 }),
        ("050471", 1, Why::Early { begins: 30 }),
        ("123456", 1, Why::NotThisKey),
        (
            "81804",
            1,
            Why::Length {
                typed: 5,
                digits: 6,
            },
        ),
    ] {
        check(&totp(""), 0, refusal(code, site, sent), why);
    }
    check(&totp(""), 0, refusal("081804", None, 1), Why::NoDate);
}

#[test]
fn parameters_that_an_app_ignored_are_named() {
    let key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";
    let uri = format!("otpauth://totp/a?secret={key}&algorithm=SHA256&digits=8&period=60");
    let (device, id) = with(&uri);
    // What an app shows that takes every key for SHA1, 6 digits, 30 seconds.
    let plain = OtpKey {
        secret: device.account(id).unwrap().key.secret.clone(),
        kind: Kind::default(),
    };
    let typed = plain.code_at(NOW).text;
    check(
        &uri,
        0,
        refusal(&typed, Some(NOW), 1),
        Why::Parameters {
            made_with: Parameters::of(&Kind::default()),
            key_has: Parameters {
                algorithm: "SHA256",
                digits: 8,
                period: Some(60),
            },
        },
    );
}

#[test]
fn a_counter_is_behind_or_ahead() {
    let (mut device, id) = with(&format!("otpauth://hotp/a?secret={KEY}&counter=0"));
    for _ in 0..3 {
        device.code(id, 0, NOW).unwrap();
    }
    for (code, sent, why) in [
        ("755224", 1, Why::CounterBehind { by: 2 }),
        ("755224", 2, Why::Reused),
        ("359152", 1, Why::SiteDisagrees),
        ("520489", 1, Why::CounterAhead { by: 6 }),
        ("000000", 1, Why::NotThisKey),
    ] {
        assert_eq!(device.explain(id, &refusal(code, None, sent), NOW), Ok(why));
    }
}

#[test]
fn nothing_that_can_be_shown_holds_a_code_or_a_key() {
    let (mut device, id) = device();
    let answer = device.code(id, 0, NOW).unwrap();
    let shown = format!("{answer:?} {device:?}");
    assert!(
        !shown.contains("081804") && !shown.contains("GEZD"),
        "{shown}"
    );
}
