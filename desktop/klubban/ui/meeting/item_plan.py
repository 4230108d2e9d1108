"""What an item has before the meeting, beside its texts: where it comes from, its kind, who may read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.domain.agenda import ItemKind
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.i18n import _
from klubban.operations.agenda import set_item
from klubban.store.trouble import Trouble
from klubban.ui.meeting import origin_words, words
from klubban.ui.meeting.item_comments import ItemComments
from klubban.ui.meeting.item_doors import ItemDoors
from klubban.ui.meeting.item_fate import ItemFate
from klubban.ui.meeting.item_matter import ItemMatter
from klubban.ui.meeting.item_papers import ItemPapers
from klubban.ui.meeting.item_secrecy import ItemSecrecy
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Column, Section
from klubban.ui.widgets.word_choice import WordChoice

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database
    from klubban.ui.widgets.missing import Missing

SECRECY, PAPERS, MATTER, COMMENT, DOORS = "secrecy", "papers", "matter", "comment", "doors"
UNNUMBERED, AT_ONCE = "unnumbered", "at_once"


class ItemPlan(QObject):
    """The parts above an item's texts (`top`) and below them (`bottom`)."""

    saved = Signal()
    failed = Signal(Exception)
    asks = Signal(QWidget)
    """A form is shown."""
    earlier_asked = Signal(int, object)
    """The meeting that the item comes from, at its item there."""
    matter_asked = Signal(int)

    def __init__(self, database: Database, meeting: Meeting, item: Item, today: date) -> None:
        super().__init__()
        self._database, self._today = database, today
        self._item = item
        self.before = meeting.stage in (Stage.PLANNED, Stage.SUMMONED)
        """Before the meeting an item is planned; later that gives way to what is minuted."""
        self.top, self.bottom = Column(), Column()
        self._origin = Column()
        self.matter = ItemMatter(database, item, today)
        self.comments = ItemComments(database, item, today)
        self.papers = ItemPapers(database, item, today)
        self.fate = ItemFate(database, meeting, item, today)
        self.doors = ItemDoors(database, meeting, item, today)
        kinds = [(kind, words.kind(kind)) for kind in ItemKind]
        self.kind = WordChoice(_("Kind of item"), kinds, item.kind)
        self.kind.setDisabled(database.read_only)
        self.kind.chosen.connect(lambda kind: self._set(kind=kind))
        self.secrecy = ItemSecrecy(database, meeting, item, today)
        self._taken: Item | None = None
        self._missing: Missing | None = None
        self.matter.matter_asked.connect(self.matter_asked)
        self._parts = (self.matter, self.comments, self.papers, self.fate, self.secrecy, self.doors)
        for part in self._parts:
            part.saved.connect(self.saved)
            part.failed.connect(self.failed)
            part.asks.connect(self.asks)
        self._build()

    def _build(self) -> None:
        self.top.column.addWidget(self._origin)
        if self.before:
            self.top.column.addWidget(Section(_("Kind"), self.kind))
        for part in (self.matter, self.comments, self.secrecy, self.doors):
            self.bottom.column.addWidget(part)

    # --- what the surface asks

    def offer(self, missing: Missing) -> None:
        """Offer what an item may have and this one has not, on the surface's line."""
        self._missing = missing
        if self.before:
            missing.offer(PAPERS, _("Awaited paper"))
        missing.offer(MATTER, _("Registered matter"))
        missing.offer(SECRECY, _("Secrecy"))
        missing.offer(DOORS, self.doors.offer)
        missing.offer(COMMENT, _("Comment"))
        missing.offer(AT_ONCE, _("Immediate verification"))
        missing.offer(UNNUMBERED, _("Without a paragraph"))
        missing.asked.connect(self._ask_for)

    def take(self, item: Item) -> None:
        """Show what the store holds now."""
        before, self._item = self._taken, item
        self._taken = item
        self.kind.show_chosen(item.kind)
        for part in self._parts:
            part.take(item)
        self._show_offers()
        if before is None or _source(before) != _source(item):
            self._show_origin()

    # --- parts

    def _show_origin(self) -> None:
        """Say where the item comes from, with a way there."""
        emptied(self._origin.column)
        told, from_ = origin_words.origin(self._item), self._item.came_from
        if told or from_:
            line, row = QWidget(), QHBoxLayout()
            spaced(row, (0, 0, 0, 10), 4)
            row.addWidget(Text(told, "item", QUIET))
            if from_ is not None:
                link = Link(origin_words.earlier(from_, self._today), "item")
                link.clicked.connect(lambda: self.earlier_asked.emit(from_.meeting, from_.item))
                row.addWidget(link)
            row.addStretch()
            line.setLayout(row)
            self._origin.column.addWidget(line)
        self._origin.setVisible(bool(told or from_))

    def _show_offers(self) -> None:
        """Offer what is always there to be added, and a matter as long as there is none."""
        if self._missing is None:
            return
        locked = self._database.read_only
        if self.before:
            self._missing.take(PAPERS, there=locked)
        self._missing.take(SECRECY, there=self.secrecy.there)
        self._missing.take(DOORS, there=self.doors.there)
        self._missing.take(COMMENT, there=locked)
        self._missing.take(UNNUMBERED, there=not self.fate.may_be_unnumbered)
        self._missing.take(AT_ONCE, there=not self.fate.may_be_at_once)
        self._missing.take(MATTER, there=locked or self.matter.matter is not None)

    def _ask_for(self, name: str) -> None:
        asked = {
            PAPERS: self.papers.ask,
            MATTER: self.matter.ask,
            SECRECY: self._ask_for_secrecy,
            DOORS: self.doors.swap,
            COMMENT: self.comments.ask,
            UNNUMBERED: self.fate.swap_number,
            AT_ONCE: self.fate.swap_verification,
        }
        if name in asked:
            asked[name]()

    def _ask_for_secrecy(self) -> None:
        self.secrecy.ask()
        self._show_offers()

    def _set(self, **facts: Any) -> None:
        try:
            set_item(self._database, self._item.id, **facts)
        except (RuleBroken, Trouble) as error:
            self.kind.show_chosen(self._item.kind)
            self.failed.emit(error)
        else:
            self.saved.emit()


def _source(item: Item) -> tuple[object, ...]:
    return item.origin, item.came_from, item.matter
