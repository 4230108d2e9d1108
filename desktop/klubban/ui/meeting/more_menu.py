"""The documents that are offered beside the protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import wording
from klubban.domain.meeting import Stage
from klubban.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from klubban.domain.meeting import Meeting


_NOT_READY = (Stage.PLANNED, Stage.SUMMONED, Stage.IN_SESSION, Stage.CLOSED)
"""Then the record is not settled."""


def fill(
    menu: QMenu,
    meeting: Meeting,
    number: int | None,
    export: Callable[[str, int | None], object],
    choose_folder: Callable[[], object],
) -> None:
    """Add to a menu; `number` is that of the paragraph in hand, if there is one."""
    if number is not None:
        told = _("Extract of {paragraph}").format(paragraph=wording.sign_in(meeting, number))
        menu.addAction(told, lambda: export("extract", number))
    if meeting.stage in _NOT_READY:
        record = _("Protocol as it stands") if meeting.body.rules.protocol else _("Notes as they stand")
        menu.addAction(record, lambda: export("protocol", None))
    elif meeting.body.rules.protocol:
        menu.addAction(_("Export protocol"), lambda: export("protocol", None))
    if meeting.body.rules.announced:
        menu.addAction(_("Notice of verification"), lambda: export("notice", None))
    menu.addAction(_("Sheet to call the roll by"), lambda: export("roll", None))
    if meeting.attendance:
        menu.addAction(_("Attendance list"), lambda: export("attendance", None))
    menu.addSeparator()
    menu.addAction(_("Choose the folder …"), choose_folder)
