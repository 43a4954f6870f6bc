"""What an English sentence of the window, or a part of it, is in another language: read from Qt Linguist's files."""

import html
import re
from dataclasses import dataclass, field
from pathlib import Path

from secondread_desktop.ui.language import FOLDER

_MESSAGE = re.compile(r"<message.*?</message>", re.DOTALL)
_SOURCE = re.compile(r"<source>(.*?)</source>", re.DOTALL)
_SAID = re.compile(r"<(?:translation|numerusform)>(.*?)</(?:translation|numerusform)>", re.DOTALL)
_PLACE = re.compile(r"(\{\w+\}|%n)")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence and its translations: one, or one a plural form."""

    source: str
    said: tuple[str, ...]


def messages_of(file: Path) -> list[Message]:
    """Return the messages of a `.ts`."""
    found = _MESSAGE.findall(file.read_text(encoding="utf-8"))
    return [
        Message(
            source=html.unescape(_SOURCE.search(one)[1]),
            said=tuple(html.unescape(said) for said in _SAID.findall(one) if not said.strip().startswith("<")),
        )
        for one in found
    ]


def places(text: str) -> list[str]:
    """Return where values go into a sentence."""
    return sorted(_PLACE.findall(text))


@dataclass(slots=True)
class Phrasebook:
    """Turns what a test says in English into the window's language."""

    code: str = "en"
    _messages: list[Message] = field(default_factory=list)
    _plurals: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._plurals = {one.source: one.said for one in messages_of(FOLDER / "secondread_en.ts")}
        if self.code != "en":
            self._messages = messages_of(FOLDER / f"secondread_{self.code}.ts")

    def __call__(self, text: str) -> str:
        """Return the same in the window's language. Raises `LookupError` for what nobody says."""
        if self.code == "en":
            return text
        found = self._whole(text) or self._filled(text) or self._part(text)
        if found is None:
            raise LookupError(text)
        return found

    def _whole(self, text: str) -> str | None:
        return next((one.said[-1] for one in self._messages if one.source == text), None)

    def _filled(self, text: str) -> str | None:
        """Return the sentence with the most words of its own whose values are numbers or sentences themselves."""
        found: list[tuple[int, str]] = []
        for one in self._messages:
            for form in self._plurals.get(one.source, (one.source,)):
                names = _PLACE.findall(form)
                fitting = re.fullmatch("(.+)".join(map(re.escape, _PLACE.split(form)[::2])), text) if names else None
                if fitting and all(value.isdecimal() or self._whole(value) for value in fitting.groups()):
                    filled = one.said[-1]
                    for name, value in zip(names, fitting.groups(), strict=True):
                        filled = filled.replace(name, self._whole(value) or value)
                    found.append((len(_PLACE.sub("", form)), filled))
        return max(found)[1] if found else None

    def _part(self, text: str) -> str | None:
        """Return the first words, up to a value, of the one sentence that begins with the text or holds it."""
        beginning = {one.said[-1] for one in self._messages if one.source.startswith(text)}
        holding = beginning or {one.said[-1] for one in self._messages if text in one.source}
        pieces = [piece.strip() for piece in _PLACE.split(holding.pop())[::2]] if len(holding) == 1 else []
        return next(filter(None, pieces), None)
