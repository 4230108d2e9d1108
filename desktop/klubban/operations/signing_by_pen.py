"""A printed document: who has signed it and when, one by one, and the scan of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents.unsigned import unsigned
from klubban.domain.errors import RuleBroken
from klubban.domain.media import Media
from klubban.domain.signing import SigningEnd, SigningWay
from klubban.i18n import N_, texts
from klubban.operations.paper_file import PaperFile, read_paper_file
from klubban.operations.signing_case import (
    case_of_signature,
    case_of_signing,
    check_reasons,
    finish,
    in_its_way,
)
from klubban.operations.verifying import check_after_correction
from klubban.store import attachments

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

    from klubban.operations.paper_file import Progress
    from klubban.operations.signing_case import Case
    from klubban.store.database import Database

_SCANS = (Media.PDF, Media.JPEG, Media.PNG)


def record_signature(database: Database, signature_id: int, day: dt.date | None, *, today: dt.date) -> None:
    """Note the day on which somebody signed the paper; None takes it back.

    Raises RuleBroken for a day before the meeting or after today, or another way of signing; LookupError.
    """
    case, signature = case_of_signature(database, signature_id)
    in_its_way(case, SigningWay.PEN)
    if day is not None and day < case.meeting.date:
        raise RuleBroken(
            "{name} signed on {date}, when the meeting was, or later",
            name=signature.who,
            date=case.meeting.date,
        )
    if day is not None and day > today:
        raise RuleBroken("{date} has not come yet; nobody has signed then", date=day)
    if day is not None:
        check_after_correction(case.meeting, case.verification, day)
    label = N_("Note that {name} has signed") if day else N_("Take back that {name} has signed")
    with database.change(label, place=("meeting", case.meeting.id), name=str(signature.who)) as change:
        change.update("signature", signature_id, signed_on=day, signed_at=None)


def read_scan(path: Path, *, progress: Progress | None = None, open_file: Path | None = None) -> PaperFile:
    """Read a scan, a piece at a time; needs no database. Raises RuleBroken for no PDF, JPEG or PNG."""
    return _checked(read_paper_file(path, progress=progress, open_file=open_file))


def attach_scan(database: Database, signing_id: int, scan: Path | PaperFile | None) -> None:
    """Keep the scan of the signed paper, in the place of one that was kept before; None takes it away.

    When all have signed it may still come, once. Raises RuleBroken for what is no PDF, JPEG or PNG, is empty
    or too large; LookupError.
    """
    paper = scan if isinstance(scan, PaperFile) or scan is None else read_scan(scan, open_file=database.path)
    case = case_of_signing(database, signing_id)
    signing = case.signing
    ended = signing.ended is SigningEnd.SIGNED and signing.way is SigningWay.PEN
    late = ended and signing.returned is None and paper is not None
    if not late:
        in_its_way(case, SigningWay.PEN)
    label = N_("Attach the scan of {what}") if paper else N_("Take away the scan of {what}")
    place = ("meeting", case.meeting.id)
    with database.change(label, place=place, barrier=late, what=case.named) as change:
        columns: dict[str, str | None] = {"returned": None, "returned_type": None}
        if paper is not None:
            sha256 = attachments.keep(change, _checked(paper).data)
            if sha256 == signing.original:
                raise RuleBroken("{file} is what was printed, and not what was signed", file=paper.name)
            columns = {"returned": sha256, "returned_type": paper.media.value}
        change.update("signing", signing_id, **columns)


def finish_pen(
    database: Database, signing_id: int, *, today: dt.date, without: Mapping[int, str] | None = None
) -> None:
    """Let a protocol be verified by those who have signed the paper.

    `without` says of each signature that is not to be had, by id, why: refused, is away, has died. Raises
    RuleBroken for one of whom nothing is said, or when nobody has signed; LookupError.
    """
    case = in_its_way(case_of_signing(database, signing_id), SigningWay.PEN)
    _finish(database, case, today, check_reasons(case.signing.awaited, without or {}))


def _finish(database: Database, case: Case, today: dt.date, without: Mapping[int, str]) -> None:
    signed = [(each, each.signed_on) for each in case.signing.signatures if each.signed_on is not None]
    words = texts(case.meeting.organisation.language)
    label = N_("Note that {what} is verified")
    place = ("meeting", case.meeting.id)
    with database.change(label, place=place, barrier=True, what=case.named) as change:
        change.update(
            "signing",
            case.signing.id,
            ended=SigningEnd.SIGNED,
            ended_on=today,
            report=unsigned(case.signing.signatures, without, words),
        )
        finish(change, case, signed, today)


def _checked(paper: PaperFile) -> PaperFile:
    if paper.media not in _SCANS:
        raise RuleBroken("{file} is no scan of a signed paper; that is a PDF, JPEG or PNG", file=paper.name)
    return paper
