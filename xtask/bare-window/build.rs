//! Embeds the page and the window's configuration.

fn main() {
    tauri_build::build();
}
