"""tus 1.0.0 with tuspy's `Uploader` as the protocol's engine, on our own HTTP line.

What is not tuspy's here, and why: it opens a connection for each request, has no time-outs, holds a chunk in memory,
retries on its own, and remembers uploads by a fingerprint that takes two files for one (see the design's evidence).
"""

import os
import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, BinaryIO

from tusclient.uploader.uploader import Uploader

from secondread_desktop.adapters.answers import upload_error
from secondread_desktop.adapters.http_line import Answer, HttpLine
from secondread_desktop.core.chunk_size import FIRST_BYTES, next_chunk_bytes
from secondread_desktop.core.submission import Parcel
from secondread_desktop.errors import ReceiverNotOurs
from secondread_desktop.services.ports import Heard, UploadPlace
from secondread_shared.contract import FILES, OFFSET_STREAM


class TusUploads:
    """See `ports.Uploads`."""

    def __init__(self, line: HttpLine, *, chunk_bytes: int = FIRST_BYTES) -> None:
        self._line = line
        self._chunk_bytes = chunk_bytes

    def create(self, case: str, parcel: Parcel) -> UploadPlace:
        """POST the upload; made twice it is the same one, and its offset may be past 0."""
        metadata = {"case": case, "parcel": str(parcel.ordinal), "sha256": parcel.sha256}
        uploader = LineUploader(_Length(parcel.size), line=self._line, metadata=metadata)
        url = uploader.create_url()
        return UploadPlace(url=url, offset=uploader.offset)

    def ask(self, url: str) -> int:
        """HEAD the upload."""
        return LineUploader(_Length(0), line=self._line, upload_url=url).get_offset()

    def send(self, url: str, file: BinaryIO, *, offset: int, size: int, heard: Heard) -> int:
        """PATCH the next chunk; the one after is larger or smaller as the line was fast or slow."""
        uploader = LineUploader(file, line=self._line, upload_url=url, size=size, chunk_bytes=self._chunk_bytes)
        uploader.offset = offset
        uploader.heard = heard
        started = time.monotonic()
        uploader.upload_chunk()
        if uploader.offset - offset >= self._chunk_bytes:
            self._chunk_bytes = next_chunk_bytes(self._chunk_bytes, seconds=time.monotonic() - started)
        return uploader.offset

    def terminate(self, url: str) -> None:
        """DELETE the upload (tus 1.0.0 §Termination)."""
        answer = self._line.request("DELETE", url, headers=dict(Uploader.DEFAULT_HEADERS))
        if answer.status not in (204, 404, 410):
            raise upload_error(answer)


def _tell_nobody(_offset: int) -> None:
    """Keep it to oneself."""


class LineUploader(Uploader):
    """tuspy's uploader whose three requests go over an `HttpLine` and whose errors are ours."""

    def __init__(
        self,
        file: Any,
        *,
        line: HttpLine,
        upload_url: str | None = None,
        size: int | None = None,
        chunk_bytes: int = FIRST_BYTES,
        metadata: dict[str, str] | None = None,
    ) -> None:
        self._line = line
        self._size = size
        client: Any = _Client()
        super().__init__(file_stream=file, client=client, chunk_size=chunk_bytes, metadata=metadata)
        self.address = upload_url or ""
        self.heard: Heard = _tell_nobody

    def get_file_size(self) -> int:
        """Return the size in bytes."""
        engine: Any = self
        return int(engine.get_file_stream().seek(0, os.SEEK_END)) if self._size is None else self._size

    def create_url(self) -> str:
        """POST, and return the upload's address; `offset` is then what the receiver already has."""
        engine: Any = self
        answer = self._line.request("POST", FILES[1:], headers=engine.get_url_creation_headers())
        location = answer.header("Location")
        if answer.status not in (200, 201):
            raise upload_error(answer)
        if location is None:
            raise ReceiverNotOurs
        self.offset = _offset(answer, default=0)
        return self._line.url(location)

    def get_offset(self) -> int:
        """HEAD, and return the offset."""
        engine: Any = self
        answer = self._line.request("HEAD", self.address, headers=engine.get_headers())
        if answer.status not in (200, 204):
            raise upload_error(answer)
        return _offset(answer)

    def upload_chunk(self) -> None:
        """PATCH one chunk, and take the new offset from the answer."""
        self._do_request()

    def _do_request(self) -> None:
        engine: Any = self
        headers = engine.get_headers() | {"Upload-Offset": str(self.offset), "Content-Type": OFFSET_STREAM}
        chunk = Chunk(engine.get_file_stream(), start=self.offset, length=engine.get_request_length())
        chunk.heard = self.heard
        answer = self._line.request("PATCH", self.address, body=chunk, headers=headers)
        if answer.status != 204:
            raise upload_error(answer)
        self.offset = _offset(answer)


class Chunk:
    """A part of a file as a request body: with a length, so that it is never sent chunked, and not in memory."""

    def __init__(self, file: BinaryIO, *, start: int, length: int) -> None:
        self._file = file
        self._file.seek(start)
        self._place = start
        self._left = length
        self.heard: Heard = _tell_nobody

    def __len__(self) -> int:
        return self._left

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes of the part."""
        block = self._file.read(self._left if size < 0 else min(size, self._left))
        self._left -= len(block)
        self._place += len(block)
        self.heard(self._place)
        return block


class _Client:
    """The little that tuspy asks of its client object."""

    headers: Mapping[str, str] = MappingProxyType({})
    client_cert = None


class _Length:
    """Stands for a file when only its length matters."""

    def __init__(self, size: int) -> None:
        self._size = size

    def seek(self, _offset: int, whence: int = os.SEEK_SET) -> int:
        """Go to either end."""
        return self._size if whence == os.SEEK_END else 0

    def tell(self) -> int:
        """Return the length."""
        return self._size


def _offset(answer: Answer, *, default: int | None = None) -> int:
    text = answer.header("Upload-Offset")
    if text is None and default is not None:
        return default
    if text is None or not (text.isascii() and text.isdigit() and len(text) < 19):
        raise ReceiverNotOurs
    return int(text)
