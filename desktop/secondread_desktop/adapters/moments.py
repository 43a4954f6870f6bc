"""Dates of files as the outbox can keep them."""

_END = 1 << 63  # what a database and a message hold: until the year 2262


def kept_ns(nanoseconds: int) -> int:
    """Return a date in nanoseconds; 0, as for none, where it lies further off than is kept: UDF knows the year 9999."""
    return nanoseconds if -_END <= nanoseconds < _END else 0
