//! Node.js: whether it is there and new enough for the page's tools.

use crate::Result;
use crate::process::{command, npm, output};

/// Fails with a sentence unless Node.js and npm are there and new enough.
pub fn check() -> Result {
    const GET_IT: &str = "Get it from https://nodejs.org/en/download and start again.";
    let Some(version) = output(&mut command("node", &["--version"])) else {
        return Err(format!("Node.js is missing; it builds the page. {GET_IT}").into());
    };
    if !is_new_enough(&version) {
        return Err(format!(
            "Node.js is {version}; the page needs 20.19 or newer (of 22, 22.12 or newer). {GET_IT}"
        )
        .into());
    }
    // In ui/ there may be nothing yet; asking for the version needs no project.
    if output(&mut npm(&["--version"])).is_none() {
        return Err(format!("npm is missing; it comes with Node.js. {GET_IT}").into());
    }
    Ok(())
}

/// Vite 8 wants 20.19 or newer of 20, or 22.12 or newer.
fn is_new_enough(version: &str) -> bool {
    let mut numbers = version.trim_start_matches('v').split('.');
    let mut next = || numbers.next().and_then(|n| n.parse::<u32>().ok());
    match (next(), next()) {
        (Some(20), Some(minor)) => minor >= 19,
        (Some(22), Some(minor)) => minor >= 12,
        (Some(major), Some(_)) => major > 22,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn accepts_the_versions_that_vite_accepts() {
        let cases = [
            ("v18.19.0", false),
            ("v20.18.3", false),
            ("v20.19.0", true),
            ("v20.20.2", true),
            ("v21.7.3", false),
            ("v22.11.0", false),
            ("v22.12.0", true),
            ("v24.0.1", true),
            ("", false),
            ("what", false),
        ];
        for (version, enough) in cases {
            assert_eq!(is_new_enough(version), enough, "{version:?}");
        }
    }
}
