//! Rules that change while a site runs.

use keytick_simulator::profile::Window;
use keytick_simulator::world::{Action, Control, RulesChange};

use crate::lab::{Browser, Lab, N, N_MINUS_2, N_PLUS_1};

fn change(lab: &mut Lab, change: RulesChange) {
    lab.control(Control::Rules(change));
}

#[test]
fn the_window_holds_at_once() {
    let mut lab = Lab::new("batch");
    lab.enrolled("zoe@demo.test", "member");
    let only_now = RulesChange {
        window: Some(Window(0, 0)),
        ..RulesChange::default()
    };
    change(&mut lab, only_now);
    let mut zoe = Browser::new();
    zoe.password(&mut lab, "zoe@demo.test").unwrap();
    let refused = zoe.code(&mut lab, N_PLUS_1).unwrap_err();
    assert_eq!(refused.rule, "totp.window=[0,0], delta=+1");
    let wide = RulesChange {
        window: Some(Window(-2, 2)),
        ..RulesChange::default()
    };
    change(&mut lab, wide);
    zoe.code(&mut lab, N_MINUS_2).unwrap();
}

#[test]
fn digits_and_seconds_hold_for_the_next_key() {
    let mut lab = Lab::new("rocketchat");
    lab.enrolled("zoe", "user");
    let longer = RulesChange {
        digits: Some(7),
        period: Some(60),
        window: None,
    };
    change(&mut lab, longer);
    let event = lab.last("rules.changed");
    assert_eq!(
        (event.before.as_deref(), event.after.as_deref()),
        (
            Some("digits=6, period=30, window=[-1,1]"),
            Some("digits=7, period=60, window=[-1,1]")
        )
    );

    // Who has a key already goes on with it.
    let mut zoe = Browser::new();
    zoe.password(&mut lab, "zoe").unwrap();
    zoe.code(&mut lab, N).unwrap();

    // A QR code that named neither digits nor seconds has to name them now.
    lab.control(Control::Policy(keytick_simulator::world::PolicyChange {
        feature: Some(keytick_simulator::profile::Switch::On),
        ..Default::default()
    }));
    let mut bob = Browser::new();
    bob.password(&mut lab, "bob").unwrap();
    bob.start(&mut lab).unwrap();
    let session = bob.session.unwrap();
    let uri = lab.world.enrolment(&session, lab.real).unwrap().uri;
    assert!(uri.ends_with("&digits=7&period=60"), "{uri}");
}

#[test]
fn rules_that_cannot_be_are_refused_and_nothing_changes() {
    // Its recovery codes, in the same field, are told from codes by their eight characters.
    let mut lab = Lab::new("rocketchat");
    let before = lab.world.profile().totp.clone();
    for wrong in [
        RulesChange {
            digits: Some(3),
            ..RulesChange::default()
        },
        RulesChange {
            digits: Some(8),
            ..RulesChange::default()
        },
        RulesChange {
            period: Some(0),
            ..RulesChange::default()
        },
        RulesChange {
            window: Some(Window(1, -1)),
            ..RulesChange::default()
        },
    ] {
        let outcome = lab.step(Action::Control(Control::Rules(wrong)));
        let rule = outcome.result.unwrap_err().rule;
        assert!(
            rule.starts_with("totp.") || rule.starts_with("codes.entry"),
            "{rule}"
        );
        assert_eq!(lab.world.profile().totp, before);
    }
}

#[test]
fn a_reset_keeps_them_and_a_snapshot_brings_its_own() {
    let mut lab = Lab::new("batch");
    let snapshot = lab.world.clone();
    let eight = RulesChange {
        digits: Some(8),
        ..RulesChange::default()
    };
    change(&mut lab, eight);
    lab.control(Control::Reset);
    assert_eq!(lab.world.profile().totp.digits, 8);
    lab.world.restore(&snapshot, lab.real);
    assert_eq!(lab.world.profile().totp.digits, 6);
}
