"""What becomes known of appeals: what a court has answered, what parties have got, and who can appeal how."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain import legal_force
from klubban.domain.afterwards import AppealStepKind
from klubban.domain.appeals import appeal_of, derived
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Appeal
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.lists import last_place
from klubban.operations.meeting_rows import recorded
from klubban.operations.naming import named, one_line
from klubban.operations.verifying import follow_stage
from klubban.store import rolls
from klubban.store.rows import named as named_in

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Sequence

    from klubban.domain.afterwards import AppealStep
    from klubban.domain.body import Named
    from klubban.domain.meeting import Item, Meeting
    from klubban.store.database import Database

_OF_AN_APPEAL = frozenset((*legal_force.ENDING, AppealStepKind.QUASHED))

_LABELS = {
    AppealStepKind.ASKED: N_("Note that the court was asked about {paragraphs}"),
    AppealStepKind.NONE_FILED: N_("Note that nobody has appealed against {paragraphs}"),
    AppealStepKind.FILED: N_("Note that {paragraphs} is appealed against"),
    AppealStepKind.TOO_LATE: N_("Note that an appeal against {paragraphs} came too late"),
    AppealStepKind.DISMISSED: N_("Note that an appeal against {paragraphs} was dismissed"),
    AppealStepKind.REJECTED: N_("Note that an appeal against {paragraphs} was rejected"),
    AppealStepKind.QUASHED: N_("Note that {paragraphs} was annulled"),
    AppealStepKind.WITHDRAWN: N_("Note that an appeal against {paragraphs} was withdrawn"),
}


def set_appeal(database: Database, item_id: int, appeal: Appeal | None) -> None:
    """Say by which way an item can be appealed against; None, or what follows anyway, is as it follows.

    It is no part of the minutes, and may be said of what is verified too. Raises RuleBroken once something is
    noted of an appeal or a receipt, LookupError.
    """
    meeting, item = _item(database, item_id)
    wanted = None if appeal is derived(meeting, item).appeal else appeal
    if wanted is item.appeal:
        return
    if item.appeal_steps or item.receipts:
        raise RuleBroken(
            "Something is noted already of how {item} was appealed against; take that back first",
            item=_sign(meeting, item),
        )
    label = N_("Say how {item} can be appealed against")
    with database.change(label, place=("item", item_id), item=_sign(meeting, item)) as change:
        change.update("item", item_id, appeal=wanted)
        follow_stage(change, meeting.id)


def note_step(
    database: Database,
    item_ids: Collection[int],
    step: AppealStep,
    *,
    today: dt.date,
) -> None:
    """Note what became known of appeals against items of one meeting, of all of them at once.

    Raises RuleBroken for a day that cannot be, for an item that cannot be appealed against or is not
    verified, and for what contradicts what is noted; LookupError.
    """
    meeting, items = _items(database, item_ids)
    told = (step.court, step.case_number, step.by, step.note)
    court, case_number, by, note = (_line(words or "") for words in told)
    step = replace(step, court=court, case_number=case_number, by=by, note=note)
    _check_came(step.day, today)
    for item in items:
        _check_step(meeting, item, step)
    with database.change(
        _LABELS[step.kind], place=("meeting", meeting.id), paragraphs=_signs(meeting, items)
    ) as change:
        for item in items:
            place = last_place(change, "appeal_step", item_id=item.id)
            change.insert("appeal_step", item_id=item.id, position=place, **_columns(step))
        follow_stage(change, meeting.id)


def take_back_step(database: Database, item_id: int) -> None:
    """Take back the last that was noted of appeals against an item; the journal goes on knowing it.

    Raises RuleBroken where nothing is noted, LookupError.
    """
    meeting, item = _item(database, item_id)
    if not item.appeal_steps:
        raise RuleBroken("Nothing is noted of appeals against {item}", item=_sign(meeting, item))
    label = N_("Take back the last that was noted of appeals against {item}")
    with database.change(label, place=("item", item_id), item=_sign(meeting, item)) as change:
        change.delete("appeal_step", item.appeal_steps[-1].id)
        follow_stage(change, meeting.id)


def add_receipt(
    database: Database, item_id: int, who: Named, on: dt.date, *, today: dt.date, how: str = ""
) -> int:
    """Note that a party got a decision on a day, from which its time for appeal runs, and return that.

    Raises RuleBroken for a day before the meeting or one that has not come, for nobody, for a party that has
    got it already, and for an item whose time runs from its notice; LookupError.
    """
    meeting, item = _item(database, item_id)
    _check_came(on, today)
    if appeal_of(meeting, item) is not Appeal.ADMINISTRATIVE:
        raise RuleBroken(
            "The time for appeal against {item} does not depend on who got it", item=_sign(meeting, item)
        )
    if not who.name.strip():
        raise RuleBroken("Say who got the decision")
    if on < meeting.date:
        raise RuleBroken("The decision is of {date}; nobody got it before", date=meeting.date)
    if any(who.is_same(each.who) for each in item.receipts):
        raise RuleBroken("It is noted already when {name} got it", name=str(who))
    label = N_("Note that {name} got {item}")
    with database.change(label, place=("item", item_id), name=str(who), item=_sign(meeting, item)) as change:
        place = last_place(change, "receipt", item_id=item_id)
        columns = {"received_on": on, "how": _line(how)}
        id_ = change.insert("receipt", item_id=item_id, position=place, **named(who), **columns)
        follow_stage(change, meeting.id)
        return id_


def remove_receipt(database: Database, receipt_id: int) -> None:
    """Take back that a party got a decision; raises LookupError."""
    with database.read() as read:
        row = rolls.row_of(read, "receipt", receipt_id)
    meeting, item = _item(database, int(row["item_id"]))
    label = N_("Take back that {name} got {item}")
    name = str(named_in(row))
    with database.change(label, place=("item", item.id), name=name, item=_sign(meeting, item)) as change:
        change.delete("receipt", receipt_id)
        follow_stage(change, meeting.id)


def _columns(step: AppealStep) -> dict[str, object]:
    names = ("kind", "day", "court", "case_number", "by", "final", "note")
    return {name: getattr(step, name) for name in names}


def _check_step(meeting: Meeting, item: Item, step: AppealStep) -> None:
    """Raise RuleBroken for a step that cannot be."""
    sign = _sign(meeting, item)
    if appeal_of(meeting, item) is Appeal.NONE:
        raise RuleBroken("{item} cannot be appealed against; say first how it can", item=sign)
    if step.day < meeting.date:
        raise RuleBroken("The decision is of {date}; nothing is known of appeals before", date=meeting.date)
    if not meeting.is_fixed(item):
        raise RuleBroken("{item} is not verified yet", item=sign)
    if item.appeal_steps and step.day < item.appeal_steps[-1].day:
        raise RuleBroken(
            "The last that is noted of {item} is of {date}; this is later",
            item=sign,
            date=item.appeal_steps[-1].day,
        )
    if step.kind is AppealStepKind.TOO_LATE:
        last = legal_force.last_day(meeting, item)
        if last is None:
            raise RuleBroken("No time for appeal against {item} runs, and no appeal is too late", item=sign)
        if step.day <= last:
            raise RuleBroken(
                "The time for appeal against {item} goes on to the end of {day}; what came then is in time",
                item=sign,
                day=last,
            )
    _check_agrees(item, step, sign)


def _check_agrees(item: Item, step: AppealStep, sign: str) -> None:
    """Raise RuleBroken for a step that contradicts what is noted."""
    kind, case_number = step.kind, step.case_number
    filed = legal_force.open_appeals(item)
    if kind is AppealStepKind.NONE_FILED and filed:
        raise RuleBroken("{item} is appealed against; note what became of the appeal first", item=sign)
    if kind in _OF_AN_APPEAL and not filed:
        raise RuleBroken("No appeal against {item} is noted; note first who appealed", item=sign)
    numbers = [each.case_number or "" for each in filed]
    if kind in _OF_AN_APPEAL and len(filed) > 1 and (case_number or "") not in numbers:
        raise RuleBroken(
            "Several appeals against {item} are noted; say the number of one: {numbers}",
            item=sign,
            numbers=", ".join(number for number in numbers if number),
        )
    if kind is AppealStepKind.FILED and (case_number or "") in numbers:
        raise RuleBroken(
            "An appeal against {item} with that case number is noted already; say the number of this one",
            item=sign,
        )


def _item(database: Database, item_id: int) -> tuple[Meeting, Item]:
    meeting, items = _items(database, [item_id])
    return meeting, items[0]


def _items(database: Database, item_ids: Collection[int]) -> tuple[Meeting, tuple[Item, ...]]:
    """Return items of one meeting, in its order; raises RuleBroken for none or for several meetings'."""
    if not item_ids:
        raise RuleBroken("Choose at least one paragraph")
    with database.read() as read:
        [meeting_id, *others] = {rolls.meeting_of(read, "item", each) for each in item_ids}
    if others:
        raise RuleBroken("That item is of another meeting")
    meeting = recorded(database, meeting_id)
    return meeting, tuple(item for item in meeting.items if item.id in item_ids)


def _line(words: str) -> str | None:
    return one_line(clean(words)) or None


def _check_came(on: dt.date, today: dt.date) -> None:
    if on > today:
        raise RuleBroken("{date} has not come yet; note it when it is done", date=on)


def _sign(meeting: Meeting, item: Item) -> str:
    return wording.sign_of(meeting, item) or item.title


def _signs(meeting: Meeting, items: Sequence[Item]) -> str:
    numbers = Paragraphs.of(item.number for item in items if item.number is not None)
    return wording.signs_in(meeting, numbers) if numbers else items[0].title
