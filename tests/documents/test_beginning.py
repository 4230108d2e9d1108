"""The first page of a paragraph needs no more of it than it shows."""

from __future__ import annotations

from klubban.documents.beginning import beginning
from klubban.documents.tree import Heading
from klubban.domain.text import Bullets, Run, Table, Text, plain_runs, runs_of


def test_what_fits_is_left_as_it_is() -> None:
    nodes = (
        Heading(2, "Remiss"),
        Text((Run("Bifall", bold=True),)),
        Bullets((runs_of("ett"), runs_of("två"))),
    )

    assert tuple(beginning(nodes, 20)) == nodes


def test_a_text_that_goes_on_for_pages_is_cut_and_what_follows_left_out() -> None:
    nodes = (Heading(2, "Remiss"), Text((Run("a" * 100), Run("b" * 100_000))), Text(runs_of("Efter")))

    heading, text = beginning(nodes, 11)

    assert isinstance(text, Text)
    assert heading == nodes[0]
    assert plain_runs(text.runs) == "a" * 100 + "b" * 500


def test_a_list_and_a_table_are_cut_between_their_rows() -> None:
    rows = tuple((runs_of(str(number)),) for number in range(500))
    points = Bullets(tuple(runs_of(str(number)) for number in range(500)))

    [table] = beginning([Table(rows), Text(runs_of("Efter"))], 30)
    [bullets] = beginning([points, Text(runs_of("Efter"))], 30)

    assert table == Table(rows[:30])
    assert bullets == Bullets(points.items[:30])
