"""A committee or an assembly with people, and what its paragraphs say of what was recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from documents.meetings import body, plain_meeting
from klubban.documents.written import shown
from klubban.domain import decided as d
from klubban.domain import meeting as m
from klubban.domain.body import Body, Named
from klubban.domain.habits import Habits
from klubban.domain.rules import BodyKind
from klubban.domain.text import from_plain, lines, points
from klubban.i18n import texts

OMAN = Named("Åke Öman", "S", 1)
"""Who presides."""
EK = Named("Britta Ek", "M", 2)
AL = Named("Cajsa Ål", "S", 3)
ORN = Named("David Örn", "V", 4)
ASP = Named("Eva Asp", "C", 5)
RASK = Named("Jan Rask", "KD", 6)
ASK = Named("Finn Ask", "SD", 7)
OSTH = Named("Ida Östh", "M", 8)
BERG = Named("Åsa Berg", "MP", 9)
M, KD, SD = Named("M", "M"), Named("KD", "KD"), Named("SD", "SD")
"""Parties, named for their members."""
OFFICE = Named("Kommunstyrelseförvaltningen")

MEMBERS = (OMAN, EK, AL, ORN, ASP, ASK, OSTH)
SERVING = ((RASK, Named("Gun Älg", "KD")), (BERG, Named("Hans Åberg", "MP")))
PROPOSAL = points(["Planen antas.", "Den gäller till och med 2030."])


def committee(**facts: Any) -> m.Meeting:
    """Return a committee with seven members and two alternates in service, chaired by Åke Öman."""
    there = [m.Attendee(id=n, who=who, attends_as=m.AttendsAs.MEMBER) for n, who in enumerate(MEMBERS, 1)]
    there += [
        m.Attendee(id=n, who=who, attends_as=m.AttendsAs.SERVING_ALTERNATE, serves_for=absent)
        for n, (who, absent) in enumerate(SERVING, len(MEMBERS) + 1)
    ]
    return plain_meeting(**({"chair": OMAN, "attendance": tuple(there)} | facts))


def assembly(**facts: Any) -> m.Meeting:
    """Return a municipal assembly, chaired by Åke Öman; nothing more is known of who is there."""
    return plain_meeting(**({"body": body(BodyKind.ASSEMBLY, "Kommunfullmäktige"), "chair": OMAN} | facts))


def liking(habits: Habits, kind: BodyKind = BodyKind.COMMITTEE) -> Body:
    """Return a committee with habits of its own."""
    return replace(body(kind), habits=habits)


def moved(id_: int, asks: d.Asks, *by: Named, text: str = "", **facts: Any) -> d.Motion:
    """Return a motion."""
    return d.Motion(id=id_, asks=asks, by=by, text=from_plain(text), **facts)


def put(id_: int, puts: d.Puts, adopted: d.Adopted | None = None, motion: int | None = None) -> d.Put:
    """Return a question as it was put."""
    return d.Put(id=id_, puts=puts, adopted=adopted, motion=motion)


def voted(**answers: int | tuple[Named, ...]) -> tuple[tuple[Named, d.Vote], ...]:
    """Return answers: of those named, or of so many whom nobody needs to know."""
    found: list[tuple[Named, d.Vote]] = []
    for vote, who in answers.items():
        people = who if isinstance(who, tuple) else tuple(Named(f"{vote} {n}", "S") for n in range(who))
        found += ((each, d.Vote(vote)) for each in people)
    return tuple(found)


def says(part: d.Written, meeting: m.Meeting | None = None, language: str = "sv", **facts: Any) -> list[str]:
    """Return what a part of an item says: each text, point and cell."""
    given: dict[str, Any] = {"id": 1, "number": 12, "title": "Trygghetsplan"}
    item = m.Item(**(given | facts))
    whole = replace(meeting or committee(), items=(item,))
    blocks = shown(whole, item, part, texts(language)).blocks
    return [line.replace("\u00a0", " ") for line in lines(blocks)]
