"""A text that writes itself from what was recorded, and that the secretary changes as she likes.

What she touched is hers. The sentences that she left follow the record, also while she types in others.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from klubban.documents.written import own_text, text_of, with_hers, written
from klubban.domain.decided import OwnText, Written
from klubban.domain.errors import RuleBroken
from klubban.domain.own_text import merged
from klubban.domain.text import plain
from klubban.i18n import _, texts
from klubban.operations import own_texts
from klubban.store.trouble import Trouble
from klubban.ui.meeting.field import Field
from klubban.ui.meeting.program_line import ProgramLine
from klubban.ui.widgets.basics import QUIET, TOP, Pill, Text, emptied, spaced
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Column, Noted

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.decided import Said
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.own_text import Merged, Stale
    from klubban.domain.text import Blocks
    from klubban.store.database import Database
    from klubban.ui.autosave import Pace

_LONGEST_NOW = 160
_DECIDES = re.compile(r"\bbeslut", re.IGNORECASE)


class WrittenText(QWidget):
    """The editor of one part, a line beside what the program wrote, marks where it no longer agrees."""

    saved = Signal()
    failed = Signal(Exception)

    def __init__(
        self,
        database: Database,
        meeting: Meeting,
        item: Item,
        part: Written,
        label: str,
        pace: Pace | None = None,
    ) -> None:
        super().__init__()
        self.part = part
        self._database, self._meeting, self._item = database, meeting, item
        self._explains = True
        self._seen, self._merged = self._read(meeting, item)
        self.editor = BlockEditor(label, numbered=part is Written.DECISION)
        self.field: Field[Any] = Field(
            self.editor,
            self._merged.blocks,
            read=self.editor.blocks,
            show=self.editor.show_blocks,
            save=lambda value, run: own_texts.write_part(
                database, item.id, part, value, run=run, meeting=self._meeting
            ),
            pace=pace,
        )
        self._line, self.noted = ProgramLine(self.editor), Noted(self.editor)
        again = _("Write it again from what was noted")
        self._note, self._again = Text("", "small", QUIET, wrap=True), Link(again, flush=True)
        self._stale = Column()
        self._build()
        self._tell()

    def _build(self) -> None:
        row, column = QHBoxLayout(self), QVBoxLayout()
        spaced(row)
        spaced(column)
        column.addWidget(self.noted)
        column.addWidget(self._note)
        column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._stale)
        row.addWidget(self._line)
        row.addLayout(column, 1)
        self._again.clicked.connect(self._write_again)

    def _read(self, meeting: Meeting, item: Item) -> tuple[tuple[Said, ...], Merged]:
        language = texts(meeting.organisation.language)
        said = written(meeting, item, self.part, language)
        return said, with_hers(item, self.part, said)

    # --- what the surface asks

    @property
    def says_something(self) -> bool:
        """Tell whether there is a text, or something about it to be settled."""
        return bool(self._merged.blocks or self._merged.stale) or not self.editor.is_empty()

    @property
    def hers(self) -> bool:
        """Tell whether she changed it, so that it is this that is printed."""
        own = own_text(self._item, self.part)
        stored = own is not None or bool(text_of(self._item, self.part))
        return stored or self.editor.blocks() != self._merged.blocks

    def take(self, meeting: Meeting, item: Item) -> bool:
        """Show what the store holds now, and tell whether something else is shown than before.

        What is typed and not saved yet stays; the sentences in it that she left follow the record.
        """
        before, changed = self._seen, False
        self._meeting, self._item = meeting, item
        self._seen, self._merged = self._read(meeting, item)
        if self.field.autosave.unsaved and before != self._seen:
            followed = self._followed(before)
            changed = followed != self.editor.blocks()
            self.editor.show_blocks(followed)
        changed = self.field.take(self._merged.blocks) or changed
        self._tell()
        return changed

    def _followed(self, before: tuple[Said, ...]) -> Blocks:
        """Return what is typed, with the sentences that she left as they are said now."""
        wholly_hers = own_text(self._item, self.part) is None and bool(text_of(self._item, self.part))
        own = None if wholly_hers else OwnText(id=0, part=self.part, said=before)
        return merged(self._seen, own, self.editor.blocks()).blocks

    def into(self, item: Item) -> Item:
        """Return the item with the text as it stands in the editor."""
        blocks = self.editor.blocks()
        if self.part is Written.PROCEEDINGS:
            item = replace(item, proceedings=blocks)
        elif self.part is Written.DECISION:
            item = replace(item, decision=blocks)
        aside = self.part in (Written.PROCEEDINGS, Written.DECISION)
        own = OwnText(id=0, part=self.part, text=() if aside else blocks, said=self._seen)
        return replace(
            item, own_texts=(*(each for each in item.own_texts if each.part is not self.part), own)
        )

    # --- what is told about it

    def explain(self, *, on: bool) -> bool:
        """Say what the line beside it means, unless that is said already; tell whether it is now."""
        if on != self._explains:
            self._explains = on
            self._tell()
        return on and self.says_something

    def _tell(self) -> None:
        """Mark what the program wrote, and say beside it what that means."""
        found = self._merged
        by_program = [block for place, block in enumerate(found.blocks) if place in found.by_program]
        self._line.mark(by_program)
        emptied_by_her = not found.blocks and own_text(self._item, self.part) is not None
        hers = len(by_program) < len(found.blocks) or emptied_by_her
        told = ""
        if self._decides_without_mandate:
            told = _("A forum decides nothing: write what was agreed, and who does what.")
        elif not self._explains:
            told = ""
        elif by_program and not hers:
            told = _("Written from what was noted. Change freely; your text is never written over.")
        elif by_program:
            told = _("What has a line beside it is written from what was noted; the rest is your own.")
        locked = self._database.read_only or self._meeting.is_fixed(self._item)
        self._note.setText(told)
        self._note.setVisible(bool(told) and not locked)
        self._again.setVisible(hers and bool(self._seen) and not locked)
        self._show_stale(() if locked else found.stale)

    @property
    def _decides_without_mandate(self) -> bool:
        """Tell whether a body without a mandate writes Beslut; that gets a hint, never a refusal."""
        if self.part is not Written.DECISION or self._meeting.body.rules.protocol:
            return False
        return bool(_DECIDES.search(self.editor.toPlainText()))

    def _show_stale(self, stale: tuple[Stale, ...]) -> None:
        at = QApplication.focusWidget()
        held = at is not None and self._stale.isAncestorOf(at)
        emptied(self._stale.column)
        for each in stale:
            self._stale.column.addWidget(self._mark(each))
        self._stale.setVisible(bool(stale))
        if held:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, stale: Stale) -> QWidget:
        """Return the row that says what the record says now, and asks which is to stand."""
        row, column, choices = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        spaced(row, (0, 6, 0, 0), 8)
        spaced(column)
        spaced(choices, gap=16)
        now = " ".join(plain(stale.now).split())
        now = f"{now[:_LONGEST_NOW]} …" if len(now) > _LONGEST_NOW else now
        told = _("What was noted has changed: now “{now}”").format(now=now)
        if not now:
            told = _("What this was written from is no longer noted.")
        take = Link(_("Take in") if now else _("Remove it"), flush=True)
        keep = Link(_("Keep mine"), flush=True)
        take.clicked.connect(partial(self._settle, own_texts.take_in, stale.key))
        keep.clicked.connect(partial(self._settle, own_texts.keep, stale.key))
        for link in (take, keep):
            link.setAccessibleDescription(told)
            choices.addWidget(link)
        choices.addStretch()
        column.addWidget(Text(told, "small", wrap=True))
        column.addLayout(choices)
        row.addWidget(Pill(_("Differs"), "soon"), 0, TOP)
        row.addLayout(column, 1)
        mark = QWidget()
        mark.setLayout(row)
        return mark

    def _settle(self, how: Callable[[Database, int, Written, str], object], key: str) -> None:
        self._do(partial(how, self._database, self._item.id, self.part, key))

    def _write_again(self) -> None:
        self._do(partial(own_texts.write_again, self._database, self._item.id, self.part))

    def _do(self, act: Callable[[], object]) -> None:
        """Do what was chosen, once what is typed is saved."""
        if not self.field.autosave.flush():
            return
        try:
            act()
        except (RuleBroken, Trouble) as error:
            self.failed.emit(error)
            return
        self.field.autosave.end_run()
        self.saved.emit()
