"""Who may not take part in an item, and what was done against a rule, noted with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.grounds import checked_ground
from klubban.domain.roll import Deviates
from klubban.domain.rules import BodyKind
from klubban.i18n import N_
from klubban.operations.lists import last_place
from klubban.operations.naming import named_at, one_line
from klubban.operations.proceedings import insert_disqualification
from klubban.operations.roll_rows import changing, who_in
from klubban.store import reads, rolls
from klubban.store.change import Change, id_of
from klubban.store.database import Database
from klubban.store.rows import named


def disqualify(
    database: Database, item_id: int, who: Named, *, ground: str | None = None, raised_by: str | None = None
) -> int:
    """Note that somebody may not take part in an item, and return the note.

    The ground is the number of KL 6 kap. 28 § ("1" to "4"), or words. Raises RuleBroken when it is noted
    already, for an unknown number, or a verified protocol; LookupError.
    """
    [found] = disqualify_all(database, item_id, [who], ground=ground, raised_by=raised_by)
    return found


def disqualify_all(
    database: Database,
    item_id: int,
    people: Sequence[Named],
    *,
    ground: str | None = None,
    raised_by: str | None = None,
) -> list[int]:
    """Note that several people may not take part in an item, in one step; raises like `disqualify`."""
    raised_by = one_line(raised_by or "") or None
    if not people:
        return []
    with database.read() as read:
        meeting_id, item = rolls.meeting_of(read, "item", item_id), reads.item_name(read, item_id)
        kind = reads.service(read, meeting_id).body.kind
    ground = checked_ground(ground, assembly=kind is BodyKind.ASSEMBLY)
    label = N_("Note that {name} is disqualified at {item}")
    if len(people) > 1:
        label = N_("Note that {count} are disqualified at {item}")
    facts = {"name": str(people[0]), "count": len(people), "item": item}
    with changing(database, label, meeting_id, **facts) as change:
        noted = [who_in(row) for row in change.rows("disqualification", item_id=item_id)]
        for number, who in enumerate(people):
            if any(map(who.is_same, [*noted, *people[:number]])):
                raise RuleBroken("{name} is noted as disqualified at {item} already", name=who, item=item)
        place = last_place(change, "disqualification", item_id=item_id)
        return [
            insert_disqualification(change, item_id, position, who, ground=ground, raised_by=raised_by)
            for position, who in enumerate(people, place)
        ]


def lift_disqualification(database: Database, disqualification_id: int) -> None:
    """Take back that somebody was disqualified; raises RuleBroken for a verified protocol, LookupError."""
    with database.read() as read:
        row = rolls.row_of(read, "disqualification", disqualification_id)
        meeting_id = rolls.meeting_of(read, "disqualification", disqualification_id)
        facts = {"name": str(named(row)), "item": reads.item_name(read, row["item_id"])}
    label = N_("Lift the disqualification of {name} at {item}")
    with changing(database, label, meeting_id, **facts) as change:
        change.delete("disqualification", disqualification_id)


def lift_disqualifications(database: Database, item_id: int, disqualification_ids: Sequence[int]) -> None:
    """Take back that several people were disqualified at an item, in one step."""
    if not disqualification_ids:
        return
    with database.read() as read:
        meeting_id, item = rolls.meeting_of(read, "item", item_id), reads.item_name(read, item_id)
    facts = {"count": len(disqualification_ids), "item": item}
    label = N_("Lift the disqualification of {count} at {item}")
    with changing(database, label, meeting_id, **facts) as change:
        for disqualification_id in disqualification_ids:
            change.delete("disqualification", disqualification_id)


def note_deviation(
    database: Database, item_id: int, rule: Deviates, reason: str, *, who: Named | None = None
) -> int:
    """Note what was done against a rule at an item, with its reason, and return the note.

    The same deviation noted again gets the new reason. Raises RuleBroken without a reason, or without the
    person where the rule is about one; LookupError.
    """
    [noted] = note_deviations(database, [item_id], rule, reason, who=who)
    return noted


def note_deviations(
    database: Database, item_ids: Sequence[int], rule: Deviates, reason: str, *, who: Named | None = None
) -> list[int]:
    """Note the same at several items of a meeting, in one step; raises like `note_deviation`."""
    words = one_line(reason)
    if not words:
        raise RuleBroken("What was done against a rule needs its reason")
    if who is None and rule in (Deviates.DISQUALIFIED, Deviates.RETURN, Deviates.REMOTE):
        raise RuleBroken("Say who it was")
    with database.read() as read:
        meeting_id = rolls.meeting_of(read, "item", item_ids[0])
        item = reads.item_name(read, item_ids[0])
    label = (
        N_("Note why {name} took part at {item}")
        if who
        else N_("Note what was done against a rule at {item}")
    )
    with changing(database, label, meeting_id, name=str(who or ""), item=item) as change:
        return [_deviate(change, item_id, rule, words, who) for item_id in item_ids]


def _deviate(change: Change, item_id: int, rule: Deviates, reason: str, who: Named | None) -> int:
    """Write what was done against a rule at an item, and return the note."""
    for row in change.rows("deviation", item_id=item_id, rule=str(rule)):
        noted = who_in(row, "who_")
        same = who.is_same(noted) if who else noted is None
        if same and rule is not Deviates.OTHER:
            change.update("deviation", id_of(row), reason=reason)
            return id_of(row)
    return change.insert(
        "deviation",
        item_id=item_id,
        position=last_place(change, "deviation", item_id=item_id),
        rule=rule,
        reason=reason,
        **named_at("who_", who),
    )


def withdraw_deviation(database: Database, deviation_id: int) -> None:
    """Take back what was noted against a rule; raises RuleBroken for a verified protocol, LookupError."""
    with database.read() as read:
        meeting_id = rolls.meeting_of(read, "deviation", deviation_id)
        item = reads.item_name(read, rolls.row_of(read, "deviation", deviation_id)["item_id"])
    label = N_("Take back what was noted against a rule at {item}")
    with changing(database, label, meeting_id, item=item) as change:
        change.delete("deviation", deviation_id)
