//! Every error has a sentence.

use keytick_desktop::error::ERROR_IDS;

#[test]
fn every_error_of_the_shell_has_a_message() {
    let missing: Vec<&&str> = ERROR_IDS
        .iter()
        .filter(|id| !keytick_texts::exists(id))
        .collect();
    assert_eq!(missing, Vec::<&&str>::new());
}
