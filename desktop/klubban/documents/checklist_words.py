"""What the checklist points out, in one sentence each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from klubban.domain.checklist import Point
    from klubban.domain.meeting import Meeting
    from klubban.i18n import Texts


def sentence(point: Point, meeting: Meeting, texts: Texts) -> str:
    """Return what is pointed out; the item itself is not named in it."""
    raise NotImplementedError


def place(point: Point, meeting: Meeting, texts: Texts) -> str:
    """Return where it is: `§ 64`, an item's title while it has no number, or the meeting."""
    raise NotImplementedError
