"""The composition root: puts real parts together and runs a command. The only place that knows them all."""

import logging
import os
import secrets
import signal
import sys
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, TextIO, cast

from secondread_desktop.cli.run import run
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.services.drive_ports import Drives
from secondread_desktop.services.parts import Parts, State
from secondread_desktop.services.passwords import PasswordBook
from secondread_desktop.services.ports import Contents, Frames, Link
from secondread_shared.ids import new_case_id, new_token

FRAME_WORKER = "frame-worker"  # a word of ours alone: see `adapters.frame_worker`


def main(arguments: list[str] | None = None) -> int:
    """Run `secondread` and return its exit code."""
    logging.getLogger().addHandler(logging.NullHandler())  # libraries may quote values of images: nothing to a screen
    signal.signal(signal.SIGTERM, _interrupt)
    _speak_utf8(sys.stdout)
    given = sys.argv[1:] if arguments is None else arguments
    if given == [FRAME_WORKER]:
        return _serve_frames()
    code = run(given or ["window"], real_parts(), out=sys.stdout)
    _let_go_of(sys.stdout)
    return code


def real_parts() -> Parts:
    """Return the parts that touch the real world; what is heavy is imported when it is first used."""
    from secondread_desktop.adapters.archive_shelf import ArchiveShelf
    from secondread_desktop.adapters.media_folder import MediaFolder
    from secondread_desktop.adapters.programme_file import address_in, remember_programme, remembered_programme
    from secondread_desktop.adapters.system import SystemClock, default_state_folder, now, today

    passwords = PasswordBook()
    return Parts(
        connect=_connect,
        medium=partial(MediaFolder, shelf=ArchiveShelf(passwords)),
        passwords=passwords,
        contents=_contents,
        drives=_drives,
        frames=_frames,
        named_document=_named_document,
        open_state=_open_state,
        read_state=_read_state,
        examine_system=_examine,
        default_state=default_state_folder,
        remembered_programme=remembered_programme,
        address_in=address_in,
        remember_programme=remember_programme,
        clock=SystemClock(),
        jitter=secrets.SystemRandom().random,
        now=now,
        today=today,
        new_case_id=new_case_id,
        new_token=new_token,
    )


def _connect(receiver: str, token: str | None) -> Link:
    from secondread_desktop.adapters.receiver_api import HttpLink

    return HttpLink(receiver, token)


def _contents() -> Contents:
    from secondread_desktop.adapters.contents import FileContents

    return FileContents()


def _drives() -> Drives:
    from secondread_desktop.adapters.drives import system_drives

    return system_drives()


def _serve_frames() -> int:
    from secondread_desktop.adapters.frame_child import serve

    return serve()


def _frames() -> Frames:
    from secondread_desktop.adapters.frame_worker import FrameWorker

    return FrameWorker()


def _named_document(path: str, number: int) -> FoundFile:
    from secondread_desktop.adapters.media_folder import named_document

    return named_document(path, number)


def _open_state(path: Path) -> AbstractContextManager[State]:
    from secondread_desktop.adapters.credentials import system_keyring
    from secondread_desktop.adapters.state_folder import opened

    return cast("AbstractContextManager[State]", opened(path, system_keyring))


def _read_state(path: Path) -> AbstractContextManager[State]:
    from secondread_desktop.adapters.credentials import system_keyring
    from secondread_desktop.adapters.state_folder import looked_at

    return cast("AbstractContextManager[State]", looked_at(path, system_keyring))


def _examine(state: Path) -> dict[str, Any]:
    from secondread_desktop.adapters.doctor import examine

    return examine(state)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _let_go_of(stream: TextIO) -> None:
    """Throw away what can no longer be printed, or the interpreter would complain of it at its end."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _speak_utf8(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
