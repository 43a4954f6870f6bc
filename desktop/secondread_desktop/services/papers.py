"""The papers of one visit: the draft, and the reports that a person adds by hand. Nothing of it has been sent."""

from dataclasses import dataclass, field
from pathlib import Path

from secondread_desktop.core.draft import Draft, DraftUnreadable, pack, unpack
from secondread_desktop.errors import AttachmentUnreadable
from secondread_desktop.services.draft_again import draft_again
from secondread_desktop.services.parts import Parts, State
from secondread_desktop.services.sorts import Sort
from secondread_shared.contract import PutIntake, decode_message

SENDABLE = frozenset({Sort.DOCUMENT, Sort.PICTURE})


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that was added by hand. `sort` is by its content, whatever its name says."""

    path: str = field(repr=False)
    name: str = field(repr=False)
    size: int
    sort: Sort

    @property
    def is_sendable(self) -> bool:
        """True for reports and pictures; images of an exam belong to the step that finds images."""
        return self.sort in SENDABLE and self.size > 0


class Papers:
    """Any thread may call these; they can take as long as a disc takes."""

    def __init__(self, parts: Parts, state: State) -> None:
        self._parts = parts
        self._outbox = state.outbox
        self._stock = state.stock
        self._drafts = state.drafts

    def keep(self, draft: Draft) -> None:
        """Keep the draft. Raises `DiskFull`, `StateUnusable`."""
        self._drafts.keep(pack(draft))

    def draft(self) -> Draft | None:
        """Return the draft that was kept; one that cannot be read is put aside, one that became a case is discarded."""
        content = self._drafts.read()
        if content is None:
            return None
        try:
            draft = unpack(content)
        except DraftUnreadable:
            self._drafts.put_aside()
            return None
        if draft.case is not None or self._outbox.find(key=draft.key) is None:
            return draft
        self._drafts.discard()
        return None

    def keep_again(self, case: str) -> None:
        """Keep as a draft what a case was planned from; its details were not taken yet, so they are still here."""
        submission, stored = self._outbox.find(case=case), self._outbox.intake(case)
        if submission is not None and stored is not None:
            stock = self._stock(case)
            planned = [*(entry.planned for entry in stock.staged()), *stock.unstaged()]
            message = decode_message(stored, PutIntake)
            self.keep(draft_again(submission.receiver, message, sources=stock.sources(), planned=planned))

    def discard(self) -> None:
        """Forget the draft for good. Raises `StateUnusable`."""
        self._drafts.discard()

    def look_at(self, path: str) -> Paper:
        """Return what a file is. Raises `AttachmentUnreadable`."""
        found = self._parts.named_document(path, 1)
        try:
            with self._parts.medium(str(Path(path).parent), 1).open(found.parts) as file:
                examined = self._parts.contents().examine(file.stream, size=file.size)
                return Paper(path=path, name=Path(path).name, size=file.size, sort=examined.sort)
        except OSError:
            raise AttachmentUnreadable(1) from None
