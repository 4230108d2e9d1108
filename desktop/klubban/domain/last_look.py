"""A last look before signing: what the texts say beside what the record says, each with its places.

Nothing is a fault by itself; what is doubtful is told first, and people judge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from klubban.domain.body import Named
from klubban.domain.days_said import days_said, iso_days
from klubban.domain.matter_history import plain_number
from klubban.domain.seen_names import NameSeen, names_seen
from klubban.domain.seen_numbers import are_near, money_in, paragraphs_in, registry_numbers_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from klubban.domain.findings import Line
    from klubban.domain.meeting import Meeting


class Sort(StrEnum):
    """What is looked at, in the order in which it is shown."""

    NAME = "name"
    DATE = "date"
    AMOUNT = "amount"
    REGISTRY_NUMBER = "registry_number"
    PARAGRAPH = "paragraph"


class Doubt(StrEnum):
    """What may be wrong."""

    SPELT_OTHERWISE = "spelt_otherwise"
    """A name that is almost one of the record's."""
    OTHER_PARTY = "other_party"
    NOBODY = "nobody"
    """A name with a party that the record does not know."""
    NO_SUCH_DAY = "no_such_day"
    WRONG_WEEKDAY = "wrong_weekday"
    NEAR_AMOUNT = "near_amount"
    """Almost another amount of the same paragraph: digits changed places, or one more nought."""
    NEAR_NUMBER = "near_number"
    """Almost the registry number of its matter."""
    OTHER_FORM = "other_form"
    """A registry number of the record, written otherwise: `Kst 2015-503`."""
    NO_SUCH_PARAGRAPH = "no_such_paragraph"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands, in words, and in which item."""

    where: str
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing as it is written, how often and where, and what the record says of it."""

    sort: Sort
    text: str
    spots: tuple[Spot, ...]
    count: int = 1
    doubt: Doubt | None = None
    record: Mapping[str, object] = field(default_factory=dict)
    """What the record says, by name: who, day, days, title, number, amount, at."""


def last_look(lines: Iterable[Line], meeting: Meeting, known: Iterable[Named] = ()) -> tuple[Seen, ...]:
    """Return what the lines of a protocol say that a record can be held against, the doubtful first.

    `known` are people who are named rightly beside those whom the meeting names.
    """
    told = tuple(replace(each, text=" ".join(each.text.split())) for each in lines)
    people = tuple(dict.fromkeys((*people_of(meeting), *known)))
    found = [
        *_names(told, people),
        *_dates(told, meeting.date),
        *_amounts(told),
        *_registry_numbers(told, meeting),
        *_paragraphs(told, meeting),
    ]
    order = list(Sort)
    gathered = _gathered(found)
    return tuple(sorted(gathered, key=lambda each: (order.index(each.sort), each.doubt is None)))


def people_of(meeting: Meeting) -> tuple[Named, ...]:
    """Return everybody on a meeting's roll, or noted as present, absent, presiding, verifying."""
    found: list[Named] = [line.who for line in meeting.roll.lines if line.who]
    found += [each.who for each in meeting.attendance]
    found += [each.who for each in meeting.absent]
    found += [each.who for each in meeting.presiding]
    found += [who for each in meeting.verifications for who in each.verifiers]
    found += [who for who in (meeting.chair, meeting.secretary) if who]
    return tuple(dict.fromkeys(found))


def _gathered(found: Iterable[Seen]) -> list[Seen]:
    """Return each thing once, with all its places."""
    kept: dict[tuple[object, ...], Seen] = {}
    for each in found:
        key = (each.sort, each.text, each.doubt, tuple(sorted((k, str(v)) for k, v in each.record.items())))
        earlier = kept.get(key)
        if earlier is None:
            kept[key] = each
        else:
            spots = tuple(dict.fromkeys((*earlier.spots, *each.spots)))
            kept[key] = replace(earlier, spots=spots, count=earlier.count + each.count)
    return list(kept.values())


def _seen(sort: Sort, text: str, line: Line, doubt: Doubt | None = None, **record: object) -> Seen:
    return Seen(sort, text, (Spot(line.where, line.item),), doubt=doubt, record=record)


def _names(lines: Sequence[Line], known: Sequence[Named]) -> Iterator[Seen]:
    doubts = {
        NameSeen.RIGHT: None,
        NameSeen.OTHERWISE: Doubt.SPELT_OTHERWISE,
        NameSeen.OTHER_PARTY: Doubt.OTHER_PARTY,
        NameSeen.NOBODY: Doubt.NOBODY,
    }
    for line in lines:
        for text, kind, who in names_seen(line.text, known):
            record = {"who": who} if who else {}
            yield _seen(Sort.NAME, text, line, doubts[kind], **record)


def _dates(lines: Sequence[Line], of: dt.date) -> Iterator[Seen]:
    for line in lines:
        for said in (*days_said(line.text, of), *iso_days(line.text)):
            doubt = Doubt.NO_SUCH_DAY if not said.days else None
            if said.is_on_another and said.days:
                doubt = Doubt.WRONG_WEEKDAY
            record = {"day": said.days[0], "days": (said.days[0] - of).days} if said.days else {}
            yield _seen(Sort.DATE, said.text, line, doubt, **record)


def _amounts(lines: Sequence[Line]) -> Iterator[Seen]:
    """Walk sums and percentages; one that is almost another of the same paragraph is told beside it."""
    found: dict[int | None, list[tuple[str, Decimal | None, Line]]] = {}
    for line in lines:
        for text, value in money_in(line.text):
            found.setdefault(line.item, []).append((text, value, line))
    for own in found.values():
        for text, value, line in own:
            near = next(
                ((other, at) for other, worth, at in own if value and worth and are_near(value, worth)), None
            )
            if near is None:
                yield _seen(Sort.AMOUNT, text, line)
            else:
                yield _seen(Sort.AMOUNT, text, line, Doubt.NEAR_AMOUNT, amount=near[0], at=near[1].where)


def _registry_numbers(lines: Sequence[Line], meeting: Meeting) -> Iterator[Seen]:
    own = {item.id: item.registered_as for item in meeting.items if item.registered_as}
    titles = {plain_number(item.registered_as): item.title for item in meeting.items if item.registered_as}
    forms = {_signs(each): each for each in own.values()}
    for line in lines:
        mine = own.get(line.item or 0)
        for text in registry_numbers_in(line.text):
            if plain_number(text) in titles:
                yield _seen(Sort.REGISTRY_NUMBER, text, line, title=titles[plain_number(text)])
            elif _signs(text) in forms:
                number = forms[_signs(text)]
                yield _seen(Sort.REGISTRY_NUMBER, text, line, Doubt.OTHER_FORM, number=number)
            elif mine and _almost(plain_number(text), plain_number(mine)):
                yield _seen(Sort.REGISTRY_NUMBER, text, line, Doubt.NEAR_NUMBER, number=mine)
            else:
                yield _seen(Sort.REGISTRY_NUMBER, text, line)


def _signs(number: str) -> str:
    """Return the letters and digits of a number alone."""
    return "".join(filter(str.isalnum, number)).casefold()


def _almost(one: str, other: str) -> bool:
    """Tell whether two numbers differ in one sign, or in two that changed places."""
    if one == other:
        return False
    if len(one) == len(other):
        apart = [place for place, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
        return len(apart) == 1 or (sorted(one) == sorted(other) and len(apart) == len("ab"))
    longer, shorter = sorted((one, other), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


def _paragraphs(lines: Sequence[Line], meeting: Meeting) -> Iterator[Seen]:
    for line in lines:
        if line.item is None:
            continue  # the first page tells of the meeting's own, and of nothing else
        for number, elsewhere in paragraphs_in(line.text):
            item = meeting.item(number)
            sign = f"§ {number}"
            if elsewhere:
                yield _seen(Sort.PARAGRAPH, sign, line)
            elif item is None:
                yield _seen(Sort.PARAGRAPH, sign, line, Doubt.NO_SUCH_PARAGRAPH)
            elif item.id != line.item:
                yield _seen(Sort.PARAGRAPH, sign, line, title=item.title)
