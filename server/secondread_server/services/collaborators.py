"""The receiver's collaborators, made once by the composition root and passed to every service."""

from dataclasses import dataclass

from secondread_server.services.image_ports import Thumbnails
from secondread_server.services.ports import (
    Card,
    Cases,
    Clock,
    Mailer,
    Mails,
    ObjectStore,
    Openings,
    ParcelDecoder,
    Parcels,
    Payments,
    UploadStore,
)
from secondread_shared.contract import Programme


@dataclass(frozen=True, slots=True)
class Rules:
    """What the operator decided: the programme's message, and the bounds that are not told to anybody."""

    programme: Programme
    cases_per_hour: int
    keep_free_bytes: int
    draft_hours: int


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a use case may touch."""

    cases: Cases
    parcels: Parcels
    payments: Payments
    mails: Mails
    openings: Openings
    uploads: UploadStore
    objects: ObjectStore
    thumbnails: Thumbnails
    decoder: ParcelDecoder
    card: Card | None
    mailer: Mailer | None
    rules: Rules
    clock: Clock
