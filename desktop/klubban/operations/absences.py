"""Before the meeting: who has told that they will not come, and which alternates were asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.roll import Coming
from klubban.i18n import N_
from klubban.operations.lists import last_place
from klubban.operations.meeting_rows import insert_absence
from klubban.operations.naming import named, named_at
from klubban.operations.roll_rows import changing, who_in
from klubban.store import rolls
from klubban.store.change import Change, id_of
from klubban.store.database import Database
from klubban.store.rows import named as named_in

_ANSWERS = {
    Coming.YES: N_("Note that {name} answered yes"),
    Coming.NO: N_("Note that {name} answered no"),
    None: N_("Note that {name} has not answered"),
}


def tell_absence(database: Database, meeting_id: int, who: Named, *, told: bool = True) -> int:
    """Note that somebody will not come, or did not and had not told; return the note.

    Raises RuleBroken when it is noted so already, or the protocol is verified; LookupError.
    """
    label = N_("Note that {name} has told absence") if told else N_("Note that {name} was absent")
    with changing(database, label, meeting_id, name=str(who)) as change:
        return _tell(change, meeting_id, who, told=told)


def tell_absences(database: Database, meeting_id: int, people: Sequence[Named]) -> None:
    """Note that several people will not come, in one step; raises like `tell_absence`."""
    if not people:
        return
    with changing(
        database, N_("Note that {count} have told absence"), meeting_id, count=len(people)
    ) as change:
        for who in people:
            _tell(change, meeting_id, who, told=True)


def withdraw_absence(database: Database, absence_id: int) -> None:
    """Take back that somebody will not come; raises RuleBroken for a verified protocol, LookupError."""
    meeting_id, name = _found(database, "absence", absence_id)
    with changing(database, N_("Take back the absence of {name}"), meeting_id, name=name) as change:
        change.delete("absence", absence_id)


def withdraw_absences(database: Database, meeting_id: int, absence_ids: Sequence[int]) -> None:
    """Take back that several people will not come, in one step; raises like `withdraw_absence`."""
    if not absence_ids:
        return
    count = len(absence_ids)
    with changing(database, N_("Take back the absence of {count}"), meeting_id, count=count) as change:
        for absence_id in absence_ids:
            change.delete("absence", absence_id)


def ask_alternate(
    database: Database, meeting_id: int, who: Named, for_: Named | None = None, day: date | None = None
) -> int:
    """Note that an alternate was asked to come, for a member perhaps, on a day; return the note.

    Raises RuleBroken when they are asked already, or the protocol is verified; LookupError.
    """
    with changing(database, N_("Ask {name} to come"), meeting_id, name=str(who)) as change:
        if any(who.is_same(who_in(row)) for row in change.rows("call_up", meeting_id=meeting_id)):
            raise RuleBroken("{name} is asked already", name=who)
        return change.insert(
            "call_up",
            meeting_id=meeting_id,
            position=last_place(change, "call_up", meeting_id=meeting_id),
            asked=day,
            **named(who),
            **named_at("for_", for_),
        )


def answer_call_up(database: Database, call_up_id: int, answer: Coming | None) -> None:
    """Note what an alternate answered; raises RuleBroken for a verified protocol, LookupError."""
    meeting_id, name = _found(database, "call_up", call_up_id)
    with changing(database, _ANSWERS[answer], meeting_id, name=name) as change:
        change.update("call_up", call_up_id, answer=answer)


def withdraw_call_up(database: Database, call_up_id: int) -> None:
    """Take back that an alternate was asked; raises RuleBroken for a verified protocol, LookupError."""
    meeting_id, name = _found(database, "call_up", call_up_id)
    with changing(database, N_("Take back that {name} was asked"), meeting_id, name=name) as change:
        change.delete("call_up", call_up_id)


def _tell(change: Change, meeting_id: int, who: Named, *, told: bool) -> int:
    """Write that somebody will not come, and return the note."""
    for row in change.rows("absence", meeting_id=meeting_id):
        if who.is_same(who_in(row)):
            if bool(row["told"]) == told:
                raise RuleBroken("{name} is noted as absent already", name=who)
            change.update("absence", id_of(row), told=told)
            return id_of(row)
    place = last_place(change, "absence", meeting_id=meeting_id)
    return insert_absence(change, meeting_id, place, who, told=told)


def _found(database: Database, table: str, id_: int) -> tuple[int, str]:
    with database.read() as read:
        row = rolls.row_of(read, table, id_)
        return row["meeting_id"], str(named_in(row))
