"""What is asked of a correction, and how those that were made are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from klubban.domain.text import from_plain, lines
from klubban.i18n import _
from klubban.operations import corrections
from klubban.ui.after import verify_words as words
from klubban.ui.after.comment_forms import numbered
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klubban.ui.after.part import Context
    from klubban.ui.after.verify_sheet import VerifySheet


def form(context: Context, sheet: VerifySheet, then: Callable[[int], object]) -> Form:
    """Return the form that asks what is corrected, how it should read, and why; `then` is told its id."""
    meeting = sheet.meeting

    def act() -> None:
        made = corrections.add_correction(
            context.database,
            meeting.id,
            item=numbered(meeting, asked.words("paragraph")),
            text=from_plain(asked.words("text")),
            because=asked.words("why"),
            by=meeting.secretary,
            made_on=sheet.today,
        )
        QTimer.singleShot(0, lambda: then(made))

    asked = Form(_("Correct what is verified"), _("Add the correction"), act)
    asked.add_line("paragraph", _("Paragraph"), "", _("its number; nothing for the first page"))
    asked.add_line("text", _("Correction"), "", _("what should have stood there, as a whole sentence"))
    asked.add_line("why", _("Why"), "", _("what was wrong, and how it came about"))
    told = _(
        "The original stays readable. The correction is then signed as the protocol was, in its own step."
    )
    asked.add("", Text(told, "small", QUIET, wrap=True))
    return asked


def told(sheet: VerifySheet) -> Iterator[str]:
    """Walk the corrections of what a verification covers, oldest first."""
    meeting, covered = sheet.meeting, sheet.paragraphs
    for each in meeting.corrections:
        number = meeting.item_by_id(each.item).number if each.item is not None else None
        if number is not None and covered is not None and number not in covered:
            continue
        name = words.paragraph(meeting, number) if number is not None else _("the first page")
        line = _("{day}, {paragraph}: {text} ({why})")
        yield line.format(
            day=words.short(each.made_on, sheet.today),
            paragraph=name,
            text=" ".join(lines(each.text)),
            why=each.because,
        )
