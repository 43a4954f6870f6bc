"""The sentences of the simulator's card page."""

FAULTS = {
    "number": "This card number is not complete, or a digit is wrong. Compare it with your card.",
    "not_a_test_card": "This page is a rehearsal and takes no real card. Use one of the two cards shown below.",
    "expiry": "Write the month and the year as they stand on the card, for example 04 / 29.",
    "expired": "This card has expired. Use another card.",
    "code": "Write the three digits from the back of the card, or the four from the front.",
}
FIELDS = {"number": "Card number", "expiry": "Valid until", "code": "Security code"}
