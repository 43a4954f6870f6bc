"""A receiver with cases in every state, sent by people who do not exist: for pictures and browser tests."""

import datetime
import hashlib
import io
import re
import warnings
from dataclasses import dataclass
from pathlib import Path

import requests
import sqlalchemy as sa

from secondread_server.adapters.database import schema
from secondread_server.adapters.database.engine import make_engine
from tests.support.browser import Browser
from tests.support.card_page import authorise
from tests.support.case_client import CaseClient, make_parcel
from tests.support.receiver import ReceiverProcess, wait_until
from tests.support.sample_disc import make_sample_disc

PASSWORD = "correct horse battery"
ROLES = ("administrator", "coordinator", "reviewer", "front_desk", "auditor")
PDF = b"%PDF-1.4 a letter of a hospital"


@dataclass(frozen=True, slots=True)
class SampleCase:
    """One case to be made. `hours` is how long ago it arrived; `missing` how many images are held back.

    `absent`: how many images the disc's index names and the disc lacked.
    """

    first: str
    last: str
    subjects: tuple[str, ...]
    state: str
    hours: int = 1
    images: int = 4
    missing: int = 0
    outcome: str = "same"
    absent: int = 0


CASES = (
    SampleCase("Claire", "Moreau", ("mri",), "received", hours=74),
    SampleCase("Grace", "Okafor", ("mammogram",), "received", hours=69, images=2, absent=12),
    SampleCase("Maria", "Lopez", ("mri", "ct"), "received", hours=47, images=8),
    SampleCase("Johannes", "Brandt", ("pet", "ct"), "assigned", hours=40, images=6),
    SampleCase("Miguel", "Santos", ("ct",), "needs_more", images=6, missing=3),
    SampleCase("Ingrid", "Larsen", ("mri",), "accepted", hours=26),
    SampleCase("Ravi", "Patel", ("ct",), "received", hours=20, outcome="different"),
    SampleCase("Elena", "Rossi", ("ultrasound", "xray"), "declined", hours=90),
    SampleCase("Yuki", "Tanaka", ("mri",), "withdrawn", hours=80),
    SampleCase("Joy", "Kamau", ("xray",), "uploading"),
)


class SampleReceiver:
    """A receiver process with staff in every role and the cases above, by last name."""

    def __init__(self, place: Path) -> None:
        self.process = ReceiverProcess(place / "data", demo=True, settings='programme.name = "Southern Memorial"')
        for role in ROLES:
            self.process.command(
                "staff", "add", "--data", str(self.process.data), "--role", role, "--email", f"{role}@example.org",
                stdin=f"{PASSWORD}\n",
            )  # fmt: skip
        self.process.start()
        self.url = self.process.url
        self._disc = make_sample_disc(place / "disc")
        self.clients = {case.last: self._send(case) for case in CASES}
        self._decide()
        self._age()

    def stop(self) -> None:
        """End the process."""
        self.process.stop()

    def case(self, last: str) -> str:
        """Return the id of somebody's case."""
        return self.clients[last].case

    def new_payment(self) -> str:
        """Return the address of a card page on which nothing has happened."""
        client = CaseClient(self.url)
        client.open()
        client.put_intake()
        return str(client.api("PUT", "/payment").json()["url"])

    def new_case(self, last: str = "Kovac") -> str:
        """Send one more case whole; return its id."""
        self.clients[last] = self._send(SampleCase("Ana", last, ("mri",), "received"))
        return self.case(last)

    def end_sessions(self) -> None:
        """End every session, as time does."""
        self._sql(schema.sessions.delete())

    def age_attempts(self) -> None:
        """Forget the attempts at signing in, as time does."""
        self._sql(schema.sign_in_attempts.delete())

    def _send(self, case: SampleCase) -> CaseClient:
        client = CaseClient(self.url)
        client.open()
        client.put_intake(first_name=case.first, last_name=case.last, subjects=list(case.subjects))  # type: ignore[arg-type]
        authorise(client.api("PUT", "/payment").json()["url"])
        client.api("GET", "/payment")
        if case.state == "uploading":
            return client
        files = [_image_of(path, case) for path in self._disc.instances[: case.images]] + [PDF]
        client.api("PUT", "/manifest", json=self._manifest(client.case, files, of=case))
        parcel = make_parcel(client.case, {n: f for n, f in enumerate(files, 1) if n > case.missing})
        client.upload(parcel)
        assert client.complete([parcel]).status_code == 202
        wanted = "needs_more" if case.missing else "received"
        wait_until(lambda: client.view()["state"] == wanted, what=f"{case.last}'s verification")
        return client

    def _manifest(self, case: str, files: list[bytes], *, of: SampleCase) -> dict[str, object]:
        import pydicom

        items: list[dict[str, object]] = []
        for n, content in enumerate(files, 1):
            item: dict[str, object] = {
                "ordinal": n, "size": len(content), "sha256": hashlib.sha256(content).hexdigest(),
                "kind": "instance" if n < len(files) else "attachment",
                "path": f"images/{n}.dcm" if n < len(files) else "reports/Letter from the hospital.pdf",
            }  # fmt: skip
            if n < len(files):
                head = pydicom.dcmread(self._disc.instances[n - 1], stop_before_pixels=True)
                item |= {
                    "study_instance_uid": str(head.StudyInstanceUID), "modality": str(head.Modality),
                    "series_instance_uid": str(head.SeriesInstanceUID), "sop_instance_uid": str(head.SOPInstanceUID),
                }  # fmt: skip
            items.append(item)
        count = len(items) - 1
        whole = {"found": count, "read": count, "named": count + of.absent, "absent": of.absent}
        exam = {"study_instance_uid": items[0]["study_instance_uid"], "study_date": "2026-11-12",
                "study_description": "MAMMOGRAPHY", "missing": of.absent, "named": count + of.absent}  # fmt: skip
        told = whole | {"missing_exams": [exam] if of.absent else []}
        return {"format": 1, "case": case, "items": items, "identity": {"outcome": of.outcome}, "completeness": told}

    def _decide(self) -> None:
        session = requests.Session()
        page = session.get(f"{self.url}/console/sign-in", timeout=30).text
        form = {"form_token": _token(page), "email": "coordinator@example.org", "password": PASSWORD}
        token = _token(session.post(f"{self.url}/console/sign-in", data=form, timeout=30).text)
        acts = {"accepted": ["accept"], "assigned": ["accept", "assign"], "declined": ["decline"],
                "withdrawn": ["withdraw"]}  # fmt: skip
        for case in CASES:
            here = f"{self.url}/console/cases/{self.case(case.last)}"
            for act in acts.get(case.state, []):
                staff = re.findall(r'<option value="(\w{32})"', session.get(here, timeout=30).text)
                data = {"form_token": token, "text": "The images are of another hospital.", "staff": (staff or [""])[0]}
                assert session.post(f"{here}/{act}", data=data, timeout=30).status_code == 200, act
        session.post(f"{here}/note", data={"form_token": token, "text": "Called: sends the rest."}, timeout=30)

    def _age(self) -> None:
        """Move arrival and promise back, as time does."""
        cases, now = schema.cases, datetime.datetime.now(datetime.UTC)
        for case in CASES:
            arrived = now - datetime.timedelta(hours=case.hours, minutes=5)
            moments = {"received": arrived, "promised_by": arrived + datetime.timedelta(hours=72)}
            here = (cases.c.id == self.case(case.last)) & cases.c.received.is_not(None)
            self._sql(cases.update().where(here).values(**moments))

    def _sql(self, statement: sa.Executable) -> None:
        engine = make_engine(f"sqlite:///{self.process.data / 'secondread.sqlite'}")
        with engine.begin() as connection:
            connection.execute(statement)
        engine.dispose()


def sign_in(browser: Browser, url: str, role: str, *, password: str = PASSWORD) -> None:
    """Sign in at a receiver's console as `role@example.org`."""
    browser.open(f"{url}/console/sign-in")
    browser.type("#email", f"{role}@example.org")
    browser.type("#password", password)
    browser.press("Sign in")
    browser.until(lambda: "sign-in" not in browser.path, "the page after the sign-in")


def _image_of(path: Path, case: SampleCase) -> bytes:
    """Return an image of the disc as one of this case's patient; where the name is to differ, as it is."""
    import pydicom

    dataset = pydicom.dcmread(path)
    if case.outcome == "same":
        dataset.SpecificCharacterSet = "ISO_IR 192"
        dataset.PatientName = f"{case.last}^{case.first}".upper()
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # old template files break small rules
        dataset.save_as(target)
    return target.getvalue()


def _token(page: str) -> str:
    return re.findall(r'name="form_token" value="(\w+)"', page)[0]
