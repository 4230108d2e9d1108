"""A document as text on the clipboard: plain for a mail, and with headings and tables for what takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from klubban.documents import protocol, record
from klubban.documents.forms import Form, made
from klubban.i18n import _
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from datetime import date

    from klubban.documents.tree import Document
    from klubban.domain.meeting import Meeting


def copy(document: Document) -> None:
    """Put a document on the clipboard."""
    data = QMimeData()
    data.setText(made(document, Form.TXT).decode())
    data.setHtml(made(document, Form.HTML).decode())
    QGuiApplication.clipboard().setMimeData(data)


def copy_draft(meeting: Meeting, item: int | None, today: date) -> str:
    """Put one item on the clipboard, or the whole record; return what is said of it."""
    if item is None:
        copy(record.build(meeting, today))
        return _("The whole record is on the clipboard.")
    copy(protocol.build_paragraph(meeting, item, language=meeting.organisation.language))
    return _("{what} is on the clipboard.").format(what=words.item_name(meeting, meeting.item_by_id(item)))
