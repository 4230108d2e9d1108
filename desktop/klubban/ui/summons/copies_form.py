"""What is asked before confidential documents are printed: how many copies, or for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_, _
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 200


class CopiesForm(Form):
    """One line: a number, or names with commas between them."""

    def __init__(self, usual: int | None, made: Callable[[int | tuple[str, ...]], object]) -> None:
        super().__init__(_("Confidential documents in numbered copies"), _("Write the copies"), self._try)
        self._made = made
        self.add_line("copies", _("Copies"), str(usual or ""))
        told = _("A number, or the names of those who get one, with commas between them.")
        self.add("", Text(told, "small", QUIET, wrap=True))

    def _try(self) -> None:
        self._made(read_copies(self.words("copies")))


def read_copies(typed: str) -> int | tuple[str, ...]:
    """Return the number that is typed, or the names; raises RuleBroken for neither."""
    typed = typed.strip()
    names = tuple(filter(None, (" ".join(each.split()) for each in typed.split(","))))
    if not names:
        raise RuleBroken(N_("Say how many copies there are to be, or for whom"))
    if typed.isdecimal():
        if not 1 <= int(typed) <= _MOST:
            raise RuleBroken(N_("There can be 1 to {most} copies"), most=_MOST)
        return int(typed)
    return names
