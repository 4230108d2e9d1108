"""What was moved, as it is published: what was put against what follows from words that may be left out."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from klubban.domain.masking import masked_words
from klubban.domain.questions import alternative
from klubban.domain.read_motion import ReadMotion
from klubban.domain.stances import seconded, stance

if TYPE_CHECKING:
    from klubban.domain.decided import Motion
    from klubban.domain.meeting import Item

_WORDLESS = ("", "reject")
"""The alternatives that no words of a motion's are part of: as proposed, and its rejection."""


def public_motions(item: Item) -> tuple[Motion, ...]:
    """Return an item's motions; where anything of them is masked, with what they stood for."""
    if not any(masked_words((item.motions, item.proposal))):
        return item.motions
    told: dict[str, int] = {}
    return tuple(_read(item, motion, told) for motion in item.motions)


def _read(item: Item, motion: Motion, told: dict[str, int]) -> ReadMotion:
    words = alternative(item, motion)
    other = seconded(item, motion)
    held = {field.name: getattr(motion, field.name) for field in fields(motion)}
    return ReadMotion(
        **held,
        stance=stance(item, motion),
        alternative=words if words in _WORDLESS else f"motion {told.setdefault(words, motion.id)}",
        seconds=other.id if other else None,
    )
