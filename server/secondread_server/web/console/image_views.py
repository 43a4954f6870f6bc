"""Images in the console: the viewer, sets of images, frames and thumbnails. Addresses hold ids and numbers only."""

import base64
import json
import math

import msgspec
from flask import Blueprint, Response, abort, jsonify, make_response, render_template, request

from secondread_server.core.access import Permission, is_allowed
from secondread_server.core.image_records import Exam, ImageSet
from secondread_server.core.staff_records import AuditAction, QueueEntry
from secondread_server.errors import ObjectMissing
from secondread_server.services.image_ports import FrameAsk, FrameFacts
from secondread_server.services.office import Caller
from secondread_server.services.staff_rights import case_of, write_audit
from secondread_server.services.view_images import exams_in, open_set, show_frame, thumbnail
from secondread_server.web.console import image_words, words
from secondread_server.web.console.doors import PREFIX, Doors
from secondread_server.web.console.list_choice import list_query
from secondread_shared.frames.picture import FrameUnshowable, Window

_MOST = 1_000_000  # of a number in an address
_MOST_PRESETS, _LONGEST = 8, 40
_MOST_FRAMES = 20_000  # of a set
_CLEAR = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII="
)  # one clear pixel


def image_views(doors: Doors) -> Blueprint:
    """Return the blueprint."""
    views = Blueprint("images", __name__, url_prefix=f"{PREFIX}/cases")
    office = doors.office

    @views.get("/<case>/viewer")
    @doors.staff(Permission.CASE)
    def viewer(caller: Caller, case: str) -> str:
        entry = case_of(office, caller, case)
        write_audit(office, caller, AuditAction.CASE_SEEN, case=entry.id, detail="viewer")
        return render_template(
            "viewer.html", entry=entry, exams=exams_in(office, entry.id), list_query=list_query(),
            first=request.args.get("set", ""), image_words=image_words,
            may_download=is_allowed(caller.person.role, Permission.FILES) and entry.received is not None,
        )  # fmt: skip

    _add_pictures(views, doors)
    _add_refusals(views)
    return views


def _add_pictures(views: Blueprint, doors: Doors) -> None:
    office = doors.office

    @views.get("/<case>/sets/<int:number>")
    @doors.staff(Permission.CASE)
    def one_set(caller: Caller, case: str, number: int) -> Response:
        entry = case_of(office, caller, case)
        images = open_set(office, caller, entry, number=number)
        exam = next(exam for exam in exams_in(office, entry.id) if images in exam.sets)
        return jsonify(_told(entry, exam, images))

    @views.get("/<case>/sets/<int:number>.png")
    @doors.staff(Permission.CASE)
    def small(caller: Caller, case: str, number: int) -> Response:
        entry = case_of(office, caller, case)
        try:
            png = thumbnail(office, caller, entry, number=number)
        except FrameUnshowable:
            png = _CLEAR  # the page shows the set's kind behind it
        return Response(png, mimetype="image/png")

    @views.get("/<case>/frames/<int:ordinal>/<int:frame>.png")
    @doors.staff(Permission.CASE)
    def picture(caller: Caller, case: str, *, ordinal: int, frame: int) -> Response:
        entry = case_of(office, caller, case)
        if max(ordinal, frame) > _MOST:
            abort(404)
        shown = show_frame(office, caller, entry, ordinal=ordinal, ask=FrameAsk(frame=frame, window=_window()))
        return Response(shown.png, mimetype="image/png", headers={"Frame-Facts": _facts(shown.facts)})


def _add_refusals(views: Blueprint) -> None:
    @views.errorhandler(FrameUnshowable)
    def unshown(refusal: FrameUnshowable) -> Response:
        return _unshown(image_words.UNSHOWN[refusal.reason])

    @views.errorhandler(ObjectMissing)
    def gone(_error: ObjectMissing) -> Response:
        return _unshown(image_words.GONE)


def _unshown(sentence: str) -> Response:
    return make_response(jsonify({"sentence": sentence}), 422)


def _facts(facts: FrameFacts) -> str:
    """Return what goes with a picture, in ASCII and bounded: it travels in a header, and names in it are a file's."""
    presets = tuple(Window(one.centre, one.width, one.name[:_LONGEST]) for one in facts.presets[:_MOST_PRESETS])
    return json.dumps(msgspec.to_builtins(FrameFacts(facts.frame_count, facts.aspect, facts.window, presets)))


def _window() -> Window | None:
    """Return the window that the address asks for; None for the file's own."""
    if not {"centre", "width"} & set(request.args):
        return None
    try:
        centre, width = (float(request.args.get(name, "")) for name in ("centre", "width"))
    except ValueError:
        centre, width = math.nan, math.nan
    if not (abs(centre) <= _MOST and 0 < width <= _MOST):  # false for what is no number, too
        abort(_unshown(image_words.WINDOW_UNUSABLE))
    return Window(centre=centre, width=width)


def _frames(images: ImageSet) -> list[tuple[int, int]]:
    """Return ordinal and number of frames of each instance; what a file says of itself bounds no browser."""
    left, told = _MOST_FRAMES, []
    for one in images.shown:
        count = min(one.header.frames, max(left, 1))
        left -= count
        told.append((one.ordinal, count))
    return told


def _told(entry: QueueEntry, exam: Exam, images: ImageSet) -> dict[str, object]:
    """Return what the viewer shows of a set beside its pictures."""
    header = images.header
    name = image_words.person_name(header.patient_name)
    return {
        "number": images.number,
        "title": image_words.set_title(images),
        "exam": image_words.exam_title(exam),
        "date": image_words.day(exam.header.study_date),
        "place": exam.header.institution,
        "patient": name or words.patient_name(entry),
        "born": words.birth_date(header.birth_date),
        "case": entry.number,
        "slice": image_words.thickness(images),
        "windows": image_words.WINDOWS.get(header.modality, ()),
        "instances": _frames(images),
        "missing": len(images.instances) - len(images.shown),
    }
