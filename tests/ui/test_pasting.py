"""What is pasted: from Word, from other programs, from an editor here, and far too much of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor

from klubban.domain.errors import RuleBroken
from klubban.domain.text import Bullets, Points, Run, Table, Text, from_plain, lines
from klubban.ui.texts.foreign import lines_from_html
from klubban.ui.texts.lines import LONGEST_PIECE, blocks_of
from klubban.ui.widgets.block_editor import BlockEditor
from ui.helpers import DATA, press, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from klubban.domain.text import Blocks

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def read(html: str) -> Blocks:
    return blocks_of(lines_from_html(html))


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def test_a_page_of_word_keeps_points_bullets_tables_and_styles_and_loses_the_rest() -> None:
    assert read((DATA / "from-word.html").read_text()) == (
        Text((Run("Förslag till beslut", bold=True),)),
        Text(
            (
                Run("Kommunstyrelsen föreslår "),
                Run("kommunfullmäktige", bold=True),
                Run(" besluta att anta "),
                Run("programmet", italic=True),
                Run("."),
            )
        ),
        Points(
            (
                (Run("Programmet skickas på remiss till nämnderna.\na. senast den 30\xa0april"),),
                (Run("Kommundirektören får i uppdrag att återkomma."),),
            )
        ),
        Bullets(((Run("Tjänsteskrivelse"),), (Run("Förslag till program"),))),
        Table(
            (
                ((Run("År"),), (Run("Kostnad"),)),
                ((Run("2027"),), (Run("1\xa0200 tkr\nvarav drift 200"),)),
            )
        ),
        *from_plain("Länken är borta."),
    )


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<ul><li><p>Ett</p><ol><li>inre</ol><li>Två</ul>", ["Ett\na) inre", "Två"]),
        ("ett<br>två <b style='font-weight:normal'>tre</b>", ["ett\ntvå tre"]),
        ("<table><tr><th rowspan=2>A<th>B<tr><td>C</table>", ["A", "B", "", "C"]),
        ("<table><tr><td>ensam</table>", ["ensam"]),
        ("<p>kvar</p></div></table><p>ändå", ["kvar", "ändå"]),
    ],
)
def test_what_other_programs_write_is_read_as_it_looks(html: str, said: list[str]) -> None:
    assert lines(read(html)) == said


def test_too_much_is_refused_with_the_numbers_and_nothing_is_lost(editor: BlockEditor, qtbot: QtBot) -> None:
    editor.show_blocks(from_plain("Kvar."))

    with qtbot.waitSignal(editor.refused) as told:
        editor.insertFromMimeData(text("x" * (LONGEST_PIECE + 1)))

    assert isinstance(told.args[0], RuleBroken)
    assert told.args[0].facts["pasted"] == "20\xa0001"
    assert editor.blocks() == from_plain("Kvar.")


def test_two_hundred_thousand_characters_in_pieces_are_taken(editor: BlockEditor) -> None:
    pieces = ["Nämnden beslutar. " * 60 for _ in range(190)]

    editor.insertFromMimeData(text("\n".join(pieces)))

    assert sum(map(len, lines(editor.blocks()))) > 200_000


def test_a_table_is_begun_walked_and_left_by_keys(editor: BlockEditor) -> None:
    type_text(editor, "Före")
    press(editor, Qt.Key.Key_T, CONTROL | SHIFT)
    for words in ("År", "Kostnad", "2027", "10"):
        type_text(editor, words)
        press(editor, Qt.Key.Key_Tab)
    type_text(editor, "Efter")
    editor.moveCursor(QTextCursor.MoveOperation.Up)
    press(editor, Qt.Key.Key_Return)
    type_text(editor, "2028")
    press(editor, Qt.Key.Key_Tab)
    press(editor, Qt.Key.Key_Return)
    press(editor, Qt.Key.Key_Return)
    type_text(editor, "och ")

    rows = (("År", "Kostnad"), ("2027", "10"), ("2028", ""))
    assert editor.blocks() == (
        *from_plain("Före"),
        Table(tuple(tuple((Run(cell),) if cell else () for cell in row) for row in rows)),
        *from_plain("och Efter"),
    )
