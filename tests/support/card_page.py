"""Acts as the person on the simulator's card page, without a browser: looks at it, types a card, presses a button."""

import datetime
import urllib.parse
import urllib.request

from secondread_server.core.card_form import DECLINED_CARD, GOOD_CARD


def authorise(url: str) -> str:
    """Type the good card and authorise; return the page that follows."""
    return press(url, outcome="authorise", **card(GOOD_CARD))


def decline(url: str) -> str:
    """Try the declined card, then give up: the payment ends as declined."""
    press(url, outcome="authorise", **card(DECLINED_CARD))
    return press(url, outcome="cancel")


def cancel(url: str) -> str:
    """Give up at once: the payment ends as cancelled."""
    return press(url, outcome="cancel")


def card(number: str) -> dict[str, str]:
    """Return the fields of a card that is valid until the end of next year."""
    return {"number": number, "expiry": f"12 / {datetime.datetime.now(datetime.UTC).year % 100 + 1:02}", "code": "123"}


def look(url: str) -> str:
    """Return the page."""
    return _open(url, None)


def press(url: str, **fields: str) -> str:
    """Send the form, as a browser does after having shown the page; return the page that follows."""
    assert "<form" in look(url) or "close this page" in look(url).lower()
    return _open(url, urllib.parse.urlencode(fields).encode())


def _open(url: str, form: bytes | None) -> str:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url, data=form, timeout=30) as page:
        return page.read().decode()
