//! Any bytes are read or refused: no panic, no endless work, no memory without bound. One
//! target serves all readers, since the bytes decide which of them it is.

#![no_main]

use keytick_formats::{File, Limits, Reading, read};
use libfuzzer_sys::fuzz_target;
use zeroize::Zeroizing;

fuzz_target!(|bytes: &[u8]| {
    let files = [File {
        name: "x".to_owned(),
        bytes: Zeroizing::new(bytes.to_vec()),
    }];
    let mut reading = Reading {
        limits: Limits {
            max_bytes: 10_000_000,
            max_entries: 10_000,
            max_files: 100,
            max_kdf_memory_kib: 256,
            max_kdf_ms: 10,
        },
        ..Reading::new(Some("test"))
    };
    let _ = read(&files, None, &mut reading);
});
