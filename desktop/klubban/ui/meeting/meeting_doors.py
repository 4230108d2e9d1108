"""Whether everybody may listen to a meeting: as the body's rules say, or as it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klubban.domain.meeting import Doors
from klubban.domain.openness import is_open
from klubban.domain.rules import BodyKind
from klubban.i18n import _, current
from klubban.operations.doors import set_doors
from klubban.ui.meeting.facts_part import FactsPart

if TYPE_CHECKING:
    from klubban.ui.meeting.facts_part import Way

_OF_LAW = (BodyKind.ASSEMBLY, BodyKind.COMMITTEE, BodyKind.SUBCOMMITTEE)


class MeetingDoors(FactsPart):
    """Says it of bodies for which the law does, and where a body of another kind is open; quiet elsewhere."""

    def _show(self) -> None:
        meeting = self._meeting
        self._locked = self._database.read_only or meeting.protocol_verified
        wanted = meeting.body.kind in _OF_LAW or meeting.body.rules.public or meeting.doors is not None
        told = [sentence(opened=is_open(meeting))] if wanted else ()
        self._tell(current().gettext("Audience"), told, [self._way()] if wanted else ())

    def ask(self) -> None:
        """Give the keyboard to the way to say something else."""
        self.enter()

    def _way(self) -> Way:
        if is_open(self._meeting):
            return _("It is held behind closed doors"), partial(self._set, Doors.CLOSED)
        return _("It is open to the public"), partial(self._set, Doors.OPEN)

    def _set(self, doors: Doors) -> None:
        self._try(partial(set_doors, self._database, self._meeting.id, doors))


def sentence(*, opened: bool) -> str:
    """Return that the doors are open, or closed."""
    if opened:
        return current().gettext("The meeting is open to the public.")
    return _("The meeting is held behind closed doors.")
