//! A code never moves: over a whole period of the real clock, and in the states of its row.

use std::collections::BTreeMap;

use keytick_e2e::{App, Screen, until};

use crate::PASSWORD;

/// More than the window shows at once.
const ACCOUNTS: usize = 14;

/// Looks ten times a second where everything stands, and which seconds the dial shows.
const WATCH: &str = "
window.places = {}; window.seconds = new Set(); window.looks = new Set();
const PARTS = ['.av', '.iss', '.acc', '.code-now'];
setInterval(() => {
  // Of names only where they begin: they make room for the next code.
  const see = (name, node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    const box = name.endsWith('.code-now') ? [x, y, width, height] : [x, y];
    (window.places[name] ??= new Set()).add(box.join(' '));
  };
  for (const row of document.querySelectorAll('[role=listbox] [role=option]'))
    for (const part of PARTS) {
      const node = row.querySelector(part);
      if (node) see(`${row.id} ${part}`, node);
      if (part === '.code-now') window.looks.add(getComputedStyle(node).color);
    }
  for (const part of ['.search', '.dial', '.list', '.foot', '.side'])
    see(part, document.querySelector(part));
  window.seconds.add(document.querySelector('.dial b').textContent);
}, 100);";

const WHOLE_ROWS: &str = "
const list = document.querySelector('.list').getBoundingClientRect();
return [...document.querySelectorAll('.row')].filter((row) => {
  const { top, bottom } = row.getBoundingClientRect();
  return top >= list.top && bottom <= list.bottom;
}).length;";

#[test]
fn nothing_moves_over_a_whole_period_whatever_is_done_with_a_row() {
    let screen = Screen::start();
    let app = App::open(&screen);
    app.create_vault(PASSWORD);
    screen.copy_text(&(0..ACCOUNTS).map(link).collect::<String>());
    app.focus();
    screen.press("ctrl+v");
    app.shows("new accounts");
    screen.press("Return");
    until("the accounts", || app.rows().len() >= 11);
    until("the codes", || {
        app.rows().iter().all(|row| !row.code.is_empty())
    });

    let size = app.script("return [innerWidth, innerHeight]");
    assert_eq!(size, serde_json::json!([900, 640]));
    assert_eq!(app.script(WHOLE_ROWS), 11);

    app.script(WATCH);
    // Copied, without hiding the window; then selected, and the pointer over others.
    screen.press("ctrl+Return");
    app.shows("Copied.");
    screen.press("Down");
    for y in ["150", "250", "350"] {
        screen.xdotool(&["mousemove", "--window", app.window(), "500", y]);
        screen.press("Down");
    }
    for seconds in [16, 30] {
        until(&format!("{seconds} different seconds"), || {
            app.script("return window.seconds.size").as_u64() >= Some(seconds)
        });
    }

    let places = app.script(
        "return Object.fromEntries(
           Object.entries(window.places).map(([name, places]) => [name, [...places]]))",
    );
    let places: BTreeMap<String, Vec<String>> =
        serde_json::from_value(places).expect("places by names");
    let codes = places.keys().filter(|name| name.ends_with(".code-now"));
    assert!(codes.count() >= 11, "{:?}", places.keys());
    let moved: Vec<_> = places.iter().filter(|(_, seen)| seen.len() != 1).collect();
    assert!(moved.is_empty(), "{moved:?}");
    // It was looked at in more than one state: usual, selected, its last seconds.
    let looks = app.script("return window.looks.size");
    assert!(looks.as_u64() >= Some(2), "{looks}");

    screen.xdotool(&["windowsize", "--sync", app.window(), "360", "480"]);
    until("the smallest window", || {
        app.script("return [innerWidth, innerHeight]") == serde_json::json!([360, 480])
    });
    until("eight whole rows", || app.script(WHOLE_ROWS) == 8);
}

fn link(number: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(number).expect("few"));
    format!(
        "otpauth://totp/Site%20{letter}:ana@example.com\
         ?secret=ON2GS3DMEBUXIIDTORQW4ZDTEBUGK4{letter}A&issuer=Site%20{letter}\n"
    )
}
