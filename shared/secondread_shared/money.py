"""Money in minor units with its ISO 4217 code; never a float."""

import msgspec

_MINOR_DIGITS = {"JPY": 0, "KRW": 0, "CLP": 0, "ISK": 0, "BHD": 3, "KWD": 3, "OMR": 3, "TND": 3, "JOD": 3}


class Money(msgspec.Struct, frozen=True):
    """An amount, for example `Money(10000, "USD")` for 100.00 US dollars."""

    minor: int
    currency: str

    def __str__(self) -> str:
        """Return `100.00 USD`."""
        digits = _MINOR_DIGITS.get(self.currency, 2)
        if digits == 0:
            return f"{self.minor} {self.currency}"
        whole, part = divmod(self.minor, 10**digits)
        return f"{whole}.{part:0{digits}d} {self.currency}"
