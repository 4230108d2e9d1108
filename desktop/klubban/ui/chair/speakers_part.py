"""The speakers' list of the item in hand: somebody is put on it by a few letters, speaks, and is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.i18n import _, sort_key
from klubban.store.trouble import Trouble
from klubban.ui.chair.speaker_row import SpeakerRow
from klubban.ui.chair.view_words import spoken_so_far
from klubban.ui.registers.surface import sentence
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced, widgets_in
from klubban.ui.widgets.buttons import FlowLayout, Link
from klubban.ui.widgets.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from klubban.domain.agenda import Speaker
    from klubban.ui.chair.source import Floor

_OFFERED, _SECOND = 5, 1000
_CONTROL, _MOVE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Speaking:
    """Who speaks now, and since when; it goes on while other items, or other pages, are looked at."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self.speaker: int | None = None
        self._since: datetime | None = None

    def begin(self, speaker: int) -> None:
        """Let somebody's time run."""
        self.speaker, self._since = speaker, self._clock()

    def end(self) -> None:
        """Let nobody's time run."""
        self.speaker = self._since = None

    @property
    def seconds(self) -> int:
        """Return for how long they have been speaking."""
        return int((self._clock() - self._since).total_seconds()) if self._since else 0


def matching(people: Iterable[Named], words: str) -> list[Named]:
    """Return those of whom each word begins some name, in Swedish order."""
    wanted = sort_key(words).split()
    found = [
        who
        for who in people
        if all(any(part.startswith(word) for part in sort_key(str(who)).split()) for word in wanted)
    ]
    return sorted(found, key=lambda who: sort_key(who.name)) if wanted else []


class NameEntry(Entry):
    """Where a name is typed; with Ctrl+Enter it is for a reply."""

    reply_entered = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Who asks to speak"), _("Who asks to speak: a few letters of the name"))
        self.line.installEventFilter(self)

    def eventFilter(self, _watched: object, event: object) -> bool:
        """Take Ctrl+Enter before the line does."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & _CONTROL:
                self.reply_entered.emit(self.words())
                return True
        return False


class SpeakersPart(QWidget):
    """Those who spoke, who speaks, those who wait, and a line to type the next name in."""

    saved = Signal()
    failed = Signal(Exception)
    told = Signal(str)
    left = Signal()
    sought = Signal(QWidget)
    """This is where the keyboard is, or what it leads to: it is to be seen."""

    def __init__(self, floor: Floor, item: int, speaking: Speaking) -> None:
        super().__init__()
        self._floor, self._item, self._speaking = floor, item, speaking
        self._people: tuple[Named, ...] = ()
        self._shown: tuple[Speaker, ...] | None = None
        column, self._rows = QVBoxLayout(self), QVBoxLayout()
        spaced(column, gap=6)
        spaced(self._rows, gap=2)
        self._sum = Text("", "small", QUIET, wrap=True)
        self.entry = NameEntry()
        offers = QWidget()
        self._offers = FlowLayout(offers)
        column.addLayout(self._rows)
        column.addWidget(self._sum)
        column.addWidget(self.entry)
        column.addWidget(offers)
        self._offered = offers
        offers.hide()
        self.entry.entered.connect(partial(self._enter, reply=False))
        self.entry.reply_entered.connect(partial(self._enter, reply=True))
        self.entry.edited.connect(self._offer)
        self.entry.arrow.connect(self._from_entry)
        self._second = QTimer(self, interval=_SECOND)
        self._second.timeout.connect(self.tick)
        self.take()

    @property
    def rows(self) -> list[SpeakerRow]:
        """Return the lines."""
        return widgets_in(self._rows, SpeakerRow)

    def take(self) -> None:
        """Show the list as it stands now."""
        listed = self._floor.speakers(self._item)
        if listed == self._shown:
            return
        held = next((row.speaker.id for row in self.rows if row.hasFocus()), None)
        self._shown = listed
        emptied(self._rows)
        waiting = 0
        for each in listed:
            waiting += each.seconds is None
            row = SpeakerRow(each, waiting)
            row.clicked.connect(partial(self._turn, each.id))
            self._rows.addWidget(row)
            if each.id == held:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        told = spoken_so_far(listed)
        self._sum.setText(_("Together: {times}").format(times=told) if told else "")
        self._sum.setVisible(bool(told))
        if held is not None and held not in {each.id for each in listed}:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tick()

    def tick(self) -> None:
        """Let the time of whoever speaks run on."""
        runs = False
        for row in self.rows:
            now = row.speaker.id == self._speaking.speaker and row.speaker.seconds is None
            row.show_time(self._speaking.seconds if now else None)
            runs = runs or now
        if runs and not self._second.isActive():
            self._second.start()
        elif not runs:
            self._second.stop()

    # --- putting somebody on the list

    def _offer(self) -> None:
        """Offer those whose names begin so; Enter takes the first."""
        emptied(self._offers)
        if not self._people:
            self._people = self._floor.people()
        found = matching(self._people, self.entry.words())[:_OFFERED]
        for who in found:
            link = Link(str(who), "item")
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a few letters more lead there by key
            link.clicked.connect(partial(self._put, who, reply=False))
            self._offers.addWidget(link)
        self._offered.setVisible(bool(found))
        self.sought.emit(self._offered if found else self.entry)

    def _enter(self, words: str, *, reply: bool) -> None:
        if not words:
            self.left.emit()
            return
        found = matching(self._people or self._floor.people(), words)
        self._put(found[0] if found else Named(words), reply=reply)

    def _put(self, who: Named, *_checked: bool, reply: bool) -> None:
        if self._do(lambda: self._floor.ask_to_speak(self._item, who, reply=reply)):
            self.entry.show_words("")
            self._offer()
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- speaking

    def _turn(self, speaker: int, *_checked: bool) -> None:
        """Let somebody's time begin, or end; when it begins, that of another ends."""
        before, seconds = self._speaking.speaker, self._speaking.seconds
        found = next((each for each in self._shown or () if each.id == speaker), None)
        if found is None or found.seconds is not None:
            return
        if before is not None:
            self._speaking.end()
            self._do(lambda: self._floor.finish(before, seconds))
        if before != speaker:
            self._speaking.begin(speaker)
        self.tick()

    def _do(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except RuleBroken as broken:
            self.told.emit(sentence(broken))
        except LookupError:  # undo took it away meanwhile
            self.take()
        except Trouble as trouble:
            self.failed.emit(trouble)
        else:
            self.take()
            self.saved.emit()
            return True
        return False

    # --- keys

    def enter(self) -> None:
        """Take the keyboard where a name is typed."""
        self._go(self.entry)

    def _go(self, part: QWidget) -> None:
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sought.emit(part)

    def _from_entry(self, by: int) -> None:
        if by < 0 and self.rows:
            self._go(self.rows[-1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list, let somebody's time run, move them, take them off."""
        rows, key = self.rows, Qt.Key(event.key())
        at = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        if at is None:
            super().keyPressEvent(event)
        elif key in _ARROWS and event.modifiers() & _MOVE == _MOVE:
            self._do(lambda: self._floor.let_speak(rows[at].speaker.id, _ARROWS[key]))
        elif key in _ARROWS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            order: list[QWidget] = [*rows, self.entry]
            self._go(order[max(0, at + _ARROWS[key])])
        elif key in _ENTER:
            self._turn(rows[at].speaker.id)
        elif key == Qt.Key.Key_Delete:
            if rows[at].speaker.id == self._speaking.speaker:
                self._speaking.end()
            self._do(lambda: self._floor.strike(rows[at].speaker.id))
        else:
            super().keyPressEvent(event)
