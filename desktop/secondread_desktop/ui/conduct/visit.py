"""What one person has said and found so far: what the steps hand to each other, and what the draft keeps.

A conduct changes the visit only in the window's thread.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from secondread_desktop.core.catalogue import Catalogue, FoundFile
from secondread_shared.consent import Consent
from secondread_shared.contract import Programme
from secondread_shared.ids import new_case_id


class Whose(StrEnum):
    """The answer to the banner on Check."""

    MINE = "mine"
    CARED_FOR = "cared_for"


@dataclass(slots=True)
class Visit:
    """One journey. `form` holds the typed text by field of `Intake`; nothing here may reach a log."""

    receiver: str = ""
    programme: Programme | None = None
    roots: tuple[str, ...] = ()
    catalogue: Catalogue | None = field(default=None, repr=False)
    ticked: frozenset[FoundFile] = field(default=frozenset(), repr=False)  # instances and documents of the sources
    whose: Whose | None = None
    documents: tuple[str, ...] = field(default=(), repr=False)  # added by hand, absolute paths
    form: dict[str, str] = field(default_factory=dict, repr=False)
    consents: tuple[Consent, ...] = ()
    because: str | None = field(default=None, repr=False)  # why images under another name are this person's
    because_of: str = field(default="", repr=False)  # the comparison that `because` was said about
    key: str = field(default_factory=new_case_id)  # the draft's, then the submission's: one draft becomes one case
    is_planning: bool = False  # while the plan is being kept: what is planned can no longer be changed
    case: str | None = None  # from the moment the plan is kept in the outbox
