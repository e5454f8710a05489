//! Prepares the window's configuration and the page for embedding.

fn main() -> std::io::Result<()> {
    // The page is built by npm. Tests and checks of the Rust side need only the folder.
    std::fs::create_dir_all("ui/dist")?;
    // A page that was built anew is embedded anew.
    println!("cargo:rerun-if-changed=ui/dist");
    tauri_build::build();
    Ok(())
}
