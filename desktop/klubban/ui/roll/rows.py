"""What each row of the roll says, pure from a sheet: who, how it stands now, where they served."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from klubban.domain.attendance import NOWHERE, Places
from klubban.domain.roll import OnRollAs, RollLine
from klubban.i18n import _, current, pgettext
from klubban.ui.roll import words
from klubban.ui.roll.now import Mark, Now, expected, now

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from klubban.ui.roll.sheet import Sheet


class Cell(Enum):
    """What one item is in somebody's strip."""

    AWAY = "away"
    PRESENT = "present"
    """There, and not serving."""
    SERVES = "serves"
    OUT = "out"
    """Disqualified."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The items of the meeting as cells, and at which of them somebody takes part remotely."""

    cells: tuple[Cell, ...]
    remote: frozenset[int] = frozenset()

    def word(self, place: int) -> str:
        """Return what a cell is, in the words of the legend."""
        told = cell_word(self.cells[place])
        return f"{told}, {cell_word(None)}" if place in self.remote else told


def cell_word(cell: Cell | None) -> str:
    """Return what a pattern means; without a cell the pattern of taking part remotely."""
    names = {
        Cell.SERVES: pgettext("pattern", "serves"),
        Cell.PRESENT: pgettext("pattern", "present"),
        Cell.OUT: pgettext("pattern", "disqualified"),
        Cell.AWAY: pgettext("pattern", "absent"),
        None: pgettext("pattern", "remotely"),
    }
    return names[cell]


class RollRow:
    """One row: somebody in their own place, or where they step in; a heading without a line.

    What it says is worked out when it is first asked for: of two hundred rows few are in sight.
    """

    def __init__(
        self,
        sheet: Sheet,
        of: RollLine | None,
        place: int = 0,
        seat: int | None = None,
        *,
        number: int = 0,
        title: str = "",
    ) -> None:
        self._sheet, self._of, self._title = sheet, of, title
        self.place = place
        self.seat = seat
        """The seat that the row is about."""
        self.number = str(number) if number else ""

    @property
    def line(self) -> int | None:
        """Return the line that the row stands for."""
        return self._of.id if self._of else None

    @property
    def heading(self) -> bool:
        """Tell whether this heads those that follow."""
        return self._of is None

    @property
    def id(self) -> tuple[int | None, int | None]:
        """Return what tells this row from the others: somebody may step in for two."""
        return self.line, self.seat

    @property
    def name(self) -> str:
        """Return the name, or the heading."""
        if self._of is None:
            return self._title
        return self._of.who.name if self._of.who else words.vacant()

    @property
    def party(self) -> str:
        """Return the party as it stands after the name."""
        return f"({self._of.party})" if self._of and self._of.party else ""

    @property
    def stands_in(self) -> bool:
        """Tell whether the row is about another's seat."""
        return self.seat not in (None, self.line)

    @property
    def away(self) -> bool:
        """Tell whether the name stands back."""
        return self.now is not None and self.now.mark is Mark.DASH

    @cached_property
    def note(self) -> str:
        """Return what stands quietly after the name."""
        return _note(self._sheet, self._of, self.place, stands_in=self.stands_in) if self._of else ""

    @cached_property
    def now(self) -> Now | None:
        """Return how somebody stands; nothing while they serve in another row, or nothing is known."""
        sheet, of = self._sheet, self._of
        if of is None:
            return None
        if not sheet.begun:
            return expected(sheet, of)
        if self.stands_in and sheet.service.serving[self.place].get(of.id, self.seat) != self.seat:
            return None
        return now(sheet, of, self.place)

    @cached_property
    def strip(self) -> Strip | None:
        """Return the items; none before the roll is begun."""
        return strip_of(self._sheet, self._of, self.seat) if self._of and self._sheet.begun else None

    @cached_property
    def served(self) -> str:
        """Return where they serve in the seat, or an official's times."""
        if self._of is None or not self._sheet.begun:
            return ""
        return _clock(self._of) or words.signs(self._sheet, self._places, short=True)

    def told_at(self, place: int) -> str:
        """Return what somebody's strip says of one item: `§ 109 VA-taxa: serves, remotely`."""
        item = self._sheet.item(place)
        if self.strip is None or item is None:
            return ""
        return f"{words.sign(self._sheet, place)} {item.title}: {self.strip.word(place)}"

    def _patterns(self) -> Iterator[str]:
        """Walk what the strip shows beside service: where disqualified, remotely, there without serving."""
        strip = self.strip
        if strip is None:
            return
        by_cell = {
            cell: [place for place, each in enumerate(strip.cells) if each is cell]
            for cell in (Cell.OUT, Cell.PRESENT)
        }
        for cell, places in ((Cell.PRESENT, by_cell[Cell.PRESENT]), (Cell.OUT, by_cell[Cell.OUT])):
            if places:
                yield f"{cell_word(cell)} {words.signs(self._sheet, places)}"
        if strip.remote:
            yield f"{cell_word(None)} {words.signs(self._sheet, strip.remote)}"

    @property
    def _places(self) -> Places:
        if self._of is None or self.seat is None:
            return NOWHERE
        return self._sheet.service.served(self._of.id, self.seat)

    @property
    def words(self) -> str:
        """Return the row as a sentence."""
        if self.heading:
            return self.name
        first = " ".join(filter(None, (self.number, self.name, self.party)))
        items = words.signs(self._sheet, self._places)
        serves = _("serves {items}").format(items=items) if self._sheet.begun and self._places else ""
        now_ = self.now.word if self.now else ""
        return ", ".join(filter(None, (first, self.note, now_, serves, *self._patterns())))


def rows(sheet: Sheet, place: int) -> list[RollRow]:
    """Return everybody: seats with those who step in, other alternates, the others."""
    found: list[RollRow] = []
    serving: set[int] = set()
    for number, seat in enumerate(sheet.seats, 1):
        found.append(RollRow(sheet, seat, place, seat.id, number=number))
        for id_ in sheet.service.service.get(seat.id, {}):
            if id_ != seat.id:
                serving.add(id_)
                found.append(RollRow(sheet, sheet.lines[id_], place, seat.id))
    rest = [line for line in sheet.roll.lines if not line.role.has_seat and line.id not in serving]
    alternates = [line for line in rest if line.role is OnRollAs.ALTERNATE]
    others = [line for line in rest if line.role is not OnRollAs.ALTERNATE]
    title = _("Alternates who do not serve") if sheet.begun else _("Alternates")
    return [*found, *_group(sheet, title, alternates, place), *_group(sheet, _("Others"), others, place)]


def _group(sheet: Sheet, title: str, lines: Sequence[RollLine], place: int) -> Iterator[RollRow]:
    if lines:
        yield RollRow(sheet, None, title=title)
    yield from (RollRow(sheet, line, place) for line in lines)


def strip_of(sheet: Sheet, line: RollLine, seat: int | None) -> Strip:
    """Return the cells of a line in the row about a seat."""
    presence = sheet.service.presence[line.id]
    served = sheet.service.served(line.id, seat) if seat is not None else NOWHERE
    out = sheet.service.kept_out.get(line.id, frozenset())

    def cell(place: int) -> Cell:
        if place in out and place in presence.there:
            return Cell.OUT
        if place in served:
            return Cell.SERVES
        return Cell.PRESENT if place in presence.there else Cell.AWAY

    return Strip(tuple(map(cell, range(sheet.places))), presence.remote)


def _note(sheet: Sheet, line: RollLine, place: int, *, stands_in: bool) -> str:
    """Return what stands quietly after the name."""
    parts = [_("steps in") if stands_in else line.title or words.role(line.role)]
    if line.title and line.role in (OnRollAs.CHAIR, OnRollAs.VICE_CHAIR, OnRollAs.SECOND_VICE_CHAIR):
        parts = [words.role(line.role)]
    if line.represents:
        parts.append(line.represents)
    if line.instead_of is not None:
        parts.append(_("instead of {name}").format(name=line.instead_of.name))
    if sheet.service.presiding[place] == line.id and line.role is not OnRollAs.CHAIR:
        parts.append(_("presides"))
    return ", ".join(filter(None, parts))


def _clock(line: RollLine) -> str:
    """Return the times by the clock of an official: `10.00–11.30`."""
    if line.role.has_seat or line.role is OnRollAs.ALTERNATE or not line.stays:
        return ""
    came, went = line.stays[0].came_at, line.stays[-1].went_at
    if came is None and went is None:
        return ""
    ends = (current().time(each) if each else "" for each in (came, went))
    return "\N{EN DASH}".join(ends)
