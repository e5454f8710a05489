//! Mails: codes, links that verify an address, notices. They stay in the world's mailbox.

use std::sync::Arc;

use subtle::ConstantTimeEq;

use super::chance::Purpose;
use super::fault_kind::Point;
use super::step::{Result, Step, refusal};
use super::{
    Done, EmailCode, FaultKind, Go, Mail, Method, RefusalKind, Session, SessionId, Stage, Typed,
    User,
};
use crate::profile::{EmailOtp, OnMax, Pool};

/// More mails than this are not kept; the oldest go.
const MOST_MAILS: usize = 1_000;

/// A mail that is to be sent.
struct Draft {
    to: String,
    subject: String,
    text: String,
    code: Option<String>,
    token: Option<String>,
}

impl Step<'_> {
    /// Whether codes by e-mail are a second step for this person.
    pub(super) fn mails_codes_to(&self, user: &User) -> bool {
        let allowed = |rules: &EmailOtp| user.email_verified || !rules.verified_only;
        user.email_otp && self.profile.email_otp.as_ref().is_some_and(allowed)
    }

    /// Sends a new code.
    pub(super) fn mail_code(&mut self, name: &str) -> Result<EmailCode> {
        let rules = self.profile.email_otp.clone().unwrap_or_default();
        let digits: Vec<char> = ('0'..='9').collect();
        let length = usize::from(rules.digits);
        let code = self.world.chance.text(Purpose::Mail, &digits, length);
        let wrong = self.world.chance.text(Purpose::Mail, &digits, length);
        let to = self.user(name)?.email.clone();
        let lies = |kind: &FaultKind| *kind == FaultKind::MailWrongCode;
        let written = match self.fire_one(Point::Mail, Some(name), lies) {
            Some(_) => wrong,
            None => code.clone(),
        };
        let draft = Draft {
            to,
            subject: rules.subject.clone(),
            text: rules
                .text
                .replace("{code}", &displayed(&written, &rules.display)),
            code: Some(written),
            token: None,
        };
        let delivered = self.send(name, draft);
        Ok(EmailCode {
            code,
            sent: self.now,
            wrong: 0,
            delivered,
        })
    }

    pub(super) fn mail_verification(&mut self, name: &str) -> Result<()> {
        let token = self.world.chance.hex(Purpose::Mail, 16);
        let user = self.user_mut(name)?;
        user.verification = Some(token.clone());
        let to = user.email.clone();
        let signup = self.profile.signup.clone();
        let draft = Draft {
            to,
            subject: signup.subject,
            text: signup.text,
            code: None,
            token: Some(token),
        };
        self.send(name, draft);
        Ok(())
    }

    pub(super) fn mail_notice(&mut self, name: &str) -> Result<()> {
        let to = self.user(name)?.email.clone();
        let recovery = &self.profile.recovery;
        let draft = Draft {
            to,
            subject: recovery.notice_subject.clone(),
            text: recovery.notice_text.clone(),
            code: None,
            token: None,
        };
        self.send(name, draft);
        Ok(())
    }

    /// Puts a mail into the mailbox. Whether it arrived, or will.
    fn send(&mut self, name: &str, draft: Draft) -> bool {
        let (mut dropped, mut late) = (false, 0);
        let on_the_way =
            |kind: &FaultKind| matches!(kind, FaultKind::MailDrop | FaultKind::MailDelay { .. });
        for fault in self.fire(Point::Mail, Some(name), on_the_way) {
            match fault {
                FaultKind::MailDrop => dropped = true,
                FaultKind::MailDelay { s } => late = s,
                _ => {}
            }
        }
        let code = draft.code.as_ref().map(|code| self.masked(code));
        if dropped {
            let event = self
                .log("email.dropped")
                .with("to", draft.to)
                .with("code", code);
            event.rule("fault mail_drop").write();
            return false;
        }
        self.world.numbers.mail += 1;
        let mail = Mail {
            id: self.world.numbers.mail,
            to: draft.to,
            subject: draft.subject,
            text: draft.text,
            codes: draft.code.into_iter().collect(),
            token: draft.token,
            sent: self.now,
            arrives: self.now.plus_seconds(late),
        };
        let event = self.log("email.sent").with("to", mail.to.clone());
        let event = event
            .with("subject", mail.subject.clone())
            .with("code", code);
        event.with("mail", mail.id).write();
        if self.world.mailbox.len() == MOST_MAILS {
            self.world.mailbox.pop_front();
        }
        self.world.mailbox.push_back(Arc::new(mail));
        true
    }

    /// A try with a code from a mail, at the second step. The rule that let it pass.
    pub(super) fn try_email_code(
        &mut self,
        id: &SessionId,
        session: &Session,
        typed: &Typed,
    ) -> Result<String> {
        let Stage::Challenge(challenge) = &session.stage else {
            return Ok(String::new());
        };
        let sent = challenge.email.clone();
        let (result, kept) = self.check_email_code(id, session, typed, sent, "challenge.failed")?;
        if let Some(session) = self.world.session_mut(id)
            && let Stage::Challenge(challenge) = &mut session.stage
        {
            challenge.email = Some(kept);
        }
        result
    }

    /// The same for a guarded action.
    pub(super) fn try_step_up_mail(
        &mut self,
        id: &SessionId,
        session: &Session,
        typed: &Typed,
    ) -> Result<()> {
        let sent = session.step_up_code.clone();
        let (result, kept) = self.check_email_code(id, session, typed, sent, "step_up.failed")?;
        let passed = result.is_ok();
        if let Some(session) = self.world.session_mut(id) {
            session.step_up_code = (!passed).then_some(kept);
        }
        result.map(drop)
    }

    /// Whether a code is the one that was mailed, and what is kept of it after a wrong try.
    fn check_email_code(
        &mut self,
        id: &SessionId,
        session: &Session,
        typed: &Typed,
        sent: Option<EmailCode>,
        event: &'static str,
    ) -> Result<(Result<String>, EmailCode)> {
        let unlocked = self.factor_unlocked(Pool::Email, id, session);
        self.noted(event, "email", unlocked)?;
        let rules = self.profile.email_otp.clone().unwrap_or_default();
        let Some(mut sent) = sent else {
            let code = self.mail_code(&session.user)?;
            let message = self.profile.errors.email_expired.clone();
            let refused = self.refuse(
                RefusalKind::Expired,
                &message,
                "email_otp: no code was sent",
            );
            return Ok((refused, code));
        };
        let digits: String = typed
            .as_str()
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        let age = self.now.millis_since(sent.sent);
        let right: bool = digits.as_bytes().ct_eq(sent.code.as_bytes()).into();
        let (kind, message, rule) = if age > rules.ttl_s * 1000 {
            let rule = format!(
                "email_otp.ttl_s={}, age={}",
                rules.ttl_s,
                age.div_ceil(1000)
            );
            (
                RefusalKind::Expired,
                &self.profile.errors.email_expired,
                rule,
            )
        } else if right {
            self.factor_passed(Pool::Email, id, session);
            return Ok((Ok("email_otp: the mailed code".to_owned()), sent));
        } else {
            sent.wrong += 1;
            let rule = format!(
                "email_otp.max_invalid={}, wrong={}",
                rules.max_invalid, sent.wrong
            );
            let spent = sent.wrong >= rules.max_invalid;
            let errors = &self.profile.errors;
            let message = if spent {
                &errors.email_max
            } else {
                &errors.email
            };
            (RefusalKind::Email, message, rule)
        };
        let mut refused = refusal(kind, message, &rule);
        let entry = self.log(event).with("method", "email");
        entry.secret("code", typed.as_str()).rule(rule).write();
        self.factor_failed(Pool::Email, id, session);
        if kind == RefusalKind::Email && sent.wrong >= rules.max_invalid {
            match rules.on_max {
                OnMax::NewCode => sent = self.mail_code(&session.user)?,
                OnMax::Restart => {
                    self.drop_session(id, "email_otp.on_max=restart");
                    self.session = super::SessionChange::Clear;
                    refused.go = Go::Login;
                }
            }
        }
        Ok((Err(refused), sent))
    }

    pub(super) fn resend_email(&mut self, id: &SessionId) -> Result {
        let session = self.known_session(id)?;
        let challenged = matches!(session.stage, Stage::Challenge(_));
        let (method, sent) = if challenged {
            let (_, challenge) = self.challenged(id)?;
            (challenge.method, challenge.email)
        } else {
            (self.step_up_method(&session)?, session.step_up_code.clone())
        };
        if method != Method::Email {
            return self.no_such_thing("email_otp: the second step is another");
        }
        self.cooled_down(sent.as_ref())?;
        let code = self.mail_code(&session.user)?;
        if let Some(kept) = self.world.session_mut(id) {
            match &mut kept.stage {
                Stage::Challenge(challenge) => challenge.email = Some(code),
                Stage::Forced | Stage::Full => kept.step_up_code = Some(code),
            }
        }
        let go = if challenged { Go::Challenge } else { Go::Stay };
        Ok(Done::go(go))
    }

    fn cooled_down(&mut self, sent: Option<&EmailCode>) -> Result<()> {
        let cooldown = self
            .profile
            .email_otp
            .as_ref()
            .map_or(0, |rules| rules.resend_cooldown_s);
        let ready = sent.map_or(self.now, |sent| sent.sent.plus_seconds(cooldown));
        let left = ready.seconds_since(self.now);
        if left == 0 {
            return Ok(());
        }
        let message = &self.profile.errors.email_cooldown;
        let message = message.replace("{seconds}", &left.to_string());
        let rule = format!("email_otp.resend_cooldown_s={cooldown}, {left} s left");
        let mut refused = refusal(RefusalKind::Locked, &message, &rule);
        refused.retry_after_s = Some(left);
        self.log("challenge.failed")
            .with("method", "email")
            .rule(rule)
            .write();
        Err(refused)
    }
}

/// Digits written as a pattern has it: `###-###`.
fn displayed(code: &str, pattern: &str) -> String {
    let mut digits = code.chars();
    pattern
        .chars()
        .filter_map(|place| match place {
            '#' => digits.next(),
            other => Some(other),
        })
        .collect()
}
