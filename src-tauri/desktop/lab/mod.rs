//! The test lab: practice sites that run only on this computer, each a program of its own, and
//! what is done to them over their control APIs.

mod child;
mod faults;
mod http;
mod log;
mod saved;
mod sites;

use std::collections::BTreeMap;
use std::io::BufRead as _;
use std::path::PathBuf;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use keytick_accounts::{Candidate, Origin};
use keytick_otp::KeyUri;
use keytick_texts::text;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use self::child::{Printed, Process};
use self::faults::{Listed, SWITCHES, Switch};
use self::http::Api;
use self::log::Log;
use self::sites::{OWN, PROFILES};
use crate::clock::now;
use crate::error::UiError;
use crate::events::{Happening, SiteSaid, SitesChanged};
use crate::files;
use crate::numbers;
use crate::outside::Pick;
use crate::state::{AppState, Shell, hold};
use crate::views::{Added, ClockMove, LabSite, SiteLine, SiteRules, SiteState};

/// The world that a site begins with.
const WORLD: &str = "/worlds/demo";

/// Lines that come within this time are told together.
const BATCH: Duration = Duration::from_millis(50);

/// The farthest that a site's clock is moved, in seconds.
const FARTHEST: i32 = 86_400;

/// The sites that run, and the file of a person's own.
#[derive(Default)]
pub struct Lab {
    running: BTreeMap<String, Running>,
    own: Option<PathBuf>,
}

/// A site that runs.
struct Running {
    /// Tells it from one of the same name that ran before.
    number: u64,
    process: Process,
    log: Arc<Mutex<Log>>,
    ahead: i32,
    stopped: bool,
}

impl Lab {
    /// Ends every site.
    pub fn end(&mut self) {
        self.running.clear();
    }

    fn running(&self, site: &str) -> Result<&Running, UiError> {
        self.running
            .get(site)
            .ok_or_else(|| UiError::new("desktop-lab-stopped"))
    }

    fn view(&self) -> Vec<LabSite> {
        let all = PROFILES.iter().chain([&OWN]);
        all.map(|id| LabSite {
            id: (*id).to_owned(),
            file: (*id == OWN)
                .then(|| self.own.as_deref().map(files::name))
                .flatten(),
            address: self
                .running
                .get(*id)
                .map(|running| running.process.site.host()),
        })
        .collect()
    }
}

impl Shell {
    /// The sites, and where those are that run.
    ///
    /// # Errors
    /// `desktop-locked`.
    pub fn lab_sites(&self) -> Result<Vec<LabSite>, UiError> {
        self.with_open(|_| Ok(()))?;
        Ok(hold(&self.lab).view())
    }

    /// Ends a site. One that does not run stays as it is.
    ///
    /// # Errors
    /// `desktop-locked`.
    pub fn stop_site(&self, site: &str) -> Result<Vec<LabSite>, UiError> {
        self.with_open(|_| Ok(()))?;
        let ended = hold(&self.lab).running.remove(site);
        drop(ended);
        self.lab_sites()
    }

    /// Opens a site in the system's browser.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-lab-stopped`, `desktop-lab-no-browser`.
    pub fn open_site(&self, site: &str) -> Result<(), UiError> {
        self.with_open(|_| Ok(()))?;
        let address = hold(&self.lab).running(site)?.process.site.url();
        self.outside.browse(&address)
    }

    /// What has happened on a site.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-lab-stopped`.
    pub fn site_log(&self, site: &str) -> Result<Vec<SiteLine>, UiError> {
        self.with_open(|_| Ok(()))?;
        let log = hold(&self.lab).running(site)?.log.clone();
        Ok(hold(&log).lines())
    }

    /// Writes what has happened on a site where a person says; `false` if they changed their
    /// mind.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-lab-stopped`, `desktop-cannot-save`.
    pub fn save_site_log(&self, site: &str) -> Result<bool, UiError> {
        let lines = self.site_log(site)?;
        let title = text("desktop-lab-log-title", &[]);
        let Some(path) = self.outside.pick_target(&title, &saved::name(site)) else {
            return Ok(false);
        };
        files::write(&path, saved::text_of(&lines).as_bytes())
            .map_err(|_| UiError::new("desktop-cannot-save"))?;
        Ok(true)
    }

    /// How a site stands now.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-lab-stopped`, `desktop-lab-refused`.
    pub fn site_state(&self, site: &str) -> Result<SiteState, UiError> {
        self.with_open(|_| Ok(()))?;
        let listed = self.site_faults(site)?;
        let rules = rules(&self.site_api(site)?.call("GET", &at("/rules"), None)?)?;
        self.read_clock(site)?;
        let is_on = |switch: &&Switch| listed.iter().any(|fault| switch.has(fault));
        let names = SWITCHES.iter().filter(is_on);
        let lab = hold(&self.lab);
        let running = lab.running(site)?;
        let (reached, link) = {
            let log = hold(&running.log);
            (log.reached(), log.link())
        };
        let state = SiteState {
            reached,
            ahead: running.ahead,
            stopped: running.stopped,
            faults: names.map(|switch| switch.name.to_owned()).collect(),
            rules,
            account: None,
            offers: false,
        };
        drop(lab);
        let candidate = link.as_ref().and_then(|link| candidate(link).ok());
        let Some(candidate) = candidate else {
            return Ok(state);
        };
        let account = self.with_open(|open| Ok(open.lab_account(&candidate)))?;
        Ok(SiteState {
            offers: account.is_none(),
            account,
            ..state
        })
    }

    /// Moves a site's clock.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-lab-stopped`, `desktop-lab-refused`.
    pub fn move_site_clock(&self, site: &str, change: ClockMove) -> Result<SiteState, UiError> {
        self.with_open(|_| Ok(()))?;
        let api = self.site_api(site)?;
        self.read_clock(site)?;
        let (ahead, stopped) = {
            let lab = hold(&self.lab);
            let running = lab.running(site)?;
            (running.ahead, running.stopped)
        };
        let advance = |body: Value| api.call("POST", &at("/clock/advance"), Some(&body));
        let set = |mode: &str| {
            let body = json!({ "mode": mode });
            api.call("PUT", &at("/clock"), Some(&body))
        };
        match change {
            ClockMove::Ahead { seconds } => {
                let seconds = seconds.clamp(-FARTHEST, FARTHEST);
                let by = match stopped {
                    true => i64::from(seconds) - i64::from(ahead),
                    // Set from the real time, its seconds are never between two of ours.
                    false => {
                        set("real")?;
                        i64::from(seconds)
                    }
                };
                advance(json!({ "seconds": by }))?
            }
            ClockMove::Right => set("real")?,
            ClockMove::Stop => set("frozen")?,
            ClockMove::Next => advance(json!({ "to": "next_step" }))?,
        };
        self.site_state(site)
    }

    /// Turns a switch on or off.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-bad-request`, `desktop-lab-stopped`, `desktop-lab-refused`.
    pub fn set_site_fault(&self, site: &str, name: &str, on: bool) -> Result<SiteState, UiError> {
        self.with_open(|_| Ok(()))?;
        let switch = Switch::find(name).ok_or_else(|| UiError::new("desktop-bad-request"))?;
        let api = self.site_api(site)?;
        let listed = self.site_faults(site)?;
        let same: Vec<&Listed> = listed.iter().filter(|it| switch.has(it)).collect();
        if on && same.is_empty() {
            for body in switch.bodies() {
                api.call("POST", &at("/faults"), Some(&body))?;
            }
        } else if !on {
            for fault in same {
                api.call("DELETE", &at(&format!("/faults/{}", fault.id)), None)?;
            }
        }
        self.site_state(site)
    }

    /// Turns every fault off.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-lab-stopped`, `desktop-lab-refused`.
    pub fn clear_site_faults(&self, site: &str) -> Result<SiteState, UiError> {
        self.with_open(|_| Ok(()))?;
        let api = self.site_api(site)?;
        api.call("DELETE", &at("/faults"), None)?;
        self.site_state(site)
    }

    /// Changes how a site makes and checks codes.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-lab-stopped`, `desktop-lab-refused`.
    pub fn set_site_rules(&self, site: &str, rules: SiteRules) -> Result<SiteState, UiError> {
        self.with_open(|_| Ok(()))?;
        let SiteRules {
            digits,
            period,
            window,
        } = rules;
        let body = json!({ "digits": digits, "period": period, "window": window });
        self.site_api(site)?
            .call("PUT", &at("/rules"), Some(&body))?;
        self.site_state(site)
    }

    /// Puts a site back to how it began, but for its rules.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-lab-stopped`, `desktop-lab-refused`.
    pub fn reset_site(&self, site: &str) -> Result<SiteState, UiError> {
        self.with_open(|_| Ok(()))?;
        let api = self.site_api(site)?;
        api.call("POST", &at("/reset"), None)?;
        self.site_state(site)
    }

    /// Adds the account of the QR code that a site showed last, with the tag of the lab. One
    /// that is here already is not added twice.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-lab-stopped`, `desktop-lab-no-code`, `otp-*`, and those of
    /// saving.
    pub fn add_site_account(&self, site: &str) -> Result<Added, UiError> {
        self.with_open(|_| Ok(()))?;
        let log = hold(&self.lab).running(site)?.log.clone();
        let link = hold(&log).link();
        let link = link.ok_or_else(|| UiError::new("desktop-lab-no-code"))?;
        let candidate = candidate(&link)?;
        self.with_open(|open| open.add_lab(candidate))
    }

    fn site_api(&self, site: &str) -> Result<Api, UiError> {
        Ok(hold(&self.lab).running(site)?.process.api.clone())
    }

    fn site_faults(&self, site: &str) -> Result<Vec<Listed>, UiError> {
        let answer = self.site_api(site)?.call("GET", &at("/faults"), None)?;
        Ok(Listed::all(&answer))
    }

    /// Learns how a site's clock goes, which its own pages may have changed.
    fn read_clock(&self, site: &str) -> Result<(), UiError> {
        let api = self.site_api(site)?;
        let look = || -> Result<(u64, Value), UiError> {
            Ok((now(), api.call("GET", &at("/clock"), None)?))
        };
        let (mut before, mut answer) = look()?;
        // Where a second began meanwhile, whole seconds cannot tell how far the clocks differ.
        if now() != before {
            (before, answer) = look()?;
        }
        let shown = answer["unix"].as_i64().unwrap_or_default();
        let ahead = shown - i64::try_from(before).unwrap_or(i64::MAX);
        let ahead = i32::try_from(ahead).unwrap_or(if ahead < 0 { i32::MIN } else { i32::MAX });
        let mut lab = hold(&self.lab);
        let Some(running) = lab.running.get_mut(site) else {
            return Ok(());
        };
        running.stopped = answer["mode"] == "frozen";
        running.ahead = match answer["mode"].as_str() {
            Some("real") => 0,
            _ => ahead,
        };
        Ok(())
    }
}

impl AppState {
    /// Starts a site; for `own`, a person chooses the file of its profile first, and nothing
    /// is started if they change their mind.
    ///
    /// # Errors
    /// `desktop-locked`, `desktop-bad-request`, `desktop-lab-no-command`,
    /// `desktop-lab-not-started`.
    pub fn start_site(&self, site: &str) -> Result<Vec<LabSite>, UiError> {
        self.with_open(|_| Ok(()))?;
        if hold(&self.lab).running.contains_key(site) {
            return self.lab_sites();
        }
        let profile = match site {
            OWN => match self.outside.pick(Pick::Profile).and_then(|mut it| it.pop()) {
                Some(file) => file,
                None => return self.lab_sites(),
            },
            site if PROFILES.contains(&site) => PathBuf::from(site),
            _ => return Err(UiError::new("desktop-bad-request")),
        };
        let (process, printed) = Process::start(&self.options.keytick, profile.as_os_str())?;
        let number = numbers::next();
        let log = Arc::new(Mutex::new(Log::default()));
        let running = Running {
            number,
            process,
            log: log.clone(),
            ahead: 0,
            stopped: false,
        };
        let mut lab = hold(&self.lab);
        if site == OWN {
            lab.own = Some(profile);
        }
        // Two starts at once: the later one stays.
        let before = lab.running.insert(site.to_owned(), running);
        drop(lab);
        drop(before);
        self.listen(site, number, log, printed);
        self.lab_sites()
    }

    /// Hears what a site prints until it ends, and tells the page.
    fn listen(&self, site: &str, number: u64, log: Arc<Mutex<Log>>, printed: Printed) {
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            for line in printed.lines() {
                let Ok(line) = line.map(Zeroizing::new) else {
                    break;
                };
                let taken = hold(&log).take(&line);
                if taken.is_some_and(|line| sender.send(line).is_err()) {
                    break;
                }
            }
        });
        let (shell, site) = (self.downgrade(), site.to_owned());
        thread::spawn(move || {
            while let Some(lines) = batch(&lines) {
                let Some(shell) = Self::upgrade(&shell) else {
                    return;
                };
                let said = SiteSaid {
                    site: site.clone(),
                    lines,
                };
                shell.outside.tell(Happening::SiteSaid(said));
            }
            if let Some(shell) = Self::upgrade(&shell) {
                shell.site_ended(&site, number);
            }
        });
    }

    /// A site's program is gone: by our doing, or by itself.
    fn site_ended(&self, site: &str, number: u64) {
        let mut lab = hold(&self.lab);
        let same = |running: &Running| running.number == number;
        let ended = match lab.running.get(site).is_some_and(same) {
            true => lab.running.remove(site),
            false => None,
        };
        let sites = lab.view();
        drop(lab);
        drop(ended);
        self.outside
            .tell(Happening::SitesChanged(SitesChanged(sites)));
    }
}

/// The lines that come close together; none when no more can come.
fn batch(lines: &Receiver<SiteLine>) -> Option<Vec<SiteLine>> {
    let mut batch = vec![lines.recv().ok()?];
    let until = Instant::now() + BATCH;
    loop {
        match lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            Ok(line) => batch.push(line),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return Some(batch),
        }
    }
}

/// The way to something of the world that a site begins with.
fn at(path: &str) -> String {
    format!("{WORLD}{path}")
}

/// How a site makes and checks codes, as its control API says it.
fn rules(answer: &Value) -> Result<SiteRules, UiError> {
    let read = || {
        Some(SiteRules {
            digits: serde_json::from_value(answer["digits"].clone()).ok()?,
            period: serde_json::from_value(answer["period"].clone()).ok()?,
            window: serde_json::from_value(answer["window"].clone()).ok()?,
        })
    };
    read().ok_or_else(|| UiError::new("desktop-lab-stopped"))
}

/// What a site's QR code would become here.
fn candidate(link: &str) -> Result<Candidate, UiError> {
    let candidate = Candidate::from(KeyUri::parse(link)?);
    Ok(Candidate {
        origin: Origin::Lab,
        tags: vec![text("desktop-lab-tag", &[])],
        ..candidate
    })
}
