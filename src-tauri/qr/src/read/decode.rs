//! Black and white modules to text. The decoder is rxing's port of zxing-cpp.

use std::panic::{AssertUnwindSafe, catch_unwind};

use rxing::common::BitMatrix;
use rxing::common::cpp_essentials::DecoderResult;
use rxing::qrcode::cpp_port::decoder::Decode;
use zeroize::Zeroizing;

/// The text of a code, one bit a module, if its error correction holds and the
/// text is not empty.
pub(crate) fn text(modules: &BitMatrix) -> Option<Zeroizing<String>> {
    // Made for any input, and yet a panic must cost no more than this try.
    let decoded = catch_unwind(AssertUnwindSafe(|| Decode(modules).ok()))
        .ok()
        .flatten()?;
    if !decoded.isValid() {
        return None;
    }
    let text = text_of(&decoded);
    (!text.is_empty()).then_some(text)
}

/// The text of a code. A code without a mark of its character set is UTF-8 if
/// it can be, over the bounds of its segments; otherwise rxing's guess, between
/// Shift JIS and Latin-1.
fn text_of(decoded: &DecoderResult<bool>) -> Zeroizing<String> {
    let content = decoded.content();
    let utf8 = str::from_utf8(content.bytes()).ok();
    let text = match utf8 {
        Some(text) if !content.has_eci => text.to_owned(),
        _ => decoded.text(),
    };
    Zeroizing::new(text)
}
