"""Errors of the receiver.

ServerError
├── Refused                     the caller must change something; answered as a problem (RFC 9457)
│   ├── MessageRefused          the body is not the message it should be
│   ├── BodyTooLarge            the body is over its limit
│   ├── BodyCutOff              fewer bytes came than Content-Length said
│   ├── LengthRequired          no Content-Length
│   ├── MediaTypeRefused        another Content-Type was expected
│   ├── TokenMissing            no bearer token
│   ├── TokenRefused            the token is not this case's
│   ├── CaseUnknown             no such case
│   ├── CaseTaken               the case id belongs to another token
│   ├── WrongCaseState          the case does not allow this move now
│   ├── ConsentsMissing         an acknowledgement was not given in the offered version
│   ├── IntakeRefused           fields of the form do not stand
│   ├── PaymentRequired         the card is not authorised yet
│   ├── ManifestRefused         the manifest does not stand
│   ├── ManifestChanged         a different manifest was accepted before
│   ├── ManifestMissing         complete came before the manifest
│   ├── ParcelsMissing          complete names parcels that have not arrived whole
│   ├── RateLimited             too many cases from one place
│   ├── QuotaExceeded           the case is larger than agreed
│   ├── TusVersionRefused       not tus 1.0.0
│   ├── UploadRefused           the creation request does not stand
│   ├── UploadUnknown           no such upload
│   ├── UploadTooLarge          more bytes than the upload's length
│   ├── UploadLocked            another request still writes to it
│   └── OffsetMismatch          the chunk does not start where the upload ends
├── Transient                   the same call may go through later
│   ├── StorageFull             no room on the disk
│   ├── StoreUnavailable        the object store did not answer
│   ├── MailerUnavailable       the mail server did not take the message
│   ├── PaymentUnavailable      the payment provider did not answer
│   ├── FramesBusy              more frames are asked for than are drawn at a time
│   └── SignInBusy              more passwords are to be looked at than can be at a time
├── StaffRefused                a member of staff must change something; answered as a page
│   ├── SignInRefused           address and password do not belong together
│   ├── SignInLocked            too many attempts for one account, or from one place
│   ├── SessionEnded            nobody is signed in any more
│   ├── FormStale               the form does not belong to this session
│   ├── RightMissing            the role does not have the right
│   ├── TextMissing             a text that must be there is empty
│   ├── AddressUnusable         this is no e-mail address
│   ├── PasswordUnusable        the password is too short or too long
│   ├── LinkEnded               a one-time link is used up or too old
│   ├── OwnAccount              nobody changes their own account
│   ├── LastAdministrator       somebody must be left who may change accounts
│   └── PersonUnknown           no such member of staff, or one who is blocked
├── ParcelUnusable              a parcel could not be decoded; its entries are asked for again
├── ObjectMissing               the store does not hold an object that the database names
├── SettingsUnusable            the operator must mend secondread.toml
├── DataFolderInUse             another receiver works in this folder
└── StaffExists                 a member of staff has this address already
"""

from typing import ClassVar

from secondread_shared.intake import FieldProblem
from secondread_shared.problems import ProblemCode


class ServerError(Exception):
    """Root of this tree. `reason` is in code words and tells nothing about a person."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class Refused(ServerError):
    """The caller must change something."""

    code: ClassVar[ProblemCode] = ProblemCode.MESSAGE_MALFORMED

    def __init__(self, reason: str = "", *, fields: list[FieldProblem] | None = None) -> None:
        super().__init__(reason)
        self.fields = fields or []


class MessageRefused(Refused):
    """The body is not the message it should be."""


class BodyTooLarge(Refused):
    """The body is over its limit."""

    code = ProblemCode.BODY_TOO_LARGE


class BodyCutOff(Refused):
    """Fewer bytes came than Content-Length said."""

    code = ProblemCode.BODY_CUT_OFF


class LengthRequired(Refused):
    """No Content-Length."""

    code = ProblemCode.LENGTH_REQUIRED


class MediaTypeRefused(Refused):
    """Another Content-Type was expected."""

    code = ProblemCode.MEDIA_TYPE


class TokenMissing(Refused):
    """No bearer token."""

    code = ProblemCode.TOKEN_MISSING


class TokenRefused(Refused):
    """The token is not this case's."""

    code = ProblemCode.TOKEN_REFUSED


class CaseUnknown(Refused):
    """No such case."""

    code = ProblemCode.CASE_UNKNOWN


class CaseTaken(Refused):
    """The case id belongs to another token."""

    code = ProblemCode.CASE_TAKEN


class WrongCaseState(Refused):
    """The case does not allow this move now."""

    code = ProblemCode.CASE_STATE


class ConsentsMissing(Refused):
    """An acknowledgement was not given in the offered version."""

    code = ProblemCode.CONSENTS_MISSING


class IntakeRefused(Refused):
    """Fields of the form do not stand."""

    code = ProblemCode.INTAKE_REFUSED


class PaymentRequired(Refused):
    """The card is not authorised yet."""

    code = ProblemCode.PAYMENT_REQUIRED


class ManifestRefused(Refused):
    """The manifest does not stand."""

    code = ProblemCode.MANIFEST_REFUSED


class ManifestChanged(Refused):
    """A different manifest was accepted before."""

    code = ProblemCode.MANIFEST_CHANGED


class ManifestMissing(Refused):
    """Complete came before the manifest."""

    code = ProblemCode.MANIFEST_MISSING


class ParcelsMissing(Refused):
    """Complete names parcels that have not arrived whole."""

    code = ProblemCode.PARCELS_MISSING


class RateLimited(Refused):
    """Too many cases from one place."""

    code = ProblemCode.RATE_LIMITED


class QuotaExceeded(Refused):
    """The case is larger than agreed."""

    code = ProblemCode.QUOTA_EXCEEDED


class TusVersionRefused(Refused):
    """Not tus 1.0.0."""

    code = ProblemCode.TUS_VERSION


class UploadRefused(Refused):
    """The creation request does not stand."""

    code = ProblemCode.UPLOAD_REFUSED


class UploadUnknown(Refused):
    """No such upload."""

    code = ProblemCode.UPLOAD_UNKNOWN


class UploadTooLarge(Refused):
    """More bytes than the upload's length."""

    code = ProblemCode.UPLOAD_TOO_LARGE


class UploadLocked(Refused):
    """Another request still writes to it."""

    code = ProblemCode.UPLOAD_LOCKED


class OffsetMismatch(Refused):
    """The chunk does not start where the upload ends."""

    code = ProblemCode.OFFSET_MISMATCH


class Transient(ServerError):
    """The same call may go through later."""

    code: ClassVar[ProblemCode] = ProblemCode.INTERNAL


class StorageFull(Transient):
    """No room on the disk."""

    code = ProblemCode.STORAGE_FULL


class StoreUnavailable(Transient):
    """The object store did not answer."""


class MailerUnavailable(Transient):
    """The mail server did not take the message."""


class PaymentUnavailable(Transient):
    """The payment provider did not answer."""

    code = ProblemCode.PAYMENT_UNAVAILABLE


class FramesBusy(Transient):
    """More frames are asked for than are drawn at a time."""


class SignInBusy(Transient):
    """More passwords are to be looked at than can be at a time."""


class StaffRefused(ServerError):
    """A member of staff must change something; answered as a page."""


class SignInRefused(StaffRefused):
    """Address and password do not belong together."""


class SignInLocked(StaffRefused):
    """Too many attempts for one account, or from one place."""


class SessionEnded(StaffRefused):
    """Nobody is signed in any more."""


class FormStale(StaffRefused):
    """The form does not belong to this session."""


class RightMissing(StaffRefused):
    """The role does not have the right."""


class TextMissing(StaffRefused):
    """A text that must be there is empty."""


class AddressUnusable(StaffRefused):
    """This is no e-mail address."""


class PasswordUnusable(StaffRefused):
    """The password is too short or too long."""


class LinkEnded(StaffRefused):
    """A one-time link is used up or too old."""


class OwnAccount(StaffRefused):
    """Nobody changes their own account."""


class LastAdministrator(StaffRefused):
    """Somebody must be left who may change accounts."""


class PersonUnknown(StaffRefused):
    """No such member of staff, or one who is blocked."""


class ParcelUnusable(ServerError):
    """A parcel could not be decoded; its entries are asked for again."""


class ObjectMissing(ServerError):
    """The store does not hold an object that the database names."""


class SettingsUnusable(ServerError):
    """The operator must mend secondread.toml."""


class DataFolderInUse(ServerError):
    """Another receiver works in this folder."""


class StaffExists(ServerError):
    """A member of staff has this address already."""
