"""`secondread-server`: what an operator types. Thin: parses, calls, prints."""

import argparse
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from secondread_server.errors import DataFolderInUse, ServerError, SettingsUnusable, StaffExists
from secondread_server.settings import FILE_NAME, Settings, load_settings
from secondread_shared.durable import private_folder, write_durably
from secondread_shared.states import Role

OK, FAILED, USAGE = 0, 1, 2
_SENTENCES = {
    DataFolderInUse: "Another receiver is using this data folder. Stop it first, or choose another folder.",
    StaffExists: "Somebody with this e-mail address is in the list already.",
}


def run(arguments: list[str]) -> int:
    """Run one command and return the exit code: 0 done, 1 could not be done, 2 usage."""
    options = _parser().parse_args(arguments)
    os.umask(0o077)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except SettingsUnusable as error:
        return _say(error.reason)
    except ServerError as error:
        return _say(_SENTENCES.get(type(error), f"This could not be done: {type(error).__name__} {error.reason}"))
    except OSError as error:
        return _say(f"This could not be done: {error.strerror or type(error).__name__}")
    except _database_errors():
        return _say("The database cannot be used: it does not answer, is damaged, or is of another version.")


def _database_errors() -> tuple[type[Exception], ...]:
    """Return what a database raises; imported only when something was raised."""
    import sqlite3

    from alembic.util import CommandError
    from sqlalchemy.exc import SQLAlchemyError

    return sqlite3.Error, SQLAlchemyError, CommandError


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="secondread-server", description="Receives cases and verifies every byte.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add(commands, "init", command=_init, text="make a data folder with a commented secondread.toml")
    serve = _add(commands, "serve", command=_serve, text="receive cases until stopped")
    serve.add_argument("--host")
    serve.add_argument("--port", type=int)
    serve.add_argument(
        "--apps", default="receiver,console", help="which parts to serve: receiver, console; default both"
    )
    serve.add_argument("--demo", action="store_true", help="simulate the card payment")
    _add(commands, "migrate", command=_migrate, text="bring the database to this version")
    doctor = _add(commands, "doctor", command=_doctor, text="check the data folder and the settings")
    doctor.add_argument("--json", action="store_true")
    _add_staff(commands)
    _add_cases(commands)
    return parser


def _add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    *,
    command: Callable[[argparse.Namespace], int],
    text: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")
    parser.set_defaults(command=command)
    return parser


def _add_staff(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    staff = commands.add_parser("staff", help="manage staff").add_subparsers(required=True, metavar="COMMAND")
    add = _add(staff, "add", command=_staff_add, text="add a member of staff; the password is read from standard input")
    add.add_argument("--role", choices=[role.value for role in Role], required=True)
    add.add_argument("--email", required=True)


def _add_cases(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    cases = commands.add_parser("cases", help="look at cases").add_subparsers(required=True, metavar="COMMAND")
    listing = _add(cases, "list", command=_cases_list, text="list all cases")
    listing.add_argument("--json", action="store_true")
    show = _add(cases, "show", command=_cases_show, text="show one case, or all")
    show.add_argument("case", nargs="?")
    show.add_argument("--json", action="store_true")
    export = _add(cases, "export", command=_cases_export, text="write a case's files out as they were staged")
    export.add_argument("case")
    export.add_argument("dest", type=Path)


def _init(options: argparse.Namespace) -> int:
    from secondread_server.adapters.database.migrate import migrate
    from secondread_server.composition import database_url
    from secondread_server.settings_template import TEMPLATE

    data = private_folder(options.data.resolve())
    if not (data / FILE_NAME).exists():
        write_durably(data / FILE_NAME, TEMPLATE.encode())
    migrate(database_url(load_settings(data), data))
    print(f"The data folder is ready. Look through {data / FILE_NAME}, then run: "
          f"secondread-server serve --data {options.data}")  # fmt: skip
    return OK


def _serve(options: argparse.Namespace) -> int:
    from secondread_server.serving import serve

    settings, data = _settings(options)
    apps = frozenset(options.apps.split(","))
    if not apps <= {"receiver", "console"}:
        print("--apps takes receiver and console, with a comma between them.", file=sys.stderr)
        return USAGE
    if options.demo:
        settings = msgspec.structs.replace(
            settings, payment=msgspec.structs.replace(settings.payment, provider="simulator")
        )
    host = options.host or settings.server.host
    port = settings.server.port if options.port is None else options.port
    serve(settings, data, host=host, port=port, apps=apps)
    return OK


def _migrate(options: argparse.Namespace) -> int:
    from secondread_server.adapters.database.migrate import migrate
    from secondread_server.composition import database_url

    settings, data = _settings(options)
    migrate(database_url(settings, data))
    print("The database is up to date.")
    return OK


def _doctor(options: argparse.Namespace) -> int:
    from secondread_server.doctor import examine

    settings, data = _settings(options)
    findings = examine(settings, data)
    if options.json:
        print(json.dumps({"format": 1, **findings}))
    else:
        for name, value in findings.items():
            print(f"{name.replace('_', ' ')}: {value}")
    return OK


def _staff_add(options: argparse.Namespace) -> int:
    from secondread_server.staff_commands import add_staff

    settings, data = _settings(options)
    password = sys.stdin.readline().rstrip("\r\n")
    refusal = add_staff(settings, data, email=options.email, role=Role(options.role), password=password)
    if refusal:
        print(refusal, file=sys.stderr)
        return USAGE
    print("Added.")
    return OK


def _cases_list(options: argparse.Namespace) -> int:
    options.case = None
    return _cases_show(options)


def _cases_show(options: argparse.Namespace) -> int:
    from secondread_server.case_commands import show_cases

    settings, data = _settings(options)
    print(show_cases(settings, data, case=options.case, as_json=options.json))
    return OK


def _cases_export(options: argparse.Namespace) -> int:
    from secondread_server.case_commands import export

    settings, data = _settings(options)
    count = export(settings, data, case=options.case, target=options.dest)
    print(f"{count} files written and checked.")
    return OK


def _settings(options: argparse.Namespace) -> tuple[Settings, Path]:
    data = options.data.resolve()
    return load_settings(data), data
