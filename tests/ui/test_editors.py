"""Editors: what is typed, pasted and shown, and which keys they leave to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.text import Bullets, Points, Run, Table, Text, from_plain, points
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.editors import LineEditor, LinesEditor
from ui.helpers import press, settle, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


def html(words: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(words)
    return data


def test_swedish_letters_are_typed(editor: BlockEditor) -> None:
    type_text(editor, "Årsmöte på Öland")

    assert editor.blocks() == from_plain("Årsmöte på Öland")


def test_bold_and_italic_have_their_keys(editor: BlockEditor) -> None:
    press(editor, Qt.Key.Key_B, CONTROL)
    type_text(editor, "Ja")
    press(editor, Qt.Key.Key_B, CONTROL)
    press(editor, Qt.Key.Key_I, CONTROL)
    type_text(editor, " nej")

    assert editor.blocks() == (Text((Run("Ja", bold=True), Run(" nej", italic=True))),)


@pytest.mark.parametrize(("beginning", "kind"), [("1. ", Points), ("- ", Bullets), ("– ", Bullets)])
def test_a_list_begins_as_it_is_written(
    editor: BlockEditor, beginning: str, kind: type[Points | Bullets]
) -> None:
    type_text(editor, f"{beginning}Första")
    press(editor, ENTER)
    type_text(editor, "Andra")

    assert editor.blocks() == (kind(((Run("Första"),), (Run("Andra"),))),)


def test_enter_in_an_empty_point_ends_the_list(editor: BlockEditor) -> None:
    type_text(editor, "1. Första")
    press(editor, ENTER)
    press(editor, ENTER)
    type_text(editor, "Därefter")

    assert editor.blocks() == (*points(["Första"]), *from_plain("Därefter"))


def test_backspace_before_the_words_of_a_point_makes_it_running_text(editor: BlockEditor) -> None:
    editor.show_blocks(points(["Första"]))
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    press(editor, Qt.Key.Key_Backspace)

    assert editor.blocks() == from_plain("Första")


def test_a_decision_begins_as_a_point(qtbot: QtBot) -> None:
    decision = BlockEditor("Beslut", numbered=True)
    qtbot.addWidget(decision)
    decision.show_blocks(())
    type_text(decision, "Förslaget antas.")

    assert decision.blocks() == points(["Förslaget antas."])


def test_pasting_keeps_what_a_text_may_hold_and_drops_the_rest(editor: BlockEditor) -> None:
    editor.insertFromMimeData(
        html(
            '<h1 style="color:red">Rubrik</h1><p>Se <a href="x">länken</a> <i>här</i><img src="x.png"></p>'
            "<ol><li>Ett<li>Två</ol><table><tr><td>A<td>B</table>"
        )
    )

    assert editor.blocks() == (
        Text((Run("Rubrik", bold=True),)),
        Text((Run("Se länken "), Run("här", italic=True))),
        *points(["Ett", "Två"]),
        Table((((Run("A"),), (Run("B"),)),)),
    )


def test_copied_bullets_are_pasted_as_bullets(editor: BlockEditor) -> None:
    text = (Bullets(((Run("Ett"),), (Run("Två"),))), *from_plain("Slut"))
    editor.show_blocks(text)
    editor.selectAll()
    copied = editor.createMimeDataFromSelection()
    editor.show_blocks(())
    editor.insertFromMimeData(copied)

    assert editor.blocks() == text


def test_control_characters_are_dropped_when_pasted(editor: BlockEditor) -> None:
    data = QMimeData()
    data.setText("A\x00B\x1bC")
    editor.insertFromMimeData(data)

    assert editor.blocks() == from_plain("ABC")


def test_an_editor_is_as_tall_as_its_text(editor: BlockEditor) -> None:
    before = editor.height()
    editor.show_blocks(from_plain("ord " * 200))
    settle()

    assert editor.height() > 5 * before
    assert editor.verticalScrollBar().maximum() == 0


def test_undo_is_left_to_the_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    editor, heard = BlockEditor("Beslut"), []
    QVBoxLayout(window).addWidget(editor)
    for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"):
        QShortcut(keys, window).activated.connect(lambda keys=keys: heard.append(keys))
    window.show()
    window.activateWindow()
    editor.setFocus()
    settle()
    type_text(editor, "hej")
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(editor, Qt.Key.Key_Z, CONTROL | SHIFT)
    QTest.keyClick(editor, Qt.Key.Key_Y, CONTROL)

    assert heard == ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"]
    assert editor.blocks() == from_plain("hej")


def test_what_is_shown_is_no_edit_and_what_is_typed_is(editor: BlockEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.edited):
        editor.show_blocks(from_plain("Visat"))

    with qtbot.waitSignal(editor.edited):
        type_text(editor, "x")


def test_enter_and_a_jump_end_the_run_and_letters_do_not(editor: BlockEditor, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(editor.run_ended):
        type_text(editor, "ett två")
    with qtbot.waitSignal(editor.run_ended):
        press(editor, Qt.Key.Key_Home)

    with qtbot.waitSignal(editor.run_ended):
        press(editor, ENTER)


def test_a_caret_stays_in_its_words_when_the_text_changes_elsewhere(editor: BlockEditor) -> None:
    editor.show_blocks(points(["Ett", "Två", "Tre"]))
    caret = editor.textCursor()
    caret.setPosition(editor.document().find("Tre").selectionStart() + 1)
    editor.setTextCursor(caret)
    editor.show_blocks(points(["Ett och ett halvt", "Nytt", "Två", "Tre"]))

    assert editor.textCursor().block().text() == "Tre"
    assert editor.textCursor().positionInBlock() == 1


def test_a_locked_editor_can_be_read_but_not_changed(editor: BlockEditor) -> None:
    editor.show_blocks(points(["Ett"]))
    editor.lock(locked=True)
    type_text(editor, "x")
    press(editor, Qt.Key.Key_B, CONTROL)
    press(editor, Qt.Key.Key_Backspace)

    assert editor.blocks() == points(["Ett"])
    assert editor.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_a_line_stays_one_line(qtbot: QtBot) -> None:
    line = LineEditor("Rubrik", "title")
    qtbot.addWidget(line)
    data = QMimeData()
    data.setText("En rubrik\n på två rader ")
    line.insertFromMimeData(data)
    press(line, ENTER)

    assert line.words() == "En rubrik på två rader"


def test_lines_are_things_and_empty_ones_are_none(qtbot: QtBot) -> None:
    lines = LinesEditor("Handlingar")
    qtbot.addWidget(lines)
    lines.show_items(["Ett", "Två"])
    lines.moveCursor(QTextCursor.MoveOperation.End)
    press(lines, ENTER)
    press(lines, ENTER)
    type_text(lines, "Tre ")

    assert lines.items() == ("Ett", "Två", "Tre")
