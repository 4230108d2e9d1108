"""What the chair wants, what stands now, and what is in the way, in words, for window and commands alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.domain.chairs_copy import CopyItem, Does, Off
from klubban.domain.merging import Status, Why

if TYPE_CHECKING:
    import datetime as dt

    from klubban.domain.merging import Judged
    from klubban.i18n import Texts


@dataclass(frozen=True, slots=True)
class Told:
    """One move in words."""

    wants: str
    remark: str
    """What the chair wrote to it, as it was written."""
    stands: str
    status: str
    """In a word or two."""
    because: str
    """What is in its way, and what taking it would lead to; empty where nothing is."""

    @property
    def whole(self) -> str:
        """Return all of it on one line."""
        return ". ".join(filter(None, (self.status, self.wants, self.remark, self.stands, self.because)))


def told(judged: Judged, texts: Texts) -> Told:
    """Return a move in words."""
    move = judged.move
    because = _because(judged, texts)
    lands = _lands(judged, texts) if judged.status is Status.CONFLICTS and judged.takeable else ""
    return Told(
        wants=_wants(judged, texts),
        remark=f"”{move.text}”" if move.text else "",
        stands=_stands(judged, texts),
        status=status(judged.status, texts),
        because=" ".join(filter(None, (because, lands))),
    )


def status(of: Status, texts: Texts) -> str:
    """Return how a move stands, in a word or two."""
    return {
        Status.APPLIES: texts.pgettext("chair's change", "can be taken"),
        Status.ALREADY: texts.pgettext("chair's change", "so already"),
        Status.CONFLICTS: texts.pgettext("chair's change", "conflicts"),
        Status.TAKEN: texts.pgettext("chair's change", "taken"),
        Status.LEFT: texts.pgettext("chair's change", "left"),
    }[of]


def _named(item: CopyItem | None, texts: Texts) -> str:
    if item is None:
        return ""
    if not item.number:
        return f"”{item.title}”"
    return texts.gettext("item {number}, {title}").format(number=item.number, title=item.title)


def _wants(judged: Judged, texts: Texts) -> str:
    move = judged.move
    facts = {
        "item": _named(judged.before, texts),
        "anchor": _named(judged.anchor, texts),
        "title": move.title,
        "time": time(move.minutes, move.start, texts),
    }
    return _wish(judged, texts).format(**facts)


def _wish(judged: Judged, texts: Texts) -> str:  # noqa: PLR0911 - a sentence for each thing that can be wanted
    first = judged.anchor is None
    match judged.move.does:
        case Does.MOVE if first:
            return texts.gettext("Move {item}, to the first place")
        case Does.MOVE:
            return texts.gettext("Move {item}, to after {anchor}")
        case Does.ADD:
            return _addition(judged, texts)
        case Does.WITHDRAW:
            return texts.gettext("Withdraw {item}")
        case Does.RESTORE:
            return texts.gettext("Take up {item}, again")
        case Does.COMMENT:
            return texts.gettext("Remark on {item}")
    if judged.move.minutes is None and judged.move.start is None:
        return texts.gettext("Set no time for {item}")
    return texts.gettext("Set the time for {item}: {time}")


def _addition(judged: Judged, texts: Texts) -> str:
    timed = judged.move.minutes is not None or judged.move.start is not None
    if judged.anchor is None:
        said = texts.gettext("Add ”{title}” in the first place")
    else:
        said = texts.gettext("Add ”{title}” after {anchor}")
    return f"{said} ({{time}})" if timed else said


def time(minutes: int | None, start: dt.time | None, texts: Texts) -> str:
    """Return `20 min, kl. 19.00`, or that no time is set."""
    parts = []
    if minutes is not None:
        parts.append(texts.gettext("{minutes} min").format(minutes=minutes))
    if start is not None:
        parts.append(texts.gettext("at {time}").format(time=texts.time(start)))
    return ", ".join(parts) or texts.gettext("no time set")


def _stands(judged: Judged, texts: Texts) -> str:
    stands, does = judged.stands, judged.move.does
    if stands is None:
        return texts.gettext("Not on the agenda")
    item = _capital(_named(stands, texts))
    if does is Does.TIME:
        return f"{item}: {time(stands.minutes, stands.start, texts)}"
    if does in (Does.WITHDRAW, Does.RESTORE) or stands.off is not None:
        return f"{item}: {_standing(stands, texts)}"
    if does is Does.MOVE and judged.stands_after is not None:
        said = texts.gettext("{item}, after {anchor}")
        return said.format(item=item, anchor=_named(judged.stands_after, texts))
    return texts.gettext("{item}, in the first place").format(item=item) if does is Does.MOVE else item


def _standing(item: CopyItem, texts: Texts) -> str:
    if item.off is Off.WITHDRAWN:
        return texts.gettext("is withdrawn")
    return texts.gettext("is postponed") if item.off else texts.gettext("is on the agenda")


def _because(judged: Judged, texts: Texts) -> str:
    if judged.why is None:
        return ""
    stands, before = judged.stands, judged.before
    facts = {
        "was": before.number if before else "",
        "now": stands.number if stands else "",
        "time": time(stands.minutes, stands.start, texts) if stands else "",
    }
    if judged.why is Why.MOVED and facts["was"] == facts["now"]:
        return texts.gettext("Since the copy was lent, the items around it have been moved.")
    return {
        Why.MOVED: texts.gettext("Since the copy was lent, item {was} has been moved to place {now}."),
        Why.WITHDRAWN: texts.gettext("Since the copy was lent, the item has been withdrawn."),
        Why.POSTPONED: texts.gettext("Since the copy was lent, the item has been postponed."),
        Why.DEALT_WITH: texts.gettext("The item has been dealt with already."),
        Why.GONE: texts.gettext("Since the copy was lent, the item has been removed; this cannot be done."),
        Why.TIMED: texts.gettext("Since the copy was lent, the time has been changed: {time}."),
        Why.THERE: texts.gettext("Since the copy was lent, an item with the same title has come."),
        Why.SENT: texts.gettext("Since the copy was lent, the summons or a supplement has gone out."),
    }[judged.why].format(**facts)


def _lands(judged: Judged, texts: Texts) -> str:
    """Return where an item would come if the move were taken nevertheless."""
    if judged.move.does not in (Does.MOVE, Does.ADD):
        return ""
    if judged.lands_after is None:
        return texts.gettext("Taken nevertheless, it comes first.")
    said = texts.gettext("Taken nevertheless, it comes after {anchor}.")
    return said.format(anchor=_named(judged.lands_after, texts))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
