//! The modules that are the same in every QR code of a size: finder patterns
//! and the light around them, timing patterns, alignment patterns (ISO/IEC
//! 18004, 6.3).

use std::sync::OnceLock;

/// A part of the fixed pattern that is judged by its own brightness, so that a
/// shadow over one corner does not count against it.
pub(crate) struct Part {
    /// Middles of modules, in modules from the code's top left, and whether
    /// the module is dark.
    pub(crate) modules: Vec<([f32; 2], bool)>,
    pub(crate) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Finder,
    Timing,
    Alignment,
}

/// Versions there are, 1 to 40.
pub(crate) const VERSIONS: usize = 40;
/// Alignment patterns that are looked at: more would only take longer.
const MAX_ALIGNMENTS: usize = 13;

/// Modules on a side of a version from 1.
pub(crate) fn side(version: usize) -> usize {
    17 + 4 * version
}

/// The fixed pattern of a version from 1 to 40.
pub(crate) fn parts(version: usize) -> &'static [Part] {
    static PARTS: [OnceLock<Vec<Part>>; VERSIONS] = [const { OnceLock::new() }; VERSIONS];
    PARTS[version - 1].get_or_init(|| make_parts(version))
}

fn make_parts(version: usize) -> Vec<Part> {
    let side = side(version);
    let far = side - 7;
    let mut parts = vec![
        finder([0, 0], side),
        finder([far, 0], side),
        finder([0, far], side),
    ];
    let timing = |place: fn(usize) -> [usize; 2]| Part {
        modules: (8..side - 8)
            .map(|at| (middle(place(at)), at % 2 == 0))
            .collect(),
        kind: Kind::Timing,
    };
    parts.push(timing(|at| [at, 6]));
    parts.push(timing(|at| [6, at]));
    parts.extend(
        alignments(version)
            .into_iter()
            .rev()
            .take(MAX_ALIGNMENTS)
            .map(alignment),
    );
    parts
}

/// A finder pattern with its top left module there, and the light around it as
/// far as that lies in the code.
fn finder([left, top]: [usize; 2], side: usize) -> Part {
    let mut modules = Vec::with_capacity(64);
    for y in top.saturating_sub(1)..(top + 8).min(side) {
        for x in left.saturating_sub(1)..(left + 8).min(side) {
            let ring = x.abs_diff(left + 3).max(y.abs_diff(top + 3));
            modules.push((middle([x, y]), !matches!(ring, 2 | 4)));
        }
    }
    Part {
        modules,
        kind: Kind::Finder,
    }
}

fn alignment([column, row]: [usize; 2]) -> Part {
    let square = (row - 2..=row + 2).flat_map(|y| (column - 2..=column + 2).map(move |x| [x, y]));
    let is_dark = |[x, y]: [usize; 2]| x.abs_diff(column).max(y.abs_diff(row)) != 1;
    Part {
        modules: square.map(|at| (middle(at), is_dark(at))).collect(),
        kind: Kind::Alignment,
    }
}

fn middle([x, y]: [usize; 2]) -> [f32; 2] {
    [x as f32 + 0.5, y as f32 + 0.5]
}

/// Middle modules of a version's alignment patterns, the one farthest from the
/// finder patterns last (ISO/IEC 18004, annex E: even steps, counted from the
/// far side, with one exception).
pub(crate) fn alignments(version: usize) -> Vec<[usize; 2]> {
    if version == 1 {
        return Vec::new();
    }
    let count = version / 7 + 2;
    let step = match version {
        32 => 26,
        _ => (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2,
    };
    let last = side(version) - 7;
    let mut places: Vec<usize> = (0..count - 1).map(|index| last - index * step).collect();
    places.push(6);
    places.reverse();
    let finders = [[6, 6], [last, 6], [6, last]];
    let all = places
        .iter()
        .flat_map(|y| places.iter().map(move |x| [*x, *y]));
    all.filter(|at| !finders.contains(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alignment_patterns_stand_where_the_standard_says() {
        assert_eq!(alignments(1), Vec::<[usize; 2]>::new());
        assert_eq!(alignments(2), [[18, 18]]);
        let places = |version| -> Vec<usize> {
            let all = alignments(version);
            let last = all[all.len() - 1][0];
            all.iter()
                .filter(|at| at[1] == last)
                .map(|at| at[0])
                .collect()
        };
        assert_eq!(places(7), [22, 38]);
        assert_eq!(places(14), [26, 46, 66]);
        assert_eq!(places(32), [34, 60, 86, 112, 138]);
        assert_eq!(places(36), [24, 50, 76, 102, 128, 154]);
        assert_eq!(places(40), [30, 58, 86, 114, 142, 170]);
    }

    /// What stands in a code that was made is what is looked for.
    #[test]
    fn the_fixed_pattern_is_that_of_every_code() {
        for version in 1..=VERSIONS {
            let code = qrcode::QrCode::with_version(
                "x",
                qrcode::Version::Normal(version as i16),
                qrcode::EcLevel::L,
            )
            .unwrap();
            for part in parts(version) {
                for ([x, y], is_dark) in &part.modules {
                    let module = code[(*x as usize, *y as usize)];
                    let expected = module == qrcode::Color::Dark;
                    assert_eq!(*is_dark, expected, "version {version}: {x}, {y}");
                }
            }
        }
    }
}
