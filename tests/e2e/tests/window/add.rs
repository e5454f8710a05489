//! Adding accounts.
use keytick_e2e::*;
#[test]
fn probe() {
    let t = std::time::Instant::now();
    let screen = Screen::start();
    eprintln!("screen {:?}", t.elapsed());
    let app = App::open(&screen);
    eprintln!("app {:?} {:?}", t.elapsed(), app.text());
    std::fs::write("/tmp/bare.png", app.screenshot()).unwrap();
    eprintln!("{:?}", app.processes());
    for (n, look) in [
        web::Look::Plain,
        web::Look::LightOnDark,
        web::Look::Transparent,
    ]
    .into_iter()
    .enumerate()
    {
        let png = web::screenshot(
            &screen,
            look,
            &["otpauth://totp/A:b?secret=JBSWY3DPEHPK3PXP", "two"],
        );
        std::fs::write(format!("/tmp/web{n}.png"), &png).unwrap();
        screen.copy_picture(&png);
    }
    eprintln!("web {:?}", t.elapsed());
    let s = [leaks::Sentinel::new("JBSWY3DPEHPK3PXP")];
    leaks::assert_none_in_page(&app, &s);
    eprintln!("memory {:?}", t.elapsed());
    screen.copy_text("hello");
    assert_eq!(screen.clipboard().as_deref(), Some("hello"));
    app.kill();
    eprintln!("kill {:?}", t.elapsed());
    let app = App::open(&screen);
    eprintln!("reopen {:?}", t.elapsed());
    drop(app);
    eprintln!(
        "closed {:?} {}",
        t.elapsed(),
        oathtool::totp("JBSWY3DPEHPK3PXP", 59)
    );
    leaks::assert_none_in_files(&screen, &s);
}
