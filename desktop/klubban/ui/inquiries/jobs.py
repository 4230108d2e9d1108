"""What the process beside the window sets of an inquiry: letters, forms and mails. It knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from klubban.ui.summons.jobs import Progress

if TYPE_CHECKING:
    from klubban.operations.inquiry_mail import Outgoing, Ready
    from klubban.ui.summons.jobs import Report


@dataclass(frozen=True, slots=True)
class MakePapers:
    """Set what goes to each, as files."""

    ready: tuple[Ready, ...]


@dataclass(frozen=True, slots=True)
class PapersMade:
    """The files of each."""

    outgoing: tuple[Outgoing, ...] = field(repr=False)


def make_papers(job: MakePapers, report: Report) -> PapersMade:
    """Set one after the other; nothing is written here."""
    from klubban.operations.inquiry_mail import make

    made: list[Outgoing] = []
    for each in job.ready:
        report(Progress(len(made), len(job.ready), len(job.ready)))
        made.append(make(each))
    return PapersMade(tuple(made))
