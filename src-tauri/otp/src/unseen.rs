//! Characters that are not seen, but steer what is: a terminal, or the direction of text.

/// Whether `character` is a control character or one that turns the direction of text
/// ([Unicode Bidirectional Algorithm, section 2]). In a name they would let one site pass
/// for another.
///
/// [Unicode Bidirectional Algorithm, section 2]: https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
pub(crate) fn is_unseen(character: char) -> bool {
    const MARKS: [char; 3] = ['\u{200e}', '\u{200f}', '\u{61c}'];
    character.is_control()
        || MARKS.contains(&character)
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
