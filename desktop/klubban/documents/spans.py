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
    """Return for which paragraphs and hours somebody was there; nothing for the whole meeting."""
    parts = [_attended_items(meeting, one, texts)]
    # Whoever decides does so paragraph by paragraph, and the clock says nothing more.
    if not (one.attends_as in _BY_PARAGRAPHS and parts[0]):
        parts.append(_hours(one, texts))
    return ", ".join(part for part in parts if part)


def span(meeting: Meeting, paragraphs: Paragraphs | None, items: Collection[int], texts: Texts) -> str:
    """Return paragraphs as they are printed, or the items that have no numbers; nothing for neither."""
    chosen = [item for item in meeting.items if item.id in items]
    numbers = paragraphs or Paragraphs.of(item.number for item in chosen if item.number is not None)
    if numbers:
        return _reaching(numbers, meeting.paragraphs, lambda some: some.printed, texts)
    if not meeting.body.rules.numbered:
        places = Paragraphs.of(place for place, item in enumerate(meeting.items, 1) if item.id in items)
        whole = Paragraphs.of(range(1, len(meeting.items) + 1))
        return _reaching(places, whole, lambda some: _points(some, texts), texts) if places else ""
    return wording.enumerated([f"”{item.title}”" for item in chosen], texts)


def _attended_items(meeting: Meeting, one: Attendee, texts: Texts) -> str:
    partly = one.partly
    if partly is None:
        return span(meeting, one.paragraphs, one.items, texts)
    in_part = wording.held(texts.gettext("part of {paragraphs}").format(paragraphs=partly.printed))
    whole = Paragraphs.of(number for number in one.paragraphs or () if number not in partly)
    if whole is None:
        return in_part
    parts = [span(meeting, whole, (), texts), in_part]
    if max(partly) < min(whole):
        parts.reverse()
    return wording.enumerated(parts, texts)


def _points(places: Paragraphs, texts: Texts) -> str:
    """Return `punkt 5`, `punkterna 3–5, 7`: items by their place on the agenda."""
    numbers = str(places).replace("-", "–")
    several = sum(1 + last - first for first, last in places.ranges)
    return wording.held(texts.ngettext("item {numbers}", "items {numbers}", several).format(numbers=numbers))


def _reaching(
    some: Paragraphs, whole: Paragraphs | None, printed: Callable[[Paragraphs], str], texts: Texts
) -> str:
    """Return `fr.o.m. § 60` or `t.o.m. § 59` for an unbroken run of several to one end of the meeting."""
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
