"""The words of the window's frame: first start, help, trouble of the program itself."""

from secondread_desktop.ui.language import tr
from secondread_desktop.ui.sentences.troubles import Trouble

FIRST_START_TITLE = tr("Which programme do you send to?")
FIRST_START_LEAD = tr("You find the address in the letter or e-mail of your second-opinion programme.")
ADDRESS_LABEL = tr("The programme's address")
ADDRESS_EXAMPLE = tr("For example secondopinion.hospital.example")
ADDRESS_UNCLEAR = tr("This is not an address. It looks like secondopinion.hospital.example, without spaces.")
CONNECT = tr("Connect")
TRY_AGAIN = tr("Try again")
OTHER_ADDRESS = tr("Use another address")
REACHING_TITLE = tr("One moment")
REACHING = tr("Asking the programme who it is. This takes a few seconds.")
UNREACHED_TITLE = tr("The programme does not answer")
TRIES_BY_ITSELF = tr("This program tries again by itself every few seconds.")

HELP_TITLE = tr("Help")
HELP_PARTS = (
    (
        tr("Nothing can go wrong by looking"),
        tr("Nothing leaves this computer before you have agreed to it under About you. You can go back at any time."),
    ),
    (
        tr("You can stop at any time"),
        tr("Close the window when you like. What you did is kept, and goes on when you open this program again."),
    ),
    (
        tr("The disc"),
        (
            tr(
                "The hospital's disc goes into this computer's disc drive. Without a drive, somebody can copy the disc "
                "to a USB stick for you, all folders of it."
            )
        ),
    ),
)
HELP_CALL_TITLE = tr("Talk to a person")
HELP_CALL_NO_LINE = tr("Please call the programme that asked for your images.")
HELP_BACK = tr("Back to your step")

NOTICE_CLOSE = tr("Close this message")
NOT_KEPT = Trouble(
    tr("What you typed cannot be kept on this computer."),
    tr("You can stay and send it now. To leave without it, close the window once more."),
)
DISC_DIFFERS = Trouble(
    tr("What is on the disc is not what was there before."),
    tr("Images are missing or new, or it is another disc. Please look at the exams below once more before you go on."),
)
SORRY_CLOSE = tr("Close")
PROGRESS_NAME = tr("How far it is")


def at_address(receiver: str) -> str:
    """Return what is being asked."""
    return tr("Address: {address}").format(address=receiver)


def help_call(help_line: str) -> str:
    """Return whom to call."""
    return tr("Call {help_line}. Have this window before you; nobody needs to see your images for that.").format(
        help_line=help_line
    )
