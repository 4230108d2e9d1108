"""Elements of HTML as text; whatever a person wrote is escaped here and nowhere else."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NewType

from klubban.documents.characters import runs_right_to_left, said
from klubban.documents.gluing import glued

if TYPE_CHECKING:
    from collections.abc import Iterable

    from klubban.domain.text import Runs

Markup = NewType("Markup", str)
NOTHING = Markup("")


def words(text: str) -> Markup:
    """Return a text as it is to be read, with its lines ending where they may."""
    return Markup(escape(glued(said(text))).replace("\n", "<br>"))


def runs(of: Runs) -> Markup:
    """Return a text with what stands bold or italic in it."""
    made = []
    for run in of:
        inner = words(run.text)
        inner = element("em", inner) if run.italic else inner
        made.append(element("strong", inner) if run.bold else inner)
    return Markup("".join(made))


def element(tag: str, *content: Markup, **attributes: str | None) -> Markup:
    """Return an element; `class_` is written for the class, and attributes of None are left out."""
    return Markup(f"<{tag}{_attributes(attributes)}>{''.join(content)}</{tag}>")


def void(tag: str, **attributes: str | None) -> Markup:
    """Return an element that has no content."""
    return Markup(f"<{tag}{_attributes(attributes)}>")


def text_element(tag: str, content: Markup, plain: str, **attributes: str | None) -> Markup:
    """Return an element with a text, which says in which direction it runs where that is to the left."""
    return element(tag, content, dir="rtl" if runs_right_to_left(plain) else None, **attributes)


def lines(parts: Iterable[Markup]) -> Markup:
    """Return elements below each other."""
    return Markup("\n".join(part for part in parts if part))


def _attributes(given: dict[str, str | None]) -> str:
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in given.items())
    return "".join(f' {name}="{escape(said(value))}"' for name, value in named if value is not None)
