"""A form that is asked about what is in hand, one at a time; what comes of it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from klubban.domain.errors import RuleBroken
from klubban.i18n import _
from klubban.store.trouble import Trouble
from klubban.ui.registers.surface import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.store.database import Database
    from klubban.ui.plans.page import PlansPage
    from klubban.ui.plans.part_row import Part
    from klubban.ui.plans.parts_surface import PartsSurface
    from klubban.ui.registers.form import Form


class Asking(QObject):
    """Knows the page."""

    def __init__(self, page: PlansPage, database: Database) -> None:
        super().__init__(page)
        self.page, self.database = page, database
        self.held: Part | None = None
        """The part of which something is asked, to which the keyboard goes back."""

    @property
    def surface(self) -> PartsSurface:
        """Return the page of what is in hand."""
        return self.page.goals if self.page.goal is not None else self.page.surface

    @property
    def form(self) -> Form | None:
        """Return the form that is asked, if one is."""
        return self.page.surface.slot.form or self.page.goals.slot.form

    @property
    def part(self) -> Part | None:
        """Return the part that has the keyboard."""
        return self.surface.part

    def ask(self, form: Form) -> None:
        """Ask something above what is in hand."""
        surface = self.surface
        form.left.connect(self.leave)
        form.done.connect(self._done)
        form.failed.connect(self.page.failed)
        surface.slot.put(form, surface)
        surface.bring_into_sight(form)
        form.enter()
        self.page.show_around()

    def leave(self) -> None:
        """Take away what is asked; the keyboard is where it was."""
        held = self.held
        self.close()
        self.page.show_one()
        self._give_back(held)

    def close(self) -> None:
        """Take away what is asked."""
        self.held = None
        for surface in (self.page.surface, self.page.goals):
            surface.slot.clear()

    def submit(self) -> None:
        """Do what is asked."""
        if self.form is not None:
            self.form.submit()

    def _done(self) -> None:
        held = self.held
        self.close()
        self.page.acted()
        self._give_back(held)

    def _give_back(self, held: Part | None) -> None:
        """Give the keyboard to the part that was asked about, or to the list."""
        if held is None or not self.surface.enter_part(held):
            self.page.column.enter()

    def do(self, act: Callable[[], object]) -> None:
        """Do something that asks nothing; why a rule refuses it is said at the foot."""
        try:
            act()
        except RuleBroken as broken:
            self.page.say(sentence(broken))
        except Trouble as trouble:
            self.page.failed.emit(trouble)
        except LookupError:
            self.page.reload()
            self.page.say(_("What it is about was taken away meanwhile."))
        else:
            self.page.acted()
