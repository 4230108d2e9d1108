"""What referees answered: registered by hand, or out of a form that came back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from klubban.domain.body import Named
from klubban.domain.errors import RuleBroken
from klubban.domain.inquiry_code import code_of
from klubban.domain.inquiry_replies import Placed, placed
from klubban.domain.referral import Inquiry, Referee
from klubban.domain.text import Block, Blocks, Run, Text, clean, tidy
from klubban.exchange import inquiry_form
from klubban.exchange.inquiry_form import Filled
from klubban.i18n import N_, texts
from klubban.operations.inquiry_rows import changing, inquiry_of, insert_referees, read_inquiry
from klubban.operations.lists import last_place, put_rows
from klubban.operations.naming import line_or_none, one_line
from klubban.operations.paper_file import PaperFile, read_file, read_paper_file
from klubban.store import attachments, reads
from klubban.store import inquiries as store
from klubban.store.change import Change
from klubban.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRead:
    """A form that came back, as it was read, before anything is kept of it."""

    filled: Filled
    placed: Placed
    data: bytes
    file_name: str
    referee: Referee | None = None
    """Whose form it is; None for one that was not asked."""

    @property
    def again(self) -> bool:
        """Tell whether the referee has answered before, so that this stands for the earlier answer."""
        return self.referee is not None and bool(self.referee.replies)


class NotAsked(RuleBroken):
    """A form that came back from somebody who was not asked; they may be added."""


def register_reply(
    database: Database,
    referee_id: int,
    *,
    day: dt.date,
    by: str | None = None,
    texts: Mapping[int, Blocks] | None = None,
    beside: Blocks = (),
    paper: Path | PaperFile | None = None,
) -> int:
    """Register what a referee answered, by number of question, and return it; an earlier answer stays kept.

    What answers a question that was withdrawn is kept beside the questions, with a remark. Raises RuleBroken
    for an answer without a word or paper, before the inquiry was sent, or to no question; LookupError.
    """
    inquiry = inquiry_of(database, "referee", referee_id)
    referee = inquiry.referee_by_id(referee_id)
    found = placed(inquiry, {number: tidy(text) for number, text in (texts or {}).items()})
    said = tidy(beside)
    kept = read_paper_file(paper, open_file=database.path) if isinstance(paper, Path) else paper
    if not (found.texts or found.withdrawn or said or kept):
        raise RuleBroken("Write what {who} answered, or add the paper that it came in", who=referee.who)
    _check_day(inquiry, referee, day)
    label = N_("Register the answer of {who} to {title}")
    with changing(database, label, inquiry, who=str(referee.who)) as change:
        columns: dict[str, Any] = {"by": line_or_none(by)}
        if kept is not None:
            columns |= _paper(change, kept.data, kept.media.value, kept.name)
        return _insert(change, referee_id, day, found, said, columns)


# --- forms


def read_form(database: Database, inquiry_id: int, paper: Path | PaperFile) -> FormRead:
    """Return what a form that came back says; nothing is changed.

    Raises RuleBroken for what is no form from here, damaged or hostile, empty, or of another inquiry.
    """
    inquiry = read_inquiry(database, inquiry_id)
    name, data = (
        (paper.name, paper.data)
        if isinstance(paper, PaperFile)
        else (paper.name, read_file(paper, open_file=database.path))
    )
    filled = inquiry_form.read(data, name)
    if filled.code.inquiry != code_of(inquiry.key, 0).inquiry:
        other = _other(database, filled)
        raise RuleBroken(
            N_("{file} answers {other}, and not {title}")
            if other
            else N_("{file} answers something else than {title}"),
            file=name,
            other=other,
            title=inquiry.title,
        )
    found = placed(inquiry, filled.answers)
    if not (found.texts or found.withdrawn or filled.beside):
        raise RuleBroken("{file} is empty: nobody has written an answer in it", file=name)
    number = filled.code.referee
    referee = inquiry.referees[number - 1] if 1 <= number <= len(inquiry.referees) else None
    return FormRead(filled=filled, placed=found, data=data, file_name=name, referee=referee)


def import_form(
    database: Database,
    inquiry_id: int,
    paper: Path | PaperFile,
    *,
    day: dt.date,
    adding: str | None = None,
    referee_id: int | None = None,
) -> int:
    """Register the answer that a form holds, and return it; `adding` names one who was not asked.

    `referee_id` says whose it is where the form does not. Raises NotAsked where neither is known, RuleBroken
    as `read_form` does or where the same form was read before; LookupError.
    """
    form = read_form(database, inquiry_id, paper)
    inquiry = read_inquiry(database, inquiry_id)
    referee = form.referee if referee_id is None else inquiry.referee_by_id(referee_id)
    if referee is None and adding is None:
        raise NotAsked(
            N_("{who} was not asked about {title}, and may be added"),
            who=form.filled.who or form.file_name,
            title=inquiry.title,
        )
    sha256 = attachments.digest(form.data)
    for each in inquiry.referees:
        if any(reply.sha256 == sha256 for reply in each.replies):
            raise RuleBroken(
                "{file} is registered already, as the answer of {who}", file=form.file_name, who=each.who
            )
    who = str(referee.who) if referee else one_line(clean(adding or ""))
    _check_day(inquiry, referee, day)
    label = N_("Register the answer of {who} to {title}")
    with changing(database, label, inquiry, who=who) as change:
        if referee is None:
            name = Named(who).name
            [id_] = insert_referees(change, inquiry_id, [{"name": name, "email": None, "body_id": None}])
        else:
            id_ = referee.id
        columns = {"by": form.filled.by, "from_form": True}
        columns |= _paper(change, form.data, form.filled.media_type, form.file_name)
        return _insert(change, id_, day, form.placed, form.filled.beside, columns)


# --- plain functions


def _check_day(inquiry: Inquiry, referee: Referee | None, day: dt.date) -> None:
    sent = (referee.sent_on if referee else None) or inquiry.sent_on
    if sent is None:
        raise RuleBroken("{title} is not sent yet, and cannot have been answered", title=inquiry.title)
    if day < sent:
        raise RuleBroken("It was sent on {date}, and cannot have been answered before", date=sent)


def _other(database: Database, filled: Filled) -> str | None:
    """Return the title of the inquiry that a form answers, if it is in this file."""
    with database.read() as read:
        for each in store.inquiries(read):
            if code_of(each.key, 0).inquiry == filled.code.inquiry:
                return "" if store.is_confidential(read, each) else each.title
    return filled.title


def _paper(change: Change, data: bytes, media_type: str, name: str) -> dict[str, Any]:
    sha256 = attachments.keep(change, data)
    return {"sha256": sha256, "media_type": media_type, "file_name": name}


def _insert(
    change: Change,
    referee_id: int,
    day: dt.date,
    found: Placed,
    said: Blocks,
    columns: Mapping[str, Any],
) -> int:
    reply = change.insert(
        "reply",
        referee_id=referee_id,
        position=last_place(change, "reply", referee_id=referee_id),
        received_on=day,
        text=(*said, *_remarked(change, found)),
        **columns,
    )
    _put_texts(change, reply, found)
    return reply


def _put_texts(change: Change, reply_id: int, found: Placed) -> None:
    wanted = [{"number": number, "text": text} for number, text in found.texts]
    put_rows(change, "reply_text", "reply", reply_id, wanted)


def _remarked(change: Change, found: Placed) -> tuple[Block, ...]:
    """Return what was answered to questions that had been withdrawn, below a remark that says so."""
    organisation = reads.organisation(change.connection)
    words = texts(organisation.language if organisation else "sv")
    blocks: list[Block] = []
    for number, question, text in found.withdrawn:
        day = question.withdrawn_on
        told = words.gettext("Answer to question {number}, which was withdrawn on {day}: {question}").format(
            number=number, day=words.date(day) if day else "", question=question.text
        )
        blocks += [Text((Run(told, italic=True),)), *text]
    return tuple(blocks)
