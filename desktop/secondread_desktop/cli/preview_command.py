"""`secondread preview`: one frame of an image, or one page of a document, as a PNG."""

import argparse
import threading
from pathlib import Path
from typing import Any

from secondread_desktop.adapters.png_file import write_png
from secondread_desktop.cli import exits
from secondread_desktop.cli.console import Console
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.look import Look
from secondread_desktop.errors import DiscUnreadable
from secondread_desktop.services.parts import Parts
from secondread_desktop.services.pictures import Pictures
from secondread_desktop.ui.texts import UNSHOWN
from secondread_shared.frames.picture import FrameUnshowable, Picture, Window

_HEAD = 1024  # bytes, in which a PDF has its mark
_DOCUMENTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def run_preview(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    """Draw, and write the picture. Exit 3 with the reason if there is none to draw."""
    folder, file, is_document = _named(options.file, parts)
    window = None if options.window is None else Window(*options.window)
    look = Look(
        file, frame=options.frame - 1, window=window, fit=options.size, is_document=is_document, is_bare=options.bare
    )
    pictures = Pictures(parts.medium, parts.frames)
    try:
        picture = pictures.show((folder,), look, cancel=threading.Event())
    except FrameUnshowable as refusal:
        told = {"shown": False, "reason": refusal.reason.value, "seconds": refusal.seconds}
        console.result(told, UNSHOWN[refusal.reason])
        return exits.PERSON_MUST_ACT
    finally:
        pictures.close()
    size = write_png(options.out, picture)
    console.result(_told(picture, options.frame) | {"bytes": size}, _sentence(picture, options.frame))
    return exits.DONE


def _named(path: Path, parts: Parts) -> tuple[str, FoundFile, bool]:
    """Return the file's folder, the file, and whether it is a document, by its first bytes."""
    try:
        path = path.resolve()  # a link that was named is meant; the medium follows none by itself
        folder = str(path.parent)
        with parts.medium(folder, 1).open((path.name,)) as opened:
            head = opened.stream.read(_HEAD)
            is_image = head[128:132] == b"DICM"
            is_document = not is_image and (head.startswith(_DOCUMENTS) or b"%PDF-" in head)
            return folder, FoundFile(1, (path.name,), opened.size, opened.mtime_ns), is_document
    except (OSError, ValueError, RuntimeError):
        raise DiscUnreadable(1) from None


def _told(picture: Picture, frame: int) -> dict[str, Any]:
    """Return facts that hold no free text of the file's."""
    window = picture.window
    return {
        "shown": True,
        "frame": frame,
        "frames": picture.frame_count,
        "width": picture.width,
        "height": picture.height,
        "aspect": picture.aspect,
        "window": None if window is None else {"centre": window.centre, "width": window.width},
        "overlays": picture.overlays,
        "frames_per_second": picture.pace,
    }


def _sentence(picture: Picture, frame: int) -> str:
    return f"Picture {frame} of {picture.frame_count}: {picture.width} by {picture.height} pixels, written."
