"""What is typed about a vote: what yes and no mean, who asked for it, the totals of a ballot, a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.decided import Ballot, Division, Vote
from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations import divisions
from klubban.ui.minutes.cells import LineCell
from klubban.ui.minutes.line import Line

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.domain.body import Named
    from klubban.store.database import Database


class VoteLine(Line):
    """A line with what notes it."""

    def __init__(self, cells: list[LineCell], note: Callable[[], object], keys: str = "") -> None:
        super().__init__(_("Vote"), [[(cell, 1) for cell in cells]], keys or _("Enter notes it · Esc leaves"))
        self.note = note
        """Raises RuleBroken."""
        self.offer: str | None = None
        """What it said when it was laid ready; only Enter notes that."""


def meaning(database: Database, division: Division) -> VoteLine:
    """Return the line of what yes and no mean."""
    yes, no = _sides(division.yes, division.no)
    act = divisions.set_meaning
    line = VoteLine([yes, no], lambda: act(database, division.id, yes=yes.words(), no=no.words()))
    line.head((_("Yes means"), _("No means")))
    return line


def new(means: tuple[str, str], begin: Callable[[str, str], object]) -> VoteLine:
    """Return the line that lays a vote ready; `begin` takes what yes and no mean."""
    yes, no = _sides(*means)
    keys = _("Enter begins the vote · Tab goes on · Esc leaves")
    line = VoteLine([yes, no], lambda: begin(yes.words(), no.words()), keys)
    line.head((_("Yes means"), _("No means")))
    line.offer = line.told
    return line


def _sides(yes: str, no: str) -> tuple[LineCell, LineCell]:
    """Return the cells of what yes and no mean."""
    cells = LineCell(_("Yes means"), _("Yes means …")), LineCell(_("No means"), _("No means …"))
    for cell, words in zip(cells, (yes, no), strict=True):
        cell.show_words(words)
    return cells


def asker(database: Database, division: Division) -> VoteLine:
    """Return the line of who asked for the vote."""
    cell = LineCell(_("Who asked for it"), _("Who asked for it"))
    cell.show_words(division.asked_by or "")
    return VoteLine([cell], lambda: divisions.set_asked_by(database, division.id, cell.words() or None))


def ballot(database: Database, division: Division) -> VoteLine:
    """Return the line of the totals of a vote without names."""
    hints = (_("Yes"), _("No"), _("Blank"), _("Invalid"))
    cells = [LineCell(hint, hint) for hint in hints]
    there = division.ballot
    if there is not None:
        for cell, count in zip(cells, (there.yes, there.no, there.blank, there.invalid), strict=True):
            cell.show_words(str(count))

    def note() -> None:
        yes, no, blank, invalid = (_number(cell.words()) for cell in cells)
        made = Ballot(yes=yes, no=no, blank=blank, invalid=invalid)
        empty = all(cell.is_empty for cell in cells)
        divisions.set_ballot(database, division.id, None if empty else made)

    return VoteLine(cells, note)


def reason(database: Database, division_id: int, who: Named, vote: Vote) -> VoteLine:
    """Return the line of the reason with which an answer is noted against a rule."""
    cell = LineCell(_("Reason"), _("Noted all the same, since …"))

    def note() -> None:
        if cell.words():
            divisions.answer(database, division_id, who, vote, reason=cell.words())

    return VoteLine([cell], note)


def _number(words: str) -> int:
    """Return a number that was typed; nothing is none. Raises RuleBroken for what is no number."""
    if not words:
        return 0
    if not words.lstrip("-").isdecimal():
        raise RuleBroken("”{words}” is no number", words=words)
    return int(words)
