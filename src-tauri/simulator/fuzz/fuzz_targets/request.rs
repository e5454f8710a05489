//! Any form and any JSON, sent to any page and operation of a practice site.

#![no_main]

use keytick_simulator::server::fuzzing::Rig;
use libfuzzer_sys::fuzz_target;

#[path = "../request.rs"]
mod request;

std::thread_local! {
    static RIG: Rig = request::rig();
}

fuzz_target!(|bytes: &[u8]| {
    RIG.with(|rig| rig.send(bytes));
});
