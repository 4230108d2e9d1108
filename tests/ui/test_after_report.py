"""The report of a check as it stands on the screen."""

from __future__ import annotations

from klubban.domain.text import Table, Text, runs_of
from klubban.ui.after.report_words import report_lines


def test_a_row_stands_in_one_line_with_its_heads_and_a_fingerprint_can_break() -> None:
    cells = (("Fält", "Undertecknat av"), ("Sekreterare", "Kim Lind"), ("Justerare", ""))
    table = Table(tuple(tuple(map(runs_of, row)) for row in cells))

    found = list(report_lines((Text(runs_of("Avtryck " + "0123abcd" * 5)), table)))

    assert found == [
        "Avtryck 0123abcd 0123abcd 0123abcd 0123abcd 0123abcd",
        "Fält: Sekreterare · Undertecknat av: Kim Lind",
        "Fält: Justerare",
    ]
