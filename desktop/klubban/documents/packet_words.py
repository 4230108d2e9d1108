"""What is said of a packet: what it holds, and what would be done with each part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.i18n import Texts


def kind(what: str, texts: Texts) -> str:
    """Return what a part of a packet is, in a word."""
    return {
        "body": texts.pgettext("in a packet", "body"),
        "matter": texts.pgettext("in a packet", "matter"),
        "item": texts.pgettext("in a packet", "item"),
        "member": texts.pgettext("in a packet", "member"),
    }[what]


def does(how: str, texts: Texts) -> str:
    """Return what would be done with it, in a word."""
    return {
        "new": texts.pgettext("packet", "new"),
        "known": texts.pgettext("packet", "here already"),
        "unclear": texts.pgettext("packet", "unclear"),
        "refused": texts.pgettext("packet", "cannot be added"),
    }[how]


def cover(sender: str, made: str, to: str | None, by: str | None, texts: Texts) -> str:
    """Return from whom a packet is, when it was made, for whom and by whom."""
    line = texts.gettext("From {sender}, made on {day}.").format(sender=sender, day=made)
    parts = [line]
    if by:
        parts.append(texts.gettext("Made by {name}.").format(name=by))
    if to:
        parts.append(texts.gettext("Meant for {name}.").format(name=to))
    return " ".join(parts)


def counted(new: int, known: int, left: int, texts: Texts) -> str:
    """Return how much of it is new, here already, and left out."""
    parts: Iterable[tuple[int, str]] = (
        (new, texts.ngettext("{count} thing is new", "{count} things are new", new)),
        (known, texts.ngettext("{count} is here already", "{count} are here already", known)),
        (left, texts.ngettext("{count} is left out", "{count} are left out", left)),
    )
    told = ", ".join(template.format(count=count) for count, template in parts if count)
    return f"{told}." if told else texts.gettext("It is empty.")
