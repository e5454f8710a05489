//! The style sheet of a site: the frame, then the theme of a product or the profile's colours.

use crate::profile::{Look, Profile};

pub(super) const BASE: &str = include_str!("style/base.css");

/// Themes by the id of a built-in profile. A variant, such as `bytebase-observed`, looks like
/// the profile it varies.
const THEMES: &[(&str, &str)] = &[
    ("batch", include_str!("style/batch.css")),
    ("bytebase", include_str!("style/bytebase.css")),
    ("rocketchat", include_str!("style/rocketchat.css")),
    ("deployhq", include_str!("style/deployhq.css")),
    ("infura", include_str!("style/infura.css")),
    ("strict", include_str!("style/strict.css")),
    ("legacy-8-60", include_str!("style/legacy.css")),
    ("broken", include_str!("style/broken.css")),
];

/// The theme of an identity service that owns the sign-in of another site.
const IDENTITY: &str = include_str!("style/identity.css");

/// The whole style sheet for a site of `profile`, or for its identity service.
pub(crate) fn sheet(profile: &Profile, identity: bool) -> String {
    let theme = if identity {
        IDENTITY.to_owned()
    } else {
        theme_of(&profile.site.id).map_or_else(|| colours(&profile.look), str::to_owned)
    };
    format!("{BASE}\n{theme}")
}

/// A text that changes when the style sheet of a profile does.
pub(crate) fn version(profile: &Profile) -> String {
    let look = hash(&profile.look.accent, hash(&profile.look.accent_dark, ALL));
    format!("{look:x}")
}

/// A hash of every style sheet here.
const ALL: u64 = {
    let mut all = hash(BASE, hash(IDENTITY, 0xcbf2_9ce4_8422_2325));
    let mut at = 0;
    while at < THEMES.len() {
        all = hash(THEMES[at].1, all);
        at += 1;
    }
    all
};

/// FNV-1a, which a constant can be made with.
const fn hash(text: &str, mut hash: u64) -> u64 {
    let mut at = 0;
    while at < text.len() {
        hash = (hash ^ text.as_bytes()[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    hash
}

fn theme_of(id: &str) -> Option<&'static str> {
    THEMES
        .iter()
        .find(|(name, _)| *name == id || id.strip_prefix(name) == Some("-observed"))
        .map(|(_, theme)| *theme)
}

/// A theme of the two colours that a profile of one's own chooses.
fn colours(look: &Look) -> String {
    let block = |accent: &str, soft: &str| match Rgb::parse(accent) {
        None => String::new(),
        Some(rgb) => format!(
            ":root{{--accent:{accent};--accent-strong:color-mix(in srgb,{accent} 82%,{soft});\
             --on-accent:{};--accent-soft:color-mix(in srgb,{accent} 12%,var(--surface));\
             --bar-on:var(--accent-soft);--bar-on-ink:var(--ink)}}",
            rgb.readable_on()
        ),
    };
    format!(
        "{}\n@media (prefers-color-scheme: dark){{{}}}",
        block(&look.accent, "#000"),
        block(&look.accent_dark, "#fff"),
    )
}

/// A colour, to choose what can be read on it.
struct Rgb([u8; 3]);

impl Rgb {
    /// Reads `#rrggbb`, and nothing else: what a profile says stands in a style sheet.
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let byte = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        digits
            .bytes()
            .all(|digit| digit.is_ascii_hexdigit())
            .then_some(())?;
        Some(Self([byte(0)?, byte(2)?, byte(4)?]))
    }

    /// Black or white, whichever has the higher contrast by WCAG 2's relative luminance.
    fn readable_on(&self) -> &'static str {
        let linear = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        let [red, green, blue] = self.0.map(linear);
        let luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        // Where (1.05 / (L + 0.05)) equals ((L + 0.05) / 0.05).
        if luminance > 0.179 { "#000" } else { "#fff" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variants_look_like_what_they_vary() {
        assert_eq!(theme_of("bytebase-observed"), theme_of("bytebase"));
        assert!(theme_of("bytebase").is_some());
        assert_eq!(theme_of("bytebasement"), None);
    }

    #[test]
    fn text_on_the_accent_is_what_can_be_read() {
        for (accent, text) in [
            ("#ffffff", "#fff"),
            ("#000000", "#000"),
            ("#3b5bdb", "#000"),
            ("#91a7ff", "#fff"),
        ] {
            assert_ne!(Rgb::parse(accent).unwrap().readable_on(), text, "{accent}");
        }
    }

    #[test]
    fn only_a_plain_colour_reaches_the_style_sheet() {
        let look = Look {
            accent: "red;}body{display:none".to_owned(),
            accent_dark: "#12345".to_owned(),
            ..Look::default()
        };
        assert!(!colours(&look).contains("--accent"));
    }
}
