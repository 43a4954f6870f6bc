"""`serve`: one uvicorn process with the upload router, Flask and the workflows in it."""

import logging
import socket
import sys
from pathlib import Path

import uvicorn

from secondread_server.adapters.database.migrate import migrate
from secondread_server.adapters.folder_lock import FolderLock
from secondread_server.adapters.upload_files import RouterStorage
from secondread_server.adapters.workflows import DbosWorkflows
from secondread_server.composition import build_workplace, database_url, mend, place_key, workflow_database_url
from secondread_server.settings import Settings
from secondread_server.web.asgi import Background, create_asgi
from secondread_server.web.receiver.app import create_receiver
from secondread_shared.redaction import install_event_log, log_event

_GRACE_S = 10
_log = logging.getLogger(__name__)


def serve(settings: Settings, data: Path, *, host: str, port: int) -> None:
    """Serve until a signal ends it. Raises `DataFolderInUse`, or `OSError` if the port is taken."""
    install_event_log(sys.stderr)
    lock = FolderLock(data / "receiver.lock")
    migrate(database_url(settings, data))
    listener = _listen(host, port)
    address = _address(listener, host)
    workplace = build_workplace(settings, data, public_url=settings.server.public_url or address)
    desk = workplace.desk
    workflows = DbosWorkflows(
        database_url=workflow_database_url(settings, data), executor_id=settings.server.executor_id, desk=desk
    )
    background = Background(launch=workflows.launch, close=workflows.close, each_minute=lambda: mend(desk, workflows))
    flask = create_receiver(desk, workflows=workflows, place_key=place_key(data), simulator=workplace.simulator)
    app = create_asgi(desk=desk, storage=RouterStorage(workplace.upload_folder), flask=flask, background=background)
    log_event(_log, "listening", port=listener.getsockname()[1])
    sys.stdout.write(f"The receiver listens at {address}\n")
    sys.stdout.flush()
    uvicorn.Server(_config(app, settings)).run(sockets=[listener])
    workplace.engine.dispose()
    lock.release()


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
        http="httptools",
        ws="none",
    )


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((host, port))
    return listener


def _address(listener: socket.socket, host: str) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"http://{name}:{listener.getsockname()[1]}"
