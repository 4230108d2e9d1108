"""Lists of plans and promises of a body: activities, promises, steering documents, recommendations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from klubban.documents import commitment_words as say
from klubban.documents import progress_words as far
from klubban.documents import public_words, wording
from klubban.documents.commitment_register import Register, Sort, belongs, nothing, title
from klubban.documents.commitments import ACTIVITIES, activity_row
from klubban.documents.issued import issued
from klubban.documents.tree import Document, Grouped, Heading, Quiet
from klubban.domain.commitment import CommitmentKind, Progress
from klubban.domain.follow_up_rules import by_review
from klubban.domain.text import Text, plain, runs_of
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from klubban.documents.tree import Node
    from klubban.domain.commitment import Commitment, FollowUp
    from klubban.domain.noted_at import NotedAt
    from klubban.i18n import Texts

_ROW = tuple[str, ...]


def build(register: Register) -> Document:
    """Return the list in the organisation's language."""
    texts = texts_of(register.organisation.language)
    kind, day = title(register.sort, texts), register.day.isoformat()
    public = register.left_out is not None
    running = public_words.public_kind(kind, texts) if public else kind
    made = issued(
        register.organisation,
        f"{running}, {register.body.name} {day}",
        _nodes(register, kind, texts),
        whose=register.body.name,
        kind=running,
        dated=day,
        date=register.day,
    )
    return public_words.told_of(made, texts, left_out=bool(register.left_out)) if public else made


def _nodes(register: Register, kind: str, texts: Texts) -> Iterator[Node]:
    yield Heading(1, kind)
    told = texts.gettext("{body}, as of {day}")
    yield Quiet(told.format(body=register.body.name, day=texts.date(register.day)))
    found = tuple(each for each in register.found if belongs(register.sort, each))
    if not found:
        yield Text(runs_of(nothing(register.sort, texts)))
        return
    table = {
        Sort.ACTIVITIES: _activities,
        Sort.PROMISES: _promises,
        Sort.STEERING: _steering,
        Sort.RECOMMENDATIONS: _recommendations,
    }[register.sort]
    yield from table(register, found, texts)


def _activities(register: Register, found: tuple[Commitment, ...], texts: Texts) -> Iterator[Node]:
    every = [activity for each in found for activity in each.activities]
    yield Text(runs_of(far.counted(every, register.day, texts)))
    head = (
        texts.pgettext("column", "Activity and purpose"),
        texts.pgettext("column", "When"),
        texts.gettext("Responsible"),
        texts.pgettext("column", "How it stands"),
    )
    groups = tuple(
        (
            each.title,
            tuple(activity_row(activity, register.day, register.at, texts) for activity in each.activities),
        )
        for each in found
    )
    yield Grouped(head, groups, widths=ACTIVITIES, titled=True)


def _promises(register: Register, found: tuple[Commitment, ...], texts: Texts) -> Iterator[Node]:
    yield Text(runs_of(_counted(found, CommitmentKind.PROMISE, texts)))
    head = (
        texts.pgettext("column", "Promise and who is responsible"),
        texts.pgettext("column", "How it stands"),
        texts.pgettext("column", "When it was followed up"),
    )
    groups = _grouped((each.area or "", _promise(each, register, texts)) for each in found)
    yield Grouped(head, groups, widths=(170.0, 104.0), titled=True)


def _promise(one: Commitment, register: Register, texts: Texts) -> _ROW:
    days = say.period(one.from_date, one.to_date, texts)
    stands = [far.standing(one, texts)]
    if one.closed_on is not None:
        stands.append(texts.gettext("closed on {day}").format(day=one.closed_on.isoformat()))
    about = filter(None, (one.title, str(one.responsible or ""), days))
    return "\n".join(about), "\n".join(stands), _series(one, register, texts)


def _series(one: Commitment, register: Register, texts: Texts) -> str:
    """Return each follow-up on a line, the latest first."""
    lines = [_noted(each, one.kind, register.at, texts) for each in reversed(one.follow_ups)]
    return "\n".join(lines) or "–"


def _noted(one: FollowUp, kind: CommitmentKind, at: Mapping[int, NotedAt], texts: Texts) -> str:
    where = say.at(at.get(one.item or 0)) or one.day.isoformat()
    word = far.progress(one.progress, kind, texts) if one.progress else ""
    said = " ".join(plain(one.text).split())
    told = ". ".join(filter(None, (word, said)))
    return f"{where}: {told}" if told else where


def _steering(register: Register, found: tuple[Commitment, ...], texts: Texts) -> Iterator[Node]:
    late = [each for each in found if each.review and each.review < register.day]
    if late:
        line = texts.ngettext(
            "{count} document should have been looked at again.",
            "{count} documents should have been looked at again.",
            len(late),
        )
        yield Text(runs_of(line.format(count=len(late))))
    else:
        yield Text(runs_of(texts.gettext("None of them is late.")))
    head = (
        texts.pgettext("column", "Document and who is responsible"),
        texts.pgettext("of a document", "Adopted"),
        texts.gettext("Looked at again"),
        texts.pgettext("column", "How it stands"),
    )
    groups = _grouped(
        (_when(each, register.day, texts), _document(each, register, texts)) for each in by_review(found)
    )
    yield Grouped(head, groups, widths=(152.0, 110.0, 82.0), titled=True)


def _when(one: Commitment, day: date, texts: Texts) -> str:
    if one.review is None:
        return texts.gettext("Without a day")
    if one.review < day:
        return texts.gettext("Should have been looked at again")
    return str(one.review.year)


def _document(one: Commitment, register: Register, texts: Texts) -> _ROW:
    adopted = [one.decided_on.isoformat()] if one.decided_on else []
    found = register.at.get(one.item or 0)
    if found or one.decided_by:
        adopted.append(say.at(found, beside=one.decided_on) or one.decided_by or "")
    review = [one.review.isoformat() if one.review else "–"]
    if one.review_months:
        review.append(say.months(one.review_months, texts))
    stands = [wording.capital(say.late(one.review, register.day, texts) or _age(one, register.day, texts))]
    if one.follow_ups:
        last = one.follow_ups[-1]
        where = say.at(register.at.get(last.item or 0)) or last.day.isoformat()
        stands.append(texts.gettext("followed up: {where}").format(where=where))
    return (
        "\n".join(filter(None, (one.title, str(one.responsible or ""), one.source))),
        "\n".join(adopted) or "–",
        "\n".join(review),
        "\n".join(stands),
    )


def _age(one: Commitment, day: date, texts: Texts) -> str:
    """Return how old a document is that nobody has set a day for."""
    years = (day - one.decided_on).days * 4 // 1461 if one.decided_on else 0
    if years < 1:
        return "–"
    return texts.ngettext("{count} year old", "{count} years old", years).format(count=years)


def _recommendations(register: Register, found: tuple[Commitment, ...], texts: Texts) -> Iterator[Node]:
    yield Text(runs_of(_counted(found, CommitmentKind.RECOMMENDATION, texts)))
    head = (
        texts.pgettext("column", "Recommendation"),
        texts.pgettext("column", "Answer"),
        texts.pgettext("column", "How it stands"),
        texts.pgettext("column", "When it was followed up"),
    )
    groups = _grouped(
        (wording.enumerated(each.parties, texts), _recommendation(each, register, texts)) for each in found
    )
    yield Grouped(head, groups, widths=(148.0, 88.0, 76.0), titled=True)


def _recommendation(one: Commitment, register: Register, texts: Texts) -> _ROW:
    answer = []
    if one.answered_on:
        answer.append(texts.gettext("answered {day}").format(day=one.answered_on.isoformat()))
    elif one.answer_due:
        answer.append(texts.gettext("to be answered by {day}").format(day=one.answer_due.isoformat()))
        if one.closed_on is None:
            answer.append(say.late(one.answer_due, register.day, texts))
    below = " · ".join(filter(None, (str(one.responsible or ""), one.registry_number)))
    stands = far.standing(one, texts)
    return (
        "\n".join(filter(None, (one.title, below))),
        wording.capital("\n".join(answer)) or "–",
        stands,
        _series(one, register, texts),
    )


def _counted(found: tuple[Commitment, ...], kind: CommitmentKind, texts: Texts) -> str:
    """Return how many stand how: `8 medborgarlöften: 5 uppfyllda, 3 pågår`."""
    many = (
        texts.ngettext("{count} promise", "{count} promises", len(found))
        if kind is CommitmentKind.PROMISE
        else texts.ngettext("{count} recommendation", "{count} recommendations", len(found))
    )
    known = [one for one in found if far.is_known(one)]
    told = [
        f"{count} {far.progress_of(count, each, kind, texts)}"
        for each in Progress
        if (count := sum(one.progress is each for one in known))
    ]
    if len(known) < len(found):
        line = texts.ngettext(
            "{count} not followed up yet", "{count} not followed up yet", len(found) - len(known)
        )
        told.append(line.format(count=len(found) - len(known)))
    return f"{many.format(count=len(found))}: {', '.join(told)}."


def _grouped(found: Iterable[tuple[str, _ROW]]) -> tuple[tuple[str, tuple[_ROW, ...]], ...]:
    """Return rows below their headings, in the order in which those first come."""
    groups: dict[str, list[_ROW]] = {}
    for name, row in found:
        groups.setdefault(name, []).append(row)
    return tuple((name, tuple(rows)) for name, rows in groups.items())
