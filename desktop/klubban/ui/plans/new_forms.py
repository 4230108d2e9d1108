"""What a new thing is, and the documents that lag (2023:196) wants, all in one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from klubban.documents import commitment_words as say
from klubban.domain.follow_up_rules import PRESETS, Statutory
from klubban.domain.rules import BodyKind
from klubban.i18n import _, current, pgettext
from klubban.operations.commitments import add_statutory_documents
from klubban.ui.plans.plan_form import PlanForm
from klubban.ui.plans.rows import Shows
from klubban.ui.registers.form import Form
from klubban.ui.widgets.basics import QUIET, Text
from klubban.ui.widgets.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.store.database import Database
    from klubban.ui.plans.book import Book

_LAW = "law"


class WhichForm(Form):
    """Asks what is to be noted; a choice leads on at once."""

    def __init__(self, then: Callable[[Shows | None], object]) -> None:
        super().__init__(_("What is to be noted?"), _("Go on"), self._lead_on)
        self._then = then
        options: list[tuple[object, str, str]] = [
            (Shows.AGREEMENTS, pgettext("commitment", "Agreement"), _("between parties, for a period")),
            (Shows.ACTIVITY_PLANS, pgettext("commitment", "Activity plan"), _("what, when and who")),
            (Shows.PROMISES, pgettext("commitment", "Citizen promise"), _("followed up each year")),
            (
                *(Shows.STEERING, pgettext("commitment", "Steering document")),
                _("looked at again every so many months"),
            ),
            (Shows.RECOMMENDATIONS, pgettext("commitment", "Recommendation"), _("answered by a day")),
            (Shows.GOALS, pgettext("commitment", "Goal"), _("with indicators that are measured each year")),
            (_LAW, _("What lag (2023:196) wants"), _("situation picture, plan of measures and agreement")),
        ]
        self.options = Options(_("What is to be noted?"), options, None)
        self.options.chosen.connect(self._choose)
        self.add("", self.options, focus=self.options.buttons[0])
        self._chosen: object = Shows.AGREEMENTS
        self.button.hide()

    def _choose(self, what: object) -> None:
        self._chosen = what
        QTimer.singleShot(0, self, self._lead_on)  # once the button that was pressed has done its work

    def _lead_on(self) -> None:
        self._then(None if self._chosen == _LAW else Shows(self._chosen))  # type: ignore[arg-type] # one of them

    def submit(self) -> None:
        """Go on with the choice that has the keyboard."""
        held = next((each for each in self.options.buttons if each.hasFocus()), None)
        if held is not None:
            held.click()


def statutory(database: Database, body_id: int | None, book: Book, made: Callable[[int], object]) -> PlanForm:
    """Return the form in which the documents of lag (2023:196) are noted by their names."""

    def act() -> None:
        titles = {each: form.words(each.value).strip() for each in Statutory}
        ids = add_statutory_documents(
            database,
            form.needed_body("body"),
            {each: title for each, title in titles.items() if title},
            reports_to=form.body("reports_to"),
        )
        if ids:
            made(ids[0])

    form = PlanForm(
        _("What lag (2023:196) wants"), _("Add them"), act, about=Statutory.SITUATION_PICTURE.value
    )
    for each in Statutory:
        form.add_words(each.value, PRESETS[each].source, say.statutory(each, current()))
    assembly = [body for body in book.all_bodies if body.kind is BodyKind.ASSEMBLY]
    hint = _("the body, by its first letters")
    form.add_body("body", pgettext("plan", "Watched by"), hint, book.all_bodies).show_value(body_id)
    cell = form.add_body("reports_to", pgettext("plan", "Reported to"), hint, book.all_bodies)
    cell.show_value(assembly[0].id if assembly else None)
    told = _(
        "Picture and plan are made anew at least every second year (6 §);"
        " the assembly is reported to (13 §). An empty line adds nothing."
    )
    form.add("", Text(told, "small", QUIET, wrap=True))
    return form
