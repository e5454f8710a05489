//! Codes in sizes that do not fit the pixels.

use image::Rgba;

use crate::Size;
use crate::brief::{Brief, Screen, Shot};
use crate::code::Look;
use crate::file::Kind;
use crate::page::{Around, Theme};
use crate::scene::{Filter, Scene, moved};
use crate::wear;

/// Below 1.2 pixels a module nothing is left to read.
pub(super) fn small(brief: &mut Brief) -> Shot {
    let module = brief.range((1.75, 2.6), (1.35, 1.75));
    let sharp = module >= 1.75 && brief.random.chance(0.3);
    let scene = brief.desktop_with(|_, _, _| Look {
        sharp,
        ..Look::plain(if sharp { 2.0 } else { module })
    });
    Shot::png(scene)
}

/// Sharp, so that some modules are a pixel wider than others; or smooth.
pub(super) fn fractional(brief: &mut Brief) -> Shot {
    let whole = brief.range((2.0, 5.0), (1.2, 2.0)).floor().max(1.0);
    let scale = *brief.random.pick(&[1.25, 1.5, 1.75, 1.1]);
    let sharp = brief.random.chance(0.5) && whole * scale >= 2.4;
    // Half a module of 1.1 pixels is lost, whoever looks.
    let module = (whole * scale).max(1.5);
    let scene = brief.desktop_with(|_, _, _| Look {
        sharp,
        ..Look::plain(module)
    });
    Shot::png(scene)
}

const FILTERS: [Filter; 4] = [
    Filter::Triangle,
    Filter::CatmullRom,
    Filter::Gaussian,
    Filter::Lanczos3,
];

/// The picture with the code shrinks, then stands on a page.
pub(super) fn email(brief: &mut Brief) -> Shot {
    let module = brief.random.whole(4, 10) as f32;
    let wanted = brief.range((2.0, 3.5), (1.6, 2.0));
    let filter = *brief.random.pick(&FILTERS);
    let scene = shrunk_code(brief, module, wanted, filter);
    Shot::png(scene)
}

fn shrunk_code(brief: &mut Brief, module: f32, wanted: f32, filter: Filter) -> Scene {
    let theme = brief.light_theme();
    let (size, scale) = brief.usual_screen();
    let letter = match brief.size {
        Size::Full => (size.0 / 2, size.1 / 2),
        Size::Small => (240, 200),
    };
    let times = module / wanted;
    let large = (
        (letter.0 as f32 * times) as u32,
        (letter.1 as f32 * times) as u32,
    );
    let mut card = brief.card(Look::plain(module));
    card.around = Around::Page;
    let mut inner = Scene::new(large.0, large.1, theme.panel);
    crate::page::place(&mut brief.random, &mut inner, vec![card], theme, scale);
    let inner = inner.scaled(1.0 / times, filter);
    onto_page(brief, inner, theme, (size, scale))
}

fn onto_page(brief: &mut Brief, inner: Scene, theme: Theme, screen: Screen) -> Scene {
    let ((width, height), scale) = screen;
    let (wide, high) = inner.image.dimensions();
    let size = (width.max(wide), height.max(high));
    let mut scene = brief.desktop((size, scale), theme, Vec::new());
    let left = brief.random.whole(0, size.0 - wide);
    let top = brief.random.whole(0, size.1 - high);
    image::imageops::replace(&mut scene.image, &inner.image, left.into(), top.into());
    scene.codes = moved(inner.codes, 1.0, |[x, y]| [x + left as f32, y + top as f32]);
    scene
}

/// Vectors: every edge falls between pixels. The sheet has a shadow.
pub(super) fn pdf(brief: &mut Brief) -> Shot {
    let module = brief.range((2.2, 5.5), (1.5, 2.2));
    let (size, scale) = brief.usual_screen();
    let theme = brief.light_theme();
    let mut card = brief.card(Look {
        sharp: false,
        ink: [28, 28, 30],
        ..Look::plain(module)
    });
    card.around = Around::Page;
    let mut scene = Scene::new(size.0, size.1, [82, 86, 89]);
    let sheet = crate::paint::Area::of(&scene.image).inset(30.0 * scale);
    crate::paint::fill(&mut scene.image, sheet, [255; 3]);
    crate::page::text_page(&mut brief.random, &mut scene, sheet, theme, scale);
    crate::page::place(&mut brief.random, &mut scene, vec![card], theme, scale);
    Shot::png(scene)
}

/// The whole screenshot shrinks and is saved as JPEG.
pub(super) fn thumbnail(brief: &mut Brief) -> Shot {
    let module = brief.random.whole(5, 8) as f32;
    let wanted = brief.range((2.2, 3.2), (1.7, 2.1));
    let quality = brief.range((70.0, 90.0), (60.0, 80.0)) as u8;
    let filter = *brief.random.pick(&FILTERS);
    let screen = brief.usual_screen();
    let theme = brief.theme();
    let card = brief.card(Look::plain(module));
    let scene = brief
        .desktop(screen, theme, vec![card])
        .scaled(wanted / module, filter);
    Shot {
        scene: scene.changed(|image| wear::halved_chroma(&image, false)),
        kind: Kind::Jpeg(quality),
    }
}

pub(super) fn huge(brief: &mut Brief) -> Shot {
    let ((width, height), _) = brief.screen();
    let theme = brief.theme();
    let card = brief.card(Look::plain(1.0));
    let modules = crate::code::Modules::of(&card.text, card.look.level);
    let module = (height as f32 / (modules.side() as f32 + 9.0)).floor();
    let look = Look::plain(module.max(3.0));
    let mut scene = Scene::new(width, height, theme.paper);
    let side = look.side(&modules);
    let left = ((width as f32 - side) / 2.0).round().max(0.0);
    let top = ((height as f32 - side) / 2.0).round().max(0.0);
    let corners = look.draw(&mut scene.image, &modules, left, top);
    scene.codes.push(crate::Code {
        text: card.text,
        corners,
        module: look.module,
        modules: modules.side(),
    });
    // What a viewer writes beside it.
    for pixel in scene.image.pixels_mut().take(width as usize * 2) {
        *pixel = Rgba([128, 128, 128, 255]);
    }
    Shot::png(scene)
}
