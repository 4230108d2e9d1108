"""The grounds on which somebody is disqualified in a committee."""

from __future__ import annotations

from klubban.domain.errors import RuleBroken

# KL 6 kap. 28 § as it is since 1 July 2022: four grounds; older lists of five still go about.
GROUNDS = ("1", "2", "3", "4")


def checked_ground(ground: str | None, *, assembly: bool = False) -> str | None:
    """Return a ground by its number, or in words on one line; raises RuleBroken for a number that is none.

    The assembly has other grounds, without numbers.
    """
    words = " ".join((ground or "").split())
    if words.isdecimal() and assembly:
        raise RuleBroken(
            "The assembly’s grounds of disqualification are those of KL 5 kap. 47-49 §§, not number {ground}",
            ground=words,
        )
    if words.isdecimal() and words not in GROUNDS:
        raise RuleBroken(
            "There are four grounds of disqualification (KL 6 kap. 28 §), not number {ground}", ground=words
        )
    return words or None
