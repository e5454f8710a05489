//! What goes to standard output (data) and standard error (everything else).

use std::io::{self, Write as _};

use serde::Serialize;

use crate::error::Error;

/// One line of data.
pub(crate) fn line(text: &str) -> Result<(), Error> {
    bytes(format!("{text}\n").as_bytes())
}

/// Data as it is.
pub(crate) fn bytes(data: &[u8]) -> Result<(), Error> {
    let mut out = io::stdout().lock();
    out.write_all(data)
        .and_then(|()| out.flush())
        .map_err(Error::Output)
}

/// One JSON document on one line.
pub(crate) fn json(value: &impl Serialize) -> Result<(), Error> {
    let text = serde_json::to_string(value).map_err(|problem| Error::Output(problem.into()))?;
    line(&text)
}

/// One line for the person. That nobody reads it is no reason to stop.
pub(crate) fn tell(text: &str) {
    let _ = writeln!(io::stderr(), "{text}");
}

/// Text from a picture or a vault as a terminal may show it: a control character could
/// move the cursor or recolour the screen, a direction mark could turn a name around.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// A message with its parts made plain; the message itself is ours.
pub(crate) fn sentence(id: &str, args: &[(&str, &str)]) -> String {
    with_plain(args, |args| keytick_texts::text(id, args))
}

/// What to do about it, where there is something.
pub(crate) fn hint(id: &str, args: &[(&str, &str)]) -> Option<String> {
    with_plain(args, |args| keytick_texts::hint(id, args))
}

fn with_plain<T>(args: &[(&str, &str)], format: impl FnOnce(&[(&str, &str)]) -> T) -> T {
    let values: Vec<String> = args.iter().map(|(_, value)| plain(value)).collect();
    let names = args.iter().map(|(name, _)| *name);
    let args: Vec<(&str, &str)> = names.zip(values.iter().map(String::as_str)).collect();
    format(&args)
}

/// Rows in columns two spaces apart; the last column is as long as it likes.
pub(crate) fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns)
        .map(|column| {
            let cells = rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        })
        .collect();
    let lines: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells = row.iter().zip(&widths);
            let padded: Vec<_> = cells
                .map(|(cell, width)| format!("{cell:width$}"))
                .collect();
            padded.join("  ").trim_end().to_owned()
        })
        .collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::{plain, table};

    #[test]
    fn a_name_cannot_command_the_terminal() {
        assert_eq!(
            plain("Git\u{1b}[31mHub\n\u{202e}x"),
            "Git\u{fffd}[31mHub\u{fffd}\u{fffd}x"
        );
        assert_eq!(plain("Crédit 銀行"), "Crédit 銀行");
    }

    #[test]
    fn columns_line_up_and_lines_end_with_their_last_word() {
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        let rows = [row(["a", "bb", ""]), row(["ccc", "d", "e"])];
        assert_eq!(table(&rows), "a    bb\nccc  d   e");
    }
}
