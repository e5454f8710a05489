//! The world's clock: real, moved, or standing still.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::error::{Answer, ApiError};
use super::extract::{Body, InWorld};
use super::take;
use crate::server::site::Site;
use crate::world::{Clock, ClockChange, ClockView, Control, Data, Moment};

/// How the clock runs.
#[derive(Debug, Clone, Copy, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum Mode {
    /// As the real one.
    Real,
    /// It shows `now` and runs on.
    Offset,
    /// It stands still, at `now` or where it is.
    Frozen,
}

/// A clock to be set.
#[derive(Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SetClock {
    mode: Mode,
    /// A time of RFC 3339.
    #[serde(default)]
    #[schema(example = "2005-03-18T01:58:00Z", format = DateTime)]
    now: Option<String>,
}

impl SetClock {
    pub(super) fn change(&self) -> Answer<ClockChange> {
        let now = match &self.now {
            None => None,
            Some(text) => Some(moment("now", text)?),
        };
        match (self.mode, now) {
            (Mode::Real, _) => Ok(ClockChange::Real),
            (Mode::Offset, Some(now)) => Ok(ClockChange::Offset { now }),
            (Mode::Offset, None) => Err(ApiError::invalid("now", "an offset clock needs a time")),
            (Mode::Frozen, now) => Ok(ClockChange::Frozen { now }),
        }
    }

    /// The clock of a world that begins with it.
    pub(super) fn first(&self, real: Moment) -> Answer<Clock> {
        let signed = |moment: Moment| i64::try_from(moment.millis()).unwrap_or(i64::MAX);
        Ok(match self.change()? {
            ClockChange::Offset { now } => Clock::Offset {
                millis: signed(now) - signed(real),
            },
            ClockChange::Frozen { now } => Clock::Frozen {
                at: now.unwrap_or(real),
            },
            _ => Clock::Real,
        })
    }
}

fn moment(field: &str, text: &str) -> Answer<Moment> {
    text.parse()
        .map_err(|error: crate::world::ClockError| ApiError::invalid(field, &error.to_string()))
}

/// How far the clock is moved at most, either way: a hundred years.
const MOST_SECONDS: i64 = 3_200_000_000;
const MOST_STEPS: i64 = 100_000_000;

/// How far the clock is moved: one of the three.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Advance {
    /// By so many seconds; below 0 is back.
    #[serde(default)]
    #[schema(minimum = -3_200_000_000_i64, maximum = 3_200_000_000_i64)]
    seconds: Option<i64>,
    /// By so many periods of a code; below 0 is back.
    #[serde(default)]
    #[schema(minimum = -100_000_000_i64, maximum = 100_000_000_i64)]
    steps: Option<i64>,
    /// To a place near the next code: `next_step`, `next_step-1s`, `next_step+2s`.
    #[serde(default)]
    #[schema(example = "next_step-1s")]
    to: Option<String>,
}

impl Advance {
    fn change(self) -> Answer<ClockChange> {
        match (self.seconds, self.steps, self.to) {
            (Some(seconds), None, None) => {
                let seconds = within("seconds", seconds, MOST_SECONDS)?;
                Ok(ClockChange::Advance { seconds })
            }
            (None, Some(steps), None) => {
                let steps = within("steps", steps, MOST_STEPS)?;
                Ok(ClockChange::AdvanceSteps { steps })
            }
            (None, None, Some(to)) => Ok(ClockChange::AdvanceTo { to }),
            _ => Err(ApiError::invalid(
                "seconds",
                "give one of seconds, steps and to",
            )),
        }
    }
}

fn within(field: &str, value: i64, most: i64) -> Answer<i64> {
    match (-most..=most).contains(&value) {
        true => Ok(value),
        false => Err(ApiError::invalid(
            field,
            &format!("at most {most} either way"),
        )),
    }
}

/// What a world's clock shows.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ClockNow {
    /// `real`, `offset` or `frozen`.
    mode: &'static str,
    /// The world's time.
    #[schema(format = DateTime)]
    now: String,
    /// The same in seconds since 1970.
    unix: u64,
    /// The step of the code that is good now.
    step: u64,
    /// For how many more seconds it is.
    seconds_left: u64,
    /// A code's period in seconds.
    period: u32,
}

impl From<ClockView> for ClockNow {
    fn from(view: ClockView) -> Self {
        Self {
            mode: view.mode,
            now: view.now.to_string(),
            unix: view.now.seconds(),
            step: view.step,
            seconds_left: view.seconds_left,
            period: view.period,
        }
    }
}

/// What the world's clock shows
#[utoipa::path(get, path = "/worlds/{world}/clock", tag = "clock", operation_id = "get_clock",
    responses((status = 200, body = ClockNow)))]
pub(super) async fn get(State(site): State<Site>, InWorld(slot): InWorld) -> Json<ClockNow> {
    let worlds = &site.server.worlds;
    let turn = worlds.turn(&slot).await;
    Json(turn.world().clock(worlds.now()).into())
}

/// Set the world's clock
#[utoipa::path(put, path = "/worlds/{world}/clock", tag = "clock", operation_id = "set_clock",
    request_body = SetClock, responses((status = 200, body = ClockNow)))]
pub(super) async fn set(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Body(body): Body<SetClock>,
) -> Answer<Json<ClockNow>> {
    change(&site, &slot, body.change()?).await
}

/// Move the world's clock
#[utoipa::path(post, path = "/worlds/{world}/clock/advance", tag = "clock", operation_id = "advance_clock",
    request_body = Advance, responses((status = 200, body = ClockNow)))]
pub(super) async fn advance(
    State(site): State<Site>,
    InWorld(slot): InWorld,
    Body(body): Body<Advance>,
) -> Answer<Json<ClockNow>> {
    change(&site, &slot, body.change()?).await
}

async fn change(
    site: &Site,
    slot: &crate::server::worlds::Slot,
    change: ClockChange,
) -> Answer<Json<ClockNow>> {
    match take(site, slot, Control::Clock(change)).await? {
        Data::Clock(view) => Ok(Json(view.into())),
        _ => {
            let worlds = &site.server.worlds;
            let turn = worlds.turn(slot).await;
            Ok(Json(turn.world().clock(worlds.now()).into()))
        }
    }
}
