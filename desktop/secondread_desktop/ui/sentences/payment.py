"""The words of Payment: what it costs, when the card is charged, and what has become of it."""

from secondread_desktop.ui.language import tr

TITLE = tr("Payment")
ONE_FEE = tr("One fee for your case. It pays for the work of our team.")
WHEN_CHARGED = tr("Your card is authorised today and charged only when our team accepts your case.")
BY_INVOICE = tr("You get an invoice from us after our team has accepted your case. There is nothing to pay today.")
NO_FEE = tr("There is nothing to pay for this programme.")
NO_FEE_TEXT = tr("You can send your images now.")
TODAY, ACCEPTED, NOT_ACCEPTED = tr("Today"), tr("Case accepted"), tr("Case not accepted")
PAGE_OPENS = tr(
    "Your web browser opens a page of the payment company. You write your card number there; "
    "this program never sees it."
)
TICK_FIRST = tr("First tick the box above")

OPEN = tr("Open the payment page")
OPEN_AGAIN = tr("Open the page again")
TRY_AGAIN = tr("Try again")
GO_ON = tr("Go on to sending")
CANCEL = tr("Cancel case")
KEEP = tr("Keep my case")
COPY = tr("Copy the address")
COPIED = tr("The address is copied. Paste it into your web browser.")

PREPARING = (tr("Preparing your case…"), tr("This takes a moment."))
WAITING = (
    tr("Please pay in your web browser."),
    tr("The payment page has opened there. When you have paid, come back here: this window goes on by itself."),
)
STILL_OPEN = (
    tr("The payment is still open."),
    tr("Please open the payment page and pay there. Your images are kept, and sending goes on afterwards."),
)
NOT_OPENED = (
    tr("Your web browser did not open."),
    tr("Please copy the address below, and paste it into a web browser on this computer."),
)
CLOSED_IT = tr("Closed the page before paying? Nothing is lost: open it again.")
PAID = (
    tr("Thank you. Your card is authorised."),
    tr("Nothing has been charged yet. Your images are on their way; we show them in a moment."),
)
DECLINED = (
    tr("Your card was not accepted."),
    (
        tr(
            "Nothing was charged, and your images are safe. Your bank can tell you why. "
            "You can try again, also with another card."
        )
    ),
)
CANCELLED = (
    tr("The payment was cancelled."),
    tr("Nothing was charged, and your images are safe. You can open the payment page once more, or cancel your case."),
)
CANCEL_ASK = (
    tr("Do you want to cancel this case?"),
    tr(
        "It is withdrawn at the programme and cleared from this computer. Nothing is charged. "
        "What you filled in is gone."
    ),
)
CANCELLING = (tr("Cancelling your case…"), tr("The programme is being told."))
AWAY = tr("The programme cannot be reached at the moment. This window tries again by itself.")


def amount_today(amount: str) -> str:
    """Return what happens today."""
    return tr("Your bank sets {amount} aside.").format(amount=amount)


def amount_accepted(amount: str) -> str:
    """Return what happens when the case is accepted."""
    return tr("Your card is charged {amount}, once.").format(amount=amount)


RELEASED = tr("The amount is released and you pay nothing.")


def send(images: int) -> str:
    """Return the label of the button that begins to send."""
    return tr("Send %n image(s)", "", images)


FEE_CHANGED = tr("The fee has changed meanwhile. Nothing was sent; please look at it once more.")
TAKE_BACK = tr("Go back to About you")
