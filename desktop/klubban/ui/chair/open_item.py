"""What is open of the item in hand: proposal, presenters, papers, the chair's notes, speakers, questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.documents.question_words import questions
from klubban.domain.meeting import Stage
from klubban.domain.text import plain
from klubban.i18n import _, current
from klubban.ui.chair import view_words
from klubban.ui.chair.agenda_row import TITLE
from klubban.ui.chair.asking import Asking
from klubban.ui.chair.speakers_part import SpeakersPart
from klubban.ui.meeting.field import Field
from klubban.ui.theme import font
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced
from klubban.ui.widgets.block_editor import BlockEditor
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.section import Column, Noted, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klubban.documents.question_words import Spoken
    from klubban.domain.meeting import Document, Item, Meeting
    from klubban.domain.text import Blocks
    from klubban.ui.chair.source import Source
    from klubban.ui.chair.speakers_part import Speaking

_INSET = 6  # of the words of a link


class OpenItem(QWidget):
    """Facts come from the meeting as it stands; notes are typed here, and saved in time."""

    saved = Signal()
    failed = Signal(Exception)
    told = Signal(str)
    paper_asked = Signal(int)
    sought = Signal(QWidget)
    """A part is to be seen."""
    left = Signal()
    """The keyboard goes back to the item's line."""

    def __init__(self, source: Source, meeting: Meeting, item: Item, speaking: Speaking) -> None:
        super().__init__()
        self._source, self._item = source, item
        self._shown: object = None
        column = QVBoxLayout(self)
        spaced(column, (TITLE, 0, 24, 16))
        self._asked, self._facts, self._below = Column(), Column(), Column()
        self.note = BlockEditor(_("My notes"))
        self.note.setFont(font("large"))
        self.note.document().setDefaultFont(font("large"))  # at once: it is laid out now
        self.note.setPlaceholderText(_("Only you see them; they are in no document"))
        locked = bool(source.closed())
        self.note.lock(locked=locked)
        self._field: Field[Blocks] = Field(
            self.note,
            source.note(item.id),
            read=self.note.blocks,
            show=self.note.show_blocks,
            save=partial(source.write_note, item.id),
        )
        noted = Noted(self.note)
        self._field.autosave.saved.connect(partial(noted.say, ""))
        self._field.autosave.saved.connect(self.saved)
        self._field.autosave.failed.connect(lambda error: noted.say(view_words.said_of(error)))
        self.speakers: SpeakersPart | None = None
        for part in (self._asked, self._facts, Section(_("My notes"), noted)):
            column.addWidget(part)
        if source.floor is not None and meeting.stage is Stage.IN_SESSION:
            self.speakers = SpeakersPart(source.floor, item.id, speaking)
            self.speakers.saved.connect(self.saved)
            self.speakers.failed.connect(self.failed)
            self.speakers.told.connect(self.told)
            self.speakers.left.connect(self.left)
            self.speakers.sought.connect(self.sought)
            self.speakers.setDisabled(locked)
            column.addWidget(Section(_("Speakers"), self.speakers))
        column.addWidget(self._below)
        self.take(meeting, item)

    @property
    def item(self) -> int:
        """Return the id of the item."""
        return self._item.id

    def take(self, meeting: Meeting, item: Item) -> None:
        """Show the item as it stands now."""
        self._item = item
        self._field.take(self._source.note(item.id))
        if self.speakers is not None:
            self.speakers.take()
        now = (item, meeting.stage, meeting.body)
        if now == self._shown:
            return
        self._shown = now
        emptied(self._facts.column)
        emptied(self._below.column)
        for part in self._parts(item):
            self._facts.column.addWidget(part)
        said = questions(item, meeting.body, current()) if meeting.stage is Stage.IN_SESSION else ()
        if said and item.outcome is None:
            self._below.column.addWidget(Section(_("Put the question"), _Questions(said)))

    def _parts(self, item: Item) -> Iterator[QWidget]:
        about = view_words.about(item)
        if about:
            quiet = Text(about, "item", QUIET, wrap=True)
            quiet.setContentsMargins(0, 0, 0, 10)
            yield quiet
        if item.presenters:
            yield Section(_("Presents"), Text(view_words.presented(item, item.start), "large", wrap=True))
        if item.proposal:
            yield Section(_("Proposal for decision"), Text(plain(item.proposal), "large", wrap=True))
        if item.documents:
            yield self._documents(item)
        if item.comments:
            told = (f"{each.by}: {each.text}" for each in item.comments)
            yield Section(_("Comments"), _Lines(Text(each, wrap=True) for each in told))

    def _documents(self, item: Item) -> Section:
        """Return the papers: each a way to it, where the file holds them."""
        if self._source.floor is None:
            lines = _Lines(Text(each.title, wrap=True) for each in item.documents)
            return Section(_("Documents"), lines)
        return Section(_("Documents"), _Lines(map(self._document, item.documents)), _INSET)

    def _document(self, document: Document) -> QWidget:
        link = Link(document.title, "body")
        link.clicked.connect(lambda: self.paper_asked.emit(document.id))
        return link

    # --- what is asked for

    def ask(self, name: str, hint: str, words: str, act: Callable[[str], str]) -> Asking:
        """Ask for a line, at the top."""
        self.close_asking()
        asking = Asking(name, hint, words, act)
        asking.show_name()
        asking.left.connect(self.left)
        self._asked.column.addWidget(asking)
        asking.begin()
        return asking

    def close_asking(self) -> None:
        """Take away what is asked for."""
        emptied(self._asked.column)

    def flush(self) -> bool:
        """Save what is not saved."""
        return self._field.autosave.flush()

    def enter_note(self) -> None:
        """Take the keyboard for the notes, at their end."""
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.moveCursor(self.note.textCursor().MoveOperation.End)


class _Lines(QWidget):
    """Parts below each other."""

    def __init__(self, parts: Iterator[QWidget] | map[QWidget]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=4)
        for part in parts:
            left = Qt.AlignmentFlag.AlignLeft if isinstance(part, Link) else Qt.AlignmentFlag(0)
            column.addWidget(part, 0, left)


class _Questions(QWidget):
    """The questions in their order: what each is about, what is said, and what is to be known."""

    def __init__(self, said: tuple[Spoken, ...]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, gap=12)
        for each in said:
            entry = QVBoxLayout()
            spaced(entry, gap=2)
            entry.addWidget(Text(each.about, "label", QUIET))
            entry.addWidget(Text(each.words, "large", wrap=True))
            for quiet in (*each.moved, each.note):
                if quiet:
                    entry.addWidget(Text(quiet, "small", QUIET, wrap=True))
            column.addLayout(entry)
