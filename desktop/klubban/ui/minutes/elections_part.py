"""Elections: to what, how many, who is nominated, with how many votes, and who is elected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from klubban.domain.body import Named
from klubban.domain.decided import Candidate, Election, ElectionMethod
from klubban.domain.errors import RuleBroken
from klubban.i18n import _, ngettext, pgettext
from klubban.operations import elections
from klubban.ui.minutes.cells import Cell, ChoiceCell, LineCell, NamesCell
from klubban.ui.minutes.line import Line
from klubban.ui.minutes.list_part import ListPart, Told

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from klubban.ui.minutes.row import Row
    from klubban.ui.theme import Tone


class ElectionsPart(ListPart):
    """A row for each election, and one for each candidate below it: odd ids are those of candidates."""

    @property
    def row_keys(self) -> str:
        """Return what the keys do on a candidate."""
        return _("Enter changes · V elected · L elected by lot · Delete takes away")

    def _tell(self) -> list[Told]:
        found: list[Told] = []
        for each in self.item.elections:
            found.append(Told(2 * each.id, each.office, _about(each)))
            found += [self._candidate_row(one) for one in each.candidates]
        return found

    def _candidate_row(self, one: Candidate) -> Told:
        votes = "" if one.votes is None else _votes(one.votes)
        pills: tuple[tuple[str, Tone], ...] = ()
        if one.elected:
            pills = ((_("elected by lot") if one.by_lot else _("elected"), "done"),)
        return Told(2 * one.id + 1, str(one.who), votes, pills, inner=True)

    def _make_line(self) -> Line:
        self._office = LineCell(_("Elected to what"), _("To what, and for how long"))
        self._seats = LineCell(_("How many"), _("How many"))
        methods = [
            (ElectionMethod.ACCLAMATION, pgettext("election", "acclamation")),
            (ElectionMethod.BALLOT, pgettext("election", "secret ballot")),
            (ElectionMethod.PROPORTIONAL, pgettext("election", "proportional")),
        ]
        self._method = ChoiceCell(_("How they are elected"), _("How"), methods)
        self._who = NamesCell(_("Who is nominated"), _("Who is nominated"), parties=False)
        self._votes = LineCell(_("Votes"), _("Votes"))
        self._blank, self._invalid = LineCell(_("Blank"), _("Blank")), LineCell(_("Invalid"), _("Invalid"))
        rows: list[list[tuple[Cell[Any], int]]] = [
            [(self._office, 4), (self._seats, 2), (self._method, 3)],
            [(self._who, 7), (self._votes, 2), (self._blank, 2), (self._invalid, 2)],
        ]
        return Line(_("New election"), rows, _("Tab goes on · Enter notes it · Esc leaves"))

    def _names(self) -> NamesCell | None:
        return None  # somebody may be elected who is not there

    def _open(self, line: Line) -> None:
        self._who.offer(self.people)
        one = self._changing is not None and self._changing % 2 == 1
        for cell in (self._office, self._seats, self._method):
            cell.setHidden(one)
        self._votes.setVisible(one)
        secret = self._method.value() is not ElectionMethod.ACCLAMATION
        counted = self._changing is not None and not one and secret
        for cell in (self._blank, self._invalid):
            cell.setVisible(counted)
        super()._open(line)
        if one:
            line.enter(self._votes)

    def _fill(self, id_: int) -> None:
        if id_ % 2:
            one = self._candidate(id_ // 2)[1]
            self._who.show_people([one.who])
            self._votes.show_words("" if one.votes is None else str(one.votes))
            return
        election = self._election(id_ // 2)
        self._office.show_words(election.office)
        self._seats.show_words(str(election.seats))
        self._method.show_value(election.method)
        for cell, number in ((self._blank, election.blank), (self._invalid, election.invalid)):
            cell.show_words("" if number is None else str(number))

    def _election(self, id_: int) -> Election:
        return next(each for each in self.item.elections if each.id == id_)

    def _candidate(self, id_: int) -> tuple[Election, Candidate]:
        pairs = ((each, one) for each in self.item.elections for one in each.candidates)
        return next(pair for pair in pairs if pair[1].id == id_)

    @property
    def _worth_saving(self) -> bool:
        return False  # whom it elects follows from the whole line

    @property
    def _worth_keeping(self) -> bool:
        return not self._office.is_empty

    def _write(self, id_: int | None, *, half: bool, run: str | None) -> int | None:
        if id_ is not None and id_ % 2:
            votes = _count(self._votes.words(), _("Votes")) if not self._votes.is_empty else None
            elections.set_votes(self._database, id_ // 2, votes)
            return None
        read = self._who.read()
        people = (*read.people, *([Named(read.unknown)] if read.unknown else []))
        facts: dict[str, Any] = {
            "office": self._office.words(),
            "seats": _count(self._seats.words(), _("How many")) if not self._seats.is_empty else 1,
            "method": cast("ElectionMethod", self._method.value() or ElectionMethod.ACCLAMATION),
        }
        if id_ is None:
            facts["seats"] = facts["seats"] if not self._seats.is_empty else max(1, len(people))
            self._add(facts, people, elect=not half)
            return None
        now = self._election(id_ // 2)
        for name, cell in (("blank", self._blank), ("invalid", self._invalid)):
            facts[name] = None if cell.is_empty else _count(cell.words(), cell.editor.accessibleName())
        changed = {name: value for name, value in facts.items() if value != getattr(now, name)}
        if changed:
            elections.change_election(self._database, id_ // 2, run=run, **changed)
        for who in people:
            elections.nominate(self._database, id_ // 2, who)
        return None

    def _add(self, facts: dict[str, Any], people: tuple[Named, ...], *, elect: bool) -> None:
        """Note an election; by acclamation no more than there are seats are elected at once."""
        election = elections.add_election(self._database, self.item.id, facts.pop("office"), **facts)
        candidates = [elections.nominate(self._database, election, who) for who in people]
        if elect and facts["method"] is ElectionMethod.ACCLAMATION and len(candidates) <= facts["seats"]:
            for candidate in candidates:
                elections.set_elected(self._database, candidate, True)

    # --- rows

    def _remove(self, id_: int) -> None:
        (elections.remove_candidate if id_ % 2 else elections.remove_election)(self._database, id_ // 2)

    def _press(self, row: Row, event: QKeyEvent) -> bool:
        letter = event.text().casefold()
        if not row.id % 2 or letter not in ("v", "l"):
            return False
        one = self._candidate(row.id // 2)[1]
        by_lot = letter == "l"
        elected = not (one.elected and one.by_lot == by_lot)
        self._do(lambda: elections.set_elected(self._database, one.id, elected, by_lot=by_lot and elected))
        return True


def _about(election: Election) -> str:
    """Return how many are elected and how, in short."""
    how = {
        ElectionMethod.ACCLAMATION: "",
        ElectionMethod.BALLOT: pgettext("election", "secret ballot"),
        ElectionMethod.PROPORTIONAL: pgettext("election", "proportional"),
    }[election.method]
    seats = ngettext("{count} seat", "{count} seats", election.seats).format(count=election.seats)
    return ", ".join(filter(None, (seats, how)))


def _votes(count: int) -> str:
    return ngettext("{count} vote", "{count} votes", count).format(count=count)


def _count(typed: str, what: str) -> int:
    """Return a number that was typed; raises RuleBroken, naming the field, for what is no number."""
    if not typed.lstrip("-").isdecimal():
        raise RuleBroken("{field}: ”{words}” is no number", field=what, words=typed)
    return int(typed)
