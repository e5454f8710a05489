//! Takes the pictures in `docs/pictures/`: `cargo xtask pictures [NAME]...`.

#[cfg(target_os = "linux")]
mod camera;
#[cfg(target_os = "linux")]
mod demo;
#[cfg(target_os = "linux")]
mod palette;
#[cfg(target_os = "linux")]
mod scenes;

#[cfg(target_os = "linux")]
fn main() {
    scenes::take(std::env::args().skip(1).collect());
}

#[cfg(not(target_os = "linux"))]
fn main() {}
