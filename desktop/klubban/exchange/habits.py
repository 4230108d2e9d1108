"""The open format's habits of a body: how its paragraphs are laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import AfterValidator, Field, StrictBool

from klubban.domain.habits import Part as ParagraphPart
from klubban.domain.habits import PointsAs, VotesAs, habits_of, plain_habits
from klubban.exchange.parts import Part
from klubban.exchange.refused import Misfit
from klubban.exchange.values import Line
from klubban.i18n import N_

if TYPE_CHECKING:
    from klubban.domain.habits import Habits


def _each_once(order: tuple[ParagraphPart, ...]) -> tuple[ParagraphPart, ...]:
    for place, part in enumerate(order):
        if part in order[:place]:
            raise Misfit(N_("The part {part} stands here twice"), place, part=part)
    return order


Order: TypeAlias = Annotated[tuple[ParagraphPart, ...], AfterValidator(_each_once)]


class OpenHabits(Part):
    """Where nothing is said, it is as most do; parts that `order` does not name follow as is customary."""

    order: Order = ()
    titles: dict[ParagraphPart, Line] = Field(default_factory=dict)
    """Headings that differ."""
    votes: VotesAs = VotesAs.TABLE
    points: PointsAs = PointsAs.NUMBERS
    individual_apart: StrictBool = False

    @property
    def plain(self) -> dict[str, Any]:
        """Return what differs from the custom, as it is kept."""
        return plain_habits(self.habits)

    @property
    def habits(self) -> Habits:
        """Return the habits."""
        return habits_of(self.model_dump())
