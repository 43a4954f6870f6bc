"""Errors of the desktop.

DesktopError                    neither of the three below: a bug, unless the journey handles it
├── ReceiverRefused             the receiver refused something that this program should not have sent
├── ParcelsMissing              some uploads are not whole at the receiver: the journey sends them again
├── CaseMovedOn                 the case is in another state than the request needs: the journey asks which
├── Transient                   trying again may help, without anybody's doing
│   ├── ReceiverUnreachable     no answer: name, line, time-out
│   ├── ReceiverBusy            429, 5xx: not now
│   ├── ReceiverFull            507: its disk is full
│   ├── OffsetMismatch          409, 423: ask the offset, then go on
│   └── UploadGone              404, 410: create the upload again
├── Interrupted                 stopped before the end; `resume` goes on
│   ├── StoppedEarly            stopped while nothing was prepared yet
│   ├── PatienceExhausted       no progress for too long
│   ├── DiscUnreadable          a source is not there, or cannot be read now
│   ├── OutputLost              nobody reads what this program prints
│   └── DiscChanged             another disc is in the place of the one that was begun with
└── PersonMustAct               only a person can change this
    ├── NothingToSend           no instances in the sources, or in the choice
    ├── AttachmentUnreadable    a named document cannot be read
    ├── EjectRefused            a disc or stick cannot be let go of now
    ├── PasswordNeeded          an archive that was open while planning is locked now
    ├── PasswordsUnreadable     the file of passwords cannot be read
    ├── IntakeUnreadable        the intake file is not an intake
    ├── IntakeIncomplete        the intake has missing or wrong fields
    ├── ConsentsMissing         an acknowledgement is missing, or of an older text
    ├── IdentityUndecided       whose images these are must be confirmed
    ├── PaymentRefused          the card was declined, or the payment cancelled
    ├── ReceiverNotOurs         whatever answered is not a SecondRead receiver
    ├── ReceiverInsecure        not https, or a certificate that cannot be trusted
    ├── AccessRefused           the receiver does not know our token
    ├── CaseEnded               the case takes nothing more
    ├── CaseTooLarge            more than the receiver takes
    ├── CaseIncomplete          sent again and again, and still not whole
    ├── ReceiptUnfitting        the receiver says that all is there, but its receipt is of something else
    ├── ImagesLeftOut           files that were to be sent could not be read
    ├── CaseUnknownHere         no such case on this computer
    ├── KeyUsedElsewhere        the key belongs to another sending
    ├── ParcelLost              a prepared copy is gone from this computer
    ├── PictureUnwritable       a picture cannot be written where it was wanted
    ├── DiskFull                this computer's disk is full
    ├── LetterUnwritten         the place for the letter to the hospital cannot be written
    ├── StateUnusable           the program's own folder cannot be used
    └── StateInUse              another SecondRead owns that folder now

OSError                         of a medium: the use cases make a finding of it
├── MemberDamaged               a file inside an archive is not what the archive says
└── MemberLocked                a file inside an archive needs a password that nobody gave

The fields never hold anything about a patient.
"""

import errno
import re

from secondread_shared.intake import FieldProblem


class DesktopError(Exception):
    """Root of this tree."""


class Transient(DesktopError):
    """Trying again may help."""

    retry_after_s: float | None = None


class Interrupted(DesktopError):
    """Stopped before the end; everything prepared so far stands."""


class PersonMustAct(DesktopError):
    """Only a person can change this."""


class ReceiverRefused(DesktopError):
    """The receiver refused what should have been right. `code` is its problem code."""

    def __init__(self, *, status: int, code: str = "") -> None:
        super().__init__(f"{status} {code}".strip())
        self.status = status
        self.code = code


class ReceiverUnreachable(Transient):
    """No answer. `reason` is a code word: connect, timeout, cut."""

    def __init__(self, reason: str = "connect") -> None:
        super().__init__(reason)
        self.reason = reason


class ReceiverBusy(Transient):
    """An answer that means "not now"; `retry_after_s` as the receiver asked."""

    def __init__(self, *, status: int, retry_after_s: float | None = None) -> None:
        super().__init__(str(status))
        self.status = status
        self.retry_after_s = retry_after_s


class ReceiverFull(Transient):
    """507: the receiver cannot store more at present."""


class OffsetMismatch(Transient):
    """The upload is at another offset, or still locked by a dying connection."""


class UploadGone(Transient):
    """The receiver no longer has this upload."""


class ParcelsMissing(DesktopError):
    """The receiver misses uploads that we thought were whole."""


class CaseMovedOn(DesktopError):
    """The case is in another state than the request needs."""


class StoppedEarly(Interrupted):
    """Stopped by the person before there was anything to go on with."""


class PatienceExhausted(Interrupted):
    """Nothing moved for too long. `reason` names the last obstacle by its error's name."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class DiscUnreadable(Interrupted):
    """The source of that number (from 1) is not there or cannot be listed."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class OutputLost(Interrupted):
    """The pipe, screen or file that this program prints to takes nothing more."""


class DiscChanged(Interrupted):
    """What is at the place of source `number` (from 1) is not what the case was begun with."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class NothingToSend(PersonMustAct):
    """No instances were found, or none is left by the choice."""


class AttachmentUnreadable(PersonMustAct):
    """The named document that would be source `number` cannot be read."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self.number = number


class EjectRefused(PersonMustAct):
    """The system does not let go of a medium: something still uses it, or there is no tool for it."""


class PasswordNeeded(PersonMustAct):
    """Files of this case are in a locked archive, and its password is not at hand any more."""


class PasswordsUnreadable(PersonMustAct):
    """The file of passwords is missing, too long or no text."""


class IntakeUnreadable(PersonMustAct):
    """The intake file is missing or is not an intake."""


class IntakeIncomplete(PersonMustAct):
    """Fields of the intake are missing or wrong."""

    def __init__(self, fields: list[FieldProblem]) -> None:
        super().__init__(", ".join(f"{problem.field}:{problem.code}" for problem in fields))
        self.fields = fields


class ConsentsMissing(PersonMustAct):
    """Acknowledgements of these kinds are missing in the version that the programme shows now."""

    def __init__(self, kinds: list[str]) -> None:
        super().__init__(", ".join(kinds))
        self.kinds = kinds


class IdentityUndecided(PersonMustAct):
    """The images' patient and the intake's do not plainly agree. `outcome` is a word of `identity_check`."""

    def __init__(self, outcome: str) -> None:
        super().__init__(outcome)
        self.outcome = outcome


class PaymentRefused(PersonMustAct):
    """The payment ended without an authorisation."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class ReceiverNotOurs(PersonMustAct):
    """A sign-in page of a network, another website, or a proxy answered."""


class ReceiverInsecure(PersonMustAct):
    """The address is not https, or its certificate cannot be trusted."""


class AccessRefused(PersonMustAct):
    """The receiver refuses the secret of this case."""


class CaseEnded(PersonMustAct):
    """The case is withdrawn, declined, closed, expired or forgotten."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.state = state


class CaseTooLarge(PersonMustAct):
    """More bytes than the receiver takes in one case."""


class CaseIncomplete(PersonMustAct):
    """The receiver still misses `count` files after the last round."""

    def __init__(self, count: int) -> None:
        super().__init__(str(count))
        self.count = count


class ReceiptUnfitting(PersonMustAct):
    """The receiver's receipt is not about the files that were sent; every copy here is kept."""


class ImagesLeftOut(PersonMustAct):
    """`count` files that were to be sent could not be read, and nobody said yet that the `rest` files are enough."""

    def __init__(self, count: int, rest: int = 0) -> None:
        super().__init__(str(count))
        self.count = count
        self.rest = rest


class CaseUnknownHere(PersonMustAct):
    """This computer knows no such case, or has lost its secret."""


class KeyUsedElsewhere(PersonMustAct):
    """The key names a case that was begun for another receiver, other sources or other details."""


class ParcelLost(PersonMustAct):
    """A prepared copy is missing or altered; its upload is never filled from anything else."""

    def __init__(self, ordinal: int) -> None:
        super().__init__(str(ordinal))
        self.ordinal = ordinal


class PictureUnwritable(PersonMustAct):
    """The file that a picture was to become cannot be written."""


class DiskFull(PersonMustAct):
    """This computer has no room for the prepared copies."""


class LetterUnwritten(PersonMustAct):
    """The letter to the hospital cannot be written where it was to go."""


class StateUnusable(PersonMustAct):
    """The program's own folder cannot be read or written, or is of a newer version."""


class StateInUse(PersonMustAct):
    """Another program owns the outbox."""


class MemberDamaged(OSError):
    """A file inside an archive is cut off, altered or not what the archive's list says."""

    def __init__(self) -> None:
        super().__init__(errno.EIO, "damaged")  # with a number, as a medium's own: libraries raise theirs without


class MemberLocked(OSError):
    """No password at hand opens a file inside an archive."""

    def __init__(self) -> None:
        super().__init__(errno.EACCES, "locked")


def code_of(error: DesktopError) -> str:
    """Return the error's code word, `disc_unreadable`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", type(error).__name__).lower()
