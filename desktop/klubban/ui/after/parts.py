"""Which part shows which step; each is imported when it is first taken in hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.ui.after.steps import Step

if TYPE_CHECKING:
    from klubban.ui.after.part import Context, Part


def part_of(step: Step, context: Context) -> Part:  # noqa: PLR0911 - a part a case
    """Return the part of a step, new."""
    match step:
        case Step.DRAFT:
            from klubban.ui.after.draft_part import DraftPart

            return DraftPart(context)
        case Step.LAST_LOOK:
            from klubban.ui.after.look_part import LookPart

            return LookPart(context)
        case Step.VERIFY:
            from klubban.ui.after.verify_part import VerifyPart

            return VerifyPart(context)
        case Step.NOTICE:
            from klubban.ui.after.notice_part import NoticePart

            return NoticePart(context)
        case Step.DISPATCH:
            from klubban.ui.after.dispatch_part import DispatchPart

            return DispatchPart(context)
        case Step.FORCE:
            from klubban.ui.after.force_part import ForcePart

            return ForcePart(context)
        case Step.ARCHIVE:
            from klubban.ui.after.archive_part import ArchivePart

            return ArchivePart(context)
        case Step.TRACE:
            from klubban.ui.after.trace_part import TracePart

            return TracePart(context)
