"""The documents are tested: what they show decodes, and their tables are the code's."""

import json
import re
import shlex
from pathlib import Path

import msgspec
import pytest

from secondread_server.cli import _parser
from secondread_server.core.access import GRANTS, Permission
from secondread_server.core.mail_rules import MOST_ATTEMPTS, pause_after
from secondread_server.core.sign_in_rules import MIN_PASSWORD, SignInRules
from secondread_server.settings import ConsoleSettings, Settings
from secondread_server.web.console.words import ROLES, STATES
from secondread_shared import contract
from secondread_shared.contract import API, FILES
from secondread_shared.frames import decoders
from secondread_shared.manifest import Manifest
from secondread_shared.parcel.layout import ParcelIndex
from secondread_shared.problems import STATUS, Problem
from secondread_shared.states import CaseState, PaymentState, Role
from tests.support.parcels import honest
from tests.support.source_code import PACKAGES, ROOT, modules

DOCS = ROOT / "shared" / "docs"
PROTOCOL = (DOCS / "protocol.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```json (\w+)\n(.*?)^```", PROTOCOL, re.MULTILINE | re.DOTALL)
STRUCTS = {kind.__name__: kind for kind in (Manifest, ParcelIndex, Problem)} | {
    name: kind
    for name, kind in vars(contract).items()
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind.__module__ == contract.__name__
}
PARTS = {"Limits", "ParcelReceipt"}  # never a message of their own
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_each_example_is_a_whole_message(name, example):
    message = contract.decode_message(example.encode(), STRUCTS[name])
    assert json.loads(contract.encode_message(message)) == json.loads(example)


def test_every_message_has_an_example_and_every_json_names_its_message():
    assert {name for name, _ in EXAMPLES} == set(STRUCTS) - PARTS
    assert PROTOCOL.count("```json") == len(EXAMPLES)


def test_the_parcel_on_the_page_is_the_one_that_the_writer_writes():
    (shown,) = re.findall(r"^```hex\n(.*?)^```", PROTOCOL, re.MULTILINE | re.DOTALL)
    assert bytes.fromhex(shown) == honest([b"first"])


def test_the_problem_table_is_the_codes():
    rows = re.findall(r"^\| `(\w+)` \| (\d{3}) \| .+ \|$", PROTOCOL, re.MULTILINE)
    assert [(code, int(status)) for code, status in rows] == [(code.value, status) for code, status in STATUS.items()]


@pytest.mark.parametrize(("title", "states"), [("States of a case", CaseState), ("States of a payment", PaymentState)])
def test_the_lists_of_states_are_the_codes(title, states):
    (listed,) = re.findall(rf"^{title}: (.*?)\.\s", PROTOCOL, re.MULTILINE | re.DOTALL)
    assert re.findall(r"`(\w+)`", listed) == [state.value for state in states]


def test_the_calls_on_the_page_are_the_routes_of_the_receiver():
    (views,) = modules(ROOT / "server" / "secondread_server" / "web" / "receiver" / "case_views.py")
    routes = re.findall(r'@views\.(get|put|post|delete)\("([^"]+)"\)', views.text)
    served = {f"{method.upper()} {API}{path.replace('<case>', '{id}')}" for method, path in routes}
    assert served == set(re.findall(rf"^\| `(\w+ {API}[^`]*)` \|", PROTOCOL, re.MULTILINE))


def test_the_upload_requests_on_the_page_are_those_that_the_gate_knows():
    shown = set(re.findall(rf"^\| `(\w+) {FILES}[^`]*` \|", PROTOCOL, re.MULTILINE))
    gate = (PACKAGES[2] / "web" / "gate.py").read_text(encoding="utf-8")
    (known,) = re.findall(r"_METHODS = frozenset\(\{([^}]*)\}\)", gate)
    assert shown | {"OPTIONS"} == set(re.findall(r"\w+", known))


@pytest.mark.parametrize("page", sorted((DOCS / "decisions").glob("*.md")), ids=lambda page: page.stem)
def test_a_decision_is_one_page_with_its_five_parts(page):
    text = page.read_text(encoding="utf-8")
    assert re.match(rf"# {int(page.stem[:4])}\. ", text)
    assert re.findall(r"^\*\*(\w+)\.\*\*", text, re.MULTILINE) == [
        "Summary", "Context", "Decision", "Consequences", "Alternatives"
    ]  # fmt: skip
    assert text.count("\n") <= 60


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(page.stem[:4]) for page in sorted((DOCS / "decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_each_link_leads_somewhere(page: Path):
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", ["README.md", "shared/docs/architecture.md"])
def test_the_files_that_a_page_names_exist(page):
    names = re.findall(r"`((?:\w+/)+[\w.]*\.(?:py|md|toml))`", (ROOT / page).read_text(encoding="utf-8"))
    places = (ROOT, *PACKAGES)
    assert [name for name in names if not any((place / name).exists() for place in places)] == []


def test_the_readme_shows_the_two_commands():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 dev.py demo" in readme
    assert "python3 dev.py test" in readme


COORDINATORS = (DOCS / "guide-coordinators.md").read_text(encoding="utf-8")
RUN = (DOCS / "run-a-receiver.md").read_text(encoding="utf-8")


def rows_of(page: str, title: str) -> list[list[str]]:
    """Return the cells of the table below a heading, its own head first."""
    part = page.split(f"## {title}\n")[1].split("\n## ")[0]
    rows = [line.strip("| ").split("|") for line in part.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in row] for row in rows if set(row[0]) - set("-")]


def test_who_may_do_what_is_the_access_table():
    head, *rows = [
        line for line in COORDINATORS.splitlines() if line.startswith(("| role", *(f"| {r}" for r in ROLES.values())))
    ]
    columns = {"form": "intake"}
    names = [columns.get(name.strip(), name.strip()) for name in head.strip("|").split("|")[1:]]
    assert names == [permission.value for permission in Permission]
    told = {row.split("|")[1].strip(): [cell.strip() == "yes" for cell in row.split("|")[2:-1]] for row in rows}
    assert told == {ROLES[role]: [p in GRANTS[role] for p in Permission] for role in Role}


def test_the_states_and_keys_of_the_guide_are_the_consoles():
    states = [row[0] for row in rows_of(COORDINATORS, "What the words mean")[1:]]
    assert len(states) > 5
    assert set(states) <= set(STATES.values())
    script = (ROOT / "server/secondread_server/web/console/static/console.js").read_text(encoding="utf-8")
    for key in re.findall(r"`(.+?)`", "".join(row[0] for row in rows_of(COORDINATORS, "The queue")[1:])):
        assert re.search(rf'^\s+"?{re.escape(key)}"?: ', script, re.MULTILINE | re.IGNORECASE), key


@pytest.mark.parametrize(
    "command",
    sorted(set(re.findall(r"^(?:- .*`)?secondread-server (.*?)`?$|`secondread-server (.*?)`", RUN, re.MULTILINE))),
)
def test_each_command_on_the_page_is_one(command):
    _parser().parse_args(shlex.split(next(filter(None, command))))


def test_the_settings_on_the_page_are_read():
    (shown,) = re.findall(r"^```toml\n(.*?)^```", RUN, re.MULTILINE | re.DOTALL)
    settings = msgspec.toml.decode(shown, type=Settings)
    assert settings.server.public_url.startswith("https:")
    assert settings.console == ConsoleSettings()


def test_the_numbers_on_the_pages_are_the_codes():
    rules = SignInRules()
    assert f"After {rules.account_attempts} wrong" in COORDINATORS
    assert f"rests for {rules.window.seconds // 60} minutes" in COORDINATORS
    assert all(f"at least {MIN_PASSWORD} characters" in page for page in (COORDINATORS, RUN))
    assert f"{MOST_ATTEMPTS} times in all" in RUN
    pauses = [pause_after(n).seconds for n in (1, 2, 3, 99)]
    assert pauses == [120, 240, 480, 6 * 3600]


def test_the_page_on_previews_names_every_transfer_syntax_that_is_shown():
    page = (DOCS / "previews.md").read_text(encoding="utf-8")
    root = "1.2.840.10008.1.2"
    shown = {syntax.removeprefix(root) for syntax in decoders.OURS if not 50 <= int(syntax.rpartition(".")[2]) <= 66}
    assert {syntax for syntax in shown if f"`{syntax}`" not in page} <= {".4.91", ".4.92"}  # within a range
