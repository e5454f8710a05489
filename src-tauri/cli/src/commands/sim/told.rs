//! An event of a world as a line for a person.

use std::fmt;

use keytick_simulator::world::Event;

use crate::output::plain;

/// `01:58:30  demo  alice@demo.test  challenge.failed  totp.window=[-1,1], delta=+2`
pub(super) struct Told<'a>(pub(super) &'a Event);

impl fmt::Display for Told<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let event = self.0;
        let moment = event.t_virtual.to_string();
        // The date is the same for most of them.
        let time = moment.get(11..19).unwrap_or(&moment);
        let (actor, kind) = (plain(&event.actor), &event.kind);
        write!(formatter, "{time}  {}  {actor}  {kind}", event.world)?;
        match &event.rule {
            Some(rule) => write!(formatter, "  {}", plain(rule)),
            None => Ok(()),
        }
    }
}
