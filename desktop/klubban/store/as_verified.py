"""What a verified protocol says of organisation and body, kept since both change later."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from klubban.domain.body import Body, Organisation
from klubban.domain.habits import habits_of, plain_habits
from klubban.domain.look import Arms, look_of, plain_look

_NAMES = ("name", "number", "address", "website", "notice_board", "protocol_kept_at", "language")


def to_keep(organisation: Organisation, body: Body) -> dict[str, Any]:
    """Return what is kept, in plain values; rules are kept with the roll, see rolls.py."""
    arms = organisation.arms
    told = {name: getattr(organisation, name) for name in _NAMES}
    told["look"] = plain_look(organisation.look)
    told["arms"] = {"sha256": arms.sha256, "says": arms.says} if arms else None
    own = {"name": body.name, "short": body.short, "habits": plain_habits(body.habits)}
    return {"organisation": told, "body": own}


def as_then(organisation: Organisation, body: Body, kept: dict[str, Any]) -> tuple[Organisation, Body]:
    """Return organisation and body as they were kept, or as they are where nothing was."""
    if not kept:
        return organisation, body
    told, own = kept["organisation"], kept["body"]
    then = replace(
        organisation,
        **{name: told[name] for name in _NAMES},
        look=look_of(told["look"]),
        arms=_arms(organisation.arms, told["arms"]),
    )
    return then, replace(body, name=own["name"], short=own["short"], habits=habits_of(own["habits"]))


def _arms(now: Arms | None, then: dict[str, str] | None) -> Arms | None:
    if then is None:
        return None
    picture = now.picture if now and now.sha256 == then["sha256"] else b""
    return Arms(sha256=then["sha256"], says=then["says"], picture=picture)
