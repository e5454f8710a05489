//! As much of a browser as the pages need: cookies by port, redirects, forms. No scripts.

use std::collections::BTreeMap;

use ureq::Agent;
use ureq::http::{HeaderMap, Request};

use crate::server::agent;

pub struct Browser {
    agent: Agent,
    /// By port and name, with the path for which they are.
    cookies: BTreeMap<(u16, String), (String, String)>,
    /// Where the site of the world begins.
    base: String,
    pub page: Page,
}

/// What the last request showed.
#[derive(Default)]
pub struct Page {
    pub status: u16,
    pub url: String,
    pub headers: HeaderMap,
    pub body: String,
    /// The answers before this one that sent the browser on.
    pub redirects: Vec<u16>,
}

impl Page {
    /// The path in the world.
    pub fn path(&self) -> &str {
        let rest = self.url.split("/w/").nth(1).unwrap();
        let path = rest.find('/').map_or("/", |slash| &rest[slash..]);
        path.split(['?', '#']).next().unwrap()
    }

    /// The text of the alert, if there is one.
    pub fn alert(&self) -> Option<String> {
        let start = self.body.find("role=\"alert\"")?;
        let inner = between(&self.body[start..], "<strong>", "</strong>")?;
        Some(unescape(inner))
    }

    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut rest = self.body.as_str();
        while let Some((before, tag)) = rest.split_once('<') {
            text.push_str(before);
            text.push(' ');
            rest = tag.split_once('>').map_or("", |(_, after)| after);
        }
        text.push_str(rest);
        unescape(&text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    pub fn has(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// The recovery codes on view.
    pub fn codes(&self) -> Vec<String> {
        let list = between(&self.body, "<ul class=\"codes", "</ul>").unwrap_or_default();
        let codes = list.split("<code>").skip(1);
        codes
            .map(|code| code.split('<').next().unwrap().to_owned())
            .collect()
    }

    /// The address that the QR code holds.
    pub fn otpauth(&self) -> Option<String> {
        let rest = &self.body[self.body.find("href=\"otpauth:")? + 6..];
        Some(unescape(rest.split('"').next()?))
    }

    /// What the forms of the page hold.
    pub fn csrf(&self) -> String {
        between(&self.body, "name=\"csrf\" value=\"", "\"")
            .unwrap_or_default()
            .to_owned()
    }
}

pub fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let rest = &text[text.find(start)? + start.len()..];
    Some(&rest[..rest.find(end)?])
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

impl Browser {
    pub fn new(base: &str) -> Self {
        Self {
            agent: agent(),
            cookies: BTreeMap::new(),
            base: base.to_owned(),
            page: Page::default(),
        }
    }

    /// Opens a path of the world.
    pub fn open(&mut self, path: &str) -> &Page {
        self.visit(&format!("{}{path}", self.base))
    }

    /// Opens an address.
    pub fn visit(&mut self, url: &str) -> &Page {
        self.go("GET", url, "")
    }

    /// Fills in a form of the page on view and sends it to `path`, at the site on view.
    pub fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> &Page {
        let action = format!("action=\"/w/{}{path}\"", self.world());
        assert!(
            self.page.body.contains(&action),
            "no form {path}: {}",
            self.page.text()
        );
        let csrf = self.page.csrf();
        self.post(path, &[fields, &[("csrf", &csrf)]].concat())
    }

    /// Sends fields to `path` as they are.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> &Page {
        let mut body = form_urlencoded::Serializer::new(String::new());
        for (name, value) in fields {
            body.append_pair(name, value);
        }
        let origin = self.page.url.split("/w/").next().unwrap_or_default();
        let url = format!("{origin}/w/{}{path}", self.world());
        self.go("POST", &url, &body.finish())
    }

    /// Follows the link or redirect target on the page that ends so.
    pub fn follow(&mut self, end: &str) -> &Page {
        let links = self.page.body.split("href=\"").skip(1);
        let link = links
            .map(|link| unescape(link.split('"').next().unwrap()))
            .find(|link| link.ends_with(end))
            .unwrap_or_else(|| panic!("no link {end}: {}", self.page.text()));
        let url = self.absolute(&link);
        self.visit(&url)
    }

    /// Logs in with a password.
    pub fn log_in(&mut self, name: &str) -> &Page {
        self.open("/login");
        if !self.page.body.contains("id=\"password\"") {
            self.follow("/login?to_product=yes");
        }
        let to_product = self.page.body.contains("name=\"to_product\"");
        let fields = [
            ("identifier", name),
            ("password", "demo"),
            ("to_product", "yes"),
        ];
        let count = if to_product { 3 } else { 2 };
        self.submit("/login", &fields[..count])
    }

    pub fn log_out(&mut self) -> &Page {
        self.open("");
        self.submit("/logout", &[])
    }

    pub fn cookie(&self) -> Option<&str> {
        let port = port_of(&self.page.url);
        let cookie = self.cookies.get(&(port, format!("keytick_{port}")))?;
        Some(&cookie.0)
    }

    fn world(&self) -> &str {
        self.base.rsplit('/').next().unwrap()
    }

    fn absolute(&self, link: &str) -> String {
        if link.starts_with('/') {
            format!("{}{link}", self.page.url.split("/w/").next().unwrap())
        } else {
            link.to_owned()
        }
    }

    fn go(&mut self, method: &str, url: &str, body: &str) -> &Page {
        let mut redirects = Vec::new();
        let (mut method, mut url, mut body) = (method, url.to_owned(), body);
        loop {
            self.request(method, &url, body);
            let Some(location) = self.page.headers.get("location") else {
                break;
            };
            let location = location.to_str().unwrap().to_owned();
            redirects.push(self.page.status);
            assert!(redirects.len() < 10, "sent round and round: {location}");
            url = self.absolute(&location);
            (method, body) = ("GET", "");
        }
        self.page.redirects = redirects;
        &self.page
    }

    fn request(&mut self, method: &str, url: &str, body: &str) {
        let port = port_of(url);
        let path = &url[url.find(&format!(":{port}")).unwrap() + 1 + port.to_string().len()..];
        let cookies: Vec<String> = self
            .cookies
            .iter()
            .filter(|((at, _), (_, scope))| *at == port && in_scope(path, scope))
            .map(|((_, name), (value, _))| format!("{name}={value}"))
            .collect();
        let mut request = Request::builder().method(method).uri(url);
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        if method == "POST" {
            let origin = url.split("/w/").next().unwrap();
            request = request
                .header("content-type", "application/x-www-form-urlencoded")
                .header("origin", origin)
                .header("sec-fetch-site", "same-origin");
        }
        let request = request.body(body.to_owned()).unwrap();
        let mut response = self.agent.run(request).unwrap();
        self.page = Page {
            status: response.status().as_u16(),
            url: url.to_owned(),
            headers: response.headers().clone(),
            body: response.body_mut().read_to_string().unwrap_or_default(),
            redirects: Vec::new(),
        };
        self.take_cookies(port);
    }

    fn take_cookies(&mut self, port: u16) {
        for cookie in self.page.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap().to_owned();
            let scope = between(cookie, "Path=", ";").unwrap().to_owned();
            let key = (port, name.to_owned());
            if cookie.contains("Max-Age=0") {
                self.cookies.remove(&key);
            } else {
                self.cookies.insert(key, (value, scope));
            }
        }
    }
}

/// RFC 6265 section 5.1.4.
fn in_scope(path: &str, scope: &str) -> bool {
    path.strip_prefix(scope)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#']))
}

pub fn port_of(url: &str) -> u16 {
    let authority = url
        .strip_prefix("http://")
        .unwrap()
        .split('/')
        .next()
        .unwrap();
    authority.rsplit(':').next().unwrap().parse().unwrap()
}
