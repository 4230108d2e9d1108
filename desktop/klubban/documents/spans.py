"""For which part of a meeting something holds, as protocols say it: `§§ 57–64, 66`, `t.o.m. punkt 5`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.meeting import Attendee, AttendsAs
from klubban.domain.paragraphs import Paragraphs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts

_BY_PARAGRAPHS = (AttendsAs.MEMBER, AttendsAs.SERVING_ALTERNATE, AttendsAs.ALTERNATE)


def attended(meeting: Meeting, one: Attendee, texts: Texts) -> str:
    """Return for which paragraphs or hours somebody was there; nothing for the whole meeting."""
    items, hours = _attended_items(meeting, one, texts), _hours(one, texts)
    # Whoever decides does so paragraph by paragraph, and the clock says nothing more.
    if one.attends_as in _BY_PARAGRAPHS and items:
        return items
    if hours and _hours_say_all(meeting, one):
        return hours
    return ", ".join(part for part in (items, hours) if part)


def span(meeting: Meeting, paragraphs: Paragraphs | None, items: Collection[int], texts: Texts) -> str:
    """Return paragraphs as they are printed, with items that have no numbers by their place; or nothing."""
    places = _places(meeting, paragraphs, items)
    if not meeting.body.rules.numbered and not paragraphs:
        return _reaching(places, _all_places(meeting), lambda some: _points(some, texts), texts)
    numbers = paragraphs or _numbers(meeting, places)
    if meeting.minuted or all(item.number is not None for item in meeting.items):
        return _reaching(numbers, meeting.paragraphs, lambda some: wording.signs_in(meeting, some), texts)
    if not places:
        return wording.signs_in(meeting, numbers) if numbers else ""
    return _reaching(places, _all_places(meeting), lambda some: listed(meeting, some, texts), texts)


def listed(meeting: Meeting, places: Paragraphs, texts: Texts) -> str:
    """Return `§§ 107–110, punkterna 6–10`: items by number, or by their place on the agenda, from 1."""
    numbers = _numbers(meeting, places)
    loose = Paragraphs.of(place for place in places if meeting.items[place - 1].number is None)
    parts = [wording.signs_in(meeting, numbers)] if numbers else []
    parts += [_points(loose, texts)] if loose else []
    return ", ".join(parts)


def places_attended(meeting: Meeting, one: Attendee) -> Paragraphs | None:
    """Return at which places of the agenda, from 1, somebody was there at the decision."""
    everywhere = one.paragraphs is None and not one.items and one.partly is None
    return _all_places(meeting) if everywhere else _places(meeting, one.paragraphs, one.items)


def _places(meeting: Meeting, paragraphs: Paragraphs | None, items: Collection[int]) -> Paragraphs | None:
    return Paragraphs.of(
        place
        for place, item in enumerate(meeting.items, 1)
        if item.id in items or (paragraphs and item.number is not None and item.number in paragraphs)
    )


def _all_places(meeting: Meeting) -> Paragraphs | None:
    return Paragraphs.of(range(1, len(meeting.items) + 1))


def _numbers(meeting: Meeting, places: Paragraphs | None) -> Paragraphs | None:
    found = (meeting.items[place - 1].number for place in places or ())
    return Paragraphs.of(number for number in found if number is not None)


def _attended_items(meeting: Meeting, one: Attendee, texts: Texts) -> str:
    partly = one.partly
    if partly is None:
        return span(meeting, one.paragraphs, one.items, texts)
    signs = wording.signs_in(meeting, partly)
    in_part = wording.held(texts.gettext("part of {paragraphs}").format(paragraphs=signs))
    whole = Paragraphs.of(number for number in one.paragraphs or () if number not in partly)
    touched = {item.id for item in meeting.items if item.number is not None and item.number in partly}
    items = [item for item in one.items if item not in touched]
    told = span(meeting, whole, items, texts)
    came = min(whole) > max(partly) if whole else _is_first(meeting, touched, items)
    parts = (in_part, told) if came else (told, in_part)
    return wording.enumerated([part for part in parts if part], texts)


def _is_first(meeting: Meeting, some: Collection[int], others: Collection[int]) -> bool:
    """Tell whether one of some items comes before all of the others."""
    return next((item.id in some for item in meeting.items if item.id in {*some, *others}), False)


def _points(places: Paragraphs, texts: Texts) -> str:
    """Return `punkt 5`, `punkterna 3–5, 7`: items by their place on the agenda."""
    numbers = str(places).replace("-", "–")
    several = sum(1 + last - first for first, last in places.ranges)
    return wording.held(texts.ngettext("item {numbers}", "items {numbers}", several).format(numbers=numbers))


def _reaching(
    some: Paragraphs | None, whole: Paragraphs | None, printed: Callable[[Paragraphs], str], texts: Texts
) -> str:
    """Return `fr.o.m. § 60` or `t.o.m. § 59` for an unbroken run of several to one end of the meeting."""
    if some is None:
        return ""
    first, last = some.ranges[0][0], some.ranges[-1][1]
    if whole is None or first == last:
        return printed(some)
    begin, end = whole.ranges[0][0], whole.ranges[-1][1]
    run = tuple((max(a, first), min(b, last)) for a, b in whole.ranges if a <= last and b >= first)
    if run == some.ranges and first > begin and last == end:
        line, bound = texts.gettext("from {paragraph} on"), first
    elif run == some.ranges and first == begin and last < end:
        line, bound = texts.gettext("through {paragraph}"), last
    else:
        return printed(some)
    return wording.held(line.format(paragraph=printed(Paragraphs(((bound, bound),)))))


def _hours(one: Attendee, texts: Texts) -> str:
    if one.came_at and one.went_at:
        return wording.clock(one.came_at, one.went_at, texts)
    moment = one.came_at or one.went_at
    if moment is None:
        return ""
    line = texts.gettext("from {time} on") if one.came_at else texts.gettext("until {time}")
    return wording.held(line.format(time=texts.time(moment)))


def _hours_say_all(meeting: Meeting, one: Attendee) -> bool:
    """Tell whether the hours limit what was attended at both ends, or at the only end that is limited."""
    if one.came_at and one.went_at:
        return True
    places = places_attended(meeting, one)
    reaches = places and (len(meeting.items) if one.came_at else 1) in places
    return bool(places and reaches and len(places.ranges) == 1)
