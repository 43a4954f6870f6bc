"""Acknowledgements: which text, in which version, was shown and agreed to."""

from enum import StrEnum

import msgspec


class ConsentKind(StrEnum):
    """The separate acknowledgements. `FEE` is asked only where there is a fee."""

    TERMS = "terms"
    PRIVACY = "privacy"
    RIGHT_TO_SHARE = "right_to_share"
    FEE = "fee"


class ConsentText(msgspec.Struct, frozen=True):
    """A text as a programme offers it; `version` changes whenever the words do."""

    kind: ConsentKind
    version: str
    title: str
    text: str


class Consent(msgspec.Struct, frozen=True):
    """One acknowledgement as the person gave it."""

    kind: ConsentKind
    version: str
    accepted: bool = False


def missing_consents(offered: list[ConsentText], given: list[Consent]) -> list[ConsentKind]:
    """Return the kinds that are offered but not accepted in exactly the offered version."""
    accepted = {(consent.kind, consent.version) for consent in given if consent.accepted}
    return [text.kind for text in offered if (text.kind, text.version) not in accepted]
