"""Staff look at images. Each set that is looked at is one line in the audit, however many of its frames are drawn."""

from collections.abc import Iterator

from secondread_server.core.image_identity import Person, people_in
from secondread_server.core.image_records import Exam, ImageSet, InstanceRecord, exams_of
from secondread_server.core.staff_records import AuditAction, QueueEntry
from secondread_server.errors import CaseUnknown
from secondread_server.services.image_ports import FileBytes, FrameAsk, ShownFrame
from secondread_server.services.office import Caller, Office
from secondread_server.services.staff_rights import note_look, write_audit
from secondread_server.services.verify_case import object_key
from secondread_shared.frames.picture import FrameUnshowable, Unshowable

THUMBNAIL_PIXELS = 224
_NOTHING = b""  # kept where a set has no picture, so that it is not tried again and again


def exams_in(office: Office, case: str) -> tuple[Exam, ...]:
    """Return the exams of a case, with their sets and instances."""
    return exams_of(office.images.instances(case))


def people_of(exams: tuple[Exam, ...]) -> tuple[Person, ...]:
    """Return the people in the images that are here."""
    return people_in(one.header for exam in exams for images in exam.sets for one in images.shown)


def open_set(office: Office, caller: Caller, entry: QueueEntry, *, number: int) -> ImageSet:
    """Return a set of images that somebody begins to look at, and write it down."""
    images = _set(office, entry.id, number)
    write_audit(office, caller, AuditAction.IMAGES_SEEN, case=entry.id, detail=f"set_{number}")
    return images


def show_frame(office: Office, caller: Caller, entry: QueueEntry, *, ordinal: int, ask: FrameAsk) -> ShownFrame:
    """Draw a frame of an instance; raise `CaseUnknown`, `FrameUnshowable` or `FramesBusy`.

    Who asks for frames without having opened their set gets the line of opening it now.
    """
    for exam in exams_in(office, entry.id):
        for images in exam.sets:
            for one in images.shown:
                if one.ordinal == ordinal:
                    note_look(office, caller, AuditAction.IMAGES_SEEN, case=entry.id, detail=f"set_{images.number}")
                    return _draw(office, entry.id, one, ask=ask)
    raise CaseUnknown


def thumbnail(office: Office, caller: Caller, entry: QueueEntry, *, number: int) -> bytes:
    """Return the small picture of a set, from its middle; raise `CaseUnknown`, `FrameUnshowable` or `FramesBusy`."""
    images = _set(office, entry.id, number)
    if not images.shown:
        raise CaseUnknown
    one = images.shown[len(images.shown) // 2]
    note_look(office, caller, AuditAction.CASE_SEEN, case=entry.id, detail="images")
    kept = office.desk.thumbnails.find(entry.id, one.sha256)
    if kept is None:
        kept = _drawn_thumbnail(office, entry.id, one)
        office.desk.thumbnails.keep(entry.id, one.sha256, kept)
        if not office.images.instances(entry.id):  # the case was forgotten meanwhile
            office.desk.thumbnails.remove(entry.id)
            raise CaseUnknown
    if kept == _NOTHING:
        raise FrameUnshowable(Unshowable.NO_PIXELS)
    return kept


def _drawn_thumbnail(office: Office, case: str, one: InstanceRecord) -> bytes:
    ask = FrameAsk(frame=one.header.frames // 2, fit=THUMBNAIL_PIXELS)
    try:
        return _draw(office, case, one, ask=ask).png
    except FrameUnshowable as refusal:
        if refusal.reason is Unshowable.DAMAGED:  # or its child died of something else: it may go better next time
            raise
        return _NOTHING


def _set(office: Office, case: str, number: int) -> ImageSet:
    for exam in exams_in(office, case):
        for images in exam.sets:
            if images.number == number:
                return images
    raise CaseUnknown


def _draw(office: Office, case: str, one: InstanceRecord, *, ask: FrameAsk) -> ShownFrame:
    file = FileBytes(sha256=one.sha256, size=one.size, blocks=_blocks(office, case, one))
    return office.frames.render(case, file, ask)


def _blocks(office: Office, case: str, one: InstanceRecord) -> Iterator[bytes]:
    yield from office.desk.objects.read(object_key(case, one.sha256))
