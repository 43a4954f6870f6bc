"""Conducts Receipt: fetches it, saves it on paper, and withdraws the case if that is wanted."""

import threading

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from secondread_desktop.core.journey import Move, Step
from secondread_desktop.core.submission import Outcome
from secondread_desktop.errors import Interrupted, Transient
from secondread_desktop.services.case_desk import CaseDesk
from secondread_desktop.ui import words
from secondread_desktop.ui.conduct.carrying import Carrying
from secondread_desktop.ui.conduct.conduct import Conduct
from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.receipt_paper import paper_of, write_paper
from secondread_desktop.ui.screens.receipt import ReceiptScreen
from secondread_desktop.ui.sentences import receipt as sentences
from secondread_desktop.ui.sentences.troubles import Trouble, trouble_of
from secondread_desktop.ui.task_runner import Progress, TaskRunner
from secondread_shared.contract import Receipt

AGAIN_MS = 5000  # how long the window waits before it asks for the receipt once more


class ReceiptConduct(Conduct):
    """The last step."""

    step = Step.RECEIPT
    screen: ReceiptScreen

    def __init__(self, desk: CaseDesk, runner: TaskRunner, *, carrying: Carrying, again_ms: int = AGAIN_MS) -> None:
        super().__init__(desk, runner)
        self.screen = ReceiptScreen()
        self._carrying = carrying
        self._visit = Visit()
        self._receipt: Receipt | None = None
        self._arrived = ""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(again_ms)
        self._again.timeout.connect(self._ask)
        self.screen.copied.connect(self._copy)
        self.screen.saved.connect(self._save)
        self.screen.asked_again.connect(self._ask)
        self.screen.withdrawn.connect(self._withdraw)
        self.screen.sent_another.connect(self._send_another)

    def enter(self, visit: Visit) -> None:
        """Show the number at once, then fetch the receipt."""
        self._visit = visit
        self._receipt = None
        self.screen.say(None)
        self.screen.wait(self._number(), _arrived(self._outcome()))
        self._ask()

    def leave(self) -> None:
        """Hear no more of what was asked: the answer would be about another visit."""
        self._visit = Visit()
        self._again.stop()

    def _number(self) -> str:
        return self._receipt.case_number if self._receipt else self._desk.kept.number(self._visit.case or "")

    def _outcome(self) -> Outcome | None:
        return self._carrying.seen.outcome if self._carrying.case == self._visit.case else None

    def _ask(self) -> None:
        self._again.stop()
        case = self._visit.case
        assert case is not None, "there is no way here without a case"

        def ask(tell: Progress, cancel: threading.Event) -> Receipt:
            return self._desk.receipt(case, tell=tell, cancel=cancel)

        def show(receipt: Receipt) -> None:
            if case == self._visit.case:
                self._show(receipt)

        def miss(error: Exception) -> None:
            if case == self._visit.case:
                self._miss(error)

        self._runner.start(ask, done=show, failed=miss)

    def _miss(self, error: Exception) -> None:
        """Say that there is no receipt yet; what passes by itself is asked again by itself."""
        goes_on = isinstance(error, Transient | Interrupted)
        missing = sentences.NO_RECEIPT
        self.screen.miss(Trouble(missing.title, f"{missing.text} {sentences.BY_ITSELF}") if goes_on else missing)
        if goes_on:
            self._again.start()

    def _show(self, receipt: Receipt) -> None:
        outcome = self._outcome()
        programme = self._visit.programme
        self._receipt = receipt
        self._arrived = sentences.arrived(
            instances=receipt.instances,
            verified=outcome.verified if outcome else receipt.instances,
            studies=receipt.studies,
            attachments=receipt.attachments,
        )
        is_paid = programme is None or programme.fee is not None
        self.screen.say(None)
        self.screen.wait(receipt.case_number, self._arrived)
        self.screen.show_receipt(
            self._arrived,
            sentences.promise(receipt.promised_by, programme.promise_hours if programme else 0),
            after=sentences.WITHDRAW_AFTER if is_paid else sentences.WITHDRAW_AFTER_FREE,
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number())

    def _save(self, path: str) -> None:
        if self._receipt is None:
            return
        paper = paper_of(
            self._receipt,
            arrived=self._arrived,
            received=words.moment_in_words(self._receipt.received),
            promised=words.moment_in_words(self._receipt.promised_by),
            help_line=self._visit.programme.help_line if self._visit.programme else "",
        )
        is_saved = write_paper(paper, path)
        self.screen.say(sentences.SAVED if is_saved else sentences.NOT_SAVED, kind="ok" if is_saved else "warn")

    def _withdraw(self) -> None:
        case = self._visit.case
        assert case is not None, "a receipt is about a case"
        self.screen.withdrawing()

        def withdraw(tell: Progress, cancel: threading.Event) -> str:
            return self._desk.cancel(case, tell=tell, cancel=cancel)

        self._runner.start(withdraw, done=lambda _case: self.moved.emit(Move.CANCELLED), failed=self._stay)

    def _stay(self, error: Exception) -> None:
        if self._receipt is not None:
            self._show(self._receipt)
        is_away = isinstance(error, Transient | Interrupted)
        self.screen.say(sentences.NOT_WITHDRAWN if is_away else trouble_of(error), kind="warn")

    def _send_another(self) -> None:
        self.moved.emit(Move.SEND_ANOTHER)


def _arrived(outcome: Outcome | None) -> str:
    if outcome is None:
        return ""
    return sentences.arrived(
        instances=outcome.instances, verified=outcome.verified, studies=None, attachments=outcome.attachments
    )
