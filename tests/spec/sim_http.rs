//! What a program in another language sends to our servers, and the servers themselves: a
//! child that ends with its standard input, also when the test fails.

use std::io::{self, BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout};

use serde_json::Value;

use crate::keytick::Keytick;

/// A server that was started, its ready line, and its further output.
pub struct Server {
    pub child: Child,
    pub ready: Value,
    pub lines: BufReader<ChildStdout>,
    client: Client,
}

/// Somebody who knows a server and its token.
#[derive(Clone)]
pub struct Client {
    place: String,
    token: String,
}

/// An answer: status, head, and body as JSON where it is.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub json: Value,
}

impl Server {
    /// Starts it and reads its ready line.
    pub fn start(command: Keytick) -> Self {
        let mut child = command.start_waiting();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        lines.read_line(&mut line).unwrap();
        let ready: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(ready["event"], "ready");
        assert_eq!(ready["pid"], child.id());
        let client = Client {
            place: place(&ready["url"]),
            token: ready["token"].as_str().unwrap().to_owned(),
        };
        Self {
            child,
            ready,
            lines,
            client,
        }
    }

    /// An address of the ready line.
    pub fn address(&self, name: &str) -> &str {
        self.ready[name].as_str().unwrap()
    }

    /// Name and port.
    pub fn place(&self) -> &str {
        &self.client.place
    }

    pub fn client(&self) -> Client {
        self.client.clone()
    }

    /// The next event of this type in its output.
    pub fn event(&mut self, kind: &str) -> Value {
        loop {
            let mut line = String::new();
            let read = self.lines.read_line(&mut line).unwrap();
            assert!(read > 0, "the server ended before {kind}");
            let event: Value = serde_json::from_str(&line).unwrap();
            if event["type"] == kind {
                return event;
            }
        }
    }

    pub fn json(&self, method: &str, path: &str, body: &Value) -> Answer {
        self.send(
            method,
            path,
            "application/json",
            body.to_string().as_bytes(),
        )
    }

    pub fn send(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> Answer {
        self.client.send(method, path, kind, body).unwrap()
    }
}

impl Client {
    /// An answer, or why there is no whole one.
    pub fn send(&self, method: &str, path: &str, kind: &str, body: &[u8]) -> io::Result<Answer> {
        let Self { place, token } = self;
        let mut stream = TcpStream::connect(place)?;
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {place}\r\nConnection: close\r\n\
             Authorization: Bearer {token}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
        )?;
        stream.write_all(body)?;
        let answer = io::read_to_string(stream)?;
        let cut_off = || io::Error::from(io::ErrorKind::UnexpectedEof);
        let (head, body) = answer.split_once("\r\n\r\n").ok_or_else(cut_off)?;
        Ok(Answer {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head: head.to_owned(),
            json: serde_json::from_str(body).unwrap_or_default(),
        })
    }
}

/// Name and port of an address.
fn place(url: &Value) -> String {
    let rest = url.as_str().unwrap().strip_prefix("http://").unwrap();
    rest.split('/').next().unwrap().to_owned()
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
