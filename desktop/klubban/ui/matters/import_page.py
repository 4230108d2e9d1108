"""Before a list of delegated decisions is read in: what each line would do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.exchange.delegated import read_delegated
from klubban.i18n import _, current, ngettext
from klubban.operations.import_delegated import Does, Preview, import_delegated, plan_delegated
from klubban.ui.imports.preview import ImportRow, ListPreview, Shown, fault, grouped
from klubban.ui.imports.reading import ListReader

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from klubban.domain.body import Body
    from klubban.exchange.delegated import DelegatedList
    from klubban.operations.import_delegated import PlannedDecision
    from klubban.store.database import Database


class DelegatedImport(ListPreview):
    """Shows what a list would add to a body's delegated decisions."""

    def __init__(self, database: Database, body: Body, path: Path, clock: Callable[[], date]) -> None:
        title = _("Read in decisions delegated by {body}").format(body=body.name)
        super().__init__(_("Read in delegated decisions"), title, path, ListReader(read_delegated))
        self._database, self._body, self._clock = database, body, clock

    @property
    def body_id(self) -> int:
        """Return whose decisions they are."""
        return self._body.id

    def plan(self, found: DelegatedList) -> Preview:
        """Return what a list that was read would do."""
        return plan_delegated(self._database, self._body.id, found)

    def found(self, preview: Preview) -> DelegatedList:
        """Return the list that a preview is of."""
        return preview.found

    def told(self, preview: Preview) -> Shown:
        """Return what is said of it."""
        faulty, count = len(preview.faulty), preview.count(Does.NEW)
        told = ngettext("Read in {count} decision", "Read in {count} decisions", count + faulty)
        good = ngettext("Read in the one that fits", "Read in the {count} that fit", count)
        return Shown(
            summary=_summary(preview),
            unknown=preview.unknown,
            rows=tuple(grouped(_groups(preview))),
            working=count,
            faulty=faulty,
            all=told.format(count=count + faulty),
            good=good.format(count=count),
        )

    def do(self, preview: Preview, *, skip_faulty: bool) -> str:
        """Add the decisions."""
        done = import_delegated(
            self._database, self._body.id, preview, today=self._clock(), skip_faulty=skip_faulty
        )
        told = ngettext("Read in {count} decision.", "Read in {count} decisions.", done.new)
        parts = [told.format(count=done.new)]
        if done.urgent:
            urgent = ngettext(
                "{count} is urgent and goes on the next agenda.",
                "{count} are urgent and go on the next agenda.",
                done.urgent,
            )
            parts.append(urgent.format(count=done.urgent))
        return " ".join(parts)


def _groups(preview: Preview) -> list[tuple[str, list[ImportRow]]]:
    lines = preview.lines
    return [
        (_("To be put right"), [_row(each) for each in lines if each.does is Does.FAULTY]),
        (_("To be looked at"), [_row(each) for each in lines if each.never is not None]),
        (
            _("Will be read in"),
            [_row(each) for each in lines if each.does is Does.NEW and each.never is None],
        ),
        (_("As it is already"), [_row(each) for each in lines if each.does is Does.NOTHING]),
    ]


def _row(of: PlannedDecision) -> ImportRow:
    line = of.line
    day = current().date(line.on) if line.on else ""
    urgent = _("urgent") if line.urgent else ""
    says = ", ".join(filter(None, (line.title, line.registry_number, day, line.by, line.basis, urgent)))
    faults = [fault(each) for each in of.faults]
    if of.never is not None:
        template = _("{number} is a citizens’ proposal, which may not be delegated (chapter 6, section 38).")
        says = f"{says}. {template.format(number=line.registry_number)}"
    return ImportRow(line.number, says, tuple(faults))


def _summary(preview: Preview) -> str:
    new, same, wrong = preview.count(Does.NEW), preview.count(Does.NOTHING), len(preview.faulty)
    counted = (
        (new, ngettext("{count} decision is new", "{count} decisions are new", new)),
        (same, ngettext("{count} is in the list already", "{count} are in the list already", same)),
        (wrong, ngettext("{count} line does not fit", "{count} lines do not fit", wrong)),
    )
    parts = [template.format(count=count) for count, template in counted if count]
    return f"{', '.join(parts)}." if parts else _("The file has no lines below its headings.")
