"""The choices of the page of matters, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from klubban.documents import matter_words as say
from klubban.domain.meeting import SubmissionKind
from klubban.i18n import _, current

if TYPE_CHECKING:
    from collections.abc import Sequence

    from klubban.domain.body import Body

Options: TypeAlias = "list[tuple[object, str, str]]"


def kinds() -> Options:
    """Return how a matter may have been raised, with what follows from it."""
    follows = {
        SubmissionKind.MEMBER_MOTION: _("Raised in the assembly; to be decided within a year if possible."),
        SubmissionKind.INTERPELLATION: _("Put to a chair; answered at a meeting of the assembly."),
        SubmissionKind.QUESTION: _("Put to a chair for information; answered at a meeting of the assembly."),
        SubmissionKind.CITIZEN_PROPOSAL: _(
            "Raised by somebody who lives here; decided within a year if possible; never by delegation."
        ),
        SubmissionKind.INITIATIVE: _("Raised by a member in a committee."),
    }
    found: Options = [(None, _("An ordinary matter"), _("Nobody raised it in a way that the law watches."))]
    return found + [(kind, say.kind(kind, current()), follows[kind]) for kind in SubmissionKind]


def bodies(of: Sequence[Body], nothing: str) -> Options:
    """Return the bodies to choose one of; `nothing` says what none means."""
    found: Options = [(None, nothing, "")] if nothing else []
    return found + [(each.id, each.name, "") for each in of]
