"""What a body's situation reports are made of: whom they go to, areas, sources, names of the steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from klubban.documents.wording import inside
from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.operations.bodies import change_body
from klubban.store.trouble import Trouble
from klubban.ui.registers.body_lines import Chosen
from klubban.ui.registers.surface import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from klubban.store.database import Database
    from klubban.ui.registers.sheet import Sheet
    from klubban.ui.registers.surface import RegisterSurface

NOBODY = 0
"""Stands for no body: none has this id."""


class ReportsPart:
    """Puts its lines on a body's page, each there only if it says something or is asked for."""

    def __init__(self, surface: RegisterSurface[Sheet], database: Database, sheet: Sheet) -> None:
        """Add the lines to the page."""
        self._surface, self._database, self._sheet = surface, database, sheet
        self._to = Chosen(_("Reports to"), self._others, locked=database.read_only)
        self._to.chosen.connect(self._choose)
        surface.add_optional("reports_to", _("Reports to"), self._to, shown=sheet.body.reports_to is not None)
        for name, label, hint in (
            ("areas", _("Areas of situation reports"), _("A line for each area")),
            ("sources", _("Sources of situation reports"), _("A line for each source")),
            (
                "scale",
                _("The five steps of situation reports"),
                _("A line for each step, from normal to critical"),
            ),
        ):
            of = partial(_lines, name)
            text = surface.text(name, label, sheet, of, self._saver(name), hint=hint, gap=0)
            surface.add_optional(name, label, text, shown=bool(of(sheet)))
        self._show()

    def take(self, sheet: Sheet) -> None:
        """Show whom the body reports to now."""
        self._sheet = sheet
        if sheet.body.reports_to is not None:
            self._surface.ask_for("reports_to", focus=False)
        self._show()

    def _show(self) -> None:
        to = self._sheet.registers.body(self._sheet.body.reports_to)
        told = _("Its reports are gathered by {body}.")
        self._to.say(told.format(body=inside(to.name)) if to else _("Its reports go to no other body."), "")

    def _saver(self, name: str) -> Callable[[str, str], None]:
        def save(typed: str, run: str) -> None:
            change_body(self._database, self._sheet.body.id, run=run, **{name: typed.splitlines()})

        return save

    def _others(self) -> tuple[Sequence[tuple[object, str, str]], object]:
        others = [each for each in self._sheet.registers.bodies if each.id != self._sheet.body.id]
        found: list[tuple[object, str, str]] = [(NOBODY, _("No other body"), "")]
        return [*found, *((each.id, each.name, "") for each in others)], self._sheet.body.reports_to or NOBODY

    def _choose(self, chosen: Any) -> None:
        try:
            change_body(self._database, self._sheet.body.id, reports_to=chosen or None)
        except RuleBroken as broken:
            self._to.complain(sentence(broken))
        except Trouble as trouble:
            self._surface.failed.emit(trouble)
        else:
            self._to.close_choice()


def _lines(name: str, sheet: Sheet) -> str:
    found: tuple[str, ...] = getattr(sheet.body, name)
    return "\n".join(found)
