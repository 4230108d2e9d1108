"""The surface for one item: title, texts and what is recorded at the table, with quiet labels at the left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QWidget

from klubban.domain.decided import Written
from klubban.ui.meeting import item_fields, part_keys, shown_parts, words
from klubban.ui.meeting.apart_fields import apart_fields
from klubban.ui.meeting.item_documents import ItemDocuments
from klubban.ui.meeting.item_fields import PARTS, PLANNED, WRITTEN, ItemField, Part
from klubban.ui.meeting.item_head import ItemHead
from klubban.ui.meeting.item_order import stands
from klubban.ui.meeting.item_text_fields import TextFields, written_by
from klubban.ui.meeting.item_texts import OnDemand
from klubban.ui.meeting.program_line import ROOM
from klubban.ui.meeting.referral_lead import ReferralLead, referral_told
from klubban.ui.meeting.scratch_line import ScratchLine
from klubban.ui.meeting.surface import Surface
from klubban.ui.meeting.written_text import WrittenText
from klubban.ui.minutes.parts import Minutes
from klubban.ui.papers.documents_list import INSET
from klubban.ui.widgets.basics import emptied
from klubban.ui.widgets.missing import Missing
from klubban.ui.widgets.section import Column, Noted, Section

if TYPE_CHECKING:
    from datetime import date

    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database
    from klubban.ui.autosave import Pace
    from klubban.ui.meeting.item_plan import ItemPlan
    from klubban.ui.meeting.writing_aids import WritingAids
    from klubban.ui.papers.documents_part import DocumentsPart
    from klubban.ui.registers.offer import SeatOffer

_RECORDED = ("outcome", "proposals", "elections", "not_taking_part", "assignments", *WRITTEN)
"""What is recorded at the table, and can be begun."""


class ItemSurface(Surface):
    """Shows an item and edits its texts. What is empty is not there until it is asked for."""

    typed = Signal()
    saved = Signal()
    failed = Signal(Exception)
    bug = Signal(str)
    paper_asked = Signal(int)
    """A document is to be looked at."""
    inquiry_asked = Signal(int)
    """A referral is to be sent or looked at, by the inquiry's id."""

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
        super().__init__(words.item_name(meeting, item))
        self._database, self._today, self._pace = database, today, pace
        self._meeting, self._item = meeting, item
        self._offer, self._plan = offer, plan
        self._parts = {part.name: part for part in (*PLANNED, *PARTS)}
        locked = database.read_only or meeting.is_fixed(item)
        self._typing = TextFields(locked=locked, maskable=not database.read_only)
        self._fields = self._typing.by_name
        self._sections: dict[str, QWidget] = {}
        self._texts: dict[str, OnDemand] = {}
        self._shown: dict[str, Column] = {}
        self._missing = Missing()
        self._documents = ItemDocuments(database, meeting, item)
        self.minutes = Minutes(database)
        self._scratch = ScratchLine(database, meeting, item)
        self._connect_papers(self._documents.part)
        self._connect_minutes()
        self._typing.typed.connect(self.typed)
        self._typing.saved.connect(self.saved)
        self._typing.failed.connect(self.failed)
        self.head = ItemHead(database, item, self._typing, pace)
        self.add(self.head)
        for field in self._fields.values():
            self.keep_in_sight(field.editor)
        self._say_about()
        if plan is not None:
            self.add(plan.top)
            for part in PLANNED if plan.before else ():
                self._add_text(part.name, part.title)
        for name, label in stands(meeting):
            self._add_part(name, label)
        if meeting.is_fixed(item):
            for name, label, field in apart_fields(database, meeting, item, pace):
                self.add(Section(label, self._tied(name, field)))
        if plan is not None:
            self.add(plan.bottom)
        self.add(self._scratch)
        self._add_missing()
        if plan is not None:
            self.add(plan.fate)
            plan.take(item)
            plan.asks.connect(self.show_form)
            plan.fate.outcome_asked.connect(partial(self.enter, "outcome"))
        self.end()
        self.minutes.take(meeting, item)
        self._show_shown()
        self._show_texts()
        part_keys.bind(self, self.enter)

    # --- what the page asks

    @property
    def item(self) -> int:
        """Return the id of the item."""
        return self._item.id

    def take(self, meeting: Meeting, item: Item) -> None:
        """Show what the store holds now, without touching what is being typed."""
        with self.held_still():
            self._take(meeting, item)

    def _take(self, meeting: Meeting, item: Item) -> None:
        self._meeting, self._item = meeting, item
        for name in self._typing.take(meeting, item):
            if name in self._sections:
                self._ask_for(name, focus=False)
                self.bring_into_sight(self._fields[name].editor)
        if self._documents.take(meeting, item):
            self._ask_for("documents", focus=False)
        self._say_about()
        if self._plan is not None:
            self._plan.take(item)
        if self._offer is not None:
            self._offer.take(item)
        self.minutes.take(meeting, item)
        self._scratch.take()
        self._show_shown()
        self._show_texts()

    def draft(self) -> Item:
        """Return the item as it stands in the editors."""
        return self._typing.into(self._item)

    @property
    def is_saved(self) -> bool:
        """Tell whether nothing typed in the texts waits to be saved."""
        return self._typing.are_saved

    @property
    def midway(self) -> bool:
        """Tell whether what was saved last is still being typed, and need not be read again yet."""
        return self._typing.midway

    def flush(self) -> bool:
        """Save what is not saved; tell whether nothing is left."""
        parts = (self._typing, self._documents.part, self.minutes, self._scratch)
        done = [part.flush() for part in parts]  # each one, whatever fails
        return all(done)

    def end_run(self) -> None:
        """Let what is typed next be a step of its own."""
        self._typing.end_run()

    def enter(self, name: str = "title") -> None:
        """Give the keyboard to a part; to its text, where the keyboard is in what it was written from."""
        if name == "scratch":
            self._scratch.enter()
        elif name == "proceedings" or (name in self._texts and self._holds_keyboard(name)):
            self._texts["questions" if name == "proceedings" else name].enter()
        elif name in _RECORDED:
            self.minutes.enter(name)
            if name in self._texts:
                QTimer.singleShot(0, self, partial(self._go_on_to_text, name))
        elif name in self._sections:
            self._ask_for(name)
        elif name in self._fields:
            self._fields[name].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_on_to_text(self, name: str) -> None:
        """Give the keyboard to a part's text where there is nothing to be noted, once the store has told."""
        if self.minutes.focused != name:
            self._texts[name].enter()

    def _holds_keyboard(self, name: str) -> bool:
        return self.minutes.focused == name or self._fields[_text_of(name)].editor.hasFocus()

    def enter_text(self, name: str, caret: int = 0) -> None:
        """Give the keyboard to a part, and where it is a text, put the caret at a place in it."""
        text = next((each for each in self._texts if _text_of(each) == name), None)
        if name not in self._fields:
            self.enter(name)
            return
        if text is not None:
            self._texts[text].enter()
        self._ask_for(name)
        editor = self._fields[name].editor
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        place = editor.textCursor()
        place.setPosition(min(caret, editor.document().characterCount() - 1))
        editor.setTextCursor(place)

    def point_out(self, step: str) -> None:
        """Bring the text that a step wrote into sight."""
        name = written_by(step)
        if name is not None:
            self._ask_for(name, focus=False)
            self.bring_into_sight(self._fields[name].editor)

    def show_step(self, step: str) -> bool:
        """Bring the text that a step wrote into sight; False when it was seen already, or none is known."""
        name = written_by(step)
        editor = self._fields[name].editor if name is not None else None
        if editor is None or not editor.isVisible() or not editor.visibleRegion().isEmpty():
            return False
        self.bring_into_sight(editor)
        return True

    @property
    def focused(self) -> str | None:
        """Return the name of the part that has the keyboard."""
        at = self._typing.focused or self.minutes.focused
        return at or ("scratch" if self._scratch.holds_keyboard else None)

    @property
    def caret(self) -> tuple[str, int] | None:
        """Return the text that has the keyboard, and where in it the caret is."""
        return self._typing.caret

    def use(self, aids: WritingAids) -> None:
        """Let what helps with writing help in the texts."""
        self._typing.use(aids, self._meeting)

    # --- how it is built

    def _add_part(self, name: str, label: str) -> None:
        """Add what stands at one place, and after it what belongs there."""
        if name in self._parts:
            self._add_text(name, label)
        elif name in shown_parts.SHOWN:
            self._shown[name] = Column()
            self.add(self._shown[name])
        else:
            self.add(self.minutes.part(name))
            if name in WRITTEN:
                self._add_written(name, label)
        if name == "documents" and self._plan is not None:
            self.add(self._plan.papers)
        if name == "decision" and self._offer is not None:
            self.add(self._offer)
            self._offer.take(self._item)  # shown only now that it has a place

    def _add_text(self, name: str, label: str) -> None:
        """Add one text with its label."""
        if name == "decision":
            content: QWidget = self._tied_written(name, Written.DECISION, label)
        else:
            content = self._tied(name, self._field(self._parts[name], label))
        inset = {"documents": INSET, "decision": ROOM}.get(name, 0)
        if name == "documents":
            self._documents.put_titles(content)
            content = self._documents
        section = Section(label, content, inset, part_keys.KEYS.get(name, ""))
        self._sections[name] = section
        self.add(section)
        section.setVisible(not self._fields[name].editor.is_empty())  # added first: else a window of its own

    def _add_written(self, name: str, label: str) -> None:
        """Add the text that is written from what is recorded, below that."""
        title = label or dict(self.minutes.offered).get(name, "")
        written = self._tied_written(_text_of(name), WRITTEN[name], title)
        self._texts[name] = OnDemand(written, always=name == "questions")
        self._texts[name].turned.connect(self._show_texts)
        self.minutes.below(name).column.addWidget(self._texts[name])

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

    def _tied(self, name: str, field: ItemField) -> QWidget:
        """Connect a field with the page, and leave room for a sentence below it."""
        noted = Noted(field.editor)
        self._typing.tie(name, field, noted)
        self.keep_in_sight(field.editor)
        return noted

    def _tied_written(self, name: str, part: Written, label: str) -> WrittenText:
        """Connect a text that writes itself with the page."""
        written = WrittenText(self._database, self._meeting, self._item, part, label, self._pace)
        self._typing.tie(name, written, written.noted)
        self.keep_in_sight(written.editor)
        return written

    # --- what is recorded at the table

    def _connect_minutes(self) -> None:
        self._scratch.assignment_asked.connect(self.minutes.assign_from)
        for source in (self.minutes, self._scratch):
            source.saved.connect(self.saved)
            source.failed.connect(self.failed)
            source.asks.connect(self.show_form)
        self.minutes.typed.connect(self.typed)
        self.minutes.changed.connect(self._show_offers)
        self.minutes.name_keys(part_keys.KEYS)

    def _show_texts(self) -> None:
        """Let a part stand on the page as long as its text says something."""
        for name, text in self._texts.items():
            text.fit()
            self.minutes.keep(name, there=text.stands)
        self._explain_once()
        self._show_offers()

    def _explain_once(self) -> None:
        """Let the first text that the program wrote say what the line beside it means."""
        said = False
        for name, field in self._fields.items():
            if isinstance(field, WrittenText):
                text = next((each for part, each in self._texts.items() if _text_of(part) == name), None)
                there = text is None or text.stands
                said = field.explain(on=there and not said) or said

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the scratch line; a list that has a use for the key has taken it before."""
        if event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.enter("scratch")
        else:
            super().keyPressEvent(event)

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
        self._missing.asked.connect(self.enter)
        for name in self._sections:
            self._missing.offer(name, self._sections[name].accessibleName() or self._parts[name].title)
        own = dict(stands(self._meeting))
        for name, label in self.minutes.offered:
            self._missing.offer(name, own.get(name) or label)
        if self._plan is not None:
            self._plan.offer(self._missing)
        before = self._plan is not None and self._plan.before
        now = item_fields.FIRST_NOW if self._meeting.body.rules.protocol else item_fields.FIRST_AGREED
        self._missing.put_first(item_fields.FIRST_BEFORE if before else now)
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

    def _show_offers(self, _name: str = "") -> None:
        for name, section in self._sections.items():
            self._missing.take(name, there=not section.isHidden() or self._typing.locked)
        offered = dict(self.minutes.offered)
        for name in _RECORDED:
            there = (
                self._typing.locked or name not in offered or (name != "proposals" and self.minutes.has(name))
            )
            self._missing.take(name, there=there)

    def ask_to_withdraw(self, why: str) -> None:
        """Say why the item cannot be taken away, and ask whether it is withdrawn."""
        if self._plan is not None:
            self._plan.fate.refuse_removal(why)

    # --- parts that are not typed

    def _show_shown(self) -> None:
        """Show the parts that are recorded elsewhere, anew where something in them changed."""
        for name, place in self._shown.items():
            facts, sections = shown_parts.SHOWN[name]
            sent = referral_told(self._database, self._item) if name == "referral" else ""
            now = repr((facts(self._item), sent))
            if place.property("shows") == now:
                continue
            place.setProperty("shows", now)
            emptied(place.column)
            found = list(sections(self._item, self._today))
            for section in found:
                place.column.addWidget(section)
            if name == "referral" and found:
                lead = ReferralLead(self._database, self._item)
                lead.asked.connect(self.inquiry_asked)
                lead.failed.connect(self.failed)
                place.column.addWidget(lead)
            place.setVisible(bool(found))

    def _say_about(self) -> None:
        """Say what goes on the line after the registry number; before the meeting the plan has it."""
        self.head.say("" if self._plan is not None and self._plan.before else words.about(self._item))


def _text_of(name: str) -> str:
    """Return the name of the text that is written from what is recorded."""
    return "proceedings" if name == "questions" else name
