"""Corrections as they stand with what they correct, visible and dated (JO 581-2013)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import signing, wording
from klubban.documents.tree import Heading, Quiet, Separator
from klubban.domain.public_record import PublicRecord, Withheld
from klubban.domain.text import Text, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.tree import Node
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.verification import Correction
    from klubban.i18n import Texts


def of_item(meeting: Meeting, item: Item, texts: Texts) -> Iterator[Node]:
    """Walk the corrections of an item, below its text."""
    for each in meeting.corrections:
        if each.item == item.id:
            yield from nodes(meeting, each, 3, texts)


def of_first_page(meeting: Meeting, texts: Texts) -> Iterator[Node]:
    """Walk the corrections of what the first page says."""
    for each in meeting.corrections:
        if each.item is None:
            yield from nodes(meeting, each, 2, texts)


def told_on_first_page(meeting: Meeting, texts: Texts) -> Iterator[str]:
    """Walk what the first page says of corrections; its own stand before the paragraphs."""
    for each in meeting.corrections:
        item = _item(meeting, each)
        sign = wording.sign_of(meeting, item) if item and not isinstance(item, Withheld) else ""
        if each.item is None:
            line = texts.gettext("The first page has been corrected; see the correction of {date}.")
            yield line.format(date=each.made_on.isoformat())
        elif sign:
            line = texts.gettext("{paragraph} has been corrected; see the correction of {date}.")
            yield line.format(paragraph=sign, date=each.made_on.isoformat())


def nodes(
    meeting: Meeting, correction: Correction, level: int, texts: Texts, *, signed: bool = True
) -> Iterator[Node]:
    """Walk what a correction says, below a line; who signed it is never published."""
    yield Separator()
    yield Heading(level, _title(meeting, correction, texts))
    yield from correction.text
    reason = texts.gettext("Reason: {because}").format(because=correction.because)
    yield Text(runs_of(reason))
    if signed:
        yield Quiet(_signed(meeting, correction, texts))
        yield Separator()


def _title(meeting: Meeting, correction: Correction, texts: Texts) -> str:
    """Return `Rättelse av § 73, 2026-11-20`: on the page after its paragraph it stands alone."""
    item, day = _item(meeting, correction), correction.made_on.isoformat()
    sign = wording.sign_of(meeting, item) if item else ""
    if sign:
        line = texts.gettext("Correction of {paragraph}, {date}")
        return line.format(paragraph=sign, date=day)
    return texts.gettext("Correction {date}").format(date=day)


def _item(meeting: Meeting, correction: Correction) -> Item | None:
    return next((each for each in meeting.items if each.id == correction.item), None)


def _signed(meeting: Meeting, correction: Correction, texts: Texts) -> str:
    verification = correction.verification
    if verification is None or not verification.signed_by:
        return texts.gettext("The correction is not signed yet.")
    day = verification.date.isoformat() if verification.date else ""
    if isinstance(meeting, PublicRecord):
        return texts.gettext("The correction was verified on {date}.").format(date=day)
    people = signing.people(meeting, verification)
    line = texts.gettext("The correction was signed by {people}, {date}.")
    return line.format(people=wording.enumerated([str(who) for who in people], texts), date=day)
