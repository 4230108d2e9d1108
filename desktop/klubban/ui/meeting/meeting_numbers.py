"""Which paragraphs a meeting has, and how far they are fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.numbering import last_fixed, span_of
from klubban.domain.paragraphs import Paragraphs
from klubban.i18n import _
from klubban.store.series import series
from klubban.ui.meeting.facts_part import FactsPart

if TYPE_CHECKING:
    from collections.abc import Iterator


class MeetingNumbers(FactsPart):
    """Says them once there are any; the body's page says with which a year begins."""

    def _show(self) -> None:
        meeting = self._meeting
        there = any(item.number for item in meeting.items) and not meeting.protocol_verified
        self._tell(_("Paragraphs"), list(self._sentences()) if there else ())

    def _sentences(self) -> Iterator[str]:
        """Say which they are, what is fixed among them, and what has none."""
        numbers = [item.number for item in self._meeting.items if item.number is not None]
        printed = Paragraphs.of(numbers)
        if printed is not None:
            yield f"{wording.signs_in(self._meeting, printed)}."
        fixed = self._fixed(numbers)
        if fixed == max(numbers):
            yield _("All of them are fixed.")
        elif fixed:
            told = _("Up to and including {paragraph} they are fixed; those after it follow the agenda.")
            yield told.format(paragraph=wording.sign_in(self._meeting, fixed))
        else:
            yield _("They follow the agenda until the protocol is verified.")
        without = [item.title for item in self._meeting.items if item.unnumbered]
        if without:
            yield _("Without a paragraph: {titles}.").format(titles=", ".join(without))

    def _fixed(self, numbers: list[int]) -> int:
        """Return the last number of the meeting that cannot change any more; 0 for none."""
        body, day = self._meeting.body, self._meeting.date
        span = span_of(body.rules.series, body.kind, day)
        with self._database.read() as read:
            last = last_fixed(series(read, body.id, span, self._meeting.id))
        return max((number for number in numbers if number <= last), default=0)
