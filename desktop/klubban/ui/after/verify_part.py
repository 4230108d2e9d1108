"""How one set of paragraphs is signed: planned, in one of three ways, and afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from klubban.domain.media import Media
from klubban.domain.signing import SigningWay
from klubban.i18n import _
from klubban.operations.file_names import stem_of_meeting
from klubban.store import attachments
from klubban.ui import clock
from klubban.ui.after import verify_words as words
from klubban.ui.after.done_hand import DoneHand
from klubban.ui.after.local_hand import LocalHand
from klubban.ui.after.part import Paper, Part
from klubban.ui.after.pen_hand import PenHand
from klubban.ui.after.ready_hand import ReadyHand
from klubban.ui.after.service_hand import ServiceHand
from klubban.ui.after.verify_sheet import Phase, VerifySheet
from klubban.ui.after.working import Working

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from klubban.domain.meeting import Meeting
    from klubban.ui.after.hand import Hand
    from klubban.ui.after.part import Chief, Context
    from klubban.ui.widgets.key_foot import KeyName

_HANDS: dict[Phase, type[Hand]] = {
    Phase.NOBODY: ReadyHand,
    Phase.NOT_READY: ReadyHand,
    Phase.READY: ReadyHand,
    Phase.PEN: PenHand,
    Phase.SERVICE: ServiceHand,
    Phase.LOCAL: LocalHand,
    Phase.DONE: DoneHand,
}

_SOON = (Phase.READY, Phase.SERVICE, Phase.LOCAL)
"""Then a file will be made, signed or examined before long."""

_MOST_SHOWN = 20_000_000
"""Bytes; a scan may be larger, and is then only saved."""


class VerifyPart(Part):
    """Shows the verification that is in hand, as its phase asks for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.sheet: VerifySheet | None = None
        self.working = Working(context, self)
        self._hands: dict[tuple[int | None, type[Hand]], Hand] = {}
        self._hand: Hand | None = None
        self._file: tuple[str, bytes] | None = None

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the verification as it is now."""
        super().show_meeting(meeting)
        locked = self.context.database.read_only
        self.sheet = VerifySheet.of(meeting, self.at, clock.today(), locked=locked)
        kind = _HANDS[self.sheet.phase]
        self._hand = self._hands.setdefault((self.at, kind), kind(self))
        self._hand.build()

    def changed(self) -> None:
        """Show what is new in the file, and tell that it was saved."""
        self.context.room.reload()
        self.context.room.saved.emit()

    def title(self) -> str:
        """Return where it stands."""
        return words.title(self.sheet) if self.sheet is not None else ""

    def stem(self) -> str:
        """Return the name of its files, without an ending."""
        if self.sheet is None or self.meeting is None:
            return ""
        stem = stem_of_meeting(self.context.database, self.meeting)
        of = self.sheet.verification
        if of is None or of.paragraphs is None:
            return stem
        return f"{stem}-{str(of.paragraphs).replace(', ', '_')}"

    def keys(self) -> Sequence[Sequence[KeyName]]:
        """Name the keys of the phase."""
        own = self._hand.keys() if self._hand is not None else ()
        return [own] if own else []

    def acts(self) -> Mapping[int, Callable[[], object]]:
        """Do what they are for."""
        locked = self.sheet is None or self.sheet.locked
        return self._hand.acts() if self._hand is not None and not locked else {}

    def chief(self) -> Chief | None:
        """Return the one main act of the phase."""
        return self._hand.chief() if self._hand is not None else None

    def paper(self) -> Paper | None:
        """Show the document as it is signed."""
        if self.sheet is None or self.sheet.verification is None:
            return None
        kept = self._kept()
        if kept:
            return Paper(_("As it is signed"), file=kept, page=0)
        signing = self.sheet.signing
        way = signing.way if signing else None
        if isinstance(self._hand, ReadyHand) and self.sheet.phase is Phase.READY:
            way = self._hand.way
        name = {
            SigningWay.PEN: _("As it is signed by pen"),
            SigningWay.SERVICE: _("As it is signed digitally"),
            SigningWay.LOCAL: _("As it is signed digitally"),
            None: _("The protocol"),
        }[way if self.sheet.phase is not Phase.DONE else None]
        return Paper(name, self.sheet.document(way))

    def _kept(self) -> bytes | None:
        """Return the very bytes that are signed, once there are any."""
        signing = self.sheet.signing if self.sheet is not None else None
        if signing is None or signing.returned is None or signing.returned_type != Media.PDF.value:
            return None
        if self._file is None or self._file[0] != signing.returned:
            with self.context.database.read() as read:
                if attachments.size(read, signing.returned) > _MOST_SHOWN:
                    return None
                self._file = signing.returned, attachments.content(read, signing.returned)
        return self._file[1]

    def enter(self) -> None:
        """Give the keyboard to where work begins in this phase."""
        if self._hand is None or not self._hand.enter():
            super().enter()
        if self.sheet is not None and self.sheet.phase in _SOON and not self.sheet.locked:
            self.working.warm()

    def take_files(self, paths: Sequence[str]) -> bool:
        """Take dropped files, where the phase wants any."""
        wanted = self._hand is not None and self.sheet is not None and not self.sheet.locked
        return wanted and self._hand is not None and self._hand.take_files([Path(each) for each in paths])

    def back(self) -> bool:
        """Leave what goes on."""
        return self.working.cancel()

    def stop(self) -> None:
        """End the process beside."""
        self.working.stop()
