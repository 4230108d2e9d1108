"""All documents of a meeting below each other, in groups; arrow keys walk them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.i18n import pgettext
from klubban.ui.output import words
from klubban.ui.output.offered import Group, Offer
from klubban.ui.output.rows import DocumentRow, FoldRow
from klubban.ui.widgets.basics import QUIET, Text, emptied, spaced

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from klubban.domain.meeting import Meeting
    from klubban.ui.output.offered import Offers

_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FEW = 3
"""So many extracts need not be folded."""


class DocumentList(QWidget):
    """Knows what is ticked and what is in hand."""

    taken = Signal()
    """Another document is in hand."""
    ticked = Signal()
    unfolded = Signal()
    walked = Signal(object)
    """The keyboard is at another row."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(pgettext("to print", "Documents"))
        self.hand: Offer | None = None
        self.rows: dict[Offer, DocumentRow] = {}
        self.fold: FoldRow | None = None
        self._offers: Offers = ()
        self._titles: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        spaced(self._column)

    def show_offers(self, offers: Offers, meeting: Meeting) -> None:
        """Show other documents; of those that stay it is kept whether they are ticked."""
        every = [each for _group, found in offers for each in found]
        titles = tuple(words.title(each, meeting) for each in every)
        if (offers, titles) == (self._offers, self._titles):
            self.take(self.hand or next(iter(self.rows), None))  # another meeting may offer the same
            return
        ticked, unfolded = self.chosen(), self.fold is not None and self.fold.open
        held = any(row.hasFocus() for row in self._stops())
        hand, self._offers, self._titles = self.hand, offers, titles
        self.rows.clear()
        emptied(self._column)  # the keyboard walks over the rows that go
        self.fold = None
        for place, (group, found) in enumerate(offers):
            self._add_heading(group, first=not place)
            if group is Group.EXTRACTS and len(found) > _FEW:
                self._add_fold(len(found), open_=unfolded)
            for each in found:
                self._add_row(each, words.title(each, meeting), inset=self._is_folded(group))
        self.tick(ticked)
        self.take(hand if hand in self.rows else next(iter(self.rows), None))
        if held:
            self.enter()

    def _is_folded(self, group: Group) -> bool:
        return group is Group.EXTRACTS and self.fold is not None

    def _add_heading(self, group: Group, *, first: bool) -> None:
        label = Text(words.group(group), "label", QUIET)
        label.setContentsMargins(10, 4 if first else 14, 0, 4)
        self._column.addWidget(label)

    def _add_row(self, offer: Offer, title: str, *, inset: bool) -> None:
        row = DocumentRow(title, inset=inset)
        row.taken.connect(partial(self._take, offer, row))
        row.clicked.connect(self._follow_ticks)
        self.rows[offer] = row
        self._column.addWidget(row)
        row.setVisible(not inset or (self.fold is not None and self.fold.open))

    def _add_fold(self, count: int, *, open_: bool) -> None:
        fold = FoldRow(words.all_extracts(count))
        fold.open = open_
        fold.folded.connect(self._turn)
        fold.clicked.connect(self._tick_extracts)
        self.fold = fold
        self._column.addWidget(fold)
        fold.show()

    # --- what is chosen

    def chosen(self) -> tuple[Offer, ...]:
        """Return what is ticked, in order."""
        return tuple(offer for offer, row in self.rows.items() if row.isChecked())

    def in_sight(self) -> tuple[Offer, ...]:
        """Return what is not folded away, or is ticked."""
        return tuple(offer for offer, row in self.rows.items() if not row.isHidden() or row.isChecked())

    def tick(self, wanted: Collection[Offer]) -> None:
        """Tick these and no others."""
        for offer, row in self.rows.items():
            row.setChecked(offer in wanted)
        self._follow_ticks()

    def take(self, offer: Offer | None) -> None:
        """Take a document in hand."""
        told = offer != self.hand
        self.hand = offer
        for each, row in self.rows.items():
            row.hold(on=each == offer)
        self._be_one_stop()
        if told:
            self.taken.emit()

    def _take(self, offer: Offer, row: DocumentRow) -> None:
        if self.rows.get(offer) is row:
            self.take(offer)

    def enter(self) -> None:
        """Give the keyboard to the row in hand."""
        row = self.stop
        if row is not None:
            row.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _follow_ticks(self) -> None:
        if self.fold is not None:
            ticks = {row.isChecked() for row in self._extracts()}
            states = Qt.CheckState
            some = states.PartiallyChecked if len(ticks) > 1 else states.Unchecked
            self.fold.setCheckState(states.Checked if ticks == {True} else some)
        self.ticked.emit()

    def _tick_extracts(self) -> None:
        on = self.fold is not None and self.fold.checkState() is Qt.CheckState.Checked
        for row in self._extracts():
            row.setChecked(on)
        self.ticked.emit()

    def _extracts(self) -> Iterable[DocumentRow]:
        return (row for offer, row in self.rows.items() if offer.paragraph is not None)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        for row in self._extracts():
            row.setVisible(on)
        self._be_one_stop()
        self.unfolded.emit()

    @property
    def stop(self) -> DocumentRow | None:
        """Return the row at which Tab stops: the one in hand, or what it is folded into."""
        row = self.rows.get(self.hand) if self.hand else None
        return self.fold if row is not None and row.isHidden() else row

    def _be_one_stop(self) -> None:
        """Let Tab stop at one row; arrows walk them."""
        policies = Qt.FocusPolicy
        for row in (*self.rows.values(), self.fold):
            if row is not None:
                row.setFocusPolicy(policies.TabFocus if row is self.stop else policies.ClickFocus)

    # --- keys

    def _stops(self) -> list[DocumentRow]:
        """Return the rows that are seen, from the top."""
        found: list[DocumentRow] = []
        for offer, row in self.rows.items():
            if offer.paragraph is not None and self.fold is not None and self.fold not in found:
                found.append(self.fold)
            if not row.isHidden():
                found.append(row)
        return found

    def step(self, by: int) -> None:
        """Go to the next row, or the one before."""
        stops = self._stops()
        now = next((place for place, row in enumerate(stops) if row.hasFocus()), None)
        if now is None:
            self.enter()
        elif 0 <= now + by < len(stops):
            stops[now + by].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.walked.emit(stops[now + by])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the rows."""
        by = _ARROWS.get(Qt.Key(event.key()))
        if by is None:
            event.ignore()
        else:
            self.step(by)
