//! Every code in a picture: waves of stages of rising cost, until everything
//! that looks like a code is explained or time is up.

mod boxes;
mod budget;
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
mod stages;
mod threshold;
mod trio;
mod why;

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use self::budget::{Budget, Clocks, Meter};
use self::crew::Task;
use self::grey::{Grey, papers};
use self::scene::{Plane, Scene};
use self::stages::{Seen, Stage, WAVES};
use crate::found::{Bounds, sort_as_read};
use crate::{FoundCode, Picture, Reading, Unread};

/// Work on a picture in which nothing was found yet, in time of one processor; as
/// many as there are work beside each other. Stages that do not look at the
/// clock get a little more.
const HARD_LIMIT: Duration = Duration::from_millis(1_200);
/// The same when codes were found, and something more may be there.
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
/// nothing is found, and far less for a plain screenshot; it never fails. A
/// computer that has other things to do takes longer and finds the same.
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
    /// Processor time of each thread once a code was read, while something more
    /// looks like one.
    pub soft_limit: Duration,
    /// Processor time of each thread as long as no code was read. Pictures of
    /// more than 12 megapixels get more for their first stages. Where threads
    /// wait for a processor, it ends after ten times as long at the latest.
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
pub fn read_and_tell(picture: &Picture, watch: Watch<'_>) -> Reading {
    read_by(picture, watch, Clocks::REAL)
}

fn read_by(picture: &Picture, mut watch: Watch<'_>, clocks: Clocks) -> Reading {
    let mut search = Search::new(picture, [watch.soft_limit, watch.hard_limit], clocks);
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
    clocks: Clocks,
    /// The passed time then.
    began: Duration,
    /// The work that was done.
    spent: Duration,
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
    fn new(picture: &Picture, limits: [Duration; 2], clocks: Clocks) -> Self {
        let [began, worked] = [clocks.passed, clocks.worked].map(|clock| clock());
        let pixels = u64::from(picture.width()) * u64::from(picture.height());
        let times = pixels.div_ceil(USUAL_PIXELS).max(1);
        let scene = |&paper: &u8| Arc::new(Scene::new(Plane::Luma, Grey::on_paper(picture, paper)));
        Self {
            began,
            limits,
            first_limit: Some(limits[1] * u32::try_from(times).unwrap_or(u32::MAX)),
            scenes: papers(picture).iter().map(scene).collect(),
            spent: (clocks.worked)().saturating_sub(worked),
            clocks,
            codes: Vec::new(),
            unread: Vec::new(),
        }
    }

    /// Whether there is nothing more to look for, or no time.
    fn is_over(&self) -> bool {
        self.is_explained() || self.first_limit.is_none() && Meter::start(&self.budget()).is_late()
    }

    /// Whether codes were read, nothing else looks like one, and the picture
    /// was seen whole.
    fn is_explained(&self) -> bool {
        self.first_limit.is_none() && !self.codes.is_empty() && self.unread.is_empty()
    }

    fn budget(&self) -> Arc<Budget> {
        let budget = Budget::new(self.clocks, self.began, self.spent, self.limit());
        Arc::new(budget)
    }

    fn limit(&self) -> Duration {
        let limit = self.limits[usize::from(self.codes.is_empty())];
        self.first_limit.unwrap_or(limit)
    }

    fn run(&mut self, wave: &'static [Stage], picture: &Picture, watch: &mut Watch<'_>) {
        let worked = (self.clocks.worked)();
        self.make_planes(wave, picture);
        self.spent += (self.clocks.worked)().saturating_sub(worked);

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
        let known: Vec<Bounds> = self
            .codes
            .iter()
            .map(|code| Bounds::of(&code.corners))
            .collect();
        let budget = self.budget();
        crew::work(tasks, watch.threads, &budget, &known, &mut |seen| {
            if let Some((stage, seen)) = seen {
                self.take(seen, stage, watch);
                budget.lower(self.limit());
            }
            if (watch.is_stopped)() || self.is_explained() {
                budget.stop();
            }
        });
        self.spent = budget.spent();
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

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    /// Each look at the clock finds a tenth of a millisecond more.
    fn ticking() -> Duration {
        static TICKS: AtomicU64 = AtomicU64::new(0);
        Duration::from_micros(100 * TICKS.fetch_add(1, Ordering::Relaxed))
    }

    /// A code that the first wave does not see: grey on a little lighter grey.
    fn faint() -> Picture {
        let code = crate::encode("faint").unwrap();
        let (side, pixels) = (code.size() + 8, 4);
        let png = image::load_from_memory(&code.to_png(pixels)).unwrap();
        let brightness = png.into_luma8().into_raw();
        let faint = brightness.iter().map(|value| 110 + value / 12);
        let rgba = faint.flat_map(|grey| [grey, grey, grey, 255]).collect();
        let side = side as u32 * pixels;
        Picture::from_rgba(side, side, rgba).unwrap()
    }

    fn texts(clocks: Clocks) -> Vec<String> {
        let mut nobody = |_: &FoundCode, _: &str| ();
        let watch = Watch {
            threads: 1,
            hard_limit: Duration::from_millis(20),
            ..Watch::new(&|| false, &mut nobody)
        };
        let codes = read_by(&faint(), watch, clocks).codes;
        codes.iter().map(|code| code.text.to_string()).collect()
    }

    #[test]
    fn a_starved_reader_finds_what_an_idle_one_finds() {
        // It has hardly come to work, while the time is over again and again.
        let starved = Clocks {
            worked: || Duration::ZERO,
            passed: ticking,
        };
        assert_eq!(texts(starved), ["faint"]);
        // To take the time that passes for work is what loses such codes.
        let by_the_wall = Clocks {
            worked: ticking,
            ..starved
        };
        assert_eq!(texts(by_the_wall), [""; 0]);
    }
}
