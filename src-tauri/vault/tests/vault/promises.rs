//! docs/security.md promises nothing on the word of a test that is not there.

use std::path::Path;

#[test]
fn every_test_that_the_security_page_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = std::fs::read_to_string(root.join("docs/security.md")).unwrap();
    let mut named = 0;
    for line in page.lines().filter(|line| line.starts_with("- `")) {
        let mut parts = line.split('`').skip(1).step_by(2);
        let file = parts.next().unwrap();
        let source = std::fs::read_to_string(root.join(file)).unwrap_or_default();
        for test in parts {
            let test_begins = match file.ends_with(".rs") {
                true => format!("fn {test}("),
                false => format!("test(\"{test}\""),
            };
            assert!(source.contains(&test_begins), "{file}: {test}");
            named += 1;
        }
    }
    assert!(named >= 30, "{named}");
}

#[test]
fn every_promise_has_a_test_or_says_that_it_has_none() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = std::fs::read_to_string(root.join("docs/security.md")).unwrap();
    let promises: Vec<&str> = page.split("\n### ").skip(1).collect();
    assert_eq!(promises.len(), 10);
    for promise in promises {
        let honest = promise.contains("\n- `") || promise.contains("Not yet proven");
        assert!(honest, "{}", promise.lines().next().unwrap());
    }
}
