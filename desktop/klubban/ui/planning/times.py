"""A time of day as it is typed in the planning page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.domain.errors import RuleBroken
from klubban.i18n import N_
from klubban.ui.roll.forms import clock_time

if TYPE_CHECKING:
    from datetime import time


def read_start(words: str) -> time | None:
    """Return the time that words say, none for no words; raises RuleBroken for words that say no time."""
    found = clock_time(words)
    if found is None and words.strip():
        raise RuleBroken(N_("”{words}” is no time of day; write it as 13.30"), words=words.strip())
    return found
