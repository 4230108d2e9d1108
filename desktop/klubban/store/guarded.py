"""What of a meeting is frozen when it is verified, table by table, and what stays free, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from klubban.store.tables import RECORDS
from klubban.store.types import BlockText

ITEM_PARTS = (
    "item", "motion", "mover", "put", "division", "vote", "opinion", "opinion_by", "election", "candidate",
    "own_text", "said", "proposal", "disqualification", "deviation", "not_taking_part", "recipient",
    "document", "assignment", "agenda_act", "referral",
)  # fmt: skip
"""The tables whose rows are frozen with an item.

Free are those of what happened since (report, assignment_step, answer, answer_text, dispatch, receipt,
appeal_step), of the preparation (paper, comment), and what is nobody's minutes (scratch, chair_note,
speaker).
"""
MEETING_PARTS = (
    "meeting", "recess", "attendance", "attended_item", "absence", "roll_line", "roll_stand_in", "stay",
    "ruling",
)  # fmt: skip
"""The tables whose rows are frozen with the meeting itself.

Free are what was before it (group_meeting, sending, call_up, chairs_copy) and what comes after (archived, and
the comments on its draft: objection); verification, notice and correction have guards of their own.
"""
_FREE: Mapping[str, frozenset[str]] = {
    # What is kept from the public is judged at each request (OSL); ways of appeal are not minuted.
    "item": frozenset({
        "confidential", "secrecy", "public_title", "exercise_of_authority", "appeal", "origin",
        "origin_item_id", "origin_commitment_id", "origin_inquiry_id",
    }),
    "document": frozenset({"confidential"}),
    # It is done later, and who pays for it and hears of it is settled later.
    "assignment": frozenset({"status", "cost", "for_body_id"}),
    # Where the protocol stands, what was sent of it, and what calendars know.
    "meeting": frozenset({
        "stage", "calendar_uid", "calendar_sequence", "draft_sent", "notes_sent", "comments_by",
    }),
}  # fmt: skip
_REGISTERS = frozenset({"person", "body", "matter", "standing_item", "meeting_type", "assignment"})
"""Links to what goes on living are free: the row itself says what was written on the day."""
ORDERED_WITH_MEETING = frozenset({"number", "position", "meeting_id"})
"""Columns of an item that stand still in a frozen meeting, whether the item is frozen itself or not."""


@cache
def guarded(table: str) -> tuple[str, ...]:
    """Return the columns of a table that are frozen."""
    free = _FREE.get(table, frozenset())
    place = {"position"} if table == "item" else set()
    return tuple(
        column.name
        for column in RECORDS[table].columns
        if column.name not in free | place
        and (
            "part_of" in column.info
            or not any(key.column.table.name in _REGISTERS for key in column.foreign_keys)
        )
    )


@cache
def texts(table: str) -> frozenset[str]:
    """Return the columns of texts in blocks: their characters stay, and what is masked may change."""
    return frozenset(each.name for each in RECORDS[table].columns if isinstance(each.type, BlockText))


@cache
def owner(table: str) -> tuple[str, str] | None:
    """Return what the rows of a table are part of, and by which column; None for an item or a meeting."""
    if table in ("item", "meeting"):
        return None
    wanted = ITEM_PARTS if table in ITEM_PARTS else MEETING_PARTS
    for column in RECORDS[table].columns:
        whole = column.info.get("part_of")
        if whole in wanted:
            return str(whole), column.name
    raise LookupError(table)
