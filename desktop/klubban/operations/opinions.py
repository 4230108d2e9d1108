"""Reservations, statements and notes, and who takes no part in a decision."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

from klubban.domain.body import Named
from klubban.domain.decided import Opinion, OpinionKind
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Item, Meeting
from klubban.domain.text import Blocks, tidy
from klubban.domain.voters import is_among, voters
from klubban.i18n import N_
from klubban.operations.item_change import writing
from klubban.operations.lists import last_place, put_rows
from klubban.operations.minuting import checked_people, item_of, minuting, note_reason, one_of
from klubban.operations.naming import all_names, named, one_line
from klubban.operations.opinion_checks import MUST_DECIDE, check_opinion, check_possible, check_took_no_part
from klubban.operations.proceedings import insert_opinion
from klubban.store import minutes
from klubban.store.change import Change
from klubban.store.database import Database

_LODGING = {
    OpinionKind.RESERVATION: N_("Note the reservation of {name} at {item}"),
    OpinionKind.STATEMENT: N_("Note the statement of {name} at {item}"),
    OpinionKind.NOTE: N_("Note what {name} has noted at {item}"),
}


def lodge(  # noqa: PLR0913 - what is known of an opinion
    database: Database,
    item_id: int,
    kind: OpinionKind,
    by: Iterable[Named],
    *,
    on: dt.date,
    at: dt.time | None = None,
    text: Blocks = (),
    awaited: bool = False,
    appendix: bool = False,
    motion: int | None = None,
    reason: str | None = None,
) -> int:
    """Note an opinion that was lodged then, and return it; `motion` is the one in whose favour it is.

    Raises RuleBroken, unless a reason is given, which is noted: for somebody who may not, and for a
    reservation after the meeting's end (KL 4 kap. 27 §). Also where reasons are awaited of what is verified
    at once.
    """
    people = checked_people(by)
    words = tidy(text)
    opinion = Opinion(
        id=0,
        kind=kind,
        by=people,
        text=words,
        lodged_on=on,
        lodged_at=at,
        awaited=awaited and not words,
        appendix=appendix,
        motion=motion,
    )
    with minuting(database, _LODGING[kind], item_id, name=all_names(people)) as (change, meeting, item):
        check_opinion(change, meeting, item, opinion, reason)
        return insert_opinion(
            change,
            item_id,
            last_place(change, "opinion", item_id=item_id),
            kind,
            people,
            words,
            lodged_on=on,
            lodged_at=at,
            awaited=opinion.awaited,
            appendix=appendix,
            motion_id=motion,
        )


_NAMED = {"on": "lodged_on", "at": "lodged_at", "motion": "motion_id"}
_FACTS = {"kind", "by", "on", "at", "text", "awaited", "appendix", "motion"}


def change_opinion(
    database: Database, opinion_id: int, *, run: str | None = None, reason: str | None = None, **facts: Any
) -> None:
    """Set facts of an opinion: kind, by, on, at, text, awaited, appendix, motion; only those that are named.

    Raises like `lodge`. A text that comes ends the waiting for it.
    """
    for unknown in facts.keys() - _FACTS:
        raise TypeError(unknown)
    if facts.keys() == {"text"}:
        _write(database, opinion_id, tidy(facts["text"]), run)
        return
    with _changing(database, opinion_id, N_("Change the opinion of {name} at {item}"), run) as (
        change,
        meeting,
        item,
    ):
        before = one_of(item.opinions, opinion_id)
        after = _with(before, facts)
        check_possible(meeting, item, after)
        if not facts.keys().isdisjoint(("kind", "by", "on", "at")):
            check_opinion(change, meeting, item, after, reason)
        if after.by != before.by:
            put_rows(change, "opinion_by", "opinion", opinion_id, [named(who) for who in after.by])
        columns = {_NAMED.get(name, name) for name in facts} - {"by"} | {"awaited"}
        values = {name: getattr(after, name.removesuffix("_id")) for name in columns}
        change.update("opinion", opinion_id, **values)


def set_lapsed(database: Database, opinion_id: int, lapsed: bool) -> None:  # noqa: FBT001 - as the box says
    """Note that announced reasons never came, or take it back; raises RuleBroken where they are there."""
    label = N_("Note that the reasons of {name} at {item} never came")
    if not lapsed:
        label = N_("Take back that the reasons of {name} at {item} never came")
    with _changing(database, opinion_id, label) as (change, _meeting, item):
        if lapsed and one_of(item.opinions, opinion_id).text:
            raise RuleBroken("The reasons are there at {item}", item=item.on_agenda.called)
        change.update("opinion", opinion_id, lapsed=lapsed)


def remove_opinion(database: Database, opinion_id: int) -> None:
    """Take out an opinion."""
    with _changing(database, opinion_id, N_("Remove the opinion of {name} at {item}")) as (change, *_rest):
        change.delete_whole("opinion", opinion_id)


def set_not_taking_part(
    database: Database, item_id: int, people: Iterable[Named], *, reason: str | None = None
) -> None:
    """Say who takes no part in the decision of an item: these and nobody else.

    Raises RuleBroken, unless a reason is given, which is noted, where they must (KL 4 kap. 26 §) or could not
    have; and for who voted, or made a reservation.
    """
    out = checked_people(people)
    label = N_("Say who takes no part in {item}")
    with minuting(database, label, item_id) as (change, meeting, item):
        added = [who for who in out if not is_among(who, item.not_taking_part)]
        for who in added:
            check_took_no_part(item, who)
        able = voters(meeting, item)
        must = item.exercise_of_authority and meeting.body.rules.must_decide
        wrong = [who for who in added if must or (able and not is_among(who, able))]
        words = one_line(reason or "")
        if wrong and not words:
            facts = {"name": wrong[0], "item": item.on_agenda.called}
            raise RuleBroken(MUST_DECIDE if must else N_("{name} does not decide {item}"), **facts)
        note_reason(change, item, wrong, words)
        put_rows(change, "not_taking_part", "item", item_id, [named(who) for who in out])


# --- rows


def _write(database: Database, opinion_id: int, text: Blocks, run: str | None) -> None:
    """Write what an opinion says; nothing else follows from it."""
    item_id = item_of(database, "opinion", opinion_id)
    with database.read() as read:
        name = all_names(minutes.names_of(read, "opinion_by", opinion_id))
    label = N_("Write the opinion of {name} at {item}")
    with writing(database, label, item_id, run, name=name) as change:
        came: dict[str, bool] = {"awaited": False, "lapsed": False} if text else {}
        change.update("opinion", opinion_id, text=text, **came)


def _with(opinion: Opinion, facts: Mapping[str, Any]) -> Opinion:
    """Return an opinion with other facts; where there is a text, none is awaited."""
    changed = {_NAMED.get(name, name).removesuffix("_id"): value for name, value in facts.items()}
    if "by" in changed:
        changed["by"] = checked_people(changed["by"])
    if "text" in changed:
        changed["text"] = tidy(changed["text"])
    after = replace(opinion, **changed)
    return replace(after, awaited=False) if after.text else after


def _changing(
    database: Database, opinion_id: int, label: str, run: str | None = None
) -> AbstractContextManager[tuple[Change, Meeting, Item]]:
    with database.read() as read:
        name = all_names(minutes.names_of(read, "opinion_by", opinion_id))
    return minuting(database, label, item_of(database, "opinion", opinion_id), run, name=name)
