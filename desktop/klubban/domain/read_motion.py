"""A motion of which some words are left out, and what all of them together said."""

from __future__ import annotations

from dataclasses import dataclass

from klubban.domain.decided import Asks, Motion


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMotion(Motion):
    """It stands for and against what it did, though the words that say so may be gone."""

    stance: Asks | None
    """As `stances.stance` returns it."""
    alternative: str
    """As `questions.alternative` returns it, without the motion's own words."""
    seconds: int | None = None
    """Id of another's motion that it is for or against."""
