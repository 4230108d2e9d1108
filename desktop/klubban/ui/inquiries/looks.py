"""The three sorts of things that the room shows."""

from __future__ import annotations

from enum import IntEnum


class Looks(IntEnum):
    """Which of them is looked at."""

    SENT = 0
    ROUNDS = 1
    RECEIVED = 2
