"""What stands where nothing is in hand: what belongs there, and what to do next."""

from __future__ import annotations

from klubban.i18n import _
from klubban.ui.inquiries.looks import Looks


def nothing(look: Looks) -> tuple[str, str]:
    """Return what is said before there is anything."""
    told = {
        Looks.SENT: (
            _("No referrals yet"),
            _(
                "A referral asks others for their opinion by a date. What an item decides to send out stands"
                " here by itself; another one is begun with N. Letter and form are made for each who is"
                " asked, and what comes back is read from the forms and compiled for the next meeting."
            ),
        ),
        Looks.ROUNDS: (
            _("No rounds of reports yet"),
            _(
                "Before a meeting all units are asked the same questions, by a date. What they answer"
                " becomes one document. N begins a round; C begins one like an earlier one."
            ),
        ),
        Looks.RECEIVED: (
            _("No referrals have come here"),
            _(
                "What others ask us stands here with its day. N registers one; the answer is prepared as an"
                " item for the body that is to give it, and the statement is made of the item."
            ),
        ),
    }
    return told[look]


def not_found() -> tuple[str, str]:
    """Return what is said where a search finds nothing."""
    return _("Nothing is called so"), _("Esc gives the search up.")
