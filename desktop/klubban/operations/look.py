"""How the organisation's papers look: its arms, names, colour, margins, and the order of headings."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from klubban.domain.errors import RuleBroken
from klubban.domain.habits import Habits, plain_habits
from klubban.domain.look import Look, check_look, plain_look
from klubban.domain.text import clean
from klubban.i18n import N_
from klubban.operations.naming import one_line
from klubban.operations.registers import ORGANISATION
from klubban.store import attachments, reads

if TYPE_CHECKING:
    from pathlib import Path

    from klubban.domain.body import Body, Organisation
    from klubban.store.database import Database

_PLACE = ("organisation", ORGANISATION)
_BIGGEST = 50_000_000
"""Bytes; no picture of a coat of arms that can be used has more."""
_LABELS = {
    "colour": N_("Change how papers look: the colour"),
    "name": N_("Change how papers look: the name at the head"),
    "foot": N_("Change how papers look: the line at the foot"),
    "margin": N_("Change how papers look: the margin"),
    "mirrored": N_("Change how papers look: the margin of even pages"),
    "service": N_("Change how papers look: how alternates are written"),
    "party_first": N_("Change how papers look: where the party stands"),
    "by_link": N_("Change how papers look: how remote is written"),
}


def set_look(database: Database, look: Look, *, run: str | None = None) -> None:
    """Let papers look so; texts become one line each, and what says nothing new is the customary again.

    Raises RuleBroken for a colour too light, a margin without room, a line too long, or no organisation.
    """
    own = _own(database)
    name = _line(look.name)
    look = replace(look, name=None if name == own.name else name, foot=_line(look.foot))
    check_look(look)
    changed = [each.name for each in fields(Look) if getattr(look, each.name) != getattr(own.look, each.name)]
    label = _LABELS[changed[0]] if len(changed) == 1 else N_("Change how papers look")
    with database.change(label, place=_PLACE, run=run) as change:
        change.update("organisation", ORGANISATION, look=plain_look(look))


def change_look(database: Database, *, run: str | None = None, **facts: Any) -> None:
    """Change some of how papers look, and leave the rest as it is now; raises RuleBroken as `set_look`."""
    set_look(database, replace(_own(database).look, **facts), run=run)


def set_arms(database: Database, data: bytes, says: str) -> None:
    """Put a coat of arms on papers; `says` is told to those who do not see it.

    Raises RuleBroken for what is no picture, for no words, and where there is no organisation yet.
    """
    from klubban.documents.pdf.arms import read_arms

    words, picture = _said(says), read_arms(data)
    _own(database)
    with database.change(N_("Put a coat of arms on papers"), place=_PLACE) as change:
        kept = attachments.keep(change, picture)
        change.update("organisation", ORGANISATION, arms=kept, arms_say=words)


def describe_arms(database: Database, says: str, *, run: str | None = None) -> None:
    """Say anew what is told of the coat of arms; raises RuleBroken for no words, or no coat of arms."""
    words = _said(says)
    if _own(database).arms is None:
        raise RuleBroken("There is no coat of arms")
    with database.change(N_("Describe the coat of arms"), place=_PLACE, run=run) as change:
        change.update("organisation", ORGANISATION, arms_say=words)


def remove_arms(database: Database) -> None:
    """Take the coat of arms off papers; the picture stays in the file, as undo needs it."""
    with database.change(N_("Take the coat of arms off papers"), place=_PLACE) as change:
        change.update("organisation", ORGANISATION, arms=None, arms_say=None)


def picture_in(path: Path) -> bytes:
    """Return what a file holds that is to be a coat of arms; raises RuleBroken when it cannot be read."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _BIGGEST else b""
    except OSError as error:
        raise RuleBroken(
            "{file} could not be read: {why}", file=path.name, why=error.strerror or str(error)
        ) from error
    if size > _BIGGEST:
        raise RuleBroken(
            "{file} is too large for a coat of arms; take a picture of at most {most} megabytes",
            file=path.name,
            most=_BIGGEST // 1_000_000,
        )
    return data


def same_habits(database: Database, body_id: int) -> None:
    """Let the paragraphs of all bodies that keep protocols be laid out as this one's.

    Whether individual cases have sheets of their own stays each body's own. Raises LookupError for no such
    body.
    """
    with database.read() as read:
        bodies = reads.bodies(read)
    model = next((body for body in bodies if body.id == body_id), None)
    if model is None:
        raise LookupError(body_id)
    label = N_("Lay out paragraphs in all bodies as in {name}")
    with database.change(label, place=("body", body_id), name=model.name) as change:
        for body in differing(model, bodies):
            change.update("body", body.id, habits=plain_habits(_like(model.habits, body.habits)))


def differing(model: Body, bodies: tuple[Body, ...]) -> tuple[Body, ...]:
    """Return the bodies that keep protocols and lay paragraphs out otherwise than one of them."""
    return tuple(
        body
        for body in bodies
        if body.id != model.id
        and body.rules.protocol
        and plain_habits(_like(model.habits, body.habits)) != plain_habits(body.habits)
    )


def _like(model: Habits, own: Habits) -> Habits:
    return replace(model, individual_apart=own.individual_apart)


def _own(database: Database) -> Organisation:
    with database.read() as read:
        own = reads.organisation(read)
    if own is None:
        raise RuleBroken("Say first whose papers these are")
    return own


def _line(words: str | None) -> str | None:
    return one_line(clean(words or "")) or None


def _said(words: str) -> str:
    line = one_line(clean(words))
    if not line:
        raise RuleBroken("Say what the coat of arms is, for those who do not see it")
    return line
