"""Who serves instead: those who could, in the order of call, with reasons, and the chair's other decision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.choices import Choice, next_choices
from klubban.domain.roll import OnRollAs, Ruling
from klubban.domain.service import OrderOfCall, Why
from klubban.i18n import _, ngettext
from klubban.ui.roll import words
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.buttons import Link
from klubban.ui.widgets.cards import Card, Cards
from klubban.ui.widgets.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from klubban.ui.roll.sheet import Sheet

_MOST = 6
"""So many are offered; a chair who wants another one finds them in the list."""


@dataclass(frozen=True, slots=True)
class Question:
    """Who serves in a seat at an item: what the panel asks and offers."""

    seat: int
    place: int
    title: str
    told: str
    choices: tuple[tuple[int, str, str], ...]
    """Line, name, reason in words."""
    ruling: Ruling | None = None
    ruled: str = ""
    out: bool = False
    """The member is disqualified."""
    proposed: int | None = None
    """Whom the order of call gives."""


def question(sheet: Sheet, seat: int, place: int) -> Question | None:
    """Return what is asked about a seat; nothing where the body has no alternates."""
    if sheet.meeting.body.rules.alternates is OrderOfCall.NONE:
        return None
    recorded = sheet.service.recorded
    # What the chair decided here is no reason of the order of call.
    others = tuple(each for each in recorded.decided if each.seat != seat or place not in each)
    found = next_choices(replace(recorded, decided=others), sheet.service.rules, place, seat)
    ruling = ruling_at(sheet, seat, place)
    others_ = [choice for choice in found if choice.person != seat]
    choices = tuple(
        (
            choice.person,
            words.name(sheet.lines[choice.person]),
            _told(sheet, seat, choice, others_.index(choice) if choice in others_ else 0),
        )
        for choice in found
    )
    told = (_law(sheet, seat, place, bool(found)), _missed(sheet, seat, place, found))
    own = _own(sheet, seat, place, [choice.person for choice in found])
    return Question(
        seat=seat,
        place=place,
        title=_title(sheet, seat, place),
        told=" ".join(filter(None, told)),
        choices=(*choices[:1], *own, *choices[1:]),
        proposed=found[0].person if found and found[0].why is not Why.DECIDED else None,
        ruling=ruling,
        ruled=_ruled(sheet, ruling) if ruling else "",
        out=sheet.is_out(seat, place),
    )


def _title(sheet: Sheet, seat: int, place: int) -> str:
    line, sits = sheet.lines[seat], sheet.sits(seat, place)
    where = words.sign(sheet, place)
    if line.who is None:
        return _("Who serves in the vacant seat at {item}?").format(item=where)
    if sits is not None and sits.person == seat:
        return _("Who serves in {whose} seat, {item}?").format(whose=words.whose(line.who.name), item=where)
    return _("Who steps in for {name} at {item}?").format(name=line.who.name, item=where)


def _missed(sheet: Sheet, seat: int, place: int, found: Sequence[Choice]) -> str:
    """Return which alternates would have come before the one proposed, had they been there."""
    line, first = sheet.lines[seat], next((each for each in found if each.person != seat), None)
    by_party = sheet.meeting.body.rules.alternates in (OrderOfCall.PARTY_CHAIN, OrderOfCall.ENTERED)
    if not by_party or line.party is None or (first and sheet.lines[first.person].party == line.party):
        return ""
    there = sheet.service.presence
    gone = [
        words.name(each)
        for each in sheet.roll.lines
        if each.role is OnRollAs.ALTERNATE and each.party == line.party and place not in there[each.id].there
    ]
    told = ngettext("{names} is absent.", "{names} are absent.", len(gone))
    return told.format(names=words.listed(gone)) if gone else ""


def ruling_at(sheet: Sheet, seat: int | None, place: int) -> Ruling | None:
    """Return the chair's decision about a seat, or about who presides, that holds at a place."""
    found = (
        each
        for each in reversed(sheet.roll.rulings)
        if each.place == seat and place in sheet.service.span(each)
    )
    return next(found, None)


def last_place(sheet: Sheet, seat: int, place: int) -> int | None:
    """Return until when a decision about a seat holds: as long as its member cannot serve, or is there.

    None for the rest of the meeting.
    """
    state = _can(sheet, seat, place)
    for later in range(place + 1, sheet.places):
        if _can(sheet, seat, later) != state:
            return later - 1
    return None


def _can(sheet: Sheet, seat: int, place: int) -> bool:
    return place in sheet.service.takes_part(seat)


def _ruled(sheet: Sheet, ruling: Ruling) -> str:
    if ruling.serves is None:
        return _("The chair has decided that the seat is left empty: {reason}").format(reason=ruling.reason)
    who = words.name(sheet.lines[ruling.serves])
    return _("The chair has decided that {name} serves: {reason}").format(name=who, reason=ruling.reason)


def _law(sheet: Sheet, seat: int, place: int, anybody: bool) -> str:  # noqa: FBT001
    """Return what the law says of the member, or that there is nobody to call."""
    parts = []
    if sheet.is_out(seat, place):
        leave = _("Who is disqualified may neither take part nor be present (KL ch. 6 s. 30).")
        stay = _("Who is disqualified does not take part, but may stay in the room (KL ch. 5 s. 47).")
        parts.append(leave if sheet.meeting.body.rules.disqualified_leave else stay)
    if not anybody:
        parts.append(_("No alternate is free."))
    return " ".join(parts)


def _own(sheet: Sheet, seat: int, place: int, offered: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """Offer the member who is there, and whom the rules keep from serving again after absence."""
    line = sheet.lines[seat]
    barred = place in sheet.service.presence[seat].there and not sheet.is_out(seat, place)
    if line.who is not None and barred and seat not in offered:
        told = _("Is back after absence; by the body’s rules the alternate goes on serving.")
        yield seat, words.name(line), told


def _told(sheet: Sheet, seat: int, choice: Choice, number: int) -> str:
    own, theirs = sheet.lines[seat].party, sheet.lines[choice.person].party
    return reason(choice.why, choice.change, own, theirs, number)


def reason(why: Why, change: Mapping[str, int], own: str | None, theirs: str | None, number: int) -> str:
    """Return why somebody may serve in a seat of a party, and what follows for the balance.

    The number is theirs among those who could, from 0.
    """
    reasons = {
        Why.OWN: _("The seat is their own."),
        Why.GOES_ON: _("Has begun to serve in the seat, and keeps precedence."),
        Why.PERSONAL: _("The member’s personal alternate."),
        Why.SAME_PARTY: _("Next in order for {own}."),
        Why.CHAIN: _("No alternate for {own} is free; {theirs} comes next in the order."),
        Why.LISTED: _("Next on the list."),
        Why.DECIDED: _("Outside the order of call."),
    }
    later = number and why in (Why.SAME_PARTY, Why.CHAIN, Why.LISTED)
    said = _("Next in the order of call.") if later else reasons[why]
    parts = [said.format(own=own or "", theirs=theirs or "")]
    if change:
        parts.append(_("The balance changes: {change}.").format(change=words.change(change)))
    return " ".join(parts)


class Chooser(QWidget):
    """The question with its cards; a choice against the order of call asks for its reason in the card."""

    agreed = Signal()
    """The one proposed serves already."""
    decided = Signal(object, str)
    """Who serves instead (a line's id, or None for an empty seat), and the reason."""
    withdrawn = Signal(int)
    """The chair's decision with this id is taken back."""
    took_part = Signal()
    """The member who is disqualified took part all the same."""

    def __init__(self, asked: Question) -> None:
        super().__init__()
        self.asked = asked
        self.asks: Hashable = (asked.seat, asked.place)
        self._wanted: int | None = None
        self._reason: Entry | None = None
        column = QVBoxLayout(self)
        spaced(column, gap=6)
        column.addWidget(Text(asked.title, "strong", wrap=True))
        if asked.told:
            column.addWidget(Text(asked.told, "item", QUIET, wrap=True))
        if asked.ruling is not None:
            column.addWidget(Text(asked.ruled, "item", wrap=True))
            back = Link(_("Take the decision back"), "item")
            column.addWidget(back)
            id_ = asked.ruling.id
            back.clicked.connect(lambda: self.withdrawn.emit(id_))
        self.cards = Cards(self._cards())
        self.cards.setAccessibleName(asked.title)
        self.cards.chosen.connect(self._choose)
        column.addWidget(self.cards)

    def _cards(self) -> list[Card]:
        offered = self.asked.choices[:_MOST]
        ruled = self.asked.ruling.serves if self.asked.ruling else self.asked.proposed
        cards = [
            Card(
                name,
                told,
                pill=_("proposed") if line == self.asked.proposed != self.asked.seat else "",
                marked=line == ruled,
            )
            for line, name, told in offered
        ]
        cards.append(Card(_("Leave the seat empty, with a reason")))
        self._empty = len(cards) - 1
        if self.asked.out:
            cards.append(Card(_("Took part all the same, with a reason")))
        return cards

    @property
    def typing(self) -> bool:
        """Tell whether a reason is being typed."""
        return self._reason is not None and self._reason.line.hasFocus()

    def typed(self) -> tuple[int | None, str]:
        """Return whom a reason is typed for, and as far as it is typed."""
        return self._wanted, self._reason.words() if self._reason else ""

    def resume(self, about: int | None, words_: str) -> None:
        """Open the card again that a reason was typed for; whoever cannot serve any more is another's."""
        lines = [line for line, _name, _told in self.asked.choices[: self._empty]]
        number = lines.index(about) if about in lines else self._empty
        if about is None or about in lines:
            self._ask_reason(about, number, words_)

    def enter(self) -> None:
        """Take the keyboard, at the reason that is begun."""
        if self._reason is not None:
            self._reason.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.cards.enter()

    def _forget_reason(self) -> None:
        if self._reason is not None:
            self._reason.hide()  # Qt deletes it only later
            self._reason.deleteLater()
        self._reason = None

    def _choose(self, number: int) -> None:
        _about, words_ = self.typed()
        self._forget_reason()
        if number > self._empty:
            self.took_part.emit()
            return
        line = self.asked.choices[number][0] if number < self._empty else None
        if line is not None and line == self.asked.proposed:
            if self.asked.ruling is not None:
                self.withdrawn.emit(self.asked.ruling.id)
            else:
                self.agreed.emit()
            return
        self._ask_reason(line, number, words_)  # a reason that is typed goes along to another card
        self.enter()

    def _ask_reason(self, line: int | None, number: int, words_: str = "") -> None:
        self._wanted = line
        self._reason = Entry(_("Reason"), _("Reason for the chair’s decision, then Enter"), words_)
        self._reason.entered.connect(self._enter)
        self.cards.put_below(number, self._reason)

    def _enter(self, reason: str) -> None:
        if reason:
            self.decided.emit(self._wanted, reason)
