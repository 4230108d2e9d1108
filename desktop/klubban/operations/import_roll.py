"""The roll of an import's meeting, and the look at what it says beside the roll."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from klubban.domain.body import Named
from klubban.domain.meeting import Meeting
from klubban.domain.roll import check_stays
from klubban.exchange.meetings import OpenMeeting
from klubban.exchange.open_format import Refused, refusing
from klubban.exchange.parts import Who
from klubban.exchange.rolls import OpenRollLine, OpenStay
from klubban.i18n import N_
from klubban.operations.import_register import RegisterImport
from klubban.operations.naming import named, named_at
from klubban.store import reads, rolls
from klubban.store.change import Change

Place = Callable[..., str]
"""Gives the place in the document of something in the meeting."""


class RollImport:
    """Brings one meeting's roll in: its lines, when they were there, and what was ruled."""

    def __init__(
        self,
        register: RegisterImport,
        change: Change,
        meeting: OpenMeeting,
        items: dict[str | int, int],
        place: Place,
    ) -> None:
        """Write through a change, which may be a renewal; `items` are the document's, by key or number."""
        self.register = register
        self.change = change
        self.meeting = meeting
        self.place = place
        self._items = items
        self._lines: dict[int, int] = {}

    def run(self, meeting_id: int) -> None:
        """Write who was asked before the meeting, and the roll."""
        for place, each in enumerate(self.meeting.call_ups):
            self.change.insert(
                "call_up",
                meeting_id=meeting_id,
                position=place,
                **named(self.register.who(each.person)),
                **named_at("for_", self.register.who_or_none(each.serves_for)),
                **each.model_dump(include={"asked", "answer"}),
            )
        self._put_lines(meeting_id)
        self._put_rulings(meeting_id)

    def _put_lines(self, meeting_id: int) -> None:
        """Write the lines; personal alternates after the members whose they are."""
        roll = sorted(enumerate(self.meeting.roll, 1), key=lambda numbered: bool(numbered[1].personal_for))
        for number, line in roll:
            self._lines[number] = self._put_line(meeting_id, number, line)
        for number, line in roll:
            for position, other in enumerate(line.stand_ins):
                self.change.insert(
                    "roll_stand_in",
                    roll_line_id=self._lines[number],
                    position=position,
                    alternate_id=self._lines[other],
                )

    def _put_line(self, meeting_id: int, number: int, line: OpenRollLine) -> int:
        facts = line.model_dump(include={"role", "seat_party", "represents", "title", "since", "rights"})
        id_ = self.change.insert(
            "roll_line",
            meeting_id=meeting_id,
            position=number - 1,
            personal_for_id=self._line(line.personal_for),
            **named_at("who_", self.register.who_or_none(line.person)),
            **named_at("instead_of_", self.register.who_or_none(line.instead_of)),
            **facts,
        )
        for place, stay in enumerate(line.stays):
            self._put_stay(id_, place, stay)
        return id_

    def _put_stay(self, line_id: int, position: int, stay: OpenStay) -> None:
        self.change.insert(
            "stay",
            roll_line_id=line_id,
            position=position,
            first_item_id=self._item(stay.first),
            last_item_id=self._item(stay.last),
            **stay.model_dump(include={"came", "went", "remote", "came_at", "went_at"}),
        )

    def _put_rulings(self, meeting_id: int) -> None:
        for position, ruling in enumerate(self.meeting.rulings):
            self.change.insert(
                "ruling",
                meeting_id=meeting_id,
                position=position,
                place_id=self._line(ruling.place),
                serves_id=self._line(ruling.serves),
                first_item_id=self._item(ruling.first),
                last_item_id=self._item(ruling.last),
                reason=ruling.reason,
            )

    def _line(self, number: int | None) -> int | None:
        return None if number is None else self._lines[number]

    def _item(self, name: str | int | None) -> int | None:
        return None if name is None else self._items[name]

    def check(self, meeting_id: int) -> None:
        """Refuse a stay that the items in the file do not allow, and what does not follow from the roll."""
        read = self.change.connection
        lines = rolls.roll(read, meeting_id).lines
        agenda = rolls.order(read, meeting_id)
        for place, line in enumerate(lines):
            with refusing(self.place("roll", place) if self.meeting.roll else self.place("items")):
                check_stays(line.stays, agenda)
        if not self.meeting.roll:
            return
        found = reads.meeting(read, meeting_id)
        for name, follows, said in (
            ("attendance", _attendance(found), self._attendance_said()),
            ("presiding", _presiding(found), self._presiding_said()),
        ):
            self._compare(name, set(follows), list(said))

    def _compare(self, name: str, follows: set[Any], said: list[Any]) -> None:
        for place, each in enumerate(said):
            if each not in follows:
                raise Refused(self.place(name, place), N_("This does not follow from the roll"))
        if said and set(said) != follows:
            raise Refused(self.place(name), N_("From the roll more follows than is said here"))

    def _attendance_said(self) -> Iterator[tuple[object, ...]]:
        for each in self.meeting.attendance:
            for_ = each.serves_for and self._who(each.serves_for)
            items = tuple(self._items[key] for key in each.items)
            yield self._who(each.person), each.attends_as, for_, each.paragraphs, items, each.remote

    def _presiding_said(self) -> Iterator[tuple[object, ...]]:
        for each in self.meeting.presiding:
            items = tuple(self._items[key] for key in each.items)
            yield self._who(each.person), each.paragraphs, items

    def _who(self, who: Who) -> Named:
        return self.register.who(who)


def _attendance(meeting: Meeting) -> Iterator[tuple[object, ...]]:
    for each in meeting.attendance:
        yield each.who, each.attends_as, each.serves_for, each.paragraphs, each.items, each.remote


def _presiding(meeting: Meeting) -> Iterator[tuple[object, ...]]:
    return ((each.who, each.paragraphs, each.items) for each in meeting.presiding)


def says_who_was_there(meeting: OpenMeeting) -> bool:
    """Tell whether a document has the roll or the attendance of a meeting, be it that nobody was there."""
    return bool(meeting.model_fields_set & {"roll", "attendance"})


def rules_of_the_day(
    register: RegisterImport, body_id: int, given: OpenMeeting, known: Meeting | None
) -> dict[str, Any]:
    """Return the rules that are kept with a meeting: those given, else those known, else the body's own.

    Nothing is kept of a meeting without a roll, unless the document has it.
    """
    if not given.rules:
        if not given.roll and says_who_was_there(given):
            return {}
        if known and known.rules_kept:
            return rolls.to_keep(known.body)
        if not given.roll:
            return {}
    bodies = reads.bodies(register.change.connection)
    body = next(each for each in bodies if each.id == body_id)
    # Whole rules are kept, not only those that differ from today's preset.
    return rolls.to_keep(rolls.of_the_day(body, given.rules.model_dump() if given.rules else {}))
