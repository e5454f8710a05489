//! From a PDF to pictures of its pages. What a page says is understood by `hayro-interpret`;
//! here it becomes pixels.

use std::sync::Arc;

use hayro_interpret::font::GlyphRun;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::kurbo::{self, Affine, BezPath, Rect, Stroke, StrokeOpts};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, FillRule, Image, ImageData,
    ImageDrawProps, InterpreterCache, InterpreterSettings, LumaData, Paint, SoftMask, StrokeProps,
    TransformExt, interpret_page,
};
use keytick_qr::Picture;
use zeroize::Zeroizing;

use super::canvas::{Canvas, Inside};
use super::{DAMAGED, MAX_PAGES, Said};
use crate::Error;

/// Draws page after page, as long as `say` wants more.
pub(super) fn pages(
    file: &Arc<Zeroizing<Vec<u8>>>,
    password: &str,
    say: &mut dyn FnMut(Said) -> bool,
) -> Option<()> {
    let file = Arc::new(Bytes(Arc::clone(file)));
    let pdf = match Pdf::new_with_password(file, password) {
        Ok(pdf) => pdf,
        Err(error) => {
            say(Said::Refused(refused(error)));
            return None;
        }
    };
    let pages = pdf.pages();
    if pages.len() > MAX_PAGES {
        say(Said::Refused(Error::TooMany { limit: MAX_PAGES }));
        return None;
    }
    let mut go_on = say(Said::Pages(pages.len()));
    let cache = InterpreterCache::new();
    for page in pages.iter() {
        if !go_on {
            return None;
        }
        go_on = say(match draw(page, &cache) {
            Ok(picture) => Said::Page(picture),
            Err(error) => Said::Refused(error),
        });
    }
    Some(())
}

/// What `Pdf` takes as a file.
struct Bytes(Arc<Zeroizing<Vec<u8>>>);

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

fn refused(error: LoadPdfError) -> Error {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Error::PasswordNeeded,
        LoadPdfError::Decryption(_) => Error::Damaged { what: "encryption" },
        LoadPdfError::Invalid => DAMAGED,
    }
}

fn draw<'a>(page: &'a Page<'a>, cache: &InterpreterCache<'a>) -> Result<Picture, Error> {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    let scale = scale(width, height);
    // At most `MOST_PIXELS`, and at least one each way.
    let size = |points: f64| ((points * scale) as usize).max(1);
    let canvas = Canvas::new(size(width), size(height));
    let (width, height) = (size(width), size(height));
    let transform = Affine::scale(scale) * page.initial_transform(true).to_kurbo();
    let bounds = Rect::new(0.0, 0.0, width as f64, height as f64);
    let settings = InterpreterSettings::default();
    let mut context = Context::new(transform, bounds, cache, page.xref(), settings);
    let mut pen = Pen { canvas };
    interpret_page(page, &mut context, &mut pen);
    let side = |pixels: usize| u32::try_from(pixels).map_err(|_| DAMAGED);
    let rgba = pen.canvas.into_rgba();
    Ok(Picture::from_rgba(side(width)?, side(height)?, rgba)?)
}

/// Pixels a point: 216 dots an inch, more for pages smaller than a hand and fewer for
/// posters.
fn scale(width: f64, height: f64) -> f64 {
    const USUAL: f64 = 3.0;
    const SHORTEST_SIDE: f64 = 1000.0;
    const MOST_PIXELS: f64 = 10_000_000.0;
    let enough = USUAL.max(SHORTEST_SIDE / width.min(height));
    let most = (MOST_PIXELS / (width * height)).sqrt();
    // A ribbon of a page can be as wide as it likes, not so what is drawn of it.
    let longest = 16_000.0 / width.max(height);
    enough.min(most).min(longest)
}

/// Draws on the page what the interpreter comes across. Text is left out, and so is what
/// cuts things off or lets them shine through: no program draws QR codes with it.
struct Pen {
    canvas: Canvas,
}

impl Pen {
    fn fill(&mut self, path: &BezPath, transform: Affine, rule: FillRule, grey: u8) {
        let inside = match rule {
            FillRule::NonZero => Inside::NonZero,
            FillRule::EvenOdd => Inside::EvenOdd,
        };
        self.canvas.fill(&(transform * path), inside, grey);
    }

    /// Some programs draw the rows of a code as thick lines.
    fn stroke(&mut self, path: &BezPath, transform: Affine, stroke: &StrokeProps, grey: u8) {
        const TOLERANCE: f64 = 0.1;
        let style = Stroke::new(f64::from(stroke.line_width))
            .with_caps(stroke.line_cap)
            .with_join(stroke.line_join)
            .with_miter_limit(f64::from(stroke.miter_limit));
        let outline = kurbo::stroke(path, &style, &StrokeOpts::default(), TOLERANCE);
        self.canvas
            .fill(&(transform * outline), Inside::NonZero, grey);
    }
}

impl<'a> Device<'a> for Pen {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let Some(grey) = grey_of(&props.paint) else {
            return;
        };
        match mode {
            DrawMode::Fill(rule) => self.fill(path, props.transform, *rule, grey),
            DrawMode::Stroke(stroke) => self.stroke(path, props.transform, stroke, grey),
            DrawMode::FillAndStroke(rule, stroke) => {
                self.fill(path, props.transform, *rule, grey);
                self.stroke(path, props.transform, stroke, grey);
            }
            DrawMode::Invisible => {}
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        const MOST_PIXELS: u64 = 100_000_000;
        if u64::from(image.width()) * u64::from(image.height()) > MOST_PIXELS {
            return;
        }
        match image {
            Image::Raster(image) => image.with_rgba(
                |image, alpha| put_raster(&mut self.canvas, &image, alpha.as_ref(), &props),
                None,
            ),
            Image::Stencil(image) => image.with_stencil(
                |mask, paint| {
                    if let Some(grey) = grey_of(paint) {
                        put_stencil(&mut self.canvas, &mask, grey, &props);
                    }
                },
                None,
            ),
        }
    }

    fn draw_glyph_run(&mut self, _: &GlyphRun<'_, 'a>, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// Nothing for patterns, and for what is hardly there.
fn grey_of(paint: &Paint) -> Option<u8> {
    let Paint::Color(colour) = paint else {
        return None;
    };
    let [red, green, blue, alpha] = colour.to_rgba().to_rgba8();
    (alpha >= 128).then(|| grey(red, green, blue))
}

/// How bright a colour looks, in whole numbers (ITU-R BT.601).
fn grey(red: u8, green: u8, blue: u8) -> u8 {
    let weighed = 299 * u32::from(red) + 587 * u32::from(green) + 114 * u32::from(blue);
    u8::try_from(weighed / 1000).unwrap_or(u8::MAX)
}

fn put_raster(
    canvas: &mut Canvas,
    image: &ImageData,
    alpha: Option<&LumaData>,
    props: &ImageDrawProps,
) {
    let (width, height) = (image.width(), image.height());
    let (across, down) = image.scale_factors();
    let place = props.transform * Affine::scale_non_uniform(across.into(), down.into());
    canvas.put((width, height), place, |x, y| {
        let index = y * width as usize + x;
        // A mask may have another size than its picture.
        let is_seen = alpha.is_none_or(|alpha| {
            let x = x * alpha.width as usize / width as usize;
            let y = y * alpha.height as usize / height as usize;
            let alpha = alpha.data.get(y * alpha.width as usize + x);
            alpha.is_none_or(|alpha| *alpha >= 128)
        });
        let colour = match image {
            ImageData::Luma(luma) => luma.data.get(index).copied(),
            ImageData::Rgb(rgb) => match rgb.data.get(index * 3..index * 3 + 3) {
                Some([red, green, blue]) => Some(grey(*red, *green, *blue)),
                _ => None,
            },
        };
        colour.filter(|_| is_seen)
    });
}

fn put_stencil(canvas: &mut Canvas, mask: &LumaData, grey: u8, props: &ImageDrawProps) {
    let (across, down) = mask.scale_factors;
    let place = props.transform * Affine::scale_non_uniform(across.into(), down.into());
    canvas.put((mask.width, mask.height), place, |x, y| {
        let seen = mask.data.get(y * mask.width as usize + x);
        seen.filter(|seen| **seen >= 128).map(|_| grey)
    });
}
