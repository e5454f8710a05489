//! What KeePass and KeePassXC export as XML: the content of a database in the clear.

use super::keepass::{document, import};
use crate::{Error, Format, Import, Probe, Reading, Source};

pub(super) const FORMAT: Format = Format {
    id: "keepass-xml",
    name: "KeePass XML",
    help: "format-keepass-xml-help",
    extensions: &["xml"],
    reads_encrypted: false,
    detect,
    read: Some(read),
    write: None,
};

fn detect(probe: &Probe) -> bool {
    probe.markup_with("<KeePassFile")
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let entries = document::read(source.bytes, None, reading.limits)?;
    Ok(import(&entries))
}

#[cfg(test)]
mod tests {
    use super::super::testing;
    use super::*;

    #[test]
    fn reads_the_entries_of_a_database() {
        let xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<KeePassFile><Root><Group>\
            <Name>Root</Name><Entry><String><Key>Title</Key><Value>Acme</Value></String>\
            <String><Key>UserName</Key><Value>me</Value></String><String><Key>otp</Key>\
            <Value ProtectInMemory=\"True\">otpauth://totp/a?secret=JBSWY3DPEHPK3PXP</Value>\
            </String></Entry><Entry><String><Key>Title</Key><Value>Bad</Value></String>\
            <String><Key>TOTP Seed</Key><Value>0</Value></String></Entry></Group></Root>\
            </KeePassFile>";
        let import = testing::read(&FORMAT, xml.as_bytes(), None).unwrap();
        assert_eq!(
            testing::rows(&import),
            ["Acme|me|totp|JBSWY3DPEHPK3PXP|SHA1|6|30"]
        );
        assert_eq!(testing::skipped(&import), ["Bad: otp-secret-character"]);
    }
}
