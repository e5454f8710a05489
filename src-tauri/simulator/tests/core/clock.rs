//! The world's clock, from outside.

use keytick_simulator::world::{Action, ClockChange, Control, Data, Moment};

use crate::lab::{Lab, START};

#[track_caller]
fn change(lab: &mut Lab, change: ClockChange) -> (u64, &'static str, u64, u64) {
    match lab.control(Control::Clock(change)) {
        Data::Clock(view) => (view.now.seconds(), view.mode, view.step, view.seconds_left),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_tester_moves_time() {
    let mut lab = Lab::new("infura");
    let to = |to: &str| ClockChange::AdvanceTo { to: to.to_owned() };
    assert_eq!(
        change(&mut lab, to("next_step-1s")),
        (START + 29, "frozen", 37_037_036, 1)
    );
    assert_eq!(
        change(&mut lab, ClockChange::Advance { seconds: 2 }),
        (START + 31, "frozen", 37_037_037, 29)
    );
    let steps = ClockChange::AdvanceSteps { steps: 3 };
    assert_eq!(
        change(&mut lab, steps),
        (START + 121, "frozen", 37_037_040, 29)
    );
    let now = Moment::from_seconds(59);
    let offset = ClockChange::Offset { now };
    // A frozen clock that is given an offset runs again.
    assert_eq!(change(&mut lab, offset), (59, "offset", 1, 1));
    lab.real = lab.real.plus_seconds(1);
    assert_eq!(lab.world.clock(lab.real).now.seconds(), 60);
    let freeze = ClockChange::Frozen { now: None };
    assert_eq!(change(&mut lab, freeze), (60, "frozen", 2, 30));
    lab.real = lab.real.plus_seconds(100);
    assert_eq!(lab.world.clock(lab.real).now.seconds(), 60);
    let real = lab.real.seconds();
    assert_eq!(change(&mut lab, ClockChange::Real).0, real);
    let event = lab.last("clock.changed");
    assert_eq!(event.before.as_deref(), Some("1970-01-01T00:01:00Z"));
}

#[test]
fn an_aim_that_is_none_changes_nothing() {
    let mut lab = Lab::new("infura");
    let to = "tomorrow".to_owned();
    let outcome = lab.step(Action::Control(Control::Clock(ClockChange::AdvanceTo {
        to,
    })));
    assert_eq!(outcome.result.unwrap_err().kind.status(), 422);
    assert_eq!(lab.world.clock(lab.real).now.seconds(), START);
}

#[test]
fn events_have_both_times() {
    let mut lab = Lab::new("infura");
    lab.advance(1);
    let event = lab.last("clock.changed");
    assert_eq!(event.t_virtual.to_string(), "2005-03-18T01:58:01Z");
    assert_eq!(event.t_real.to_string(), "2027-01-15T08:00:00Z");
}
