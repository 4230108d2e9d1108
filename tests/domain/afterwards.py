"""A verified meeting of a committee with one decision, for what comes after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from documents.meetings import EK, body, plain_meeting
from klubban.domain.afterwards import AppealStep, AppealStepKind, Receipt
from klubban.domain.agenda import ItemKind
from klubban.domain.body import Named
from klubban.domain.meeting import Item, Meeting, Stage
from klubban.domain.rules import BodyKind
from klubban.domain.text import from_plain
from klubban.domain.verification import Notice, Verification

VERIFIED, POSTED, LAST, AFTER = date(2026, 11, 19), date(2026, 11, 20), date(2026, 12, 11), date(2026, 12, 14)
DECIDED = from_plain("Planen antas.")


def item(number: int | None = 5, **facts: Any) -> Item:
    """Return an item in which something was decided."""
    given: dict[str, Any] = {
        "id": number or 99,
        "title": "Detaljplan",
        "kind": ItemKind.DECISION,
        "decision": DECIDED,
    }
    return Item(number=number, **(given | facts))


def notice(**facts: Any) -> Notice:
    """Return a notice that was posted in time."""
    given: dict[str, Any] = {"id": 1, "verification": 1, "posted": POSTED}
    return Notice(**(given | facts))


def meeting(*items: Item, kind: BodyKind = BodyKind.COMMITTEE, **facts: Any) -> Meeting:
    """Return a meeting of 12 November whose protocol was verified on the 19th and announced on the 20th."""
    given: dict[str, Any] = {
        "body": body(kind),
        "items": items or (item(),),
        "verifications": (Verification(id=1, date=VERIFIED, signed_by=(EK,)),),
        "notices": (notice(),),
        "stage": Stage.ANNOUNCED,
    }
    return plain_meeting(**(given | facts))


def with_steps(*steps: AppealStep, **facts: Any) -> Meeting:
    """Return a meeting of one item of whose appeal something is known."""
    return meeting(item(appeal_steps=steps, **facts))


def step(kind: AppealStepKind, on: date = AFTER, **facts: Any) -> AppealStep:
    """Return what became known on a day."""
    return AppealStep(id=0, kind=kind, day=on, **facts)


def receipt(name: str, on: date) -> Receipt:
    """Return that a party got it on a day."""
    return Receipt(id=0, who=Named(name), received_on=on)


def unverified(of: Meeting) -> Meeting:
    """Return a meeting as it was before anybody signed."""
    first, *rest = of.verifications
    none = replace(first, signed_by=())
    return replace(of, verifications=(none, *rest), notices=(), stage=Stage.READY)
