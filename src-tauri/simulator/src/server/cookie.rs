//! Cookies: one a world and port, for that world's paths only.

use axum::http::{HeaderMap, HeaderValue, header};

/// The value of the cookie `name`, if it is there exactly once.
pub(crate) fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(found, _)| *found == name)
        .map(|(_, value)| value);
    let value = values.next()?;
    values.next().is_none().then_some(value)
}

/// Sets a cookie for everything under `path`, until the browser closes.
///
/// Not `Secure`: the sites speak plain HTTP on this computer, and not every browser takes a
/// secure cookie from there.
pub(crate) fn set(name: &str, value: &str, path: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!(
        "{name}={value}; Path={path}; HttpOnly; SameSite=Strict"
    ))
    .ok()
}

/// The same, for so many seconds, also after the browser was closed.
pub(crate) fn set_for(name: &str, value: &str, path: &str, seconds: u64) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!(
        "{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Strict"
    ))
    .ok()
}

/// Takes the cookie away again.
pub(crate) fn clear(name: &str, path: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!(
        "{name}=; Path={path}; Max-Age=0; HttpOnly; SameSite=Strict"
    ))
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_from(values: &[&str]) -> Option<String> {
        let headers: HeaderMap = values
            .iter()
            .map(|value| (header::COOKIE, value.parse().unwrap()))
            .collect();
        read(&headers, "site_80").map(str::to_owned)
    }

    #[test]
    fn finds_its_own_cookie_among_others() {
        assert_eq!(read_from(&["a=1; site_80=x; b=2"]).as_deref(), Some("x"));
        assert_eq!(read_from(&["a=1", "site_80=x"]).as_deref(), Some("x"));
        assert_eq!(read_from(&["site_8080=x"]), None);
    }

    #[test]
    fn two_of_one_name_are_none() {
        assert_eq!(read_from(&["site_80=x; site_80=y"]), None);
    }

    #[test]
    fn is_for_one_world_and_no_script() {
        assert_eq!(
            set("site_80", "x", "/w/demo").unwrap(),
            "site_80=x; Path=/w/demo; HttpOnly; SameSite=Strict"
        );
    }
}
