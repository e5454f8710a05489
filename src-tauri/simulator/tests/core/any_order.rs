//! Whatever is done in whatever order, to whatever profile: nothing breaks, every refusal says
//! why, and nobody gets in without what was due.

use keytick_simulator::profile::BUILTIN;
use keytick_simulator::world::{
    Access, Action, AddFault, Control, Data, Deed, EVENT_TYPES, FAULT_KINDS, Origin, Outcome,
    PolicyChange, Proof, StageName,
};

use crate::lab::{Browser, Lab, N, SECRET, WRONG, profile};

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }
}

fn deed(dice: &mut Dice, code: &str) -> Deed {
    let typed = dice.of(&[N, WRONG, "", "aaaaAAAA", "demo", code]);
    let proof = dice.of(&[Proof::default(), Proof::confirmed(), Proof::text(typed)]);
    let on = dice.below(2) == 0;
    dice.of(&[
        Deed::Logout,
        Deed::Code {
            code: typed.into(),
            remember: on,
        },
        Deed::Code {
            code: typed.into(),
            remember: on,
        },
        Deed::Backup { code: typed.into() },
        Deed::ResendEmail,
        Deed::OpenCase {
            message: typed.to_owned(),
        },
        Deed::StartEnroll {
            password: Some("demo".into()),
        },
        Deed::RevealKey,
        Deed::VerifyEnroll { code: typed.into() },
        Deed::VerifyEnroll { code: typed.into() },
        Deed::BackToScan,
        Deed::CancelEnroll,
        Deed::DownloadCodes,
        Deed::AckCodes,
        Deed::CancelCodes,
        Deed::RegenerateCodes {
            proof: proof.clone(),
        },
        Deed::Disable {
            proof: proof.clone(),
        },
        Deed::SetEmailOtp {
            on,
            proof: proof.clone(),
        },
        Deed::ChangePassword {
            new: "demo".into(),
            proof: proof.clone(),
        },
        Deed::ChangeEmail {
            email: format!("{typed}@demo.test"),
            proof: proof.clone(),
        },
        Deed::SendVerification,
        Deed::LeavePrompt,
        Deed::ToProduct,
        Deed::SetRequired {
            on,
            roles: vec!["user".to_owned()],
            proof,
        },
        Deed::SetFeature { on },
        Deed::ResetFactor {
            user: "bob".to_owned(),
        },
        Deed::DecideCase {
            case: 1,
            approve: on,
        },
    ])
}

fn control(dice: &mut Dice) -> Control {
    let user = dice.of(&["bob", "alice@demo.test", "nobody"]).to_owned();
    let on = dice.below(2) == 0;
    let (kind, _, _) = dice.of(FAULT_KINDS);
    let fault = serde_json::json!({ "kind": kind, "times": 2, "probability": 0.5 });
    let mut all = vec![
        Control::ResetUser { user: user.clone() },
        Control::UnlockUser { user: user.clone() },
        Control::CloseSessions { user: user.clone() },
        Control::Oracle { user, offset: -1 },
        Control::NextSecret {
            secret: SECRET.into(),
        },
        Control::Clock(keytick_simulator::world::ClockChange::Advance { seconds: 31 }),
        Control::Policy(PolicyChange {
            enforce: Some(on),
            ..PolicyChange::default()
        }),
        Control::ClearFaults,
        Control::ClearMail,
    ];
    all.extend(AddFault::from_json(fault).ok().map(Control::AddFault));
    dice.of(&all)
}

/// What must hold after every step.
#[track_caller]
fn holds(name: &str, before: u64, outcome: &Outcome) {
    if let Err(refused) = &outcome.result {
        assert!(!refused.message.is_empty(), "{name}: {refused:?}");
        let named = |event: &std::sync::Arc<keytick_simulator::world::Event>| {
            event.rule.as_deref() == Some(&refused.rule)
        };
        assert!(outcome.events.iter().any(named), "{name}: {refused:?}");
    }
    for (event, seq) in outcome.events.iter().zip(before + 1..) {
        assert_eq!(event.seq, seq, "{name}");
        assert!(
            EVENT_TYPES.iter().any(|(kind, _)| *kind == event.kind),
            "{}",
            event.kind
        );
    }
}

#[test]
fn whatever_is_done_every_refusal_says_why() {
    for (name, _) in BUILTIN {
        let mut lab = Lab::of(profile(name));
        let mut dice = Dice(41);
        let origins = match lab.world.profile().sso {
            Some(_) => vec![Origin::Identity, Origin::Product],
            None => vec![Origin::Site],
        };
        let mut browsers: Vec<Browser> = (0..6).map(|_| Browser::at(dice.of(&origins))).collect();
        for _ in 0..3_000 {
            let before = lab.seq();
            let place = dice.below(browsers.len());
            let browser = &mut browsers[place];
            let session = browser.session.clone().unwrap_or_else(|| "none".into());
            let mailed = lab
                .world
                .mailbox(lab.real)
                .last()
                .and_then(|mail| mail.codes.first().cloned());
            let action = match dice.below(12) {
                0 => Action::Control(control(&mut dice)),
                1 | 2 => {
                    let access = dice.of(&[
                        Access::Anyone,
                        Access::Challenge,
                        Access::Setup,
                        Access::Full,
                    ]);
                    let _ = browser.visit(&mut lab, "/page", access, dice.below(2) == 0);
                    continue;
                }
                3 | 4 => {
                    let name = dice.of(&[
                        "alice",
                        "bob",
                        "admin",
                        "support",
                        "alice@demo.test",
                        "owner@demo.test",
                    ]);
                    let _ = browser.password(&mut lab, name);
                    continue;
                }
                _ => Action::Deed {
                    session,
                    deed: deed(&mut dice, mailed.as_deref().unwrap_or(WRONG)),
                },
            };
            let outcome = lab.step(action);
            holds(name, before, &outcome);
            if let Ok(done) = browser.take(outcome)
                && let Data::Ticket(ticket) = done.data
            {
                let agent = browser.agent();
                lab.step(Action::Redeem { ticket, agent });
            }
        }
        assert!(lab.seq() > 1_000, "{name}");
    }
}

/// For every profile: a person whose codes are on gets no full session by any of many steps that
/// are none of the right ones.
#[test]
fn nobody_gets_past_the_second_step_without_passing_it() {
    for (name, _) in BUILTIN {
        let mut lab = Lab::of(profile(name));
        let mut dice = Dice(43);
        lab.with_codes("zoe@demo.test", "member", Some(&["right-code"]));
        let mut zoe = Browser::new();
        if lab.world.profile().sso.is_some() {
            zoe.origin = Origin::Identity;
        }
        zoe.password(&mut lab, "zoe@demo.test").unwrap();
        for _ in 0..500 {
            if zoe.stage(&mut lab) == StageName::Anonymous {
                lab.control(Control::UnlockUser {
                    user: "zoe@demo.test".to_owned(),
                });
                zoe.password(&mut lab, "zoe@demo.test").unwrap();
            }
            let deed = match deed(&mut dice, WRONG) {
                Deed::Code { .. } => Deed::Code {
                    code: WRONG.into(),
                    remember: true,
                },
                other => other,
            };
            let _ = zoe.does(&mut lab, deed);
            assert_ne!(zoe.stage(&mut lab), StageName::Full, "{name}");
            assert_ne!(zoe.stage(&mut lab), StageName::Forced, "{name}");
        }
        assert_eq!(lab.factor("zoe@demo.test"), "ON", "{name}");
    }
}
