"""The chair's moves beside what stands now: whether each can be done as meant, and what is in its way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from klubban.domain.agenda import Verdict
from klubban.domain.chairs_copy import Copy, CopyItem, Does, Line, Move, Off, step, unchanged
from klubban.domain.merged_order import Place, merged_place


class Status(StrEnum):
    """How a move stands to what is on the agenda now."""

    APPLIES = "applies"
    ALREADY = "already"
    """It is so already."""
    CONFLICTS = "conflicts"
    TAKEN = "taken"
    LEFT = "left"


class Why(StrEnum):
    """What is in the way of a move."""

    MOVED = "moved"
    """The item, or those round it, were moved."""
    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"
    DEALT_WITH = "dealt_with"
    """It has its outcome."""
    GONE = "gone"
    """It was taken off the agenda; the move cannot be done."""
    TIMED = "timed"
    """Its time was changed."""
    THERE = "there"
    """An item with the same title came on the agenda."""
    SENT = "sent"
    """The summons, or a supplement, went out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """The agenda as it stands, by the keys of the copy."""

    items: tuple[CopyItem, ...]
    dealt_with: frozenset[str] = frozenset()
    sent: int = 0

    @property
    def order(self) -> tuple[str, ...]:
        """Return the keys in order."""
        return tuple(item.key for item in self.items)

    def item(self, key: str | None) -> CopyItem | None:
        """Return the item with a key, while it is there."""
        return next((item for item in self.items if item.key == key), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A move, and how it stands to the agenda now."""

    move: Move
    status: Status
    why: Why | None = None
    """What is in its way, where it conflicts."""
    before: CopyItem | None = None
    """The item as the chair had it when she made the move, with its number as it was lent."""
    anchor: CopyItem | None = None
    """The item that the chair put it after."""
    stands: CopyItem | None = None
    """The item as it stands now; for an addition, one with the same title."""
    stands_after: CopyItem | None = None
    goes_after: str | None = None
    """The key of the item that it would come after on the agenda of now; None for first."""
    lands_after: CopyItem | None = None
    """That item."""
    needs: tuple[str, ...] = ()
    """Ids of earlier moves, not judged yet, that are taken along."""

    @property
    def pending(self) -> bool:
        """Tell whether it waits for a verdict."""
        return self.status not in (Status.TAKEN, Status.LEFT)

    @property
    def takeable(self) -> bool:
        """Tell whether it can be done at all."""
        return self.pending and self.why is not Why.GONE


def judge(copy: Copy, now: Now, verdicts: Mapping[str, Verdict]) -> tuple[Judged, ...]:
    """Return how each of the chair's moves stands to the agenda now, in the order she made them."""
    lines = unchanged(copy.base)
    found: list[Judged] = []
    for move in copy.moves:
        needs = _needs(move, found)
        state = now
        for each in found:
            if each.move.id in needs:
                state = done(state, each.move, each)
        judged = replace(judge_one(copy, lines, move, state), needs=needs)
        verdict = verdicts.get(move.id)
        if verdict is not None:
            status = Status.TAKEN if verdict is Verdict.TAKEN else Status.LEFT
            judged = replace(judged, status=status, why=None)
        found.append(judged)
        lines = step(lines, move)
    return tuple(found)


def judge_one(copy: Copy, lines: Sequence[Line], move: Move, now: Now) -> Judged:
    """Return how a move stands to the agenda now; `lines` are the chair's own agenda right before it."""
    had = {line.item.key: line.item for line in lines}
    pre = tuple(had)
    post = tuple(line.item.key for line in step(tuple(lines), move))
    stands = now.item(move.key)
    if move.does is Does.ADD and stands is None:
        stands = _same_title(move, now, had)
    ends = merged_place(pre, post, now.order, move.key)
    status, why = _status(move, had.get(move.item), stands, now, ends)
    if status is Status.APPLIES and now.sent > copy.base.sent and move.does is not Does.COMMENT:
        status, why = Status.CONFLICTS, Why.SENT
    return Judged(
        move=move,
        status=status,
        why=why,
        before=_as_lent(copy, had.get(move.item)),
        anchor=_as_lent(copy, had.get(move.after or "")),
        stands=stands,
        stands_after=_before(now, stands),
        goes_after=ends.after,
        lands_after=now.item(ends.after),
    )


def _as_lent(copy: Copy, item: CopyItem | None) -> CopyItem | None:
    """Return an item with the number by which both know it."""
    if item is None:
        return None
    number = next((each.number for each in copy.base.items if each.key == item.key), "")
    return replace(item, number=number)


def done(now: Now, move: Move, judged: Judged) -> Now:
    """Return the agenda after a move was done; the outcome is as if it had been taken."""
    items = now.items
    if move.does is Does.ADD:
        new = CopyItem(key=move.id, number="", title=move.title, minutes=move.minutes, start=move.start)
        return replace(now, items=_put(items, new, judged.goes_after))
    item = now.item(move.item)
    if item is None or move.does is Does.COMMENT:
        return now
    if move.does is Does.MOVE:
        rest = tuple(each for each in items if each.key != move.item)
        return replace(now, items=_put(rest, item, judged.goes_after))
    if move.does is Does.TIME:
        changed = replace(item, minutes=move.minutes, start=move.start)
    else:
        changed = replace(item, off=Off.WITHDRAWN if move.does is Does.WITHDRAW else None)
    return replace(now, items=tuple(changed if each is item else each for each in items))


def _put(items: tuple[CopyItem, ...], item: CopyItem, after: str | None) -> tuple[CopyItem, ...]:
    keys = [each.key for each in items]
    goal = 0 if after is None else keys.index(after) + 1
    return (*items[:goal], item, *items[goal:])


def _needs(move: Move, earlier: Sequence[Judged]) -> tuple[str, ...]:
    """Return the earlier moves, not judged, that a move rests on: of the same item, or that added it."""
    alike = {Does.WITHDRAW: Does.RESTORE, Does.RESTORE: Does.WITHDRAW}
    kinds = (move.does, alike.get(move.does, move.does))
    found: list[str] = []
    for each in earlier:
        adds = each.move.id == move.item
        same = each.move.item == move.item and each.move.does in kinds
        if each.pending and (adds or (same and move.does not in (Does.ADD, Does.COMMENT))):
            found.append(each.move.id)
    return tuple(found)


# --- whether it can be done


def _status(
    move: Move, had: CopyItem | None, stands: CopyItem | None, now: Now, ends: Place
) -> tuple[Status, Why | None]:
    """Return how a move stands, and what is in its way."""
    if _is_so(move, stands):
        return Status.ALREADY, None
    if move.does is Does.ADD:
        return _against(Why.THERE if stands else None)
    if stands is None:
        return _against(Why.GONE)
    why = None if move.does is Does.COMMENT else _passed(stands, had, now)
    if why is None and move.does is Does.MOVE:
        return (Status.ALREADY, None) if ends.already else _against(None if ends.clean else Why.MOVED)
    if why is None and move.does is Does.TIME and had is not None:
        why = None if (stands.minutes, stands.start) == (had.minutes, had.start) else Why.TIMED
    return _against(why)


def _is_so(move: Move, stands: CopyItem | None) -> bool:
    """Tell whether what a move wants, beside a place, is so already."""
    match move.does:
        case Does.ADD:
            return stands is not None and stands.key == move.id
        case Does.WITHDRAW:
            return stands is None or stands.off is Off.WITHDRAWN
        case Does.RESTORE:
            return stands is not None and stands.off is None
        case Does.TIME:
            return stands is not None and (stands.minutes, stands.start) == (move.minutes, move.start)
    return False


def _passed(stands: CopyItem, had: CopyItem | None, now: Now) -> Why | None:
    """Return what became of an item meanwhile that makes a move of it doubtful."""
    if stands.off is not None and (had is None or stands.off is not had.off):
        return Why(stands.off)
    return Why.DEALT_WITH if stands.key in now.dealt_with else None


def _against(why: Why | None) -> tuple[Status, Why | None]:
    return (Status.CONFLICTS, why) if why else (Status.APPLIES, None)


def _same_title(move: Move, now: Now, had: Mapping[str, CopyItem]) -> CopyItem | None:
    """Return the item with the title of an addition that came on the agenda beside the chair's."""
    title = " ".join(move.title.split()).casefold()
    return next((each for each in now.items if each.key not in had and each.title.casefold() == title), None)


def _before(now: Now, item: CopyItem | None) -> CopyItem | None:
    """Return what stands right before an item."""
    place = now.order.index(item.key) if item else 0
    return now.items[place - 1] if place else None
