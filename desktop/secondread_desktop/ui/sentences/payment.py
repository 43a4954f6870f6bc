"""The words of Payment: what it costs, when the card is charged, and what has become of it."""

from secondread_desktop.ui import words

TITLE = "Payment"
ONE_FEE = "One fee for your case. It pays for the work of our team."
WHEN_CHARGED = "Your card is authorised today and charged only when our team accepts your case."
BY_INVOICE = "You get an invoice from us after our team has accepted your case. There is nothing to pay today."
NO_FEE = "There is nothing to pay for this programme."
NO_FEE_TEXT = "You can send your images now."
TODAY, ACCEPTED, NOT_ACCEPTED = "Today", "Case accepted", "Case not accepted"
PAGE_OPENS = (
    "Your web browser opens a page of the payment company. You write your card number there; "
    "this program never sees it."
)
TICK_FIRST = "First tick the box above"

OPEN = "Open the payment page"
OPEN_AGAIN = "Open the page again"
TRY_AGAIN = "Try again"
GO_ON = "Go on to sending"
CANCEL = "Cancel case"
KEEP = "Keep my case"
COPY = "Copy the address"
COPIED = "The address is copied. Paste it into your web browser."

PREPARING = ("Preparing your case…", "This takes a moment.")
WAITING = (
    "Please pay in your web browser.",
    "The payment page has opened there. When you have paid, come back here: this window goes on by itself.",
)
STILL_OPEN = (
    "The payment is still open.",
    "Please open the payment page and pay there. Your images are kept, and sending goes on afterwards.",
)
NOT_OPENED = (
    "Your web browser did not open.",
    "Please copy the address below, and paste it into a web browser on this computer.",
)
CLOSED_IT = "Closed the page before paying? Nothing is lost: open it again."
PAID = (
    "Thank you. Your card is authorised.",
    "Nothing has been charged yet. Your images are on their way; we show them in a moment.",
)
DECLINED = (
    "Your card was not accepted.",
    (
        "Nothing was charged, and your images are safe. Your bank can tell you why. "
        "You can try again, also with another card."
    ),
)
CANCELLED = (
    "The payment was cancelled.",
    "Nothing was charged, and your images are safe. You can open the payment page once more, or cancel your case.",
)
CANCEL_ASK = (
    "Do you want to cancel this case?",
    "It is withdrawn at the programme and cleared from this computer. Nothing is charged. What you filled in is gone.",
)
CANCELLING = ("Cancelling your case…", "The programme is being told.")
AWAY = "The programme cannot be reached at the moment. This window tries again by itself."


def amount_today(amount: str) -> str:
    """Return what happens today."""
    return f"Your bank sets {amount} aside."


def amount_accepted(amount: str) -> str:
    """Return what happens when the case is accepted."""
    return f"Your card is charged {amount}, once."


RELEASED = "The amount is released and you pay nothing."


def send(images: int) -> str:
    """Return the label of the button that begins to send."""
    return f"Send {words.images(images)}"


FEE_CHANGED = "The fee has changed meanwhile. Nothing was sent; please look at it once more."
TAKE_BACK = "Go back to About you"
