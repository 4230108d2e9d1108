"""When a meeting was opened, adjourned and closed, in sentences; and how lists name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording

if TYPE_CHECKING:
    from klubban.domain.meeting import Meeting, Recess
    from klubban.i18n import Texts


def named(meeting: Meeting, texts: Texts) -> str:
    """Return `Kommunstyrelsen, måndagen den 22 februari 2016`."""
    return f"{meeting.body.name}, {wording.days(meeting, texts)}"


def opened(meeting: Meeting, texts: Texts) -> str:
    """Return that the chair opened the meeting, where it was noted; notes are less formal."""
    if meeting.opened is None or not meeting.body.rules.protocol:
        return ""
    line = texts.gettext("The chair declares the meeting opened {time}.")
    return line.format(time=wording.clock(meeting.opened, None, texts))


def closed(meeting: Meeting, texts: Texts) -> str:
    """Return that the chair closed the meeting, of one whose opening was noted too."""
    if meeting.opened is None or meeting.end is None or not meeting.body.rules.protocol:
        return ""
    when = wording.clock(meeting.end, None, texts)
    if meeting.last_day != meeting.date:
        when = f"{wording.long_date(meeting.last_day, texts)} {when}"
    return texts.gettext("The chair declares the meeting closed {time}.").format(time=when)


def adjourned(recess: Recess, texts: Texts) -> str:
    """Return from when to when the meeting was adjourned; a pause is told on the first page alone."""
    if not recess.adjourned:
        return ""
    begins = wording.clock(recess.starts, None, texts)
    if recess.ends is None and recess.ends_on is None:
        return texts.gettext("The meeting is adjourned {time}.").format(time=begins)
    again = wording.clock(recess.ends, None, texts)
    if recess.ends_on:
        again = f"{wording.long_date(recess.ends_on, texts)} {again}".strip()
    line = texts.gettext("The meeting is adjourned {time} and resumed {again}.")
    return line.format(time=begins, again=again)
