"""The language of the window: one for a run, chosen before the first sentence is read.

Sentences stand in English in `ui/sentences`, wrapped in `tr`, where Qt's `lupdate` finds them; `ui/languages` holds
what Qt Linguist made of them (`python3 installer/languages.py` brings both up to date). The command line speaks
English and never loads Qt.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

ENGLISH = "en"
FOLDER = Path(__file__).with_name("languages")


class AlreadySpoken(RuntimeError):
    """Sentences were read in another language before this one was chosen: a bug."""


class Language:
    """One language: its sentences, its plurals, and how it writes numbers."""

    def __init__(self, code: str) -> None:
        from PySide6.QtCore import QLocale, QTranslator

        self.code = code
        self.locale = QLocale(code)
        self._sentences = QTranslator()
        self._of_qt = QTranslator()
        self._sentences.load(str(FOLDER / f"secondread_{code}.qm"))

    def say(self, text: str, comment: str, count: int | None) -> str:
        """Return a sentence in this language; English where nobody has translated it yet."""
        said = self._sentences.translate("", text, comment, -1 if count is None else count) or text
        return said if count is None else said.replace("%n", self.number(count))

    def teach(self, app: "QCoreApplication") -> None:
        """Let Qt's own words (Copy, Paste, Choose) be in this language too."""
        from PySide6.QtCore import QLibraryInfo, QLocale

        QLocale.setDefault(self.locale)
        self._of_qt.load(f"qtbase_{self.code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        app.installTranslator(self._of_qt)

    def number(self, value: int) -> str:
        """Return a whole number with its thousands apart."""
        return self.locale.toString(value)

    def decimal(self, value: float) -> str:
        """Return a number with one digit after the point."""
        return self.locale.toString(value, "f", 1)


_chosen: list[Language] = []


def codes() -> tuple[str, ...]:
    """Return the languages that the window speaks."""
    return tuple(sorted(path.stem.removeprefix("secondread_") for path in FOLDER.glob("*.qm")))


def choose(wanted: Sequence[str] = ()) -> None:
    """Speak the first of the wanted languages (RFC 5646 tags) that there is, or English.

    Without any, what the computer is set to counts. Raises `AlreadySpoken` when that comes too late.
    """
    tags = [tag.lower().replace("_", "-").partition("-")[0] for tag in wanted or _of_this_computer()]
    code = next((tag for tag in tags if tag in codes()), ENGLISH)
    if _chosen and _chosen[0].code != code:
        raise AlreadySpoken(code)
    if not _chosen:
        _chosen.append(Language(code))


def spoken() -> Language:
    """Return the language of this run: English unless another was chosen."""
    if not _chosen:
        _chosen.append(Language(ENGLISH))
    return _chosen[0]


def tr(text: str, comment: str = "", count: int | None = None) -> str:
    """Return a sentence in the language of this run, with `count` in the place of `%n`.

    `comment` tells a translator which of two meanings is meant. Values go in afterwards, by `str.format`.
    """
    return spoken().say(text, comment, count)


def QT_TR_NOOP(text: str) -> str:  # noqa: N802 - the name by which lupdate knows what is translated later
    """Return the text as it is; `tr` says it where it is shown."""
    return text


@cache
def _of_this_computer() -> tuple[str, ...]:
    from PySide6.QtCore import QLocale

    return tuple(QLocale.system().uiLanguages())
