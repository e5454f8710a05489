//! Takes the pictures in `docs/pictures/`: `cargo xtask pictures`.

#[cfg(target_os = "linux")]
fn main() {
    linux::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {}

#[cfg(target_os = "linux")]
mod linux {
    use std::path::Path;

    use keytick_e2e::web::{self, Look};
    use keytick_e2e::{App, Screen, until};

    /// The key of RFC 6238's test vectors: it protects nothing.
    const EXAMPLE: &str = "otpauth://totp/Example:alice@example.com\
                           ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example";

    /// Made-up sites, in the list's order.
    const SITES: &[(&str, &str)] = &[
        ("Batch", "work@example.com"),
        ("Bytebase", "admin@example.com"),
        ("Cloud Console", "ops@example.com"),
        ("Acme VPN", "work@example.com"),
        ("DeployHQ", "deploy@example.com"),
        ("Domain Desk", "admin@example.com"),
        ("Git Host", "dev@example.com"),
        ("Mailbox", "alice@example.com"),
        ("Northwind", "alice@example.com"),
        ("Photo Store", "family@example.com"),
        ("Registrar", "admin@example.com"),
    ];
    const FAVOURITES: usize = 3;

    pub fn main() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures");
        let save = |name: &str, png: &[u8]| {
            std::fs::write(folder.join(name), png).expect("docs/pictures is there");
        };
        let screen = Screen::start();
        save(
            "example.png",
            &web::screenshot(&screen, Look::Plain, &[EXAMPLE]),
        );
        let app = App::open(&screen);
        app.create_vault("seven brave otters paint");
        fill(&screen, &app);
        save("window-light.png", &app.screenshot());
    }

    fn fill(screen: &Screen, app: &App) {
        screen.copy_text(&links());
        app.focus();
        screen.press("ctrl+v");
        app.shows(&format!("{} new accounts", SITES.len()));
        screen.press("Return");
        until("all accounts", || app.rows().len() == SITES.len());
        for (name, _) in &SITES[..FAVOURITES] {
            screen.type_text(name);
            until("the account alone", || app.rows().len() == 1);
            screen.press("ctrl+d");
            screen.press("Escape");
            until("all accounts again", || app.rows().len() == SITES.len());
        }
        // What was just said at the foot makes room for what the keys do.
        until("a quiet window", || !app.text().contains("Undo"));
    }

    fn links() -> String {
        let link = |(number, (issuer, account)): (usize, &(&str, &str))| {
            // Any key will do, as long as each account has another.
            let key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQO".to_owned()
                + [
                    "AA", "AB", "AC", "AD", "AE", "AF", "AG", "AH", "AI", "AJ", "AK",
                ][number];
            let issuer = issuer.replace(' ', "%20");
            format!("otpauth://totp/{issuer}:{account}?secret={key}&issuer={issuer}\n")
        };
        SITES.iter().enumerate().map(link).collect()
    }
}
