"""The commands and their options."""

import argparse
import math
from pathlib import Path

_SOURCE_HELP = "a folder, a mounted disc, a ZIP file or a disc image"
_MOST = 1_000_000


def parser() -> argparse.ArgumentParser:
    """Return the parser of `secondread`."""
    top = argparse.ArgumentParser(
        prog="secondread",
        description="Find the images on a disc and send them, whole and verified, to a second-opinion programme.",
    )
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_window(commands.add_parser("window", help="open the window; so does secondread without a command"))
    _add_scan(commands.add_parser("scan", help="show what is on discs or in folders; sends nothing"))
    _add_preview(commands.add_parser("preview", help="write one picture of an image or a document as a PNG"))
    _add_send(commands.add_parser("send", help="send the images of discs or folders to a programme"))
    _add_resume(commands.add_parser("resume", help="go on with what was interrupted"))
    _add_outbox(commands.add_parser("outbox", help="cases that are not finished"))
    _add_doctor(commands.add_parser("doctor", help="check this computer"))
    _add_example(commands.add_parser("intake-example", help="print a complete intake for a programme, to edit"))
    return top


def _add_window(command: argparse.ArgumentParser) -> None:
    command.add_argument("link", nargs="?", metavar="LINK", help="the programme's address, or its secondread: link")
    command.add_argument("--source", action="append", default=[], metavar="SOURCE", help="begin with a folder or disc")
    command.add_argument("--language", metavar="TAG", help="speak this language, for example de, not the computer's")
    _add_state(command)


def _add_scan(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--letter", type=Path, metavar="FILE", help="write a letter that asks the hospital for what is missing"
    )
    command.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCE_HELP)
    _add_password_file(command)
    _add_json(command)


def _add_preview(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE", help="an image, a PDF, a JPEG or a PNG")
    command.add_argument("--out", type=Path, required=True, metavar="PNG", help="the file to write")
    command.add_argument("--frame", type=_from_one, default=1, metavar="N", help="which picture or page, from 1")
    command.add_argument("--window", type=_window, metavar="CENTRE,WIDTH", help="brightness, in the file's units")
    command.add_argument("--size", type=_from_one, metavar="PIXELS", help="make the longer side no longer than this")
    command.add_argument("--bare", action="store_true", help="leave out what the file draws over the image")
    _add_json(command)


def _add_send(command: argparse.ArgumentParser) -> None:
    command.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCE_HELP)
    command.add_argument("--receiver", required=True, metavar="URL", help="the programme's address")
    command.add_argument("--intake", required=True, metavar="FILE", help="the patient's details as JSON; - reads input")
    command.add_argument("--study", action="append", default=[], metavar="UID", help="send this exam only; repeatable")
    command.add_argument("--attach", action="append", default=[], metavar="FILE", help="a document to go along")
    command.add_argument("--patient", metavar="PATIENT_ID", help="send the images with this patient id only")
    command.add_argument("--identity-confirmed", metavar="REASON", help="why these are the right person's images")
    command.add_argument("--key", metavar="KEY", help="a name for this sending; the same key is the same case")
    _add_password_file(command)
    _add_without(command)
    _add_patience(command)
    _add_state(command)
    _add_json(command)


def _add_resume(command: argparse.ArgumentParser) -> None:
    command.add_argument("--case", metavar="CASE", help="one case only, by id or case number")
    _add_password_file(command)
    _add_without(command)
    _add_patience(command)
    _add_state(command)
    _add_json(command)


def _add_outbox(command: argparse.ArgumentParser) -> None:
    actions = command.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="show the cases that are not finished")
    cancelling = actions.add_parser("cancel", help="withdraw a case at the programme and forget it here")
    cancelling.add_argument("--case", required=True, metavar="CASE", help="the case, by id or case number")
    _add_patience(cancelling)
    for action in (listing, cancelling):
        _add_state(action)
        _add_json(action)


def _add_doctor(command: argparse.ArgumentParser) -> None:
    _add_state(command)
    _add_json(command)


def _add_example(command: argparse.ArgumentParser) -> None:
    command.add_argument("--receiver", required=True, metavar="URL", help="the programme's address")


def _add_password_file(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--password-file", metavar="FILE", help="passwords of locked ZIP files, one a line, tried in their order"
    )


def _add_without(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--without-unreadable", action="store_true", help="send the rest when files of the disc cannot be read"
    )


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON for programs instead of sentences")


def _add_state(command: argparse.ArgumentParser) -> None:
    command.add_argument("--state", type=Path, metavar="DIR", help="this program's own folder")


def _add_patience(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--patience",
        type=_seconds,
        default=600.0,
        metavar="SECONDS",
        help="stop after so long without progress (600)",
    )


def _from_one(text: str) -> int:
    value = int(text)
    if not 1 <= value <= _MOST:
        raise argparse.ArgumentTypeError("not a number from 1 on")
    return value


def _window(text: str) -> tuple[float, float]:
    parts = [float(part) for part in text.split(",")]
    if len(parts) != 2 or not all(math.isfinite(part) for part in parts) or parts[1] <= 0:
        raise argparse.ArgumentTypeError("not a centre and a width, such as 40,400")
    return parts[0], parts[1]


def _seconds(text: str) -> float:
    value = float(text)
    if not math.isfinite(value) or value < 0:
        raise argparse.ArgumentTypeError("not a number of seconds")
    return value
