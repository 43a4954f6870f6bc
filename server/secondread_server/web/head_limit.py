"""uvicorn's HTTP protocol with a bound: a request whose address and headers do not end is cut off."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

HEAD_BYTES = 64 << 10


class LimitedHeads(HttpToolsProtocol):
    """Closes the connection beyond 64 KiB of head; chunked bodies, which nobody here takes, count as head."""

    _complete = 0  # bytes of the address and the headers that came to their end
    _unfinished = 0  # bytes that came while a head was underway
    _is_counting = False

    def data_received(self, data: bytes) -> None:
        """Take bytes from the line."""
        was_counting, before = self._is_counting, self._unfinished
        super().data_received(data)
        if was_counting and self._is_counting and self._unfinished == before:
            self._unfinished += len(data)
            self._close_beyond(self._unfinished)

    def on_message_begin(self) -> None:
        """Begin to count: a request begins."""
        super().on_message_begin()
        self._complete, self._unfinished, self._is_counting = 0, 0, True

    def on_url(self, url: bytes) -> None:
        """Count a piece of the address."""
        super().on_url(url)
        self._count(len(url))

    def on_header(self, name: bytes, value: bytes) -> None:
        """Count a header, or a trailer."""
        super().on_header(name, value)
        self._count(len(name) + len(value))

    def on_headers_complete(self) -> None:
        """End the count, unless the body is chunked."""
        super().on_headers_complete()
        self._is_counting = any(name == b"transfer-encoding" for name, _ in self.headers)

    def on_message_complete(self) -> None:
        """End the count."""
        super().on_message_complete()
        self._is_counting = False

    def _count(self, size: int) -> None:
        self._complete += size
        self._close_beyond(self._complete)

    def _close_beyond(self, size: int) -> None:
        if size > HEAD_BYTES and not self.transport.is_closing():
            self.transport.close()
