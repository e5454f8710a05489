//! What the page may ask for. Each command is wiring: it goes to work, calls one function,
//! and hands back a view.
//!
//! Secrets cross only where a command is named for it: the password and a typed key on
//! their way in, the recovery key once when it is made, and a key, the QR codes for a
//! phone or a site's recovery codes that are revealed after the password.

pub mod add;
pub mod backup;
pub mod codes;
pub mod edit;
pub mod export;
pub mod keys;
pub mod lab;
pub mod language;
pub mod list;
pub mod moves;
pub mod quick;
pub mod recovery;
pub mod recovery_codes;
pub mod restore;
pub mod session;
pub mod settings;

use specta::Type;
use tauri::Runtime;
use tauri_specta::{Commands, collect_commands};
use zeroize::Zeroizing;

/// All commands.
#[must_use]
pub fn all<R: Runtime>() -> Commands<R> {
    collect_commands![
        session::status,
        language::language,
        session::password_strength,
        session::suggest_password,
        session::create_vault,
        recovery::new_recovery_key,
        recovery::confirm_recovery,
        recovery::save_recovery_key,
        recovery::copy_recovery_key,
        recovery::finish_recovery,
        session::unlock,
        session::unlock_with_recovery,
        session::lock,
        keys::keys,
        keys::change_password,
        keys::check_recovery_key,
        keys::set_keychain,
        keys::unlock_with_keychain,
        keys::set_pin,
        keys::unlock_with_pin,
        restore::vault_backups,
        restore::restore_backup,
        restore::restore_file,
        restore::start_again,
        restore::use_older_copy,
        session::touch,
        session::quit,
        settings::settings,
        settings::change_settings,
        settings::export_settings,
        settings::import_settings,
        settings::surroundings,
        settings::clock_error,
        settings::open_clock_settings,
        list::list,
        codes::codes,
        codes::copy,
        codes::copy_next,
        codes::clear_clipboard,
        quick::quick_ready,
        quick::quick_list,
        quick::quick_copy,
        quick::quick_type,
        quick::close_quick,
        quick::show_account,
        quick::hide_window,
        quick::page_ready,
        quick::let_page_go,
        quick::after_copy,
        edit::set_favourite,
        add::paste,
        add::has_picture,
        add::stop_reading,
        add::capture_view,
        add::capture,
        add::open_capture_settings,
        add::take_links,
        add::review_picture,
        add::read_region,
        add::review_codes,
        add::confirm_review,
        add::discard_review,
        add::check_key,
        add::add_typed,
        add::fix_key,
        list::details,
        edit::edit_account,
        edit::preview_code_settings,
        edit::place_account,
        edit::tag_accounts,
        edit::remove_accounts,
        edit::undo,
        edit::undo_last,
        edit::save_now,
        list::deleted,
        edit::restore_accounts,
        codes::reveal_key,
        backup::formats,
        backup::pick_files,
        backup::open_backup,
        backup::pick_key_file,
        backup::discard_backup,
        export::export_losses,
        export::export_accounts,
        export::begin_phone,
        export::phone_code,
        export::end_phone,
        export::check_phone,
        recovery_codes::open_recovery_codes,
        recovery_codes::recovery_codes,
        recovery_codes::mark_recovery_code,
        recovery_codes::copy_recovery_code,
        recovery_codes::find_recovery_codes,
        recovery_codes::pick_recovery_file,
        recovery_codes::set_recovery_codes,
        recovery_codes::close_recovery_codes,
        moves::moves,
        moves::begin_move,
        moves::extend_move,
        moves::step_move,
        moves::end_move,
        lab::lab_sites,
        lab::start_site,
        lab::stop_site,
        lab::open_site,
        lab::site_log,
        lab::save_site_log,
        lab::site_state,
        lab::move_site_clock,
        lab::set_site_fault,
        lab::clear_site_faults,
        lab::set_site_rules,
        lab::reset_site,
        lab::add_site_account,
    ]
}

/// A password or key on its way in: wiped when dropped, a plain string to the page.
#[derive(serde::Deserialize, Type)]
#[serde(transparent)]
#[specta(inline)]
pub struct Typed(#[specta(type = String)] Zeroizing<String>);

/// A secret on its way out, wiped when dropped, a plain string to the page.
#[derive(serde::Serialize, Type)]
#[serde(transparent)]
#[specta(inline)]
pub struct Told(#[specta(type = String)] Zeroizing<String>);
