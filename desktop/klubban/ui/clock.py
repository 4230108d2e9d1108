"""What day and time it is, here."""

from __future__ import annotations

from datetime import date, datetime


def now() -> datetime:
    """Return this moment in the local time."""
    return datetime.now().astimezone()


def today() -> date:
    """Return this day."""
    return now().date()
