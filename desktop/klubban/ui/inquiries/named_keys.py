"""The keys that the foot names, for what is in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.i18n import _, pgettext
from klubban.ui.inquiries.looks import Looks
from klubban.ui.widgets.key_foot import KeyName

if TYPE_CHECKING:
    from klubban.domain.referral import Inquiry, ReceivedReferral, Referee


def of_form() -> list[KeyName]:
    """Return the keys while something is asked."""
    return [KeyName(_("Ctrl+Enter"), pgettext("key", "do it")), KeyName("Esc", _("leave"))]


def of_decided() -> list[KeyName]:
    """Return the keys of what was decided and not begun."""
    return [
        KeyName(pgettext("key", "Enter"), pgettext("key", "begin it")),
        KeyName("N", pgettext("key", "new")),
    ]


def of_inquiry(inquiry: Inquiry | None, referee: Referee | None) -> list[KeyName]:
    """Return the keys of an inquiry, with those of the referee in hand."""
    new = [KeyName("N", pgettext("key", "new"))]
    if inquiry is None:
        return new
    found = []
    if any(each.sent_on is None for each in inquiry.referees):
        found.append(KeyName("S", pgettext("key", "send")))
    if referee is not None:
        found.append(KeyName("E", pgettext("key", "address")))
    if inquiry.sent_on is None:
        found += [
            KeyName(_("Alt+Shift+↑ ↓"), pgettext("key", "move the question")),
            KeyName(_("Ctrl+Del"), pgettext("key", "take the question out")),
        ]
        return [*found, *new]
    if any(each.is_awaited for each in inquiry.referees):
        found += [KeyName("P", pgettext("key", "remind")), KeyName("F", pgettext("key", "more time"))]
    if referee is not None:
        declined = referee.declined_on is not None
        found.append(KeyName("V", pgettext("key", "the answer")))
        found.append(
            KeyName("A", pgettext("key", "await again") if declined else pgettext("key", "declines"))
        )
    found += [
        KeyName("I", pgettext("key", "read a form")),
        KeyName("T", pgettext("key", "withdraw a question")),
    ]
    if any(each.replies for each in inquiry.referees):
        found += [
            KeyName("O", pgettext("key", "by question or referee")),
            KeyName("U", pgettext("key", "onto an agenda")),
        ]
    closed = inquiry.closed_on is not None
    found.append(KeyName("K", pgettext("key", "open again") if closed else pgettext("key", "close")))
    return [*found, KeyName("C", pgettext("key", "once more")), *new]


def of_received(one: ReceivedReferral | None, *, on_agenda: bool) -> list[KeyName]:
    """Return the keys of a referral that came here."""
    new = [KeyName("N", pgettext("key", "new"))]
    if one is None:
        return new
    if one.answered_on is not None:
        return [KeyName("K", pgettext("key", "not answered")), *new]
    found = [] if on_agenda else [KeyName("U", pgettext("key", "onto an agenda"))]
    return [
        *found,
        KeyName("K", pgettext("key", "answered")),
        KeyName("F", pgettext("key", "more time")),
        *new,
    ]


def around(look: Looks, *, has_paper: bool) -> list[KeyName]:
    """Return the keys that lead elsewhere, after those of the paper."""
    found = [
        KeyName("Alt+1–3", pgettext("key", "view")),
        KeyName("Ctrl+F", _("find")),
        KeyName("Shift+F7", _("back to the meeting")),
    ]
    if not has_paper:
        return found
    papers = KeyName("1–3", pgettext("key", "papers"))
    if look is Looks.RECEIVED:
        papers = KeyName("1", pgettext("key", "the statement"))
    forms = [KeyName("Ctrl+P", _("PDF")), KeyName("W", pgettext("format", "Word"))]
    if look is not Looks.RECEIVED:
        forms.append(KeyName("H", pgettext("format", "web page")))
    return [papers, *forms, *found]
