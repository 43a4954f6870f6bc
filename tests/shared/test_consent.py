"""Consents: only the offered version, and only if accepted."""

import pytest

from secondread_shared.consent import Consent, ConsentKind, ConsentText, missing_consents

OFFERED = [ConsentText(kind, "2", kind.value, "text") for kind in ConsentKind]
GIVEN = [Consent(kind, "2", accepted=True) for kind in ConsentKind]


def test_nothing_is_missing_when_every_text_is_accepted_in_its_version():
    assert missing_consents(OFFERED, GIVEN) == []


def test_everything_is_missing_when_nothing_is_given():
    assert missing_consents(OFFERED, []) == list(ConsentKind)


@pytest.mark.parametrize("kind", list(ConsentKind))
@pytest.mark.parametrize("spoil", [{"version": "1"}, {"accepted": False}])
def test_an_old_version_or_a_no_leaves_that_one_missing(kind, spoil):
    given = [
        Consent(kind=c.kind, version=spoil.get("version", c.version), accepted=spoil.get("accepted", True))
        if c.kind is kind
        else c
        for c in GIVEN
    ]
    assert missing_consents(OFFERED, given) == [kind]


def test_an_acknowledgement_that_is_not_offered_changes_nothing():
    without_fee = OFFERED[:3]
    assert missing_consents(without_fee, GIVEN) == []
