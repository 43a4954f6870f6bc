"""The walls of the house: sizes, layers, names, and what may stand where."""

import ast
import graphlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

from tests.support.source_code import ROOT, Module, everything_we_run, lines_of, modules, product, tracked_files

FUNCTION_LINES, CLASS_LINES, MODULE_LINES, PUBLIC_METHODS = 40, 250, 350, 12
POSITIONAL, PARAMETERS = 3, 6
ASGI = {"scope", "receive", "send"}  # one thing in three parameters
FOREIGN_INTERFACES = {"RouterStorage"}  # as many methods as the library asks for
TOP_LEVEL = {
    ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "README.md", "desktop", "dev.py", "installer", "pyproject.toml",
    "server", "shared", "tests", "uv.lock",
}  # fmt: skip
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc", "tools"}
# Where catching everything is the point: the place at the door where a bug must not stop the rest.
CATCHES_EVERYTHING = {
    "desktop/secondread_desktop/ui/task_runner.py": 1,
    "server/secondread_server/composition.py": 1,
    "shared/secondread_shared/frames/render.py": 1,
}
# Where everything is caught only to be raised again after tidying up.
TIDIES_UP = {"desktop/secondread_desktop/services/submit.py", "desktop/secondread_desktop/adapters/outbox_database.py"}
READS_ENVIRONMENT = {"dev.py", "installer/smoke_test.py"}
HEAVY = ("pydicom", "tusclient", "requests", "keyring", "truststore", "numpy", "sqlite3")


def told(findings):
    """Fail with one line for each finding."""
    assert not findings, "\n" + "\n".join(findings)


def test_functions_classes_and_modules_stay_small():
    findings = []
    for module in everything_we_run():
        count = module.text.count("\n")
        findings += [f"{module.name}: {count} lines"] if count > MODULE_LINES else []
        findings += [
            f"{module.name}:{node.lineno} {node.name}: {lines_of(node)} lines"
            for limit, nodes in ((FUNCTION_LINES, module.functions()), (CLASS_LINES, module.classes()))
            for node in nodes
            if lines_of(node) > limit and "/migrations/versions/" not in module.name  # a migration is a record
        ]
    told(findings)


def test_no_class_has_more_public_methods_than_a_person_can_keep_in_mind():
    told([
        f"{module.name}:{node.lineno} {node.name}: {count} public methods"
        for module in everything_we_run()
        for node in module.classes()
        if node.name not in FOREIGN_INTERFACES
        and (count := sum(isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) and not part.name.startswith("_")
                         for part in node.body)) > PUBLIC_METHODS
    ])  # fmt: skip


def test_more_than_a_few_parameters_are_named_by_the_caller():
    told([
        f"{module.name}:{node.lineno} {node.name}: {positional} by place, {total} in all"
        for module in everything_we_run()
        for node in module.functions()
        if not (node.name.startswith("__") and node.name != "__init__")
        for positional, total in [parameters(node)]
        if positional > POSITIONAL or total > PARAMETERS
    ])  # fmt: skip


def parameters(node):
    """Count the parameters by place, and all; what a method is bound to is none."""
    places = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args)]
    places = [name for name in places if name not in ASGI]
    bound = places[:1] in (["self"], ["cls"])
    return len(places) - bound, len(places) - bound + len(node.args.kwonlyargs)


def test_modules_are_named_by_what_they_hold():
    told([module.name for module in everything_we_run() if VAGUE & set(re.split(r"[_/.]", module.name.lower()))])


@pytest.mark.parametrize("module", product(), ids=lambda module: module.name)
def test_everything_public_says_what_it_does(module):
    missing = [] if ast.get_docstring(module.tree) or module.path.name == "__init__.py" else [f"{module.name}: module"]
    for owner, node in public_definitions(module.tree.body):
        if not ast.get_docstring(node):
            missing.append(f"{module.name}:{node.lineno} {owner}{node.name}")
    told(missing)


def public_definitions(body, owner=""):
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            if ast.unparse(node.body[-1]) == "...":
                continue  # a line of a Protocol: the Protocol says what it is for
            yield owner, node
            if isinstance(node, ast.ClassDef):
                yield from public_definitions(node.body, f"{node.name}.")


def test_only_the_composition_root_reads_the_environment():
    told([
        f"{module.name}: reads the environment"
        for module in everything_we_run()
        if re.search(r"\bos\.(environ|getenv)\b|from os import .*environ", module.text)
        and module.path.name != "__main__.py" and module.name not in READS_ENVIRONMENT
        and not module.name.startswith("tests/")
    ])  # fmt: skip


def test_everything_is_caught_only_where_that_is_the_point():
    found: dict[str, int] = {}
    for module in everything_we_run():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ExceptHandler) and is_catch_all(node) and not is_tidying_up(module, node):
                found[module.name] = found.get(module.name, 0) + 1
    assert found == CATCHES_EVERYTHING


def is_catch_all(node):
    return node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})


def is_tidying_up(module: Module, node: ast.ExceptHandler) -> bool:
    last = node.body[-1]
    return module.name in TIDIES_UP and isinstance(last, ast.Raise) and last.exc is None


def test_the_lists_of_exceptions_name_modules_that_exist():
    known = {module.name for module in everything_we_run()}
    assert set(CATCHES_EVERYTHING) | TIDIES_UP | READS_ENVIRONMENT <= known


def test_tests_use_fakes_and_wait_for_conditions():
    forbidden = re.compile(r"unittest\.mock|from unittest import mock|pytest_mock|time\.sleep\((?!0\.0)")
    told([
        f"{module.name}:{number} {line.strip()}"
        for module in modules(ROOT / "tests")
        if module.path != Path(__file__) and "support" not in module.path.parts  # slow lines, and the waiting itself
        for number, line in enumerate(module.text.splitlines(), 1)
        if forbidden.search(line)
    ])  # fmt: skip


def test_events_are_logged_by_a_fixed_name():
    told([
        f"{module.name}:{node.lineno}"
        for module in product()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "log_event"
        and not (len(node.args) > 1 and isinstance(node.args[1], ast.Constant))
    ])  # fmt: skip


@pytest.mark.parametrize("part", ["shared/secondread_shared", "desktop/secondread_desktop", "server/secondread_server"])
def test_each_error_stands_in_the_tree_at_the_top_where_it_belongs(part):
    (module,) = modules(ROOT / part / "errors.py")
    drawn = drawn_tree(ast.get_docstring(module.tree) or "")
    bases = {node.name: node.bases[0].id for node in module.classes() if isinstance(node.bases[0], ast.Name)}
    assert drawn == {name: base for name, base in bases.items() if base != "Exception"}


def drawn_tree(text):
    """Return the parent of each name in a drawn tree."""
    parents, stack = {}, []
    for line in text.splitlines():
        found = re.match(r"([│ ]*)(├── |└── )?([A-Z]\w+)( {2,}|$)", line)
        if not found or not (found[2] or re.fullmatch(r"\w+Error", found[3])):
            continue
        depth = (len(found[1]) + len(found[2] or "")) // 4
        stack[depth:] = [found[3]]
        if depth:
            parents[found[3]] = stack[depth - 1]
    return parents


def test_the_import_contracts_hold():
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([str(program), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:]
    assert " 0 broken" in done.stdout


def test_no_modules_import_each_other_in_a_circle():
    graph = grimp.build_graph("secondread_shared", "secondread_desktop", "secondread_server", cache_dir=None)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    assert list(graphlib.TopologicalSorter(imports).static_order())  # raises CycleError, which names the circle


def test_the_programs_start_without_their_heavy_parts():
    code = f"import sys, secondread_desktop.__main__; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_server_needs_no_window():
    """`uv sync --package secondread-server` goes by the same lock and the same resolution."""
    needed = closure("secondread-server")
    assert {"secondread-shared", "flask", "uvicorn"} <= needed
    assert not {name for name in needed if name.startswith(("pyside", "keyrings", "secondread-desktop"))}


def test_no_keyring_that_writes_plain_text_comes_along():
    assert "keyrings-alt" not in closure("secondread-desktop")


def closure(package):
    """Return every distribution that a package brings, from the lock file alone."""
    import tomllib

    packages = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    needs = {entry["name"]: {need["name"] for need in entry.get("dependencies", [])} for entry in packages}
    seen, todo = set(), {package}
    while todo:
        seen |= todo
        todo = {need for name in todo for need in needs[name]} - seen
    return seen


def test_the_top_of_the_repository_holds_what_was_agreed_and_nothing_else():
    assert {path.relative_to(ROOT).parts[0] for path in tracked_files()} <= TOP_LEVEL


def test_nothing_names_a_machine_or_a_place_to_fetch_from():
    places = re.compile(
        r"(?<![\w./])/(?:work|root)/\w|/home/(?!\w+/?[\"'`)])\w+/|https?://(?:\w+\.)*(?:pypi|pythonhosted|npmjs|debian)\.",
        re.IGNORECASE,
    )
    told([
        f"{path.relative_to(ROOT)}:{number} {line.strip()[:100]}"
        for path in tracked_files()
        if path.name not in {"uv.lock", "package-lock.json"} and path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if places.search(line)
    ])  # fmt: skip


def test_bash_can_read_what_ci_runs():
    script = ROOT / ".ci" / "run"
    if shutil.which("bash"):
        subprocess.run(["bash", "-n", str(script)], check=True)
    assert "set -euo pipefail" in script.read_text()
