"""What the settings page shows: words and values, made once at the start. No password, no address of a database."""

from dataclasses import dataclass

from secondread_server.settings import FILE_NAME, Settings, fee

_PAYMENTS = {
    "none": "None: no fee is asked for",
    "invoice": "Invoice: billed by the programme's own means",
    "simulator": "Simulated card: for demonstrations only, no money moves",
}
Section = tuple[str, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class ShownSettings:
    """Sections in the order of the file, and the file's name."""

    sections: tuple[Section, ...] = ()
    file_name: str = FILE_NAME


NOTHING_SHOWN = ShownSettings()


def shown_settings(settings: Settings, *, public_url: str) -> ShownSettings:
    """Return what may be shown of the settings."""
    return ShownSettings(
        (_programme(settings), _texts(settings), _money(settings), _server(settings, public_url), _staff(settings))
    )


def _programme(settings: Settings) -> Section:
    programme = settings.programme
    return "Programme", [
        ("Name", programme.name),
        ("Logo", programme.logo or "SecondRead's own"),
        ("Help line", programme.help_line or "none is shown"),
        ("Promise", f"an answer within {programme.promise_hours} hours after all images arrived"),
        ("Colours", ", ".join(f"{name} {value}" for name, value in programme.colours.items()) or "SecondRead's own"),
        ("Questions of your own", "; ".join(question.text for question in programme.questions) or "none"),
    ]


def _texts(settings: Settings) -> Section:
    texts = settings.programme.texts.values()
    return "Texts that patients agree to", [(text.title, f"version {text.version}") for text in texts]


def _money(settings: Settings) -> Section:
    amount = fee(settings)
    provider = settings.payment.provider if amount else "none"
    return "Payment", [("Fee", str(amount) if amount else "none"), ("Provider", _PAYMENTS[provider])]


def _server(settings: Settings, public_url: str) -> Section:
    mail, limits = settings.mail, settings.limits
    trusted = settings.server.trusted_proxies
    return "Receiver", [
        ("Address for patients", public_url),
        ("Trusted proxies", trusted or "none: every caller is taken at the address the call comes from"),
        ("Mail", f"by {mail.host}, from {mail.sender or 'secondread@' + mail.host}" if mail.host else "off"),
        ("Largest case", f"{limits.case_bytes / 1e9:,.0f} GB"),
        ("New cases from one address", f"{limits.cases_per_hour:,} an hour"),
        ("Kept free on the disk", f"{limits.keep_free_bytes / 1e9:,.1f} GB"),
    ]


def _staff(settings: Settings) -> Section:
    console = settings.console
    return "Staff", [
        ("Signed out after", f"{console.idle_minutes} minutes without a click"),
        ("Sign in again after", f"{console.session_hours} hours in any case"),
    ]
