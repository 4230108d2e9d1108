"""What helps with writing in the texts of meetings: spelling, and the phrases of the body."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from klubban.domain.errors import RuleBroken
from klubban.i18n import texts
from klubban.operations.own_words import add_word
from klubban.store import minutes, reads
from klubban.store.trouble import Trouble
from klubban.ui.spelling.speller import Speller
from klubban.ui.spelling.words import parts_of
from klubban.ui.texts.first_phrases import first_phrases
from klubban.ui.widgets.block_editor import BlockEditor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.meeting import Meeting
    from klubban.domain.phrases import Phrase
    from klubban.store.database import Changed, Database
    from klubban.ui.widgets.editors import GrowingEditor

_CHECKED = "sv"
"""The language that there is a dictionary for."""
_NAMES_IN = {"person", "body", "organisation"}


class WritingAids(QObject):
    """One for an open file."""

    saved = Signal()
    failed = Signal(Exception)

    def __init__(self, database: Database, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._database = database
        self._meeting: Meeting | None = None
        self.speller = Speller(self)
        self.speller.learn_asked.connect(self._learn)

    def start(self) -> None:
        """Load the dictionary, in a process of its own, where the language of an open file has one."""
        if not self._database.is_open:
            return
        with self._database.read() as read:
            organisation = reads.organisation(read)
        if organisation is None or organisation.language == _CHECKED:
            self._know()
            self.speller.start()

    def stop(self) -> None:
        """End the process."""
        self.speller.stop()

    def follow(self, changed: Changed) -> None:
        """Learn the names and words that came."""
        kinds = {kind for kind, _id in changed.things}
        if self.speller.on and (not kinds or kinds & _NAMES_IN):
            self._know()

    def help(self, editor: GrowingEditor, meeting: Meeting, *, spelling: bool) -> None:
        """Help in one text of a meeting."""
        if meeting is not self._meeting:
            self._meeting = meeting
            if self.speller.on:
                self._know()
        if spelling and meeting.organisation.language == _CHECKED:
            editor.use_speller(self.speller)
        if isinstance(editor, BlockEditor):
            editor.use_phrases(partial(self.phrases, meeting))

    def phrases(self, meeting: Meeting) -> tuple[Phrase, ...]:
        """Return the phrases of a meeting's body, those of all, and then those that come with the program."""
        with self._database.read() as read:
            own = minutes.phrases(read, meeting.body.id)
        taken = {phrase.short.casefold() for phrase in own}
        first = first_phrases(texts(meeting.organisation.language))
        return (*own, *(phrase for phrase in first if phrase.short.casefold() not in taken))

    # --- words that are never wrong

    def _know(self) -> None:
        self.speller.know(parts_of(self._names()))

    def _names(self) -> Iterator[str]:
        """Walk the names that the file knows, and the organisation's own words."""
        with self._database.read() as read:
            organisation, people = reads.organisation(read), reads.people(read)
            bodies, own = reads.bodies(read), minutes.own_words(read)
        yield from (word for _id, word in own)
        if organisation is not None:
            yield organisation.name
        for body in bodies:
            yield from filter(None, (body.name, body.short))
        for person in people:
            yield from filter(None, (person.name, person.party, person.organisation))
        if self._meeting is not None:
            for attendee in self._meeting.attendance:
                yield from filter(None, (attendee.who.name, attendee.who.party))

    def _learn(self, word: str) -> None:
        try:
            add_word(self._database, word)
        except (RuleBroken, Trouble) as error:
            self.failed.emit(error)
            return
        self._know()
        self.saved.emit()
