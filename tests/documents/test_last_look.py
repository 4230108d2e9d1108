"""The last look before signing in words, of what a whole protocol says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from documents.meetings import plain_meeting
from klubban.documents import last_look as words
from klubban.documents import record
from klubban.documents.places import lines_of
from klubban.domain.body import Named
from klubban.domain.last_look import Doubt, Seen, Sort, Spot, last_look
from klubban.domain.meeting import Item, Meeting
from klubban.domain.text import from_plain
from klubban.i18n import texts

EN = texts("en")


def meeting() -> Meeting:
    """Return a meeting at which slips of all sorts were minuted."""
    decision = "Eva Aspp (S) får 1 250 000 kronor senast måndagen den 1 mars 2016, se § 91."
    item = Item(
        id=7,
        title="Bidrag",
        number=7,
        registry_number="KS 2016/41",
        summary=from_plain("Eva Asp (S) begär 1 520 000 kronor. Dnr KS 2016/14."),
        decision=from_plain(decision),
    )
    return replace(plain_meeting(), chair=Named("Eva Asp", "S"), items=(item,))


def found(sort: Sort) -> list[Seen]:
    """Return what is doubtful of a sort."""
    own = meeting()
    seen = last_look(lines_of(record.build(own, date(2016, 2, 25)), own, EN), own)
    return [each for each in seen if each.sort is sort and each.doubt]


def test_each_slip_is_found_in_the_protocol_as_it_is_printed() -> None:
    doubts = [[each.doubt for each in found(sort)] for sort in Sort]

    assert doubts == [
        [Doubt.SPELT_OTHERWISE],
        [Doubt.WRONG_WEEKDAY],
        [Doubt.NEAR_AMOUNT, Doubt.NEAR_AMOUNT],
        [Doubt.NEAR_NUMBER],
        [Doubt.NO_SUCH_PARAGRAPH],
    ]


def test_a_slip_is_told_beside_the_record_with_its_doubt_and_its_place() -> None:
    [name] = found(Sort.NAME)

    assert (words.written(name, EN), words.record(name, EN)) == ("Eva Aspp (S)", "Eva Asp (S)")
    assert words.doubt(name, EN) == "Spelt otherwise than on the roll"
    assert words.places(name, EN).startswith("§\N{NO-BREAK SPACE}7, ")
    assert words.line(name, EN).count(" – ") == 3


def test_many_places_are_counted() -> None:
    spots = tuple(Spot(f"§ {number}") for number in range(1, 6))
    seen = Seen(Sort.PARAGRAPH, "§ 9", spots, count=7)

    assert words.places(seen, EN) == "§ 1; § 2; § 3 and 2 more places"
    assert words.written(seen, EN) == "§ 9 (7 times)"


def test_a_day_is_told_by_its_weekday_and_how_far_from_the_meeting() -> None:
    def told(days: int) -> str:
        seen = Seen(Sort.DATE, "x", (), record={"day": date(2016, 2, 22 + days), "days": days})
        return words.record(seen, EN)

    assert [told(days) for days in (0, 1, -2)] == [
        "Monday, the day of the meeting",
        "Tuesday, 1 day after the meeting",
        "Saturday, 2 days before the meeting",
    ]
