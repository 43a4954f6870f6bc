"""Conducts the reports of About you: looks at what was dropped or chosen, and keeps what can be sent."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from secondread_desktop.core.safe_paths import shown
from secondread_desktop.errors import AttachmentUnreadable
from secondread_desktop.services.papers import Paper, Papers
from secondread_desktop.services.sorts import Sort
from secondread_desktop.ui.conduct.told import programme_of
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.screens.about_you_reports import ReportLine, ReportList
from secondread_desktop.ui.sentences import about_you as said
from secondread_desktop.ui.task_runner import Progress, Task, TaskRunner
from secondread_desktop.ui.words import sizes

ChooseFiles = Callable[[], Sequence[str]]
Looked = list[tuple[str, Paper | None]]


def ask_for_files() -> Sequence[str]:
    """Open the system's window for choosing files."""
    paths, _ = QFileDialog.getOpenFileNames(None, said.REPORTS_DIALOG)
    return paths


class Reports(QObject):
    """The documents of one visit. `changed` says that there is one more, or one less."""

    changed = Signal()

    def __init__(self, papers: Papers, runner: TaskRunner, *, choose: ChooseFiles) -> None:
        super().__init__()
        self._papers = papers
        self._runner = runner
        self._choose = choose
        self._visit = Visit()
        self._list: ReportList | None = None
        self._sizes: dict[str, str] = {}
        self._task: Task | None = None
        self._waiting: list[str] = []

    def enter(self, visit: Visit, shown_in: ReportList) -> None:
        """Show what this visit has; sizes of what came from a draft are looked at again."""
        self._visit, self._list = visit, shown_in
        shown_in.show_refusals([])
        self._show()
        unknown = [path for path in visit.documents if path not in self._sizes]
        if unknown:
            self._look(unknown)

    def leave(self) -> None:
        """Hear no more of what is being looked at."""
        if self._task is not None:
            self._task.abandon()
        self._task, self._waiting = None, []

    def choose(self) -> None:
        """Let the person choose files."""
        self.add(self._choose())

    def add(self, paths: Sequence[str]) -> None:
        """Look at these files, and take those that can be sent."""
        wanted = list(dict.fromkeys(str(Path(path).absolute()) for path in paths))
        again = [path for path in wanted if path in self._visit.documents]
        self._refuse([said.there_already(_name(path)) for path in again])
        new = [path for path in wanted if path not in again]
        if new:
            self._look(new)

    def remove(self, path: str) -> None:
        """Take a report off the list."""
        self._visit.documents = tuple(document for document in self._visit.documents if document != path)
        self._show()
        if self._list is not None:
            self._list.take_focus()
        self.changed.emit()

    def _look(self, paths: list[str]) -> None:
        if self._task is not None:
            self._waiting += paths
            return

        def work(_tell: Progress, cancel: threading.Event) -> Looked:
            return [(path, _looked_at(self._papers, path)) for path in paths if not cancel.is_set()]

        self._show_reading(is_reading=True)
        self._task = self._runner.start(work, done=self._take, failed=self._stop)

    def _take(self, looked: Looked) -> None:
        refusals = []
        before = self._visit.documents
        for path, paper in looked:
            why = self._why_not(path, paper)
            if paper is not None and why is None:
                self._sizes[path] = sizes(paper.size)
                self._visit.documents = (*(d for d in self._visit.documents if d != path), path)
            elif why is not None and path not in before:
                refusals.append(why)
        self._show()
        self._refuse(refusals)
        if set(self._visit.documents) != set(before):
            self.changed.emit()
        self._stop()

    def _stop(self, _error: object = None) -> None:
        self._task = None
        self._show_reading(is_reading=False)
        waiting, self._waiting = self._waiting, []
        if waiting:
            self._look(waiting)

    def _why_not(self, path: str, paper: Paper | None) -> tuple[str, str] | None:
        name, most = _name(path), programme_of(self._visit).limits.upload_bytes
        if paper is None:
            return said.unreadable(name)
        if paper.sort in (Sort.INSTANCE, Sort.INDEX):
            return said.is_an_image(name)
        if not paper.is_sendable:
            return said.not_a_report(name)
        return said.too_large(name, sizes(most)) if paper.size > most else None

    def _show(self) -> None:
        if self._list is not None:
            lines = [ReportLine(path, _name(path), self._sizes.get(path, "")) for path in self._visit.documents]
            self._list.show_lines(lines)

    def _refuse(self, refusals: Sequence[tuple[str, str]]) -> None:
        if self._list is not None:
            self._list.show_refusals(refusals)

    def _show_reading(self, *, is_reading: bool) -> None:
        if self._list is not None:
            self._list.show_reading(is_reading=is_reading)


def _looked_at(papers: Papers, path: str) -> Paper | None:
    try:
        return papers.look_at(path)
    except AttachmentUnreadable:
        return None


def _name(path: str) -> str:
    return shown((Path(path).name,))
