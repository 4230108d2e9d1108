"""When an item begins and how long it takes, as it is written: `13.30, 20 min`."""

from __future__ import annotations

import datetime as dt
import re

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _, current

_CLOCK = re.compile(r"(?:kl\.?|at)?\s*(\d{1,2})[.:](\d{2})|(?:kl\.?|at)\s*(\d{1,2})|(\d{2})(\d{2})")
_MINUTES = re.compile(r"(\d{1,3})\s*(?:m|min|min\.|minuter|minutes|minut|minute|')?")
_MOST = 600


def written(start: dt.time | None, minutes: int | None) -> str:
    """Return both as they are typed and read."""
    parts = [current().time(start)] if start else []
    if minutes:
        parts.append(_("{count} min").format(count=minutes))
    return ", ".join(parts)


def read_time(typed: str) -> tuple[dt.time | None, int | None]:
    """Return the clock time and the minutes that words say; raises RuleBroken for words that say neither."""
    start: dt.time | None = None
    minutes: int | None = None
    words = " ".join(typed.casefold().split())
    for part in re.split(r"[,;]\s*|(?<=[.:]\d\d)\s+", words):
        if not part:
            continue
        if (found := _CLOCK.fullmatch(part)) and start is None:
            start = _clock(found, typed)
        elif (found := _MINUTES.fullmatch(part)) and minutes is None and 0 < int(found[1]) <= _MOST:
            minutes = int(found[1])
        else:
            raise _unclear(typed)
    return start, minutes


def _clock(found: re.Match[str], typed: str) -> dt.time:
    hour, minute = (int(each) for each in ([*filter(None, found.groups()), "0"])[:2])
    try:
        return dt.time(hour, minute)
    except ValueError:
        raise _unclear(typed) from None


def _unclear(typed: str) -> RuleBroken:
    return RuleBroken(N_("”{words}” is no time; write 13.30, 20 min, or one of them"), words=typed)
