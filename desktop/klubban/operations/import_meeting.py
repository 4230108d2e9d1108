"""An import's meetings: each written anew in the place of the one that was there, if any."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from klubban.domain.meeting import Meeting, MeetingLine, Stage
from klubban.exchange.items import OpenItem
from klubban.exchange.meetings import OpenFreeAssignment, OpenMeeting
from klubban.exchange.open_format import Refused, meetings_meant
from klubban.i18n import N_
from klubban.operations.import_agenda import put_planning
from klubban.operations.import_follow_up import FollowUpImport
from klubban.operations.import_item import ItemImport, is_meant
from klubban.operations.import_references import References
from klubban.operations.import_register import RegisterImport
from klubban.operations.import_roll import RollImport, rules_of_the_day, says_who_was_there
from klubban.operations.import_verification import as_kept, put_verified
from klubban.operations.meeting_rows import (
    insert_absence,
    insert_attendee,
    insert_recess,
    meeting_columns,
)
from klubban.operations.naming import named
from klubban.operations.renewal import Renewal
from klubban.operations.worded import is_worded
from klubban.store import reads
from klubban.store.change import Guarded, id_of
from klubban.store.freezing import freeze_verified
from klubban.store.tables import Value

_LISTS = (
    "recess", "call_up", "roll_line", "ruling", "attendance", "absence", "verification", "notice",
    "objection", "correction", "archived",
)  # fmt: skip
_COLUMNS = {
    "papers_due", "announced_on", "cancelled_on", "cancelled_because", "opened", "notes_sent", "comments_by",
    "doors", "draft_sent",
}  # fmt: skip
_BEFORE = {"group_meeting": "group_meetings", "sending": "sendings"}
"""What was before a meeting is left as it is by a document that says nothing of it, such as its protocol."""
_OF_THE_ROLL = {"roll_line": "roll", "ruling": "rulings", "call_up": "call_ups", "absence": "absent"}
"""What is left as it is by a document that says nothing of who was there, with its name in the document."""


class MeetingImport:
    """Brings one meeting in, with its items; those of its items that the document leaves out stay."""

    def __init__(self, register: RegisterImport, place: int) -> None:
        """Take the registers that were brought in before, and the meeting's place in the document."""
        self.register = register
        self.meeting: OpenMeeting = register.document.meetings[place]
        self.place = place
        self._renewal = Renewal(register.change, in_order=("item",))
        self._items: dict[str | int, int] = {}
        self._ids: list[int] = []
        self._verified = False
        self._id: int | None = None

    def run(self) -> int:
        """Bring the meeting in and return its id; raises Refused when a verified one would be changed."""
        try:
            self._id = self._run()
        except Guarded as error:
            raise self._refused() from error
        return self._id

    def _run(self) -> int:
        known = self._known()
        before = len(self.register.change.done)
        id_ = self._put(known)
        recesses = self._put_recesses(id_)
        self._put_items(id_, known, recesses)
        self._say_when(recesses)
        roll = RollImport(self.register, self._renewal, self.meeting, self._items, self._where)
        roll.run(id_)
        self._put_people(id_)
        put_verified(self.register, self._renewal, id_, self.meeting, self._items)
        self._put_objections(id_)
        put_planning(self._renewal, id_, self.meeting, self._items)
        self._renewal.finish(but="item")
        roll.check(id_)
        self._verified = bool(known and known.verified)
        self._refuse_overwriting(before)
        return id_

    def link(self, references: References) -> None:
        """Say where the items come from, when all meetings and assignments are in the file."""
        before = len(self.register.change.done)
        for place, (id_, each) in enumerate(zip(self._ids, self.meeting.items, strict=True)):
            steps = ("meetings", self.place, "items", place)
            self.register.change.update(
                "item",
                id_,
                origin_item_id=references.item_at(each.came_from, *steps, "came_from"),
                origin_assignment_id=references.assignment(each.assignment, *steps, "assignment"),
            )
        self._refuse_overwriting(before)

    def link_to_follow_up(self, follow_up: FollowUpImport) -> None:
        """Say which plans and inquiries the items are about, and who was sent what; all is in the file."""
        for id_, each in zip(self._ids, self.meeting.items, strict=True):
            self.register.change.update(
                "item",
                id_,
                origin_commitment_id=follow_up.named("commitment", each.commitment),
                origin_inquiry_id=follow_up.named("inquiry", each.inquiry),
            )
        if self._id is not None:
            follow_up.put_circulated(self._id, self.meeting.circulated)

    def freeze(self) -> None:
        """Freeze what is verified of the meeting, when all of the document is in the file."""
        if self._id is not None:
            meeting = reads.meeting(self.register.change.connection, self._id)
            if meeting.verified:
                freeze_verified(self.register.change, meeting, partial(is_worded, meeting))

    def _refuse_overwriting(self, before: int) -> None:
        """Refuse what changed since a moment, if the meeting was verified."""
        if self._verified and len(self.register.change.done) > before:
            raise self._refused()

    def _refused(self) -> Refused:
        return Refused(
            self._where(),
            N_("The meeting on {date} is verified in the file, and is never overwritten"),
            date=self.meeting.date,
        )

    def _where(self, *steps: str | int) -> str:
        return self.register.document.place("meetings", self.place, *steps)

    def _known(self) -> Meeting | None:
        """Return the meeting in the file with the same body, date and start; raises Refused if unclear."""
        read, start = self.register.change.connection, self.meeting.start
        lines = reads.meetings(read, self.register.bodies[self.meeting.body])
        same_day = [line for line in lines if line.date == self.meeting.date]
        for line in same_day:
            if line.start == start:
                return reads.recorded(read, line.id)
        for line in same_day:
            if None in (line.start, start) and not self._is_given(line):
                raise Refused(
                    self._where(),
                    N_("The meeting on {date} may be the one at {start} in the file"),
                    date=line.date,
                    start=f"{line.start:%H:%M}" if line.start else "–",
                )
        return None

    def _is_given(self, line: MeetingLine) -> bool:
        """Tell whether the document has a meeting of the same body and day with this very start."""
        return any(
            (self.register.bodies[each.body], each.date, each.start) == (line.body, line.date, line.start)
            for each in self.register.document.meetings
        )

    def _put(self, known: Meeting | None) -> int:
        given = self.meeting
        body_id = self.register.bodies[given.body]
        columns = {
            "meeting_type_id": self._type(body_id),
            "rules": rules_of_the_day(self.register, body_id, given, known),
            "date": given.date,
            "starts": given.start,
            "ends": given.end,
            "end_date": given.end_date,
            "place": given.place,
            "minuted": given.paragraphs,
            **given.model_dump(include=_COLUMNS),
            **_calendar(given),
            "as_verified": as_kept(given.as_verified),
            **meeting_columns(
                self.register.who_or_none(given.chair),
                self.register.who_or_none(given.secretary),
                stage=given.stage or _stage(given),
            ),
        }
        if known is None:
            return self._renewal.insert("meeting", body_id=body_id, **columns)
        self._renewal.update("meeting", known.id, **columns)
        left = self._left_alone(known)
        lists = (each for each in (*_LISTS, *_BEFORE) if each not in left)
        self._renewal.renew(("meeting", known.id), "item", *lists)
        return known.id

    def _left_alone(self, known: Meeting) -> set[str]:
        """Return the tables that a document leaves alone: an agenda takes no roll away."""
        kept = dict(_BEFORE)
        if known.roll.lines and not says_who_was_there(self.meeting):
            kept |= _OF_THE_ROLL
        return {table for table, name in kept.items() if name not in self.meeting.model_fields_set}

    def _type(self, body_id: int) -> int | None:
        name = self.meeting.type
        if name is None:
            return None
        for row in self.register.change.rows("meeting_type", body_id=body_id):
            if row["name"] == name:
                return id_of(row)
        raise Refused(self._where("type"), N_("The body has no meetings called {name}"), name=name)

    def _put_recesses(self, id_: int) -> list[int]:
        return [
            insert_recess(
                self._renewal,
                id_,
                each.starts,
                each.ends,
                **each.model_dump(include={"adjourned", "ends_on"}),
            )
            for each in self.meeting.recesses
        ]

    def _say_when(self, recesses: Sequence[int]) -> None:
        """Say after which items the recesses were, when these are in the file."""
        for id_, each in zip(recesses, self.meeting.recesses, strict=True):
            after = None if each.after is None else self._items[each.after]
            self._renewal.update("recess", id_, after_item_id=after)

    def _put_items(self, id_: int, known: Meeting | None, recesses: Sequence[int]) -> None:
        """Write the items; where the document leaves some out, those that are known keep their places."""
        there = [item.id for item in known.items] if known else []
        ids = []
        for place, each in enumerate(self.meeting.items):
            where = self._where("items", place, "standing")
            standing = self.register.standing_item(self.meeting.body, each.standing, where)
            brought = ItemImport(self.register, self._renewal, id_, each, standing, recesses)
            ids.append(brought.run(place, self._free(each)))
            self._items |= {name: ids[-1] for name in (each.key, each.paragraph) if name is not None}
        self._renewal.arrange("item", there, ids)
        self._ids = ids
        self._refuse_doubles(id_)

    def _free(self, item: OpenItem) -> list[OpenFreeAssignment]:
        """Return the assignments that the document gives outside the item they belong to."""
        document = self.register.document
        return [
            each
            for each in document.assignments
            if is_meant(item, each) and any(meant is self.meeting for meant in meetings_meant(document, each))
        ]

    def _refuse_doubles(self, id_: int) -> None:
        """Refuse a paragraph that another item in the file has."""
        titles: dict[Value, Value] = {}
        for row in self._renewal.rows("item", meeting_id=id_):
            number = row["number"]
            if number is not None and number in titles:
                raise Refused(
                    self._where(),
                    N_("§ {number} would stand there twice, as {one} and as {other}"),
                    number=number,
                    one=titles[number],
                    other=row["title"],
                )
            titles[number] = row["title"]

    def _put_people(self, id_: int) -> None:
        for place, attendee in enumerate(() if self.meeting.roll else self.meeting.attendance):
            insert_attendee(
                self._renewal,
                id_,
                place,
                self.register.who(attendee.person),
                attendee.attends_as,
                serves_for=self.register.who_or_none(attendee.serves_for),
                items=[self._item(key, "attendance", place, "items") for key in attendee.items],
                **attendee.model_dump(
                    include={"title", "paragraphs", "partly", "remote", "came_at", "went_at"}
                ),
            )
        for place, absent in enumerate(self.meeting.absent):
            insert_absence(self._renewal, id_, place, self.register.who(absent.person), told=absent.told)

    def _put_objections(self, id_: int) -> None:
        for place, each in enumerate(self.meeting.objections):
            item = None if each.item is None else self._items[each.item]
            who = named(self.register.who(each.by))
            facts = each.model_dump(include={"dissent", "settled"}) | {"item_id": item, "text": each.text}
            noted = {"position": place, "lodged_on": each.on}
            self._renewal.insert("objection", meeting_id=id_, **noted, **who, **facts)

    def _item(self, key: str, *steps: str | int) -> int:
        if key not in self._items:
            raise Refused(self._where(*steps), N_("The meeting has no item with the key {key}"), key=key)
        return self._items[key]


def _calendar(meeting: OpenMeeting) -> dict[str, Value]:
    """Return what calendars know a meeting by, where the document says so: it outlives every change."""
    known = meeting.calendar
    return {"calendar_uid": known.uid, "calendar_sequence": known.sequence} if known else {}


def _stage(meeting: OpenMeeting) -> Stage:
    """Return where a meeting stands by what is noted of it; nothing comes into force by that alone."""
    if any(notice.posted for notice in meeting.notice):
        return Stage.ANNOUNCED
    if meeting.verification and all(each.date for each in meeting.verification):
        return Stage.VERIFIED
    return Stage.CLOSED if meeting.end else Stage.PLANNED
