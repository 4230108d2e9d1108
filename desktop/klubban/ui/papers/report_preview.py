"""What a report in Word would make of the item it was dropped on, beside what stands there now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.domain.text import Bullets, Points, lines, plain_runs
from klubban.domain.text import Text as Running
from klubban.exchange.report_headings import ReportField
from klubban.i18n import _, pgettext
from klubban.operations.reports import offers, take_report
from klubban.store.trouble import Trouble
from klubban.ui.widgets.basics import QUIET, TOP, Panel, Pill, Text, spaced
from klubban.ui.widgets.buttons import Button, Link
from klubban.ui.widgets.options import Toggle

if TYPE_CHECKING:
    from klubban.domain.meeting import Item
    from klubban.domain.text import Block, Blocks
    from klubban.exchange.reports import Report
    from klubban.operations.reports import Offer
    from klubban.store.database import Database

_MOST = 600
"""Characters of a text that are shown; the paper has the rest."""
_BELOW = 34
"""Where the words of a tick begin."""


def field_name(field: ReportField) -> str:
    """Return what a field is called on the item's page."""
    match field:
        case ReportField.TITLE:
            return _("Title")
        case ReportField.REGISTRY_NUMBER:
            return _("Registry number")
        case ReportField.PROPOSAL:
            return _("Proposed decision")
        case ReportField.SUMMARY:
            return _("Summary")
        case ReportField.DOCUMENTS:
            return pgettext("document", "Documents")
        case ReportField.RECIPIENTS:
            return _("The decision is sent to")


class ReportPreview(Panel):
    """Each field can be left out; what is taken is one step, which one undo takes back."""

    taken = Signal()
    left = Signal()
    failed = Signal(Exception)

    def __init__(self, database: Database, item: Item, report: Report) -> None:
        super().__init__()
        self._database, self._item, self._report = database, item, report
        self._offers = offers(item, report)
        self.toggles: dict[ReportField, Toggle] = {}
        self.setAccessibleName(_("What the report says of the item"))
        self._rows = QVBoxLayout()
        spaced(self._rows, gap=8)
        self.chief, self._note = (
            Button(_("Take over what is ticked"), chief=True),
            Text("", "small", wrap=True),
        )
        self.chief.clicked.connect(self.take_over)
        leave = Link(_("Leave the item as it is"), "item")
        leave.clicked.connect(self.left)
        below, column = QHBoxLayout(), QVBoxLayout(self)
        spaced(column, (14, 12, 14, 14), 8)
        spaced(below, gap=8)
        below.addWidget(self.chief)
        below.addWidget(leave)
        below.addStretch(1)
        column.addWidget(Text(_("What the report says of the item"), "strong"))
        told = _(
            "The paper is kept. Tick what the item is to have of it; what replaces something is not ticked."
        )
        column.addWidget(Text(told, "small", QUIET, wrap=True))
        column.addLayout(self._rows)
        column.addWidget(self._note)
        column.addLayout(below)
        self._note.hide()
        for offer in self._offers:
            self._rows.addWidget(self._row(offer))
        self._count()

    @property
    def has_offers(self) -> bool:
        """Tell whether the report says anything that the item does not have."""
        return bool(self._offers)

    def take(self, item: Item) -> None:
        """Follow the item, which may have changed meanwhile."""
        if item.id == self._item.id and item != self._item:
            self._item = item

    def _row(self, offer: Offer) -> QWidget:
        """Return a field with its tick, below it what it would be, and what that takes the place of."""
        row, texts = QWidget(), QVBoxLayout()
        spaced(texts, gap=2)
        adds = offer.fills or offer.field is ReportField.DOCUMENTS
        toggle = Toggle(field_name(offer.field), "")
        toggle.setChecked(adds)
        toggle.clicked.connect(self._count)
        self.toggles[offer.field] = toggle
        texts.addWidget(toggle)
        below = QVBoxLayout()
        spaced(below, (_BELOW, 0, 8, 0), 4)
        below.addWidget(Text(_shown(offer.would), "item", wrap=True))
        if not adds:
            now = QHBoxLayout()
            spaced(now, gap=8)
            now.addWidget(Pill(pgettext("report", "replaces"), "soon"), 0, TOP)
            now.addWidget(Text(_shown(offer.now), "small", QUIET, wrap=True), 1)
            below.addLayout(now)
        texts.addLayout(below)
        row.setLayout(texts)
        return row

    def _chosen(self) -> set[ReportField]:
        return {field for field, toggle in self.toggles.items() if toggle.isChecked()}

    def _count(self) -> None:
        self.chief.setEnabled(bool(self._chosen()))

    def take_over(self) -> None:
        """Take what is ticked."""
        try:
            take_report(self._database, self._item.id, self._report, self._chosen())
        except RuleBroken as broken:
            self._note.setText(_(broken.template).format(**broken.facts))
            self._note.show()
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.taken.emit()

    def enter(self) -> None:
        """Give the keyboard to the first tick."""
        next(iter(self.toggles.values())).setFocus()


def _shown(blocks: Blocks) -> str:
    """Return the words of a text as they stand, cut where they are many."""
    whole = "\n".join(line for block in blocks for line in _marked(block))
    return whole if len(whole) <= _MOST else whole[:_MOST].rsplit(" ", 1)[0] + " …"


def _marked(block: Block) -> list[str]:
    match block:
        case Running(runs):
            return [plain_runs(runs)]
        case Points(items):
            return [f"{number}. {plain_runs(item)}" for number, item in enumerate(items, 1)]
        case Bullets(items):
            return [f"• {plain_runs(item)}" for item in items]
    return lines((block,))
