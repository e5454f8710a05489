//! A world under test and the browsers in it. Its clock stands at the start of a step whose codes
//! are known, and everybody's key is the one of RFC 6238.

use std::sync::Arc;

use keytick_simulator::profile::{Cast, CastFactor, Profile, builtin};
use keytick_simulator::world::{
    Access, Action, AddFault, Agent, Clock, ClockChange, Config, Control, Data, Deed, Done, Event,
    FaultKind, Go, Moment, Origin, Outcome, Password, Refusal, SessionChange, SessionId, StageName,
    Visit, Visited, World,
};

/// The key of RFC 6238, which every set-up in these tests gets.
pub const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
/// The start of step 37037036.
pub const START: u64 = 1_111_111_080;
/// The codes of the steps around it.
pub const N_MINUS_2: &str = "150727";
pub const N_MINUS_1: &str = "731029";
pub const N: &str = "081804";
pub const N_PLUS_1: &str = "050471";
pub const N_PLUS_2: &str = "266759";
pub const N_PLUS_3: &str = "306183";
/// A code of no step near.
pub const WRONG: &str = "123456";

pub struct Lab {
    pub world: World,
    pub real: Moment,
}

/// The built-in profile of this name.
pub fn profile(name: &str) -> Profile {
    Profile::parse(builtin(name).unwrap()).unwrap()
}

impl Lab {
    pub fn new(name: &str) -> Self {
        Self::of(profile(name))
    }

    pub fn of(profile: Profile) -> Self {
        Self::seeded(profile, 7)
    }

    pub fn seeded(profile: Profile, seed: u64) -> Self {
        let clock = Clock::Frozen {
            at: Moment::from_seconds(START),
        };
        let config = Config {
            seed,
            clock,
            show_secrets: false,
        };
        let real = Moment::from_seconds(1_800_000_000);
        let world = World::new("demo", Arc::new(profile), config, real);
        Self { world, real }
    }

    pub fn step(&mut self, action: Action) -> Outcome {
        self.world.step(action, self.real)
    }

    #[track_caller]
    pub fn control(&mut self, control: Control) -> Data {
        self.step(Action::Control(control)).result.unwrap().data
    }

    /// Somebody with this role whose codes are on, with the key of RFC 6238.
    pub fn enrolled(&mut self, name: &str, role: &str) {
        self.with_codes(name, role, None);
    }

    /// The same, with these recovery codes.
    pub fn with_codes(&mut self, name: &str, role: &str, codes: Option<&[&str]>) {
        let cast = Cast {
            factor: CastFactor::On,
            secret: Some(SECRET.to_owned()),
            codes: codes.map(|codes| codes.iter().map(|code| (*code).to_owned()).collect()),
            ..Cast::new(name, role, "demo")
        };
        self.control(Control::CreateUser(cast));
    }

    /// Somebody with this role whose codes are off.
    pub fn plain(&mut self, name: &str, role: &str) {
        self.control(Control::CreateUser(Cast::new(name, role, "demo")));
    }

    /// The next set-up gets the key of RFC 6238.
    pub fn next_secret(&mut self) {
        let secret = SECRET.into();
        self.control(Control::NextSecret { secret });
    }

    pub fn next_codes(&mut self, codes: &[&str]) {
        let codes = codes.iter().map(|code| (*code).to_owned()).collect();
        self.control(Control::NextCodes { codes });
    }

    pub fn advance(&mut self, seconds: i64) {
        self.control(Control::Clock(ClockChange::Advance { seconds }));
    }

    pub fn fault(&mut self, kind: FaultKind) -> u64 {
        match self.control(Control::AddFault(AddFault::always(kind))) {
            Data::Fault(id) => id,
            other => panic!("{other:?}"),
        }
    }

    /// The last event of this type.
    #[track_caller]
    pub fn last(&self, kind: &str) -> Event {
        let mut events = self.world.events().since(0);
        let found = events.rfind(|event| event.kind == kind);
        found
            .unwrap_or_else(|| panic!("no event {kind}"))
            .as_ref()
            .clone()
    }

    /// The rule of the last event of this type.
    #[track_caller]
    pub fn rule(&self, kind: &str) -> String {
        self.last(kind).rule.unwrap_or_default()
    }

    /// The types of events after number `seq`, in order.
    pub fn types_since(&self, seq: u64) -> Vec<String> {
        self.world
            .events()
            .since(seq)
            .map(|event| event.kind.to_string())
            .collect()
    }

    pub fn seq(&self) -> u64 {
        self.world.events().next_seq() - 1
    }

    /// Whether somebody's codes are on, as the log writes the state.
    #[track_caller]
    pub fn factor(&self, name: &str) -> String {
        self.world.user(name).unwrap().factor.state().to_string()
    }

    pub fn codes_left(&self, name: &str) -> usize {
        self.world
            .user_view(self.world.user(name).unwrap())
            .codes_left
    }
}

/// A browser: it keeps what the site gives it.
#[derive(Default)]
pub struct Browser {
    pub origin: Origin,
    pub session: Option<SessionId>,
    pub device: Option<String>,
}

pub type Answer = Result<Go, Refusal>;

impl Browser {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn at(origin: Origin) -> Self {
        Self {
            origin,
            ..Self::default()
        }
    }

    /// A browser in which this person has logged in with password and the current code.
    #[track_caller]
    pub fn logged_in(lab: &mut Lab, name: &str) -> Self {
        let mut browser = Self::new();
        if browser.password(lab, name) == Ok(Go::Challenge) {
            browser.code(lab, N).unwrap();
        }
        assert_eq!(browser.stage(lab), StageName::Full);
        browser
    }

    pub fn take(&mut self, outcome: Outcome) -> Result<Done, Refusal> {
        match outcome.session {
            SessionChange::Keep => {}
            SessionChange::Set(id) => self.session = Some(id),
            SessionChange::Clear => self.session = None,
        }
        if let Ok(Done {
            data: Data::Device { token, .. },
            ..
        }) = &outcome.result
        {
            self.device = Some(token.clone());
        }
        outcome.result
    }

    /// Logs in with the password that everybody has.
    pub fn password(&mut self, lab: &mut Lab, name: &str) -> Answer {
        self.login(lab, name, "demo", false)
    }

    pub fn login(&mut self, lab: &mut Lab, name: &str, password: &str, to_product: bool) -> Answer {
        let action = Action::Password(Password {
            origin: self.origin,
            session: self.session.clone(),
            name: name.to_owned(),
            password: password.into(),
            to_product,
            agent: self.agent(),
        });
        let outcome = lab.step(action);
        self.take(outcome).map(|done| done.go)
    }

    pub fn agent(&self) -> Agent {
        Agent {
            address: "127.0.0.1".to_owned(),
            device: self.device.clone(),
        }
    }

    pub fn deed(&mut self, lab: &mut Lab, deed: Deed) -> Result<Done, Refusal> {
        let session = self.session.clone().unwrap_or_else(|| "none".into());
        let outcome = lab.step(Action::Deed { session, deed });
        self.take(outcome)
    }

    /// Does something and says where the site leads.
    pub fn does(&mut self, lab: &mut Lab, deed: Deed) -> Answer {
        self.deed(lab, deed).map(|done| done.go)
    }

    pub fn code(&mut self, lab: &mut Lab, code: &str) -> Answer {
        let code = code.into();
        let remember = false;
        self.does(lab, Deed::Code { code, remember })
    }

    pub fn backup(&mut self, lab: &mut Lab, code: &str) -> Answer {
        let code = code.into();
        self.does(lab, Deed::Backup { code })
    }

    pub fn logout(&mut self, lab: &mut Lab) {
        self.does(lab, Deed::Logout).unwrap();
    }

    pub fn start(&mut self, lab: &mut Lab) -> Answer {
        self.does(lab, Deed::StartEnroll { password: None })
    }

    pub fn verify(&mut self, lab: &mut Lab, code: &str) -> Answer {
        let code = code.into();
        self.does(lab, Deed::VerifyEnroll { code })
    }

    pub fn ack(&mut self, lab: &mut Lab) -> Answer {
        self.does(lab, Deed::AckCodes)
    }

    /// Asks for a page.
    pub fn visit(
        &mut self,
        lab: &mut Lab,
        route: &str,
        access: Access,
        api: bool,
    ) -> Result<(Go, Visited), Refusal> {
        let visit = Visit {
            origin: self.origin,
            session: self.session.clone(),
            route: route.to_owned(),
            step: None,
            access,
            api,
            again: false,
        };
        let outcome = lab.step(Action::Visit(visit));
        self.take(outcome).map(|done| match done.data {
            Data::Visited(visited) => (done.go, visited),
            other => panic!("{other:?}"),
        })
    }

    /// Where the site leads somebody who asks for this page.
    pub fn page(&mut self, lab: &mut Lab, access: Access) -> Answer {
        self.visit(lab, "/page", access, false).map(|(go, _)| go)
    }

    /// How far the session has come.
    pub fn stage(&mut self, lab: &mut Lab) -> StageName {
        let session = self.session.as_ref().and_then(|id| lab.world.session(id));
        session.map_or(StageName::Anonymous, |session| session.stage.name())
    }

    /// The key on the page of the set-up.
    #[track_caller]
    pub fn key(&self, lab: &Lab) -> String {
        let id = self.session.as_ref().unwrap();
        lab.world
            .enrolment(id, lab.real)
            .unwrap()
            .key
            .replace(' ', "")
    }

    /// The recovery codes on view.
    #[track_caller]
    pub fn codes(&self, lab: &Lab) -> Vec<String> {
        lab.world
            .codes(self.session.as_ref().unwrap())
            .unwrap()
            .codes
    }
}

/// What a page says when it refuses.
#[track_caller]
pub fn refused(answer: Answer) -> String {
    answer.unwrap_err().message
}
