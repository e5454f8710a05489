//! Every code in a picture: the stages one after another, until everything that
//! looks like a code is explained or time is up.

mod crew;
mod finder;
mod grey;
mod grid;
mod second;
mod stages;
mod threshold;

use std::sync::Arc;
use std::time::{Duration, Instant};

use self::grey::{Grey, papers};
use self::stages::{STAGES, Scene, Seen, Stage};
use crate::found::{Bounds, sort_as_read};
use crate::{FoundCode, Picture};

/// Time in all for a picture in which nothing was found yet.
const HARD_LIMIT: Duration = Duration::from_millis(1_500);
/// Time in all when codes were found, and something more may be there.
const SOFT_LIMIT: Duration = Duration::from_millis(500);
/// The hard limit is for pictures of up to so many pixels; a larger one gets
/// more time for the first stage, by its size.
const USUAL_PIXELS: u64 = 12_000_000;
/// Places that look like a code and were not read, remembered per picture.
const MAX_UNREAD: usize = 64;

/// Finds every QR code in a picture: dark on light or light on dark, turned,
/// seen from the side, several at once. Gives them in reading order, each once.
///
/// A code that stands in two places is given twice. Empty codes are left out.
/// Takes about 1.5 s at most for a picture of up to 12 megapixels in which
/// nothing is found, and far less for a plain screenshot; it never fails.
pub fn read(picture: &Picture) -> Vec<FoundCode> {
    let mut search = Search::new(picture);
    for stage in STAGES {
        if search.is_over() {
            break;
        }
        search.run(stage);
    }
    let mut codes = search.codes;
    sort_as_read(&mut codes);
    codes
}

struct Search {
    started: Instant,
    /// For the first stage, which is run whatever happens.
    first_limit: Option<Duration>,
    /// One for each paper.
    scenes: Vec<Scene>,
    codes: Vec<FoundCode>,
}

impl Search {
    fn new(picture: &Picture) -> Self {
        let pixels = u64::from(picture.width()) * u64::from(picture.height());
        let times = pixels.div_ceil(USUAL_PIXELS).max(1);
        let scene = |&paper: &u8| Scene {
            grey: Arc::new(Grey::on_paper(picture, paper)),
            unread: Vec::new(),
        };
        Self {
            started: Instant::now(),
            first_limit: Some(HARD_LIMIT * u32::try_from(times).unwrap_or(u32::MAX)),
            scenes: papers(picture).iter().map(scene).collect(),
            codes: Vec::new(),
        }
    }

    fn is_over(&self) -> bool {
        let is_explained =
            !self.codes.is_empty() && self.scenes.iter().all(|scene| scene.unread.is_empty());
        self.first_limit.is_none() && (is_explained || self.started.elapsed() >= self.limit())
    }

    fn limit(&self) -> Duration {
        self.first_limit.unwrap_or(if self.codes.is_empty() {
            HARD_LIMIT
        } else {
            SOFT_LIMIT
        })
    }

    fn run(&mut self, stage: &Stage) {
        for scene in 0..self.scenes.len() {
            for view in (stage.views)(&self.scenes[scene]) {
                let until = self.started + self.limit();
                let known = self.known_places();
                crew::look(stage.reader, &view, until, &known, &mut |seen| match seen {
                    Seen::Code(text, corners) => {
                        let code = FoundCode { text, corners };
                        if !self.codes.iter().any(|known| known.is_again(&code)) {
                            self.codes.push(code);
                        }
                    }
                    Seen::Unread(finders) => {
                        let unread = &mut self.scenes[scene].unread;
                        if unread.len() < MAX_UNREAD {
                            unread.push(finders);
                        }
                    }
                });
            }
        }
        self.first_limit = None;
        self.forget_explained();
    }

    fn known_places(&self) -> Vec<Bounds> {
        self.codes
            .iter()
            .map(|code| Bounds::of(&code.corners))
            .collect()
    }

    /// Three finders of which one belongs to a code that was read are no code
    /// of their own.
    fn forget_explained(&mut self) {
        let known = self.known_places();
        for scene in &mut self.scenes {
            scene.unread.retain(|finders| {
                !finders
                    .iter()
                    .any(|finder| known.iter().any(|place| place.contains(*finder)))
            });
        }
    }
}
