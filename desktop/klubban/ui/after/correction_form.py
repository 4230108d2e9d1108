"""What is asked of a correction, and how those that were made are told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from klubban.domain.text import from_plain, lines
from klubban.i18n import _
from klubban.operations import corrections
from klubban.ui.after import verify_words as words
from klubban.ui.after.comment_forms import numbered
from klubban.ui.planning.parts import Acts
from klubban.ui.registers.form import Form
from klubban.ui.texts.lines import blocks_of, lines_of
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.section import Column, Sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from klubban.domain.verification import Correction
    from klubban.ui.after.part import Context
    from klubban.ui.after.verify_sheet import VerifySheet

_INSET = 6


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


def changing(context: Context, correction: Correction) -> Form:
    """Return the form that asks for a correction anew; what of it is masked stays so."""

    def act() -> None:
        corrections.change_correction(
            context.database, correction.id, blocks_of(text.lines()), asked.words("why")
        )

    asked = Form(_("Change the correction"), _("Save"), act)
    text = asked.add_line("text", _("Correction"), "", _("what should have stood there, as a whole sentence"))
    text.show_lines(lines_of(correction.text))
    asked.add_line("why", _("Why"), correction.because, _("what was wrong, and how it came about"))
    return asked


def unsigned(context: Context, sheet: VerifySheet, correction: Correction) -> Column:
    """Return what a correction says before it is signed, and what can still be done about it."""
    column = Column()
    said = Sentences(lines(correction.text))
    said.setContentsMargins(_INSET, 0, 0, 0)
    column.column.addWidget(said)
    why = Text(_("Why: {why}").format(why=correction.because), "small", QUIET, wrap=True)
    why.setContentsMargins(_INSET, 2, 0, 2)
    column.column.addWidget(why)
    if sheet.locked:
        return column
    acts: list[tuple[str, Callable[[], object]]] = [
        (_("Change …"), lambda: context.ask(changing(context, correction)))
    ]
    if sheet.verification is not None and not sheet.verification.signings:  # what was out stays on record
        remove = partial(corrections.remove_correction, context.database, correction.id)
        acts.append((_("Take back"), partial(context.attempt, remove)))
    column.column.addWidget(Acts(acts))
    return column


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
