"""The list of assignments of one owner: what, given by whom, for which body, by when, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from klubban.documents import assignment_list, assignment_words, wording
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Grouped, Heading, Quiet
from klubban.domain.text import Text, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.body import Named, Organisation
    from klubban.domain.undertaken import Undertaken
    from klubban.i18n import Texts

_WIDTHS = (236.0, 60.0)
"""Of the columns but for how it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """What somebody has open on a day, by when it is due."""

    organisation: Organisation
    owner: Named
    day: date
    mine: tuple[Undertaken, ...]
    bodies: Mapping[int, str]
    """What bodies are called, by their ids."""
    body: int | None = None
    """The body whose assignments they are; None for those of all."""


def build(owned: Owned) -> Document:
    """Return the list in the organisation's language."""
    texts = texts_of(owned.organisation.language)
    kind = texts.gettext("List of assignments")
    title = heading(owned.owner, texts)
    body = owned.bodies.get(owned.body or 0, "")
    return issued(
        owned.organisation,
        f"{title} {owned.day.isoformat()}",
        _nodes(owned, title, body, texts),
        whose=body,
        kind=kind,
        dated=owned.day.isoformat(),
        date=owned.day,
    )


def heading(owner: Named, texts: Texts) -> str:
    """Return what a list is called: `Uppdragslista för Kommundirektören`."""
    return texts.gettext("List of assignments for {name}").format(name=owner)


def _nodes(owned: Owned, title: str, body: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, title)
    if body:
        told = texts.gettext("{body}, as of {day}").format(body=body, day=texts.date(owned.day))
    else:
        told = texts.gettext("As of {day}").format(day=texts.date(owned.day))
    yield Quiet(told)
    yield Text(runs_of(summary(owned.mine, owned.day, texts)))
    if owned.mine:
        head = (
            texts.pgettext("column", "Assignment"),
            texts.pgettext("column", "Done by"),
            texts.pgettext("column", "How it stands"),
        )
        rows = tuple(_row(one, owned, texts) for one in owned.mine)
        yield Grouped(head, (("", rows),), widths=_WIDTHS, titled=True)


def summary(mine: tuple[Undertaken, ...], day: date, texts: Texts) -> str:
    """Return how many are open, and how many of them are late."""
    if not mine:
        return texts.gettext("No assignments are open.")
    late = sum(one.days_late(day) > 0 for one in mine)
    line = texts.ngettext("{count} assignment is open.", "{count} assignments are open.", len(mine))
    parts = [line.format(count=len(mine))]
    if late and len(mine) == 1:
        parts.append(texts.gettext("It is late."))
    elif late:
        line = texts.ngettext("{count} of them is late.", "{count} of them are late.", late)
        parts.append(line.format(count=late))
    return " ".join(parts)


def _row(one: Undertaken, owned: Owned, texts: Texts) -> tuple[str, ...]:
    standing = assignment_list.standing(one, owned.day, texts)
    return (
        "\n".join((assignment_words.what(one, texts), *_origin(one, owned, texts))),
        assignment_list.due(one),
        "\n".join((standing, *assignment_list.told(one, owned.bodies, texts))),
    )


def _origin(one: Undertaken, owned: Owned, texts: Texts) -> Iterator[str]:
    """Walk where it was given, and which body hears of it where that is another."""
    by = owned.bodies.get(one.body or 0, "")
    sign = wording.number_sign(one.number) if one.number is not None else ""
    line = ", ".join(filter(None, (by, one.on.isoformat() if one.on else "", sign)))
    if line:
        yield line
    if one.assignment.for_body is not None:
        yield texts.gettext("Reported to {body}").format(
            body=wording.inside(owned.bodies.get(one.assignment.for_body, ""))
        )
