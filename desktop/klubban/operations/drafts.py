"""A draft of the protocol goes to those who sign it; their comments, and verification that is put off."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from klubban.domain.agenda import ItemKind
from klubban.domain.circulated import Circulates
from klubban.domain.decided import OpinionKind
from klubban.domain.errors import RuleBroken
from klubban.domain.meeting import Stage
from klubban.domain.text import Text, clean, runs_of, tidy
from klubban.i18n import N_, texts
from klubban.operations.agenda_rows import open_agenda, put_in
from klubban.operations.circulated_rows import note_again, readers_named
from klubban.operations.drafts_mail import signers
from klubban.operations.item_change import check_open
from klubban.operations.lists import last_place
from klubban.operations.meeting_rows import check_own_item, recorded
from klubban.operations.naming import line_or_none, one_line
from klubban.operations.objection_rows import insert_objection, objection_of
from klubban.operations.proceedings import insert_opinion
from klubban.operations.signing_case import case_of
from klubban.operations.verifying import follow_stage
from klubban.store import reads

if TYPE_CHECKING:
    from typing import Any

    from klubban.domain.body import Named
    from klubban.domain.meeting import Meeting
    from klubban.domain.text import Blocks
    from klubban.store.database import Database


def send_draft(
    database: Database, meeting_id: int, *, on: dt.date | None, comments_by: dt.date | None
) -> None:
    """Note when the draft went to those who sign it, and until when they answer; None takes it back.

    Raises RuleBroken for days that cannot be, a meeting that is not closed, notes, or a verified protocol.
    """
    meeting = recorded(database, meeting_id)
    _check_draft(meeting)
    if on is not None and on < meeting.last_day:
        raise RuleBroken(
            "A draft goes out when the meeting is over, on {date} or later", date=meeting.last_day
        )
    if on is not None and comments_by is not None and comments_by < on:
        raise RuleBroken("Comments can come until {date}, when the draft goes out, or later", date=on)
    if on is None and meeting.objections:
        raise RuleBroken("There are comments on the draft already; it was sent")
    label = N_("Send the draft of {date}") if on else N_("Take back that the draft of {date} was sent")
    day = meeting.date.isoformat()
    with database.read() as read:
        readers = readers_named(read, signers(meeting))
    with database.change(label, place=("meeting", meeting_id), date=day) as change:
        change.update("meeting", meeting_id, draft_sent=on, comments_by=comments_by if on else None)
        note_again(change, meeting_id, Circulates.DRAFT, on, readers)


def add_comment(
    database: Database,
    meeting_id: int,
    who: Named,
    text: Blocks,
    *,
    on: dt.date | None,
    item: int | None = None,
    dissent: bool = False,
) -> int:
    """Note what somebody says of the draft, of a paragraph or of all, and return it.

    With `dissent` they hold that it was not decided so. Raises RuleBroken for no words, a draft that was not
    sent, or an item of another meeting; LookupError.
    """
    meeting = recorded(database, meeting_id)
    _check_draft(meeting)
    if meeting.draft_sent is None:
        raise RuleBroken("The draft has not been sent yet; nobody can say anything of it")
    _check_came(meeting, on)
    check_own_item(meeting, item)
    columns = {"text": _words(text), "lodged_on": on, "item_id": item, "dissent": dissent}
    label = N_("Note the comment of {name}")
    with database.change(label, place=("meeting", meeting_id), name=str(who)) as change:
        return insert_objection(change, meeting_id, who, **columns)


_FACTS = {"text": "text", "item": "item_id", "dissent": "dissent", "on": "lodged_on"}


def change_comment(database: Database, comment_id: int, *, run: str | None = None, **facts: Any) -> None:
    """Set facts of a comment: text, item, dissent, on; only those that are named.

    Raises RuleBroken for no words, an item of another meeting, or a day before the draft; LookupError.
    """
    meeting, comment = objection_of(database, comment_id)
    _check_came(meeting, facts.get("on"))
    columns = {_FACTS[name]: value for name, value in facts.items()}
    if "text" in facts:
        columns["text"] = _words(facts["text"])
    check_own_item(meeting, facts.get("item"))
    place, label = ("meeting", meeting.id), N_("Change the comment of {name}")
    with database.change(label, place=place, run=run, name=str(comment.by)) as change:
        change.update("objection", comment_id, **columns)


def settle(database: Database, comment_id: int, words: str | None) -> None:
    """Say what was done about a comment; without words it is still open. Raises LookupError."""
    meeting, comment = objection_of(database, comment_id)
    done = line_or_none(words)
    label = N_("Settle the comment of {name}") if done else N_("Take up the comment of {name} again")
    with database.change(label, place=("meeting", meeting.id), name=str(comment.by)) as change:
        change.update("objection", comment_id, settled=done)


def remove_comment(database: Database, comment_id: int) -> None:
    """Take back a comment; raises LookupError."""
    meeting, comment = objection_of(database, comment_id)
    label = N_("Take back the comment of {name}")
    with database.change(label, place=("meeting", meeting.id), name=str(comment.by)) as change:
        change.delete("objection", comment_id)


def note_dissent(database: Database, comment_id: int, *, on: dt.date) -> int:
    """Let a dissent stand in the protocol, as a note at its paragraph, and return the note; it is settled so.

    Raises RuleBroken for a comment on no paragraph, or one that is verified or out to be signed; LookupError.
    """
    meeting, comment = objection_of(database, comment_id)
    if comment.item is None:
        raise RuleBroken("Say first which paragraph {name} dissents from", name=comment.by)
    words = texts(meeting.organisation.language)
    told = words.gettext("Dissent from the wording of the protocol, made known at the verification:")
    text = (Text(runs_of(told)), *comment.text)
    label = N_("Note the dissent of {name} in the protocol")
    with database.change(label, place=("item", comment.item), name=str(comment.by)) as change:
        check_open(change, comment.item)
        place = last_place(change, "opinion", item_id=comment.item)
        kind, by = OpinionKind.NOTE, [comment.by]
        noted = insert_opinion(change, comment.item, place, kind, by, text, lodged_on=on)
        settled = words.gettext("Noted in the protocol.")
        change.update("objection", comment_id, dissent=True, settled=settled)
        return noted


def put_off(database: Database, verification_id: int, because: str, *, today: dt.date) -> int:
    """Put a verification off to the body's next meeting, and return the item that it comes as on its agenda.

    Raises RuleBroken without a reason, for what is verified or out to be signed, or where no meeting is
    planned; LookupError.
    """
    case = case_of(database, verification_id)
    meeting, verification = case.meeting, case.verification
    reason = one_line(clean(because))
    if not reason:
        raise RuleBroken("Say why the verification is put off")
    if verification.signed_by or verification.withdrawn:
        raise RuleBroken("{paragraphs} is verified already", paragraphs=case.named)
    if verification.signing is not None:
        raise RuleBroken("{paragraphs} is out to be signed; withdraw that first", paragraphs=case.named)
    label = N_("Put the verification of {what} off to {date}")
    later = _next_meeting(database, meeting, today)
    day = later.date
    place = ("meeting", meeting.id)
    with database.change(label, place=place, what=case.named, date=day.isoformat()) as change:
        change.update(
            "verification",
            verification_id,
            moved_to=day,
            moved_because=reason,
            date=day,
            ready_on=None,
            control=None,
        )
        if meeting.stage is Stage.READY:
            change.update("meeting", meeting.id, stage=Stage.CLOSED)
        follow_stage(change, meeting.id)
        title = _title(meeting, case.named)
        return put_in(change, open_agenda(change, later.id), title, kind=ItemKind.PROCEDURE)


def _title(meeting: Meeting, named: str) -> str:
    words = texts(meeting.organisation.language)
    line = words.gettext("Verification of the protocol of {date}, {paragraphs}")
    return line.format(date=words.date(meeting.date), paragraphs=named)


def _next_meeting(database: Database, meeting: Meeting, today: dt.date) -> Meeting:
    with database.read() as read:
        for line in reads.meetings(read, meeting.body.id):
            later = (line.date, line.start or dt.time()) > (meeting.date, meeting.start or dt.time())
            coming = line.stage in (Stage.PLANNED, Stage.SUMMONED) and not line.cancelled
            if later and coming and line.date >= today:
                return reads.recorded(read, line.id)
    raise RuleBroken(
        "No later meeting of {body} is planned; plan it first, so that it can verify", body=meeting.body.name
    )


def _check_draft(meeting: Meeting) -> None:
    if not meeting.body.rules.verified:
        raise RuleBroken("What {body} notes is not verified", body=meeting.body.name)
    if meeting.protocol_verified:
        raise RuleBroken("The protocol is verified; there is no draft of it any more")
    if meeting.stage not in (Stage.CLOSED, Stage.READY):
        raise RuleBroken("The meeting on {date} is not closed", date=meeting.date)


def _check_came(meeting: Meeting, on: dt.date | None) -> None:
    if on is not None and meeting.draft_sent is not None and on < meeting.draft_sent:
        raise RuleBroken("The draft was sent on {date}; nobody answered before", date=meeting.draft_sent)


def _words(text: Blocks) -> Blocks:
    words = tidy(text)
    if not words:
        raise RuleBroken("Say what the comment is")
    return words
