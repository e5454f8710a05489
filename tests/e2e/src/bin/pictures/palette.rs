//! Small PNG files: at most 256 colours, an index a pixel.
//!
//! A window has few colours, and the shades at the edges of its letters. The 256 that are seen
//! most often stay as they are; each of the others becomes the nearest of them.

use std::collections::HashMap;

type Colour = [u8; 3];

/// A picture as a PNG. Its pixels are as the X server gives them: blue, green, red, nothing.
pub fn png(pixels: &[u8], (width, height): (u32, u32)) -> Vec<u8> {
    let colours = pixels.chunks_exact(4).map(|it| [it[2], it[1], it[0]]);
    let colours: Vec<Colour> = colours.collect();
    let palette = most_seen(&colours);
    let mut known = HashMap::new();
    let indices: Vec<u8> = colours
        .iter()
        .map(|colour| {
            *known
                .entry(*colour)
                .or_insert_with(|| nearest(&palette, *colour))
        })
        .collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    // Neighbours of an index mean nothing, so none is subtracted.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().expect("memory");
    writer.write_image_data(&indices).expect("memory");
    writer.finish().expect("memory");
    file
}

fn most_seen(colours: &[Colour]) -> Vec<Colour> {
    let mut seen: HashMap<Colour, usize> = HashMap::new();
    for colour in colours {
        *seen.entry(*colour).or_default() += 1;
    }
    let mut seen: Vec<_> = seen.into_iter().collect();
    // By colour among equals, so that the same picture is always the same file.
    seen.sort_by_key(|(colour, times)| (usize::MAX - times, *colour));
    seen.into_iter()
        .take(256)
        .map(|(colour, _)| colour)
        .collect()
}

fn nearest(palette: &[Colour], wanted: Colour) -> u8 {
    let distance = |colour: &Colour| -> u32 {
        let parts = colour.iter().zip(wanted);
        parts
            .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
            .sum()
    };
    let places = palette.iter().enumerate();
    let place = places.min_by_key(|(_, colour)| distance(colour));
    u8::try_from(place.map_or(0, |(place, _)| place)).expect("at most 256")
}
