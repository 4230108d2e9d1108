"""A situation report as a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from klubban.documents import public_words
from klubban.documents.situation import Reported, build
from klubban.domain.body import Body, Organisation
from klubban.domain.errors import RuleBroken
from klubban.domain.masking import without_masked
from klubban.domain.roll_up import Gone, inside
from klubban.domain.situation import Situation, before
from klubban.domain.trend import trend
from klubban.i18n import Texts, texts
from klubban.operations.export import Prepared
from klubban.operations.file_names import slug, stem_of
from klubban.store import reads, situations
from klubban.store.database import Database


def report_of(database: Database, body_id: int, day: date | None = None) -> int:
    """Return the report of a body on a day, or without one its latest; raises RuleBroken for none."""
    with database.read() as read:
        found = situations.situations(read, body_id)
        body = next(each for each in reads.bodies(read) if each.id == body_id)
    chosen = [each for each in found if day in (None, each.day)]
    if chosen:
        return chosen[-1].id
    if day is None:
        raise RuleBroken("{body} has no situation reports", body=body.name)
    raise RuleBroken("{body} has no situation report of {day}", body=body.name, day=day)


def prepare_situation(database: Database, situation_id: int, *, public: bool = False) -> Prepared:
    """Return a report with how it went before, and what went into it; raises LookupError for one not there.

    In public only what is finished, and neither it nor anything in it was presented at a confidential item:
    raises RuleBroken for other reports.
    """
    with database.read() as read:
        known = {each.id: each for each in situations.situations(read)}
        at = situations.presented(read)
        bodies = {body.id: body for body in reads.bodies(read)}
        organisation = reads.organisation(read) or Organisation(name="")
    report, body = known[situation_id], bodies[known[situation_id].body]
    words = texts(organisation.language)
    stem = _stem(report, body, known.values(), words)
    earlier = [each for each in before(report, known.values()) if each.is_done]
    if public:
        secret = {id_ for id_, item in at.items() if item.confidential}
        _check_public(report, secret, known)
        report = without_masked(report, public_words.signs(words).words)
        earlier = [each for each in earlier if not secret & inside(each.id, known)]
        stem += "-" + words.pgettext("file name", "public")
    presented = at.get(situation_id)
    made = build(
        Reported(
            organisation=organisation,
            body=body,
            report=report,
            trend=trend((*earlier, report)),
            gone=tuple(Gone(known[id_], bodies[known[id_].body].name) for id_ in report.rolled_up),
            presented=presented,
            presented_by=bodies[presented.body].name if presented else "",
            public=public,
        )
    )
    return Prepared(stem, made)


def _check_public(report: Situation, secret: set[int], known: Mapping[int, Situation]) -> None:
    """Raise RuleBroken for a report that is not published; `secret` were presented at confidential items."""
    if not report.is_done:
        raise RuleBroken("The report is not finished, and is not published before that")
    if secret & inside(report.id, known):
        raise RuleBroken("The report, or one in it, was presented at a confidential item")


def _stem(report: Situation, body: Body, known: Iterable[Situation], words: Texts) -> str:
    """Return the name of a report's file; several of a body on one day are numbered."""
    name = slug(words.pgettext("file name", "situation report"))
    same_day = [each.id for each in known if (each.body, each.day) == (report.body, report.day)]
    number = f"-{same_day.index(report.id) + 1}" if len(same_day) > 1 else ""
    return f"{stem_of(body)}-{name}-{report.day.isoformat()}{number}"
