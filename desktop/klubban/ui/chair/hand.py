"""What the chair does with the item in hand: each is saved at once, and what stops it is said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import _, pgettext
from klubban.store.trouble import Trouble
from klubban.ui.chair.agenda_row import beside
from klubban.ui.chair.view_words import said_of
from klubban.ui.meeting.item_time import read_time, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.meeting import Item
    from klubban.ui.chair.source import Source
    from klubban.ui.chair.view import ChairView


class Hand:
    """Acts for one view."""

    def __init__(self, view: ChairView) -> None:
        self._view = view

    def _held(self) -> tuple[Source, Item] | None:
        """Return the agenda and the item in hand, once what is typed is saved."""
        source, item = self._view.source, self._view.in_hand
        return (source, item) if source is not None and item is not None and self._view.flush() else None

    def _do(self, act: Callable[[], object], told: str = "") -> str:
        """Do something, show it, and return why it could not be done."""
        view, why = self._view, self._why_closed()
        if why:
            return why
        try:
            act()
        except (RuleBroken, Trouble) as error:
            view.foot.say(said_of(error))
            if isinstance(error, Trouble):
                view.failed.emit(error)
            return said_of(error)
        except LookupError:  # somebody took it away meanwhile
            view.reload()
            return ""
        view.foot.say(told)
        view.saved.emit()
        view.reload()
        return ""

    def _why_closed(self) -> str:
        """Say why nothing can be changed, and return it."""
        why = self._view.source.closed() if self._view.source is not None else ""
        if why:
            self._view.foot.say(why)
        return why

    # --- the agenda

    def ask_for_new(self) -> None:
        """Let a title be typed below the item in hand."""
        if self._view.source is not None and not self._why_closed():
            self._view.sheet.ask_for_new(self._add).left.connect(self._view.enter)

    def _add(self, title: str) -> str:
        """Add an item and let the next be typed below it; nothing typed ends that."""
        view, added = self._view, list[int]()
        source, item = view.source, view.in_hand
        if not title or source is None:
            view.enter()
            return ""
        told = self._do(lambda: added.append(source.add(title, item.id if item else None)))
        if added:
            view.take(added[0], adding=True)
            view.sheet.go_on()
        return told

    def move(self, by: int) -> None:
        """Move the item in hand a place up or down."""
        held, meeting = self._held(), self._view.meeting
        if held is None or meeting is None:
            return
        source, item = held
        moves, after = beside([each.id for each in meeting.items], item.id, by)
        row = self._view.sheet.row(item.id)
        if moves and row is not None:
            self._do(lambda: source.shift(item.id, after))
            self._view.sheet.bring_into_sight(row)

    def withdraw(self) -> None:
        """Withdraw the item in hand, or take it up again."""
        if (held := self._held()) is None:
            return
        source, item = held
        if item.outcome is None:
            self._do(lambda: source.withdraw(item.id), _("It is withdrawn; it keeps its place and number."))
        else:
            self._do(lambda: source.restore(item.id), _("It is on the agenda again."))

    def take_away(self) -> None:
        """Take the item in hand off the agenda; where it can only be withdrawn, say so."""
        if (held := self._held()) is not None:
            source, item = held
            self._do(lambda: source.take_away(item.id))

    # --- its time, and remarks

    def ask_for_time(self) -> None:
        """Ask when the item in hand begins, and how long it takes."""
        item = self._view.in_hand
        if item is not None:
            typed = written(item.start, item.minutes)
            self._ask(pgettext("of an item", "Time"), _("13.30, 20 min"), typed, self._set_time)

    def _set_time(self, typed: str) -> str:
        if (held := self._held()) is None:
            return ""
        source, item = held
        try:
            start, minutes = read_time(typed)
        except RuleBroken as broken:
            return said_of(broken)
        return self._done(self._do(lambda: source.set_time(item.id, start, minutes)))

    def ask_for_comment(self) -> None:
        """Ask for a remark about the item in hand."""
        if self._view.in_hand is not None:
            self._ask(_("Comment"), _("A comment that the secretary sees"), "", self._comment)

    def _comment(self, typed: str) -> str:
        held = self._held()
        if held is None or not typed:
            return self._done("")
        source, item = held
        return self._done(self._do(lambda: source.comment(item.id, typed)))

    def _done(self, why: str) -> str:
        if not why:
            self._view.enter()
        return why

    def _ask(self, name: str, hint: str, typed: str, act: Callable[[str], str]) -> None:
        opened = self._view.opened
        if opened is not None and not self._why_closed():
            self._view.sheet.close_new()
            self._view.sheet.bring_into_sight(opened.ask(name, hint, typed, act))
