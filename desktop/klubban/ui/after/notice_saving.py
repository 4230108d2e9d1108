"""A notice on the clipboard and in files: for the web board, on paper, for calendars; and its certificate."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from klubban.documents.forms import Form
from klubban.i18n import _
from klubban.operations.export import Kind, prepare
from klubban.operations.notice_files import as_fragment, export_days, prepare_notice
from klubban.ui import clock

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from klubban.domain.meeting import Meeting
    from klubban.domain.verification import Notice
    from klubban.ui.after.part import Context


class NoticeSaving:
    """What is made of a notice, whether it is up or would be posted today."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context, self._page = context, page

    def copy(self, meeting: Meeting, notice: Notice) -> None:
        """Put it on the clipboard as HTML, to be put into the page of the board."""
        QGuiApplication.clipboard().setText(as_fragment(meeting, notice))
        self._context.say(_("The notice is on the clipboard as HTML; put it into the page of the board."))

    def write(self, meeting: Meeting, notice: Notice, *, public: bool) -> None:
        """Write it as PDF, or for everybody as a web page that stands alone."""
        prepared = [prepare_notice(self._context.database, meeting, notice, public=public)]
        self._context.exporter.write(self._page, lambda: prepared, Form.HTML if public else Form.PDF)

    def certificate(self, meeting: Meeting, notice: Notice) -> None:
        """Write the certificate of one that was posted."""
        place = meeting.notices.index(notice)
        found = prepare(self._context.database, meeting.id, Kind.CERTIFICATE)[place : place + 1]
        self._context.exporter.write(self._page, lambda: found)

    def days(self, meeting: Meeting) -> None:
        """Write the days around all notices of the meeting for calendars."""
        self._context.in_folder(partial(self._days_into, meeting))

    def _days_into(self, meeting: Meeting, folder: Path) -> None:
        path = export_days(self._context.database, meeting.id, folder, stamped=clock.now())
        told = _("The days are in {name}, in {folder}.").format(name=path.name, folder=folder)
        self._context.say(told)
