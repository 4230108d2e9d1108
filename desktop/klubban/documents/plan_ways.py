"""By which meetings a matter comes to a body that others feed, as a plan shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from klubban.documents import plan_words as say
from klubban.documents.tree import Aside, Grouped, Heading
from klubban.documents.wording import capital, enumerated, inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.plan import Plan
    from klubban.documents.tree import Node
    from klubban.domain.body import Body
    from klubban.domain.chain import Step
    from klubban.domain.planned import Planned
    from klubban.i18n import Texts

_BODY, _DATE, _THEN = 106.0, 72.0, 112.0
_BODY_ALONE, _DATE_ALONE = 130.0, 96.0
"""Where no row has a remark, and that column is left out."""


def nodes(plan: Plan, texts: Texts) -> Iterator[Node]:
    """Walk, for each body that others feed, from where and by when a matter comes to each of its meetings."""
    for body in plan.bodies:
        above = plan.chains.bodies.get(body.parent or 0)
        if above is not None and plan.meetings(above.id) and plan.body is None:
            continue
        groups = tuple(_groups(plan, body, texts))
        if not groups:
            continue
        yield Heading(2, texts.gettext("So that a matter reaches {body}").format(body=inside(body.name)))
        yield Aside(" ".join(_explained(groups, texts)))
        head = (
            texts.pgettext("column", "Begins in"),
            texts.pgettext("column", "Papers in by"),
            texts.pgettext("column", "Is taken up"),
            texts.pgettext("column", "Goes on to"),
            texts.pgettext("column", "Remark"),
        )
        if any(row[-1] for _title, rows in groups for row in rows):
            yield Grouped(head, groups, widths=(_BODY, _DATE, _DATE, _THEN))
        else:
            bare = tuple((title, tuple(row[:-1] for row in rows)) for title, rows in groups)
            yield Grouped(head[:-1], bare, widths=(_BODY_ALONE, _DATE_ALONE, _DATE_ALONE))


def _explained(groups: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...], texts: Texts) -> Iterator[str]:
    yield texts.gettext(
        "Find the meeting that is to decide, and below it the body in which the matter begins: the row tells"
        " the last meeting there that is in time, and where the matter goes from there."
    )
    if any(row[1] == "–" for _title, rows in groups for row in rows):
        yield texts.gettext("Where no day is set for papers there is a dash.")


def _groups(plan: Plan, body: Body, texts: Texts) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    for meeting in plan.meetings(body.id):
        rows: dict[int, tuple[tuple[str, ...], Planned]] = {}
        for way in plan.chains.downwards(meeting) if meeting.stands else ():
            for place, step in enumerate(way):
                if step.meeting is None:
                    break
                above = [each.body.name for each in reversed(way[:place])]
                rows[step.body.id] = (_row(plan, meeting, (step, way[:place]), above, texts), step.meeting)
        if rows:
            title = f"{body.name}, {say.day_in_year(meeting.date, texts)}"
            yield title, tuple(row for row, _of in sorted(rows.values(), key=lambda each: each[1].when))


def _row(
    plan: Plan, to: Planned, at: tuple[Step, tuple[Step, ...]], above: list[str], texts: Texts
) -> tuple[str, ...]:
    """Return a row: the body, its papers, its meeting, where the matter goes next, and what is tight."""
    step, passed = at
    held = step.meeting
    if held is None:
        return ()
    papers = step.dates.papers if step.dates else None
    following = passed[-1].meeting if passed else None
    if above and following:
        then = f"{above[0]} {say.near(following.date, to.date, texts)}"
    else:
        then = texts.pgettext("of a matter", "directly")
    return (
        step.body.name,
        say.near(papers, to.date, texts) if papers else "–",
        say.near(held.date, to.date, texts),
        capital(then),
        _tight(plan, held, following or to, texts),
    )


def _tight(plan: Plan, held: Planned, following: Planned, texts: Texts) -> str:
    """Return that there is no time at all between a meeting and what the next one asks for."""
    dates = plan.chains.dates(following)
    last = held.end_date or held.date
    told = []
    if dates.papers == last:
        told.append(texts.gettext("papers are due there the same day"))
    if dates.summons == last:
        told.append(texts.gettext("the summons goes out there the same day"))
    return capital(enumerated(told, texts))
