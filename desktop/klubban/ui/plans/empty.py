"""What stands where nothing is in hand: what belongs there, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from klubban.i18n import _
from klubban.ui.plans.head import new_words
from klubban.ui.plans.rows import Shows
from klubban.ui.widgets.basics import spaced
from klubban.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from klubban.ui.plans.hand import PlansHand


def nothing(shows: Shows) -> tuple[str, str]:
    """Return what is said where there is none of a kind."""
    told = {
        Shows.ALL: (
            _("No plans or promises yet"),
            _(
                "What a body has agreed, planned or promised is noted here (N): agreements with their period,"
                " activity plans, citizen promises, steering documents that are looked at again,"
                " recommendations of the auditors, and goals. Each has the day on which it is followed up,"
                " and comes on the agenda then."
            ),
        ),
        Shows.AGREEMENTS: (
            _("No agreements yet"),
            _("Note parties and period (N): two follow-ups are proposed during its validity."),
        ),
        Shows.ACTIVITY_PLANS: (
            _("No activity plans yet"),
            _("Note the plan (N), then its activities (I): what, when, and who is responsible."),
        ),
        Shows.PROMISES: (
            _("No citizen promises yet"),
            _("Note what municipality or police promised, and who is responsible (N)."),
        ),
        Shows.STEERING: (
            _("No steering documents yet"),
            _(
                "Note which documents are looked at again, and when (N). Lag (2023:196) wants a picture"
                " of the situation and a plan of measures, made anew at least every second year."
            ),
        ),
        Shows.RECOMMENDATIONS: (
            _("No recommendations yet"),
            _("Note what the auditors recommended, and by when they are answered (N)."),
        ),
        Shows.GOALS: (
            _("No goals yet"),
            _(
                "Note a goal (N) and its indicators (I). What is measured each year becomes an index"
                " from 0 to 100: red, yellow or green."
            ),
        ),
    }
    return told[shows]


def ways(shows: Shows, hand: PlansHand) -> QWidget:
    """Return what can be done first."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    spaced(row, gap=8)
    add = Button(new_words(shows), chief=True)
    add.clicked.connect(hand.ask_for_new)
    row.addWidget(add)
    if shows in (Shows.ALL, Shows.STEERING) and hand.lacks_statutory:
        law = Button(_("Add what lag (2023:196) wants"))
        law.clicked.connect(hand.ask_for_statutory)
        row.addWidget(law)
    row.addStretch()
    return whole


def not_found() -> tuple[str, str]:
    """Return what is said where a search finds nothing."""
    return _("Nothing is called so"), _("Esc gives the search up.")
