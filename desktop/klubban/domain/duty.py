"""One thing that law or rules want done, its day, and where it stands."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from klubban.domain.body import Body
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.rules import BodyKind

_SOON = dt.timedelta(days=7)


class Wanted(StrEnum):
    """What is to be done."""

    PAPERS = "papers"
    ANNOUNCEMENT = "announcement"
    SUMMONS = "summons"
    HELD = "held"
    """The day has been, and nobody has noted whether the meeting was held."""
    COMMENTS = "comments"
    """On notes."""
    DRAFT = "draft"
    """The comments on a draft."""
    REASONS = "reasons"
    """Of a reservation, in writing."""
    AT_ONCE = "at_once"
    """Paragraphs are to be verified immediately."""
    VERIFICATION = "verification"
    NOTICE = "notice"
    NOTICE_ANEW = "notice_anew"
    """The one that was posted does not count."""
    NOTICE_DOWN = "notice_down"
    APPEAL = "appeal"
    """The time for appeal ends."""
    ASK = "ask"
    """That time is over, and the court is asked whether anybody has appealed."""
    ANSWER = "answer"
    """The court was asked, or has an appeal; what it says is to be noted."""
    SUBMISSION = "submission"
    ASSIGNMENT = "assignment"
    UNANSWERED = "unanswered"
    """An assignment of which nobody has said anything for two meetings, and which has no day."""
    STUCK = "stuck"
    """An assignment that gets no further, and no body has been asked how it is to go on."""
    SEND = "send"
    """An inquiry is to be sent."""
    ANSWERS = "answers"
    """The answers to it are awaited."""
    REMIND = "remind"
    """Some answers are late."""
    COMPILE = "compile"
    REPLY = "reply"
    """A referral that came from others is to be answered."""
    CHECKPOINT = "checkpoint"
    REVIEW = "review"
    RUNS_OUT = "runs_out"
    """An agreement ends."""
    RECOMMENDATION = "recommendation"
    ACTIVITY = "activity"
    PROMISE = "promise"
    """Nobody has followed it up this year."""
    REPORT_TO = "report_to"
    """A body is to be told how it stands with a plan."""
    SITUATION = "situation"
    OBLIGATION = "obligation"
    """What the year's wheel has in a month that went by without it."""
    MEETINGS = "meetings"
    """The rules ask for more meetings this year."""


class Followed(StrEnum):
    """What a duty is about, besides meetings, items and matters."""

    ASSIGNMENT = "assignment"
    INQUIRY = "inquiry"
    COMMITMENT = "commitment"
    SITUATION = "situation"
    STANDING = "standing"
    """An item of the wheel."""


class Standing(StrEnum):
    """Where a duty stands on a day, in the order in which it is told of."""

    LATE = "late"
    TODAY = "today"
    """Today is its day, or its day by the calendar is past and lag (1930:173) may extend it."""
    SOON = "soon"
    """Within a week."""
    OPEN = "open"
    """It can be done since a day, and nothing says by when."""
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One thing to be done."""

    what: Wanted
    day: dt.date
    """The last day; or where there is none, the first."""
    extended: dt.date | None = None
    """The last day as lag (1930:173) 2 § would move it past days off, where that is another."""
    has_last: bool = True
    has_day: bool = True
    """Not of an assignment that nobody set a day for: `day` is when it was given, then."""
    body: Body | None = None
    meeting: int | None = None
    held: dt.date | None = None
    """The day of the meeting."""
    paragraphs: Paragraphs | None = None
    item: int | None = None
    matter: int | None = None
    appointed: dt.date | None = None
    """The day that was agreed on for it."""
    names: tuple[str, ...] = ()
    """The papers, those who gave no reasons, or what it is called; none of what is confidential."""
    follows: Followed | None = None
    id: int | None = None
    """Of what it follows."""
    part: int | None = None
    """The id of a part of that: an activity, a checkpoint."""
    within: str | None = None
    """What it is a part of, or what of it is meant."""
    who: str | None = None
    """Whom it waits for."""
    person: int | None = None
    """Id of the person that this is, of one in the register."""
    to: str | None = None
    """The body that is to be told."""
    unanswered: int = 0
    """At so many meetings since it was due, or given, nobody has answered."""
    between: tuple[str, ...] = ()
    """Whom it is stuck between."""
    counted: tuple[int, int] | None = None
    """So many have come, of so many."""
    source: str | None = None
    """The statute or decision that wants it, where what is followed names one."""

    @property
    def key(self) -> str:
        """Return what it is known by in its file, for good: what is wanted, and of what."""
        if self.follows is not None:
            of = "-".join(str(each) for each in (self.follows, self.id, self.part) if each is not None)
        elif self.matter is not None:
            of = f"matter-{self.matter}"
        else:
            of = f"meeting-{self.meeting}" if self.meeting is not None else f"body-{self.body_id}"
        about = "" if self.follows else str(self.paragraphs or "").replace(" ", "")
        day = self.day.isoformat() if self.what in _OFTEN else ""
        return "-".join(filter(None, ("duty", self.what.value, of, about, day)))

    @property
    def body_id(self) -> int | None:
        """Return the id of the body that has it to do."""
        return self.body.id if self.body else None

    def standing(self, today: dt.date) -> Standing:
        """Return where it stands on a day."""
        if not self.has_last and self.day <= today:
            return Standing.OPEN
        if today > (self.extended or self.day):
            return Standing.LATE
        if today >= self.day:
            return Standing.TODAY
        return Standing.SOON if self.day <= today + _SOON else Standing.LATER

    def in_grace(self, today: dt.date) -> bool:
        """Tell whether the calendar's day is past and only the extended one is not."""
        return self.extended is not None and self.day < today <= self.extended

    def late_by(self, today: dt.date) -> int:
        """Return by how many days it is late."""
        return max(0, (today - (self.extended or self.day)).days) if self.has_last else 0


_OFTEN = (
    Wanted.PAPERS,
    Wanted.ANSWERS,
    Wanted.REMIND,
    Wanted.CHECKPOINT,
    Wanted.REVIEW,
    Wanted.ACTIVITY,
    Wanted.OBLIGATION,
)
"""What the same thing may want on several days."""

STATUTES = {
    Wanted.ANNOUNCEMENT: "KL 5 kap. 13 §",
    Wanted.REASONS: "KL 4 kap. 27 §",
    Wanted.VERIFICATION: "KL 5 kap. 69 §",
    Wanted.NOTICE: "KL 8 kap. 12 §",
    Wanted.NOTICE_ANEW: "KL 13 kap. 5 §",
    Wanted.NOTICE_DOWN: "KL 8 kap. 12 §",
    Wanted.APPEAL: "KL 13 kap. 5 §",
    Wanted.ASK: "KL 13 kap. 5 §",
    Wanted.SUBMISSION: "KL 5 kap. 35 §",
}
"""The sections that want it so; what the body's own rules want has none."""


def statute(duty: Duty) -> str | None:
    """Return the section, or the decision, that wants it so."""
    if duty.source is not None:
        return duty.source
    if duty.what is Wanted.SUMMONS and duty.body and duty.body.kind is BodyKind.ASSEMBLY:
        return "KL 5 kap. 15 §"
    return STATUTES.get(duty.what)
