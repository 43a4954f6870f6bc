"""The words of the window's frame: first start, help, trouble of the program itself."""

from secondread_desktop.ui.sentences.troubles import Trouble

FIRST_START_TITLE = "Which programme do you send to?"
FIRST_START_LEAD = "You find the address in the letter or e-mail of your second-opinion programme."
ADDRESS_LABEL = "The programme's address"
ADDRESS_EXAMPLE = "For example secondopinion.hospital.example"
ADDRESS_UNCLEAR = "This is not an address. It looks like secondopinion.hospital.example, without spaces."
CONNECT = "Connect"
TRY_AGAIN = "Try again"
OTHER_ADDRESS = "Use another address"
REACHING_TITLE = "One moment"
REACHING = "Asking the programme who it is. This takes a few seconds."
UNREACHED_TITLE = "The programme does not answer"
TRIES_BY_ITSELF = "This program tries again by itself every few seconds."

HELP_TITLE = "Help"
HELP_PARTS = (
    (
        "Nothing can go wrong by looking",
        "Nothing leaves this computer before you have agreed to it under About you. You can go back at any time.",
    ),
    (
        "You can stop at any time",
        "Close the window when you like. What you did is kept, and goes on when you open this program again.",
    ),
    (
        "The disc",
        (
            "The hospital's disc goes into this computer's disc drive. Without a drive, somebody can copy the disc "
            "to a USB stick for you, all folders of it."
        ),
    ),
)
HELP_CALL_TITLE = "Talk to a person"
HELP_CALL_NO_LINE = "Please call the programme that asked for your images."
HELP_BACK = "Back to your step"

NOTICE_CLOSE = "Close this message"
NOT_KEPT = Trouble(
    "What you typed cannot be kept on this computer.",
    "You can stay and send it now. To leave without it, close the window once more.",
)
DISC_DIFFERS = Trouble(
    "What is on the disc is not what was there before.",
    "Images are missing or new, or it is another disc. Please look at the exams below once more before you go on.",
)
SORRY_CLOSE = "Close"
PROGRESS_NAME = "How far it is"


def at_address(receiver: str) -> str:
    """Return what is being asked."""
    return f"Address: {receiver}"


def help_call(help_line: str) -> str:
    """Return whom to call."""
    return f"Call {help_line}. Have this window before you; nobody needs to see your images for that."
