"""The last look before signing in words: what is written, what the record says, and where it stands."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from klubban.domain.last_look import Doubt, Sort

if TYPE_CHECKING:
    from klubban.domain.last_look import Seen
    from klubban.i18n import Texts

_PLACES = 3
"""So many places are named; of more, how many there are."""


def heading(sort: Sort, texts: Texts) -> str:
    """Return what things of a sort are called together: `Namn`."""
    return {
        Sort.NAME: texts.pgettext("last look", "Names"),
        Sort.DATE: texts.pgettext("last look", "Dates"),
        Sort.AMOUNT: texts.pgettext("last look", "Sums and percentages"),
        Sort.REGISTRY_NUMBER: texts.pgettext("last look", "Registry numbers"),
        Sort.PARAGRAPH: texts.pgettext("last look", "Paragraphs that are referred to"),
    }[sort]


def written(seen: Seen, texts: Texts) -> str:
    """Return how it is written, and how often where that is more than once: `Åsa Wenergren (2 ggr)`."""
    if seen.count == 1:
        return seen.text
    return texts.gettext("{text} ({count} times)").format(text=seen.text, count=seen.count)


def record(seen: Seen, texts: Texts) -> str:
    """Return what the record says of it; nothing where it says nothing."""
    told = seen.record
    match seen.sort:
        case Sort.NAME:
            return str(told.get("who", ""))
        case Sort.DATE:
            return _day(told.get("day"), told.get("days"), texts)
        case Sort.AMOUNT:
            return f"{told['amount']} ({told['at']})" if "amount" in told else ""
        case Sort.REGISTRY_NUMBER:
            return str(told.get("number") or told.get("title") or "")
        case Sort.PARAGRAPH:
            return str(told.get("title", ""))


def doubt(seen: Seen, texts: Texts) -> str:
    """Return what may be wrong, in a sentence; nothing where nothing is."""
    if seen.doubt is None:
        return ""
    return {
        Doubt.SPELT_OTHERWISE: texts.gettext("Spelt otherwise than on the roll"),
        Doubt.OTHER_PARTY: texts.gettext("Another party than on the roll"),
        Doubt.NOBODY: texts.gettext("Not on the roll or in the register"),
        Doubt.NO_SUCH_DAY: texts.gettext("There is no such day"),
        Doubt.WRONG_WEEKDAY: texts.gettext("The weekday is another"),
        Doubt.NEAR_AMOUNT: texts.gettext("Almost another sum of the same paragraph"),
        Doubt.NEAR_NUMBER: texts.gettext("Almost the number of the matter"),
        Doubt.OTHER_FORM: texts.gettext("Written otherwise than it is registered"),
        Doubt.NO_SUCH_PARAGRAPH: texts.gettext("There is no such paragraph in this protocol"),
    }[seen.doubt]


def places(seen: Seen, texts: Texts) -> str:
    """Return where it stands: `§ 19, Beslut; § 20, Sammanfattning`."""
    named = "; ".join(each.where for each in seen.spots[:_PLACES])
    left = len(seen.spots) - _PLACES
    if left < 1:
        return named
    more = texts.ngettext("{places} and {count} more place", "{places} and {count} more places", left)
    return more.format(places=named, count=left)


def line(seen: Seen, texts: Texts) -> str:
    """Return all of it on one line, as the command prints it."""
    says = record(seen, texts)
    parts = [written(seen, texts)]
    if says:
        parts.append(texts.gettext("the record: {says}").format(says=says))
    parts += [each for each in (doubt(seen, texts), places(seen, texts)) if each]
    return " – ".join(parts)


def _day(day: object, days: object, texts: Texts) -> str:
    if not isinstance(day, dt.date) or not isinstance(days, int):
        return ""
    weekday = texts.date(day, "EEEE")
    if days == 0:
        return texts.gettext("{weekday}, the day of the meeting").format(weekday=weekday)
    if days > 0:
        told = texts.ngettext(
            "{weekday}, {count} day after the meeting", "{weekday}, {count} days after the meeting", days
        )
    else:
        told = texts.ngettext(
            "{weekday}, {count} day before the meeting", "{weekday}, {count} days before the meeting", -days
        )
    return told.format(weekday=weekday, count=abs(days))
