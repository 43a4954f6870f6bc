"""What the console reads of a case's images: its items, joined with what their headers say."""

import threading
from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.engine import reading, row_values
from secondread_server.core.image_records import InstanceHeader, InstanceRecord

_TOLD = ("study_instance_uid", "series_instance_uid", "modality")


_MOST_KEPT = 8  # cases whose instances are kept in memory
_State = tuple[int, ...]


class ImageRecords:
    """Queries of instances. Those of the cases that are looked at now are kept: each frame asks for them again.

    A case's items never change, but for the ones that arrive, get a header, or are forgotten: counts tell.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._kept: dict[str, tuple[_State, list[InstanceRecord]]] = {}  # the longest unused first

    def instances(self, case: str) -> list[InstanceRecord]:
        """Return the instances of a case by ordinal. Without a header, the manifest's word counts."""
        state = self._state(case)
        with self._lock:
            kept = self._kept.pop(case, None)
            if kept is None or kept[0] != state:
                kept = None
            else:
                self._kept[case] = kept
        return list(kept[1]) if kept else self._keep(case, state, self._read(case))

    def _keep(self, case: str, state: _State, found: list[InstanceRecord]) -> list[InstanceRecord]:
        with self._lock:
            self._kept[case] = (state, found)
            while len(self._kept) > _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
        return list(found)

    def _state(self, case: str) -> _State:
        items, headers = schema.items, schema.instance_headers
        arrived = sa.func.count(sa.case((items.c.is_verified, 1)))
        of_items = sa.select(sa.func.count(), arrived).select_from(items).where(items.c.case == case)
        of_headers = sa.select(sa.func.count()).select_from(headers).where(headers.c.case == case)
        with reading(self._engine) as connection:
            return tuple(connection.execute(of_items).one()) + tuple(connection.execute(of_headers).one())

    def _read(self, case: str) -> list[InstanceRecord]:
        items, headers = schema.items, schema.instance_headers
        names = InstanceHeader.__struct_fields__
        query = (
            sa.select(
                items.c.ordinal,
                items.c.size,
                items.c.sha256,
                items.c.is_verified,
                *(items.c[name].label(f"told_{name}") for name in _TOLD),
                *(headers.c[name] for name in names),
            )
            .outerjoin(headers, (headers.c.case == items.c.case) & (headers.c.ordinal == items.c.ordinal))
            .where((items.c.case == case) & (items.c.kind == "instance"))
            .order_by(items.c.ordinal)
        )
        with reading(self._engine) as connection:
            return [_instance(row_values(row._mapping)) for row in connection.execute(query)]


def _instance(values: dict[str, Any]) -> InstanceRecord:
    known = {name: values[name] for name in InstanceHeader.__struct_fields__ if values[name] is not None}
    told = {name: values[f"told_{name}"] for name in _TOLD if not known.get(name) and values[f"told_{name}"]}
    return InstanceRecord(
        ordinal=values["ordinal"],
        size=values["size"],
        sha256=values["sha256"],
        is_verified=values["is_verified"],
        header=msgspec.convert(known | told, InstanceHeader),
    )
