//! From the identity service to the product.

use serde::{Deserialize, Serialize};

use super::chance::Purpose;
use super::login::Entrance;
use super::step::{Result, Step};
use super::{Agent, Data, Done, Go, Moment, Origin, RefusalKind, SessionId};

/// More tickets than this are not open at once.
const MOST_TICKETS: usize = 1_000;

/// A way from the identity service to the product. It is good once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Ticket {
    user: String,
    until: Moment,
}

impl Step<'_> {
    pub(super) fn cross_over(&mut self, id: &SessionId) -> Result {
        let session = self.fully_in(id)?;
        let Some(sso) = self.profile.sso.clone() else {
            return self.no_such_thing("sso=none");
        };
        if session.origin != Origin::Identity {
            return self.no_such_thing("sso: this is not the identity service");
        }
        let now = self.now;
        self.world.tickets.retain(|_, ticket| now <= ticket.until);
        if self.world.tickets.len() >= MOST_TICKETS {
            self.world.tickets.pop_first();
        }
        let text = self.world.chance.hex(Purpose::Sessions, 16);
        let ticket = Ticket {
            user: session.user,
            until: now.plus_seconds(sso.ticket_ttl_s),
        };
        self.world.tickets.insert(text.clone(), ticket);
        if let Some(session) = self.world.session_mut(id) {
            session.to_product = false;
        }
        self.log("sso.ticket").write();
        Ok(Done::with(Go::Product, Data::Ticket(text)))
    }

    pub(super) fn redeem(&mut self, text: &str, agent: Agent) -> Result {
        let ticket = self.world.tickets.remove(text);
        let Some(ticket) = ticket.filter(|ticket| self.now <= ticket.until) else {
            let message = self.profile.errors.stale_link.clone();
            return self
                .refuse_logged(
                    "sso.refused",
                    RefusalKind::Expired,
                    &message,
                    "sso.ticket_ttl_s",
                )
                .map_err(|refusal| refusal.going(Go::IdentityLogin));
        };
        self.actor.clone_from(&ticket.user);
        self.user(&ticket.user)?;
        self.log("sso.redeemed").write();
        let entrance = Entrance {
            origin: Origin::Product,
            agent,
            to_product: false,
            notice: None,
        };
        self.admit(&ticket.user, entrance)
    }
}
