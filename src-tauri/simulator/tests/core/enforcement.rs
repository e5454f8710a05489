//! Requiring and watching: scenarios 14, 17 and 18, and the two linked sites.

use keytick_simulator::profile::{Mark, Switch};
use keytick_simulator::world::{
    Access, Action, Control, Data, Deed, Go, Origin, PolicyChange, Proof, StageName,
};

use crate::lab::{Answer, Browser, Lab, N, N_PLUS_1, SECRET, profile, refused};

fn enforce(lab: &mut Lab, on: bool) {
    let change = PolicyChange {
        enforce: Some(on),
        ..PolicyChange::default()
    };
    lab.control(Control::Policy(change));
}

fn require(on: bool, roles: &[&str]) -> Deed {
    Deed::SetRequired {
        on,
        roles: roles.iter().map(|role| (*role).to_owned()).collect(),
        proof: Proof::default(),
    }
}

/// Somebody at the two linked sites: one browser, two cookies.
struct Linked {
    identity: Browser,
    product: Browser,
}

impl Linked {
    fn new() -> Self {
        Self {
            identity: Browser::at(Origin::Identity),
            product: Browser::at(Origin::Product),
        }
    }

    /// The password at the identity service, on the way to the product.
    fn password(&mut self, lab: &mut Lab, name: &str) -> Answer {
        self.identity.login(lab, name, "demo", true)
    }

    /// The way back to the product.
    fn cross(&mut self, lab: &mut Lab) -> Answer {
        let data = self.identity.deed(lab, Deed::ToProduct).unwrap().data;
        let Data::Ticket(ticket) = data else {
            panic!("{data:?}");
        };
        let agent = self.product.agent();
        let outcome = lab.step(Action::Redeem { ticket, agent });
        self.product.take(outcome).map(|done| done.go)
    }
}

#[test]
fn the_product_knows_no_password() {
    let mut lab = Lab::new("deployhq");
    let mut product = Browser::at(Origin::Product);
    assert_eq!(product.page(&mut lab, Access::Full), Ok(Go::IdentityLogin));
    let refusal = product.password(&mut lab, "bob@demo.test").unwrap_err();
    assert_eq!(refusal.go, Go::IdentityLogin);

    let mut bob = Linked::new();
    assert_eq!(bob.password(&mut lab, "bob@demo.test"), Ok(Go::Product));
    assert_eq!(bob.cross(&mut lab), Ok(Go::Home));
    assert_ne!(bob.identity.session, bob.product.session);
    bob.product.origin = Origin::Identity;
    assert_eq!(
        bob.product.page(&mut lab, Access::Full),
        Ok(Go::Login),
        "a cookie is for one site"
    );
}

#[test]
fn the_way_to_the_product_is_good_once_and_for_a_minute() {
    let mut lab = Lab::new("deployhq");
    let mut bob = Linked::new();
    bob.password(&mut lab, "bob@demo.test").unwrap();
    let mut ticket = || match bob.identity.deed(&mut lab, Deed::ToProduct).unwrap().data {
        Data::Ticket(ticket) => ticket,
        other => panic!("{other:?}"),
    };
    let (first, second) = (ticket(), ticket());
    let redeem = |ticket: &str| Action::Redeem {
        ticket: ticket.to_owned(),
        agent: Default::default(),
    };
    assert!(lab.step(redeem(&first)).result.is_ok());
    assert!(lab.step(redeem(&first)).result.is_err());
    lab.advance(61);
    let refusal = lab.step(redeem(&second)).result.unwrap_err();
    assert_eq!(refusal.go, Go::IdentityLogin);
    assert_eq!(lab.rule("sso.refused"), "sso.ticket_ttl_s");
}

#[test]
fn scenario_14_the_recovery_token_resets_the_account() {
    let mut lab = Lab::new("deployhq");
    let token = "0123456789abcdef01234567";
    lab.with_codes("zoe@demo.test", "user", Some(&[token]));
    enforce(&mut lab, true);
    let mut zoe = Linked::new();
    assert_eq!(zoe.password(&mut lab, "zoe@demo.test"), Ok(Go::Challenge));
    assert_eq!(zoe.identity.backup(&mut lab, token), Ok(Go::Product));
    assert_eq!(
        (
            lab.factor("zoe@demo.test").as_str(),
            lab.codes_left("zoe@demo.test")
        ),
        ("OFF", 0)
    );

    assert_eq!(zoe.cross(&mut lab), Ok(Go::Prompt));
    assert_eq!(zoe.product.page(&mut lab, Access::Full), Ok(Go::Prompt));
    assert!(
        zoe.product.start(&mut lab).is_err(),
        "codes are set up at the identity service"
    );
    lab.next_secret();
    zoe.identity.start(&mut lab).unwrap();
    assert_eq!(zoe.identity.verify(&mut lab, N), Ok(Go::Codes));
    let fresh = zoe.identity.codes(&lab);
    assert_eq!(fresh.len(), 1);
    assert_ne!(fresh[0], token);
    assert_eq!(zoe.product.page(&mut lab, Access::Full), Ok(Go::Stay));

    let mut again = Linked::new();
    again.password(&mut lab, "zoe@demo.test").unwrap();
    assert!(
        again.identity.backup(&mut lab, token).is_err(),
        "the old token is dead"
    );
    assert_eq!(again.identity.backup(&mut lab, &fresh[0]), Ok(Go::Product));
}

#[test]
fn scenarios_3_and_4_deployhq_is_on_with_activate() {
    let mut lab = Lab::new("deployhq");
    let mut bob = Linked::new();
    bob.password(&mut lab, "bob@demo.test").unwrap();
    lab.next_secret();
    bob.identity.start(&mut lab).unwrap();
    assert_eq!(
        refused(bob.identity.verify(&mut lab, "123456")),
        "The code is wrong."
    );
    assert_eq!(
        bob.identity.key(&lab),
        SECRET,
        "the same QR code is still there"
    );
    assert_eq!(bob.identity.verify(&mut lab, N), Ok(Go::Codes));
    // The tab is closed: nobody has noted the token.
    let mut later = Linked::new();
    assert_eq!(later.password(&mut lab, "bob@demo.test"), Ok(Go::Challenge));
}

#[test]
fn scenario_18_the_list_shows_shields_and_the_box_prompts_at_the_next_login() {
    let mut lab = Lab::new("deployhq");
    lab.enrolled("root@demo.test", "administrator");
    let mut bob = Linked::new();
    bob.password(&mut lab, "bob@demo.test").unwrap();
    bob.cross(&mut lab).unwrap();
    let mark = |lab: &Lab, name: &str| {
        let team = lab.world.team().unwrap();
        team.into_iter()
            .find(|member| member.name == name)
            .unwrap()
            .mark
    };
    assert_eq!(
        mark(&lab, "alice@demo.test"),
        Mark::Icon("shield".to_owned())
    );
    assert_eq!(
        mark(&lab, "bob@demo.test"),
        Mark::Icon("shield-slash".to_owned())
    );

    let mut root = Linked::new();
    root.password(&mut lab, "root@demo.test").unwrap();
    root.identity.code(&mut lab, N).unwrap();
    root.cross(&mut lab).unwrap();
    let powers = lab.world.powers(root.product.session.as_ref().unwrap());
    assert!(powers.require && powers.monitor);
    let powers = lab.world.powers(root.identity.session.as_ref().unwrap());
    assert!(!powers.require, "the identity service requires nothing");
    assert_eq!(
        root.product.does(&mut lab, require(true, &[])),
        Ok(Go::Policy)
    );

    // Who is in goes on; who logs in is prompted.
    assert_eq!(bob.product.page(&mut lab, Access::Full), Ok(Go::Stay));
    let mut later = Linked::new();
    later.password(&mut lab, "bob@demo.test").unwrap();
    assert_eq!(later.cross(&mut lab), Ok(Go::Prompt));
    assert_eq!(lab.rule("enforce.prompted"), "enforce.scope=account");
    assert_eq!(
        later.product.page(&mut lab, Access::Full),
        Ok(Go::Prompt),
        "deep links too"
    );
    let refusal = later
        .product
        .visit(&mut lab, "/api/projects", Access::Full, true)
        .unwrap_err();
    assert_eq!(
        (refusal.kind.status(), refusal.rule.as_str()),
        (403, "enforce.mode=block")
    );
    assert_eq!(
        later.product.does(&mut lab, Deed::LeavePrompt),
        Ok(Go::IdentityLogin)
    );
    assert_eq!(later.product.stage(&mut lab), StageName::Anonymous);

    lab.next_secret();
    later.identity.start(&mut lab).unwrap();
    later.identity.verify(&mut lab, N).unwrap();
    assert_eq!(mark(&lab, "bob@demo.test"), Mark::Icon("shield".to_owned()));
    assert_eq!(later.cross(&mut lab), Ok(Go::Home));
    assert_eq!(
        root.product.page(&mut lab, Access::Full),
        Ok(Go::Stay),
        "others notice nothing"
    );
}

#[test]
fn bytebase_prompts_at_the_next_request() {
    let mut lab = Lab::new("bytebase");
    let mut alice = Browser::new();
    alice.password(&mut lab, "alice@demo.test").unwrap();
    let mut owner = Browser::new();
    owner.password(&mut lab, "owner@demo.test").unwrap();
    assert_eq!(
        refused(alice.does(&mut lab, require(true, &[]))),
        "You may not do this."
    );
    assert_eq!(owner.does(&mut lab, require(true, &[])), Ok(Go::Policy));

    assert_eq!(alice.page(&mut lab, Access::Full), Ok(Go::Prompt));
    assert_eq!(alice.page(&mut lab, Access::Setup), Ok(Go::Stay));
    assert_eq!(alice.stage(&mut lab), StageName::Forced);
    lab.next_secret();
    alice.start(&mut lab).unwrap();
    alice.verify(&mut lab, N).unwrap();
    alice.does(&mut lab, Deed::DownloadCodes).unwrap();
    assert_eq!(alice.ack(&mut lab), Ok(Go::Home));
    assert_eq!(alice.page(&mut lab, Access::Full), Ok(Go::Stay));
    assert_eq!(lab.last("enforce.satisfied").after.as_deref(), Some("FULL"));
}

#[test]
fn a_requirement_that_only_pages_keep() {
    let mut lab = Lab::new("bytebase-observed");
    enforce(&mut lab, true);
    let mut alice = Browser::new();
    assert_eq!(alice.password(&mut lab, "alice@demo.test"), Ok(Go::Prompt));
    assert_eq!(alice.page(&mut lab, Access::Full), Ok(Go::Prompt));
    let (go, _) = alice.visit(&mut lab, "/api", Access::Full, true).unwrap();
    assert_eq!(go, Go::Stay, "the API answers");
}

#[test]
fn scenario_17_what_is_required_is_not_turned_off() {
    let mut lab = Lab::new("bytebase");
    lab.enrolled("zoe@demo.test", "member");
    lab.enrolled("root@demo.test", "owner");
    enforce(&mut lab, true);
    let mut zoe = Browser::logged_in(&mut lab, "zoe@demo.test");
    let disable = || Deed::Disable {
        proof: Proof::confirmed(),
    };
    assert_eq!(
        refused(zoe.does(&mut lab, disable())),
        "2FA is required and cannot be disabled"
    );
    assert_eq!(
        lab.rule("factor.disable_refused"),
        "disable.blocked_when_enforced=true, role=member"
    );
    let mut root = Browser::logged_in(&mut lab, "root@demo.test");
    assert_eq!(root.does(&mut lab, disable()), Ok(Go::Security));
}

#[test]
fn rocketchat_requires_by_role() {
    let mut lab = Lab::new("rocketchat-observed");
    lab.enrolled("root@demo.test", "admin");
    let mut root = Browser::logged_in(&mut lab, "root@demo.test");
    assert_eq!(
        refused(root.does(&mut lab, require(true, &["guest"]))),
        "Confirm that it is you."
    );
    assert_eq!(
        lab.rule("step_up.asked"),
        "step_up.actions=policy, method=totp"
    );
    let deed = Deed::SetRequired {
        on: true,
        roles: vec!["guest".to_owned()],
        proof: Proof::text(N_PLUS_1),
    };
    root.does(&mut lab, deed).unwrap();
    root.does(&mut lab, require(true, &["guest"])).unwrap();
    lab.plain("guest@demo.test", "guest");
    lab.plain("user@demo.test", "user");
    for (name, go) in [
        ("guest@demo.test", Go::Prompt),
        ("user@demo.test", Go::Home),
    ] {
        let mut browser = Browser::new();
        assert_eq!(browser.password(&mut lab, name), Ok(Go::Challenge));
        let code = lab.world.mailbox(lab.real).last().unwrap().codes[0].clone();
        assert_eq!(browser.code(&mut lab, &code), Ok(go), "{name}");
    }
}

#[test]
fn a_grace_period_warns_first() {
    let mut profile = profile("strict");
    profile.enforce.as_mut().unwrap().grace_s = 3600;
    let mut lab = Lab::of(profile);
    enforce(&mut lab, true);
    let mut alice = Browser::new();
    assert_eq!(alice.password(&mut lab, "alice@demo.test"), Ok(Go::Home));
    lab.advance(600);
    let (go, visited) = alice.visit(&mut lab, "/", Access::Full, false).unwrap();
    assert_eq!((go, visited.grace_s), (Go::Stay, Some(3000)));
    lab.advance(3000);
    assert_eq!(alice.page(&mut lab, Access::Full), Ok(Go::Prompt));
}

#[test]
fn rocketchats_administrator_makes_the_feature_available() {
    let mut lab = Lab::new("rocketchat");
    assert!(!lab.world.policy_view().available);
    let mut admin = Browser::new();
    admin.password(&mut lab, "admin").unwrap();
    let code = lab.world.mailbox(lab.real).last().unwrap().codes[0].clone();
    admin.code(&mut lab, &code).unwrap();
    let mut bob = Browser::new();
    bob.password(&mut lab, "bob").unwrap();
    assert!(bob.does(&mut lab, Deed::SetFeature { on: true }).is_err());
    assert_eq!(
        admin.does(&mut lab, Deed::SetFeature { on: true }),
        Ok(Go::Policy)
    );
    assert_eq!(bob.start(&mut lab), Ok(Go::Enroll));
}

/// Each entry: the profile, and where the password leads while the feature is off.
#[test]
fn with_the_feature_off_some_sites_ask_nobody() {
    for (name, go) in [
        ("rocketchat-observed", Go::Home),
        ("bytebase-observed", Go::Home),
        ("rocketchat", Go::Challenge),
    ] {
        let mut lab = Lab::new(name);
        lab.enrolled("zoe@demo.test", "user");
        let change = PolicyChange {
            feature: Some(Switch::Off),
            ..PolicyChange::default()
        };
        lab.control(Control::Policy(change));
        assert_eq!(
            Browser::new().password(&mut lab, "zoe@demo.test"),
            Ok(go),
            "{name}"
        );
    }
}

#[test]
fn a_fault_requires_codes_in_the_middle_of_a_setup() {
    let mut lab = Lab::new("bytebase");
    let fault = r#"{"kind": "enforce_now", "match": {"user": "alice@demo.test"}}"#;
    let fault = keytick_simulator::world::AddFault::from_json(serde_json::from_str(fault).unwrap());
    let mut alice = Browser::new();
    alice.password(&mut lab, "alice@demo.test").unwrap();
    lab.control(Control::AddFault(fault.unwrap()));
    alice.start(&mut lab).unwrap();
    assert_eq!(alice.page(&mut lab, Access::Full), Ok(Go::Prompt));
    assert_eq!(lab.rule("enforce.on"), "fault enforce_now");
    assert_eq!(lab.factor("alice@demo.test"), "SCAN", "the set-up goes on");
}

#[test]
fn every_list_shows_both_states() {
    for (name, _) in keytick_simulator::profile::BUILTIN {
        let lab = Lab::new(name);
        if let Some(team) = lab.world.team() {
            assert!(team.iter().any(|member| member.on), "{name}");
            assert!(team.iter().any(|member| !member.on), "{name}");
        }
    }
}
