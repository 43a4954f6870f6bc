"""About you: the form beside what to expect, and the stop where typed name and images differ."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from secondread_desktop.ui.conduct.visit import Visit
from secondread_desktop.ui.screens.about_you_aside import WIDTH, Aside
from secondread_desktop.ui.screens.about_you_form import Form
from secondread_desktop.ui.screens.identity_stop import IdentityPage
from secondread_desktop.ui.screens.screen import COLUMN, Screen
from secondread_desktop.ui.sentences import about_you as said
from secondread_desktop.ui.widgets.file_drops import FileDrops
from secondread_desktop.ui.widgets.foot import Foot, FootAction
from secondread_desktop.ui.widgets.text import row
from secondread_desktop.ui.words import BACK
from secondread_shared.consent import ConsentText
from secondread_shared.contract import Programme

EDGE, GAP = 24, 32
_ASIDE_TOP = EDGE + 52
_BOTH = 940  # wide enough for form and aside
_PAIRS = 620  # wide enough for two fields side by side
GO_ON, GO_BACK = "go_on", "go_back"


class AboutYouScreen(Screen):
    """Shows a visit, and emits what a person types, ticks, drops and wants."""

    edited = Signal(str, str)
    left = Signal(str)
    whose_chosen = Signal(object)
    consented = Signal(object, bool)  # the `ConsentText`, and whether it is ticked
    files_given = Signal(list)
    choose_wanted = Signal()
    report_removed = Signal(str)
    acted = Signal(str)

    def __init__(self) -> None:
        super().__init__(said.TITLE)
        self.drops = FileDrops(self)
        self.drops.dropped.connect(self.files_given)
        self.drops.hovering.connect(self._show_drop)
        self.aside = Aside()
        self.aside.setParent(self)
        self.aside.hide()
        self.aside.wanted.connect(self.show_section)
        self.form: Form | None = None
        self.identity: IdentityPage | None = None
        self._form_page: QWidget | None = None
        self._of: Programme | None = None
        self._is_narrow = False
        self._mark_soon = QTimer(self)  # once the layout has settled
        self._mark_soon.setSingleShot(True)
        self._mark_soon.timeout.connect(self._mark_place)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._mark_soon.start())
        bar.rangeChanged.connect(lambda _least, _most: self._mark_soon.start())

    def show_visit(self, visit: Visit) -> None:
        """Show the form as this visit has it; a form that is there stays, with the keyboard in it."""
        assert visit.programme is not None
        if self.form is None or self._of != visit.programme:
            self._of = visit.programme
            self.form = self._made(visit.programme)
        given = {(consent.kind, consent.version) for consent in visit.consents if consent.accepted}
        self.form.show_form(visit.form, visit.whose)
        for card in self.form.consents:
            card.blockSignals(True)
            card.box.setChecked((card.text.kind, card.text.version) in given)
            card.blockSignals(False)
        self.aside.show_sections(self.form.titles())
        self.show_form()

    def show_form(self) -> None:
        """Show the form, after the stop as well."""
        if self._form_page is not None and self.widget() is not self._form_page:
            stopped = self.takeWidget()
            if stopped is not None:
                stopped.deleteLater()
            self.setWidget(self._form_page)
        self.identity = None
        self.drops.is_open = True
        self._place()
        self._mark_soon.start()
        self.foot_changed.emit()

    def show_conditions(self, visit: Visit) -> None:
        """Show what depends on an answer."""
        assert self.form is not None
        self.form.show_conditions(visit.form, visit.whose)
        self.aside.show_sections(self.form.titles())

    def show_stop(self, page: IdentityPage) -> None:
        """Stop: show the difference in the place of the form."""
        self.takeWidget()
        self.identity = page
        self.drops.is_open = False
        page.changed.connect(self.foot_changed)
        self.setWidget(in_the_middle(page))
        self._place()
        self.foot_changed.emit()
        page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_summary(self) -> None:
        """Bring the summary into view, and the keyboard to it."""
        if self.form is not None:
            self.verticalScrollBar().setValue(0)
            self.form.summary.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_section(self, name: str) -> None:
        """Scroll to a section, and bring the keyboard to its first field."""
        assert self.form is not None
        head = self.form.heads[name]
        top = head.mapTo(self.form, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top)
        follower = head.nextInFocusChain()
        while follower is not None and not (follower.focusPolicy() & Qt.FocusPolicy.TabFocus and follower.isVisible()):
            follower = follower.nextInFocusChain()
        if follower is not None and self.form.isAncestorOf(follower):
            follower.setFocus(Qt.FocusReason.OtherFocusReason)

    def foot(self) -> Foot:
        """Return the actions of the form, or of the stop."""
        if self.identity is not None:
            return self.identity.foot()
        return Foot((FootAction(GO_BACK, BACK), FootAction(GO_ON, said.GO_ON, kind="primary")))

    def act(self, action: str) -> None:
        """Pass on what a foot button says."""
        self.acted.emit(action)

    def first_focus(self) -> QWidget | None:
        """Begin in the first field that is seen."""
        if self.form is None or self.identity is not None:
            return None if self.identity is None else self.identity.first_focus()
        return next(field.controls()[0] for field in self.form.fields.values() if not field.isHidden())

    def show_narrow(self, is_narrow: bool) -> None:
        """Leave the aside out of a small window."""
        self._is_narrow = is_narrow
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep form and aside together in the middle."""
        super().resizeEvent(event)
        self._place()
        self._mark_soon.start()

    def _place(self) -> None:
        """Put the aside beside the form where there is room for both; the two stay together in the middle."""
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar
        has_aside = self.identity is None and self.form is not None and room >= _BOTH and not self._is_narrow
        total = min(room - 2 * EDGE, COLUMN + GAP + WIDTH)
        left = (room - total) // 2
        right = left + total
        if has_aside:
            self.setViewportMargins(left - EDGE, 0, room - (right - WIDTH - GAP + EDGE), 0)
            height = min(self.height() - _ASIDE_TOP - EDGE, self.aside.fit(self.height() - _ASIDE_TOP - EDGE))
            self.aside.setGeometry(right - WIDTH, _ASIDE_TOP, WIDTH, height)
        else:
            self.setViewportMargins(0, 0, 0, 0)
        self.aside.setVisible(has_aside)
        if self.form is not None:
            self.form.show_narrow(is_narrow=room < _PAIRS)
            self.form.show_alone(is_alone=not has_aside)

    def _mark_place(self) -> None:
        """Say in the aside which section is on top of what is seen, or the last one at the end."""
        if self.form is None:
            return
        bar = self.verticalScrollBar()
        line = bar.value() + self.height() // 3
        tops = [(name, head.mapTo(self.form, QPoint(0, 0)).y()) for name, head in self.form.heads.items()]
        passed = [name for name, top in tops if top <= line]
        is_end = bar.maximum() > 0 and bar.value() == bar.maximum()
        self.aside.show_here(tops[-1][0] if is_end else (passed or [tops[0][0]])[-1])

    def _made(self, programme: Programme) -> Form:
        form = Form(programme)
        for field in form.fields.values():
            field.edited.connect(self.edited)
            field.left.connect(self.left)
        form.whose.chosen.connect(self.whose_chosen)
        form.reports.choose_wanted.connect(self.choose_wanted)
        form.reports.removed.connect(self.report_removed)
        for card in form.consents:
            card.ticked.connect(lambda is_on, text=card.text: self._consent(text, is_on))
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self._form_page = in_the_middle(form)
        self.setWidget(self._form_page)
        return form

    def _show_drop(self, is_over: bool) -> None:
        if self.form is not None:
            self.form.reports.show_drop(is_over=is_over)

    def _consent(self, text: ConsentText, is_on: bool) -> None:
        self.consented.emit(text, is_on)


def in_the_middle(page: QWidget) -> QWidget:
    """Return a widget that keeps a page in a column in the middle."""
    page.setMaximumWidth(COLUMN)
    line = row(None, page, None, gap=0, edges=EDGE)
    line.setStretch(0, 1)
    line.setStretch(1, 1000)
    line.setStretch(2, 1)
    made = QWidget()
    made.setObjectName("inner")
    made.setLayout(line)
    return made
