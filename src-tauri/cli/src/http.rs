//! The little of HTTP that asking our own servers takes: one request a connection, no
//! encryption, short JSON answers ([RFC 9112](https://www.rfc-editor.org/rfc/rfc9112)).

use std::io::{self, Read as _, Write as _};
use std::net::{TcpStream, ToSocketAddrs as _};
use std::time::Duration;

use zeroize::Zeroizing;

/// No answer that is asked for is longer, and a server without an end has one.
const LONGEST_ANSWER: u64 = 4 * 1024 * 1024;

/// The server in an `http://` address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Server {
    /// Name and port, as the `Host` header has them.
    authority: String,
}

/// What to ask for.
pub(crate) struct Request<'a> {
    pub(crate) method: &'a str,
    /// From its slash on.
    pub(crate) path: &'a str,
    pub(crate) token: Option<&'a str>,
    pub(crate) content_type: &'a str,
    pub(crate) body: &'a [u8],
}

/// What came back.
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) body: Zeroizing<Vec<u8>>,
}

impl Server {
    /// The server that `address` names; its path makes no difference. None if it is no
    /// `http` address.
    pub(crate) fn parse(address: &str) -> Option<Self> {
        let (scheme, rest) = address.trim().split_once("://")?;
        let authority = rest.split(['/', '?', '#']).next()?;
        let is_plain = |one: char| one.is_ascii_alphanumeric() || "-._~:[]".contains(one);
        let is_good = scheme.eq_ignore_ascii_case("http")
            && !authority.is_empty()
            && authority.chars().all(is_plain);
        is_good.then(|| Self {
            authority: authority.to_owned(),
        })
    }

    /// The address without a path.
    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.authority)
    }

    /// Sends a request and reads the answer. `limit` is for connecting and for each silence
    /// of the server.
    pub(crate) fn send(&self, request: &Request<'_>, limit: Duration) -> io::Result<Response> {
        let mut stream = self.connect(limit)?;
        stream.set_read_timeout(Some(limit))?;
        stream.set_write_timeout(Some(limit))?;
        stream.write_all(self.head(request).as_bytes())?;
        stream.write_all(request.body)?;
        let mut answer = Zeroizing::new(Vec::with_capacity(4096));
        stream.take(LONGEST_ANSWER).read_to_end(&mut answer)?;
        response(&answer).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }

    fn connect(&self, limit: Duration) -> io::Result<TcpStream> {
        let has_port = self
            .authority
            .rsplit_once(':')
            .is_some_and(|(_, port)| port.parse::<u16>().is_ok());
        let place = match has_port {
            true => self.authority.clone(),
            false => format!("{}:80", self.authority),
        };
        let mut last = io::ErrorKind::NotFound.into();
        for address in place.to_socket_addrs()? {
            match TcpStream::connect_timeout(&address, limit) {
                Ok(stream) => return Ok(stream),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    fn head(&self, request: &Request<'_>) -> Zeroizing<String> {
        let Request {
            method,
            path,
            content_type,
            body,
            ..
        } = request;
        let length = body.len();
        let mut head = Zeroizing::new(format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\
             Content-Type: {content_type}\r\nContent-Length: {length}\r\n",
            self.authority
        ));
        if let Some(token) = request.token {
            head.push_str("Authorization: Bearer ");
            head.push_str(token);
            head.push_str("\r\n");
        }
        head.push_str("\r\n");
        head
    }
}

/// Reads a whole answer. A length that was promised has to have come.
fn response(answer: &[u8]) -> Option<Response> {
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&answer[..end]).ok()?;
    let body = &answer[end + 4..];
    let mut lines = head.split("\r\n");
    let mut status_line = lines.next()?.splitn(3, ' ');
    let version = status_line.next()?;
    let status = status_line.next()?.parse().ok()?;
    let promised = lines.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse::<usize>().ok())
    });
    let body = match promised {
        Some(length) => body.get(..length?)?,
        None => body,
    };
    version.starts_with("HTTP/1.").then(|| Response {
        status,
        body: Zeroizing::new(body.to_vec()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_is_the_address_without_its_path() {
        for address in [
            "http://127.0.0.1:4010",
            "http://127.0.0.1:4010/w/demo/login?next=/",
            " HTTP://127.0.0.1:4010/",
        ] {
            let server = Server::parse(address).unwrap();
            assert_eq!(server.address(), "http://127.0.0.1:4010", "{address}");
        }
        for address in [
            "127.0.0.1:4010",
            "https://127.0.0.1",
            "http://",
            "http://a b/",
            "http://a\r\nX: y/",
            "",
        ] {
            assert_eq!(Server::parse(address), None, "{address:?}");
        }
    }

    #[test]
    fn an_answer_is_its_status_and_its_body() {
        let answer = b"HTTP/1.1 409 Conflict\r\nContent-Length: 2\r\n\r\n{}extra";
        let read = response(answer).unwrap();
        assert_eq!((read.status, read.body.as_slice()), (409, &b"{}"[..]));
        let read = response(b"HTTP/1.0 200 OK\r\n\r\nall of it").unwrap();
        assert_eq!(
            (read.status, read.body.as_slice()),
            (200, &b"all of it"[..])
        );
    }

    #[test]
    fn what_is_cut_off_or_no_http_is_no_answer() {
        for answer in [
            &b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{}"[..],
            b"HTTP/1.1 200 OK\r\nContent-Length: 9",
            b"SSH-2.0-OpenSSH_9.9\r\n\r\n",
            b"HTTP/1.1 OK\r\n\r\n",
            b"",
        ] {
            assert!(response(answer).is_none());
        }
    }
}
