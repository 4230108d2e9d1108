"""The open format's situation reports."""

from __future__ import annotations

from types import MappingProxyType
from typing import Annotated

from pydantic import Field, StrictInt, model_validator

from klubban.domain.errors import RuleBroken
from klubban.domain.situation import STEPS, check_scale
from klubban.exchange.plans import OpenItemAt
from klubban.exchange.refused import Misfit
from klubban.exchange.row import Row
from klubban.exchange.texts import TextBlocks
from klubban.exchange.values import Day, Key, Line


def check_scale_here(names: tuple[str, ...]) -> None:
    """Raise Misfit for names of steps that are no scale; none are those of the program."""
    try:
        if names:
            check_scale(names)
    except RuleBroken as error:
        raise Misfit(error.template, "scale", **error.facts) from None


class OpenSituationArea(Row):
    """One area of a situation report, on its step from 1 (normal) to 5 (critical)."""

    TABLE = "situation_area"

    name: Line
    step: Annotated[StrictInt, Field(ge=1, le=STEPS)] | None = None
    events: TextBlocks = ()
    measures: TextBlocks = ()


class OpenSituation(Row):
    """A situation report; `scale` names the five steps, where they are not the program's."""

    TABLE = "situation"
    REFERS = MappingProxyType({"body": "body"})
    CHILDREN = MappingProxyType({"areas": OpenSituationArea})
    SINGLE = MappingProxyType({"rolled_up": ("rolled_up", "from_id")})

    key: Key
    body: Key
    day: Day = Field(alias="date")
    from_date: Day | None = Field(default=None, alias="from")
    title: Line | None = None
    by: Line | None = None
    text: TextBlocks = ()
    scale: tuple[Line, ...] = ()
    sources: tuple[Line, ...] = ()
    done_on: Day | None = None
    item: OpenItemAt | None = None
    areas: tuple[OpenSituationArea, ...] = ()
    rolled_up: tuple[Key, ...] = ()
    """The keys of the reports that went into it."""

    @model_validator(mode="after")
    def _has_five_steps(self) -> OpenSituation:
        check_scale_here(self.scale)
        return self
