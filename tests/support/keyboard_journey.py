"""The patient's journey by keys alone, from the folder to the receipt: for a program that can only be typed at."""

from tests.support.keyboard import Keyboard
from tests.support.sample_disc import SampleDisc

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def send_by_keys(keyboard: Keyboard, disc: SampleDisc) -> None:
    """Send the disc of a program that was opened with it to a receiver that takes invoices."""
    keyboard.on("Where are your images?")
    keyboard.go_on("Check the images")
    keyboard.press("space")  # yes, this is me
    keyboard.go_on("About you")
    _tell(keyboard, disc.intake)
    keyboard.go_on("Payment")
    keyboard.press("space")  # the fee is understood
    keyboard.press("ctrl+Return")
    keyboard.on("Your images have arrived", seconds=90.0)


def _tell(keyboard: Keyboard, intake: dict[str, str]) -> None:
    year, month, day = intake["birth_date"].split("-")
    birth = f"{int(day)}\t{MONTHS[int(month) - 1]}\t{year}"
    keyboard.type(f"{intake['first_name']}\t{intake['last_name']}\t{birth}\tF\t")
    keyboard.type(f"{intake['email']}\t{intake['phone']}\t12 Example Street, Springfield\t")
    keyboard.press("space")  # the first kind of images
    keyboard.type("\t" * 7 + intake["question"] + "\t" * 4)
    for _ in range(3):  # each text, then its box
        keyboard.type("\t\t")
        keyboard.press("space")
