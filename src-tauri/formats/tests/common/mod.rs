//! Transfer codes as Google Authenticator writes them, made byte by byte from the published
//! message definition, so that nothing of the reader's own decoder is in them.

/// One entry. `None` leaves the field out.
#[derive(Clone, Default)]
pub struct Entry {
    pub secret: &'static [u8],
    pub name: &'static str,
    pub issuer: &'static str,
    pub algorithm: i64,
    pub digits: i64,
    pub kind: i64,
    pub counter: i64,
    /// Fields that only a newer version knows.
    pub more: Vec<u8>,
}

/// One QR code.
#[derive(Clone, Default)]
pub struct Payload {
    pub entries: Vec<Vec<u8>>,
    pub batch_size: i64,
    pub batch_index: i64,
    pub batch_id: i64,
    pub more: Vec<u8>,
}

impl Entry {
    pub fn bytes(&self) -> Vec<u8> {
        [
            bytes_field(1, self.secret),
            bytes_field(2, self.name.as_bytes()),
            bytes_field(3, self.issuer.as_bytes()),
            number_field(4, self.algorithm),
            number_field(5, self.digits),
            number_field(6, self.kind),
            number_field(7, self.counter),
            self.more.clone(),
        ]
        .concat()
    }
}

impl Payload {
    pub fn bytes(&self) -> Vec<u8> {
        let entries = self.entries.iter().map(|entry| bytes_field(1, entry));
        [
            entries.collect::<Vec<_>>().concat(),
            number_field(2, 1),
            number_field(3, self.batch_size),
            number_field(4, self.batch_index),
            number_field(5, self.batch_id),
            self.more.clone(),
        ]
        .concat()
    }

    /// The address, with its base64 percent-encoded as in the app's QR codes.
    pub fn address(&self) -> String {
        let encoded = base64(&self.bytes())
            .replace('+', "%2B")
            .replace('/', "%2F")
            .replace('=', "%3D");
        format!("otpauth-migration://offline?data={encoded}")
    }
}

/// A length-delimited field, wire type 2.
pub fn bytes_field(tag: u8, bytes: &[u8]) -> Vec<u8> {
    [&[tag << 3 | 2][..], &varint(bytes.len() as u64), bytes].concat()
}

/// A number, wire type 0; a negative one takes ten bytes.
pub fn number_field(tag: u8, number: i64) -> Vec<u8> {
    [&[tag << 3][..], &varint(number as u64)].concat()
}

fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

pub fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            match place <= three.len() {
                true => text.push(ALPHABET[(bits >> (18 - 6 * place) & 63) as usize].into()),
                false => text.push('='),
            }
        }
    }
    text
}
