"""The chair's script: what is said at each item of a meeting, with room for a pen. Notes are never in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from klubban.documents import agenda, front_page, wording
from klubban.documents.front_page import row
from klubban.documents.question_words import questions
from klubban.documents.tree import Facts, Heading, Quiet
from klubban.domain.agenda import Act, ItemKind
from klubban.domain.public import shown as shown_of
from klubban.domain.sendings import taken_off
from klubban.domain.text import Bullets, plain, runs_of
from klubban.domain.time_plan import time_plan
from klubban.i18n import texts as texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from klubban.documents.front_page import Row
    from klubban.documents.tree import Document, Node
    from klubban.domain.meeting import Item, Meeting
    from klubban.domain.public import Shown
    from klubban.i18n import Texts

_INFORMS = (ItemKind.INFORMATION, ItemKind.REPORT)
_PEN_LINES = 2


def build(meeting: Meeting, *, language: str = "sv") -> Document:
    """Return the script of a meeting as its agenda is now."""
    texts = texts_of(language)
    shown = shown_of(meeting, to_public=False)
    kind = texts.gettext("The chair’s script")
    return front_page.document(meeting, kind, _nodes(shown, kind, texts), texts, plain=True)


def _nodes(shown: Shown, kind: str, texts: Texts) -> Iterator[Node]:
    meeting = shown.meeting
    yield Heading(1, kind)
    yield Quiet(wording.which_meeting(meeting, texts, planned=True))
    yield Heading(2, texts.pgettext("of a meeting", "Opening"))
    yield Bullets(tuple(runs_of(line) for line in _opening(meeting, texts)))
    yield Heading(2, agenda.name_of_list(meeting, texts))
    plan = time_plan(meeting)
    times = {line.item: line.starts for line in plan.lines if plan.total or line.fixed}
    for item in meeting.items:
        entry = agenda.entry(shown, item, texts, papers=())
        if taken_off(item):
            yield entry
            continue
        when = wording.clock(item.start or times.get(item.id), None, texts)
        yield replace(entry, when=when, leads=True)
        yield Facts(tuple(_rows(item, meeting, texts)))
    yield Heading(2, texts.pgettext("of a meeting", "Closing"))
    yield Bullets(tuple(runs_of(line) for line in _closing(meeting, texts)))


# --- the frame of the meeting


def _opening(meeting: Meeting, texts: Texts) -> Iterator[str]:
    """Walk what is said first; what an item of the agenda is for is said there."""
    yield texts.gettext("I declare the meeting open, and welcome you all.")
    there = " ".join(item.title for item in meeting.items if not taken_off(item)).casefold()
    for stems, said in _customs(meeting, texts):
        if said and not _told_by(there, stems):
            yield said
    if meeting.body.rules.protocol:
        yield texts.gettext("After each question: say what you find decided, and strike the gavel.")


def _customs(meeting: Meeting, texts: Texts) -> Iterator[tuple[str, str]]:
    """Walk the customary first items: by what their titles are known, and what is said at them."""
    rules, body = meeting.body.rules, wording.inside(meeting.body.name)
    if rules.protocol:
        yield texts.pgettext("stems of titles", "roll"), texts.gettext("We call the roll.")
    if rules.verified:
        names = list(dict.fromkeys(str(who) for each in meeting.verifications for who in each.verifiers))
        line = texts.gettext("To verify the protocol {names} is proposed. Can {body} elect them?")
        listed = wording.enumerated(names, texts) or "……………………"
        yield texts.pgettext("stems of titles", "verif"), line.format(names=listed, body=body)
    yield texts.pgettext("stems of titles", "agenda"), _approval(meeting, body, texts)


def _approval(meeting: Meeting, body: str, texts: Texts) -> str:
    """Return the question of the agenda, with what came and what went since the summons."""
    extra = [each.title for each in meeting.items if any(act.act is Act.ADDED for act in each.acts)]
    off = [each.title for each in meeting.items if taken_off(each)]
    parts = [texts.gettext("Can {body} approve the agenda?").format(body=body)]
    if extra:
        parts.append(texts.gettext("Extra items: {titles}.").format(titles=", ".join(extra)))
    if off:
        parts.append(texts.gettext("Not dealt with: {titles}.").format(titles=", ".join(off)))
    return " ".join(parts)


def _closing(meeting: Meeting, texts: Texts) -> Iterator[str]:
    if meeting.body.rules.verified:
        yield texts.gettext("Whoever has a reservation must announce it before the meeting is closed.")
        for each in meeting.verifications:
            if when := wording.verification_line(each, texts):
                told = f"{when}, {each.paragraphs.printed}" if each.paragraphs else when
                yield texts.gettext("The protocol is verified: {when}.").format(when=wording.small(told))
    yield texts.gettext("I thank you all, and declare the meeting closed at ………… .")


def _told_by(titles: str, stems: str) -> bool:
    return any(stem in titles for stem in stems.split(","))


# --- an item


def _rows(item: Item, meeting: Meeting, texts: Texts) -> Iterator[Row]:
    if item.proposal:
        proposal = (line for line in plain(item.proposal).split("\n") if line)
        yield row(texts.pgettext("in a script", "Proposal"), *proposal)
    said = tuple(_said(item, meeting, texts))
    if said:
        yield row(texts.pgettext("in a script", "Say"), *said)
    yield row(texts.gettext("Own notes"))
    for _line in range(_PEN_LINES - 1):
        yield row("")


def _said(item: Item, meeting: Meeting, texts: Texts) -> Iterator[str]:
    title = item.title.casefold()
    customs = [said for stems, said in _customs(meeting, texts) if said and _told_by(title, stems)]
    if customs:
        yield from customs
        return
    body = wording.inside(meeting.body.name)
    put = questions(item, meeting.body, texts)
    if put:
        yield texts.gettext("The floor is open.")
        for each in put:
            yield each.words
            if each.note:
                yield f"({each.note})"
    elif item.kind in _INFORMS:
        yield texts.gettext("Can {body} put the information on file?").format(body=body)
    elif item.kind is ItemKind.ELECTION:
        yield texts.gettext("Can {body} elect those proposed?").format(body=body)
    elif item.kind is not ItemKind.PROCEDURE:
        yield texts.gettext("The floor is open.")
