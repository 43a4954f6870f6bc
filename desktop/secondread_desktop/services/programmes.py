"""Programmes: whom the images can go to, by their addresses. Asking one can be stopped."""

import threading
from dataclasses import dataclass
from pathlib import Path

from secondread_desktop.core.events import Tell
from secondread_desktop.errors import DesktopError, Interrupted, PatienceExhausted, ReceiverUnreachable
from secondread_desktop.services.parts import Parts
from secondread_desktop.services.patience import Patience
from secondread_desktop.services.ports import Clock
from secondread_shared.contract import Programme

FIRST_CONTACT_S = 5.0  # a wrong address should be told soon


@dataclass(frozen=True, slots=True)
class StoppableClock:
    """A clock whose sleep ends with `Interrupted` when the work is stopped."""

    clock: Clock
    cancel: threading.Event

    def now_s(self) -> float:
        """Return the clock's seconds."""
        return self.clock.now_s()

    def sleep(self, seconds: float) -> None:
        """Let the time pass, or stop."""
        if self.cancel.wait(seconds):
            raise Interrupted


def stoppable_patience(parts: Parts, limit_s: float, *, tell: Tell, cancel: threading.Event) -> Patience:
    """Return patience that ends with `Interrupted` when the work is stopped."""
    return Patience(clock=StoppableClock(parts.clock, cancel), jitter=parts.jitter, limit_s=limit_s, tell=tell)


class Programmes:
    """The programmes that this computer knows of."""

    def __init__(self, parts: Parts, folder: Path) -> None:
        self._parts = parts
        self._folder = folder

    def remembered(self) -> str | None:
        """Return the address of the programme that was used last."""
        return self._parts.remembered_programme(self._folder)

    def remember(self, receiver: str) -> None:
        """Keep the address of a programme that answered. Raises `StateUnusable`."""
        self._parts.remember_programme(self._folder, receiver)

    def address_in(self, given: str) -> str | None:
        """Return the address that an address, a link, or a file with either means."""
        return self._parts.address_in(given)

    def as_it_is_now(self, receiver: str, known: Programme, *, tell: Tell, cancel: threading.Event) -> Programme:
        """Return what the programme asks for by now, or what is `known` of it while it does not answer."""
        try:
            return self.ask(receiver, tell=tell, cancel=cancel)
        except Interrupted:
            raise
        except DesktopError:
            return known

    def ask(self, receiver: str, *, tell: Tell, cancel: threading.Event) -> Programme:
        """Ask who receives. Raises `ReceiverUnreachable` soon."""
        patience = stoppable_patience(self._parts, FIRST_CONTACT_S, tell=tell, cancel=cancel)
        try:
            return patience.insist(self._parts.connect(receiver, None).api.programme)
        except PatienceExhausted:
            raise ReceiverUnreachable from None
