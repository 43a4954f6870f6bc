"""Looks at a pressed disc as the program does, in the order of names."""

import json
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from secondread_desktop.adapters.archive_shelf import ArchiveShelf
from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.cli.scan_command import report_of
from secondread_desktop.core.catalogue import Catalogue
from secondread_desktop.services.passwords import PasswordBook
from secondread_desktop.services.ports import Medium
from secondread_desktop.services.scan import scan
from tests.desktop.disc_kinds.careful_medium import InOrderOfNames
from tests.desktop.disc_kinds.pressing import Disc, Kind, Mutate, as_it_is, press
from tests.support.fakes import Told

REPORTS = Path(__file__).resolve().parents[1] / "disc_reports"


def media_of(made: Disc, sources: tuple[Path, ...]) -> list[InOrderOfNames]:
    """Return the sources of a pressed disc as media."""
    book = PasswordBook()
    book.add(made.passwords)
    shelf = ArchiveShelf(book)
    return [
        InOrderOfNames(MediaFolder(str(source), number, shelf=shelf), made)
        for number, source in enumerate(sources, start=1)
    ]


def catalogue_of(media: Sequence[Medium]) -> Catalogue:
    """Scan the media."""
    return scan(media, contents=FileContents(), tell=Told(), cancel=threading.Event())


def report(made: Disc, folder: Path, mutate: Mutate = as_it_is) -> dict[str, Any]:
    """Press a disc into a new folder, and return its report as a program would read it."""
    media = media_of(made, press(made, folder, mutate))
    return json.loads(json.dumps(report_of(catalogue_of(media))))


def expected_at(kind: Kind) -> Path:
    """Return where the report stands that a kind of disc must have."""
    return REPORTS / f"{kind.slug}.json"


def as_text(value: dict[str, Any]) -> str:
    """Return a report as it is kept: for the eye, letters as they are."""
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
