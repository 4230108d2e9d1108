"""Plans and promises: agreements, activity plans, citizen promises, steering documents, recommendations.

What is done with their activities is in `activities`, how they are followed up in `follow_ups`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from klubban.domain import follow_up_rules as rules
from klubban.domain.commitment import Commitment, CommitmentKind
from klubban.domain.errors import RuleBroken
from klubban.domain.text import tidy
from klubban.i18n import N_
from klubban.operations.commitment_change import changing, who_is_responsible
from klubban.operations.naming import checked_name, line_or_none, named_at, new_key, one_line
from klubban.store.change import Change, id_of
from klubban.store.database import Database

_FACTS = {
    "kind": "kind",
    "title": "title",
    "text": "text",
    "area": "area",
    "responsible": "responsible",
    "parties": "parties",
    "from_date": "from_date",
    "to_date": "to_date",
    "registry_number": "registry_number",
    "decided_on": "decided_on",
    "decided_by": "decided_by",
    "item": "item_id",
    "review": "review",
    "review_months": "review_months",
    "source": "source",
    "reports_to": "reports_to_id",
    "answer_due": "answer_due",
    "answered_on": "answered_on",
    "belongs_to": "belongs_to_id",
    "replaces": "replaces_id",
}
"""What can be said of a plan, and the column that keeps it."""
_LINES = ("area", "registry_number", "decided_by", "source")
PLACE = ("commitment", 0)
"""What undo goes to where there is nothing to go to: the list of all."""


def add_commitment(
    database: Database, body_id: int, kind: CommitmentKind, title: str, *, propose: bool = True, **facts: Any
) -> int:
    """Note a plan or promise that a body watches, and return its id.

    `facts` are those of `Commitment` but for its parts. An agreement with a period gets two follow-ups during
    its validity, if they are to be proposed; what was decided on a day and is looked at every so many months
    gets the day of its first review. Raises RuleBroken for no title, or a period that ends before it begins.
    """
    columns = _columns({"kind": CommitmentKind(kind), "title": title, **facts})
    _check(None, columns)
    with database.change(N_("Note {name}"), place=PLACE, name=columns["title"]) as change:
        return _insert(change, body_id, columns, propose=propose)


def add_statutory(
    database: Database,
    body_id: int,
    what: rules.Statutory,
    title: str,
    *,
    reports_to: int | None = None,
    **facts: Any,
) -> int:
    """Note what lag (2023:196) wants, with its source and its clock of two years (4–6 and 9 §§).

    `reports_to` is the assembly that the work is reported to (13 §).
    """
    preset = rules.PRESETS[what]
    known = {"source": preset.source, "review_months": preset.review_months, "reports_to": reports_to}
    return add_commitment(database, body_id, preset.kind, title, **(known | facts))


def add_statutory_documents(
    database: Database, body_id: int, titles: Mapping[rules.Statutory, str], *, reports_to: int | None = None
) -> tuple[int, ...]:
    """Note all that lag (2023:196) wants in one act, by its titles, without a day yet; return their ids.

    Raises RuleBroken for no title, or one of a document that is there already by the same statute.
    """
    wanted = [
        _columns(
            {
                "kind": rules.PRESETS[what].kind,
                "title": title,
                "source": rules.PRESETS[what].source,
                "review_months": rules.PRESETS[what].review_months,
                "reports_to": reports_to,
            }
        )
        for what, title in titles.items()
    ]
    with database.change(N_("Note what lag (2023:196) wants"), place=PLACE) as change:
        for columns in wanted:
            there = change.rows("commitment", body_id=body_id, source=columns["source"], closed_on=None)
            if there:
                raise RuleBroken("{name} is there already", name=there[0]["title"])
        return tuple(_insert(change, body_id, columns, propose=False) for columns in wanted)


def change_commitment(
    database: Database, commitment_id: int, *, run: str | None = None, **facts: Any
) -> None:
    """Say anew what is known of a plan, of those facts that are named.

    Raises RuleBroken as `add_commitment` does, and for one that would belong to itself.
    """
    columns = _columns(facts)
    label = N_("Change {name}")
    with changing(database, label, commitment_id, run=run) as (change, before):
        _check(before, columns)
        _check_chains(change, before, columns)
        change.update("commitment", commitment_id, **columns)


def close_commitment(database: Database, commitment_id: int, day: date, because: str) -> None:
    """Note that nothing more is watched from a day on; raises RuleBroken without a reason."""
    reason = one_line(because)
    if not reason:
        raise RuleBroken("Say why it is closed")
    with changing(database, N_("Close {name}"), commitment_id) as (change, _before):
        change.update("commitment", commitment_id, closed_on=day, closed_because=reason)


def reopen_commitment(database: Database, commitment_id: int) -> None:
    """Take back that it was closed."""
    with changing(database, N_("Open {name} again"), commitment_id) as (change, _before):
        change.update("commitment", commitment_id, closed_on=None, closed_because=None)


def remove_commitment(database: Database, commitment_id: int) -> None:
    """Take out what was noted by mistake.

    Raises RuleBroken for one that was followed up, is on an agenda, or has others below or after it.
    """
    with changing(database, N_("Remove {name}"), commitment_id) as (change, before):
        noted = before.follow_ups or any(each.steps for each in before.activities)
        if noted:
            raise RuleBroken("{name} was followed up already; close it instead", name=before.title)
        if change.rows("item", origin_commitment_id=commitment_id):
            raise RuleBroken("{name} is on an agenda; close it instead", name=before.title)
        others = [
            *change.rows("commitment", belongs_to_id=commitment_id),
            *change.rows("commitment", replaces_id=commitment_id),
            *change.rows("goal", commitment_id=commitment_id),
        ]
        if others:
            raise RuleBroken(
                "{other} belongs to {name}; change that first", other=others[0]["title"], name=before.title
            )
        change.delete_whole("commitment", commitment_id)


def renew_commitment(
    database: Database,
    commitment_id: int,
    from_date: date,
    to_date: date,
    *,
    decided_on: date | None = None,
    title: str | None = None,
    activities: bool = False,
) -> int:
    """Make a new agreement, plan or promise out of an old one for a new period, and return it.

    With `activities` those go along that are not over. The old one stays as it was.
    """
    with changing(database, N_("Renew {name}"), commitment_id) as (change, before):
        facts = {name: getattr(before, name) for name in _RENEWED} | {
            "title": title or rules.renewed_title(before, from_date, to_date),
            "from_date": from_date,
            "to_date": to_date,
            "decided_on": decided_on,
            "replaces": commitment_id,
        }
        columns = _columns(facts)
        _check(None, columns)
        made = _insert(change, before.body, columns, propose=True)
        if activities:
            _go_on(change, before, made)
        return made


_RENEWED = (
    "kind", "text", "area", "responsible", "parties", "review_months", "source", "reports_to", "belongs_to",
)  # fmt: skip
"""What a new period takes over."""


def _go_on(change: Change, before: Commitment, made: int) -> None:
    """Let the activities that are not over be part of the new plan too."""
    for position, each in enumerate(one for one in before.activities if not one.progress.is_over):
        change.insert(
            "activity",
            commitment_id=made,
            position=position,
            title=each.title,
            purpose=each.purpose,
            when=each.when,
            **named_at("responsible_", each.responsible),
        )


def _insert(change: Change, body_id: int, columns: dict[str, Any], *, propose: bool) -> int:
    months, decided = columns.get("review_months"), columns.get("decided_on")
    if months and decided and columns.get("review") is None:
        columns = columns | {"review": rules.add_months(decided, months)}
    made = change.insert("commitment", body_id=body_id, key=new_key(), **columns)
    first, last = columns.get("from_date"), columns.get("to_date")
    if propose and columns["kind"] is CommitmentKind.AGREEMENT and first and last:
        for position, day in enumerate(rules.spread(first, last)):
            change.insert("checkpoint", commitment_id=made, position=position, day=day)
    return made


def _columns(facts: dict[str, Any]) -> dict[str, Any]:
    for unknown in facts.keys() - _FACTS.keys():
        raise TypeError(unknown)
    columns = {_FACTS[name]: value for name, value in facts.items()}
    for name in _LINES:
        if name in columns:
            columns[name] = line_or_none(columns[name])
    if "title" in columns:
        columns["title"] = checked_name(columns["title"] or "")
    if "text" in columns:
        columns["text"] = tidy(columns["text"])
    if "parties" in columns:
        columns["parties"] = tuple(filter(None, map(one_line, columns["parties"])))
    if "kind" in columns:
        columns["kind"] = CommitmentKind(columns["kind"])
    if "responsible" in columns:
        columns |= who_is_responsible(columns.pop("responsible"))
    return columns


def _check(before: Commitment | None, columns: dict[str, Any]) -> None:
    first = columns.get("from_date", before.from_date if before else None)
    last = columns.get("to_date", before.to_date if before else None)
    rules.check_period(first, last)
    rules.check_review(columns.get("review_months"))


def _check_chains(change: Change, before: Commitment, columns: dict[str, Any]) -> None:
    for name in ("belongs_to_id", "replaces_id"):
        if columns.get(name) is not None:
            upwards = {id_of(row): cast("int | None", row[name]) for row in change.rows("commitment")}
            rules.check_chain(before.id, columns[name], upwards, before.title)
