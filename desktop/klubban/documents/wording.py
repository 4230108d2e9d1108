"""How documents say things: the formal phrases, made from what was recorded.

Pure functions; the language comes as `Texts`. What must not part at a line's end is held by no-break spaces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.meeting import Attendee, AttendsAs, Meeting, Recess, Verification
from klubban.domain.paragraphs import Paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time

    from klubban.domain.body import Named
    from klubban.i18n import Texts

NBSP = "\u00a0"


def number_sign(number: int) -> str:
    """Return the sign of one paragraph: `§ 19`."""
    return f"§{NBSP}{number}"


def capital(text: str) -> str:
    """Return the text as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a title or a body's name as it stands inside a sentence; abbreviations keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def genitive(name: str, texts: Texts) -> str:
    """Return the owner's form of a name: `Kommunstyrelsens`, `Mats`, and in English `the council's`."""
    if texts.language == "sv":
        return name if name[-1:].casefold() in ("s", "x", "z") else f"{name}s"
    return f"{name}’" if name.endswith("s") else f"{name}’s"


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


def clock(starts: time | None, ends: time | None, texts: Texts) -> str:
    """Return `kl. 18.30–19.15`; an end that is not known leaves the dash open only in a recess."""
    span = "–".join(texts.time(moment) for moment in (starts, ends) if moment is not None)
    return texts.gettext("at {time}").format(time=span).replace(" ", NBSP) if span else ""


def place_and_time(meeting: Meeting, texts: Texts) -> str:
    """Return `Birgittasalen, Kommunhuset, Jakobsberg, kl. 18.30–19.15`, with recesses."""
    parts = [meeting.place or "", _times(meeting, texts), _recesses(meeting.recesses, texts)]
    return ", ".join(part for part in parts if part)


def _times(meeting: Meeting, texts: Texts) -> str:
    if meeting.last_day == meeting.date:
        return clock(meeting.start, meeting.end, texts)
    first = f"{long_date(meeting.date, texts)} {clock(meeting.start, None, texts)}"
    last = f"{long_date(meeting.last_day, texts)} {clock(meeting.end, None, texts)}"
    return f"{first.strip()} – {last.strip()}"


def _recesses(recesses: Iterable[Recess], texts: Texts) -> str:
    spans = [clock(recess.starts, recess.ends, texts) + ("" if recess.ends else "–") for recess in recesses]
    return texts.gettext("recess {times}").format(times=enumerated(spans, texts)) if spans else ""


def verification_line(verification: Verification, texts: Texts) -> str:
    """Return `Torsdagen den 25 februari 2016, kl. 8.30, sekreterarens tjänsterum`, as much as is known."""
    day = capital(long_date(verification.date, texts)) if verification.date else ""
    parts = [day, clock(verification.time, None, texts), verification.place or ""]
    return ", ".join(part for part in parts if part)


# --- who was there


def deciding(meeting: Meeting, texts: Texts) -> tuple[str, ...]:
    """Return those who took part in the decisions, as they were called: KL 5 kap. 66 § and 67 § 5."""
    return tuple(_decider(meeting, one, texts) for one in meeting.attendance if one.decides)


def _decider(meeting: Meeting, one: Attendee, texts: Texts) -> str:
    name = str(one.who)
    if one.serves_for:
        name = texts.gettext("{name} for {member}").format(name=name, member=one.serves_for)
    elif one.attends_as is AttendsAs.SERVING_ALTERNATE:
        name = texts.gettext("{name}, serving alternate").format(name=name)
    chair = [texts.pgettext("after a name", "chair")] if one.who.is_same(meeting.chair) else []
    return ", ".join([name, *chair, *limits(meeting, one, texts)])


def others_present(meeting: Meeting, texts: Texts) -> tuple[str, ...]:
    """Return who else was there, a line for each group, titles before the names as in running text."""

    def people(kind: AttendsAs) -> list[str]:
        return [_titled(meeting, one, texts) for one in meeting.attendance if one.attends_as is kind]

    alternates = people(AttendsAs.ALTERNATE)
    staff = people(AttendsAs.STAFF_REPRESENTATIVE)
    groups = [
        (texts.ngettext("Alternate {names}", "Alternates {names}", len(alternates)), alternates),
        (texts.gettext("Co-opted {names}"), people(AttendsAs.CO_OPTED)),
        (texts.ngettext("Staff representative {names}", "Staff representatives {names}", len(staff)), staff),
        ("{names}", people(AttendsAs.OFFICIAL) + _secretary_not_on_roll(meeting, texts)),
        (texts.gettext("Invited {names}"), people(AttendsAs.GUEST)),
        ("{names}", people(AttendsAs.OTHER)),
    ]
    return tuple(capital(line.format(names=_listed(names))) for line, names in groups if names)


def _listed(names: Sequence[str]) -> str:
    """Return names in a row, parted by semicolons where one of them has a comma of its own."""
    return ("; " if any(", " in name for name in names) else ", ").join(names)


def _secretary_not_on_roll(meeting: Meeting, texts: Texts) -> list[str]:
    """Return the secretary, who is present even when nobody wrote it down."""
    secretary = meeting.secretary
    if secretary is None or any(one.who.is_same(secretary) for one in meeting.attendance):
        return []
    role = small(texts.gettext("Secretary"))
    return [f"{role} {secretary}"]


def _titled(meeting: Meeting, one: Attendee, texts: Texts) -> str:
    name = f"{small(one.title)} {one.who}" if one.title else str(one.who)
    return ", ".join([name, *limits(meeting, one, texts)])


def limits(meeting: Meeting, one: Attendee, texts: Texts) -> list[str]:
    """Return for which paragraphs somebody was there, and whether at a distance."""
    served = _served(meeting, one, texts)
    remote = [texts.gettext("remotely")] if one.remote else []
    return ([served] if served else []) + remote


def _served(meeting: Meeting, one: Attendee, texts: Texts) -> str:
    if one.paragraphs:
        return one.paragraphs.printed
    items = [item for item in meeting.items if item.id in one.items]
    numbers = Paragraphs.of(item.number for item in items if item.number is not None)
    if numbers:
        return numbers.printed
    return enumerated([f"”{item.title}”" for item in items], texts)
