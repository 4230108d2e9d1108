"""How an extract is sent, in words: on the dispatch note, in the mail, and beside a recipient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.afterwards import DispatchWay
from klubban.domain.paragraphs import Paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.domain.dispatching import Line
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts


def way(of: DispatchWay, texts: Texts) -> str:
    """Return how something is sent: `e-post`."""
    return {
        DispatchWay.MAIL: texts.pgettext("sent", "by e-mail"),
        DispatchWay.POST: texts.pgettext("sent", "by post"),
        DispatchWay.INTERNAL: texts.pgettext("sent", "internally"),
        DispatchWay.HANDED: texts.pgettext("sent", "by hand"),
    }[of]


def signs(meeting: Meeting, numbers: Iterable[int]) -> str:
    """Return paragraphs as they are printed: `§§ 70–72`."""
    covered = Paragraphs.of(numbers)
    return wording.signs_in(meeting, covered) if covered else ""


def subject(meeting: Meeting, line: Line, texts: Texts) -> str:
    """Return what a mail with an extract is called."""
    return texts.gettext("Extract of protocol: {body} {date}, {paragraphs}").format(
        body=meeting.body.name,
        date=texts.date(meeting.date),
        paragraphs=signs(meeting, (each.number for each in line.parts)),
    )


def letter(meeting: Meeting, line: Line, texts: Texts) -> str:
    """Return what a mail with an extract says; of what is confidential its number alone."""
    lead = texts.gettext("An extract of the protocol of {body} of {date} goes with this mail.").format(
        body=wording.inside(meeting.body.name), date=wording.long_date(meeting.date, texts)
    )
    lines = [lead, ""]
    for part in line.parts:
        sign = wording.sign_in(meeting, part.number)
        lines.append(sign if part.confidential else f"{sign} {part.title}")
    again = [part.number for part in line.parts if part.corrected]
    if again:
        told = texts.ngettext(
            "{paragraphs} has been corrected since it was sent to you; this extract takes its place.",
            "{paragraphs} have been corrected since they were sent to you; this extract takes their place.",
            len(again),
        )
        lines += ["", told.format(paragraphs=signs(meeting, again))]
    return "\n".join([*lines, "", meeting.organisation.name, ""])
