"""The attendance list as an appendix of the protocol, where more decide than the first page can name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import attendance
from klubban.documents.tree import Heading, PageBreak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.tree import Node
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts

_ON_FIRST_PAGE = 30
"""So many who decide the first page names itself."""


def has_list(meeting: Meeting) -> bool:
    """Tell whether the protocol has its attendance list as an appendix."""
    return len({one.who for one in meeting.attendance if one.decides}) > _ON_FIRST_PAGE


def nodes(meeting: Meeting, texts: Texts) -> Iterator[Node]:
    """Walk the appendix, where there is one."""
    if has_list(meeting):
        yield PageBreak()
        yield Heading(2, texts.gettext("Attendance list"), texts.gettext("Appendix 1"))
        yield from attendance.table(meeting, texts)
