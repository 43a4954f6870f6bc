"""English without Qt, for the commands: the sentences that they share with the window, as the window says them."""

import datetime
from collections.abc import Callable

Say = Callable[..., str]  # `language.tr`, or `plain_english`: a text, a comment for translators, a count

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def plain_date(iso: str) -> str:
    """Return `3 March 1951`; anything that is not a whole date as it stands."""
    try:
        date = datetime.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def plain_english(text: str, _comment: str = "", count: int | None = None) -> str:
    """Return a sentence with its count. Only regular plurals, `file(s)`, can be shared."""
    if count is None:
        return text
    return text.replace("%n", f"{count:,}").replace("(s)", "" if count == 1 else "s")
