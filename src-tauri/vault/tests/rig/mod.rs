//! The rig that saving is tortured in: scenarios on a simulated file system, each stopped,
//! refused or robbed of its power at every point.
//!
//! What it must show is in [`world::World::check`]: what was acknowledged is there; what was
//! not is there whole or not at all; nothing is left that cannot be opened.

mod disk;
mod held;
mod killed;
mod power_cut;
mod refused;
mod scenarios;
mod simulated;
mod world;

/// How much of something a run does: more when `cargo xtask torture` asks for it.
fn count(variable: &str, in_every_run: usize) -> usize {
    let asked = std::env::var(variable).ok();
    asked
        .and_then(|text| text.parse().ok())
        .unwrap_or(in_every_run)
}

/// A line for `cargo xtask torture`, which gathers those that begin like this.
fn report(line: &str) {
    println!("torture: {line}");
}

/// Numbers that look random and are the same in every run (SplitMix64, Steele et al. 2014).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below `end`, which is not 0.
    fn below(&mut self, end: usize) -> usize {
        let end = end as u64;
        usize::try_from(self.next() % end).unwrap_or_default()
    }
}
