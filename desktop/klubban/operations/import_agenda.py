"""What an import says of a meeting and its items from before the meeting: acts, papers, what was sent."""

from __future__ import annotations

from collections.abc import Mapping

from klubban.exchange.items import OpenItem
from klubban.exchange.meetings import OpenMeeting
from klubban.operations.import_register import RegisterImport
from klubban.operations.naming import named
from klubban.store.change import Change, id_of


def put_preparation(register: RegisterImport, change: Change, item_id: int, given: OpenItem) -> None:
    """Write what was done to an item, which papers are awaited, what was remarked and who is to speak."""
    for place, act in enumerate(given.acts):
        facts = {"act": act.act, "proposed_by": act.by, "done_on": act.on, "done_at": act.at}
        change.insert("agenda_act", item_id=item_id, position=place, reason=act.reason, **facts)
    for place, paper in enumerate(given.papers):
        change.insert("paper", item_id=item_id, position=place, **paper.model_dump())
    for place, comment in enumerate(given.comments):
        facts = {"author": comment.by, "text": comment.text, "made_on": comment.on}
        change.insert("comment", item_id=item_id, position=place, **facts)
    for place, each in enumerate(given.speakers):
        who = named(register.who(each.person))
        spoke = {"reply": each.reply, "seconds": each.seconds}
        change.insert("speaker", item_id=item_id, position=place, **who, **spoke)


def put_planning(change: Change, meeting_id: int, given: OpenMeeting, items: Mapping[str | int, int]) -> None:
    """Write who meets before a meeting, and what was sent of it; `items` are those of the document."""
    for place, each in enumerate(given.group_meetings):
        facts = each.model_dump(include={"name", "date", "place"})
        change.insert("group_meeting", meeting_id=meeting_id, position=place, starts=each.start, **facts)
    for place, sending in enumerate(given.sendings):
        id_ = change.insert(
            "sending",
            meeting_id=meeting_id,
            position=place,
            sent_on=sending.on,
            sent_at=sending.at,
            meeting_date=sending.date,
            meeting_starts=sending.start,
            **sending.model_dump(include={"number", "place", "late_because"}),
        )
        for at, item in enumerate(sending.items):
            facts = item.model_dump(include={"number", "title", "withdrawn"})
            change.insert("sent_item", sending_id=id_, position=at, item_id=items[item.item], **facts)
        for at, document in enumerate(sending.documents):
            item_id = items[document.item]
            change.insert(
                "sent_document",
                sending_id=id_,
                position=at,
                item_id=item_id,
                document_id=_document(change, item_id, document.document),
                **document.model_dump(include={"number", "title", "sha256"}),
            )


def _document(change: Change, item_id: int, place: int | None) -> int | None:
    """Return the document at a place, from 1, of an item's list."""
    return None if place is None else id_of(change.rows("document", item_id=item_id)[place - 1])
