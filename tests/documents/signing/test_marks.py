"""The mark in a signed field can be read, however long a name is."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from documents.signing.authority import AT
from klubban.documents.pdf.marks import drawn
from klubban.domain.examined import Stamp

FIELD = (197.0, 40.0)


def sizes(name: str) -> list[float]:
    """Return the sizes of the letters in somebody's mark, line by line."""
    with pikepdf.open(BytesIO(drawn(Stamp(name=name, role="Ordförande"), AT, FIELD))) as file:
        code = pikepdf.parse_content_stream(file.pages[0])
        return [float(each.operands[1]) for each in code if str(each.operator) == "Tf"]


@pytest.mark.parametrize(
    "name",
    [
        "Maximilian von und zu Hohenlohe-Bartenstein (SJVP)",
        "Anna-Karin Wallenberg-Söderström af Ugglas (Ekby hembygdsparti)",
    ],
)
def test_a_long_name_is_set_in_letters_that_can_be_read_and_so_is_what_stands_below(name: str) -> None:
    assert min(sizes(name)) >= 6.5


def test_an_ordinary_name_is_larger_than_what_stands_below_it() -> None:
    assert sizes("Siv Lind") == [10, 7.5, 7.5]
