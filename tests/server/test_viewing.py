"""Images in the console: what the case page says of them, who may look, what is written down, and what is drawn."""

import json
import re

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import Engine

from secondread_server.adapters.database import schema
from secondread_server.core.records import StaffRecord
from secondread_server.core.staff_records import AuditAction, AuditFilter
from secondread_server.errors import CaseUnknown, FramesBusy, ObjectMissing
from secondread_server.services.office import Caller, Office
from secondread_server.services.staff_rights import case_of
from secondread_server.services.view_images import thumbnail
from secondread_server.services.withdraw import forget_case, withdraw_case
from secondread_server.web.console import image_words
from secondread_shared.frames.picture import FrameUnshowable, Unshowable, Window
from secondread_shared.ids import new_case_id
from secondread_shared.states import CaseState, Role
from tests.support.console_client import ConsoleBrowser, actions, later, send_case
from tests.support.dicom_files import dicom_file, series
from tests.support.server_fakes import FakeFrames, FakeOutside


@pytest.fixture
def frames(office: Office) -> FakeFrames:
    assert isinstance(office.frames, FakeFrames)
    return office.frames


@pytest.fixture
def browser(office: Office, people: dict[Role, StaffRecord]) -> ConsoleBrowser:
    made = ConsoleBrowser(office)
    made.sign_in(Role.COORDINATOR)
    return made


def looks(office: Office, case: str) -> list[str]:
    lines = office.audit.read(AuditFilter(action=AuditAction.IMAGES_SEEN, case=case), limit=500)
    return [line.detail for line in reversed(lines)]


def test_the_case_page_shows_exams_and_sets_by_name_with_date_place_and_counts(
    browser: ConsoleBrowser, outside: FakeOutside
) -> None:
    other = {4: dicom_file(StudyInstanceUID="1.9", SeriesInstanceUID="1.9.1", StudyDate="20250203",
                           StudyDescription="CT OF THE CHEST", SeriesDescription="")}  # fmt: skip
    case = send_case(outside, files=series(3) | other)
    browser.get(f"/cases/{case}")
    words = ("CT OF THE HEAD", "12 November 2026, RIVERSIDE HOSPITAL", "AXIAL", "3 images, complete", "CT, 5 mm",
             "CT OF THE CHEST", "3 February 2025", "Set 2", "Name and birth date agree with the form")  # fmt: skip
    for said in words:
        assert said in browser.text, said
    assert browser.text.index("CT OF THE HEAD") < browser.text.index("CT OF THE CHEST")


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"PatientName": "LOPEZ^ANA"}, "The images belong to LOPEZ, ANA, born 3 March 1951"),
        (
            {"PatientName": "LOPEZ^M"},
            "The images say LOPEZ, M, born 3 March 1951, the form LOPEZ, MARIA, born 3 March",
        ),
        ({"PatientSex": "M"}, "not quite that. The sex in the images is male; the form says female. Compare"),
        ({"PatientBirthDate": "19510304"}, "born 4 March 1951. The form is of LOPEZ, MARIA, born 3 March 1951"),
        ({"PatientBirthDate": None}, "The name agrees with the form; the images carry no birth date."),
        ({"PatientName": None}, "The birth date agrees with the form; the images carry no name."),
        ({"PatientName": None, "PatientBirthDate": None}, "Name and birth date in the images agree with the form."),
    ],
)
def test_the_page_says_plainly_whose_images_they_are(
    browser: ConsoleBrowser, outside: FakeOutside, told: dict[str, str | None], says: str
) -> None:
    browser.get(f"/cases/{send_case(outside, files=series(2, **told))}")
    assert says in browser.text


def test_images_of_two_people_are_named_whatever_the_sender_said(browser: ConsoleBrowser, outside: FakeOutside) -> None:
    case = send_case(outside, files=series(2) | {3: dicom_file(PatientName="OKAFOR^DANIEL", SeriesInstanceUID="1.5")})
    browser.get(f"/cases/{case}")
    assert "The images are of several people: " in browser.text
    assert "OKAFOR, DANIEL" in browser.text


def test_a_case_verified_before_headers_were_read_shows_without_names(
    browser: ConsoleBrowser, outside: FakeOutside, engine: Engine
) -> None:
    case = send_case(outside, files=series(3))
    with engine.begin() as connection:
        connection.execute(sa.delete(schema.instance_headers))
    browser.get(f"/cases/{case}")
    for said in ("Set 1", "3 images", "MRI", "Name and birth date in the images agree with the form."):
        assert said in browser.text
    assert browser.get(f"/cases/{case}/sets/1").get_json()["title"] == "Set 1"
    assert browser.get(f"/cases/{case}/frames/1/0.png").status_code == 200


def test_words_in_a_header_are_shown_as_words(browser: ConsoleBrowser, outside: FakeOutside) -> None:
    case = send_case(outside, files=series(2, StudyDescription="<script>alert(1)</script>", SeriesDescription="<b>x"))
    for page in (f"/cases/{case}", f"/cases/{case}/viewer"):
        browser.get(page)
        assert "&lt;script&gt;alert(1)" in browser.text
        assert "<script>alert" not in browser.text
        assert "<b>x" not in browser.text


def test_opening_a_case_of_600_images_draws_nothing_and_its_small_pictures_one_each(
    browser: ConsoleBrowser, outside: FakeOutside, frames: FakeFrames
) -> None:
    case = send_case(
        outside, files=series(590) | {590 + n: file for n, file in series(10, SeriesInstanceUID="1.7").items()}
    )
    browser.get(f"/cases/{case}")
    assert browser.text.count("data-again") == 2
    assert frames.asked == []
    for _ in range(3):
        for number in (1, 2):
            assert browser.get(f"/cases/{case}/sets/{number}.png").mimetype == "image/png"
    assert len(frames.asked) == 2
    browser.get(f"/cases/{case}/viewer")
    assert len(browser.get(f"/cases/{case}/sets/1").get_json()["instances"]) == 590
    assert len(frames.asked) == 2


def test_a_set_is_told_in_the_order_of_its_images_without_ids_of_the_images(
    browser: ConsoleBrowser, outside: FakeOutside
) -> None:
    case = send_case(outside, files=series(4, NumberOfFrames=2))
    told = browser.get(f"/cases/{case}/sets/1").get_json()
    assert told["instances"] == [[4, 2], [3, 2], [2, 2], [1, 2]]
    assert (told["patient"], told["born"], told["date"]) == ("LOPEZ, MARIA", "3 March 1951", "12 November 2026")
    assert [name for name, _, _ in told["windows"]] == ["Brain", "Soft tissue", "Lung", "Bone"]
    assert "1.2.3" not in json.dumps(told)


def test_a_frame_comes_in_the_window_that_is_asked_for(
    browser: ConsoleBrowser, outside: FakeOutside, frames: FakeFrames
) -> None:
    case = send_case(outside, files=series(2))
    answer = browser.get(f"/cases/{case}/frames/2/0.png?centre=40&width=80")
    assert (answer.mimetype, answer.headers["Cache-Control"]) == ("image/png", "no-store")
    assert json.loads(answer.headers["Frame-Facts"])["window"] == {"centre": 40.0, "width": 80.0, "name": ""}
    browser.get(f"/cases/{case}/frames/1/3.png")
    assert [(ask.frame, ask.window) for _, ask in frames.asked] == [(0, Window(40.0, 80.0)), (3, None)]


def test_what_a_file_names_its_windows_is_bounded_and_harmless_in_a_header(
    browser: ConsoleBrowser, outside: FakeOutside, frames: FakeFrames
) -> None:
    case = send_case(outside, files=series(2))
    frames.presets = tuple(Window(1.0, 2.0, "Hirn\r\nSet-Cookie: é" * 50) for _ in range(500))
    facts = browser.get(f"/cases/{case}/frames/1/0.png").headers["Frame-Facts"]
    assert facts.isascii()
    assert len(facts) < 8192
    assert [len(one["name"]) for one in json.loads(facts)["presets"]] == [40] * 8


@pytest.mark.parametrize(
    ("rest", "status"),
    [
        ("frames/1/0.png?centre=x&width=80", 422), ("frames/1/0.png?centre=nan&width=80", 422),
        ("frames/1/0.png?centre=1&width=0", 422), ("frames/1/0.png?centre=1&width=-5", 422),
        ("frames/1/0.png?centre=inf&width=1", 422), ("frames/1/0.png?width=1e300&centre=1", 422),
        ("frames/1/0.png?centre=1", 422), ("frames/99/0.png", 404), ("frames/0/0.png", 404), ("frames/3/0.png", 404),
        ("frames/1/-1.png", 404), (f"frames/{'9' * 400}/0.png", 404), (f"frames/1/{'9' * 400}.png", 404),
        ("frames/1/..%2f0.png", 404), ("frames/x/0.png", 404), ("sets/0", 404), ("sets/7", 404), ("sets/7.png", 404),
        ("sets/x.png", 404), (f"sets/{'9' * 400}", 404), ("viewer/x", 404),
    ],
)  # fmt: skip
def test_parameters_that_mean_harm_are_refused_and_nothing_is_drawn(
    browser: ConsoleBrowser, outside: FakeOutside, frames: FakeFrames, rest: str, status: int
) -> None:
    case = send_case(outside, files=series(2) | {3: b"%PDF-1.4 a letter"})
    assert browser.get(f"/cases/{case}/{rest}").status_code == status
    assert frames.asked == []


@pytest.mark.parametrize("rest", ["viewer", "sets/1", "sets/1.png", "frames/1/0.png"])
def test_images_stand_behind_the_doors_of_the_case(
    office: Office, outside: FakeOutside, people: dict[Role, StaffRecord], frames: FakeFrames, rest: str
) -> None:
    case = send_case(outside, files=series(2))
    stranger = ConsoleBrowser(office)
    assert stranger.get(f"/cases/{case}/{rest}").status_code == 401
    stranger.sign_in(Role.AUDITOR)
    assert stranger.get(f"/cases/{case}/{rest}").status_code == 403
    assert actions(office)[-1] == "right_missing"
    stranger.sign_in(Role.REVIEWER)
    assert stranger.get(f"/cases/{case}/{rest}").status_code == 404  # not assigned to them
    assert actions(office)[-1] == "case_refused"
    assert stranger.get(f"/cases/{new_case_id()}/{rest}").status_code == 404
    assert frames.asked == []
    office.book.assign(case, people[Role.REVIEWER].id, now=office.desk.clock())
    assert stranger.get(f"/cases/{case}/{rest}").status_code == 200


def test_each_look_at_a_set_is_one_line_however_many_frames_it_has(
    browser: ConsoleBrowser, outside: FakeOutside
) -> None:
    case, office = send_case(outside, files=series(9)), browser.office
    browser.get(f"/cases/{case}/viewer")
    browser.get(f"/cases/{case}/sets/1")
    for ordinal in range(1, 10):
        browser.get(f"/cases/{case}/frames/{ordinal}/0.png")
    assert looks(office, case) == ["set_1"]
    browser.get(f"/cases/{case}/sets/1")
    assert looks(office, case) == ["set_1", "set_1"]
    browser.get(f"/cases/{case}/history")
    assert "Looked at a set of images" in browser.text


def test_frames_and_small_pictures_without_their_page_leave_a_line_too(
    browser: ConsoleBrowser, outside: FakeOutside
) -> None:
    case, office = send_case(outside, files=series(3)), browser.office
    for ordinal in (1, 2, 3):
        browser.get(f"/cases/{case}/frames/{ordinal}/0.png")
    assert looks(office, case) == ["set_1"]
    for _ in range(3):
        browser.get(f"/cases/{case}/sets/1.png")
    assert actions(office, case) == ["images_seen", "case_seen"]
    later(outside, hours=13)
    browser.sign_in(Role.COORDINATOR)
    browser.get(f"/cases/{case}/frames/1/0.png")
    assert looks(office, case) == ["set_1", "set_1"]


def test_what_has_not_arrived_is_not_shown(browser: ConsoleBrowser, outside: FakeOutside) -> None:
    case = send_case(outside, files=series(3), missing=2)
    told = browser.get(f"/cases/{case}/sets/1").get_json()
    assert (told["instances"], told["missing"]) == ([[3, 1]], 2)
    assert browser.get(f"/cases/{case}/frames/1/0.png").status_code == 404
    browser.get(f"/cases/{case}")
    assert "3 images, 2 missing" in browser.text


@pytest.mark.parametrize("reason", list(Unshowable))
def test_a_frame_that_cannot_be_shown_says_why_in_a_sentence(
    browser: ConsoleBrowser, outside: FakeOutside, frames: FakeFrames, reason: Unshowable
) -> None:
    case = send_case(outside, files=series(2))
    frames.refuses = FrameUnshowable(reason)
    answer = browser.get(f"/cases/{case}/frames/1/0.png")
    assert (answer.status_code, answer.get_json()) == (422, {"sentence": image_words.UNSHOWN[reason]})
    answer = browser.get(f"/cases/{case}/sets/1.png")  # the set's kind stands behind a clear picture
    assert (answer.status_code, answer.mimetype) == (200, "image/png")
    assert browser.get(f"/cases/{case}/sets/1.png").status_code == 200


@pytest.mark.parametrize(("refusal", "status"), [(FramesBusy(), 503), (ObjectMissing(), 422)])
def test_what_may_be_better_later_is_not_kept(
    browser: ConsoleBrowser, outside: FakeOutside, frames: FakeFrames, refusal: Exception, status: int
) -> None:
    case = send_case(outside, files=series(2))
    frames.refuses = refusal
    for rest in ("frames/1/0.png", "sets/1.png"):
        assert browser.get(f"/cases/{case}/{rest}").status_code == status
    frames.refuses = None
    assert browser.get(f"/cases/{case}/sets/1.png").get_data().startswith(b"\x89PNG")
    assert len(frames.asked) == 1


def test_small_pictures_go_with_a_case_that_is_forgotten_even_while_one_is_drawn(
    office: Office, outside: FakeOutside, people: dict[Role, StaffRecord], frames: FakeFrames
) -> None:
    caller = Caller(person=people[Role.COORDINATOR], place="")
    case = send_case(outside, files=series(3), missing=1)
    entry = case_of(office, caller, case)
    thumbnail(office, caller, entry, number=1)
    assert outside.thumbnails.contents
    withdraw_case(outside.desk, record=outside.desk.cases.get(case))
    assert outside.thumbnails.contents == {}
    with pytest.raises(CaseUnknown):
        thumbnail(office, caller, entry, number=1)

    other = send_case(outside, files=series(3), missing=1)
    entry, draw = case_of(office, caller, other), frames.render

    def forgotten_meanwhile(*arguments: object) -> object:
        drawn = draw(*arguments)  # type: ignore[arg-type]
        outside.desk.cases.move(other, "withdrawn")  # type: ignore[arg-type]
        forget_case(outside.desk, other)
        return drawn

    frames.render = forgotten_meanwhile  # type: ignore[assignment,method-assign]
    with pytest.raises(CaseUnknown):
        thumbnail(office, caller, entry, number=1)
    assert outside.thumbnails.contents == {}


def test_j_and_k_lead_through_the_list_that_the_person_came_from(browser: ConsoleBrowser, outside: FakeOutside) -> None:
    cases = []
    for name in ("Moreau", "Okafor", "Santos", "Lopez"):
        cases.append(send_case(outside, last_name=name, missing=1 if name == "Santos" else 0))
        later(outside, hours=1)
    first, second, missing, last = cases
    browser.sign_in(Role.COORDINATOR)

    def leads(page: str) -> dict[str, str]:
        browser.get(page)
        return dict(re.findall(r'data-key="([jk])" href="/console(/cases/\w+[^"]*)"', browser.text))

    assert leads(f"/cases/{second}") == {"k": f"/cases/{first}", "j": f"/cases/{last}"}
    assert "2 of 4" in browser.text
    assert "j" not in leads(f"/cases/{missing}")
    browser.get("/queue?chip=missing&view=queue")
    assert f"/cases/{missing}?view=queue&amp;chip=missing" in browser.text
    assert leads(f"/cases/{missing}?view=queue&chip=missing") == {}
    assert "1 of 1" in browser.text
    assert leads(f"/cases/{first}?view=queue&chip=missing") == {"j": f"/cases/{missing}?view=queue&amp;chip=missing"}
    assert "1 case in this list" in browser.text
    for tab in ("intake", "notes"):
        assert f"/cases/{first}/{tab}?view=queue&amp;chip=missing" in browser.text
    assert f"/cases/{first}/viewer?set=1&amp;view=queue&amp;chip=missing" in browser.text
    leads(f"/cases/{first}?view=<x>&chip='")
    assert "<x>" not in browser.text


def test_a_assigns_to_me_until_a_reviewer_gets_the_case(
    browser: ConsoleBrowser, outside: FakeOutside, people: dict[Role, StaffRecord]
) -> None:
    case, office = send_case(outside), browser.office
    browser.get(f"/cases/{case}?view=queue&chip=new")
    assert 'data-key="a"' in browser.text
    answer = browser.post(f"/cases/{case}/take?view=queue&chip=new")
    assert answer.headers["Location"] == f"/console/cases/{case}?view=queue&chip=new&done=taken"
    browser.get(f"/cases/{case}?view=mine&done=taken")
    assert "The case is yours now" in browser.text
    assert "1 of 1" in browser.text
    assert 'data-key="a"' not in browser.text
    assert outside.desk.cases.get(case).state is CaseState.RECEIVED
    line = office.audit.read(AuditFilter(action=AuditAction.CASE_ASSIGNED), limit=1)[0]
    assert line.about == "coordinator@example.org"


def test_what_is_a_reviewers_or_over_is_not_taken(browser: ConsoleBrowser, outside: FakeOutside) -> None:
    case = send_case(outside)
    browser.get(f"/cases/{case}")
    browser.post(f"/cases/{case}/decline", text="another hospital")
    browser.get(f"/cases/{case}/notes")
    assert browser.post(f"/cases/{case}/take").status_code == 409


def test_a_front_desk_sees_images_but_takes_nothing(
    office: Office, outside: FakeOutside, people: dict[Role, StaffRecord]
) -> None:
    case, browser = send_case(outside, files=series(2)), ConsoleBrowser(office)
    browser.sign_in(Role.FRONT_DESK)
    browser.get(f"/cases/{case}")
    assert "Open all in viewer" in browser.text
    assert "Download ZIP" not in browser.text
    assert browser.post(f"/cases/{case}/take").status_code in (400, 403)
