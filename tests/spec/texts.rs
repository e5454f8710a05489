//! Every id has its sentence.

use keytick_otp::Note;

#[test]
fn every_error_and_remark_has_a_message() {
    let notes: Vec<&str> = Note::ALL.iter().map(|note| note.id()).collect();
    let all = [
        keytick_accounts::ERROR_IDS,
        keytick_cli::ERROR_IDS,
        keytick_cli::SIM_ERROR_IDS,
        keytick_simulator::device::ERROR_IDS,
        keytick_simulator::device::WHY_IDS,
        keytick_simulator::device::service::MESSAGE_IDS,
        keytick_formats::ERROR_IDS,
        keytick_otp::ERROR_IDS,
        keytick_qr::ERROR_IDS,
        keytick_vault::ERROR_IDS,
        &notes,
    ];
    let missing: Vec<_> = all
        .into_iter()
        .flatten()
        .filter(|id| !keytick_texts::exists(id))
        .collect();
    assert_eq!(missing, Vec::<&&str>::new());
}

#[test]
fn every_command_and_argument_has_a_help_text() {
    let missing: Vec<_> = keytick_cli::text_ids()
        .into_iter()
        .filter(|id| !keytick_texts::exists(id))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}
