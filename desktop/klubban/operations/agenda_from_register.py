"""What stands in a register comes on a coming agenda: a matter, or decisions by delegation to be reported."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from klubban.domain.agenda import Delegated, ItemKind, Origin
from klubban.domain.errors import RuleBroken
from klubban.domain.incoming import Incoming
from klubban.domain.meeting import Matter, Meeting, Outcome, Stage
from klubban.i18n import N_
from klubban.operations.agenda_rows import Proposed, open_agenda, put_in
from klubban.operations.coming import put, secrecy_of_matter
from klubban.operations.delegated import check_may_leave
from klubban.store import agendas, matters
from klubban.store.change import Change
from klubban.store.database import Database
from klubban.store.waiting import in_words, known

_COMING = (Stage.PLANNED, Stage.SUMMONED, Stage.IN_SESSION)


def put_matter_on(database: Database, matter_id: int, meeting_id: int, *, on: dt.date | None = None) -> int:
    """Put a matter on a coming agenda, and return the item; what waits there of it is what is put there.

    Raises RuleBroken when it is on that agenda, or the agenda cannot be changed; LookupError.
    """
    with database.read() as read:
        matter = matters.matter(read, matter_id)
    label = N_("Put {item} on the agenda")
    with database.change(label, place=("matter", matter_id), item=matter.title) as change:
        meeting = _coming(change, meeting_id)
        if any(
            item.matter and item.matter.id == matter_id and _is_live(item.outcome) for item in meeting.items
        ):
            raise RuleBroken("{title} is on that agenda already", title=matter.title)
        waits = _waiting(change, matter, meeting_id)
        if waits is not None:
            return put(change, meeting, waits, on=on)
        return put_in(
            change,
            meeting,
            matter.title,
            proposed=Proposed(on=on),
            kind=ItemKind.DECISION,
            matter_id=matter.id,
            registry_number=matter.registry_number,
            **secrecy_of_matter(change, matter.id),
        )


def report_at_meeting(
    database: Database, delegated_ids: Collection[int], meeting_id: int, *, on: dt.date | None = None
) -> list[int]:
    """Report decisions by delegation at a coming meeting, urgent ones apart; return the items.

    Raises RuleBroken for a decision delegated by another body, one that a verified protocol reports, or one
    taken after the meeting; LookupError.
    """
    label = N_("Report {count} decisions at a meeting")
    with database.change(label, place=("delegated", 0), count=len(delegated_ids)) as change:
        meeting = _coming(change, meeting_id)
        own = {each.id: each for each in agendas.delegated(change.connection, meeting.body.id)}
        chosen = [_checked(change, own, meeting, id_) for id_ in delegated_ids]
        done = []
        for origin in (Origin.URGENT, Origin.DELEGATED):
            ids = tuple(each.id for each in chosen if each.urgent is (origin is Origin.URGENT))
            if ids:
                one = Incoming(origin=origin, kind=ItemKind.REPORT, delegated_ids=ids)
                meeting = _coming(change, meeting_id)
                done += [put(change, meeting, each, on=on) for each in in_words(change.connection, (one,))]
        return done


def _coming(change: Change, meeting_id: int) -> Meeting:
    """Return a meeting that is still to be held; raises RuleBroken for another."""
    meeting = open_agenda(change, meeting_id)
    if meeting.cancelled_on is not None:
        raise RuleBroken("The meeting on {date} is cancelled", date=meeting.date)
    if meeting.stage not in _COMING:
        raise RuleBroken("The meeting on {date} has been held", date=meeting.date)
    return meeting


def _is_live(outcome: Outcome | None) -> bool:
    return outcome not in (Outcome.WITHDRAWN, Outcome.POSTPONED)


def _waiting(change: Change, matter: Matter, meeting_id: int) -> Incoming | None:
    found = [each for each in known(change.connection, meeting_id).all() if each.matter_id == matter.id]
    return in_words(change.connection, tuple(found[:1]))[0] if found else None


def _checked(change: Change, own: dict[int, Delegated], meeting: Meeting, delegated_id: int) -> Delegated:
    found = own.get(delegated_id)
    if found is None:
        raise RuleBroken("A decision is reported to the body that delegated it")
    if found.on is not None and found.on > meeting.date:
        raise RuleBroken(
            "{title} was decided after the meeting on {date}", title=found.title, date=meeting.date
        )
    check_may_leave(change, delegated_id)
    return found
