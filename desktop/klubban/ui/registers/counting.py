"""How many seats of each sort a body has on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.body import SeatRole
from klubban.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.ui.registers.sheet import Sheet


def counted(sheet: Sheet) -> str:
    """Return who is in a body today: `23 ledamöter, 1 vakant plats, 1 sekreterare`."""
    return ", ".join(_parts(sheet)) or _("Nobody has a seat today")


def _parts(sheet: Sheet) -> Iterator[str]:
    now = [seat for seat in sheet.seats if seat.covers(sheet.today)]
    held = [seat for seat in now if seat.person is not None]
    members = sum(seat.role.decides for seat in held)
    if members:
        yield ngettext("{count} member", "{count} members", members).format(count=members)
    vacant = sum(seat.role.decides and seat.person is None for seat in now)
    if vacant:
        yield ngettext("{count} vacant seat", "{count} vacant seats", vacant).format(count=vacant)
    for role in (
        SeatRole.ALTERNATE,
        SeatRole.STAFF_REPRESENTATIVE,
        SeatRole.CO_OPTED,
        SeatRole.SECRETARY,
    ):
        count = sum(seat.role is role for seat in held)
        if count:
            yield _of(role, count).format(count=count)


def _of(role: SeatRole, count: int) -> str:
    if role is SeatRole.ALTERNATE:
        return ngettext("{count} alternate", "{count} alternates", count)
    if role is SeatRole.STAFF_REPRESENTATIVE:
        return ngettext("{count} staff representative", "{count} staff representatives", count)
    if role is SeatRole.CO_OPTED:
        return ngettext("{count} co-opted", "{count} co-opted", count)
    return ngettext("{count} secretary", "{count} secretaries", count)
