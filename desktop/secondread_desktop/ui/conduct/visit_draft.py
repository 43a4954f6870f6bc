"""A visit as a draft, and back. What was ticked comes back by its place once the sources are read again."""

from secondread_desktop.core.draft import Draft, Ticked
from secondread_desktop.core.journey import Step
from secondread_desktop.ui.conduct.visit import Visit, Whose


def draft_of(visit: Visit, step: Step) -> Draft:
    """Return what is kept of a visit that stands at `step`."""
    return Draft(
        step=step,
        receiver=visit.receiver,
        key=visit.key,
        roots=visit.roots,
        ticked=frozenset(Ticked(file.source, file.parts) for file in visit.ticked),
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
    """Tick in the visit's fresh catalogue what the draft had ticked; tell whether all of it was found again."""
    assert visit.catalogue is not None
    wanted = draft.ticked
    visit.ticked = frozenset(
        item.file for item in visit.catalogue.found if Ticked(item.file.source, item.file.parts) in wanted
    )
    return len(visit.ticked) == len(wanted)
