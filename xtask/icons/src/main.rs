//! Draws every icon file in `icons/` from its two SVGs: `cargo xtask icons`.
//!
//! `keytick.svg` is the mark; `keytick-small.svg` is the same mark for sizes at
//! which twelve ticks would run together. The files are committed, so that a build
//! needs neither this package nor a drawing program.

use std::error::Error;
use std::fs::File;
use std::path::{Path, PathBuf};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Up to this many pixels a side the simplified drawing reads better.
const SMALL: u32 = 24;

/// PNG files: the names Tauri's bundler and the Microsoft Store look for.
const PNGS: &[(&str, u32)] = &[
    ("16x16.png", 16),
    ("24x24.png", 24),
    ("32x32.png", 32),
    ("48x48.png", 48),
    ("64x64.png", 64),
    ("128x128.png", 128),
    ("256x256.png", 256),
    ("512x512.png", 512),
    ("icon.png", 1024),
    ("Square30x30Logo.png", 30),
    ("Square44x44Logo.png", 44),
    ("Square71x71Logo.png", 71),
    ("Square89x89Logo.png", 89),
    ("Square107x107Logo.png", 107),
    ("Square142x142Logo.png", 142),
    ("Square150x150Logo.png", 150),
    ("Square284x284Logo.png", 284),
    ("Square310x310Logo.png", 310),
    ("StoreLogo.png", 50),
];

/// Sizes inside `icon.ico`; Tauri's window icon is the first, so the one that
/// taskbars use at 100% comes first.
const ICO_SIZES: &[u32] = &[32, 16, 20, 24, 40, 48, 64, 256];

/// Sizes inside `icon.icns`, with the element each belongs to.
const ICNS_SIZES: &[(icns::IconType, u32)] = &[
    (icns::IconType::RGBA32_16x16, 16),
    (icns::IconType::RGBA32_16x16_2x, 32),
    (icns::IconType::RGBA32_32x32, 32),
    (icns::IconType::RGBA32_32x32_2x, 64),
    (icns::IconType::RGBA32_128x128, 128),
    (icns::IconType::RGBA32_128x128_2x, 256),
    (icns::IconType::RGBA32_256x256, 256),
    (icns::IconType::RGBA32_256x256_2x, 512),
    (icns::IconType::RGBA32_512x512, 512),
    (icns::IconType::RGBA32_512x512_2x, 1024),
];

/// Apple's icon grid: the shape takes 824 of 1024 pixels, the rest is air.
const MAC_SHAPE: f32 = 824.0 / 1024.0;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

fn main() -> Result<()> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../icons");
    let mark = Mark::load(&folder)?;
    for &(name, size) in PNGS {
        mark.draw(size, 1.0)?.save_png(folder.join(name))?;
    }
    write_ico(&mark, &folder.join("icon.ico"))?;
    write_icns(&mark, &folder.join("icon.icns"))?;
    println!("icons: {} files drawn", PNGS.len() + 2);
    Ok(())
}

struct Mark {
    full: Tree,
    small: Tree,
}

impl Mark {
    fn load(folder: &Path) -> Result<Self> {
        let tree = |name: &str| -> Result<Tree> {
            let svg = std::fs::read(folder.join(name))?;
            Ok(Tree::from_data(&svg, &Options::default())?)
        };
        Ok(Self {
            full: tree("keytick.svg")?,
            small: tree("keytick-small.svg")?,
        })
    }

    /// The mark at `size` pixels a side, its shape taking `share` of them.
    fn draw(&self, size: u32, share: f32) -> Result<Pixmap> {
        let tree = if size <= SMALL {
            &self.small
        } else {
            &self.full
        };
        let mut pixels = Pixmap::new(size, size).ok_or("a picture of no pixels")?;
        let scale = size as f32 * share / tree.size().width();
        let margin = size as f32 * (1.0 - share) / 2.0;
        resvg::render(
            tree,
            Transform::from_row(scale, 0.0, 0.0, scale, margin, margin),
            &mut pixels.as_mut(),
        );
        Ok(pixels)
    }
}

/// Straight (not premultiplied) RGBA, as both icon formats want it.
fn rgba(pixels: &Pixmap) -> Vec<u8> {
    let straight = pixels.pixels().iter().map(|pixel| pixel.demultiply());
    straight
        .flat_map(|c| [c.red(), c.green(), c.blue(), c.alpha()])
        .collect()
}

fn write_ico(mark: &Mark, path: &Path) -> Result<()> {
    let mut icon = ico::IconDir::new(ico::ResourceType::Icon);
    for &size in ICO_SIZES {
        let image = ico::IconImage::from_rgba_data(size, size, rgba(&mark.draw(size, 1.0)?));
        icon.add_entry(ico::IconDirEntry::encode(&image)?);
    }
    icon.write(File::create(path)?)?;
    Ok(())
}

fn write_icns(mark: &Mark, path: &Path) -> Result<()> {
    let mut family = icns::IconFamily::new();
    for &(kind, size) in ICNS_SIZES {
        let pixels = rgba(&mark.draw(size, MAC_SHAPE)?);
        let image = icns::Image::from_data(icns::PixelFormat::RGBA, size, size, pixels)?;
        family.add_icon_with_type(&image, kind)?;
    }
    family.write(File::create(path)?)?;
    Ok(())
}
