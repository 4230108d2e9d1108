"""At an item about the situation: the finished reports that nobody has presented, to be added to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from klubban.documents import plan_words
from klubban.documents.wording import inside
from klubban.i18n import _, current, pgettext
from klubban.store import reads, situations
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Column, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.body import Body
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.situation import Situation
    from klubban.store.database import Database

_INSET = 6  # of the words of a link


class ReportOffer(Column):
    """A line for each report; not there where there is none, or the item is about something else."""

    asked = Signal(int, int)
    """A report is to be presented at an item, with its paper."""

    def __init__(self, database: Database, meeting: Meeting, item: Item) -> None:
        super().__init__()
        lines = Column()
        locked = database.read_only or meeting.is_fixed(item)
        for report, body in () if locked else _offered(database, meeting, item):
            told = _("Add the situation report of {body}, {day}").format(
                body=inside(body.name), day=plan_words.near(report.day, meeting.date, current())
            )
            link = Link(told, "item")
            link.clicked.connect(partial(self._ask, report.id, item.id))
            lines.column.addWidget(link)
        self.setHidden(lines.column.count() == 0)
        self.column.addWidget(Section(_("Situation report"), lines, _INSET))

    def _ask(self, report_id: int, item_id: int) -> None:
        self.hide()
        self.asked.emit(report_id, item_id)


def is_about_situation(title: str) -> bool:
    """Tell whether an item is called after the situation."""
    return pgettext("part of an item's title", "situation") in title.casefold()


def _offered(database: Database, meeting: Meeting, item: Item) -> Iterator[tuple[Situation, Body]]:
    """Walk the last report of the meeting's body and of each that reports to it, unless it was presented."""
    if not is_about_situation(item.title):
        return
    with database.read() as read:
        bodies = reads.bodies(read)
        latest = {each.body: each for each in situations.situations(read) if each.is_done}
    for body in bodies:
        report = latest.get(body.id)
        if report is not None and report.item is None and meeting.body.id in (body.id, body.reports_to):
            yield report, body
