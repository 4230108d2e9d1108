"""What the plan of a year lacks, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.plan_words import near
from klubban.documents.wording import NBSP, capital, enumerated
from klubban.domain.wheel import TooFew

if TYPE_CHECKING:
    from klubban.domain.wheel import DutyWithoutMeeting, Lack
    from klubban.i18n import Texts


def lack(of: Lack, texts: Texts) -> str:
    """Return what the plan of a body lacks, in a sentence or two."""
    return _too_few(of, texts) if isinstance(of, TooFew) else _duty(of, texts)


def _too_few(of: TooFew, texts: Texts) -> str:
    first = _counted(of, texts)
    if not of.left:
        return first
    missing = of.least - of.found
    if not of.can_be_met:
        rest = texts.gettext("That is fewer than its rules say.")
        return f"{first} {rest}"
    if of.left == 1:
        rest = texts.ngettext(
            "{count} more is needed before the end of the year.",
            "{count} more are needed before the end of the year.",
            missing,
        )
    else:
        rest = texts.ngettext(
            "{count} more is needed in the {months} months that remain.",
            "{count} more are needed in the {months} months that remain.",
            missing,
        )
    return f"{first} {capital(rest.format(count=missing, months=of.left))}"


def _counted(of: TooFew, texts: Texts) -> str:
    """Return how many meetings there are, of how many; what cannot be met any more says so as a fact."""
    facts = {"body": of.body.name, "found": of.found, "least": of.least, "year": of.year}
    if of.type:
        told = texts.ngettext(
            "{body} has {found} of {least} meeting called {type} in {year}.",
            "{body} has {found} of {least} meetings called {type} in {year}.",
            of.least,
        )
        return told.format(**facts, type=of.type.name.casefold())
    told = texts.ngettext(
        "{body} has {found} of at least {least} meeting in {year}.",
        "{body} has {found} of at least {least} meetings in {year}.",
        of.least,
    )
    return told.format(**facts)


def _duty(of: DutyWithoutMeeting, texts: Texts) -> str:
    names = [
        f"{duty.title} ({duty.source.replace(' ', NBSP)})" if duty.source else duty.title
        for duty in of.duties
    ]
    told = texts.gettext("{body} has no meeting in {month}, when this is due: {duties}.")
    first = told.format(
        body=of.body.name, month=texts.date(of.month, "MMMM"), duties=enumerated(names, texts)
    )
    if of.goes_to is None:
        rest = texts.gettext("No meeting is planned after it either.")
        return f"{first} {rest}"
    rest = texts.gettext("It comes on the agenda of {day}.")
    return f"{first} {rest.format(day=near(of.goes_to.date, of.month, texts))}"
