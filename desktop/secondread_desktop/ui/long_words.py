"""Words that are too long for any line, as only a hostile or broken disc has them, made fit to be shown."""

import re

MOST_SHOWN = 200  # characters; the longest value of a name is 64 for each of its parts (PS3.5 §6.2)
MOST_RUN = 24
_BREAK = "\u200b"  # zero width space: a line may end here


def breakable(text: str, *, most: int = MOST_RUN) -> str:
    """Return the text with places where a line may end in words of more than `most` letters."""
    return re.sub(rf"\S{{{most}}}(?=\S)", lambda run: run[0] + _BREAK, text)


def shortened(text: str) -> str:
    """Return the beginning of a text that is longer than any that is meant to be read."""
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
