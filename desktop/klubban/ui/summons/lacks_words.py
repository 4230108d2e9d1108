"""What the page of the summons says of what is lacking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.readiness import Lacking
from klubban.i18n import _, current, ngettext
from klubban.ui.meeting.words import small
from klubban.ui.summons.words import cited

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.readiness import Lack
    from klubban.ui.summons.sheet import SummonsSheet


def lacking(what: Lacking) -> str:
    """Return what is lacking, in a sentence; the items it is lacking in follow."""
    return {
        Lacking.START: _("It is not said when the meeting begins."),
        Lacking.PLACE: _("It is not said where it meets."),
        Lacking.ABSENCE: _("It is not said whom to tell of absence."),
        Lacking.AGENDA: _("Nothing is on the agenda."),
        Lacking.PROPOSAL: _("Nothing is proposed for decision"),
        Lacking.PAPER: _("Papers that have not arrived"),
        Lacking.FILE: _("Documents whose file is not here; a page in their place says so"),
        Lacking.CLASH: _("A clock time that cannot be kept"),
    }[what]


def way(what: Lacking) -> str:
    """Return the words that lead to where it is put right; none where the items do."""
    return {
        Lacking.START: _("Say when and where"),
        Lacking.PLACE: _("Say when and where"),
        Lacking.ABSENCE: _("Say whom"),
        Lacking.AGENDA: _("Open the agenda"),
    }.get(what, "")


def lacking_of(found: Sequence[Lack]) -> str:
    """Return which item it is, and what of it is lacking where that is a paper, a document or a time."""
    first = found[0].item
    title = first.title if first is not None else ""
    names = ", ".join(filter(None, map(_detail, found)))
    return _("{item}: {lacking}").format(item=title, lacking=names) if names else title


def _detail(each: Lack) -> str:
    if each.paper is not None:
        return small(each.paper.title)
    if each.document is not None:
        return each.document.title
    if each.clash is None:
        return ""
    fixed, earliest = (current().time(at) for at in (each.clash.fixed, each.clash.earliest))
    return _("set for {fixed}, reached at {earliest} at the earliest").format(fixed=fixed, earliest=earliest)


def unreported(sheet: SummonsSheet) -> str:
    """Return that urgent decisions are to be reported."""
    line = ngettext(
        "An urgent decision is to be reported at this meeting (KL 6 kap. 40 §): {titles}",
        "Urgent decisions are to be reported at this meeting (KL 6 kap. 40 §): {titles}",
        len(sheet.unreported),
    )
    return cited(line).format(titles=", ".join(each.title for each in sheet.unreported))
