//! A picture as the stages see it: one brightness a pixel, in several sizes,
//! each made once and only when a stage asks for it.

use std::sync::{Arc, OnceLock};

use super::grey::Grey;

/// What of the picture's colours counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plane {
    /// How bright it is.
    Luma,
    /// How warm: red less blue.
    Warm,
    /// How green: green less the others.
    Green,
}

/// One plane of a picture.
pub(crate) struct Scene {
    pub(crate) plane: Plane,
    full: Arc<Grey>,
    /// Halved once, twice, three times.
    smaller: [OnceLock<Arc<Grey>>; 3],
    doubled: OnceLock<Arc<Grey>>,
}

impl Scene {
    pub(crate) fn new(plane: Plane, grey: Grey) -> Self {
        Self {
            plane,
            full: Arc::new(grey),
            smaller: Default::default(),
            doubled: OnceLock::new(),
        }
    }

    pub(crate) fn full(&self) -> &Arc<Grey> {
        &self.full
    }

    /// Halved so many times, at most three.
    pub(crate) fn halved(&self, times: usize) -> &Arc<Grey> {
        match times {
            0 => &self.full,
            times => {
                self.smaller[times - 1].get_or_init(|| Arc::new(self.halved(times - 1).halved()))
            }
        }
    }

    pub(crate) fn doubled(&self) -> &Arc<Grey> {
        self.doubled.get_or_init(|| Arc::new(self.full.doubled()))
    }
}
