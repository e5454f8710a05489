//! Requests to a practice site's control API: HTTP/1.1 over the loopback address, one request a
//! connection, JSON both ways. This is all that the app ever connects to.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;
use zeroize::Zeroizing;

use crate::error::UiError;

/// How long a connection, and then the answer, may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The longest answer that is read, in bytes.
const LONGEST: u64 = 4 << 20;

/// An address on this computer that the site itself named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loopback {
    port: u16,
    /// What follows the port, from the slash on.
    path: String,
}

impl Loopback {
    /// Reads `http://127.0.0.1:PORT/path`; every other address is refused.
    #[must_use]
    pub fn parse(address: &str) -> Option<Self> {
        let rest = address.strip_prefix("http://127.0.0.1:")?;
        let slash = rest.find('/')?;
        let (port, path) = rest.split_at(slash);
        let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.".contains(c);
        let digits = port.chars().all(|c| c.is_ascii_digit());
        (digits && path.chars().all(plain)).then_some(())?;
        Some(Self {
            port: port.parse().ok()?,
            path: path.to_owned(),
        })
    }

    /// The host as people read it: `127.0.0.1:8741`.
    #[must_use]
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The whole address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.host(), self.path)
    }
}

/// A control API, and the token that opens it.
#[derive(Clone)]
pub struct Api {
    base: Loopback,
    token: Zeroizing<String>,
}

impl Api {
    /// The API at this address.
    #[must_use]
    pub fn new(base: Loopback, token: Zeroizing<String>) -> Self {
        Self { base, token }
    }

    /// Sends one request; `path` goes on from the API's address. An answer without a body is
    /// `null`.
    ///
    /// # Errors
    /// `desktop-lab-stopped` where nobody answers, `desktop-lab-refused` with the site's own
    /// `reason`.
    pub fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Value, UiError> {
        let answer = self.send(method, path, body);
        let answer = answer.map_err(|_| UiError::new("desktop-lab-stopped"))?;
        let (status, body) = parse(&answer).ok_or_else(|| UiError::new("desktop-lab-stopped"))?;
        match status {
            200..=299 => Ok(body),
            _ => Err(UiError::new("desktop-lab-refused")
                .with("reason", body["message"].as_str().unwrap_or_default())),
        }
    }

    fn send(&self, method: &str, path: &str, body: Option<&Value>) -> std::io::Result<Vec<u8>> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let (host, base, token) = (self.base.host(), &self.base.path, self.token.as_str());
        let request = Zeroizing::new(format!(
            "{method} {base}{path} HTTP/1.1\r\nHost: {host}\r\nAuthorization: Bearer {token}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len(),
        ));
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.base.port));
        let mut stream = TcpStream::connect_timeout(&address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        stream.write_all(request.as_bytes())?;
        let mut answer = Vec::new();
        stream.take(LONGEST).read_to_end(&mut answer)?;
        Ok(answer)
    }
}

/// The status and the JSON of an answer; none for what is not one whole answer.
fn parse(answer: &[u8]) -> Option<(u16, Value)> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&answer[..end]).ok()?;
    let body = &answer[end + 4..];
    let mut lines = head.split("\r\n");
    let status = lines.next()?.strip_prefix("HTTP/1.1 ")?.get(..3)?;
    let length = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse::<usize>().ok())?
    });
    let body = match length {
        Some(length) => body.get(..length)?,
        None => body,
    };
    let json = match body {
        [] => Value::Null,
        body => serde_json::from_slice(body).ok()?,
    };
    Some((status.parse().ok()?, json))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_addresses_of_this_computer_are_taken() {
        let site = Loopback::parse("http://127.0.0.1:8741/w/demo").unwrap();
        assert_eq!(site.host(), "127.0.0.1:8741");
        assert_eq!(site.url(), "http://127.0.0.1:8741/w/demo");
        for other in [
            "https://127.0.0.1:8741/w/demo",
            "http://127.0.0.1.example.com:80/",
            "http://localhost:8741/w/demo",
            "http://127.0.0.1:8741",
            "http://127.0.0.1:+80/",
            "http://127.0.0.1:99999/",
            "http://127.0.0.1:80/ & calc",
            "file:///etc/passwd",
        ] {
            assert_eq!(Loopback::parse(other), None, "{other}");
        }
    }

    #[test]
    fn an_answer_is_a_status_and_json() {
        let ok = b"HTTP/1.1 201 Created\r\nContent-Length: 8\r\n\r\n{\"id\":1}";
        assert_eq!(parse(ok), Some((201, json!({ "id": 1 }))));
        let empty = b"HTTP/1.1 204 No Content\r\n\r\n";
        assert_eq!(parse(empty), Some((204, Value::Null)));
        for broken in [
            &b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"id\":1}"[..],
            b"HTTP/1.1 200 OK\r\n",
            b"SSH-2.0",
            b"",
        ] {
            assert_eq!(parse(broken), None);
        }
    }
}
