"""When a standing item comes, in a few words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from klubban.i18n import _, current, pgettext
from klubban.ui.meeting import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from klubban.domain.agenda import StandingItem


def month(number: int, *, short: bool = False) -> str:
    """Return a month: `oktober`, or `okt`."""
    return current().date(date(2000, number, 1), "LLL" if short else "LLLL").rstrip(".")


def told(one: StandingItem, types: Mapping[int, str]) -> str:
    """Return when it comes and how long it takes: `beslut · mars · 20 min · KL 11 kap. 20 §`."""
    parts = [words.kind(one.kind)] if one.kind else []
    parts.append(_months(one) if one.months else _("each meeting"))
    if one.meeting_type is not None:
        parts.append(types[one.meeting_type])
    if one.minutes:
        parts.append(_("{count} min").format(count=one.minutes))
    if one.closing:
        parts.append(pgettext("standing item", "last"))
    if one.source:
        parts.append(one.source)
    return " · ".join(parts)


def _months(one: StandingItem) -> str:
    *first, last = map(month, one.months)
    return _("{some} and {last}").format(some=", ".join(first), last=last) if first else last
