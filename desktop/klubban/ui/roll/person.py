"""What the panel says of the person in hand, when nothing is asked about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from klubban.domain.roll import OnRollAs
from klubban.i18n import _, current
from klubban.ui.roll import words
from klubban.ui.widgets.basics import QUIET, Text, spaced
from klubban.ui.widgets.cards import Card, Cards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.domain.roll import RollLine, Stay
    from klubban.ui.roll.sheet import Sheet


@dataclass(frozen=True, slots=True)
class About:
    """A name, and sentences about one who is on the roll."""

    name: str
    sentences: tuple[str, ...]
    out: bool = False
    """They are disqualified at the item in hand."""


def about(sheet: Sheet, line: RollLine, place: int) -> About:
    """Return what is noted of somebody."""
    told = [_("Has told absence.")] if sheet.is_told(line) else []
    sentences = (*told, *_stays(sheet, line), *_out(sheet, line), *_presides(sheet, line))
    return About(words.name(line), sentences, sheet.is_out(line.id, place))


def _stays(sheet: Sheet, line: RollLine) -> Iterator[str]:
    where = {item.id: words.sign(sheet, place) for place, item in enumerate(sheet.meeting.items)}
    for before, stay, after in zip((None, *line.stays), line.stays, (*line.stays[1:], None), strict=False):
        if before is not None and _goes_on(before, stay):
            way = _("remotely from {item}") if stay.remote else _("in the room from {item}")
            parts = [way.format(item=where[stay.first or 0])]
        else:
            parts = [_came(stay, where), _("remotely") if stay.remote else ""]
        if after is None or not _goes_on(stay, after):
            parts.append(_went(stay, where))
        yield words.capital(", ".join(filter(None, parts))) + "."
    if not line.stays and sheet.begun and line.who is not None and not sheet.is_told(line):
        yield _("Is not noted as present.")
    if line.role is OnRollAs.ALTERNATE:
        served = frozenset().union(*(sheet.service.served(line.id, seat.id) for seat in sheet.seats))
        if served:
            yield _("Serves {items}.").format(items=words.signs(sheet, served))


def _goes_on(before: Stay, after: Stay) -> bool:
    """Tell whether somebody only changed the way in which they take part."""
    same = after.first is not None and (before.last, before.went) == (after.first, after.came)
    return same and before.remote != after.remote


def _came(stay: Stay, where: dict[int, str]) -> str:
    told = _("there from the opening") if stay.first is None else words.came(stay.came, where[stay.first])
    if stay.came_at:
        told = _("{when}, at {time}").format(when=told, time=current().time(stay.came_at))
    return told


def _went(stay: Stay, where: dict[int, str]) -> str:
    told = "" if stay.last is None else words.went(stay.went, where[stay.last])
    if stay.went_at:
        told = _("{when}, at {time}").format(when=told or _("left"), time=current().time(stay.went_at))
    return told


def _out(sheet: Sheet, line: RollLine) -> Iterator[str]:
    for place in range(len(sheet.meeting.items)):
        found = sheet.disqualification(line, place)
        if found is None:
            continue
        parts = [_("Disqualified at {item}").format(item=words.sign(sheet, place))]
        if found.ground:
            numbered = _("KL ch. 6 s. 28 p. {number}").format(number=found.ground)
            parts.append(numbered if found.ground.isdecimal() else found.ground)
        if found.raised_by:
            parts.append(_("raised by {name}").format(name=found.raised_by))
        yield ", ".join(parts) + "."


def _presides(sheet: Sheet, line: RollLine) -> Iterator[str]:
    places = [place for place, who in enumerate(sheet.service.presiding) if who == line.id]
    if places and len(places) < sheet.places:
        yield _("Presides at {items}.").format(items=words.signs(sheet, places))


class AboutPerson(QWidget):
    """The name and the sentences; of somebody disqualified it can be noted that they took part."""

    took_part = Signal()

    def __init__(self, told: About) -> None:
        super().__init__()
        self.cards: Cards | None = None
        column = QVBoxLayout(self)
        spaced(column, gap=4)
        column.addWidget(Text(told.name, "strong", wrap=True))
        for sentence in told.sentences:
            column.addWidget(Text(sentence, "item", QUIET, wrap=True))
        if told.out:
            self.cards = Cards([Card(_("Took part all the same, with a reason"))])
            self.cards.chosen.connect(lambda _number: self.took_part.emit())
            column.addWidget(self.cards)

    def enter(self) -> None:
        """Take the keyboard, where there is something to choose."""
        if self.cards is not None:
            self.cards.enter()
