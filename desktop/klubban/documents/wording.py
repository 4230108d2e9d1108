"""How documents say things: the formal phrases, made from what was recorded.

Pure functions; the language comes as `Texts`. What must not part at a line's end is held by no-break spaces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from klubban.domain.paragraphs import Paragraphs, in_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time

    from klubban.domain.body import Named
    from klubban.domain.look import Look
    from klubban.domain.meeting import Item, Meeting, Recess
    from klubban.domain.verification import Verification
    from klubban.i18n import Texts

NBSP = "\u00a0"
_DEFINITE = ("en", "én", "an", "et", "fullmäktige")
_HOUSE = re.compile(r" (?=\d{1,4} ?[A-Za-z]?(?:,|$))")


def with_party(who: Named, look: Look) -> str:
    """Return a name with its party on the house's side of it."""
    return f"({who.party}) {who.name}" if look.party_first and who.party else str(who)


def remotely(look: Look, texts: Texts) -> str:
    """Return how it is said that somebody took part from elsewhere."""
    return texts.gettext("by link") if look.by_link else texts.gettext("remotely")


def held(text: str) -> str:
    """Return words that must not part at a line's end."""
    return text.replace(" ", NBSP)


def number_sign(number: int, year: int | None = None) -> str:
    """Return the sign of one paragraph: `§ 19`, or with its year `§ 63/20`."""
    return Paragraphs(((number, number),)).signs(year)


def number_in(meeting: Meeting, number: int) -> str:
    """Return the number of a paragraph of a meeting, as its body writes them: `19`, `63/20`."""
    return in_year(number, _year(meeting))


def sign_in(meeting: Meeting, number: int) -> str:
    """Return the sign of a paragraph of a meeting, as its body writes them."""
    return number_sign(number, _year(meeting))


def signs_in(meeting: Meeting, paragraphs: Paragraphs) -> str:
    """Return the signs of paragraphs of a meeting, as its body writes them: `§§ 57–64, 66/20`."""
    return paragraphs.signs(_year(meeting))


def _year(meeting: Meeting) -> int | None:
    return meeting.date.year if meeting.body.rules.number_with_year else None


def sign_of(meeting: Meeting, item: Item) -> str:
    """Return an item's sign; nothing before it has a number."""
    return "" if item.number is None else sign_in(meeting, item.number)


def appendix_sign(number: int, texts: Texts) -> str:
    """Return an appendix as it is referred to inside a sentence: `bilaga 2`."""
    return held(texts.pgettext("in a sentence", "appendix {number}").format(number=number))


def capital(text: str) -> str:
    """Return the text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a title or a body's name as it stands inside a sentence; abbreviations keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def inside(body: str) -> str:
    """Return a body's name as it stands inside a sentence: `tekniska nämnden`, but `Ekby ungdomsråd`.

    In Swedish a name in the definite form, or that begins with one, is no proper noun.
    """
    first, *_others = body.split() or [""]
    common = body.endswith(_DEFINITE) or first.endswith(("ens", "ets"))
    return small(body) if common else body


def office(role: str, texts: Texts, *, two_vices: bool) -> str:
    """Return an office of a presidium: `ordförande`, `vice ordförande`, or of two `1:e vice ordförande`."""
    vice = texts.pgettext("after a name", "vice chair")
    return {
        "chair": texts.pgettext("after a name", "chair"),
        "vice_chair": texts.pgettext("after a name", "first vice chair") if two_vices else vice,
        "second_vice_chair": texts.pgettext("after a name", "second vice chair"),
    }.get(role, "")


def genitive(name: str, texts: Texts) -> str:
    """Return the owner's form of a name: `Kommunstyrelsens`, `Mats`, and in English `the council's`."""
    if texts.language == "sv":
        return name if name[-1:].casefold() in ("s", "x", "z") else f"{name}s"
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def coat_of_arms(organisation: str, texts: Texts) -> str:
    """Return what an organisation's coat of arms is called: `Ekby kommuns vapen`; nothing for no name."""
    owner = genitive(organisation, texts)
    return texts.gettext("{owner} coat of arms").format(owner=owner) if organisation else ""


def enumerated(parts: Sequence[str], texts: Texts) -> str:
    """Return `A, B och C`."""
    if not parts:
        return ""
    *some, last = parts
    return texts.gettext("{some} and {last}").format(some=", ".join(some), last=last) if some else last


def named(people: Iterable[Named], texts: Texts) -> str:
    """Return people with their parties: `Emma Feldman (M) och Mikael Jämstved (MP)`."""
    return enumerated([str(person) for person in people], texts)


# --- time and place


def long_date(day: date, texts: Texts) -> str:
    """Return `torsdagen den 25 februari 2016`."""
    pattern = texts.pgettext("date pattern", "EEEE d MMMM y")
    return texts.date(day, pattern.replace("d MMMM y", f"d{NBSP}MMMM{NBSP}y"))


def days(meeting: Meeting, texts: Texts) -> str:
    """Return the day of a meeting, or of one over several days its first and last."""
    own = dict.fromkeys((meeting.date, meeting.last_day))
    return " – ".join(long_date(day, texts) for day in own)


def clock(starts: time | None, ends: time | None, texts: Texts) -> str:
    """Return `kl. 18.30–19.15`, or as much of it as is known."""
    span = "–".join(texts.time(moment) for moment in (starts, ends) if moment is not None)
    return held(texts.gettext("at {time}").format(time=span)) if span else ""


def places_and_times(meeting: Meeting, texts: Texts) -> tuple[str, ...]:
    """Return `Birgittasalen, Kommunhuset, Jakobsberg, kl. 18.30–19.15`, with recesses.

    A meeting over several days has a line for each of them, and lines for place and recesses.
    """
    parts = (_place(meeting), *_times(meeting, texts), _recesses(meeting, texts))
    known = tuple(capital(part) for part in parts if part)
    return known if len(held_on(meeting)) > 1 else _in_one_line(parts)


def which_meeting(meeting: Meeting, texts: Texts, *, planned: bool = False) -> str:
    """Return `Kommunstyrelsen, måndagen den 22 februari 2016, Birgittasalen, kl. 18.30–19.15`.

    Of a planned one when it begins and then where, whatever else is known of it already.
    """
    day, place = long_date(meeting.date, texts), _place(meeting)
    if planned:
        parts = [day, clock(meeting.start, None, texts), place]
    elif len(held_on(meeting)) == 1:
        parts = [day, place, *_times(meeting, texts), _recesses(meeting, texts)]
    else:
        between = ", " if _nights(meeting) else " – "
        parts = [place, between.join(_times(meeting, texts)), _recesses(meeting, texts)]
    return ", ".join(part for part in (meeting.body.name, *parts) if part)


def _in_one_line(parts: Iterable[str]) -> tuple[str, ...]:
    line = ", ".join(part for part in parts if part)
    return (line,) if line else ()


def _place(meeting: Meeting) -> str:
    """Return the place; the number of a house or a room does not part from its name."""
    return _HOUSE.sub(NBSP, meeting.place or "")


def _times(meeting: Meeting, texts: Texts) -> tuple[str, ...]:
    """Return from when to when, for each day; when it was opened, where that is known."""
    began = meeting.opened or meeting.start
    nights = _nights(meeting)
    if nights:
        starts = (began, *(night.ends for night in nights))
        ends = (*(night.starts for night in nights), meeting.end)
        on = (meeting.date, *(night.ends_on or meeting.last_day for night in nights))
    elif meeting.last_day != meeting.date:
        starts, ends, on = (began, meeting.end), (None, None), held_on(meeting)
    else:
        return (clock(began, meeting.end, texts),)
    return tuple(
        f"{long_date(day, texts)} {clock(start, end if start else None, texts)}".strip()
        for day, start, end in zip(on, starts, ends, strict=True)
    )


def held_on(meeting: Meeting) -> tuple[date, ...]:
    """Return the days of a meeting: the first and the last, and those on which it was taken up again."""
    again = {night.ends_on for night in _nights(meeting) if night.ends_on}
    return tuple(sorted({meeting.date, meeting.last_day} | again))


def _nights(meeting: Meeting) -> tuple[Recess, ...]:
    """Return the adjournments to another day, which part the days of a meeting from each other."""
    return tuple(
        sorted(
            (each for each in meeting.recesses if each.adjourned and each.ends_on),
            key=lambda night: night.ends_on or meeting.last_day,
        )
    )


def _recesses(meeting: Meeting, texts: Texts) -> str:
    """Return `paus kl. 9.50–10.10, ajournering kl. 14.00–14.15, ajournerat fr.o.m. kl. 15.40`.

    An adjournment to another day is told by the days' own times.
    """
    known = meeting.opened is not None
    nights = _nights(meeting)
    within = [each for each in meeting.recesses if each not in nights]
    adjourned = [each for each in within if each.adjourned or not known]
    # Before the opening of a meeting was noted, a pause was not told from an adjournment.
    paused = [each for each in within if known and not each.adjourned]
    parts = [
        (texts.gettext("recess {times}"), [each for each in adjourned if each.ends]),
        (texts.gettext("pause {times}"), [each for each in paused if each.ends]),
    ]
    parts = sorted((part for part in parts if part[1]), key=lambda part: part[1][0].starts)
    told = [
        line.format(times=enumerated([_span(each, texts) for each in recesses], texts))
        for line, recesses in parts
    ]
    for recess in adjourned:
        if recess.ends is None:
            since = texts.gettext("adjourned from {time} on")
            told.append(held(since.format(time=texts.time(recess.starts))))
    return ", ".join(told)


def _span(recess: Recess, texts: Texts) -> str:
    """Return from when to when, with the day where it is another."""
    if recess.ends_on is None:
        return clock(recess.starts, recess.ends, texts)
    again = f"{long_date(recess.ends_on, texts)} {clock(recess.ends, None, texts)}"
    return f"{clock(recess.starts, None, texts)} – {again}"


def verification_line(verification: Verification, texts: Texts) -> str:
    """Return `Torsdagen den 25 februari 2016, kl. 8.30, sekreterarens tjänsterum`, as much as is known."""
    day = capital(long_date(verification.date, texts)) if verification.date else ""
    parts = [day, clock(verification.time, None, texts), verification.place or ""]
    return ", ".join(part for part in parts if part)
