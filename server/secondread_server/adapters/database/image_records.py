"""What the console reads of a case's images: its items, joined with what their headers say."""

from typing import Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.engine import reading, row_values
from secondread_server.core.image_records import InstanceHeader, InstanceRecord

_TOLD = ("study_instance_uid", "series_instance_uid", "modality")


class ImageRecords:
    """Queries of instances."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def instances(self, case: str) -> list[InstanceRecord]:
        """Return the instances of a case by ordinal. Without a header, the manifest's word counts."""
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
