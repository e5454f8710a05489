"""Setting up codes, logging in with one, and losing the device: on a site in the style of
Infura, where using the backup code turns two-factor authentication off."""

import pytest
from browser import Browser

USER = "alice"


@pytest.fixture
def keytick_world_options():
    return {"profile": "infura"}


@pytest.fixture
def browser(keytick_world):
    return Browser(keytick_world.base_url)


def type_password(browser):
    browser.open("login")
    browser.press("Log in", identifier=USER, password="demo")


def enrol(browser, device):
    """Sets codes up with the QR code on the page; gives the backup code."""
    type_password(browser)
    browser.open("settings/security")
    browser.press("Enable")
    device.scan(browser.picture("qr.png"))
    browser.press("Verify", code=device.code())
    (backup_code,) = browser.page.codes
    browser.press("Continue")
    browser.press("Log out")
    return backup_code


def test_a_person_sets_codes_up_and_logs_in_with_one(browser, keytick_world, keytick_device):
    enrol(browser, keytick_device)
    assert keytick_world.user(USER)["factor"] == "on"

    type_password(browser)
    browser.press("Verify", code=keytick_device.code())
    assert browser.has_button("Log out")


def test_the_backup_code_lets_a_person_in_who_lost_the_device(
    browser, keytick_world, keytick_device
):
    backup_code = enrol(browser, keytick_device)
    keytick_device.lose()

    type_password(browser)
    browser.follow("Backup Code")
    browser.press("Verify", code=backup_code)
    assert browser.has_button("Log out")
    assert keytick_world.user(USER)["factor"] == "off"


def test_the_log_says_why_a_code_was_refused_and_so_does_the_device(
    browser, keytick_world, keytick_device
):
    enrol(browser, keytick_device)
    keytick_device.set_clock(ahead=90)

    type_password(browser)
    code = keytick_device.code()
    browser.press("Verify", code=code)
    assert browser.page.alerts == ["The code is wrong."]

    (refused,) = keytick_world.events(type="challenge.failed")
    assert "totp.window=[-1,1], delta=+3" in refused["rule"]
    why = keytick_device.explain(code, date=browser.response.headers["Date"])
    assert (why["why"], why["ahead"], why["delta"]) == ("clock", 90, 3)
