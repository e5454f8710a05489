//! Why a code that is certainly there was not read.

use super::fit::{self, Fit};
use super::grey::Grey;
use super::pattern::{Kind, parts};
use super::trio::Trio;
use crate::{PictureError, Unread};

/// Below so many pixels a module, what it is can hardly be told.
const TOO_SMALL: f32 = 1.4;
/// Where single modules differ by less than this part of what the large areas
/// of the finder patterns differ by, they run into each other.
const TOO_BLURRY: f32 = 0.5;

/// The reason, as far as the fixed pattern under a grid tells. `scale` is how
/// many pixels here make one of the whole picture.
pub(crate) fn unread(grey: &Grey, fit: &Fit, scale: f32) -> PictureError {
    if fit.module() / scale < TOO_SMALL {
        return PictureError::CodeTooSmall;
    }
    match sharpness(grey, fit) {
        Some(sharpness) if sharpness < TOO_BLURRY => PictureError::CodeTooBlurry,
        _ => PictureError::CodeUnclear,
    }
}

/// The difference of dark and light from module to module, as a part of that
/// between the finders' stones and the light around them.
fn sharpness(grey: &Grey, fit: &Fit) -> Option<f32> {
    let contrast = |kind: Kind| {
        let (mut sums, mut counts) = ([0.0_f32; 2], [0.0_f32; 2]);
        let modules = parts(fit.version).iter().filter(|part| part.kind == kind);
        for (module, is_dark) in modules.flat_map(|part| &part.modules) {
            let which = usize::from(*is_dark);
            sums[which] += grey.at(fit.projection.pixel(*module))?;
            counts[which] += 1.0;
        }
        Some((sums[0] / counts[0] - sums[1] / counts[1]).abs())
    };
    let finders = contrast(Kind::Finder)?;
    (finders > 1.0).then_some(contrast(Kind::Timing)? / finders)
}

/// How well the timing pattern between two finders must be seen to be sure that
/// a code stands on them.
const CERTAIN_LINE: f32 = 0.7;

/// What is left of a code of which the third finder would lie outside of the
/// picture, if the timing pattern between the other two is there.
pub(crate) fn cut_off(grey: &Grey, trio: &Trio, dark: f32) -> Option<Unread> {
    let is_inside =
        |[x, y]: [f32; 2]| x >= 0.0 && y >= 0.0 && x < grey.width as f32 && y < grey.height as f32;
    if trio.middles().into_iter().all(is_inside) {
        return None;
    }
    let (line, corners) = fit::best_line(grey, trio, dark)?;
    (line >= CERTAIN_LINE).then_some(Unread {
        corners,
        reason: PictureError::CodeCutOff,
    })
}
