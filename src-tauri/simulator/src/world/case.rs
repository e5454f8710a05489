//! Cases with support: the way back for somebody who has lost everything.

use super::step::{Result, Step};
use super::{Case, CaseState, Data, Done, Go, RefusalKind, SessionId};
use crate::profile::RecoveryOutcome;

/// Longer messages are cut.
const LONGEST_MESSAGE: usize = 2_000;
/// More cases than this are refused.
const MOST_CASES: usize = 1_000;

impl Step<'_> {
    pub(super) fn open_case(&mut self, id: &SessionId, message: &str) -> Result {
        let (session, _) = self.challenged(id)?;
        if self.profile.recovery.support_link.is_none() || self.world.cases.len() >= MOST_CASES {
            return self.no_such_thing("recovery.support_link=none");
        }
        let open = |case: &&Case| case.user == session.user && case.state == CaseState::Open;
        if let Some(case) = self.world.cases.iter().find(open) {
            return Ok(Done::with(Go::CaseOpened, Data::Case(case.id)));
        }
        self.world.numbers.case += 1;
        let number = self.world.numbers.case;
        self.world.cases.push(Case {
            id: number,
            user: session.user.clone(),
            message: message.trim().chars().take(LONGEST_MESSAGE).collect(),
            opened: self.now,
            state: CaseState::Open,
        });
        let event = self.log("recovery.case_opened").with("case", number);
        event.rule("recovery.support_link").write();
        Ok(Done::with(Go::CaseOpened, Data::Case(number)))
    }

    pub(super) fn decide_case(&mut self, id: &SessionId, number: u64, approve: bool) -> Result {
        let session = self.fully_in(id)?;
        let role = self.profile.recovery.approve_role.clone();
        self.is_role(&session, role.as_ref(), "recovery.approve_role")?;
        self.settle_case(number, approve)
    }

    /// Decides a case, whoever does.
    pub(super) fn settle_case(&mut self, number: u64, approve: bool) -> Result {
        let case = self.world.cases.iter_mut().find(|case| case.id == number);
        let Some(case) = case.filter(|case| case.state == CaseState::Open) else {
            let message = self.profile.errors.invalid.clone();
            let rule = "case: unknown or decided";
            return self.refuse_logged("recovery.refused", RefusalKind::Unknown, &message, rule);
        };
        case.state = if approve {
            CaseState::Approved
        } else {
            CaseState::Refused
        };
        let name = case.user.clone();
        let event = self.log(if approve {
            "recovery.approved"
        } else {
            "recovery.refused"
        });
        event
            .with("case", number)
            .with("user", name.clone())
            .write();
        if approve && self.world.users.contains_key(&name) {
            let (rule, again) = match self.profile.recovery.outcome {
                RecoveryOutcome::Disable => ("recovery.outcome=disable", false),
                RecoveryOutcome::ForceReenroll => ("recovery.outcome=force_reenroll", true),
            };
            self.turn_off(&name, rule);
            self.user_mut(&name)?.must_enroll = again;
            if self.profile.recovery.closes_sessions {
                self.drop_sessions(&name, None, "recovery.closes_sessions=true");
            }
        }
        Ok(Done::with(Go::Cases, Data::Case(number)))
    }
}
