//! The table of formats in `docs/formats.md`, from the same rows as everything else.

use keytick_formats::{FORMATS, Field, Format, Holds, Writer};
use keytick_texts::text;

/// The reference as Markdown. It says in its first line that it is generated.
#[must_use]
pub fn formats_reference() -> String {
    let mut out = String::from(
        "<!-- Generated from the table of formats by `cargo xtask docs`. Do not edit. -->\n\n\
         # Other programs’ files\n\n\
         `keytick import` and the app recognise each file by what is in it, in the order of \
         this table. “Locked” means with a password.\n\n\
         | program | `--format` | read | written | usual extensions |\n|---|---|---|---|---|\n",
    );
    for format in FORMATS {
        let writer = format.write.as_ref();
        let read = format.read.map(|_| ability(true, format.reads_encrypted));
        let written = writer.map(|writer| ability(writer.plain, writer.encrypted));
        out.push_str(&format!(
            "| {} | `{}` | {} | {} | {} |\n",
            format.name,
            format.id,
            read.unwrap_or_default(),
            written.unwrap_or_default(),
            format.extensions.join(", "),
        ));
    }
    out.push_str("\n## Where the export is found\n");
    for format in FORMATS {
        out.push_str(&format!(
            "\n**{}.** {}\n",
            format.name,
            text(format.help, &[])
        ));
    }
    out.push_str(
        "\n## What each can hold\n\n\
         What is not here is said before anything is written.\n\n\
         | program | types | digits | seconds | beside names and keys |\n|---|---|---|---|---|\n",
    );
    for (format, writer) in FORMATS.iter().filter_map(|f| Some((f, f.write.as_ref()?))) {
        out.push_str(&holds(format, writer));
    }
    out
}

fn ability(plain: bool, locked: bool) -> &'static str {
    match (plain, locked) {
        (true, true) => "plain, locked",
        (false, true) => "locked",
        _ => "plain",
    }
}

fn holds(format: &Format, writer: &Writer) -> String {
    let Holds {
        types,
        digits,
        periods,
        fields,
        ..
    } = writer.holds;
    let fields = fields.iter().map(|field| match field {
        Field::Note => "note",
        Field::Tags => "tags",
        Field::OneTag => "one tag",
        Field::PlainTags => "tags without “,” and “;”",
        Field::Favourite => "favourite",
        Field::Icon => "icon",
        Field::Order => "order",
        Field::Usage => "use",
        Field::RecoveryCodes => "recovery codes",
    });
    format!(
        "| {} | {} | {} | {} | {} |\n",
        format.name,
        types.join(", "),
        numbers(digits),
        match periods {
            [] => "any".to_owned(),
            periods => numbers(periods),
        },
        fields.collect::<Vec<_>>().join(", "),
    )
}

fn numbers(numbers: &[impl ToString]) -> String {
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    numbers.join(", ")
}
