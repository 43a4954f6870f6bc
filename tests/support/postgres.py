"""A PostgreSQL of the test's own: made in a folder of its own, reached by a socket there, gone afterwards."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.support.lacking import lacking
from tests.support.receiver import wait_until

_ACCOUNT = "nobody"  # the server refuses to run as root


def server_programs() -> Path | None:
    """Return the folder that holds initdb and postgres, or None."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("initdb")
    folders += [Path(found).resolve().parent] if found else []
    return next((f for f in folders if (f / "initdb").exists() and (f / "postgres").exists()), None)


@contextmanager
def open_postgres() -> Iterator[str]:
    """Yield the address of an empty database; skip the test where there is no server program."""
    programs = server_programs()
    if programs is None:
        lacking("no PostgreSQL server: apt-get install postgresql")
    with tempfile.TemporaryDirectory(prefix="secondread-pg-") as place:
        account = _ACCOUNT if os.geteuid() == 0 else None
        if account:
            shutil.chown(place, account)
        data = Path(place) / "data"
        make = [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "secondread",
            "-A",
            "trust",
            "--locale=C",
            "-E",
            "UTF8",
            "--no-sync",
        ]
        subprocess.run(make, user=account, cwd=place, check=True, capture_output=True, timeout=120)
        serve = [programs / "postgres", "-D", data, "-k", place, "-c", "listen_addresses=", "-c", "fsync=off"]
        with (Path(place) / "log").open("wb") as log:
            server = subprocess.Popen(serve, user=account, cwd=place, stdout=log, stderr=log)
        try:
            wait_until(lambda: _answers(place), seconds=60, what="PostgreSQL's first answer")
            yield f"postgresql+psycopg://secondread@/postgres?host={place}"
        finally:
            server.send_signal(signal.SIGINT)  # its fast way to end
            server.wait(timeout=60)


def _answers(place: str) -> bool:
    try:
        psycopg.connect(f"host={place} user=secondread dbname=postgres").close()
    except psycopg.OperationalError:
        return False
    return True
