//! `keytick device`: with a key in the arguments, and served to other programs.
//!
//! Codes are of the RFC's key at 1111111080, where step 37037036 begins.

use image::ImageFormat;
use serde_json::{Value, json};

use crate::keytick::Keytick;
use crate::sim_http::Server;

const URI: &str = "otpauth://totp/Acme:me?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme";
const TOKEN: &str = "the token of these tests";

fn device(args: &[&str]) -> Keytick {
    Keytick::new().args(["device"]).args(args)
}

#[test]
fn a_code_of_a_link_says_how_long_it_lasts() {
    device(&["code", "--uri=-", "--at=1111111087"])
        .stdin(URI)
        .run()
        .stdout("081804")
        .code(0);
    device(&["code", "--uri", URI, "--at=2005-03-18T01:58:07Z", "--json"])
        .run()
        .stdout(r#"{"account":1,"code":"081804","step":37037036,"counter":null,"valid_from":"2005-03-18T01:58:00Z","valid_to":"2005-03-18T01:58:30Z","seconds_left":23}"#)
        .code(0);
    device(&[
        "code",
        "--uri",
        URI,
        "--at=1111111080",
        "--clock-offset=-30",
    ])
    .run()
    .stdout("731029")
    .code(0);
}

#[test]
fn a_code_that_is_about_to_end_is_not_handed_out() {
    device(&["code", "--uri", URI, "--at=1111111107"])
        .run()
        .says("cli-device-no-code-in-time", &[("seconds", "3")])
        .code(12);
    device(&["code", "--uri", URI, "--at=1111111107", "--min-left=3"])
        .run()
        .stdout("081804")
        .code(0);
    device(&["code", "--uri", URI, "--min-left=31"])
        .run()
        .says("device-min-left", &[("period", "30"), ("seconds", "31")])
        .code(2);
}

#[test]
fn a_screenshot_is_a_key_too() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("page.png"), screenshot(URI)).unwrap();
    device(&["code", "--image=page.png", "--at=1111111080"])
        .in_folder(folder.path())
        .run()
        .stdout("081804")
        .code(0);
}

/// A QR code on a page.
fn screenshot(text: &str) -> Vec<u8> {
    let code = keytick_qr::encode(text).unwrap().to_png(4);
    let code = image::load_from_memory(&code).unwrap().to_luma8();
    let mut page = image::GrayImage::from_pixel(900, 700, image::Luma([255]));
    image::imageops::replace(&mut page, &code, 310, 160);
    let mut png = std::io::Cursor::new(Vec::new());
    page.write_to(&mut png, ImageFormat::Png).unwrap();
    png.into_inner()
}

#[test]
fn a_refusal_is_explained_by_the_date_header() {
    let explain = |more: &[&str]| {
        device(&["explain", "--uri", URI, "--at=1111111080"])
            .args(more)
            .args(["--date=Fri, 18 Mar 2005 01:58:00 GMT", "--json"])
            .run()
            .succeeds()
            .json()
    };
    let clock = explain(&["--clock-offset=90", "--code=306183"]);
    let message = keytick_texts::text("device-why-clock-ahead", &[("seconds", "90")]);
    assert_eq!(clock["why"], "clock");
    assert_eq!(clock["message"], message);
    assert_eq!((&clock["ahead"], &clock["delta"]), (&json!(90), &json!(3)));

    assert_eq!(explain(&["--code=081804", "--sent=2"])["why"], "reused");
    assert_eq!(explain(&["--code=404137"])["why"], "stale");
    assert_eq!(explain(&["--code=123456"])["why"], "not_this_key");

    device(&["explain", "--uri", URI, "--code=081804", "--date=today"])
        .run()
        .says("device-date", &[])
        .code(2);
}

#[test]
fn without_a_device_or_its_token_it_is_asked_which() {
    device(&["code"])
        .run()
        .says("cli-device-missing", &[])
        .code(2);
    device(&["code", "--device=http://127.0.0.1:1"])
        .run()
        .says("cli-device-no-token", &[])
        .code(2);
    device(&["code", "--device=localhost"])
        .env("KEYTICK_DEVICE_TOKEN", TOKEN)
        .run()
        .says("cli-sim-address", &[("address", "localhost")])
        .code(2);
}

#[test]
fn a_server_that_is_not_there_has_an_exit_code_of_its_own() {
    let ran = device(&["code", "--device=http://127.0.0.1:1"])
        .env("KEYTICK_DEVICE_TOKEN", TOKEN)
        .run();
    let told = ran.stderr_text();
    assert!(
        told.starts_with("http://127.0.0.1:1 does not answer"),
        "{told}"
    );
    ran.stderr(told.trim_end()).code(10);
}

/// A served device.
struct Served(Server);

impl Served {
    fn start() -> Self {
        let serve = device(&["serve", "--json", "--until-stdin-closes"]);
        let server = Server::start(serve.env("KEYTICK_DEVICE_TOKEN", TOKEN));
        assert_eq!(server.ready["token"], TOKEN);
        Self(server)
    }

    fn keytick(&self, args: &[&str]) -> Keytick {
        device(args)
            .env("KEYTICK_DEVICE", self.0.address("url"))
            .env("KEYTICK_DEVICE_TOKEN", TOKEN)
    }

    fn json(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let path = format!("/__device/v1{path}");
        let answer = self.0.json(method, &path, body);
        (answer.status, answer.json)
    }
}

#[test]
fn a_served_device_takes_keys_and_hands_out_each_step_once() {
    let served = Served::start();
    served
        .keytick(&["add", "--uri", URI])
        .run()
        .stdout("1")
        .code(0);
    served
        .keytick(&[
            "add",
            "--secret-stdin",
            "--issuer=Wiki",
            "--account=bob",
            "--type=hotp",
        ])
        .stdin("gezd gnbv gy3t qojq gezd gnbv gy3t qojq")
        .run()
        .stdout("2")
        .code(0);
    let at = "--at=1111111080";
    served
        .keytick(&["code", "acme", at])
        .run()
        .stdout("081804")
        .code(0);
    served
        .keytick(&["code", "acme", at])
        .run()
        .says("cli-device-no-code-in-time", &[("seconds", "30")])
        .code(12);
    served
        .keytick(&["code", "2"])
        .run()
        .stdout("755224")
        .code(0);
    served
        .keytick(&["code", "wiki", "bob"])
        .run()
        .stdout("287082")
        .code(0);
    served
        .keytick(&["code"])
        .run()
        .says("device-not-named", &[("count", "2")])
        .code(1);
    served
        .keytick(&["explain", "acme", "--code=081804", at])
        .run()
        .stdout(&told("device-why-no-date"))
        .code(0);
    served
        .keytick(&["add", "--uri=otpauth://totp/a?secret=A1"])
        .run()
        .says(
            "otp-secret-character",
            &[("character", "1"), ("place", "2"), ("position", "2")],
        )
        .code(1);
}

fn told(id: &str) -> String {
    let hint = keytick_texts::hint(id, &[]).unwrap();
    format!("{}\n{hint}", keytick_texts::text(id, &[]))
}

#[test]
fn other_programs_have_devices_of_their_own() {
    let served = Served::start();
    let clock = json!({"mode": "frozen", "now": 1_111_111_080});
    let (status, made) = served.json("POST", "/devices", &json!({"id": "alice", "clock": clock}));
    assert_eq!(
        (status, made),
        (201, json!({"id": "alice", "clock": clock, "accounts": []}))
    );
    let path = "/__device/v1/devices/alice/accounts";
    let added = served.0.send("POST", path, "image/png", &screenshot(URI));
    assert_eq!(added.status, 201);
    assert_eq!(added.json["added"][0]["account"]["issuer"], "Acme");

    let (status, code) = served.json("POST", "/devices/alice/code", &json!({}));
    assert_eq!((status, &code["code"]), (200, &json!("081804")));
    let (status, wait) = served.json("POST", "/devices/alice/code", &json!({}));
    assert_eq!(
        (status, &wait["error"], &wait["wait"], &wait["because"]),
        (409, &json!("device-wait"), &json!(30), &json!("next_step"))
    );

    let later = json!({"mode": "frozen", "now": 1_111_111_110});
    assert_eq!(
        served.json("PUT", "/devices/alice/clock", &later),
        (200, later)
    );
    let (_, code) = served.json("POST", "/devices/alice/code", &json!({"account": 1}));
    assert_eq!(code["code"], "050471");

    // The phone that was there from the start knows nothing of it.
    let (status, none) = served.json("POST", "/devices/phone/code", &json!({}));
    assert_eq!((status, &none["error"]), (422, &json!("device-not-named")));
    assert_eq!(served.json("DELETE", "/devices/alice", &json!({})).0, 204);
    let (status, gone) = served.json("POST", "/devices/alice/code", &json!({}));
    assert_eq!((status, &gone["error"]), (404, &json!("device-unknown")));
}

#[test]
fn without_its_token_a_served_device_says_nothing() {
    let served = Served::start();
    let address = format!("http://{}", served.0.place());
    served
        .keytick(&["code"])
        .env("KEYTICK_DEVICE_TOKEN", "another")
        .run()
        .says("cli-device-wrong-token", &[("address", &address)])
        .code(1);
}
