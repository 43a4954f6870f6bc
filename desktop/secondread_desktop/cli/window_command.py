"""`secondread window`, which is also what `secondread` alone does."""

import argparse

from secondread_desktop.cli.console import Console
from secondread_desktop.services.parts import Parts
from secondread_desktop.ui import language


def run_window(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    """Open the window and return once it is closed. Raises `StateInUse` after a window has said so."""
    del console  # a window speaks for itself
    language.choose((options.language,) if options.language else ())
    from secondread_desktop.ui.app import Opening, open_window  # its sentences are read in the chosen language

    opening = Opening(link=options.link or "", sources=tuple(options.source))
    return open_window(opening, parts, folder=options.state or parts.default_state())
