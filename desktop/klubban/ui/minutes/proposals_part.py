"""What the body proposes that another decides: a text for each, below the decision."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.documents import wording
from klubban.domain.errors import RuleBroken
from klubban.domain.rules import BodyKind
from klubban.i18n import _, sort_key, texts
from klubban.operations import outcomes
from klubban.operations.proposed import adopted_words
from klubban.store import reads
from klubban.store.trouble import Trouble
from klubban.ui.meeting.field import Field
from klubban.ui.meeting.program_line import ROOM, ProgramLine
from klubban.ui.minutes.cells import LineCell
from klubban.ui.minutes.line import Line
from klubban.ui.minutes.part import MinutesPart
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import emptied, spaced
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.section import Column, Noted, Section

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from klubban.domain.decided import Proposal
    from klubban.domain.text import Blocks
    from klubban.store.database import Database
    from klubban.ui.minutes.cells import Offer

_OFFERED = 5


class BodyCell(LineCell):
    """The name of a body, completed from those of the file; the first is the one that most often decides."""

    def __init__(self) -> None:
        super().__init__(_("To which body"), _("To which body"))
        self._bodies: list[str] = []

    def offer(self, bodies: list[str]) -> None:
        """Offer these, and let the first stand there to be taken or typed over."""
        self._bodies = bodies
        self.show_words(bodies[0] if bodies else "")
        self.editor.selectAll()

    def offers(self) -> list[Offer]:
        """Return the bodies whose names have what is typed; the others where one is chosen."""
        typed = sort_key(self.words())
        found = [each for each in self._bodies if typed in sort_key(each)]
        if self.words() in self._bodies:
            found = [each for each in self._bodies if each != self.words()]
        return [(each, partial(self._take, each)) for each in found[:_OFFERED]]

    def complete(self) -> None:
        """Write out the name that begins as what is typed."""
        typed = sort_key(self.words())
        begun = [each for each in self._bodies if typed and sort_key(each).startswith(typed)]
        if begun and self.words() not in self._bodies:
            self.show_words(begun[0])

    def _take(self, body: str) -> None:
        self.show_words(body)
        self.edited.emit()


class ProposalsPart(MinutesPart):
    """A labelled text for each body; a line at the end asks to which body one more is written."""

    def __init__(self, database: Database, clock: Callable[[], datetime], label: str) -> None:
        super().__init__(database, clock, label)
        self._texts = Column()
        self.column.insertWidget(0, self._texts)
        self._written: dict[int, _Text] = {}
        self._shown: object = None
        self._wanted: int | None = None
        """The proposal whose text gets the keyboard as soon as it is there."""
        self._body = BodyCell()
        self._line = Line(label, [[(self._body, 1)]], _("Enter begins the text · Esc leaves"))
        self._line.entered.connect(self._choose)
        self._line.escaped.connect(self._leave)
        self._line.edited.connect(partial(self._line.say, ""))
        self._told.column.addWidget(self._line)
        self.section.hide()

    # --- what the desk asks

    @property
    def _holds(self) -> bool:
        return self._item is not None and bool(self._item.proposals)

    def enter(self) -> None:
        """Ask to which body; where nothing can be noted, go to the first text."""
        if self.locked:
            self._go_to_first()
            return
        self._remember()
        self._line.clear()
        self._begin()
        self.section.show()
        self._body.offer(self._bodies())
        self._line.enter()
        self._body.editor.selectAll()
        self.asks.emit(self._line)

    def flush(self) -> bool:
        """Save the texts; tell whether nothing is left."""
        done = [text.field.autosave.flush() for text in self._written.values()]
        return all(done)

    def _forget(self) -> None:
        self.flush()
        self._wanted = None
        self.section.hide()

    # --- which body

    def _bodies(self) -> list[str]:
        """Return the other bodies of the file: what it is under or reports to first, then assemblies."""
        with self._database.read() as read:
            bodies = reads.bodies(read)
        own, taken = self.meeting.body, {each.body_id for each in self.item.proposals}
        others = [each for each in bodies if each.id != own.id and each.id not in taken]
        above = (own.parent, own.reports_to)
        others.sort(key=lambda each: (each.id not in above, each.kind is not BodyKind.ASSEMBLY))
        return [each.name for each in others]

    def _choose(self) -> None:
        """Begin the text for the body that is named."""
        typed = self._body.words()
        if not typed:
            self._leave()
            return
        try:
            self._wanted = outcomes.propose_to(self._database, self.item.id, typed)
        except RuleBroken as broken:
            self._line.say(sentence(broken))
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self._close()
            self.saved.emit()

    def _close(self) -> None:
        self._line.clear()
        self.section.hide()
        self._end()

    def _leave(self) -> None:
        self._close()
        if self._holds:
            self._go_to_first()
        else:
            self._go_back()

    # --- the texts

    def _show(self) -> None:
        proposals = self.item.proposals
        shown = (self.item.id, self.locked, [(each.id, each.body) for each in proposals])
        if shown != self._shown:
            self._shown = shown
            self._build()
        language = texts(self.meeting.organisation.language)
        found = adopted_words(self.meeting, self.item, language) if proposals else ()
        for each in proposals:
            self._written[each.id].take(each, found)
        wanted = self._written.get(self._wanted or 0)
        if wanted is not None:
            self._wanted = None
            self._texts.show()
            self._fit()
            self._go_to(wanted)

    def _build(self) -> None:
        held = any(text.editor.hasFocus() for text in self._written.values())
        emptied(self._texts.column)
        self._written = {}
        for each in self.item.proposals:
            text = self._text(each)
            self._written[each.id] = text
            name = _("Proposal to {body}").format(body=wording.small(each.body))
            self._texts.column.addWidget(Section(name, text, ROOM))
        before: QWidget = self._body.editor  # what comes later would else be last for Tab
        for text in self._written.values():
            QWidget.setTabOrder(before, text.editor)
            before = text.editor
        if held and self._wanted is None:
            self._go_back()

    def _text(self, proposal: Proposal) -> _Text:
        text = _Text(self._database, proposal, locked=self.locked)
        text.field.autosave.saved.connect(self.saved)
        text.failed.connect(self.failed)
        text.editor.edited.connect(self.typed)
        text.removed.connect(partial(self._remove, proposal.id))
        text.held.connect(partial(self._name_keys))
        return text

    def _name_keys(self, on: bool) -> None:  # noqa: FBT001 - a signal's
        keys = _("Delete in an empty text takes the proposal away")
        self.keys.emit(keys if on and not self.locked else "")

    def _remove(self, id_: int) -> None:
        if self.flush():
            self._do(lambda: outcomes.remove_proposal(self._database, id_))

    def _go_to_first(self) -> None:
        for text in list(self._written.values())[:1]:
            self._go_to(text)

    def _go_to(self, text: _Text) -> None:
        text.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.asks.emit(text)


class _Text(QWidget):
    """What one body is to decide, with a line beside what was adopted and she left."""

    failed = Signal(Exception)
    removed = Signal()
    held = Signal(bool)

    def __init__(self, database: Database, proposal: Proposal, *, locked: bool) -> None:
        super().__init__()
        name = _("Proposal to {body}").format(body=wording.small(proposal.body))
        self.editor = BlockEditor(name, numbered=True)
        self.field: Field[Any] = Field(
            self.editor,
            proposal.decision,
            read=self.editor.blocks,
            show=self.editor.show_blocks,
            save=lambda value, run: outcomes.change_proposal(database, proposal.id, value, run=run),
        )
        self._locked = locked
        self.editor.lock(locked=locked)
        self.editor.installEventFilter(self)
        row, self._line, self._noted = QHBoxLayout(self), ProgramLine(self.editor), Noted(self.editor)
        spaced(row)
        row.addWidget(self._line)
        row.addWidget(self._noted, 1)
        self.setFocusProxy(self.editor)
        self.field.autosave.saved.connect(partial(self._noted.say, ""))
        self.field.autosave.failed.connect(self._tell)
        self.editor.refused.connect(self._tell)

    def take(self, proposal: Proposal, adopted: Blocks) -> None:
        """Show what the store holds now, and mark what is as it was adopted."""
        self.field.take(proposal.decision)
        self._line.mark(adopted)

    def _tell(self, error: Exception) -> None:
        if isinstance(error, RuleBroken):
            self._noted.say(sentence(error))
        else:
            self.failed.emit(error)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let Delete in an empty text take the proposal away."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.held.emit(event.type() == QEvent.Type.FocusIn)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and not self._locked and self.editor.is_empty() and _takes_away(event):
            self.removed.emit()
            return True
        return False


def _takes_away(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete and not event.isAutoRepeat()
