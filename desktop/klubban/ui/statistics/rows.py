"""What is counted, as rows of tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import attendance_words as say
from klubban.i18n import _, current, pgettext
from klubban.ui.statistics.table import TableRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.groups import Group
    from klubban.domain.overview import Overview
    from klubban.domain.statistics import Attended


def attended(found: Sequence[Attended], overview: Overview) -> list[TableRow]:
    """Return a row for each person: of how many meetings they came to how many."""
    rows = [_head(_("Name"), (_("Present"),))]
    for each in found:
        belongs = overview.belongs.get(each.person.id, "")
        rows.append(
            _row(
                len(rows),
                each.person.name,
                belongs,
                (say.of(each.present, each.held, current()),),
                each.share,
            )
        )
    return rows


def alternates(overview: Overview) -> list[TableRow]:
    """Return a row for each alternate: how often they came, and how often they served."""
    rows = [TableRow(_("Name"), counts=(_("Present"), _("Served")), heading=True)]
    for each in overview.alternates:
        belongs = overview.belongs.get(each.person.id, "")
        came = say.of(each.present, each.held, current())
        spoken = _("{name}, present at {came} meetings, served at {served}")
        rows.append(
            TableRow(
                each.person.name,
                belongs,
                (came, str(each.served)),
                spoken=spoken.format(name=each.person.name, came=came, served=each.served),
                number=len(rows),
            )
        )
    return rows


def groups(found: Sequence[Group]) -> list[TableRow]:
    """Return a row for each party or organisation: of how many attendances how many there were."""
    rows = [_head(_("Name"), (pgettext("of a body", "Seats"), _("Present")))]
    for each in found:
        counts = (str(each.seats), say.of(each.present, each.places, current()))
        rows.append(_row(len(rows), each.name or "", "", counts, each.share))
    return rows


def _head(title: str, counts: tuple[str, ...]) -> TableRow:
    return TableRow(title, counts=counts, told=_("Share"), heading=True)


def _row(number: int, title: str, detail: str, counts: tuple[str, ...], share: float | None) -> TableRow:
    told = say.share(share, current())
    spoken = ", ".join(part for part in (title, detail, *counts, told) if part)
    return TableRow(title, detail, counts, share, told, spoken, number=number)
