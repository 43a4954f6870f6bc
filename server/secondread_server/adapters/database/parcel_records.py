"""Parcels and manifest items in the database. Every method is one transaction and safe to repeat."""

import datetime
from collections.abc import Mapping

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine, Row

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.case_records import case_in, move
from secondread_server.adapters.database.engine import reading, row_values
from secondread_server.adapters.database.mail_rows import enter_mail
from secondread_server.core.case import CaseEvent, may_take_manifest
from secondread_server.core.image_records import InstanceHeader
from secondread_server.core.records import CaseRecord, ItemRecord, MailRecord, ParcelRecord
from secondread_shared.manifest import ItemKind, Manifest, ManifestItem

_ITEMS, _PARCELS = schema.items, schema.parcels


class ParcelRecords:
    """The tables of parcels and items."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, record: ParcelRecord) -> str | None:
        """Enter a parcel; return the upload that stood under its ordinal before, if it was another one."""
        same_place = (_PARCELS.c.case == record.case) & (_PARCELS.c.ordinal == record.ordinal)
        with self._engine.begin() as connection:
            present = connection.execute(sa.select(_PARCELS.c.upload).where(same_place)).scalar()
            if present == record.upload:  # its bytes are to come again: what an earlier round made of them is void
                connection.execute(_PARCELS.update().where(same_place).values(is_stored=False))
                return None
            connection.execute(_PARCELS.delete().where(same_place))
            connection.execute(_PARCELS.insert().values(**msgspec.structs.asdict(record)))
            return present

    def find(self, upload: str) -> ParcelRecord | None:
        """Return the parcel of an upload, or None."""
        with reading(self._engine) as connection:
            row = connection.execute(sa.select(_PARCELS).where(_PARCELS.c.upload == upload)).first()
        return _parcel(row) if row else None

    def of_case(self, case: str) -> list[ParcelRecord]:
        """Return the parcels of a case by ordinal."""
        query = sa.select(_PARCELS).where(_PARCELS.c.case == case).order_by(_PARCELS.c.ordinal)
        with reading(self._engine) as connection:
            return [_parcel(row) for row in connection.execute(query)]

    def remove(self, upload: str) -> None:
        """Forget a parcel whose upload was terminated."""
        with self._engine.begin() as connection:
            connection.execute(_PARCELS.delete().where(_PARCELS.c.upload == upload))

    def take_manifest(self, manifest: Manifest, *, sha256: str) -> None:
        """Enter the items of a manifest and its counts, if the case still takes one: compare and set.

        The same manifest again changes nothing. Raises `ManifestChanged` or `WrongCaseState`.
        """
        counts = {kind: sum(item.kind is kind for item in manifest.items) for kind in ItemKind}
        with self._engine.begin() as connection:
            record = case_in(connection, manifest.case)
            if record.manifest_sha256 == sha256:
                return
            may_take_manifest(record)
            connection.execute(_ITEMS.insert(), [_item_row(manifest.case, item) for item in manifest.items])
            connection.execute(schema.findings.delete().where(schema.findings.c.case == manifest.case))
            connection.execute(schema.findings.insert().values(**_findings_row(manifest)))
            connection.execute(
                schema.cases.update()
                .where(schema.cases.c.id == manifest.case)
                .values(
                    manifest_sha256=sha256,
                    instances=counts[ItemKind.INSTANCE],
                    attachments=counts[ItemKind.ATTACHMENT],
                )
            )

    def items(self, case: str) -> list[ItemRecord]:
        """Return the items of a case's manifest by ordinal."""
        query = sa.select(_ITEMS.c.ordinal, _ITEMS.c.size, _ITEMS.c.sha256).where(_ITEMS.c.case == case)
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(_ITEMS.c.ordinal)).all()
        return [ItemRecord(ordinal=row.ordinal, size=row.size, sha256=row.sha256) for row in rows]

    def settle_parcel(self, parcel: ParcelRecord, *, verified: Mapping[int, InstanceHeader | None]) -> None:
        """Mark items as verified, with what their headers say, and their parcel as stored, in one transaction.

        The bytes are durable before.
        """
        ordinals = sorted(verified)
        with self._engine.begin() as connection:
            for start in range(0, len(ordinals), 500):
                chosen = ordinals[start : start + 500]
                here = (_ITEMS.c.case == parcel.case) & _ITEMS.c.ordinal.in_(chosen)
                connection.execute(_ITEMS.update().where(here).values(is_verified=True))
                _enter_headers(connection, parcel.case, {ordinal: verified[ordinal] for ordinal in chosen})
            connection.execute(_PARCELS.update().where(_PARCELS.c.upload == parcel.upload).values(is_stored=True))

    def unverified(self, case: str) -> list[int]:
        """Return the ordinals that have not been verified yet."""
        query = sa.select(_ITEMS.c.ordinal).where((_ITEMS.c.case == case) & ~_ITEMS.c.is_verified)
        with reading(self._engine) as connection:
            return list(connection.execute(query.order_by(_ITEMS.c.ordinal)).scalars())

    def verified_instances(self, case: str) -> int:
        """Return how many instances of a case are verified."""
        chosen = (_ITEMS.c.case == case) & _ITEMS.c.is_verified & (_ITEMS.c.kind == ItemKind.INSTANCE.value)
        with reading(self._engine) as connection:
            return connection.execute(sa.select(sa.func.count()).where(chosen)).scalar_one()

    def totals(self, case: str) -> tuple[int, int]:
        """Return the number of studies and the original bytes of a case."""
        query = sa.select(
            sa.func.count(sa.distinct(_ITEMS.c.study_instance_uid)), sa.func.coalesce(sa.func.sum(_ITEMS.c.size), 0)
        ).where(_ITEMS.c.case == case)
        with reading(self._engine) as connection:
            studies, size = connection.execute(query).one()
        return int(studies), int(size)

    def receive(
        self, case: str, *, mail: MailRecord | None, now: datetime.datetime, promised_by: datetime.datetime
    ) -> CaseRecord:
        """Move a verified case to received and enter its one acknowledgement, in one transaction."""
        with self._engine.begin() as connection:
            record = move(connection, case, CaseEvent.VERIFIED, received=now, promised_by=promised_by, needed=[])
            enter_mail(connection, mail)
        return record


def _enter_headers(connection: Connection, case: str, headers: Mapping[int, InstanceHeader | None]) -> None:
    """Put headers in place of what an earlier round read."""
    table = schema.instance_headers
    connection.execute(table.delete().where((table.c.case == case) & table.c.ordinal.in_(headers)))
    rows = [
        {"case": case, "ordinal": ordinal, **msgspec.structs.asdict(header)}
        for ordinal, header in headers.items()
        if header is not None
    ]
    if rows:
        connection.execute(table.insert(), rows)


def _item_row(case: str, item: ManifestItem) -> dict[str, object]:
    names = ("ordinal", "path", "size", "sha256", "study_instance_uid", "series_instance_uid", "sop_instance_uid")
    row: dict[str, object] = {name: getattr(item, name) for name in names}
    modality = item.modality[:16] if item.modality else None
    return row | {"case": case, "kind": item.kind.value, "modality": modality, "is_verified": False}


def _findings_row(manifest: Manifest) -> dict[str, object]:
    identity = manifest.identity
    because = identity.confirmed_because if identity else None
    return {
        "case": manifest.case,
        "identity_outcome": identity.outcome[:32] if identity else None,
        "confirmed_because": because[:200] if because else None,
        "problems": msgspec.to_builtins(manifest.problems),
        "deidentification": manifest.deidentification[:32],
        "completeness": msgspec.to_builtins(manifest.completeness),
    }


def _parcel(row: Row[tuple[object, ...]]) -> ParcelRecord:
    return msgspec.convert(row_values(row._mapping), ParcelRecord)
