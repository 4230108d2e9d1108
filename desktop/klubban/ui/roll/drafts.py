"""What was typed in the panel and not entered: kept with its question until it is asked again."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Protocol


class Asked(Protocol):
    """A part of the panel with a line to be typed in."""

    asks: Hashable
    """What tells this question from all others of the file."""

    def typed(self) -> tuple[int | None, str]:
        """Return the line of the roll that the words are about, where there is one, and the words."""

    def resume(self, about: int | None, words: str) -> None:
        """Show again what was typed, without taking the keyboard."""


@dataclass
class Drafts:
    """Words by the question that they were typed for."""

    _kept: dict[Hashable, tuple[int | None, str]] = field(default_factory=dict)
    _news: Hashable = None
    _over: object = None

    def waits(self, asks: Hashable) -> bool:
        """Tell whether something typed for a question waits."""
        return asks in self._kept

    def finish(self, part: object) -> None:
        """Let what is typed in a part go with it: it was entered, or given up."""
        self._over = part

    def keep(self, part: Asked) -> None:
        """Keep what is typed in a part that goes."""
        about, words = part.typed()
        if words and part is not self._over:
            self._kept[part.asks] = about, words
            self._news = part.asks

    def give_back(self, part: Asked) -> None:
        """Show in a part what was typed for it before."""
        kept = self._kept.pop(part.asks, None)
        if kept is not None:
            part.resume(*kept)

    def news(self) -> bool:
        """Tell, once, whether something was kept that is no longer in sight."""
        found, self._news = self._news in self._kept, None
        return found
