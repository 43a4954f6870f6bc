"""The composition root's parts: builds the collaborators from settings and a data folder."""

import datetime
import logging
import secrets
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import Engine

from secondread_server.adapters.card_invoice import InvoiceCard
from secondread_server.adapters.card_simulator import SimulatedCard
from secondread_server.adapters.database.case_records import CaseRecords
from secondread_server.adapters.database.console_records import ConsoleRecords
from secondread_server.adapters.database.engine import make_engine
from secondread_server.adapters.database.image_records import ImageRecords
from secondread_server.adapters.database.parcel_records import ParcelRecords
from secondread_server.adapters.database.payment_records import PaymentRecords
from secondread_server.adapters.database.people_records import StaffRecords
from secondread_server.adapters.database.report_records import ReportRecords
from secondread_server.adapters.database.side_records import MailRecords, OpeningRecords
from secondread_server.adapters.database.staff_tables import AttemptRecords, AuditRecords, SessionRecords
from secondread_server.adapters.frame_workers import FrameWorkers
from secondread_server.adapters.mailer import SmtpMailer
from secondread_server.adapters.object_store import open_objects
from secondread_server.adapters.parcel_decoder import ChildDecoder
from secondread_server.adapters.password_hashes import Argon2Passwords
from secondread_server.adapters.thumbnail_files import ThumbnailFolder
from secondread_server.adapters.upload_files import UploadFolder
from secondread_server.core.sign_in_rules import SignInRules
from secondread_server.errors import Transient
from secondread_server.services.collaborators import Desk, Rules
from secondread_server.services.complete_case import reconcile
from secondread_server.services.notify import send_due_mails
from secondread_server.services.office import Office
from secondread_server.services.ports import VerifyWorkflows
from secondread_server.settings import MailSettings, Settings, programme_message, read_logo
from secondread_shared.durable import write_durably
from secondread_shared.redaction import log_event

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Workplace:
    """What was built: close the engine when done."""

    desk: Desk
    engine: Engine
    upload_folder: UploadFolder
    simulator: SimulatedCard | None


def database_url(settings: Settings, data: Path) -> str:
    """Return the application database's address."""
    return settings.storage.database_url or f"sqlite:///{data / 'secondread.sqlite'}"


def workflow_database_url(settings: Settings, data: Path) -> str:
    """Return the address of the database that DBOS keeps for itself."""
    return settings.storage.workflow_database_url or f"sqlite:///{data / 'workflows.sqlite'}"


def build_workplace(settings: Settings, data: Path, *, public_url: str = "") -> Workplace:
    """Build every collaborator; nothing is started."""
    engine = make_engine(database_url(settings, data))
    uploads = UploadFolder(data / "uploads")
    programme = programme_message(settings, logo=read_logo(settings, data))
    simulator = SimulatedCard(engine, public_url=public_url) if programme.payment == "simulator" else None
    limits = settings.limits
    desk = Desk(
        cases=CaseRecords(engine),
        parcels=ParcelRecords(engine),
        payments=PaymentRecords(engine),
        mails=MailRecords(engine),
        openings=OpeningRecords(engine),
        uploads=uploads,
        objects=open_objects(settings.storage.objects_url, data / "objects"),
        thumbnails=ThumbnailFolder(data / "thumbnails"),
        decoder=ChildDecoder(),
        card=simulator or (InvoiceCard() if programme.payment == "invoice" else None),
        mailer=_mailer(settings.mail),
        rules=Rules(programme, limits.cases_per_hour, limits.keep_free_bytes, limits.draft_hours),
        clock=lambda: datetime.datetime.now(datetime.UTC),
    )
    return Workplace(desk=desk, engine=engine, upload_folder=uploads, simulator=simulator)


def build_office(workplace: Workplace, settings: Settings) -> Office:
    """Build what the console needs beside the desk."""
    engine, console = workplace.engine, settings.console
    return Office(
        desk=workplace.desk,
        staff=StaffRecords(engine),
        sessions=SessionRecords(engine),
        attempts=AttemptRecords(engine),
        audit=AuditRecords(engine),
        book=ConsoleRecords(engine),
        images=ImageRecords(engine),
        frames=FrameWorkers(),
        figures=ReportRecords(engine),
        passwords=Argon2Passwords(),
        rules=SignInRules(
            idle=datetime.timedelta(minutes=console.idle_minutes),
            longest=datetime.timedelta(hours=console.session_hours),
        ),
    )


def place_key(data: Path) -> bytes:
    """Return the key that turns client addresses into digests, made at the first start."""
    path = data / "place.key"
    if not path.exists():
        write_durably(path, secrets.token_bytes(32))
    return path.read_bytes()


def mend(desk: Desk, workflows: VerifyWorkflows) -> None:
    """One pass of what must happen even if a process died at the wrong moment; never ends the loop it runs in."""
    try:
        mended = reconcile(desk, workflows)
        send_due_mails(desk)
    except Transient as error:
        log_event(_log, "reconcile_later", level=logging.WARNING, error=type(error).__name__, reason=error.reason)
    except Exception:  # noqa: BLE001
        # the pass runs again in a minute; ending its thread would end all later ones
        _log.exception("bug")
    else:
        log_event(_log, "reconciled", count=mended)


def _mailer(mail: MailSettings) -> SmtpMailer | None:
    if not mail.host:
        return None
    password = Path(mail.password_file).read_text().strip() if mail.password_file else ""
    return SmtpMailer(
        host=mail.host,
        port=mail.port,
        sender=mail.sender or f"secondread@{mail.host}",
        start_tls=mail.start_tls,
        login=(mail.user_name, password) if mail.user_name else None,
    )
