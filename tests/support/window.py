"""The real window for tests: one application, conditions instead of sleeps, widgets by what a screen reader says."""

import os
import time
from collections.abc import Callable, Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen" if "DISPLAY" not in os.environ else "xcb")
QtWidgets = pytest.importorskip("PySide6.QtWidgets", reason="Qt's libraries are not here", exc_type=ImportError)

from PySide6.QtCore import QEventLoop, Qt  # noqa: E402 - only where Qt can be had
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLabel, QWidget  # noqa: E402

from secondread_desktop.ui import theme  # noqa: E402
from secondread_desktop.ui.app import application  # noqa: E402

__all__ = ["dressed", "find", "names", "press", "shown_text", "spin_until", "type_into"]


def dressed(*, is_dark: bool = False) -> QApplication:
    """Return the application, in light or dark colours."""
    app = application()
    theme.apply(app, is_dark=is_dark, colours={})
    return app


def spin_until(condition: Callable[[], object], *, seconds: float = 20.0, what: str = "the condition") -> None:
    """Let the window live until a condition holds; fail with its name if it does not come."""
    end = time.monotonic() + seconds
    app = application()
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"{what} did not come within {seconds} s")
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def shown(root: QWidget, kind: type[QWidget] = QWidget) -> Iterator[QWidget]:
    """Yield the widgets that a person can see."""
    for widget in root.findChildren(kind):
        if widget.isVisible():
            yield widget


def names(root: QWidget) -> list[str]:
    """Return what a screen reader says of the visible widgets."""
    return [widget.accessibleName() for widget in shown(root) if widget.accessibleName()]


def find(root: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """Return the one visible widget whose accessible name begins with `name`."""
    found = [widget for widget in shown(root, kind) if widget.accessibleName().startswith(name)]
    exact = [widget for widget in found if widget.accessibleName() == name]
    found = exact or found
    assert len(found) == 1, f"{name}: {len(found)} of {sorted(names(root))}"
    return found[0]


def shown_text(root: QWidget) -> str:
    """Return every word that can be read, line by line."""
    return "\n".join(label.text() for label in shown(root, QLabel))


def press(root: QWidget, name: str) -> None:
    """Press a button by the keyboard: focus it, then the space bar."""
    button = find(root, name, QtWidgets.QAbstractButton)
    assert button.isEnabled(), f"{name} is off"
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def type_into(root: QWidget, name: str, text: str) -> None:
    """Type into a field as a person does."""
    field = find(root, name)
    field.setFocus()
    QTest.keyClicks(field, text)
