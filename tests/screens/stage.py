"""One step on a stage of its own: its screen above the foot, as the window has them, with desk and disc behind."""

from dataclasses import dataclass, field
from pathlib import Path

from pydicom import dcmread
from pydicom.data import get_testdata_file
from PySide6.QtWidgets import QWidget

from secondread_desktop.ui.conduct.conduct import Conduct
from secondread_desktop.ui.conduct.visit import Visit, Whose
from secondread_desktop.ui.screens.screen import NARROW
from secondread_desktop.ui.widgets.foot import FootBar
from secondread_desktop.ui.widgets.text import column
from secondread_shared.consent import Consent, ConsentKind, ConsentText
from secondread_shared.contract import Programme
from secondread_shared.money import Money
from tests.support.fake_receiver import replace_programme
from tests.support.window import spin_until

TERMS = (
    "Our specialists read the images and reports that you send and write their opinion. The opinion does not replace "
    "the care of your own doctors. Call your doctor or the emergency number if your health gets worse.\n\n"
) * 4
TEXTS = [
    ConsentText(ConsentKind.TERMS, "2026-11", "Terms and conditions", TERMS),
    ConsentText(ConsentKind.PRIVACY, "2026-11", "Privacy policy", "We keep what you send encrypted."),
    ConsentText(ConsentKind.RIGHT_TO_SHARE, "2026-11", "Your right to share", "I have the right to share this study."),
]
FEE = ConsentText(ConsentKind.FEE, "100.00 USD", "The fee", "I understand that I will be charged 100.00 USD.")
TYPED = {
    "first_name": "Maria",
    "last_name": "Lopez",
    "birth_day": "3",
    "birth_month": "March",
    "birth_year": "1951",
    "sex": "female",
    "email": "maria.lopez@example.com",
    "phone": "(555) 555-0119",
    "postal_address": "1 Example Street\nExampleton",
    "subjects": "mri",
    "question": "Is an operation needed?",
}


def programme(*, fee: bool = True, payment: str = "card", **changes: object) -> Programme:
    """Return a programme with a fee by card."""
    texts = [*TEXTS, FEE] if fee else TEXTS
    made = replace_programme(name="Southern Memorial", help_line="800-555-0142", texts=texts)
    return replace_programme(
        **{
            "name": made.name,
            "help_line": made.help_line,
            "texts": texts,
            "fee": Money(10000, "USD") if fee else None,
            "payment": payment if fee else "none",
            **changes,
        }
    )


def write_disc(root: Path, *people: tuple[str, ...], uid: str = "1.2.3") -> Path:
    """Write one image for each person: name, birth date, id, and sex where it matters, as DICOM writes them."""
    root.mkdir(parents=True)
    for number, (name, birth_date, patient_id, *sex) in enumerate(people, start=1):
        dataset = dcmread(get_testdata_file("CT_small.dcm", download=False))
        dataset.PatientName, dataset.PatientBirthDate, dataset.PatientID = name, birth_date, patient_id
        dataset.SpecificCharacterSet = "ISO_IR 192"
        dataset.PatientSex = sex[0] if sex else None
        dataset.StudyInstanceUID, dataset.SeriesInstanceUID = f"{uid}.{number}", f"{uid}.{number}.1"
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = f"{uid}.{number}.1.1"
        dataset.save_as(root / f"IM{number}")
    return root


MARIA = ("LOPEZ^MARIA", "19510303", "A1")


def filled(visit: Visit, **typed: str) -> Visit:
    """Fill in the form and give every acknowledgement."""
    assert visit.programme is not None
    visit.form = TYPED | typed
    visit.whose = visit.whose or Whose.MINE
    visit.consents = tuple(
        Consent(text.kind, text.version, accepted=True)
        for text in visit.programme.texts
        if text.kind is not ConsentKind.FEE
    )
    return visit


@dataclass
class Stage:
    """A conduct on a small window of its own; `moves` and `changes` are what it told."""

    conduct: Conduct
    size: tuple[int, int] = (1080, 640)
    moves: list[object] = field(default_factory=list)
    changes: int = 0

    def __post_init__(self) -> None:
        self.foot = FootBar()
        self.foot.setFixedHeight(72)
        self.window = QWidget()
        self.window.setObjectName("window")
        screen = self.conduct.screen
        self.window.setLayout(column(screen, self.foot, gap=0))
        screen.foot_changed.connect(self.show_foot)
        self.foot.pressed.connect(screen.act)
        self.conduct.moved.connect(self.moves.append)
        self.conduct.changed.connect(self._count)

    def enter(self, visit: Visit) -> None:
        """Show the step for a visit."""
        self.conduct.enter(visit)
        self.foot.show_help_line("800-555-0142")
        self.conduct.screen.show_narrow(self.size[0] < NARROW)
        self.show_foot()
        self.window.resize(*self.size)
        self.window.show()
        self.window.activateWindow()
        spin_until(self.window.isActiveWindow, what="the window has the keyboard")

    def show_foot(self) -> None:
        """Show the actions of the present state."""
        self.foot.show_foot(self.conduct.screen.foot())

    def close(self) -> None:
        """Take the window away for good."""
        self.window.close()
        self.window.deleteLater()

    def _count(self) -> None:
        self.changes += 1
