"""`serve`: one uvicorn process with the upload router, Flask and the workflows in it."""

import contextlib
import logging
import socket
import sys
from dataclasses import replace
from pathlib import Path

import uvicorn

from secondread_server.adapters.database.migrate import migrate
from secondread_server.adapters.folder_lock import FolderLock
from secondread_server.adapters.upload_files import RouterStorage
from secondread_server.adapters.workflows import DbosWorkflows
from secondread_server.composition import (
    Workplace,
    build_office,
    build_workplace,
    database_url,
    mend,
    place_key,
    workflow_database_url,
)
from secondread_server.errors import SettingsUnusable
from secondread_server.settings import Settings
from secondread_server.web.asgi import Background, Parts, console_part, create_asgi, upload_gate
from secondread_server.web.console.app import create_console
from secondread_server.web.console.shown_settings import shown_settings
from secondread_server.web.head_limit import LimitedHeads
from secondread_server.web.receiver.app import create_receiver
from secondread_shared.redaction import install_event_log, log_event

_GRACE_S = 10
_log = logging.getLogger(__name__)


def serve(settings: Settings, data: Path, *, host: str, port: int, apps: frozenset[str]) -> None:
    """Serve some of `receiver` and `console` until a signal ends it. Raises `DataFolderInUse`, or `OSError`.

    The console alone runs beside a receiver on the same data folder: it takes no uploads and starts no workflows.
    """
    install_event_log(sys.stderr)
    with contextlib.ExitStack() as kept:
        lock = FolderLock(data / ("receiver.lock" if "receiver" in apps else "console.lock"))
        kept.callback(lock.release)
        migrate(database_url(settings, data))
        listener = kept.enter_context(_listen(host, port))
        public_url = settings.server.public_url or _address(listener, host)
        workplace = build_workplace(settings, data, public_url=public_url)
        kept.callback(workplace.engine.dispose)
        key = place_key(data)
        parts, background = Parts(), Background(launch=_nothing, close=_nothing, each_minute=_nothing)
        if "receiver" in apps:
            parts, background = _receiver(workplace, settings, data, key=key)
        if "console" in apps:
            office = build_office(workplace, settings)
            kept.callback(office.frames.close)
            shown = shown_settings(settings, public_url=public_url)
            is_secure = public_url.startswith("https:")
            pages = create_console(office, place_key=key, is_secure=is_secure, settings=shown)
            parts = replace(parts, console=console_part(pages, office=office, place_key=key))
        log_event(_log, "listening", port=listener.getsockname()[1])
        sys.stdout.write(f"The receiver listens at {_address(listener, host)}\n")
        sys.stdout.flush()
        uvicorn.Server(_config(create_asgi(parts=parts, background=background), settings)).run(sockets=[listener])


def _receiver(workplace: Workplace, settings: Settings, data: Path, *, key: bytes) -> tuple[Parts, Background]:
    """Return the receiver's parts, and what runs beside them."""
    desk = workplace.desk
    workflows = DbosWorkflows(
        database_url=workflow_database_url(settings, data), executor_id=settings.server.executor_id, desk=desk
    )
    background = Background(launch=workflows.launch, close=workflows.close, each_minute=lambda: mend(desk, workflows))
    flask = create_receiver(desk, workflows=workflows, place_key=key, simulator=workplace.simulator)
    return Parts(receiver=flask, uploads=upload_gate(desk, RouterStorage(workplace.upload_folder))), background


def _nothing() -> None:
    """Do nothing."""


def _config(app: object, settings: Settings) -> uvicorn.Config:
    trusted = settings.server.trusted_proxies
    return uvicorn.Config(
        app,  # type: ignore[arg-type]
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(trusted),
        forwarded_allow_ips=trusted or None,
        timeout_graceful_shutdown=_GRACE_S,
        http=LimitedHeads,
        ws="none",
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    except (OverflowError, UnicodeError):
        listener.close()
        raise SettingsUnusable("the host or the port does not stand: a port is a number from 0 to 65535") from None
    return listener


def _address(listener: socket.socket, host: str) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listener.getsockname()[1]}"
