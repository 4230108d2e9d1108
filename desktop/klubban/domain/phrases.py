"""Phrases by a short key, with slots to fill in, of one body or of the whole file."""

from __future__ import annotations

from dataclasses import dataclass

from klubban.domain.text import Blocks


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase; `<name>` in its text is a slot."""

    id: int
    short: str
    """What is typed for it."""
    text: Blocks
    body: int | None = None
    """Id of the body whose phrase it is; None for all."""
