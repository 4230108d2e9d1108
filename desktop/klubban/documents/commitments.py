"""One plan or promise with its history: facts, activities, and what was found at each follow-up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from klubban.documents import commitment_words as say
from klubban.documents import progress_words as far
from klubban.documents import public_words, wording
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Facts, Grouped, Heading, Quiet
from klubban.domain.commitment import CommitmentKind, Progress
from klubban.domain.follow_up_rules import remarks
from klubban.domain.text import Text, plain, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.body import Body, Organisation
    from klubban.domain.commitment import Activity, Checkpoint, Commitment, FollowUp
    from klubban.domain.noted_at import NotedAt
    from klubban.i18n import Texts

ACTIVITIES = (140.0, 74.0, 88.0)
"""Of the columns of activities but for how they stand."""
_PLANNED, _BELOW = (92.0, 214.0), 290.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A plan or promise, with what is told around it."""

    organisation: Organisation
    body: Body
    """The one that watches it."""
    one: Commitment
    day: date
    """The day from which lateness is counted."""
    at: Mapping[int, NotedAt] = field(default_factory=dict)
    """Where something was noted, by item."""
    others: Mapping[int, str] = field(default_factory=dict)
    """The titles of plans, by id."""
    below: tuple[Commitment, ...] = ()
    """Those that belong to it."""
    after: Commitment | None = None
    """The one that replaces it."""
    bodies: Mapping[int, str] = field(default_factory=dict)
    """The names of bodies, by id."""
    public: bool = False


def build(watched: Watched) -> Document:
    """Return the plan in the organisation's language."""
    texts = texts_of(watched.organisation.language)
    kind, day = texts.gettext("Follow-up"), watched.day.isoformat()
    running = public_words.public_kind(kind, texts) if watched.public else kind
    made = issued(
        watched.organisation,
        f"{running}, {watched.one.title} {day}",
        _nodes(watched, texts),
        whose=watched.body.name,
        kind=running,
        dated=day,
        date=watched.day,
    )
    return public_words.told_of(made, texts) if watched.public else made


def _nodes(watched: Watched, texts: Texts) -> Iterator[Node]:
    one = watched.one
    yield Heading(1, one.title)
    line = texts.gettext("{kind}, followed up by {body}, as of {day}")
    yield Quiet(
        line.format(
            kind=say.kind(one.kind, texts),
            body=wording.inside(watched.body.name),
            day=texts.date(watched.day),
        )
    )
    if told := " ".join(_summary(watched, texts)):
        yield Text(runs_of(told))
    yield Facts(tuple(_facts(watched, texts)))
    yield from one.text
    if one.activities:
        yield Heading(2, texts.gettext("Activities"))
        yield _activities(watched, texts)
    if one.follow_ups:
        yield Heading(2, texts.gettext("What was found"))
        for each in reversed(one.follow_ups):
            yield from _follow_up(each, watched, texts)
    if one.checkpoints:
        yield Heading(2, texts.gettext("Planned follow-ups"))
        yield _checkpoints(watched, texts)
    if watched.below:
        yield Heading(2, texts.gettext("What belongs to it"))
        yield _below(watched, texts)


def _summary(watched: Watched, texts: Texts) -> Iterator[str]:
    """Walk how it stands: how far, how many activities, when it was followed up last and will be next."""
    one = watched.one
    if one.closed_on is not None:
        line = texts.gettext("Closed on {day}: {why}.")
        yield line.format(day=texts.date(one.closed_on), why=(one.closed_because or "–").rstrip("."))
    elif one.follow_ups and one.progress is not Progress.PLANNED:
        yield f"{wording.capital(far.progress(one.progress, one.kind, texts))}."
    if one.activities:
        yield far.counted(one.activities, watched.day, texts)
    if one.follow_ups:
        yield texts.gettext("Last followed up on {day}.").format(day=texts.date(one.follow_ups[-1].day))
    elif one.closed_on is None:
        yield texts.gettext("Not followed up yet.")
    following = say.next_day(one)
    if following is not None and one.closed_on is None:
        line = texts.gettext("Next follow-up on {day}.")
        if following < watched.day:
            line = texts.gettext("It should have been followed up on {day}.")
        yield line.format(day=texts.date(following))
    for each in remarks(one, watched.day):
        if each.name != "REVIEW_PAST":
            yield say.remark(each, texts)


def _facts(watched: Watched, texts: Texts) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """Walk what is known of it, label by label; nothing of what is not."""
    one = watched.one
    parties = (
        texts.pgettext("of a recommendation", "Given by")
        if one.kind is CommitmentKind.RECOMMENDATION
        else texts.pgettext("of an agreement", "Parties")
    )
    told = (
        (parties, wording.enumerated(one.parties, texts)),
        (texts.pgettext("of an agreement", "Period"), say.period(one.from_date, one.to_date, texts)),
        (texts.pgettext("column", "Area"), one.area or ""),
        (texts.gettext("Responsible"), str(one.responsible or "")),
        (texts.gettext("Decided"), _decided(watched, texts)),
        (texts.gettext("Registry number"), one.registry_number or ""),
        (texts.gettext("By reason of"), one.source or ""),
        (texts.gettext("Looked at again"), _review(watched, texts)),
        (texts.gettext("Reported to"), watched.bodies.get(one.reports_to or 0, "")),
        (texts.gettext("Answer due"), _answer(watched, texts)),
        (texts.gettext("Belongs to"), watched.others.get(one.belongs_to or 0, "")),
        (texts.gettext("Replaces"), watched.others.get(one.replaces or 0, "")),
        (texts.gettext("Replaced by"), watched.after.title if watched.after else ""),
    )
    for label, words in told:
        if words:
            yield label, (Text(runs_of(words)),)


def _decided(watched: Watched, texts: Texts) -> str:
    one, found = watched.one, watched.at.get(watched.one.item or 0)
    day = texts.date(one.decided_on) if one.decided_on else ""
    by = one.decided_by or ""
    where = say.at(found, beside=one.decided_on)
    return ", ".join(filter(None, (day, by, where)))


def _review(watched: Watched, texts: Texts) -> str:
    one = watched.one
    if one.review is None:
        return ""
    often = say.months(one.review_months, texts) if one.review_months else ""
    stands = say.late(one.review, watched.day, texts) if one.closed_on is None else ""
    return ", ".join(filter(None, (texts.date(one.review), often, stands)))


def _answer(watched: Watched, texts: Texts) -> str:
    one = watched.one
    due = texts.date(one.answer_due) if one.answer_due else ""
    if one.answered_on:
        given = texts.gettext("answered on {day}").format(day=texts.date(one.answered_on))
        return ", ".join(filter(None, (due, given)))
    stands = say.late(one.answer_due, watched.day, texts) if one.closed_on is None else ""
    return ", ".join(filter(None, (due, stands)))


def _activities(watched: Watched, texts: Texts) -> Grouped:
    head = (
        texts.pgettext("column", "Activity and purpose"),
        texts.pgettext("column", "When"),
        texts.gettext("Responsible"),
        texts.pgettext("column", "How it stands"),
    )
    rows = tuple(activity_row(each, watched.day, watched.at, texts) for each in watched.one.activities)
    return Grouped(head, (("", rows),), widths=ACTIVITIES, titled=True)


def activity_row(
    one: Activity, day: date, at: Mapping[int, NotedAt], texts: Texts
) -> tuple[str, str, str, str]:
    """Return an activity as a row: what and what for, when, who, how it stands and what was noted last."""
    stands = [far.stands(one, texts)]
    if far.is_late(one, day):
        stands.append(say.late(one.due_now, day, texts))
    if one.steps:
        last = one.steps[-1]
        where = say.at(at.get(last.item or 0)) or last.day.isoformat()
        said = " ".join(plain(last.text).split())
        stands.append(f"{where}: {said}" if said else where)
    return (
        "\n".join(filter(None, (one.title, one.purpose))),
        say.when(one, texts),
        str(one.responsible or "–"),
        "\n".join(stands),
    )


def _follow_up(one: FollowUp, watched: Watched, texts: Texts) -> Iterator[Node]:
    """Walk what was found on a day, and at which paragraph."""
    found = watched.at.get(one.item or 0)
    body = watched.bodies.get(found.body, found.body_name) if found else ""
    where = say.at(replace(found, body_name=body) if found else None, beside=one.day)
    yield Heading(3, ", ".join(filter(None, (texts.date(one.day), where))))
    told = []
    if one.progress:
        told.append(far.marked(one.progress, far.progress(one.progress, watched.one.kind, texts)))
    if one.by and str(one.by) != body:
        told.append(texts.gettext("told by {who}").format(who=one.by))
    if told:
        yield Quiet(" · ".join(told))
    yield from one.text


def _checkpoints(watched: Watched, texts: Texts) -> Grouped:
    head = (
        texts.pgettext("column", "Day"),
        texts.pgettext("column", "What is followed up"),
        texts.pgettext("column", "How it stands"),
    )
    rows = tuple(_checkpoint(each, watched, texts) for each in watched.one.checkpoints)
    return Grouped(head, (("", rows),), widths=_PLANNED)


def _checkpoint(one: Checkpoint, watched: Watched, texts: Texts) -> tuple[str, str, str]:
    if one.done_on:
        done = texts.gettext("done on {day}").format(day=one.done_on.isoformat())
        stands = f"{far.SHAPES[Progress.DONE]}{wording.NBSP}{wording.capital(done)}"
    elif watched.one.closed_on:
        stands = "–"
    else:
        stands = wording.capital(say.late(one.day, watched.day, texts))
    what = one.what or texts.gettext("Follow-up")
    return one.day.isoformat(), what, stands


def _below(watched: Watched, texts: Texts) -> Grouped:
    """Return what belongs to it: its title and period, and how it stands."""
    head = (texts.pgettext("column", "What"), texts.pgettext("column", "How it stands"))
    rows = tuple(
        (
            "\n".join(filter(None, (each.title, say.period(each.from_date, each.to_date, texts)))),
            far.counted(each.activities, watched.day, texts) or far.standing(each, texts),
        )
        for each in watched.below
    )
    return Grouped(head, (("", rows),), widths=(_BELOW,), titled=True)
