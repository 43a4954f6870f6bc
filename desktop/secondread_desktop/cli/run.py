"""From arguments to an exit code."""

import argparse
from collections.abc import Callable, Sequence
from typing import TextIO

from secondread_desktop.cli import exits
from secondread_desktop.cli.arguments import parser
from secondread_desktop.cli.console import Console
from secondread_desktop.core.programme_address import is_link
from secondread_desktop.errors import DesktopError, OutputLost, StoppedEarly
from secondread_desktop.services.parts import Parts

Command = Callable[..., int]


def run(arguments: Sequence[str], parts: Parts, *, out: TextIO) -> int:
    """Run one command and return its exit code. Raises `SystemExit` for wrong usage or `--help`."""
    is_opened_by_link = bool(arguments) and is_link(arguments[0])
    options = parser().parse_args(["window", *arguments] if is_opened_by_link else arguments)
    console = Console(out, is_json=getattr(options, "json", False), now_s=parts.clock.now_s)
    try:
        return _run(options, parts, console=console)
    except OutputLost:
        return exits.INTERRUPTED  # and quietly: there is nobody to tell


def _run(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    try:
        return _command(options)(options, parts, console=console)
    except KeyboardInterrupt:
        console.error(StoppedEarly())
        return exits.INTERRUPTED
    except DesktopError as error:
        console.error(error)
        return exits.exit_code_of(error)


def _command(options: argparse.Namespace) -> Command:
    """Return the function of a command, importing only what that command needs."""
    if options.command == "scan":
        from secondread_desktop.cli.scan_command import run_scan

        return run_scan
    if options.command in ("send", "resume"):
        from secondread_desktop.cli.send_command import run_resume, run_send

        return run_send if options.command == "send" else run_resume
    if options.command == "preview":
        from secondread_desktop.cli.preview_command import run_preview

        return run_preview
    if options.command == "outbox":
        from secondread_desktop.cli.outbox_command import run_outbox

        return run_outbox
    if options.command == "window":
        from secondread_desktop.cli.window_command import run_window

        return run_window
    from secondread_desktop.cli.doctor_command import run_doctor, run_example

    return run_doctor if options.command == "doctor" else run_example
