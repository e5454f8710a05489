//! KeePass databases of version 4 of their format, KDBX, which KeePass since 2.35, KeePassXC,
//! KeePassDX and Strongbox write. [The format](https://keepass.info/help/kb/kdbx.html).
//!
//! Read and written here with RustCrypto alone: what a file asks its key derivation to do is
//! held against the limits before anything is derived, and every byte is authenticated before
//! it is decrypted, unpacked or parsed.

mod blocks;
mod cipher;
mod cursor;
mod dictionary;
pub(super) mod document;
pub(super) mod entry;
mod header;
mod inner;
mod kdf;
mod key;
mod key_file;
mod styles;
pub(super) mod write;

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use hmac::Mac;
use keytick_accounts::Account;
use keytick_otp::Algorithm;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use cipher::Cipher;
use cursor::Cursor;
use header::Header;
use inner::Stream;
use kdf::KeyDerivation;
use key::Keys;

use crate::{
    Error, Field, File, Format, Holds, Import, Limits, Output, Probe, Reading, Source, Writer,
    Writing,
};

pub(crate) const FORMAT: Format = Format {
    id: "keepass",
    name: "KeePass",
    help: "format-keepass-help",
    extensions: &["kdbx"],
    reads_encrypted: true,
    detect,
    read: Some(read),
    write: Some(Writer {
        plain: false,
        encrypted: true,
        extension: "kdbx",
        holds: &HOLDS,
        write: write_file,
    }),
};

/// KeePassXC reads no counters, and takes an address with one for a TOTP key.
pub(super) const HOLDS: Holds = Holds {
    types: &["totp", "steam"],
    algorithms: &[Algorithm::Sha1, Algorithm::Sha256, Algorithm::Sha512],
    digits: &[4, 5, 6, 7, 8, 9],
    periods: &[],
    fields: &[Field::Note, Field::PlainTags],
};

/// Version 1 of KeePass too: it is told how to become readable.
fn detect(probe: &Probe) -> bool {
    probe.bytes().starts_with(&header::SIGNATURE[..4])
}

fn read(source: &Source, reading: &mut Reading) -> Result<Import, Error> {
    let content = unlocked(source.bytes, reading)?;
    let (mut stream, xml) = inner::read(&content)?;
    let mut unprotect = |value: &mut [u8]| stream.apply(value);
    let entries = document::read(xml, Some(&mut unprotect), reading.limits)?;
    Ok(import(&entries))
}

/// The keys of all entries, the rest by name.
pub(super) fn import(entries: &[entry::Entry]) -> Import {
    let mut import = Import::default();
    for entry in entries {
        for candidate in entry.candidates() {
            import.entry(&entry.name(), candidate);
        }
    }
    import
}

/// What lies inside the encryption.
fn unlocked(file: &[u8], reading: &Reading) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (header, length) = Header::read(file)?;
    let (header_bytes, rest) = file.split_at(length);
    let mut cursor = Cursor::new(rest, "header");
    let hash: [u8; 32] = cursor.array()?;
    let check: [u8; 32] = cursor.array()?;
    if hash != *Sha256::digest(header_bytes) {
        return Err(cursor.damaged());
    }
    let composite = key::composite(reading.password().ok(), reading.key_file)?;
    let keys = Keys::derive(&header, &composite, reading)?;
    if !keys.opens(header_bytes, &check) {
        return Err(Error::WrongPassword);
    }
    let sealed = blocks::join(cursor.rest(), &keys)?;
    let content = header.cipher.decrypt(&keys.cipher, &header.nonce, sealed)?;
    match header.compressed {
        true => unpacked(&content, &reading.limits),
        false => Ok(content),
    }
}

fn unpacked(packed: &[u8], limits: &Limits) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mut content = Zeroizing::new(Vec::new());
    GzDecoder::new(packed)
        .take(limits.max_bytes.saturating_add(1))
        .read_to_end(&mut content)
        .map_err(|_| Error::Damaged { what: "content" })?;
    limits.check_bytes(content.len() as u64)?;
    Ok(content)
}

fn write_file(accounts: &[&Account], writing: &mut Writing) -> Result<Vec<Output>, Error> {
    let password = writing.password.ok_or(Error::PasswordNeeded)?;
    let header = Header {
        cipher: Cipher::Aes,
        compressed: true,
        seed: writing.random(),
        nonce: writing.random::<16>().to_vec(),
        kdf: KeyDerivation::ours(writing.random()),
    };
    let stream_key = Zeroizing::new(writing.random());
    let mut content = inner::write(&stream_key);
    let mut stream = Stream::chacha20(&stream_key);
    let group = writing.random();
    let xml = write::database(accounts, group, writing.now, &mut stream)?;
    content.extend(xml.as_bytes());
    let composite = key::composite(Some(password), None)?;
    let reading = Reading {
        progress: writing.progress,
        cancelled: writing.cancelled,
        ..Reading::new(None)
    };
    let keys = Keys::derive(&header, &composite, &reading)?;
    let bytes = locked(&header, &keys, &packed(&content)?)?;
    Ok(vec![File {
        name: "keytick.kdbx".to_owned(),
        bytes: Zeroizing::new(bytes),
    }])
}

fn packed(content: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let packed = encoder.write_all(content).and_then(|()| encoder.finish());
    let packed = packed.map_err(|_| Error::Damaged { what: "content" })?;
    Ok(Zeroizing::new(packed))
}

fn locked(header: &Header, keys: &Keys, content: &[u8]) -> Result<Vec<u8>, Error> {
    let mut file = header.write();
    let hash = Sha256::digest(&file);
    let check = keys.check(key::HEADER).chain_update(&file).finalize();
    file.extend(hash);
    file.extend(check.into_bytes());
    let plain = Zeroizing::new(content.to_vec());
    let sealed = header.cipher.encrypt(&keys.cipher, &header.nonce, plain)?;
    file.extend(blocks::cut(&sealed, keys));
    Ok(file)
}

#[cfg(test)]
mod tests;
