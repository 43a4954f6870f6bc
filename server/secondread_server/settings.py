"""The receiver's settings: one frozen struct, read once from `secondread.toml`, passed on in slices."""

import ipaddress
import re
from pathlib import Path

import msgspec

from secondread_server.errors import SettingsUnusable
from secondread_shared.consent import ConsentKind, ConsentText
from secondread_shared.contract import FORMAT, LOGO_BYTES, Limits, Programme
from secondread_shared.intake import Question
from secondread_shared.money import Money
from secondread_shared.parcel.layout import FORMAT as PARCEL_FORMAT
from secondread_shared.wire import Codec

FILE_NAME = "secondread.toml"
_MOST = (1 << 63) - 1
_PNG = b"\x89PNG\r\n\x1a\n"


class _Strict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A section of the file: a misspelt key is an error, not a silent default."""


class TextSettings(_Strict, frozen=True):
    """One text that is shown and agreed to; change `version` whenever the words change."""

    version: str
    title: str
    text: str


class ProgrammeSettings(_Strict, frozen=True):
    """Who receives, on which terms."""

    name: str = "Second Opinion Programme"
    logo: str = ""
    help_line: str = ""
    colours: dict[str, str] = msgspec.field(default_factory=dict)
    fee_minor: int = 0
    currency: str = "USD"
    promise_hours: int = 72
    texts: dict[ConsentKind, TextSettings] = msgspec.field(default_factory=dict)
    questions: list[Question] = msgspec.field(default_factory=list)


class ServerSettings(_Strict, frozen=True):
    """Where the receiver listens. `public_url` is what people reach it by."""

    host: str = "127.0.0.1"
    port: int = 8470
    public_url: str = ""
    trusted_proxies: str = ""
    executor_id: str = "receiver-1"


class LimitSettings(_Strict, frozen=True):
    """Bounds. `cases_per_hour` is for each client address; bytes unless named otherwise."""

    parcel_bytes: int = Limits().parcel_bytes
    upload_bytes: int = Limits().upload_bytes
    case_bytes: int = Limits().case_bytes
    cases_per_hour: int = 120
    keep_free_bytes: int = 1 << 30
    draft_hours: int = 24


class PaymentSettings(_Strict, frozen=True):
    """`none`, `invoice` (no card), or `simulator` (demonstrations only)."""

    provider: str = "invoice"


class MailSettings(_Strict, frozen=True):
    """An SMTP server; without a host no mail is sent."""

    host: str = ""
    port: int = 25
    sender: str = ""
    start_tls: bool = False
    user_name: str = ""
    password_file: str = ""


class StorageSettings(_Strict, frozen=True):
    """Where things live; empty means inside the data folder."""

    database_url: str = ""
    workflow_database_url: str = ""
    objects_url: str = ""


class ConsoleSettings(_Strict, frozen=True):
    """The staff's console: how long a session lives without being used, and at most."""

    idle_minutes: int = 30
    session_hours: int = 12


class Settings(_Strict, frozen=True):
    """All of `secondread.toml`."""

    programme: ProgrammeSettings = ProgrammeSettings()
    server: ServerSettings = ServerSettings()
    limits: LimitSettings = LimitSettings()
    payment: PaymentSettings = PaymentSettings()
    mail: MailSettings = MailSettings()
    storage: StorageSettings = StorageSettings()
    console: ConsoleSettings = ConsoleSettings()


def load_settings(data: Path) -> Settings:
    """Read `secondread.toml` in the data folder; raise `SettingsUnusable` with the place of the fault."""
    path = data / FILE_NAME
    try:
        settings = msgspec.toml.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        raise SettingsUnusable(f"there is no {FILE_NAME} in the data folder: run `secondread-server init`") from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsUnusable(f"{FILE_NAME}: {error}") from None
    _check(settings)
    return settings


def _check(settings: Settings) -> None:
    missing = {ConsentKind.TERMS, ConsentKind.PRIVACY, ConsentKind.RIGHT_TO_SHARE} - set(settings.programme.texts)
    if missing:
        raise SettingsUnusable(f"{FILE_NAME}: programme.texts lacks {', '.join(sorted(missing))}")
    for key, wrong in _faults(settings).items():
        if wrong:
            raise SettingsUnusable(f"{FILE_NAME}: {key} {wrong}")


def _faults(settings: Settings) -> dict[str, str]:
    """Return what is wrong by key; an empty text where nothing is."""
    programme, server, limits, console = settings.programme, settings.server, settings.limits, settings.console
    return {
        "programme.fee_minor": "is below zero" if programme.fee_minor < 0 else "",
        "programme.currency": "" if re.fullmatch("[A-Z]{3}", programme.currency) else "is not three capital letters",
        "programme.promise_hours": _outside(programme.promise_hours, 1, 8760),
        "payment.provider": ""
        if settings.payment.provider in ("none", "invoice", "simulator")
        else "is none of none, invoice, simulator",
        "server.host": "" if server.host.strip() else "is empty",
        "server.port": _outside(server.port, 0, 65535),
        "server.trusted_proxies": "" if _are_addresses(server.trusted_proxies) else "is not a list of IP addresses",
        "limits.parcel_bytes": _outside(limits.parcel_bytes, 1, _MOST),
        "limits.upload_bytes": _outside(limits.upload_bytes, 1, _MOST),
        "limits.case_bytes": _outside(limits.case_bytes, 1, _MOST),
        "limits.cases_per_hour": _outside(limits.cases_per_hour, 1, _MOST),
        "limits.keep_free_bytes": _outside(limits.keep_free_bytes, 0, _MOST),
        "limits.draft_hours": _outside(limits.draft_hours, 1, 8760),
        "mail.port": _outside(settings.mail.port, 1, 65535),
        "console.idle_minutes": _outside(console.idle_minutes, 1, 525_600),
        "console.session_hours": _outside(console.session_hours, 1, 8760),
    }


def _outside(value: int, least: int, most: int) -> str:
    return "" if least <= value <= most else f"is not a number from {least} to {most}"


def _are_addresses(text: str) -> bool:
    """Tell whether a text is addresses or networks with commas between them; an empty one is."""
    try:
        return all(ipaddress.ip_network(part.strip(), strict=False) for part in text.split(",") if text)
    except ValueError:
        return False


def fee(settings: Settings) -> Money | None:
    """Return the fee of a submission, or None where there is none."""
    programme = settings.programme
    return Money(programme.fee_minor, programme.currency) if programme.fee_minor else None


def upload_limits(settings: Settings) -> Limits:
    """Return the bounds that the desktop is told."""
    limits = settings.limits
    return Limits(parcel_bytes=limits.parcel_bytes, upload_bytes=limits.upload_bytes, case_bytes=limits.case_bytes)


def read_logo(settings: Settings, data: Path) -> bytes | None:
    """Return the programme's logo, None if it has none; raise `SettingsUnusable` for what is no small PNG."""
    if not settings.programme.logo:
        return None
    try:
        with open(data / settings.programme.logo, "rb") as file:
            logo = file.read(LOGO_BYTES + 1)
    except OSError:
        raise SettingsUnusable(f"{FILE_NAME}: programme.logo names a file that cannot be read") from None
    if len(logo) > LOGO_BYTES or not logo.startswith(_PNG):
        raise SettingsUnusable(f"{FILE_NAME}: programme.logo is no PNG of at most {LOGO_BYTES // 1024} KiB")
    return logo


def programme_message(settings: Settings, *, logo: bytes | None) -> Programme:
    """Return what the desktop is told of the programme."""
    programme = settings.programme
    return Programme(
        format=FORMAT,
        name=programme.name,
        help_line=programme.help_line,
        colours=programme.colours,
        fee=fee(settings),
        payment=settings.payment.provider if fee(settings) else "none",
        promise_hours=programme.promise_hours,
        texts=consent_texts(settings),
        questions=programme.questions,
        limits=upload_limits(settings),
        codecs=[codec.value for codec in Codec],
        parcel_versions=[PARCEL_FORMAT],
        logo=logo,
    )


def consent_texts(settings: Settings) -> list[ConsentText]:
    """Return the acknowledgements that are asked for; the one about the fee names the amount and follows it."""
    texts = [
        ConsentText(kind=kind, version=text.version, title=text.title, text=text.text)
        for kind in ConsentKind
        if kind is not ConsentKind.FEE and (text := settings.programme.texts.get(kind))
    ]
    amount = fee(settings)
    if amount is None:
        return texts
    words = f"I understand that I will be charged {amount}."
    return [*texts, ConsentText(kind=ConsentKind.FEE, version=f"{amount}", title="The fee", text=words)]
