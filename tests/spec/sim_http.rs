//! What a program in another language sends to our servers, and the servers themselves: a
//! child that ends with its standard input, also when the test fails.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;
use std::process::{Child, ChildStdout};

use serde_json::Value;

use crate::keytick::Keytick;

/// A server that was started, its ready line, and its further output.
pub struct Server {
    pub child: Child,
    pub ready: Value,
    pub lines: BufReader<ChildStdout>,
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
        let token = ready["token"].as_str().unwrap().to_owned();
        Self {
            child,
            ready,
            lines,
            token,
        }
    }

    /// An address of the ready line.
    pub fn address(&self, name: &str) -> &str {
        self.ready[name].as_str().unwrap()
    }

    /// Name and port.
    pub fn place(&self) -> &str {
        let rest = self.address("url").strip_prefix("http://").unwrap();
        rest.split('/').next().unwrap()
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
        let place = self.place();
        let mut stream = TcpStream::connect(place).unwrap();
        let (token, length) = (&self.token, body.len());
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {place}\r\nConnection: close\r\n\
             Authorization: Bearer {token}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
        )
        .unwrap();
        stream.write_all(body).unwrap();
        let answer = std::io::read_to_string(stream).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        Answer {
            status: head.split(' ').nth(1).unwrap().parse().unwrap(),
            head: head.to_owned(),
            json: serde_json::from_str(body).unwrap_or_default(),
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
