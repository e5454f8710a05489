//! Every code in a picture: waves of stages of rising cost, until everything
//! that looks like a code is explained or time is up.

mod boxes;
mod crew;
mod decode;
mod finder;
mod fit;
mod grey;
mod grid;
mod marks;
mod own;
mod pattern;
mod project;
mod runs;
mod sample;
mod scene;
mod second;
mod stages;
mod threshold;
mod trio;
mod why;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use self::crew::Task;
use self::grey::{Grey, papers};
use self::scene::{Plane, Scene};
use self::stages::{Job, Seen, Stage, WAVES};
use crate::found::{Bounds, sort_as_read};
use crate::{FoundCode, Picture, Reading, Unread};

/// Time in all for a picture in which nothing was found yet. Stages that do not
/// look at the clock get a little more.
const HARD_LIMIT: Duration = Duration::from_millis(1_200);
/// Time in all when codes were found, and something more may be there.
const SOFT_LIMIT: Duration = Duration::from_millis(250);
/// The hard limit is for pictures of up to so many pixels; a larger one gets
/// more time for the first wave, by its size.
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
    read_and_tell(picture, Watch::new(&|| false, &mut |_, _| {})).codes
}

/// How a picture is to be read, and who wants to know of it meanwhile.
pub struct Watch<'a> {
    /// Asked often; once it is true, what was found until then is all.
    pub is_stopped: &'a dyn Fn() -> bool,
    /// Told of each code as soon as it is read, with the name of the stage that
    /// read it.
    pub found: &'a mut dyn FnMut(&FoundCode, &'static str),
    /// Stages at work at once, at least 1.
    pub threads: usize,
    /// Time in all once a code was read, while something more looks like one.
    pub soft_limit: Duration,
    /// Time in all as long as no code was read. Pictures of more than 12
    /// megapixels get more for their first stages.
    pub hard_limit: Duration,
}

impl<'a> Watch<'a> {
    /// On all cores, 250 ms if a code was read and 1.2 s if none was.
    pub fn new(
        is_stopped: &'a dyn Fn() -> bool,
        found: &'a mut dyn FnMut(&FoundCode, &'static str),
    ) -> Self {
        Self {
            is_stopped,
            found,
            threads: thread::available_parallelism().map_or(1, usize::from),
            soft_limit: SOFT_LIMIT,
            hard_limit: HARD_LIMIT,
        }
    }
}

/// Like [`read`], told of each code at once, and stopped at will.
pub fn read_and_tell(picture: &Picture, mut watch: Watch<'_>) -> Reading {
    let mut search = Search::new(picture, [watch.soft_limit, watch.hard_limit]);
    for wave in WAVES {
        if search.is_over() || (watch.is_stopped)() {
            break;
        }
        search.run(wave, picture, &mut watch);
    }
    let Search {
        mut codes, unread, ..
    } = search;
    sort_as_read(&mut codes);
    Reading { codes, unread }
}

/// Looks again, and longer, at a part of a picture that a person marked: its
/// left, top, width and height in pixels. Corners are still those in the whole
/// picture.
pub fn read_region(picture: &Picture, region: [u32; 4], watch: Watch<'_>) -> Reading {
    /// As a multiple of what a whole picture gets.
    const PATIENCE: u32 = 2;
    let [left, top, ..] = region;
    let Some(part) = picture.cropped(region) else {
        return Reading {
            codes: Vec::new(),
            unread: Vec::new(),
        };
    };
    let watch = Watch {
        soft_limit: watch.soft_limit * PATIENCE,
        hard_limit: watch.hard_limit * PATIENCE,
        ..watch
    };
    let mut reading = read_and_tell(&part, watch);
    let codes = reading.codes.iter_mut().map(|code| &mut code.corners);
    let unread = reading.unread.iter_mut().map(|unread| &mut unread.corners);
    for [x, y] in codes.chain(unread).flatten() {
        *x += left as f32;
        *y += top as f32;
    }
    reading
}

struct Search {
    started: Instant,
    /// Once a code was read, and before.
    limits: [Duration; 2],
    /// For the first wave, which is run whatever happens.
    first_limit: Option<Duration>,
    /// Planes made so far; two of luma if there are two papers.
    scenes: Vec<Arc<Scene>>,
    codes: Vec<FoundCode>,
    unread: Vec<Unread>,
}

impl Search {
    fn new(picture: &Picture, limits: [Duration; 2]) -> Self {
        let started = Instant::now();
        let pixels = u64::from(picture.width()) * u64::from(picture.height());
        let times = pixels.div_ceil(USUAL_PIXELS).max(1);
        let scene = |&paper: &u8| Arc::new(Scene::new(Plane::Luma, Grey::on_paper(picture, paper)));
        Self {
            started,
            limits,
            first_limit: Some(limits[1] * u32::try_from(times).unwrap_or(u32::MAX)),
            scenes: papers(picture).iter().map(scene).collect(),
            codes: Vec::new(),
            unread: Vec::new(),
        }
    }

    fn is_over(&self) -> bool {
        self.first_limit.is_none()
            && (self.is_explained() || self.started.elapsed() >= self.limit())
    }

    /// Whether codes were read, and nothing else looks like one.
    fn is_explained(&self) -> bool {
        !self.codes.is_empty() && self.unread.is_empty()
    }

    fn limit(&self) -> Duration {
        let limit = self.limits[usize::from(self.codes.is_empty())];
        self.first_limit.unwrap_or(limit)
    }

    fn run(&mut self, wave: &'static [Stage], picture: &Picture, watch: &mut Watch<'_>) {
        self.make_planes(wave, picture);
        let with_scenes = |stage: &'static Stage| {
            let scenes = self
                .scenes
                .iter()
                .filter(move |scene| scene.plane == stage.plane);
            scenes.map(move |scene| Task {
                stage,
                scene: Arc::clone(scene),
            })
        };
        let tasks = wave.iter().flat_map(with_scenes).collect();
        let stop = Arc::new(AtomicBool::new(false));
        let job = Job {
            until: self.started + self.limit(),
            stop: Arc::clone(&stop),
            known: self
                .codes
                .iter()
                .map(|code| Bounds::of(&code.corners))
                .collect(),
            unread: self
                .unread
                .iter()
                .map(|unread| Bounds::of(&unread.corners))
                .collect(),
            scale: 1.0,
        };
        crew::work(tasks, watch.threads, &job, &mut |seen| {
            if let Some((stage, seen)) = seen {
                self.take(seen, stage, watch);
            }
            if (watch.is_stopped)() || self.is_over() {
                stop.store(true, Ordering::Relaxed);
            }
        });
        self.first_limit = None;
    }

    /// The planes of colour are made late: most pictures never need them.
    fn make_planes(&mut self, wave: &[Stage], picture: &Picture) {
        for plane in [Plane::Warm, Plane::Green] {
            let is_wanted = wave.iter().any(|stage| stage.plane == plane);
            if is_wanted && let Some(grey) = Grey::of_colour(picture, plane) {
                self.scenes.push(Arc::new(Scene::new(plane, grey)));
            }
        }
    }

    fn take(&mut self, seen: Seen, stage: &'static str, watch: &mut Watch<'_>) {
        match seen {
            Seen::Code(text, corners) => {
                let code = FoundCode { text, corners };
                let place = Bounds::of(&code.corners);
                self.unread
                    .retain(|unread| !place.overlaps(&Bounds::of(&unread.corners)));
                if !self.codes.iter().any(|known| known.is_again(&code)) {
                    (watch.found)(&code, stage);
                    self.codes.push(code);
                }
            }
            Seen::Unread(unread) => {
                let place = Bounds::of(&unread.corners);
                let codes = self.codes.iter().map(|code| &code.corners);
                let others = self.unread.iter().map(|unread| &unread.corners);
                let is_known = codes
                    .chain(others)
                    .any(|known| Bounds::of(known).overlaps(&place));
                if !is_known && self.unread.len() < MAX_UNREAD {
                    self.unread.push(unread);
                }
            }
        }
    }
}
