//! Finding the recovery codes in what a site hands out: a downloaded text, or what was copied
//! from its page. Bullets, numbers, headings and sentences are left out, and said to be. What
//! may be a code or not is kept as it stands, for a person to decide.

use std::collections::HashMap;

use zeroize::Zeroizing;

/// What was found in a text. Every line that is not blank is in one of the two lists.
#[derive(Clone, Default)]
pub struct FoundCodes {
    /// Codes, and lines that may be or hold one.
    pub codes: Vec<FoundCode>,
    /// Lines that are no codes.
    pub left_out: Vec<Zeroizing<String>>,
}

/// A code that was found.
#[derive(Clone, PartialEq, Eq)]
pub struct FoundCode {
    /// The code as the site wrote it, or the whole line where that is not sure.
    pub text: Zeroizing<String>,
    /// Whether the site says that it was used.
    pub used: bool,
    /// Whether it looks like a code and like nothing else.
    pub sure: bool,
}

/// Lines that are looked at; no site hands out more.
const LINES: usize = 2_000;

/// Finds the codes in a text.
#[must_use]
pub fn read_recovery_codes(text: &str) -> FoundCodes {
    let mut written = text
        .lines()
        .map(|line| line.trim_matches(is_blank))
        .filter(|line| !line.is_empty());
    let lines: Vec<Line<'_>> = written.by_ref().take(LINES).map(Line::read).collect();
    // One word among sentences is a word; several of one shape, each on its own, are codes.
    let cells = lines.iter().flat_map(|line| &line.cells);
    let mut shapes = HashMap::<Vec<usize>, usize>::new();
    for cell in cells.filter(|cell| cell.likeness == Likeness::Letters) {
        *shapes.entry(shape(cell.text)).or_default() += 1;
    }
    let repeated = |text: &str| shapes.get(&shape(text)).is_some_and(|it| *it >= SAME_SHAPE);
    let mut found = FoundCodes::default();
    for line in lines {
        line.tell(&repeated, &mut found);
    }
    let rest = written.map(|line| Zeroizing::new(line.to_owned()));
    found.left_out.extend(rest);
    found
}

/// How many words of one shape are codes.
const SAME_SHAPE: usize = 3;

/// A code has this many letters and digits.
const SHORTEST: usize = 6;
const LONGEST: usize = 128;

/// In words apart, a group longer than this is rather a code of its own.
const GROUP: usize = 6;

/// What sites write beside a code that was used, or in its place.
const USED: [&str; 4] = ["already used", "used", "bereits verwendet", "ya usado"];

struct Line<'a> {
    whole: &'a str,
    likeness: Likeness,
    cells: Vec<Cell<'a>>,
}

struct Cell<'a> {
    text: &'a str,
    used: bool,
    likeness: Likeness,
}

/// What a text looks like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    /// A code and nothing else.
    Code,
    /// A word, or a code without digits.
    Letters,
    /// Nothing, where a used code was.
    Gone,
    /// It may be a code, or hold one.
    Unsure,
    /// Words.
    Words,
}

impl<'a> Line<'a> {
    fn read(whole: &'a str) -> Self {
        let cell = Cell::read(whole);
        let likeness = cell.likeness;
        let cells = match likeness {
            Likeness::Unsure | Likeness::Words => columns(whole),
            _ => vec![cell],
        };
        Self {
            whole,
            likeness,
            cells,
        }
    }

    /// Adds what is in it to what was found.
    fn tell(self, repeated: &impl Fn(&str) -> bool, found: &mut FoundCodes) {
        let is_code = |cell: &Cell<'_>| match cell.likeness {
            Likeness::Code => true,
            Likeness::Letters => repeated(cell.text),
            _ => false,
        };
        let fits = |cell: &Cell<'_>| is_code(cell) || cell.likeness == Likeness::Gone;
        if self.cells.iter().any(is_code) && self.cells.iter().all(fits) {
            for cell in self.cells.into_iter().filter(is_code) {
                found.add(cell.text, cell.used, true);
            }
            return;
        }
        let is_nothing = matches!(self.likeness, Likeness::Words | Likeness::Gone);
        match !is_nothing || self.cells.iter().any(is_code) {
            true => found.add(self.whole, false, false),
            false => found.left_out.push(Zeroizing::new(self.whole.to_owned())),
        }
    }
}

impl FoundCodes {
    /// Adds a code; one that is there already is not there twice.
    fn add(&mut self, text: &str, used: bool, sure: bool) {
        match self.codes.iter_mut().find(|code| *code.text == text) {
            Some(there) => there.used |= used,
            None => self.codes.push(FoundCode {
                text: Zeroizing::new(text.to_owned()),
                used,
                sure,
            }),
        }
    }
}

impl<'a> Cell<'a> {
    fn read(text: &'a str) -> Self {
        let (text, ticked) = without_mark(text.trim_matches(is_blank));
        let text = without_number(text);
        let (text, used) = without_used(text);
        let text = text.trim_matches(|c| is_blank(c) || is_quote(c));
        let used = used || ticked;
        let likeness = match text.is_empty() {
            true if used => Likeness::Gone,
            true => Likeness::Words,
            false => likeness(text),
        };
        let cell = Self {
            text,
            used,
            likeness,
        };
        match cell.likeness {
            Likeness::Code => cell,
            _ => cell.after_label().unwrap_or(cell),
        }
    }

    /// What comes after `Recovery code 3: `, if that is a code and the label speaks of one.
    fn after_label(&self) -> Option<Self> {
        let (label, rest) = self.text.split_once(':')?;
        let label = label.to_lowercase();
        let (text, used) = without_used(rest);
        let text = text.trim_matches(|c| is_blank(c) || is_quote(c));
        let names = [
            "code",
            "código",
            "codigo",
            "key",
            "clave",
            "schlüssel",
            "رمز",
        ];
        let says_so = names.iter().any(|name| label.contains(name));
        (says_so && likeness(text) == Likeness::Code).then_some(Self {
            text,
            used: used || self.used,
            likeness: Likeness::Code,
        })
    }
}

/// Between columns are tabs, commas, bars or several spaces, or the number of the next code.
fn columns(line: &str) -> Vec<Cell<'_>> {
    let mut cells = Vec::new();
    for part in line
        .split(['\t', ',', ';', '|'])
        .flat_map(|it| it.split("  "))
    {
        let mut rest = part.trim_matches(is_blank);
        while let Some(at) = next_number(rest) {
            let (cell, after) = rest.split_at(at);
            cells.push(Cell::read(cell));
            rest = after.trim_matches(is_blank);
        }
        if !rest.is_empty() {
            cells.push(Cell::read(rest));
        }
    }
    // Codes with dashes in them, one space between two.
    if let [cell] = cells.as_slice()
        && cell.text.contains('-')
        && cell.text.contains(' ')
    {
        let apart: Vec<Cell<'_>> = cell.text.split(' ').map(Cell::read).collect();
        if apart.iter().all(|cell| cell.likeness == Likeness::Code) {
            return apart;
        }
    }
    cells
}

/// Where ` 6. ` stands in a line that began with another number.
fn next_number(text: &str) -> Option<usize> {
    without_number(text).len().ne(&text.len()).then_some(())?;
    text.match_indices(' ')
        .map(|(at, _)| at)
        .filter(|at| *at > 3)
        .find(|at| {
            let rest = text[*at..].trim_start();
            without_number(rest).len() != rest.len()
        })
}

/// Takes off bullets and a box, and tells whether that is ticked.
fn without_mark(text: &str) -> (&str, bool) {
    let text = without_bullets(text);
    for (box_, ticked) in [
        ("[ ]", false),
        ("[x]", true),
        ("[X]", true),
        ("☐", false),
        ("☑", true),
        ("☒", true),
        ("✓", true),
        ("✔", true),
    ] {
        if let Some(rest) = text.strip_prefix(box_) {
            return (rest.trim_start_matches(is_blank), ticked);
        }
    }
    (text, false)
}

/// Takes off the bullets of a list, and of a list within a list.
fn without_bullets(mut text: &str) -> &str {
    let bullets = ['*', '-', '–', '—', '•', '·', '+', '>'];
    while let Some(rest) = text
        .strip_prefix(bullets)
        .filter(|it| it.starts_with(is_blank))
    {
        text = rest.trim_start_matches(is_blank);
    }
    text
}

/// Takes off `7. `, `7) `, `7: ` or `#7 `.
fn without_number(text: &str) -> &str {
    let hash = text.strip_prefix('#');
    let rest = hash.unwrap_or(text);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 2 {
        return text;
    }
    let rest = &rest[digits..];
    let ended = rest.strip_prefix(['.', ')', ':']);
    match ended.or(hash.map(|_| rest)) {
        Some(rest) if rest.is_empty() || rest.starts_with(is_blank) => {
            rest.trim_start_matches(is_blank)
        }
        _ => text,
    }
}

/// Takes off what says that a code was used.
fn without_used(text: &str) -> (&str, bool) {
    if let Some(struck) = text.strip_prefix("~~").and_then(|it| it.strip_suffix("~~")) {
        return (struck, true);
    }
    let bare = text.trim_end_matches([')', ']']);
    for word in USED {
        let Some(at) = bare.len().checked_sub(word.len()) else {
            continue;
        };
        if !bare.is_char_boundary(at) || !bare[at..].eq_ignore_ascii_case(word) {
            continue;
        }
        let before = bare[..at].trim_end_matches(['(', '[', '-', '–', ':', ' ', '\t']);
        // `reused` is a word.
        if before.len() < at || at == 0 {
            return (before, true);
        }
    }
    (text, false)
}

/// What a text without marks looks like.
fn likeness(text: &str) -> Likeness {
    let groups: Vec<&str> = text.split([' ', '-']).collect();
    let written = text.len() - (groups.len() - 1);
    let alone = groups.len() == 1;
    let are_groups = groups
        .iter()
        .all(|group| !group.is_empty() && group.bytes().all(|b| b.is_ascii_alphanumeric()));
    if !are_groups || text.contains(' ') && text.contains('-') {
        return unlike(text);
    }
    let has_digit = text.bytes().any(|b| b.is_ascii_digit());
    let all_digits = groups.concat().bytes().all(|b| b.is_ascii_digit());
    let even = groups.iter().all(|group| group.len() == groups[0].len());
    let of_a_size = (SHORTEST..=LONGEST).contains(&written);
    match (alone, text.contains('-')) {
        _ if !of_a_size => match has_digit && (4..=LONGEST).contains(&written) {
            true => Likeness::Unsure,
            false => unlike(text),
        },
        (true, _) if has_digit => Likeness::Code,
        (true, _) => Likeness::Letters,
        // A date has dashes too.
        (_, true) if even && has_digit => Likeness::Code,
        (_, true) if even => Likeness::Letters,
        (_, true) if is_uuid(&groups) => Likeness::Code,
        (_, true) if has_digit => Likeness::Unsure,
        // In words apart: `1234 5678`, or many groups of one length.
        _ if groups[0].len() > GROUP => unlike(text),
        _ if even && (all_digits || groups.len() >= 4) => Likeness::Code,
        _ if even
            && groups
                .iter()
                .all(|it| it.bytes().any(|b| b.is_ascii_digit())) =>
        {
            Likeness::Code
        }
        _ => unlike(text),
    }
}

/// What is no code by its form: it may hold one all the same.
fn unlike(text: &str) -> Likeness {
    if text.contains("://") || text.contains('@') {
        return Likeness::Words;
    }
    let words = text.split([' ', '\t', '/', ',', ';']);
    let mut words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let holds_one = words.any(|word| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let is_date = word.split(['-', '.']).count() == 3 && word.len() <= 10;
        word.len() >= SHORTEST && digits > 0 && !is_date && !word.contains('.')
    });
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let many_digits = digits >= SHORTEST && digits * 2 >= text.len();
    match holds_one || many_digits {
        true => Likeness::Unsure,
        false => Likeness::Words,
    }
}

/// 8-4-4-4-12, RFC 9562 section 4.
fn is_uuid(groups: &[&str]) -> bool {
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
}

fn shape(text: &str) -> Vec<usize> {
    text.split([' ', '-']).map(str::len).collect()
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '”' | '„' | '«' | '»')
}

#[cfg(test)]
mod tests;
