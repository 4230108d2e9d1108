from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pikepdf
import pytest

from documents.attendance import COUNCIL, EKBY, MEETINGS, SEATS, year
from documents.reading import elements, folded, missing, page_text, structure_text, words
from klubban.documents import attendance_words as say
from klubban.documents import statistics, tree
from klubban.documents.pdf import typeset
from klubban.domain.body import SeatRole
from klubban.domain.statistics import Average, Held
from klubban.i18n import texts

ENGLISH = replace(EKBY, language="en")


def document(held: list[Held] = MEETINGS) -> tree.Document:
    return statistics.build(year(held), ENGLISH)


def charts(made: tree.Document) -> list[tree.Chart]:
    return [node for node in made.nodes if isinstance(node, tree.Chart)]


def test_the_average_is_said_in_words_before_anything_else() -> None:
    said = list(tree.words(document()))

    assert said[2] == (
        "At the 4 meetings held, on average 2 of 4 members were present."
        " On average 0.5\u00a0absent members were replaced by others."
    )


def test_every_meeting_is_a_bar_with_its_numbers() -> None:
    [chart] = charts(document())

    assert [(bar.label, bar.value, bar.of) for bar in chart.bars] == [
        ("12 February 2026", 3, 4),
        ("12 May 2026", 2, 4),
        ("12 September 2026", 1, 4),
        ("12 December 2026", 2, 4),
    ]
    assert "12 September 2026: 1\u00a0of\u00a04" in chart.alternative


def test_organisations_and_members_have_tables_and_who_is_seldom_there_a_sentence() -> None:
    said = " | ".join(tree.words(document()))

    assert "Ekby församling | 1 | 4" not in said  # as its only member
    assert "Who came in the member’s place counts here too. | Organisation | Seats" in said
    assert "Ekby företagarförening | 1 | 4 | 4 | 2 | 50\u00a0%" in said
    assert "Nils Hallonsten | Polismyndigheten | 4 | 3 | 75\u00a0%" in said
    assert "Ekby församling (Eva Torsdotter) has missed the last\u00a03\u00a0meetings" in said
    assert "and came to\u00a01\u00a0of\u00a04\u00a0in all." in said
    assert "Siv Bloom (Ekby företagarförening) has not come to any of the\u00a04\u00a0meetings." in said
    assert "Ekby företagarförening was represented by others." in said


def test_an_alternate_stands_apart_with_the_times_served() -> None:
    alternate = replace(SEATS[1], role=SeatRole.ALTERNATE)
    made = statistics.build(year(seats=[*SEATS[:1], alternate, *SEATS[2:]]), ENGLISH)
    said = " | ".join(tree.words(made))

    assert "Alternates | Name | Party or organisation | Meetings held | Present | Served" in said
    assert "Nils Hallonsten | Polismyndigheten | 4 | 3 | 0" in said


def test_a_period_without_meetings_says_so_and_shows_no_chart() -> None:
    made = document([])

    assert charts(made) == []
    assert "No meeting was held at which somebody is noted as present." in tree.words(made)


@pytest.mark.parametrize("meetings", [1, 4, 60])
def test_the_pages_and_the_structure_say_every_word(meetings: int) -> None:
    held = [Held(date(2026, 1, 1) + timedelta(days=5 * n), frozenset({1, n % 4})) for n in range(meetings)]
    made = document(held)
    found = typeset(made)

    assert missing(words(made), page_text(found.data, made.running, found.pages)) == []
    assert missing(words(made), folded(structure_text(found.data))) == []


def test_the_chart_is_a_figure_with_an_alternative_text_and_a_place() -> None:
    data = typeset(document()).data
    [chart] = charts(document())

    assert [tag for tag, _ in elements(data)].count("Figure") == 1
    with pikepdf.open(BytesIO(data)) as file:
        [figure] = [
            each
            for each in file.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
        assert str(figure.Alt) == chart.alternative
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
        assert left < right
        assert 0 < bottom < top < 842


def test_the_same_statistics_give_the_same_bytes() -> None:
    assert typeset(document()).data == typeset(document()).data


def test_numbers_are_written_as_the_language_writes_them() -> None:
    assert say.number(10.0, texts("sv")) == "10"
    assert say.number(10.44, texts("sv")) == "10,4"
    assert say.number(10.44, texts("en")) == "10.4"


def test_one_meeting_has_no_average() -> None:
    one = replace(year(), average=Average(meetings=1, members=24, present=10, replaced=0))

    assert say.summary(one, texts("en")) == "At the one meeting held, 10 of 24 members were present."


def test_the_document_is_named_by_its_body_and_period() -> None:
    assert document().title == f"Attendance statistics, {COUNCIL.name} 1\u00a0January–31\u00a0December 2026"
