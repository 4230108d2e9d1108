"""What must hold in the roll of one meeting: lines and items that are there, nobody twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.roll import Agenda, AgendaItem, Stay, check_stays
from klubban.exchange.refused import Refused, refusing
from klubban.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from klubban.exchange.json_bytes import Steps
    from klubban.exchange.meetings import OpenDocument, OpenMeeting
    from klubban.exchange.parts import Who
    from klubban.exchange.rolls import OpenStay


class RollCheck:
    """Looks at the roll of one meeting of a document."""

    def __init__(self, document: OpenDocument, meeting: OpenMeeting, steps: Steps) -> None:
        """Take the meeting and the steps to it."""
        self.document = document
        self.meeting = meeting
        self.steps = steps
        # An item is named by its key or by its paragraph, which are of different types.
        self._places = {
            name: place for place, item in enumerate(meeting.items) for name in (item.key, item.paragraph)
        }

    def run(self) -> None:
        """Raise Refused at the first thing that does not hold."""
        self._check_begun()
        self._check_lines()
        self._check_items()
        self._check_stays()
        self._check_rulings()

    def people(self) -> Iterator[tuple[Steps, Hashable]]:
        """Walk who is on the roll, for seeing who stands there twice."""
        for at, line in enumerate(self.meeting.roll):
            if line.person:
                yield (*self.steps, "roll", at, "person"), _identity(line.person)

    def _refused(self, steps: Steps, template: str, **facts: object) -> Refused:
        return Refused(self.document.place(*self.steps, *steps), template, **facts)

    def _check_begun(self) -> None:
        for name in ("rulings", "presiding"):
            if getattr(self.meeting, name) and not self.meeting.roll:
                raise self._refused((name,), N_("Expected the key {key} beside this one"), key="roll")

    def _lines_named(self) -> Iterator[tuple[Steps, int | None]]:
        for at, line in enumerate(self.meeting.roll):
            yield ("roll", at, "personal_for"), line.personal_for
            for place, number in enumerate(line.stand_ins):
                yield ("roll", at, "stand_ins", place), number
        for at, ruling in enumerate(self.meeting.rulings):
            yield ("rulings", at, "for"), ruling.place
            yield ("rulings", at, "serves"), ruling.serves

    def _check_lines(self) -> None:
        roll = self.meeting.roll
        for steps, number in self._lines_named():
            if number is None:
                continue
            if number > len(roll):
                raise self._refused(steps, N_("The roll has no line {number}"), number=number)
            if steps[-1] in ("personal_for", "for") and not roll[number - 1].role.has_seat:
                raise self._refused(steps, N_("Line {number} of the roll is no seat"), number=number)
        for at, ruling in enumerate(self.meeting.rulings):
            if ruling.serves is not None and roll[ruling.serves - 1].person is None:
                template = N_("Nobody is on line {number} of the roll")
                raise self._refused(("rulings", at, "serves"), template, number=ruling.serves)
        for at, line in enumerate(roll):
            if line.stays and line.person is None:
                raise self._refused(
                    ("roll", at, "stays"), N_("Expected the key {key} beside this one"), key="person"
                )
            if line.personal_for and line.role.has_seat:
                raise self._refused(
                    ("roll", at, "personal_for"), N_("Only an alternate steps in for a certain member")
                )

    def _items_named(self) -> Iterator[tuple[Steps, str | int | None]]:
        for at, line in enumerate(self.meeting.roll):
            for place, stay in enumerate(line.stays):
                yield ("roll", at, "stays", place, "from"), stay.first
                yield ("roll", at, "stays", place, "to"), stay.last
        for at, ruling in enumerate(self.meeting.rulings):
            yield ("rulings", at, "from"), ruling.first
            yield ("rulings", at, "to"), ruling.last
        for at, presiding in enumerate(self.meeting.presiding):
            for place, key in enumerate(presiding.items):
                yield ("presiding", at, "items", place), key

    def _check_items(self) -> None:
        for steps, name in self._items_named():
            if name is not None and name not in self._places:
                raise self._refused(
                    steps, N_("The meeting has no item with the key or paragraph {key}"), key=name
                )

    def _check_stays(self) -> None:
        agenda = Agenda(tuple(AgendaItem(id=place) for place in range(len(self.meeting.items))))
        for at, line in enumerate(self.meeting.roll):
            stays = [self._stay(stay) for stay in line.stays]
            for place in range(len(stays)):
                with refusing(self.document.place(*self.steps, "roll", at, "stays", place)):
                    check_stays(tuple(stays[: place + 1]), agenda)

    def _stay(self, given: OpenStay) -> Stay:
        first = None if given.first is None else self._places[given.first]
        last = None if given.last is None else self._places[given.last]
        return Stay(
            id=0, first=first, last=last, **given.model_dump(include={"came", "went", "came_at", "went_at"})
        )

    def _check_rulings(self) -> None:
        for at, ruling in enumerate(self.meeting.rulings):
            if ruling.last is not None and self._places[ruling.last] < self._places[ruling.first]:
                raise self._refused(
                    ("rulings", at, "to"), N_("This item comes before the one that it holds from")
                )


def _identity(who: Who) -> Hashable:
    return who.key or (who.name, who.party)
