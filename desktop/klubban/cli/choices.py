"""What the words of a command mean: days, times, bodies."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from klubban.cli.errors import Unusable
from klubban.domain.body import Body
from klubban.i18n import N_


def day_of(words: str) -> date:
    """Return a date; raises Unusable for what is none."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise Unusable(N_("There is no date {date}; expected one such as 2016-02-22"), date=words) from None


def time_of(words: str | None) -> time | None:
    """Return a time of day, if any is given; raises Unusable for what is none."""
    try:
        return None if words is None else time.fromisoformat(words)
    except ValueError:
        raise Unusable(N_("There is no time {time}; expected one such as 18:30"), time=words) from None


def body_named(bodies: Sequence[Body], wanted: str) -> Body:
    """Return the body with a short name or name, in any case; raises Unusable when there is not just one."""
    folded = wanted.casefold()
    found = [body for body in bodies if folded in ((body.short or "").casefold(), body.name.casefold())]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"{body.short} ({body.name})" if body.short else body.name for body in found or bodies)
    template = (
        N_("{body} may be any of: {known}") if found else N_("There is no body {body}; there are: {known}")
    )
    raise Unusable(template, body=wanted, known=known or "–")
