"""Every operation of a meeting or of what is part of one, with arguments for each of its parameters."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select

import klubban.operations
from klubban.domain.afterwards import AppealStep, AppealStepKind
from klubban.domain.body import Named
from klubban.domain.circulated import Circulates
from klubban.domain.commitment import Progress
from klubban.domain.decided import (
    Adopted,
    Asks,
    Ballot,
    OpinionKind,
    Puts,
    Vote,
    Written,
)
from klubban.domain.meeting import Appeal, Doors, Outcome
from klubban.domain.paragraphs import Paragraphs
from klubban.domain.roll import Coming, Deviates, OnRollAs
from klubban.domain.signing import SigningWay
from klubban.domain.text import from_plain
from klubban.store.database import Database
from klubban.store.tables import RECORDS

PAPER = Path(__file__).parent / "data" / "from-word.html"
LATER = date(2026, 12, 15)
WHO = Named("Okänd Person", "M")

OF_A_MEETING = {
    "absence", "call_up", "item", "document", "disqualification", "deviation", "division", "election",
    "candidate", "motion", "opinion", "proposal", "put", "paper", "line", "ruling", "assignment", "meeting",
    "comment", "objection", "verification", "notice", "correction", "signing", "signature", "speaker",
    "scratch", "receipt", "delegated",
    "commitment", "activity", "activity_step", "checkpoint", "follow_up", "goal", "indicator",
}  # fmt: skip
"""What the ids are called that operations take."""
_TABLES = {"line": "roll_line", "comment": "objection", "notice": "notice"}
APART = {
    "archive": "writes a package", "assignment_rows": "changes nothing itself",
    "archive_format": "reads", "as_verified": "reads", "begin_roll": "reads",
    "board": "reads", "bundle": "reads", "calendar": "writes calendars", "chairs_copy": "lends a copy",
    "checklist": "reads", "dispatch": "sends; has its own tests", "drafts_mail": "reads", "export": "reads",
    "commitment_change": "changes nothing itself", "export_plans": "reads", "export_script": "reads",
    "item_change": "changes nothing itself", "labels": "reads",
    "last_look": "reads", "look_pages": "reads", "mail": "reads", "matter_lists": "reads",
    "meeting_rows": "reads", "minuting": "changes nothing itself", "notes_mail": "reads",
    "noted_at_item": "changes nothing itself",
    "notice_files": "reads", "overview": "reads", "presidium": "reads", "publishing": "reads",
    "reports": "changes nothing itself",
    "remuneration": "reads", "roll_rows": "changes nothing itself",
    "signing_by_service": "needs what came back",
    "signing_locally": "needs a certificate", "standing_items": "of a body", "statistics": "reads",
    "verify_file": "reads",
}  # fmt: skip
"""Rooms of operations that change no meeting by themselves, and why."""

_BY_NAME: Mapping[str, object] = {
    "who": WHO, "to": WHO, "by": "Eva Asp", "and_by": "Bo Ek", "people": (WHO,), "told": True,
    "answer": next(iter(Coming)), "title": "Annat", "name": "Annan Person", "names": ("Annan",),
    "titles": ("Annat",), "after": None, "on": LATER, "day": LATER, "today": LATER, "at": time(23, 1),
    "now": datetime(2026, 12, 15, 9, tzinfo=UTC), "because": "Det var fel", "reason": "Det var fel",
    "words": "Avgjort", "text": from_plain("Annat"), "blocks": from_plain("Annat"),
    "decision": from_plain("Annat"), "made_on": LATER, "rule": next(iter(Deviates)), "vote": Vote.NO,
    "answers": ((WHO, Vote.NO),), "minority": True, "asked_by": "Annan", "paper": PAPER,
    "confidential": True, "doors": Doors.CLOSED, "comments_by": LATER, "office": "Annat uppdrag",
    "votes": 77, "elected": False, "field": "summary", "number": "X 1", "appeal": Appeal.NONE,
    "how": "Brev", "step": AppealStep(id=0, kind=AppealStepKind.ASKED, day=LATER), "asks": Asks.REJECT,
    "kept": True, "start": time(7), "place": "Annan plats", "end": time(23, 59), "groups": (),
    "type_id": None, "unnumbered": True, "lapsed": True, "kind": OpinionKind.RESERVATION,
    "outcome": Outcome.POSTPONED, "body": "Annan nämnd", "path": Path("/nowhere/kopia.pdf"),
    "part": Written.DECISION, "key": "decision", "adopted": next(iter(Adopted)), "motion": None,
    "puts": next(iter(Puts)), "approved": True, "came_at": time(7, 1), "went_at": time(7, 2),
    "remote": True, "role": OnRollAs.ALTERNATE, "serves": None, "done": True, "at_once": True,
    "chosen": None, "author": "Annan", "paragraphs": Paragraphs.parse("70"),
    "ballot": Ballot(yes=1, no=2), "seconds": 9, "reply": True, "way": SigningWay.PEN, "scan": None,
    "table": "motion", "ready": False, "last": None, "by_lot": False,
    "progress": Progress.UNDER_WAY, "from_date": LATER, "to_date": LATER, "wanted": ((LATER, None),),
    "due": LATER, "year": 2026, "value": Decimal(1), "none_at": Decimal(0), "full_at": Decimal(1),
}  # fmt: skip
"""What is given for a parameter by its name."""
_BY_OPERATION: Mapping[str, Mapping[str, object]] = {
    "agenda.set_item": {"presenters": ("Annan",)},
    "assignments.add_assignment": {"text": "Annat"},
    "assignments.change_assignment": {"text": "Annat"},
    "circulated.note_circulated": {"what": Circulates.NOTES, "to": (WHO,)},
    "delegated.change_delegated": {"title": "Annat"},
    "drafts.change_comment": {"text": from_plain("Annat")},
    "elections.change_election": {"office": "Annat"},
    "compiling.compile_for_item": {"inquiry_id": 1},
    "compiling.compile_for_meeting": {"inquiry_id": 1},
    "motions.add_motion": {"by": (WHO,)},
    "motions.change_motion": {"text": from_plain("Annat")},
    "opinions.change_opinion": {"text": from_plain("Annat")},
    "opinions.lodge": {"by": (WHO,)},
    "papers.change_paper": {"title": "Annat"},
    "papers.comment_item": {"text": "Annat"},
    "received.answer_as_item": {"received_id": 1},
    "received.answered": {"received_id": 1},
    "scratch.add_scratch": {"text": "Annat"},
    "scratch.change_scratch": {"text": "Annat"},
    "session.set_times": {"opened": time(7)},
    "situations.present_at": {"situation_id": 1},
    "speakers.move_speaker": {"by": 1},
    "roll_call.rule": {"place": None},
    "roll_call.add_to_roll": {"name": "Annan Person"},
    "agenda_from_register.put_matter_on": {"matter_id": 1},
    "walk_agenda.report_walk_at": {"walk_id": 1},
    "verifiers.change_set": {"place": "Annan plats"},
}
"""What is given to one operation alone, its facts among it."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation, by its room and name."""

    name: str
    act: Callable[..., object]

    def arguments(self, database: Database, number: int = 0) -> dict[str, Any]:
        """Return its arguments, of the rows that come at a place; raises LookupError where there is none."""
        given = dict(_BY_OPERATION.get(self.name, {}))
        for each in list(inspect.signature(self.act).parameters.values())[1:]:
            if each.name in given or each.kind is inspect.Parameter.VAR_KEYWORD:
                continue
            if (table := _of_what(each.name)) is not None:
                found = _row(database, table, number)
                given[each.name] = [found] if each.name.endswith("_ids") else found
            elif each.default is inspect.Parameter.empty:
                if each.name not in _BY_NAME:
                    raise TypeError(f"say in every_operation what {each.name} is for {self.name}")
                given[each.name] = _BY_NAME[each.name]
        return given

    def run(self, database: Database, number: int = 0) -> None:
        """Do it; raises what it raises."""
        given = self.arguments(database, number)
        places = inspect.signature(self.act).parameters.values()
        plain = [
            given.pop(each.name)
            for each in list(places)[1:]
            if each.kind is each.POSITIONAL_OR_KEYWORD and each.name in given
        ]
        self.act(database, *plain, **given)


def _of_what(parameter: str) -> str | None:
    for ending in ("_ids", "_id"):
        what = parameter.removesuffix(ending)
        if what != parameter and what in OF_A_MEETING:
            return _TABLES.get(what, what)
    return {"first": "item", "id_": "motion", "item": "item"}.get(parameter)


def _row(database: Database, table: str, number: int) -> int:
    own = RECORDS[table].c
    with database.read() as read:
        ids = read.execute(select(own.id).order_by(own.id)).scalars().all()
    if not ids:
        raise LookupError(table)
    return int(ids[number % len(ids)])


def operations() -> Iterator[Operation]:
    """Walk the operations that take a meeting, or what is part of one."""
    for module in pkgutil.iter_modules(klubban.operations.__path__):
        if module.name in APART:
            continue
        room = importlib.import_module(f"klubban.operations.{module.name}")
        for name, act in vars(room).items():
            own = inspect.isfunction(act) and act.__module__ == room.__name__ and not name.startswith("_")
            parameters = list(inspect.signature(act).parameters) if own else []
            if parameters[:1] == ["database"] and any(_of_what(each) for each in parameters):
                yield Operation(f"{module.name}.{name}", act)
