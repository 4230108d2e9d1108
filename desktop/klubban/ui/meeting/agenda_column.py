"""The agenda's column: its list, the way to a new item, and the keys that walk and move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from klubban.i18n import _, pgettext
from klubban.ui.meeting.agenda import THE_MEETING, AgendaRow
from klubban.ui.meeting.agenda_list import NUMBER_LEFT, AgendaList
from klubban.ui.meeting.new_item import NewItem
from klubban.ui.widgets.basics import QUIET, Ground, KeyCap, Rule, Text, emptied, spaced
from klubban.ui.widgets.buttons import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.ui.widgets.lists import Row

_INSET = 6  # of the words of a link


class AgendaColumn(Ground):
    """The agenda at its width; `chosen` carries an item's id, THE_MEETING or WAITING."""

    chosen = Signal(int)
    add_asked = Signal(str, str, object)
    """An item is to be added: its title, who proposes it, and the item it stands after (None: at the end)."""

    def __init__(self) -> None:
        super().__init__()
        self._quiet = self._extra = False
        self._session: tuple[tuple[str, str], ...] = ()
        self._agenda: tuple[AgendaRow, ...] = ()
        self._after: int | None = None
        self._adding = False
        across, inner = QHBoxLayout(self), QVBoxLayout()
        spaced(across)
        spaced(inner, (10, 14, 2, 4))
        self.list = AgendaList(_("Agenda"))
        self.new = NewItem()
        self.list.hold(self.new)
        self._foot = QWidget()
        self._keys = QVBoxLayout(self._foot)
        spaced(self._keys, (NUMBER_LEFT - _INSET, 8, 0, 6), 5)
        inner.addWidget(self.list, 1)
        inner.addWidget(self._foot)
        across.addLayout(inner, 1)
        across.addWidget(Rule(upright=True))
        self.allow(changes=False, extra=False)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self.list.new_asked.connect(self.ask_for_new)
        self.new.entered.connect(lambda title, by: self.add_asked.emit(title, by, self._after))
        self.new.left.connect(self.close_new)
        self.new.resized.connect(self.list.place_new)

    # --- showing

    def show_rows(self, agenda: Sequence[AgendaRow], chosen: int) -> None:
        """Show an agenda with one of its lines chosen."""
        self._agenda = tuple(agenda)
        self._quiet = True  # what was chosen here is no news to the page
        kept: Sequence[Row] = self._with_new()
        self.list.rows.set_rows(kept)
        self.list.choose(chosen)
        self._quiet = False
        self.list.place_new()

    def _with_new(self) -> list[AgendaRow]:
        """Return the rows with the place where a title is typed, after the item it will stand after."""
        found = list(self._agenda)
        if self._adding:
            last = max((at for at, row in enumerate(found) if row.item), default=0)
            place = next((at for at, row in enumerate(found) if row.id == self._after and row.item), last)
            found.insert(place + 1, AgendaRow(None, "", "", new=True))
        return found

    def allow(self, *, changes: bool, extra: bool, session: Sequence[tuple[str, str]] = ()) -> None:
        """Say whether the agenda can be changed, and whether what is added now is an extra item.

        While the meeting is held, `session` are the keys of that with their words.
        """
        self._extra = extra
        same = self._keys.count() and (self.list.movable, self._session) == (changes, tuple(session))
        self.list.movable, self._session = changes, tuple(session)
        if not changes:
            self.close_new()
        if same:
            return
        emptied(self._keys)
        if changes:
            add = Link(_("New item"), "item")
            add.setToolTip("Ctrl+N")
            add.clicked.connect(self.ask_for_new)
            self._keys.addWidget(_line([add, KeyCap("Ctrl+N")]))
            self._keys.addWidget(
                _keys(
                    (_("Alt+↑ ↓"), pgettext("key", "another item")),
                    (_("Alt+Shift+↑ ↓"), pgettext("key", "move")),
                )
            )
        else:
            self._keys.addWidget(_keys((_("Alt+Down"), _("next")), (_("Alt+Up"), _("previous"))))
        if session:
            self._keys.addWidget(_keys(*session))

    # --- a new item

    def ask_for_new(self) -> None:
        """Let a title be typed below the item in hand; at the end where that is none."""
        if not self.list.movable:
            return
        row = self.list.chosen_row()
        self._after = row.id if row is not None and row.item else None
        self._open()

    def _open(self) -> None:
        row = self.list.chosen_row()
        self._adding = True
        self.show_rows(self._agenda, row.id if row is not None and row.id is not None else THE_MEETING)
        self.new.begin(extra=self._extra)
        self._show_new()

    def added(self, item: int) -> None:
        """Go on below what was added."""
        self._after = item
        self.new.title.show_words("")
        self.new.say("")

    def _show_new(self) -> None:
        number = next((at for at, row in enumerate(self.list.all_rows()) if row.new), None)
        if number is not None:
            self.list.scrollTo(self.list.rows.index(number, 0))

    def follow_new(self) -> None:
        """Keep the place to type in sight, and the caret in it, once the agenda shows what was added."""
        if self._adding:
            self._show_new()
            self.list.place_new()

    def close_new(self) -> None:
        """Stop typing titles; the last that was added is chosen."""
        if not self._adding:
            return
        self._adding, last = False, self._after
        self.new.hide()
        row = self.list.chosen_row()
        self.show_rows(self._agenda, row.id if row is not None and row.id is not None else THE_MEETING)
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if last is not None:
            self.list.choose(last)

    def flush(self) -> bool:
        """Add what was typed and not entered; False when it cannot be added, and stays where it is typed."""
        if not self._adding or not self.new.title.words():
            return True
        self.new.enter_title()
        return not self.new.title.words()

    def _tell(self, now: QModelIndex) -> None:
        row = self.list.rows.row(now.row())
        if row is not None and row.id is not None and not self._quiet:
            self.chosen.emit(row.id)


def _keys(*named: tuple[str, str]) -> QWidget:
    """Return keys with their words."""
    parts = [part for cap, words in named for part in (KeyCap(cap), Text(words, "tiny", QUIET))]
    return _line(parts, _INSET)


def _line(parts: Sequence[QWidget], inset: int = 0) -> QWidget:
    """Return parts side by side."""
    line, row = QWidget(), QHBoxLayout()
    spaced(row, (inset, 0, 0, 0), 4)
    for part in parts:
        row.addWidget(part)
        if isinstance(part, Text):
            row.addSpacing(6)
    row.addStretch()
    line.setLayout(row)
    return line
