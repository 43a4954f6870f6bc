"""The window's languages: every sentence can be translated, is translated, and keeps its values and its quotes."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installer.languages import gather, release
from secondread_desktop.ui import language
from tests.support.phrasebook import Phrasebook, messages_of, places
from tests.support.source_code import ROOT

UI = ROOT / "desktop" / "secondread_desktop" / "ui"
SENTENCES = [*sorted((UI / "sentences").glob("*.py")), UI / "words.py"]
WITHOUT_WORDS = [path for folder in ("screens", "widgets", "conduct") for path in sorted((UI / folder).glob("*.py"))]
TRANSLATIONS = sorted(language.FOLDER.glob("*.ts"))
MARKS = {"tr", "QT_TR_NOOP"}
ON_RECORD = "AGREES"  # what the programme reads, in English
QUOTES = {"en": "“”", "de": "„“"}


def untranslatable(path):
    """Return the sentences of a module that lupdate does not find."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    marked = {
        part
        for node in ast.walk(tree)
        if is_marked(node) or is_docstring(node) or (isinstance(node, ast.Assign) and ON_RECORD in names_of(node))
        for part in ast.walk(node)
    }
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [
        f"{path.name}:{text.lineno} {text.value}" for text in texts if text not in marked and is_sentence(text.value)
    ]


def is_marked(node):
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS


def is_docstring(node):
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def names_of(node):
    return {target.id for target in node.targets if isinstance(target, ast.Name)}


def is_sentence(text):
    """Tell whether a text is for people: words with a space between, and not a key or a piece of markup."""
    return " " in text.strip() and text.strip()[0].isalpha() and text[0].isupper()


@pytest.mark.parametrize("path", SENTENCES + WITHOUT_WORDS, ids=lambda path: path.stem)
def test_every_sentence_can_be_translated(path):
    assert untranslatable(path) == []


@pytest.mark.parametrize("path", SENTENCES, ids=lambda path: path.stem)
def test_values_go_into_a_sentence_after_it_was_translated(path):
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if is_marked(node)]
    assert [
        node.lineno for node in calls if not isinstance(node.args[0], ast.Constant | ast.Name | ast.Subscript)
    ] == []


@pytest.mark.parametrize("file", TRANSLATIONS, ids=lambda file: file.stem)
def test_a_translation_has_every_sentence_of_today_and_none_of_yesterday(file, tmp_path):
    fresh = tmp_path / file.name
    shutil.copy(file, fresh)
    gather(fresh)
    assert fresh.read_text(encoding="utf-8") == file.read_text(encoding="utf-8"), "python3 installer/languages.py"
    assert [one.source for one in messages_of(file) if not one.said or not all(one.said)] == []


@pytest.mark.parametrize("file", TRANSLATIONS, ids=lambda file: file.stem)
def test_what_the_window_reads_was_made_of_the_translation(file, tmp_path):
    made = tmp_path / "made.qm"
    release(file, made)
    assert made.read_bytes() == file.with_suffix(".qm").read_bytes(), "python3 installer/languages.py"


@pytest.mark.parametrize("file", TRANSLATIONS, ids=lambda file: file.stem)
def test_a_translation_keeps_the_values_and_lines_of_a_sentence(file):
    wrong = [
        (one.source, said)
        for one in messages_of(file)
        for said in one.said
        if set(places(said)) - {"%n"} != set(places(one.source)) - {"%n"} or said.count("\n") != one.source.count("\n")
    ]
    assert wrong == []
    assert [one.said for one in messages_of(file) if "%n" in one.source and "%n" not in one.said[-1]] == []


@pytest.mark.parametrize("file", TRANSLATIONS, ids=lambda file: file.stem)
def test_a_translation_quotes_as_its_language_does(file):
    opening, closing = QUOTES[file.stem.removeprefix("secondread_")]
    for one in messages_of(file):
        for said in one.said:
            assert '"' not in said
            assert said.count(opening) == said.count(closing)


def said_in(code: str, script: str) -> str:
    """Return what a fresh program says in a language: sentences are read once."""
    program = f"from secondread_desktop.ui import language; language.choose({code!r}); {script}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


WORDS = "from secondread_desktop.ui import words as w; print(w.STEPS['find'], w.images(1), w.images(1612), sep='|')"


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (("de-AT",), "Bilder finden|1 Bild|1.612 Bilder"),
        (("DE_de", "en"), "Bilder finden|1 Bild|1.612 Bilder"),
        (("tlh", "de"), "Bilder finden|1 Bild|1.612 Bilder"),
        (("en-GB", "de"), "Find images|1 image|1,612 images"),
        (("tlh",), "Find images|1 image|1,612 images"),
        (("../../x", ""), "Find images|1 image|1,612 images"),
    ],
)
def test_the_first_language_that_there_is_is_spoken(wanted, words):
    assert said_in(wanted, WORDS) == words


def test_dates_and_sizes_are_written_as_the_language_does():
    script = "from secondread_desktop.ui import words as w; print(w.date_in_words('1951-03-03'), w.sizes(5_500_000))"
    assert said_in(("de",), script) == "3. März 1951 5,5 MB"
    assert said_in(("en",), script) == "3 March 1951 5.5 MB"


def test_a_language_that_is_chosen_too_late_is_a_bug_that_shows():
    script = "from secondread_desktop.ui import words; language.choose(('en',))"
    assert "AlreadySpoken" in said_in(("de",), script)


def test_the_command_line_loads_no_qt():
    script = "import sys; import secondread_desktop.ui.texts; print(sorted(m for m in sys.modules if 'PySide' in m))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("english", "german"),
    [
        ("About you", "Über Sie"),
        ("Go on with 40 images", "Weiter mit 40 Bildern"),
        ("Date of birth: day", "Geburtsdatum: Tag"),
    ],
)
def test_a_phrasebook_finds_what_a_test_says_in_english(english, german):
    assert Phrasebook("de")(english) == german
    assert Phrasebook("en")(english) == english


def test_each_language_is_in_the_wheel_and_in_the_frozen_program():
    assert {path.stem for path in TRANSLATIONS} == {path.stem for path in Path(language.FOLDER).glob("*.qm")}
    assert set(language.codes()) == {"de", "en"}
    assert "ui/languages/*.qm" in (ROOT / "installer" / "secondread.spec").read_text(encoding="utf-8")
