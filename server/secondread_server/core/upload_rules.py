"""What a tus request must satisfy before its body is read (tus 1.0.0). Pure: headers in, a verdict out."""

import base64
import binascii
from collections.abc import Mapping

import msgspec

from secondread_server.errors import (
    LengthRequired,
    MediaTypeRefused,
    OffsetMismatch,
    QuotaExceeded,
    TusVersionRefused,
    UploadRefused,
    UploadTooLarge,
)
from secondread_shared.contract import OFFSET_STREAM, TUS_VERSION, Limits
from secondread_shared.ids import CASE_ID, SHA256_HEX, upload_id

EXTENSIONS = "creation,termination"
_MAX_PARCEL_ORDINAL = 100_000
_MAX_METADATA = 1024
_PARCEL_OVERHEAD = 1.02  # headers and index of a parcel that gains nothing by its codec


class ParcelUpload(msgspec.Struct, frozen=True):
    """What a creation request asks for: one upload for one closed parcel. `size` in bytes."""

    case: str
    ordinal: int
    sha256: str
    size: int

    @property
    def upload_id(self) -> str:
        """The same parcel always names the same upload."""
        return upload_id(case=self.case, ordinal=self.ordinal, sha256=self.sha256)


def check_version(headers: Mapping[str, str]) -> None:
    """tus 1.0.0 §Tus-Resumable: every request but OPTIONS names the version."""
    if headers.get("tus-resumable") != TUS_VERSION:
        raise TusVersionRefused("tus_resumable")


def judge_creation(headers: Mapping[str, str], limits: Limits) -> ParcelUpload:
    """tus 1.0.0 §Creation: a length, our metadata, no body, none of the extensions that we do not offer."""
    if "transfer-encoding" in headers or _number(headers.get("content-length", "0")) != 0:
        raise UploadRefused("creation_with_body")
    if "upload-defer-length" in headers or "upload-concat" in headers:
        raise UploadRefused("extension_not_offered")
    size = _number(headers.get("upload-length", ""))
    if size is None or size == 0:
        raise UploadRefused("upload_length")
    if size > limits.upload_bytes:
        raise UploadTooLarge("upload_length")
    metadata = parse_metadata(headers.get("upload-metadata", ""))
    return _parcel_upload(metadata, size)


def judge_quota(*, present: int, size: int, limits: Limits) -> None:
    """Refuse an upload that takes the case's bytes over what a case may hold."""
    if present + size > limits.case_bytes * _PARCEL_OVERHEAD:
        raise QuotaExceeded("case_bytes")


def judge_patch_headers(headers: Mapping[str, str]) -> tuple[int, int]:
    """tus 1.0.0 §PATCH: return the offset and the length of the chunk, in bytes."""
    if headers.get("content-type") != OFFSET_STREAM:
        raise MediaTypeRefused("content_type")
    if "transfer-encoding" in headers:
        raise LengthRequired("chunked")
    length = _number(headers.get("content-length", ""))
    if length is None:
        raise LengthRequired("content_length")
    offset = _number(headers.get("upload-offset", ""))
    if offset is None:
        raise UploadRefused("upload_offset")
    return offset, length


def judge_chunk(*, offset: int, length: int, present: int, size: int) -> None:
    """Refuse a chunk that does not start at the upload's end, or goes beyond its length. All in bytes."""
    if offset != present:
        raise OffsetMismatch("upload_offset")
    if offset + length > size:
        raise UploadTooLarge("beyond_length")


def parse_metadata(header: str) -> dict[str, str]:
    """tus 1.0.0 §Upload-Metadata: comma-separated pairs of a key and a base64 value."""
    if len(header) > _MAX_METADATA:
        raise UploadRefused("metadata_size")
    metadata: dict[str, str] = {}
    for pair in filter(None, (part.strip() for part in header.split(","))):
        key, _, value = pair.partition(" ")
        if key in metadata:
            raise UploadRefused("metadata_twice")
        try:
            metadata[key] = base64.b64decode(value, validate=True).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError, ValueError):
            raise UploadRefused("metadata_encoding") from None
    return metadata


def _parcel_upload(metadata: dict[str, str], size: int) -> ParcelUpload:
    case, sha256 = metadata.get("case", ""), metadata.get("sha256", "")
    ordinal = _number(metadata.get("parcel", ""))
    if not CASE_ID.fullmatch(case) or not SHA256_HEX.fullmatch(sha256):
        raise UploadRefused("metadata_case_or_sha256")
    if ordinal is None or not 1 <= ordinal <= _MAX_PARCEL_ORDINAL:
        raise UploadRefused("metadata_parcel")
    return ParcelUpload(case=case, ordinal=ordinal, sha256=sha256, size=size)


def _number(text: str) -> int | None:
    """Read a non-negative decimal number of ASCII digits; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 15 else None
