"""Runs the real program in this process and does what its parent writes on standard input, by keys and the mouse.

One JSON list a line: the deed and its arguments; one JSON answer a line. Run by `tests/support/window_process.py`.
"""

import json
import os
import sys
import time

from PySide6.QtCore import QEventLoop, QObject, QSocketNotifier, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from secondread_desktop.__main__ import main
from secondread_desktop.ui import language

language.choose(sys.argv[sys.argv.index("--language") + 1 :][:1])  # before the modules below read their sentences

from secondread_desktop.ui.app import application  # noqa: E402
from secondread_desktop.ui.appearance import Appearance  # noqa: E402
from secondread_desktop.ui.main_window import MainWindow  # noqa: E402
from secondread_desktop.ui.widgets.exam_list import ExamList  # noqa: E402
from secondread_desktop.ui.widgets.exam_row import THUMB  # noqa: E402
from secondread_desktop.ui.widgets.text import OneLine  # noqa: E402

_ANYWHERE = Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive


class Browser(QObject):
    """Takes the pages that the program opens in the system's browser."""

    def __init__(self):
        super().__init__()
        self.pages = []

    @Slot(QUrl)
    def take(self, url):
        self.pages.append(url.toString())


class Person:
    """Knows the window, and finds what is in it by what a screen reader says."""

    def window(self):
        found = [top for top in QApplication.topLevelWidgets() if top.isVisible() and not top.parent()]
        main_windows = [top for top in found if isinstance(top, MainWindow)]
        return (main_windows or found or [QWidget()])[0]

    def find(self, name, kind=QWidget):
        named = [one for one in self.window().findChildren(kind) if one.isVisible() and one.accessibleName()]
        exact = [one for one in named if one.accessibleName() == name]
        found = exact or [one for one in named if one.accessibleName().startswith(name)]
        if len(found) != 1:
            raise LookupError(f"{name}: {len(found)} of {sorted({one.accessibleName() for one in named})}")
        return found[0]


def is_too_small(label):
    """Tell whether a label shows less than it says."""
    if not label.wordWrap():
        return lacks_room(label)
    words = QTextDocumentFragment.fromHtml(label.text()).toPlainText().split()
    widest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    return widest > label.contentsRect().width() + 1 or label.heightForWidth(label.width()) > label.height() + 1


def lacks_room(widget):
    """Tell whether a widget is smaller than it would like to be."""
    if isinstance(widget, OneLine):
        return False  # its end gives way, and all of it is its name
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    wanted = widget.sizeHint()
    return wanted.width() > widget.width() + 1 or wanted.height() > widget.height() + 1


def has_met_group(button, met):
    """Tell whether Tab came to another of the same choices: from there the arrow keys lead on, as everywhere."""
    group = button.group() if isinstance(button, QRadioButton) else None
    return group is not None and any(other in met for other in group.buttons())


class Eyes(Person):
    """What can be seen and heard."""

    def __init__(self, browser):
        self._browser = browser

    def do_words(self):
        labels = self.window().findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible() and label.text())

    def do_names(self):
        return [one.accessibleName() for one in self.window().findChildren(QWidget) if one.isVisible()]

    def do_page(self):
        return self.window().findChild(QWidget, "page") and next(
            (one.accessibleName() for one in self.window().findChildren(QWidget, "page") if one.isVisible()), ""
        )

    def do_is_ticked(self, name):
        return self.find(name, QAbstractButton).isChecked()

    def do_typed(self, name):
        field = self.find(name)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def do_pages(self):
        return self._browser.pages

    def do_grab(self, path):
        return self.window().grab().save(path)

    def do_thumbnails(self):
        """Count the small pictures in the list of exams."""
        items = [one for tree in self.window().findChildren(ExamList) for one in tree.findItems("*", _ANYWHERE)]
        return sum(item.data(0, THUMB) is not None for item in items)

    def do_description(self, name):
        return self.find(name).accessibleDescription()


class Ruler(Person):
    """What can be measured of what can be seen."""

    def do_lightness(self):
        """Return how light the page's ground is, from 0 to 255."""
        return self.window().grab().toImage().pixelColor(2, self.window().height() // 2).lightness()

    def do_unnamed(self):
        return [
            f"{type(one).__name__} {one.objectName()}"
            for one in self.window().findChildren(QWidget)
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and not one.accessibleName()
        ]

    def do_unreached(self):
        """Press Tab around the window once, and name what can be pressed but was never met."""
        window = self.window()
        met = []
        for _ in range(300):
            focused = window.focusWidget()
            if focused in met:
                break
            met.append(focused)
            QTest.keyClick(focused or window, Qt.Key.Key_Tab)
        buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        fields = [one for kind in (QLineEdit, QPlainTextEdit, QComboBox) for one in window.findChildren(kind)]
        wanted = [one for one in buttons + fields if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        return [one.accessibleName() for one in wanted if one not in met and not has_met_group(one, met)]

    def do_cut_off(self):
        """Name what does not fit its place once the window has laid itself out, which a busy machine puts off."""
        end = time.monotonic() + 5
        while (found := self._cut_off()) and time.monotonic() < end:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        return found

    def _cut_off(self):
        """Name words that are wider or higher than their room, and pages too wide."""
        window = self.window()
        visible = [one for one in window.findChildren(QWidget) if one.isVisible()]
        labels = [one for one in visible if isinstance(one, QLabel) and one.text() and is_too_small(one)]
        buttons = [one for one in visible if isinstance(one, QAbstractButton) and lacks_room(one)]
        areas = [one for one in visible if isinstance(one, QScrollArea) and one.horizontalScrollBar().maximum() > 0]
        outside = [one for one in visible if one.mapTo(window, one.rect().topRight()).x() >= window.width()]
        return [f"{type(one).__name__} {one.text()}" for one in labels + buttons] + [
            f"{type(one).__name__} {one.accessibleName() or one.objectName()} is too wide" for one in areas + outside
        ]


class Hands(Person):
    """What can be done."""

    def do_press(self, name):
        button = self.find(name, QAbstractButton)
        if not button.isEnabled():
            raise LookupError(f"{name} is off")
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def do_look_at(self, words):
        """Go to the row of the list of exams that says so."""
        tree = self.window().findChild(ExamList)
        for key, item in tree._items.items():
            if words in str(item.data(0, Qt.ItemDataRole.AccessibleTextRole)):
                tree.look_at(key)
                return
        raise LookupError(words)

    def do_type(self, name, text):
        field = self.find(name)
        if not isinstance(field, QLineEdit | QPlainTextEdit):
            raise LookupError(f"{name} takes no text")
        field.setFocus()
        QTest.keyClicks(field, text)

    def do_choose(self, name, text):
        box = self.find(name, QComboBox)
        box.setFocus()
        QTest.keyClicks(box, text)
        if box.currentText() != text:
            raise LookupError(f"{name} has no {text}")

    def do_clear(self, name):
        field = self.find(name)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)

    def do_look(self, is_dark, width, height):
        QApplication.instance().findChild(Appearance).tell(is_dark=is_dark)
        self.window().resize(width, height)

    def do_close(self):
        self.window().close()


class Driver(QObject):
    """Hears what the person shall do."""

    def __init__(self, browser):
        super().__init__()
        self._parts = (Eyes(browser), Ruler(), Hands())
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def _read(self):
        line = os.read(sys.stdin.fileno(), 1 << 16)
        if not line:
            self._notifier.setEnabled(False)
            return
        deed, *arguments = json.loads(line)
        try:
            answer = {"value": self._deed(deed)(*arguments)}
        except LookupError as error:
            answer = {"missing": str(error)}
        print(json.dumps(answer), flush=True)

    def _deed(self, name):
        return next(getattr(part, f"do_{name}") for part in self._parts if hasattr(part, f"do_{name}"))


if __name__ == "__main__":
    application()
    browser = Browser()
    for scheme in ("http", "https"):
        QDesktopServices.setUrlHandler(scheme, browser, "take")
    driver = Driver(browser)
    sys.exit(main(["window", *sys.argv[1:]]))
