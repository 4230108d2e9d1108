"""The years that a day from outside may be in."""

from __future__ import annotations

from datetime import date

from klubban.domain.years import YEARS
from klubban.exchange.refused import Misfit
from klubban.i18n import N_


def in_known_years(day: date) -> date:
    """Return the day; raises Misfit when it is a slip, or stands for no day at all."""
    if day.year not in YEARS:
        raise Misfit(N_("Expected a year from {first} to {last}"), first=YEARS[0], last=YEARS[-1])
    return day
