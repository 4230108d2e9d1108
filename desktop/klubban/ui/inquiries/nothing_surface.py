"""What stands beside the list where no inquiry is in hand: what belongs there, or what waits to be begun."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from klubban.i18n import _
from klubban.ui.asking.surface import AskingSurface
from klubban.ui.inquiries import words
from klubban.ui.widgets.basics import Text
from klubban.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from klubban.ui.inquiries.book import Book


def nothing_surface(told: tuple[str, str], begin: tuple[str, Callable[[], object]] | None) -> AskingSurface:
    """Return a page that says what belongs there, with the button that begins it."""
    title, below = told
    surface = AskingSurface(_("Referrals"))
    surface.put(Text(title, "title", wrap=True), _spaced(below))
    if begin is not None:
        surface.put(_button(*begin))
    return surface


def decided_surface(book: Book, item: int, begin: Callable[[int], object] | None) -> AskingSurface:
    """Return a page that says what was decided and not begun, with the button that begins it."""
    decided, place = book.decided[item], book.places.get(item)
    surface = AskingSurface(_("Referrals"))
    told = _("It was decided and has not been sent. Answers are due by {day}.").format(
        day=words.day(decided.due, book)
    )
    surface.put(Text(decided.title, "title", wrap=True), _spaced(told))
    if place is not None:
        surface.put(_spaced(words.place(place, book), "item"))
    if begin is not None:
        surface.put(_button(_("Begin the referral"), partial(begin, item)))
    return surface


def _spaced(told: str, role: str = "body") -> Text:
    text = Text(told, role, wrap=True)
    text.setContentsMargins(0, 4, 0, 16)
    return text


def _button(told: str, act: Callable[[], object]) -> Button:
    button = Button(told, chief=True)
    button.clicked.connect(lambda _on=False: act())
    return button
