//! The screens of an X server. Its picture of a monitor has the pixels that programs draw,
//! whatever the desktop's scale.

use std::error::Error;

use x11rb::connection::Connection;
use x11rb::protocol::randr::ConnectionExt as _;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat, ImageOrder, Screen, Setup};

use crate::pixels::Layout;
use crate::{Capture, CaptureError, Shot};

/// A part of a screen, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Area {
    x: i16,
    y: i16,
    width: u16,
    height: u16,
}

/// The X server that `DISPLAY` names.
#[derive(Debug, Clone, Copy)]
pub struct X11;

impl Capture for X11 {
    fn asks(&self) -> bool {
        false
    }

    fn shots(&self) -> Result<Vec<Shot>, CaptureError> {
        let shots = shots().map_err(|_| CaptureError::Impossible)?;
        match shots.is_empty() {
            true => Err(CaptureError::Impossible),
            false => Ok(shots),
        }
    }
}

fn shots() -> Result<Vec<Shot>, Box<dyn Error>> {
    let (server, _) = x11rb::connect(None)?;
    let mut shots = Vec::new();
    for screen in &server.setup().roots {
        for monitor in monitors(&server, screen) {
            // One that was unplugged a moment ago leaves the others.
            shots.extend(shot(&server, screen, monitor).ok().flatten());
        }
    }
    Ok(shots)
}

/// The monitors of a screen, without those that show the same as another; all of it where the
/// server knows of none.
fn monitors(server: &impl Connection, screen: &Screen) -> Vec<Area> {
    let asked = server.randr_get_monitors(screen.root, true);
    let monitors = asked.ok().and_then(|asked| asked.reply().ok());
    let mut seen = Vec::new();
    for monitor in monitors.into_iter().flat_map(|found| found.monitors) {
        let area = Area {
            x: monitor.x,
            y: monitor.y,
            width: monitor.width,
            height: monitor.height,
        };
        let inside = within(area, screen);
        if let Some(inside) = inside.filter(|inside| !seen.contains(inside)) {
            seen.push(inside);
        }
    }
    if seen.is_empty() {
        seen.push(Area {
            x: 0,
            y: 0,
            width: screen.width_in_pixels,
            height: screen.height_in_pixels,
        });
    }
    seen
}

/// The part of a monitor that the screen has: the server refuses to draw what lies outside.
fn within(monitor: Area, screen: &Screen) -> Option<Area> {
    let part = |start: i16, length: u16, all: u16| {
        let end = (i32::from(start) + i32::from(length)).min(i32::from(all));
        let start = start.max(0);
        let length = u16::try_from(end - i32::from(start)).ok()?;
        (length > 0).then_some((start, length))
    };
    let (x, width) = part(monitor.x, monitor.width, screen.width_in_pixels)?;
    let (y, height) = part(monitor.y, monitor.height, screen.height_in_pixels)?;
    Some(Area {
        x,
        y,
        width,
        height,
    })
}

/// None if the server's pixels are of a kind that no desktop has had for long.
fn shot(
    server: &impl Connection,
    screen: &Screen,
    area: Area,
) -> Result<Option<Shot>, Box<dyn Error>> {
    let Area {
        x,
        y,
        width,
        height,
    } = area;
    let all_planes = !0;
    let format = ImageFormat::Z_PIXMAP;
    let asked = server.get_image(format, screen.root, x, y, width, height, all_planes)?;
    let image = asked.reply()?;
    let layout = layout(server.setup(), screen, image.depth, width);
    Ok(layout.and_then(|layout| layout.shot(&image.data, width.into(), height.into())))
}

fn layout(setup: &Setup, screen: &Screen, depth: u8, width: u16) -> Option<Layout> {
    let mut formats = setup.pixmap_formats.iter();
    let format = formats.find(|format| format.depth == depth)?;
    let mut visuals = screen.allowed_depths.iter().flat_map(|it| &it.visuals);
    let visual = visuals.find(|visual| visual.visual_id == screen.root_visual)?;
    let pad = usize::from(format.scanline_pad);
    let bits = usize::from(format.bits_per_pixel);
    Some(Layout {
        bytes: bits / 8,
        stride: (usize::from(width) * bits).next_multiple_of(pad.max(8)) / 8,
        big_endian: setup.image_byte_order == ImageOrder::MSB_FIRST,
        masks: [visual.red_mask, visual.green_mask, visual.blue_mask],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area([x, y, width, height]: [i32; 4]) -> Area {
        Area {
            x: x as i16,
            y: y as i16,
            width: width as u16,
            height: height as u16,
        }
    }

    #[test]
    fn a_monitor_that_hangs_over_the_edge_is_cut_there() {
        let screen = Screen {
            width_in_pixels: 1000,
            height_in_pixels: 500,
            ..Screen::default()
        };
        let check = |monitor: [i32; 4], expected: Option<[i32; 4]>| {
            assert_eq!(within(area(monitor), &screen), expected.map(area));
        };
        check([0, 0, 1000, 500], Some([0, 0, 1000, 500]));
        check([900, 400, 400, 400], Some([900, 400, 100, 100]));
        check([-50, -50, 100, 100], Some([0, 0, 50, 50]));
        check([1000, 0, 100, 100], None);
        check([-100, 0, 100, 100], None);
    }
}
