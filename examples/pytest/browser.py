"""As much of a browser as tests without one need: pages, their forms, and cookies."""

from html.parser import HTMLParser
from urllib.parse import urljoin

import requests


class Browser:
    """A person's browser, at one site."""

    def __init__(self, base_url):
        self.base_url = base_url
        self.session = requests.Session()
        # A proxy of the environment is for the network, not for this machine.
        self.session.trust_env = False
        self.page = None
        self.response = None

    def open(self, path):
        """Opens a page by its path in the site."""
        self._show(self.session.get(urljoin(self.base_url, path)))

    def press(self, button, **fields):
        """Fills in the form that has this button, and presses it."""
        form = next(form for form in self.page.forms if button in form["buttons"])
        address = urljoin(self.response.url, form["action"])
        self._show(self.session.post(address, data={**form["hidden"], **fields}))

    def follow(self, link):
        """Follows the link with this text."""
        href = next(href for href, text in self.page.links if text == link)
        self._show(self.session.get(urljoin(self.response.url, href)))

    def picture(self, source):
        """The bytes of the picture whose address ends so."""
        address = next(src for src, _ in self.page.links if src.endswith(source))
        return self.session.get(urljoin(self.response.url, address)).content

    def has_button(self, button):
        """Whether the page has this button."""
        return any(button in form["buttons"] for form in self.page.forms)

    def _show(self, response):
        self.response = response
        self.page = _Page(response.text)


class _Page(HTMLParser):
    """The forms, links, alerts and recovery codes of a page."""

    def __init__(self, html):
        super().__init__()
        self.forms, self.links, self.alerts, self.codes = [], [], [], []
        self._open = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.forms.append({"action": attrs["action"], "hidden": {}, "buttons": []})
        elif tag == "input" and attrs.get("type") == "hidden":
            self.forms[-1]["hidden"][attrs["name"]] = attrs.get("value", "")
        elif tag in ("a", "button", "code") or attrs.get("role") == "alert":
            self._open.append([tag, attrs, ""])

    def handle_data(self, data):
        for element in self._open:
            element[2] += data

    def handle_endtag(self, tag):
        if self._open and self._open[-1][0] == tag:
            tag, attrs, text = self._open.pop()
            self._keep(tag, attrs, text.strip())

    def _keep(self, tag, attrs, text):
        if tag == "a":
            self.links.append((attrs.get("href", ""), text))
        elif tag == "button" and self.forms:
            self.forms[-1]["buttons"].append(text)
        elif tag == "code":
            self.codes.append(text)
        else:
            self.alerts.append(text)
