//! A picture with QR codes: a screenshot, a photo of a printed sheet.

use keytick_qr::{Limits, Picture};

use crate::{Error, Format, Import, Pictures, Reading, Source};

pub(crate) const FORMAT: Format = Format {
    id: "qr-picture",
    name: "Picture of QR codes",
    help: "format-qr-picture-help",
    extensions: &["png", "jpg", "jpeg", "webp", "gif", "bmp", "tif", "tiff"],
    reads_encrypted: false,
    detect: |probe| keytick_qr::is_picture(probe.bytes()),
    read: Some(read),
    write: None,
};

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let mut pictures = Pictures::new();
    add(&mut pictures, source, reading)?;
    Ok(pictures.finish().into())
}

/// Adds a picture to what other files hold.
///
/// # Errors
/// [`Error::Picture`] for what cannot be shown at all.
pub(crate) fn add(pictures: &mut Pictures, source: &Source, _: &Reading) -> Result<(), Error> {
    let picture = Picture::decode(source.bytes, &Limits::default())?;
    let codes = keytick_qr::read(&picture);
    if codes.is_empty() {
        return Err(Error::NoCode);
    }
    pictures.add(source.name, Ok(&picture), &codes);
    Ok(())
}
