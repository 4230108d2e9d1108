from __future__ import annotations

from dataclasses import replace

import pytest

from klubban.domain.body import Body, Named
from klubban.domain.rules import BodyKind, Rules

FORUM = Body(id=1, key="chefssamrad", name="Chefssamrådet", kind=BodyKind.FORUM, rules=Rules())


def test_the_chair_rotates_between_the_authorities_a_year_each() -> None:
    forum = replace(FORUM, rotation=("Kommunen", "Polisen", "Regionen"), rotation_from=2024)

    chairs = [forum.chaired_by(year) for year in (2023, 2024, 2025, 2026, 2027)]
    assert chairs == ["Regionen", "Kommunen", "Polisen", "Regionen", "Kommunen"]


@pytest.mark.parametrize("forum", [FORUM, replace(FORUM, rotation=("Kommunen",))])
def test_where_nothing_rotates_nobody_has_the_turn(forum: Body) -> None:
    assert forum.chaired_by(2026) is None


def test_a_name_is_said_with_its_party() -> None:
    assert str(Named("Claes Thunblad", "S")) == "Claes Thunblad (S)"
    assert str(Named("Christina Rapp Lundahl")) == "Christina Rapp Lundahl"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Named("Eva Ek", "M", 1), Named("Eva Ek-Lund", None, 1), True),
        (Named("Eva Ek", "M", 1), Named("Eva Ek", "M", 2), False),
        (Named("Eva Ek", "M", 1), Named("Eva Ek", "M"), True),
        (Named("Eva Ek", "M"), Named("Eva Ek", "S"), False),
        (Named("Eva Ek", "M"), Named("Eva Ek"), True),
        (Named("Eva Ek", "M"), None, False),
    ],
)
def test_a_person_is_known_by_who_it_is_before_what_it_was_called(
    one: Named, other: Named | None, *, same: bool
) -> None:
    assert one.is_same(other) is same
