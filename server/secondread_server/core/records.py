"""What the database remembers, as values."""

import datetime

import msgspec

from secondread_shared.money import Money
from secondread_shared.states import CaseState, PaymentState, Role


class CaseRecord(msgspec.Struct, frozen=True):
    """A case. `round` counts its verifications; `needed` lists the ordinals that must be sent again."""

    id: str
    token_sha256: str
    number: str
    state: CaseState
    created: datetime.datetime
    round: int = 0
    instances: int = 0
    attachments: int = 0
    manifest_sha256: str | None = None
    needed: tuple[int, ...] = ()
    received: datetime.datetime | None = None
    promised_by: datetime.datetime | None = None


class ParcelRecord(msgspec.Struct, frozen=True):
    """A parcel of a case. `is_stored` once all that it holds has been verified or found unusable."""

    case: str
    ordinal: int
    upload: str
    size: int
    sha256: str
    is_stored: bool = False


class ItemRecord(msgspec.Struct, frozen=True):
    """An item of the manifest, as far as verification needs it."""

    ordinal: int
    size: int
    sha256: str


class PaymentRecord(msgspec.Struct, frozen=True):
    """The payment of a case. `reference` is the provider's; `url` leads to its page while a person must act."""

    case: str
    provider: str
    state: PaymentState
    amount: Money | None = None
    reference: str | None = None
    url: str | None = None


class MailRecord(msgspec.Struct, frozen=True):
    """One mail that is due. `key` makes it unique: the same event never leads to two mails."""

    key: str
    case: str
    kind: str


class StaffRecord(msgspec.Struct, frozen=True):
    """A member of staff."""

    id: str
    email: str
    role: Role
    password_hash: str = ""
    is_blocked: bool = False

    def __repr__(self) -> str:
        """Tell the role only."""
        return f"StaffRecord({self.role})"
