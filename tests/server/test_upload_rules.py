"""What a tus request must satisfy, as a pure function of its headers."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_server.core.upload_rules import (
    judge_chunk,
    judge_creation,
    judge_patch_headers,
    judge_quota,
    parse_metadata,
)
from secondread_server.errors import OffsetMismatch, QuotaExceeded, Refused, UploadRefused, UploadTooLarge
from secondread_shared.contract import OFFSET_STREAM, Limits

GOOD = {"case": "a" * 32, "parcel": "3", "sha256": "b" * 64}


def encoded(metadata: dict[str, str]) -> str:
    return ",".join(f"{key} {base64.b64encode(value.encode()).decode()}" for key, value in metadata.items())


def test_a_creation_names_its_parcel() -> None:
    parcel = judge_creation({"upload-length": "10", "upload-metadata": encoded(GOOD)}, Limits())
    assert (parcel.case, parcel.ordinal, parcel.sha256, parcel.size) == ("a" * 32, 3, "b" * 64, 10)
    assert len(parcel.upload_id) == 32


@pytest.mark.parametrize(
    "change",
    [{"case": ""}, {"case": "A" * 32}, {"case": "../" + "a" * 29}, {"sha256": "c"}, {"parcel": "0"}, {"parcel": "-1"},
     {"parcel": "1.0"}, {"parcel": "٣"}, {"parcel": "100001"}],
)  # fmt: skip
def test_metadata_that_does_not_stand_is_refused(change: dict[str, str]) -> None:
    headers = {"upload-length": "10", "upload-metadata": encoded(GOOD | change)}
    with pytest.raises(UploadRefused):
        judge_creation(headers, Limits())


@pytest.mark.parametrize("header", ["case !", "case YQ==,case YQ==", "case " + "A" * 1025, "case /w=="])
def test_metadata_that_cannot_be_read_is_refused(header: str) -> None:
    with pytest.raises(UploadRefused):
        parse_metadata(header)


@given(st.text(max_size=300))
def test_any_metadata_is_read_or_refused(header: str) -> None:
    try:
        parse_metadata(header)
    except Refused as error:
        assert header not in error.reason or len(header) < 5


@given(offset=st.integers(0, 100), length=st.integers(0, 100), present=st.integers(0, 100), size=st.integers(0, 100))
def test_a_chunk_is_taken_only_at_the_end_and_within_the_length(
    offset: int, length: int, present: int, size: int
) -> None:
    fits = offset == present and offset + length <= size
    try:
        judge_chunk(offset=offset, length=length, present=present, size=size)
    except OffsetMismatch:
        assert offset != present
    except UploadTooLarge:
        assert offset + length > size
    else:
        assert fits


def test_a_chunk_needs_its_type_its_offset_and_its_length() -> None:
    good = {"content-type": OFFSET_STREAM, "content-length": "5", "upload-offset": "2"}
    assert judge_patch_headers(good) == (2, 5)
    for missing in good:
        with pytest.raises(Refused):
            judge_patch_headers({key: value for key, value in good.items() if key != missing})


def test_a_case_may_not_outgrow_its_quota() -> None:
    limits = Limits(case_bytes=1000)
    judge_quota(present=500, size=500, limits=limits)
    with pytest.raises(QuotaExceeded):
        judge_quota(present=500, size=600, limits=limits)
