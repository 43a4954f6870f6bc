"""A TCP proxy on loopback: limits the upstream rate and keeps the first line of every request it carries."""

import re
import socket
import threading
import time
from typing import Self

from tests.support.receiver import free_port

_REQUEST = re.compile(rb"(?:^|\r\n)((?:GET|PUT|POST|PATCH|HEAD|DELETE|OPTIONS) \S+ HTTP/1\.1)\r\n")
_BLOCK = 16_384


class SlowLine:
    """Carries connections to one port; `bytes_per_s` bounds what goes up."""

    def __init__(self, target_port: int, *, bytes_per_s: int) -> None:
        self.port = free_port()
        self.request_lines: list[str] = []
        self.bytes_up = 0
        self._target_port = target_port
        self.bytes_per_s = bytes_per_s
        self._listener = socket.create_server(("127.0.0.1", self.port))
        self._connections: list[tuple[socket.socket, socket.socket]] = []
        self._carriers: list[threading.Thread] = []
        self._acceptor = threading.Thread(target=self._accept, daemon=True)
        self._acceptor.start()

    @property
    def url(self) -> str:
        """The address of the line's near end."""
        return f"http://127.0.0.1:{self.port}"

    def close(self) -> None:
        """Cut every connection and take no more."""
        _end(self._listener)
        self._listener.close()
        self._acceptor.join()
        for near, far in list(self._connections):
            _end(near, far)
        for carrier in self._carriers:
            carrier.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            carrier = threading.Thread(target=self._carry, args=(near,), daemon=True)
            self._carriers.append(carrier)
            carrier.start()

    def _carry(self, near: socket.socket) -> None:
        with near:
            try:
                far = socket.create_connection(("127.0.0.1", self._target_port))
            except OSError:
                return
            with far:
                self._connections.append((near, far))
                down = threading.Thread(target=_carry_down, args=(far, near), daemon=True)
                down.start()
                self._carry_up(near, far)
                down.join()
                self._connections.remove((near, far))

    def _carry_up(self, near: socket.socket, far: socket.socket) -> None:
        try:
            while block := near.recv(_BLOCK):
                self.request_lines += [line.decode("latin-1") for line in _REQUEST.findall(block)]
                far.sendall(block)
                self.bytes_up += len(block)
                time.sleep(len(block) / self.bytes_per_s)
        except OSError:
            pass
        _end(near, far)


def _carry_down(far: socket.socket, near: socket.socket) -> None:
    try:
        while block := far.recv(_BLOCK):
            near.sendall(block)
    except OSError:
        pass
    _end(near, far)


def _end(*lines: socket.socket) -> None:
    for line in lines:
        try:
            line.shutdown(socket.SHUT_RDWR)
        except OSError:
            continue
