"""What stands beside the items of an agenda: what was sent, what comes by itself, what the chair has."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sqlalchemy import Connection, func, select

from klubban.domain import agenda as domain
from klubban.domain.meeting import Stage
from klubban.domain.text import Blocks
from klubban.store import agenda_tables as a
from klubban.store import tables as t
from klubban.store.rows import Ids, Row, ids_in, kept, named, parts, rows

_EARLIER = t.item.alias("earlier")


def came_from(read: Connection, ids: Ids) -> Callable[[int], domain.CameFrom | None]:
    """Return, by item, the earlier item that it comes from."""
    wanted = (
        select(t.item.c.id.label("new"), _EARLIER.c.id, _EARLIER.c.number, _EARLIER.c.meeting_id)
        .add_columns(t.meeting.c.date, t.meeting.c.stage, t.meeting.c.cancelled_on, t.body.c.name)
        .join(_EARLIER, t.item.c.origin_item_id == _EARLIER.c.id)
        .join(t.meeting, _EARLIER.c.meeting_id == t.meeting.c.id)
        .join(t.body, t.meeting.c.body_id == t.body.c.id)
        .where(t.item.c.id.in_(ids))
    )
    found = {
        row["new"]: domain.CameFrom(
            item=row["id"],
            meeting=row["meeting_id"],
            body=row["name"],
            held=row["cancelled_on"] is None and row["stage"] not in _BEFORE,
            **kept(row, "date", "number"),
        )
        for row in rows(read, wanted)
    }
    return found.get


_BEFORE = (Stage.PLANNED, Stage.SUMMONED)


def acts(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.AgendaAct, ...]]:
    """Return, by item, what was done to it."""
    found = parts(read, a.agenda_act, t.item, ids)

    def act(row: Row) -> domain.AgendaAct:
        own = kept(row, "id", "act", "reason")
        return domain.AgendaAct(**own, by=row["proposed_by"], on=row["done_on"], at=row["done_at"])

    return lambda id_: tuple(map(act, found.get(id_, ())))


def papers(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.Paper, ...]]:
    """Return, by item, the papers that are awaited for it, or came."""
    found = parts(read, a.paper, t.item, ids)
    names = ("id", "title", "sender", "due", "arrived", "approved", "approved_by")
    return lambda id_: tuple(domain.Paper(**kept(row, *names)) for row in found.get(id_, ()))


def comments(read: Connection, ids: Ids) -> Callable[[int], tuple[domain.Comment, ...]]:
    """Return, by item, what was remarked about it."""
    found = parts(read, a.comment, t.item, ids)

    def comment(row: Row) -> domain.Comment:
        return domain.Comment(**kept(row, "id", "text"), by=row["author"], on=row["made_on"])

    return lambda id_: tuple(map(comment, found.get(id_, ())))


def group_meetings(read: Connection, ids: Ids) -> dict[int, tuple[domain.GroupMeeting, ...]]:
    """Return, by meeting, the groups that meet before it."""
    return {
        id_: tuple(
            domain.GroupMeeting(**kept(row, "id", "name", "date", "place"), start=row["starts"])
            for row in group
        )
        for id_, group in parts(read, a.group_meeting, t.meeting, ids).items()
    }


def sendings(read: Connection, ids: Ids) -> dict[int, tuple[domain.Sending, ...]]:
    """Return, by meeting, what was sent of its summons and supplements, in turn."""
    sent = parts(read, a.sending, t.meeting, ids)
    own = ids_in(sent)
    items = parts(read, a.sent_item, a.sending, own)
    documents = parts(read, a.sent_document, a.sending, own)

    def sending(row: Row) -> domain.Sending:
        return domain.Sending(
            **kept(row, "id", "number", "meeting_date", "place", "late_because"),
            on=row["sent_on"],
            at=row["sent_at"],
            meeting_start=row["meeting_starts"],
            items=tuple(
                domain.SentItem(**kept(each, "id", "number", "title", "withdrawn"), item=each["item_id"])
                for each in items.get(row["id"], ())
            ),
            documents=tuple(
                domain.SentDocument(
                    **kept(each, "id", "number", "title", "sha256"),
                    item=each["item_id"],
                    document=each["document_id"],
                )
                for each in documents.get(row["id"], ())
            ),
        )

    return {id_: tuple(map(sending, group)) for id_, group in sent.items()}


def standing_items(read: Connection, body_id: int) -> tuple[domain.StandingItem, ...]:
    """Return what comes by itself on a body's agendas, in order."""
    own = a.standing_item.c
    names = ("id", "title", "kind", "minutes", "presenters", "proposal", "months", "source", "closing")
    return tuple(
        domain.StandingItem(**kept(row, *names), meeting_type=row["meeting_type_id"])
        for row in rows(
            read, select(a.standing_item).where(own.body_id == body_id).order_by(own.position, own.id)
        )
    )


def patterns(read: Connection, body_id: int) -> tuple[domain.Pattern, ...]:
    """Return how a body's meetings come again."""
    own = a.meeting_pattern.c
    names = ("id", "weekday", "nth", "weeks", "first", "months", "place", "moves")
    return tuple(
        domain.Pattern(**kept(row, *names), start=row["starts"], meeting_type=row["meeting_type_id"])
        for row in rows(
            read, select(a.meeting_pattern).where(own.body_id == body_id).order_by(own.position, own.id)
        )
    )


def delegated(read: Connection, body_id: int) -> tuple[domain.Delegated, ...]:
    """Return the decisions that were taken by delegation from a body, in the order they came in."""
    own = a.delegated.c
    wanted = select(a.delegated).where(own.body_id == body_id).order_by(own.position, own.id)
    return tuple(
        domain.Delegated(
            **kept(row, "id", "title", "registry_number", "basis", "urgent"),
            body=row["body_id"],
            on=row["decided_on"],
            by=row["decided_by"],
            item=row["item_id"],
        )
        for row in rows(read, wanted)
    )


def speakers(read: Connection, item_id: int) -> tuple[domain.Speaker, ...]:
    """Return the speakers' list of an item, in turn."""
    own = a.speaker.c
    return tuple(
        domain.Speaker(**kept(row, "id", "reply", "seconds"), who=named(row))
        for row in rows(read, select(a.speaker).where(own.item_id == item_id).order_by(own.position, own.id))
    )


def all_speakers(read: Connection) -> dict[int, tuple[domain.Speaker, ...]]:
    """Return the speakers' lists of all items that have one, by item."""
    return {
        id_: tuple(domain.Speaker(**kept(row, "id", "reply", "seconds"), who=named(row)) for row in group)
        for id_, group in parts(read, a.speaker, t.item, select(t.item.c.id)).items()
    }


def item_of_speaker(read: Connection, speaker_id: int) -> int:
    """Return the item on whose speakers' list an entry stands; raises LookupError."""
    for row in rows(read, select(a.speaker.c.item_id).where(a.speaker.c.id == speaker_id)):
        found: int = row["item_id"]
        return found
    raise LookupError(speaker_id)


def chair_notes(read: Connection, meeting_id: int) -> dict[int, tuple[int, Blocks]]:
    """Return the chair's own notes with their ids, by item; never part of a snapshot that documents get."""
    wanted = (
        select(a.chair_note)
        .join(t.item, a.chair_note.c.item_id == t.item.c.id)
        .where(t.item.c.meeting_id == meeting_id)
    )
    return {row["item_id"]: (row["id"], row["text"]) for row in rows(read, wanted)}


def lent(read: Connection, meeting_id: int) -> tuple[domain.Lent, ...]:
    """Return the copies of a meeting's agenda that were lent to the chair, with what was judged of each."""
    ids = select(t.meeting.c.id).where(t.meeting.c.id == meeting_id)
    own = select(a.chairs_copy.c.id).where(a.chairs_copy.c.meeting_id == meeting_id)
    judged = parts(read, a.judged_move, a.chairs_copy, own)
    return tuple(
        domain.Lent(
            **kept(row, "id", "sha256", "base"),
            on=row["made_on"],
            at=row["made_at"],
            verdicts=tuple((each["move"], each["verdict"]) for each in judged.get(row["id"], ())),
        )
        for row in parts(read, a.chairs_copy, t.meeting, ids).get(meeting_id, ())
    )


def sizes(read: Connection, hashes: Iterable[str]) -> dict[str, int]:
    """Return how many bytes the file holds of these papers; those it lacks are left out."""
    own = a.attachment.c
    wanted = select(own.sha256, func.max(own.size).label("size")).where(own.sha256.in_(set(hashes)))
    return {row["sha256"]: row["size"] for row in rows(read, wanted.group_by(own.sha256))}
