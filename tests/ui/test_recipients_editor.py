"""Names from the address list complete what is typed below “The decision is sent to”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from klubban.ui.meeting.recipients_editor import RecipientsEditor
from ui.helpers import press, settle, type_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_right_arrow_completes_a_known_name_and_one_that_is_there_is_not_offered(qtbot: QtBot) -> None:
    known = ("Kommunstyrelsen", "Kommunfullmäktige")
    editor = RecipientsEditor("Recipients", lambda: known)
    qtbot.addWidget(editor)
    editor.show()
    editor.activateWindow()
    editor.setFocus()
    settle()

    type_text(editor, "kom")
    press(editor, Qt.Key.Key_Right)
    press(editor, Qt.Key.Key_Return)
    type_text(editor, "Ko")
    press(editor, Qt.Key.Key_End)
    press(editor, Qt.Key.Key_Return)
    type_text(editor, "Ko")
    press(editor, Qt.Key.Key_Right)

    assert editor.items() == ("Kommunstyrelsen", "Kommunfullmäktige", "Ko")
