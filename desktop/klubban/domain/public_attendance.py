"""Who is named of those who attended, where nothing confidential may be told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.domain.meeting import AttendsAs
from klubban.domain.paragraphs import Paragraphs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from klubban.domain.meeting import Attendee, Meeting

_GUESTS = (AttendsAs.GUEST, AttendsAs.OTHER)


def attending(meeting: Meeting) -> Iterator[Attendee]:
    """Walk those who attended; guests without what is confidential, where they were not there for all.

    Who was asked in for a confidential matter may be whom it is about.
    """
    secret = {item.id for item in meeting.items if item.confidential}
    numbers = {item.number for item in meeting.items if item.confidential}
    seated = {line.id for line in meeting.roll.lines if line.role.has_seat}
    for one in meeting.attendance:
        guest = one.attends_as in _GUESTS and one.id not in seated
        if not guest or not (one.paragraphs or one.items or one.partly):
            yield one
            continue
        left = replace(
            one,
            items=tuple(each for each in one.items if each not in secret),
            paragraphs=_without(one.paragraphs, numbers),
            partly=_without(one.partly, numbers),
        )
        if left.paragraphs or left.items or left.partly:
            yield left


def _without(paragraphs: Paragraphs | None, numbers: Collection[int | None]) -> Paragraphs | None:
    return Paragraphs.of(number for number in paragraphs or () if number not in numbers)
