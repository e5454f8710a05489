//! One function for each request: read it, ask the device, answer.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest as _, Path, Request, State};
use axum::http::{StatusCode, header};
use keytick_otp::{Algorithm, Digits, KeyUri, Kind, OtpKey, Period};
use keytick_texts::english::text;

use super::devices::Devices;
use super::refusal::Refused;
use super::wire::{
    Add, AddedJson, AskCode, AskWhy, ClockJson, DeviceJson, Make, NamesJson, OneAdded, Query,
    ReadyJson, Skipped,
};
use crate::device::json::{AccountJson, CodeJson, WhyJson};
use crate::device::{Added, Answer, Clock, Device, Error, Refusal, http_date};

/// Seconds that a code should have left, unless the request says otherwise.
const MIN_LEFT: u64 = 5;
/// Seconds that a request may wait for a code at most.
const LONGEST_WAIT: u64 = 120;

type Body<T> = Result<Json<T>, JsonRejection>;
type Answered<T> = Result<T, Refused>;

/// Whether the server answers
#[utoipa::path(get, path = "/readyz", tag = "devices", operation_id = "device_ready",
    responses((status = 200, body = ReadyJson)))]
pub(super) async fn ready() -> Json<ReadyJson> {
    Json(ReadyJson { ready: true })
}

/// The devices
#[utoipa::path(get, path = "/devices", tag = "devices", operation_id = "list_devices",
    responses((status = 200, body = NamesJson)))]
pub(super) async fn list(State(devices): State<Arc<Devices>>) -> Json<NamesJson> {
    Json(NamesJson {
        devices: devices.names(),
    })
}

/// Make a device
#[utoipa::path(post, path = "/devices", tag = "devices", operation_id = "make_device",
    request_body = Make, responses((status = 201, body = DeviceJson)))]
pub(super) async fn make(
    State(devices): State<Arc<Devices>>,
    body: Body<Make>,
) -> Answered<(StatusCode, Json<DeviceJson>)> {
    let Json(wanted) = body?;
    let mut device = Device::new();
    device.set_clock(wanted.clock.into());
    let name = devices.make(wanted.id, device)?;
    let made = devices.with(&name, |device| DeviceJson::new(&name, device))?;
    Ok((StatusCode::CREATED, Json(made)))
}

/// A device with its clock and its accounts
#[utoipa::path(get, path = "/devices/{device}", tag = "devices", operation_id = "get_device",
    params(("device" = String, Path, description = "The device's name; `phone` is there from the start")),
    responses((status = 200, body = DeviceJson)))]
pub(super) async fn show(
    State(devices): State<Arc<Devices>>,
    Path(name): Path<String>,
) -> Answered<Json<DeviceJson>> {
    let shown = devices.with(&name, |device| DeviceJson::new(&name, device))?;
    Ok(Json(shown))
}

/// Lose a device, with all its keys
#[utoipa::path(delete, path = "/devices/{device}", tag = "devices", operation_id = "lose_device",
    params(("device" = String, Path, description = "The device's name; `phone` is there from the start")),
    responses((status = 204)))]
pub(super) async fn lose(
    State(devices): State<Arc<Devices>>,
    Path(name): Path<String>,
) -> Answered<StatusCode> {
    devices.lose(&name)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Set the device's own clock
#[utoipa::path(put, path = "/devices/{device}/clock", tag = "devices", operation_id = "set_device_clock",
    params(("device" = String, Path, description = "The device's name; `phone` is there from the start")),
    request_body = ClockJson, responses((status = 200, body = ClockJson)))]
pub(super) async fn set_clock(
    State(devices): State<Arc<Devices>>,
    Path(name): Path<String>,
    body: Body<ClockJson>,
) -> Answered<Json<ClockJson>> {
    let Json(clock) = body?;
    devices.with(&name, |device| device.set_clock(clock.into()))?;
    Ok(Json(clock))
}

/// Add accounts: from a link, the texts of QR codes, a typed key, or a picture
#[utoipa::path(post, path = "/devices/{device}/accounts", tag = "devices", operation_id = "add_account",
    params(("device" = String, Path, description = "The device's name; `phone` is there from the start")),
    request_body(content(
        (Add = "application/json"),
        (Vec<u8> = "image/png"),
    )),
    responses(
        (status = 201, body = AddedJson, description = "At least one is new"),
        (status = 200, body = AddedJson, description = "All were there"),
    ))]
pub(super) async fn add(
    State(devices): State<Arc<Devices>>,
    Path(name): Path<String>,
    request: Request,
) -> Answered<(StatusCode, Json<AddedJson>)> {
    let is_picture = request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("image/"));
    let (texts, typed) = match is_picture {
        true => (texts_of_picture(&devices, request).await?, None),
        false => {
            let Json(add) = Json::<Add>::from_request(request, &()).await?;
            let typed = add.secret.as_deref().map(|key| typed(&add, key));
            let texts: Vec<String> = add.uri.into_iter().chain(add.texts).collect();
            (texts, typed.transpose()?)
        }
    };
    devices.with(&name, |device| added(device, &texts, typed))?
}

async fn texts_of_picture(devices: &Devices, request: Request) -> Answered<Vec<String>> {
    let decode = devices.decode.ok_or(Refused::NoPictures)?;
    let bytes = Bytes::from_request(request, &())
        .await
        .map_err(|rejection| Refused::Body(rejection.status(), rejection.body_text()))?;
    // A large picture takes a while, in which others want their codes.
    tokio::task::spawn_blocking(move || decode(&bytes))
        .await
        .map_err(|problem| Refused::Picture(problem.to_string()))?
        .map_err(Refused::Picture)
}

fn added(
    device: &mut Device,
    texts: &[String],
    typed: Option<KeyUri>,
) -> Answered<(StatusCode, Json<AddedJson>)> {
    let mut results: Vec<Result<Added, Error>> =
        typed.into_iter().map(|key| device.add(key)).collect();
    if results.is_empty() || !texts.is_empty() {
        results.extend(device.add_texts(texts));
    }
    let (good, bad): (Vec<_>, Vec<_>) = results.into_iter().partition(Result::is_ok);
    let good: Vec<Added> = good.into_iter().flatten().collect();
    let mut bad = bad.into_iter().filter_map(Result::err);
    if good.is_empty() {
        return Err(bad.next().unwrap_or(Error::NoKey).into());
    }
    let is_new = good.iter().any(|added| !added.was_there);
    let accounts = good.iter().filter_map(|added| {
        let account = device.account(added.id).ok()?;
        Some(OneAdded {
            account: AccountJson::from(account),
            was_there: added.was_there,
        })
    });
    let body = AddedJson {
        added: accounts.collect(),
        skipped: bad.map(|error| skipped(&error)).collect(),
    };
    let status = match is_new {
        true => StatusCode::CREATED,
        false => StatusCode::OK,
    };
    Ok((status, Json(body)))
}

fn skipped(error: &Error) -> Skipped {
    let params = error.params();
    let params: Vec<(&str, &str)> = params
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    Skipped {
        error: error.id(),
        message: text(error.id(), &params),
    }
}

/// A key as a person would type it, with its parameters.
fn typed(add: &Add, key: &str) -> Result<KeyUri, Error> {
    let algorithm = add.algorithm.as_deref().map(Algorithm::parse).transpose()?;
    let algorithm = algorithm.unwrap_or_default();
    let digits = add.digits.map(Digits::new).transpose()?.unwrap_or_default();
    let period = add.period.map(Period::new).transpose()?.unwrap_or_default();
    let kind = match add.r#type.as_deref().unwrap_or("totp") {
        "totp" => Kind::Totp {
            algorithm,
            digits,
            period,
        },
        "hotp" => Kind::Hotp {
            algorithm,
            digits,
            counter: add.counter.unwrap_or_default(),
        },
        "steam" => Kind::Steam,
        found => {
            let found = found.chars().take(20).collect();
            return Err(keytick_otp::Error::Type { found }.into());
        }
    };
    let (key, note) = OtpKey::from_text(key, kind)?;
    Ok(KeyUri {
        key,
        issuer: add.issuer.clone(),
        account: add.account.clone(),
        notes: note.into_iter().collect(),
        tags: Vec::new(),
        note: String::new(),
        icon: None,
    })
}

/// Forget an account
#[utoipa::path(delete, path = "/devices/{device}/accounts/{account}", tag = "devices", operation_id = "remove_account",
    params(
        ("device" = String, Path, description = "The device's name"),
        ("account" = String, Path, description = "The account's number, or words of its names"),
    ),
    responses((status = 204)))]
pub(super) async fn remove(
    State(devices): State<Arc<Devices>>,
    Path((name, account)): Path<(String, String)>,
) -> Answered<StatusCode> {
    devices.with(&name, |device| {
        let id = device.find(&account)?;
        device.remove(id)
    })??;
    Ok(StatusCode::NO_CONTENT)
}

/// Hand out a code
///
/// Each step is handed out once, and none that is about to end: then `409` says in how many
/// seconds there is one.
#[utoipa::path(post, path = "/devices/{device}/code", tag = "devices", operation_id = "hand_out_code",
    params(("device" = String, Path, description = "The device's name; `phone` is there from the start")),
    request_body = AskCode, responses((status = 200, body = CodeJson)))]
pub(super) async fn code(
    State(devices): State<Arc<Devices>>,
    Path(name): Path<String>,
    body: Body<AskCode>,
) -> Answered<Json<CodeJson>> {
    let Json(asked) = body?;
    let query = Query::words(asked.account);
    let min_left = asked.min_left.unwrap_or(MIN_LEFT);
    // A time that was given does not pass while the request waits.
    let mut patience = match asked.at {
        Some(_) => 0,
        None => asked.wait.min(LONGEST_WAIT),
    };
    loop {
        let now = asked.at.unwrap_or_else(devices.now);
        let (id, answer, clock) = devices.with(&name, |device| {
            let id = device.find(&query)?;
            Ok::<_, Error>((id, device.code(id, min_left, now)?, device.clock()))
        })??;
        match answer {
            Answer::Ready(ready) => return Ok(Json(CodeJson::new(id, &ready))),
            Answer::Wait { seconds, .. }
                if seconds <= patience && matches!(clock, Clock::Offset(_)) =>
            {
                // One second at a time, since the device's clock may be set meanwhile.
                tokio::time::sleep(Duration::from_secs(1)).await;
                patience -= 1;
            }
            Answer::Wait { seconds, because } => return Err(Refused::Wait { seconds, because }),
        }
    }
}

/// Explain why a site refused a code
#[utoipa::path(post, path = "/devices/{device}/explain", tag = "devices", operation_id = "explain_refusal",
    params(("device" = String, Path, description = "The device's name; `phone` is there from the start")),
    request_body = AskWhy, responses((status = 200, body = WhyJson)))]
pub(super) async fn explain(
    State(devices): State<Arc<Devices>>,
    Path(name): Path<String>,
    body: Body<AskWhy>,
) -> Answered<Json<WhyJson>> {
    let Json(asked) = body?;
    let refusal = Refusal {
        code: asked.code.into(),
        site_time: asked.date.as_deref().map(http_date).transpose()?,
        sent: asked.sent,
    };
    let query = Query::words(asked.account);
    let now = asked.at.unwrap_or_else(devices.now);
    let why = devices.with(&name, |device| {
        let id = device.find(&query)?;
        device.explain(id, &refusal, now)
    })??;
    Ok(Json(WhyJson::from(&why)))
}
