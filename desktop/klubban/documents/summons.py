"""The summons to a meeting: when, where, and the agenda with its documents (KL 5 kap. 15 §)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import agenda, front_page, wording
from klubban.documents.front_page import row
from klubban.documents.tree import Heading, Quiet, Signature, Signatures
from klubban.domain.agenda_order import sections
from klubban.domain.public import shown as shown_of
from klubban.domain.text import Text, runs_of
from klubban.domain.time_plan import time_plan
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.front_page import Row
    from klubban.documents.tree import Document, Node
    from klubban.domain.agenda import GroupMeeting
    from klubban.domain.meeting import Meeting
    from klubban.domain.public import Shown
    from klubban.i18n import Texts

_HOUR = 60


def build(meeting: Meeting, *, language: str = "sv", to_public: bool = False) -> Document:
    """Return the summons as the agenda is now; to the public without what is confidential."""
    texts = texts_of(language)
    shown = shown_of(meeting, to_public=to_public)
    return front_page.document(
        shown.meeting, kind_of(shown.meeting, texts), _nodes(shown, texts), texts, plain=True
    )


def kind_of(meeting: Meeting, texts: Texts) -> str:
    """Return what the document is: a summons, or an invitation where nobody is bound to come."""
    formal = meeting.body.rules.protocol
    return texts.pgettext("document", "Summons") if formal else texts.pgettext("document", "Invitation")


def _nodes(shown: Shown, texts: Texts) -> Iterator[Node]:
    meeting = shown.meeting
    yield Heading(1, meeting.body.name)
    yield Quiet(_subtitle(meeting, texts))
    yield front_page.filled(_facts(meeting, texts, own=not shown.to_public))
    parts = sections(meeting)
    if not parts:
        yield Heading(2, agenda.name_of_list(meeting, texts))
        yield Text(runs_of(texts.gettext("Nothing is on the agenda yet.")))
    for part in parts:
        side = part.side
        name = (
            agenda.name_of_list(meeting, texts) if side is None else agenda.name_of_side(side, meeting, texts)
        )
        yield Heading(2, name)
        for item in part.items:
            yield agenda.entry(shown, item, texts)
    yield from agenda.not_shown(shown, texts)
    if not shown.to_public:  # signatures are never published
        yield from signatures(meeting, first_sent(meeting), texts)


def senders(meeting: Meeting, texts: Texts) -> Iterator[Row]:
    """Walk who sends what nobody signs."""
    yield row(texts.gettext("Chair"), str(meeting.chair or ""))
    yield row(texts.gettext("Secretary"), str(meeting.secretary or ""))


def first_sent(meeting: Meeting) -> date | None:
    """Return the day on which the summons went out."""
    return next((each.on for each in meeting.sendings if each.number == 0), None)


def _subtitle(meeting: Meeting, texts: Texts) -> str:
    formal = meeting.body.rules.protocol
    line = (
        texts.gettext("Summons to the meeting on {date}")
        if formal
        else texts.gettext("Invitation to the meeting on {date}")
    )
    return line.format(date=wording.days(meeting, texts))


def _facts(meeting: Meeting, texts: Texts, *, own: bool) -> Iterator[Row]:
    """Walk when and where; to the body's own also who meets before it, whom to tell of absence, how long."""
    if meeting.cancelled_on:
        line = texts.gettext("The meeting was cancelled on {date}.")
        yield row(texts.gettext("Cancelled"), line.format(date=texts.date(meeting.cancelled_on)))
    yield row(texts.gettext("Time and place"), *times_and_place(meeting, texts))
    sent = first_sent(meeting)
    if not own:
        yield row(texts.pgettext("of a summons", "Issued"), texts.date(sent) if sent else "")
        yield from senders(meeting, texts)
        return
    yield row(texts.gettext("Expected end"), _ends(meeting, texts))
    yield row(texts.gettext("Absence"), _absence(meeting, texts))
    groups = sorted(meeting.group_meetings, key=lambda each: each.date or meeting.date)
    yield row(texts.gettext("Group meetings"), *(_group(each, texts) for each in groups))
    yield row(texts.pgettext("of a summons", "Issued"), texts.date(sent) if sent else "")


def times_and_place(meeting: Meeting, texts: Texts) -> Iterator[str]:
    """Walk the day with the clock time, and the place."""
    yield begins(meeting, texts)
    if meeting.place:
        yield meeting.place


def begins(meeting: Meeting, texts: Texts) -> str:
    """Return when a meeting begins, and on which day one over several days ends."""
    parts = (wording.long_date(meeting.date, texts), wording.clock(meeting.start, None, texts))
    told = wording.capital(", ".join(part for part in parts if part))
    if meeting.last_day == meeting.date:
        return told
    return f"{told} – {wording.long_date(meeting.last_day, texts)}"


def _group(each: GroupMeeting, texts: Texts) -> str:
    day = texts.date(each.date) if each.date else ""
    parts = (day, wording.clock(each.start, None, texts), each.place or "")
    told = ", ".join(part for part in parts if part)
    return f"{each.name}: {told}" if told else each.name


def _absence(meeting: Meeting, texts: Texts) -> str:
    to = meeting.body.absence_to
    return texts.gettext("If you cannot come, please tell {whom}").format(whom=to) if to else ""


def _ends(meeting: Meeting, texts: Texts) -> str:
    """Return when a meeting of a day ends, or else how long it takes, if that is known."""
    plan = time_plan(meeting)
    if not plan.total:
        return ""
    if plan.ends and meeting.last_day == meeting.date:
        about = texts.gettext("About {time}")
        return about.format(time=wording.clock(plan.ends, None, texts))
    return texts.gettext("Takes about {length}.").format(length=length(plan.total, texts))


def length(minutes: int, texts: Texts) -> str:
    """Return `2 timmar 10 minuter`."""
    hours, rest = divmod(minutes, _HOUR)
    told = []
    if hours:
        told.append(texts.ngettext("{count} hour", "{count} hours", hours).format(count=hours))
    if rest or not hours:
        told.append(texts.ngettext("{count} minute", "{count} minutes", rest).format(count=rest))
    return " ".join(map(wording.held, told))


def signatures(meeting: Meeting, day: date | None, texts: Texts) -> Iterator[Node]:
    """Walk who sends it, and a line for the day until that is known."""
    lines = [Signature(texts.gettext("Chair"), str(meeting.chair or ""))]
    if meeting.secretary or meeting.body.rules.protocol:
        lines.append(Signature(texts.gettext("Secretary"), str(meeting.secretary or "")))
    if day is None:
        lines.append(Signature(texts.gettext("Date"), ""))
    yield Signatures(tuple(lines))
