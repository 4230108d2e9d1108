"""The surface for one item: its title, and its texts with quiet labels at the left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations.items import ItemText
from klubban.ui.meeting import item_fields, shown_parts, words
from klubban.ui.meeting.item_documents import ItemDocuments
from klubban.ui.meeting.item_fields import FIRST_BEFORE, FIRST_NOW, PARTS, PLANNED, ItemField, Part
from klubban.ui.meeting.surface import Surface
from klubban.ui.papers.documents_list import INSET
from klubban.ui.theme import font
from klubban.ui.widgets.basics import QUIET, TOP, Short, Text, emptied, spaced
from klubban.ui.widgets.missing import Missing
from klubban.ui.widgets.section import Column, Noted, Section

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database
    from klubban.ui.autosave import Pace
    from klubban.ui.meeting.item_plan import ItemPlan
    from klubban.ui.papers.documents_part import DocumentsPart
    from klubban.ui.registers.offer import SeatOffer

_AROUND_FORM = 16


class ItemSurface(Surface):
    """Shows an item and edits its texts. An empty text is not there until it is asked for."""

    typed = Signal()
    saved = Signal()
    failed = Signal(Exception)
    bug = Signal(str)
    paper_asked = Signal(int)
    """A document is to be looked at."""

    def __init__(
        self,
        database: Database,
        meeting: Meeting,
        item: Item,
        today: date,
        pace: Pace | None = None,
        offer: SeatOffer | None = None,
        plan: ItemPlan | None = None,
    ) -> None:
        """Show an item; its plan stands round its texts, what it offers about seats below its decision."""
        super().__init__(words.item_name(item))
        self._database, self._today, self._pace = database, today, pace
        self._meeting, self._item = meeting, item
        self._offer, self._plan = offer, plan
        self._parts = (*PLANNED, *PARTS) if plan is not None and plan.before else PARTS
        self._fields: dict[str, ItemField] = {}
        self._sections: dict[str, QWidget] = {}
        self._shown: dict[str, Column] = {}
        self._documents = ItemDocuments(database, item)
        self._connect_papers(self._documents.part)
        self._add_head()
        if plan is not None:
            self.add(plan.top)
        for part in self._parts:
            self._add_part(part)
        if plan is not None:
            self.add(plan.bottom)
        self._add_missing()
        if plan is not None:
            self.add(plan.fate)
            plan.take(item)
            plan.asks.connect(self._show_form)
        self.end()
        self._show_shown()

    # --- what the page asks

    @property
    def item(self) -> int:
        """Return the id of the item."""
        return self._item.id

    def take(self, meeting: Meeting, item: Item) -> None:
        """Show what the store holds now, without touching what is being typed."""
        self._meeting = meeting
        before, self._item = self._item, item
        for name, field in self._fields.items():
            changed = field.take(item)
            if changed and name in self._sections:
                self._ask_for(name, focus=False)
                self.bring_into_sight(field.editor)
        if self._documents.take(item):
            self._ask_for("documents", focus=False)
        self._about.setText(self._after_number(item))
        if self._plan is not None:
            self._plan.take(item)
        if self._offer is not None:
            self._offer.take(item)
        if any(getattr(item, name) != getattr(before, name) for name in shown_parts.RECORDED):
            self._show_shown()

    def draft(self) -> Item:
        """Return the item as it stands in the editors."""
        item = self._item
        for field in self._fields.values():
            if field.field.autosave.unsaved:
                item = field.into(item)
        return item

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        done = [field.field.autosave.flush() for field in self._fields.values()]  # each one, whatever fails
        return all(done) and self._documents.part.flush()

    def end_run(self) -> None:
        """Let what is typed next be a step of its own."""
        for field in self._fields.values():
            field.field.autosave.end_run()

    def enter(self, name: str = "title") -> None:
        """Give the keyboard to a text."""
        if name in self._sections:
            self._ask_for(name)
        else:
            self._fields[name].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def point_out(self, step: str) -> None:
        """Bring the text that a step wrote into sight."""
        for part in PARTS:
            if part.step == step:
                self._ask_for(part.name, focus=False)
                self.bring_into_sight(self._fields[part.name].editor)

    @property
    def focused(self) -> str | None:
        """Return the name of the text that has the keyboard."""
        return next((name for name, field in self._fields.items() if field.editor.hasFocus()), None)

    # --- how it is built

    def _add_head(self) -> None:
        """Add the title, and below it the registry number and what else there is to say on one line."""
        title = item_fields.title(self._database, self._item, _("Title"), self._pace)
        title.editor.setPlaceholderText(_("Title"))
        self.add(self._tied("title", title))
        number = item_fields.registry_number(self._database, self._item, _("Registry number"), self._pace)
        below, row = QWidget(), QHBoxLayout()
        spaced(row, (0, 2, 0, 12))
        row.addWidget(Text(_("Reg. no.") + " ", "item", QUIET), 0, TOP)
        row.addWidget(self._tied("registry_number", number), 0, TOP)
        self._about = Short(self._after_number(self._item), "item", QUIET)
        row.addWidget(self._about, 1, TOP)
        below.setLayout(row)
        self.add(below)
        number.editor.setPlaceholderText(_("none"))
        number.editor.textChanged.connect(self._fit_number)
        self._fit_number()

    def _fit_number(self) -> None:
        """Make the registry number as wide as its words, so that the line reads on after it."""
        editor = self._fields["registry_number"].editor
        shown = editor.toPlainText() or editor.placeholderText()
        editor.setFixedWidth(min(QFontMetrics(font("item")).horizontalAdvance(shown) + 5, 320))

    def _add_part(self, part: Part) -> None:
        """Add one text with its label, and after it the parts that belong there."""
        label = part.title
        content: QWidget = self._tied(part.name, self._field(part, label))
        if part.name == "documents":
            self._documents.put_titles(content)
            content = self._documents
        section = Section(label, content, INSET if part.name == "documents" else 0)
        self._sections[part.name] = section
        self.add(section)
        section.setVisible(
            not self._fields[part.name].editor.is_empty()
        )  # added first: else a window of its own
        if part.name == "documents" and self._plan is not None:
            self.add(self._plan.papers)
        if part.name == ItemText.DECISION and self._offer is not None:
            self.add(self._offer)
            self._offer.take(self._item)  # shown only now that it has a place
        if part.name in shown_parts.AFTER:
            place = Column()
            self._shown[part.name] = place
            self.add(place)

    def _field(self, part: Part, label: str) -> ItemField:
        match part.name:
            case "documents":
                return item_fields.documents(self._database, self._item, label, self._pace)
            case "presenters":
                return item_fields.presenters(self._database, self._item, label, self._pace)
            case "time":
                return item_fields.time(self._database, self._item, label, self._pace)
            case "recipients":
                return item_fields.recipients(self._database, self._item, label, self._pace)
            case _:
                return item_fields.blocks(self._database, self._item, part, label, self._pace)

    def _tied(self, name: str, field: ItemField) -> Noted:
        """Connect a field with the page, and leave room for a sentence below it."""
        self._fields[name] = field
        field.editor.lock(locked=self._database.read_only)
        noted = Noted(field.editor)
        field.editor.edited.connect(self.typed)
        field.field.autosave.saved.connect(partial(noted.say, ""))
        field.field.autosave.saved.connect(self.saved)
        field.field.autosave.failed.connect(partial(self._tell_failure, noted))
        self.keep_in_sight(field.editor)
        return noted

    def _tell_failure(self, noted: Noted, error: Exception) -> None:
        """Say a broken rule beside the field; what concerns the file is for the whole page."""
        if isinstance(error, RuleBroken):
            noted.say(_(error.template).format(**error.facts))
        else:
            self.failed.emit(error)

    # --- documents

    def _connect_papers(self, papers: DocumentsPart) -> None:
        papers.saved.connect(self.saved)
        papers.failed.connect(self.failed)
        papers.bug.connect(self.bug)
        papers.shown.connect(self.paper_asked)
        papers.changing.connect(self._save_titles)
        papers.grew.connect(self._follow_papers)
        self.setAcceptDrops(True)

    def _save_titles(self) -> None:
        self._fields["documents"].field.autosave.flush()

    def _follow_papers(self) -> None:
        """Bring into sight what came to the papers."""
        self._ask_for("documents", focus=False)
        self.bring_into_sight(self._documents.part.newest)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, wherever on the item they are dropped."""
        if self._documents.part.takes(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take files anywhere."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files that were dropped with the item."""
        event.acceptProposedAction()
        self._documents.part.drop(event.mimeData())

    # --- empty parts

    def _add_missing(self) -> None:
        """Add the line that offers the parts that are empty."""
        self._missing = Missing()
        self._missing.asked.connect(self._ask_for)
        for part in self._parts:
            self._missing.offer(part.name, part.title)
        if self._plan is not None:
            self._plan.offer(self._missing)
        before = self._plan is not None and self._plan.before
        self._missing.put_first(FIRST_BEFORE if before else FIRST_NOW)
        self.add(self._missing)
        self._show_offers()

    def _ask_for(self, name: str, *, focus: bool = True) -> None:
        """Show a text that was empty, and give it the keyboard."""
        if name not in self._sections:  # the plan's own
            return
        self._sections[name].show()
        self._show_offers()
        if focus and name == "documents" and self._documents.part.has_papers:
            self._documents.part.enter()
        elif focus:
            self._fields[name].editor.setFocus()

    def _show_offers(self) -> None:
        for name, section in self._sections.items():
            self._missing.take(name, there=not section.isHidden() or self._database.read_only)

    def ask_to_withdraw(self, why: str) -> None:
        """Say why the item cannot be taken away, and ask whether it is withdrawn."""
        if self._plan is not None:
            self._plan.fate.refuse_removal(why)

    def _show_form(self, form: QWidget) -> None:
        """Scroll to a form, once it has its height."""
        QTimer.singleShot(0, form, lambda: self.ensureWidgetVisible(form, 0, _AROUND_FORM))

    # --- parts that are not typed

    def _show_shown(self) -> None:
        """Show the parts that are recorded elsewhere, anew."""
        for name, place in self._shown.items():
            sections = list(shown_parts.AFTER[name](self._item, self._today))
            emptied(place.column)
            for section in sections:
                place.column.addWidget(section)
            place.setVisible(bool(sections))

    def _after_number(self, item: Item) -> str:
        """Return what goes on the line after the registry number, after a dot.

        Before the meeting the plan has it in parts of its own.
        """
        about = "" if self._plan is not None and self._plan.before else words.about(item)
        return f"· {about}" if about else ""
