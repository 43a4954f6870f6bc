"""A visit as a draft, and back. What was ticked comes back once the sources are read again, if it is still the same."""

from secondread_desktop.core.catalogue import Found
from secondread_desktop.core.draft import Draft, Ticked
from secondread_desktop.core.journey import Step
from secondread_desktop.ui.conduct.visit import Visit, Whose


def draft_of(visit: Visit, step: Step) -> Draft:
    """Return what is kept of a visit that stands at `step`."""
    found = visit.catalogue.found if visit.catalogue is not None else ()
    return Draft(
        step=step,
        receiver=visit.receiver,
        key=visit.key,
        roots=visit.roots,
        seen=sum(item.header is not None for item in found),
        ticked=frozenset(_ticked(item) for item in found if item.file in visit.ticked),
        whose=visit.whose,
        documents=visit.documents,
        form=tuple(visit.form.items()),
        consents=visit.consents,
        because=visit.because,
        because_of=visit.because_of,
    )


def visit_of(draft: Draft) -> Visit:
    """Return a visit with everything but programme, catalogue and ticks: those are asked and read again."""
    return Visit(
        receiver=draft.receiver,
        roots=draft.roots,
        whose=Whose(draft.whose) if draft.whose in set(Whose) else None,
        documents=draft.documents,
        form=dict(draft.form),
        consents=draft.consents,
        because=draft.because,
        because_of=draft.because_of,
        key=draft.key,
    )


def tick_again(visit: Visit, draft: Draft) -> bool:
    """Tick in the visit's fresh catalogue what the draft had ticked; tell whether the images are those that were there.

    Where anything is missing, or no image was ticked, the disc may be another one: whose images these are must be
    asked again.
    """
    assert visit.catalogue is not None
    again = [item for item in visit.catalogue.found if _ticked(item) in draft.ticked]
    visit.ticked = frozenset(item.file for item in again)
    is_whole = len(again) == len(draft.ticked)
    if not is_whole or not any(item.header for item in again):
        visit.whose = visit.because = None
    return is_whole and draft.seen in (0, len(visit.catalogue.instances))


def _ticked(item: Found) -> Ticked:
    return Ticked(item.file.source, item.file.parts, item.header.sop_instance_uid if item.header else "")
