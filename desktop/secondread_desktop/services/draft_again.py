"""From a planned case back to the draft that it was: for what the programme asks anew before it takes anything."""

from collections.abc import Sequence
from pathlib import PurePath

from secondread_desktop.core.draft import Draft, Ticked
from secondread_desktop.core.intake_form import form_of
from secondread_desktop.core.journey import Step
from secondread_desktop.core.submission import Planned, Source
from secondread_shared.contract import PutIntake
from secondread_shared.ids import new_case_id
from secondread_shared.intake import Relation
from secondread_shared.manifest import ItemKind

_WHOSE = {Relation.SELF: "mine", Relation.OTHER: "cared_for"}


def draft_again(receiver: str, message: PutIntake, *, sources: Sequence[Source], planned: Sequence[Planned]) -> Draft:
    """Return the draft, at About you. Documents that were added by hand have sources of their own, after the discs."""
    of_discs = {entry.source for entry in planned if entry.kind is ItemKind.INSTANCE}
    discs = [source for source in sources if source.number <= max(of_discs, default=0)]
    numbers = {source.number for source in discs}
    by_hand = {source.number: source.root for source in sources if source.number not in numbers}
    return Draft(
        step=Step.ABOUT_YOU,
        receiver=receiver,
        key=new_case_id(),
        roots=tuple(source.root for source in discs),
        ticked=frozenset(
            Ticked(entry.source, entry.parts, entry.sop_instance_uid or "")
            for entry in planned
            if entry.source in numbers
        ),
        whose=_WHOSE.get(Relation(message.intake.relation)),
        documents=tuple(
            str(PurePath(by_hand[entry.source], *entry.parts)) for entry in planned if entry.source in by_hand
        ),
        form=tuple(form_of(message.intake).items()),
        consents=tuple(message.consents),
    )
