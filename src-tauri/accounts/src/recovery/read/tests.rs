//! What sites hand out, with invented codes.

use super::*;

/// Each code, with ` ✓` where it was used and ` ?` where it is not sure, then what was left out.
#[track_caller]
fn check(text: &str, codes: &[&str], left_out: &[&str]) {
    let found = read_recovery_codes(text);
    let shown = found.codes.iter().map(|code| {
        let used = if code.used { " ✓" } else { "" };
        let sure = if code.sure { "" } else { " ?" };
        format!("{}{used}{sure}", *code.text)
    });
    assert_eq!(shown.collect::<Vec<_>>(), codes);
    let rest = found.left_out.iter().map(|line| line.as_str());
    assert_eq!(rest.collect::<Vec<_>>(), left_out);
}

#[test]
fn two_groups_of_five_one_a_line() {
    check(
        "1a2b3-c4d5e\r\nf6a7b-8c9d0\r\n",
        &["1a2b3-c4d5e", "f6a7b-8c9d0"],
        &[],
    );
}

#[test]
fn numbered_in_two_columns_with_used_ones_struck_out() {
    check(
        "SAVE YOUR BACKUP CODES
         Keep these backup codes somewhere safe but accessible.

         1. 1234 5678\t\t 6. 2345 6789
         2. ALREADY USED    7. 3456 7890
         3. 4567 8901       8. ALREADY USED
         4. 5678 9012 9. 6789 0123
         5. 7890 1234      10. 8901 2345

         (ada@example.com)
         * You can only use each backup code once.
         * Need more? Visit https://example.com/2sv
         * These codes were generated on: Nov 22, 2026.",
        &[
            "1234 5678",
            "2345 6789",
            "3456 7890",
            "4567 8901",
            "5678 9012",
            "6789 0123",
            "7890 1234",
            "8901 2345",
        ],
        &[
            "SAVE YOUR BACKUP CODES",
            "Keep these backup codes somewhere safe but accessible.",
            "(ada@example.com)",
            "* You can only use each backup code once.",
            "* Need more? Visit https://example.com/2sv",
            "* These codes were generated on: Nov 22, 2026.",
        ],
    );
}

#[test]
fn bullets_and_marks_of_used_ones() {
    check(
        "Backup codes for ada
         * abcd-efgh
         * ijkl-mnop (used)
         * qrst-uvwx
         - 1234-5678 (ALREADY USED)
         • [x] 2345-6789
         ☐ 3456-7890
         ~~4567-8901~~",
        &[
            "abcd-efgh",
            "ijkl-mnop ✓",
            "qrst-uvwx",
            "1234-5678 ✓",
            "2345-6789 ✓",
            "3456-7890",
            "4567-8901 ✓",
        ],
        &["Backup codes for ada"],
    );
}

#[test]
fn bare_codes_of_many_lengths() {
    for code in [
        "12345678",
        "a1b2c3d4",
        "R12345",
        "1234 5678",
        "123 456",
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
        "ab1c 2def gh3i jk4l mn5o pqr6 st7u vwx2",
        "abcd efgh ijkl mnop qrst uvwx yzab cdef",
        "ABCD-EF12-3456-7890",
    ] {
        check(code, &[code], &[]);
    }
}

#[test]
fn letters_alone_are_codes_only_among_their_like() {
    check(
        "Bytebase\nkdhwoqpz\nqlvnxmrt\nzpwkdjva",
        &["Bytebase", "kdhwoqpz", "qlvnxmrt", "zpwkdjva"],
        &[],
    );
    check("Instagram\nkdhwoqpz", &["Instagram ?", "kdhwoqpz ?"], &[]);
}

#[test]
fn a_label_that_speaks_of_a_code_is_left_out() {
    check(
        "Recovery code: ABCD-1234-EFGH
         Backup code 2: `9876 5432`
         Código 3: a1b2c3d4 (used)
         Phone: 5551234567",
        &[
            "ABCD-1234-EFGH",
            "9876 5432",
            "a1b2c3d4 ✓",
            "Phone: 5551234567 ?",
        ],
        &[],
    );
}

#[test]
fn several_on_a_line() {
    check(
        "a1b2c3d4, b2c3d4e5; c3d4e5f6\n1a2b-3c4d 5e6f-7a8b\n| d4e5f6a7 | e5f6a7b8 |",
        &[
            "a1b2c3d4",
            "b2c3d4e5",
            "c3d4e5f6",
            "1a2b-3c4d",
            "5e6f-7a8b",
            "d4e5f6a7",
            "e5f6a7b8",
        ],
        &[],
    );
}

#[test]
fn what_is_not_sure_stays_as_it_stands() {
    check(
        "Your code is ABCD-1234, keep it
         12345678 23456789
         1234
         1234-5678-90
         a+b/1234567=",
        &[
            "Your code is ABCD-1234, keep it ?",
            "12345678 23456789 ?",
            "1234 ?",
            "1234-5678-90 ?",
            "a+b/1234567= ?",
        ],
        &[],
    );
}

#[test]
fn sentences_and_dates_are_no_codes() {
    let text = "Made on 2026-11-22\n22.11.2026\nStore them well\nDo not get used to it\nback-up";
    let lines: Vec<&str> = text.lines().collect();
    check(
        text,
        &["22.11.2026 ?"],
        &[lines[0], lines[2], lines[3], lines[4]],
    );
}

#[test]
fn a_code_is_there_once() {
    check("a1b2c3d4\n* a1b2c3d4 (used)", &["a1b2c3d4 ✓"], &[]);
}

#[test]
fn a_line_of_bullets_alone_is_no_code() {
    let found = read_recovery_codes(&"- ".repeat(40_000));
    assert_eq!((found.codes.len(), found.left_out.len()), (0, 1));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_and_no_line_of_it_lost(text in "(\\PC|\n|[0-9a-z \\-.,*])*") {
        let found = read_recovery_codes(&text);
        let lines = text.lines().filter(|line| !line.trim_matches(is_blank).is_empty());
        let told = !found.codes.is_empty() || !found.left_out.is_empty();
        proptest::prop_assert_eq!(lines.count() > 0, told);
    }
}

#[test]
fn what_comes_after_more_lines_than_any_site_writes_is_left_out_and_said_to_be() {
    let text = "1a2b3-c4d5e\n".repeat(LINES) + "f6a7b-8c9d0\n";
    check(&text, &["1a2b3-c4d5e"], &["f6a7b-8c9d0"]);
}
