"""What other things tell of an item: what was followed up at it, and what is to be taken up by it."""

from __future__ import annotations

from klubban.store.change import Change, id_of

_NOTED = ("report", "assignment_step", "activity_step", "follow_up", "goal_year", "commitment")
"""They tell what was found or decided there, and would tell it of nothing."""
_TAKEN_UP = ("delegated", "walk", "inquiry", "received_referral", "situation")
"""They wait again for another item."""


def is_noted_at(change: Change, item_id: int) -> bool:
    """Tell whether something was followed up, reported or decided at an item."""
    return any(change.rows(table, item_id=item_id) for table in _NOTED)


def untie(change: Change, item_id: int) -> None:
    """Let what was to be taken up by an item wait again."""
    for table in _TAKEN_UP:
        for row in change.rows(table, item_id=item_id):
            change.update(table, id_of(row), item_id=None)
