//! The built-in profiles, and how a profile is refused.

use keytick_simulator::profile::{BUILTIN, Evidence, Profile, Severity, TEMPLATE, diff, lint};

use crate::lab::profile;

#[test]
fn every_builtin_profile_has_its_name_and_no_finding() {
    for (name, text) in BUILTIN {
        assert_eq!(profile(name).site.id, *name);
        let found = lint(text);
        let wanted = match *name {
            // What the documents' products do, and what is broken on purpose.
            "bytebase" | "bytebase-observed" | "rocketchat-observed" | "kratos-like" => {
                vec!["totp.replay"]
            }
            "broken" => vec![
                "totp.secret_bytes",
                "totp.replay",
                "codes.length",
                "codes.on_use",
                "lockout",
            ],
            _ => vec![],
        };
        let mut paths: Vec<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
        paths.sort_by_key(|path| wanted.iter().position(|wanted| wanted == path));
        assert_eq!(paths, wanted, "{name}: {found:#?}");
        assert!(
            found
                .iter()
                .all(|finding| finding.severity == Severity::Warning)
        );
    }
    assert_eq!(lint(TEMPLATE), []);
}

/// Each entry: the profile, a key of it, its value as JSON.
#[test]
fn the_profiles_say_what_the_documents_say() {
    for (name, path, value) in [
        ("batch", "totp.issuer", r#""Batch.com""#),
        ("batch", "codes.kind", r#""none""#),
        ("batch", "enroll.activates_at", r#""verify""#),
        ("batch", "labels.enable", r#""Enable""#),
        ("batch", "monitor.role", r#""manager""#),
        ("bytebase", "labels.enable_as", r#""switch""#),
        ("bytebase", "labels.manual", r#""enter the text""#),
        (
            "bytebase",
            "labels.codes",
            r#""Download your recovery codes""#,
        ),
        (
            "bytebase",
            "labels.ack",
            r#""I have saved my recovery codes""#,
        ),
        ("bytebase", "enroll.activates_at", r#""ack""#),
        ("bytebase", "enforce.role", r#""owner""#),
        (
            "rocketchat",
            "labels.enable",
            r#""Enable two-factor authentication via TOTP""#,
        ),
        ("rocketchat", "labels.verify", r#""Verify""#),
        ("rocketchat", "feature.default", r#""off""#),
        ("rocketchat", "email_otp.default_on", "true"),
        ("deployhq", "labels.verify", r#""Activate""#),
        ("deployhq", "enforce.save", r#""Update account""#),
        (
            "deployhq",
            "enforce.label",
            r#""Require all users to have two factor authentication enabled""#,
        ),
        ("deployhq", "monitor.on", r#""icon:shield""#),
        ("deployhq", "monitor.off", r#""icon:shield-slash""#),
        ("infura", "labels.ack", r#""Continue""#),
        ("infura", "labels.use_backup", r#""Backup Code""#),
        ("infura", "disable.label", r#""Disable 2FA""#),
        (
            "infura",
            "recovery.support_link",
            r#""Recover your Account""#,
        ),
        ("infura", "codes.on_use.factor", r#""disable""#),
    ] {
        let profile = profile(name);
        let json = serde_json::to_value(&profile).unwrap();
        let pointer = format!("/{}", path.replace('.', "/"));
        assert_eq!(
            json.pointer(&pointer).unwrap().to_string(),
            value,
            "{name} {path}"
        );
        assert_eq!(profile.evidence(path), Evidence::Document, "{name} {path}");
    }
}

#[test]
fn what_no_document_says_is_an_assumption() {
    for (name, path) in [
        ("batch", "totp.window"),
        ("batch", "lockout.factor.max"),
        ("bytebase", "enforce.mode"),
        ("deployhq", "totp.issuer"),
        ("infura", "codes.length"),
        ("strict", "totp.window"),
    ] {
        assert_eq!(
            profile(name).evidence(path),
            Evidence::Assumed,
            "{name} {path}"
        );
    }
    assert_eq!(profile("bytebase").evidence("totp.window"), Evidence::Code);
    assert_eq!(profile("batch").evidence("enforce.role"), Evidence::Vendor);
}

#[test]
fn names_are_styles_and_never_the_product_itself() {
    for (name, _) in BUILTIN {
        let site = profile(name).site;
        if let Some(product) = site.product {
            assert!(site.name.starts_with(&format!("{product} style")), "{name}");
        }
    }
}

const START: &str = "schema = 1\n\n[site]\nid = \"mine\"\nname = \"Mine\"\n\n";

#[test]
fn a_mistake_is_named_with_its_line_and_key() {
    for (text, line, column, path, message) in [
        ("[totp]\ndigit = 8\n", 8, 1, "totp.digit", "unknown field"),
        (
            "[totp]\ndigits = \"six\"\n",
            8,
            10,
            "totp.digits",
            "invalid type: string",
        ),
        (
            "[totp]\nreplay = \"never\"\n",
            8,
            10,
            "totp.replay",
            "unknown variant `never`",
        ),
        (
            "[totp]\nwindow = [1, -1]\n",
            8,
            1,
            "totp.window",
            "the first step comes before",
        ),
        (
            "[totp]\ndigits = 3\n",
            8,
            1,
            "totp.digits",
            "a code has 4 to 10 digits",
        ),
        (
            "[codes.on_use]\nfactor = \"burn\"\n",
            8,
            10,
            "codes.on_use.factor",
            "unknown variant",
        ),
        ("[totp\n", 7, 6, "", "unclosed table"),
        (
            "[monitor]\nrole = \"a\"\npage = \"b\"\non = \"icon:skull\"\noff = \"none\"\n",
            10,
            6,
            "monitor.on",
            "\"icon:skull\" is not",
        ),
        (
            "[source]\ncode = [\"totp.windows\"]\n",
            8,
            1,
            "source.code",
            "totp.windows is not a key",
        ),
        (
            "[[user]]\nname = \"a\"\nrole = \"b\"\npassword = \"c\"\nsecret = \"1\"\n",
            7,
            1,
            "user",
            "somebody's secret",
        ),
    ] {
        let error = Profile::parse(&format!("{START}{text}")).unwrap_err();
        let place = (error.line, error.column, error.path.as_str());
        assert_eq!(place, (line, column, path), "{text}{error}");
        assert!(error.message.contains(message), "{text}{error}");
    }
}

#[test]
fn another_schema_is_refused() {
    let error = Profile::parse(&START.replace('1', "2")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 1, column 1: schema: schema 2 is not 1"
    );
}

#[test]
fn two_profiles_differ_where_their_values_do() {
    let found = diff(&profile("rocketchat"), &profile("rocketchat-observed"));
    let behaviour: Vec<&str> = found
        .iter()
        .map(|difference| difference.path.as_str())
        .filter(|path| {
            !["site", "source", "assumed", "user"].contains(&path.split('.').next().unwrap())
        })
        .collect();
    assert_eq!(
        behaviour,
        ["feature.default", "feature.when_off", "totp.replay"]
    );
    assert_eq!(diff(&profile("strict"), &profile("strict")), []);
}

#[test]
fn the_schema_names_every_table_with_its_meaning() {
    let schema = Profile::json_schema();
    for table in [
        "site", "login", "totp", "enroll", "codes", "disable", "lockout", "sso", "user",
    ] {
        let property = &schema["properties"][table];
        assert!(property["description"].is_string(), "{table}: {property}");
    }
    assert_eq!(schema["additionalProperties"], false);
    let text = schema.to_string();
    for words in [
        "Which steps are accepted, counted from the current one",
        "used_set",
        "reset_token",
    ] {
        assert!(text.contains(words), "{words}");
    }
}

/// A profile on few lines, with dotted tables inline, as a person may write it.
#[test]
fn a_profile_can_be_written_with_inline_tables() {
    let text = r#"
schema = 1
site   = { id = "compact", name = "Compact", source = ["my own notes"] }
nav    = { security = ["Profile", "Two-factor authentication"], admin = ["Settings", "Security"], team = ["Settings", "Members"] }
labels = { enable = "Two-factor authentication", manual = "enter the text", verify = "Next", download = "Download", ack = "I have saved my recovery codes", use_backup = "Use a recovery code" }
login  = { identifier = "email", challenge_ttl_s = 300, remember_factor_s = 0, challenge_label = "Authentication code" }
totp   = { issuer = "Compact", label = "{issuer}:{account}", params = ["algorithm","digits","issuer","period","secret"], secret_bytes = 20, algorithm = "SHA1", digits = 6, period = 30, window = [-1, 1], replay = "none", input = "cells" }
enroll = { steps = ["scan","verify","codes","ack"], ttl_s = 300, activates_at = "ack", reenroll = "keep_current", requires = [], revoke_other_sessions = false, verify_binding = "strict" }
codes  = { kind = "list", count = 10, length = 10, alphabet = "0-9a-zA-Z", store = "plain", entry = "separate", case = "sensitive", ack = "download", regenerate = "free", show_remaining = false, low_at = 0, on_use = { consume = true, factor = "keep" }, on_exhausted = "reject" }
disable  = { label = "Disable", requires = "confirm", blocked_when_enforced = true, exempt_roles = ["owner"] }
recovery = { admin_reset = "Reset 2FA" }
enforce  = { role = "owner", scope = "workspace", label = "Require it of all", mode = "redirect", applies = "next_request", cancel = "logout", grace_s = 0 }
monitor  = { role = "owner", page = "Members", on = "badge:2FA Enabled", off = "none" }
lockout  = { password = { max = 10, window_s = 600 }, factor = { max = 5, window_s = 300, pool = ["totp","backup"], scope = "account" } }
errors   = { totp = "invalid MFA code", backup = "invalid recovery code", locked = "try again later" }
[assumed]
keys = ["disable.label"]
[[user]]
name = "owner@demo.test"
role = "owner"
password = "demo"
"#;
    let profile = Profile::parse(text).unwrap();
    assert_eq!(profile.reset_role().unwrap(), "owner");
    let paths: Vec<String> = lint(text).into_iter().map(|finding| finding.path).collect();
    assert_eq!(paths, ["totp.replay"]);
}
